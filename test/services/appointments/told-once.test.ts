import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatDate, formatTime } from '../../../src/journey/time/format.ts';
import { cancelAppointment } from '../../../src/services/appointments/cancel-appointment.ts';
import { moveAppointment } from '../../../src/services/appointments/move-appointment.ts';
import { settleAppointment } from '../../../src/services/appointments/settle-appointment.ts';
import { showAppointment } from '../../../src/services/appointments/show-appointment.ts';
import { tellAppointments } from '../../../src/services/appointments/tell-appointments.ts';
import { beat } from '../../../src/services/beat.ts';
import { book, bookingForm, publishAppointmentFlow } from '../../support/appointments.ts';
import { addRelative, advisor, type DeskRuntime, makeDesk } from '../../support/desk.ts';
import { HOUR, hear } from '../stand.ts';

const PHONES = ['+4520000021', '+4520000022'];

type Deed =
  | { do: 'wait'; hours: number }
  | { do: 'move'; day: number; stale: boolean }
  | { do: 'cancel' }
  | { do: 'answer'; who: 0 | 1; text: 'JA' | 'NEJ' }
  | { do: 'settle'; as: 'held' | 'missed' };

const deed: fc.Arbitrary<Deed> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('wait' as const), hours: fc.constantFrom(1, 7, 15, 24, 60) }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('move' as const),
      day: fc.integer({ min: 15, max: 28 }),
      stale: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ do: 'cancel' as const }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('answer' as const),
      who: fc.constantFrom(0 as const, 1 as const),
      text: fc.constantFrom('JA' as const, 'NEJ' as const),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('settle' as const),
      as: fc.constantFrom('held' as const, 'missed' as const),
    }),
  },
);

/** From which states each change may lead, told apart from the code that keeps to it. */
const MAY: Record<string, string[]> = {
  agreed: ['confirmed', 'declined', 'moved', 'cancelled', 'held', 'missed'],
  confirmed: ['agreed', 'declined', 'moved', 'cancelled', 'held', 'missed'],
  declined: ['confirmed', 'moved', 'cancelled', 'held'],
  moved: ['confirmed', 'declined', 'moved', 'cancelled', 'held', 'missed'],
  missed: ['held'],
  held: [],
  cancelled: [],
};

async function act(rt: DeskRuntime, id: string, one: Deed): Promise<void> {
  const { moves } = await showAppointment(rt, advisor, id);
  if (one.do === 'wait') {
    rt.forward(one.hours * HOUR);
    await beat(rt);
  } else if (one.do === 'move') {
    const form = {
      ...bookingForm(rt, []),
      when: `${one.day}/4-2027 kl. 14`,
      moves: one.stale ? moves - 1 : moves,
    };
    await moveAppointment(rt, advisor, id, form);
  } else if (one.do === 'cancel') await cancelAppointment(rt, advisor, id, moves);
  else if (one.do === 'settle') await settleAppointment(rt, advisor, id, one.as);
  else await hear(rt, one.text, PHONES[one.who]);
}

/** What each phone was told of the appointment, in order: the confirmations, changes and cancellations that left. */
const tellings = (rt: DeskRuntime, phone: string): string[] =>
  rt.posted.filter(({ to, text }) => to === phone && /^Din aftale/.test(text)).map(({ text }) => text);

const saidTime = (at: number): string => `${formatDate(at, 'da')} kl. ${formatTime(at, 'da')}`;

async function play(deeds: readonly Deed[]): Promise<void> {
  await using rt = await makeDesk();
  await publishAppointmentFlow(rt);
  const people = [await addRelative(rt), await addRelative(rt, { number: '20 00 00 22' })];
  const id = await book(rt, people, { when: '14/4-2027 kl. 14' });
  let before = await showAppointment(rt, advisor, id);
  const changes = new Set(['0']);
  const known = new Map<string, number>();
  for (const one of deeds) {
    await act(rt, id, one).catch((error: Error) => {
      expect(error.message).toMatch(/already-done|field-unreadable: when|date-past/);
    });
    const after = await showAppointment(rt, advisor, id);
    for (const phone of PHONES) {
      const now = tellings(rt, phone).length;
      expect(now - (known.get(phone) ?? 0), 'only the latest is told').toBeLessThanOrEqual(1);
      known.set(phone, now);
    }
    if (after.state !== before.state) expect(MAY[before.state]).toContain(after.state);
    changes.add(String(after.moves));
    before = after;
  }
  for (let part = 0; part < 8; part += 1) {
    rt.forward(5 * HOUR);
    await beat(rt);
  }
  expect(await tellAppointments(rt)).toBe(0);
  for (const [i, phone] of PHONES.entries()) {
    const told = tellings(rt, phone);
    expect(told.length, 'nobody is told more often than it changed').toBeLessThanOrEqual(changes.size);
    told.forEach((text, n) => {
      expect(text, 'the same is not told twice in a row').not.toBe(told[n - 1]);
    });
    if (['held', 'missed'].includes(before.state) || before.startsAt < rt.now()) continue;
    const declined = before.appointees[i]?.answer === 'nej';
    const last = told.at(-1) ?? '';
    if (before.state === 'cancelled') {
      if (!declined) expect(last).toContain('er aflyst');
    } else expect(last).toContain(saidTime(before.startsAt));
  }
}

test('whatever is moved, answered, cancelled and noted, everyone knows the last state and was told of each change at most once', async () => {
  await fc.assert(fc.asyncProperty(fc.array(deed, { minLength: 1, maxLength: 8 }), play), {
    numRuns: 20,
    seed: 20270301,
    endOnFailure: true,
  });
}, 120_000);
