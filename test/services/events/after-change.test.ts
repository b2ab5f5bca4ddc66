// What a change means for journeys that run, and for those that are over: reminders follow, and who never answered is asked once more.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseFlow } from '../../../src/journey/flow/parse-flow.ts';
import { formatDate } from '../../../src/journey/time/format.ts';
import { beat } from '../../../src/services/beat.ts';
import { changeEvent } from '../../../src/services/events/change-event.ts';
import type { EventForm } from '../../../src/services/events/check-event.ts';
import { invitePeople } from '../../../src/services/events/invite-many.ts';
import { cancelEvent } from '../../../src/services/events/settle-event.ts';
import { endJourneyByStaff } from '../../../src/services/journeys/end-journey-by-staff.ts';
import { publishFlow } from '../../../src/services/journeys/publish-flow.ts';
import { steerJourney } from '../../../src/services/journeys/steer-journey.ts';
import { readFlowFolder } from '../../flows/read-folder.ts';
import { addRelative, advisor, type DeskRuntime, makeDesk, rowsOf } from '../../support/desk.ts';
import { coordinator, eventForm, join, makeEvent, seenOf } from '../../support/events.ts';
import { makeRuntime, type TestRuntime } from '../../support/runtime.ts';
import { DAY, HOUR, hear } from '../stand.ts';

const phoneOf = (n: number): string => `+452000010${n}`;

/** A house whose relatives have numbers by phoneOf, and a theme afternoon on 10 March at 14. */
async function makeParty(n: number, change: Partial<EventForm> = {}) {
  const rt = await makeDesk();
  const parsed = parseFlow(readFlowFolder('arrangement'));
  if (!parsed.ok) throw new Error('flows/arrangement does not pass its check');
  await publishFlow(rt, parsed.flow);
  const ids: string[] = [];
  for (let i = 0; i < n; i += 1) ids.push(await addRelative(rt, { number: phoneOf(i).slice(3) }));
  return { rt, ids, id: await makeEvent(rt, change) };
}

const change = async (rt: TestRuntime, id: string, to: Partial<EventForm>): Promise<void> =>
  changeEvent(rt, coordinator, id, { ...eventForm(to), seen: await seenOf(rt, id) });

/** Lives on to an instant, a few hours at a time. */
async function liveTo(rt: DeskRuntime, instant: string): Promise<void> {
  const end = Date.parse(instant);
  while (rt.now() < end) {
    rt.forward(Math.min(3 * HOUR, end - rt.now()));
    await beat(rt);
  }
}

/** What a phone got after it had so many, by day and the first words. */
const texts = (rt: DeskRuntime, n: number, skip = 0): string[] =>
  rt.posted
    .filter(({ to }) => to === phoneOf(n))
    .slice(skip)
    .map(({ text }) => text.split(' ').slice(0, 2).join(' '));

const count = (rt: DeskRuntime, n: number): number => texts(rt, n).length;

test('other reminders hold for those who are signed up: the next follows them, one that went is not sent again, and nobody is told', async () => {
  const { rt, ids, id } = await makeParty(3);
  await using _ = rt;
  const [a = '', b = '', c = ''] = ids;
  await join(rt, id, { relativeId: a });
  await join(rt, id, { relativeId: b, apart: 'yes' });
  await rt.db.client.execute({ sql: "update relatives set channel = 'brev' where id = ?", args: [c] });
  await join(rt, id, { relativeId: c, apart: 'yes' });
  await liveTo(rt, '2027-03-05T12:00:00Z');
  expect(texts(rt, 0), 'confirmed, and the one five days before').toEqual(['Du er', 'Husk Temaeftermiddag']);
  const [journey] = await rowsOf(rt, `select id from journeys where relative_id = '${b}'`);
  const steer = (what: 'pause' | 'resume') => steerJourney(rt, advisor, b, String(journey?.id), { do: what });
  await steer('pause');
  await change(rt, id, { remindDays: '3' });
  await beat(rt);
  expect([count(rt, 0), count(rt, 1)], 'nobody is told').toEqual([2, 2]);
  await steer('resume');
  await beat(rt);
  expect(await rowsOf(rt, 'select 1 from attendances where replan is not null')).toEqual([]);
  await liveTo(rt, '2027-03-06T12:00:00Z');
  expect([texts(rt, 0, 2), texts(rt, 1, 2)], 'three days before a Wednesday is a Sunday').toEqual([
    ['Husk Temaeftermiddag'],
    ['Husk Temaeftermiddag'],
  ]);
  await change(rt, id, { remindDays: '3, 2' });
  await liveTo(rt, '2027-03-10T12:00:00Z');
  expect([texts(rt, 0, 3), texts(rt, 1, 3)]).toEqual([['Husk Temaeftermiddag'], ['Husk Temaeftermiddag']]);
  const letters = await rowsOf(rt, `select text_key from messages where relative_id = '${c}' order by id`);
  expect(
    letters.map((row) => row.text_key),
    'who gets letters is not reminded',
  ).toEqual(['plads-med-brev']);
  expect(await rowsOf(rt, "select 1 from alerts where kind = 'broken'")).toEqual([]);
});

test('reminders that are taken away are not sent', async () => {
  const { rt, ids, id } = await makeParty(1);
  await using _ = rt;
  await join(rt, id, { relativeId: ids[0] ?? '' });
  await beat(rt);
  await change(rt, id, { remindDays: '' });
  await liveTo(rt, '2027-03-10T12:00:00Z');
  expect(texts(rt, 0)).toEqual(['Du er']);
});

/** Everyone is invited; the second says no, the third is ended by staff, the fourth says stop, and the rest stay silent to the end. */
async function silentParty() {
  const { rt, ids, id } = await makeParty(5, { sessions: [{ when: '14/4-2027 kl. 14', minutes: '120' }] });
  await invitePeople(rt, coordinator, id, { relativeIds: ids, apart: 'yes' });
  await beat(rt);
  await hear(rt, 'Nej', phoneOf(1));
  const [journey] = await rowsOf(rt, `select id from journeys where relative_id = '${ids[2]}'`);
  await endJourneyByStaff(rt, advisor, ids[2] ?? '', String(journey?.id), 'aftalt med den pårørende');
  await hear(rt, 'STOP', phoneOf(3));
  await liveTo(rt, '2027-03-20T12:00:00Z');
  expect(await rowsOf(rt, "select 1 from journeys where status <> 'ended'")).toEqual([]);
  const before = ids.map((_, n) => count(rt, n));
  const news = (n: number): string[] =>
    rt.posted
      .filter(({ to }) => to === phoneOf(n))
      .slice(before[n])
      .map(({ text }) => text);
  return { rt, id, news };
}

type Move = { day: number; hours: number; dies: number };

/** Moves it so often, each time so many hours later; a worker that tells of it dies at its commit number `dies`. */
async function play(moves: readonly Move[]): Promise<void> {
  const { rt, id, news } = await silentParty();
  await using _ = rt;
  for (const { day, hours, dies } of moves) {
    rt.forward(hours * HOUR);
    let commits = 0;
    const around = (): void => {
      commits += 1;
      if (commits === dies) throw new Error('killed');
    };
    await using other = await makeRuntime({ beside: rt, around, config: { demo: true } });
    await change(other, id, { sessions: [{ when: `${day}/4-2027 kl. 14`, minutes: '120' }] }).catch(
      () => undefined,
    );
    if (dies === 0) await beat(rt);
  }
  await liveTo(rt, new Date(rt.now() + 2 * DAY).toISOString());
  const [event] = await rowsOf(rt, 'select starts_at, moves from events');
  const last = `${formatDate(Number(event?.starts_at), 'da')} kl. 14.00`;
  for (const n of [0, 4]) {
    const told = news(n);
    expect(told.length).toBeLessThanOrEqual(Number(event?.moves));
    if (event?.moves === 0) continue;
    expect(told.at(-1)).toContain('Ny tid');
    expect(told.at(-1)).toContain(last);
    told.forEach((text, i) => {
      expect(text, 'the same is not told twice').not.toBe(told[i - 1]);
    });
  }
  expect([news(1), news(2), news(3)]).toEqual([[], [], []]);
}

test('whoever never answered is asked once more, by the last time alone, however often it is moved and whenever a worker dies; who said no, or was ended, is left in peace', async () => {
  const move = fc.record({
    day: fc.integer({ min: 20, max: 29 }),
    hours: fc.constantFrom(0, 2, 16),
    dies: fc.constantFrom(0, 0, 1, 2, 3),
  });
  await fc.assert(fc.asyncProperty(fc.array(move, { minLength: 1, maxLength: 5 }), play), {
    numRuns: 6,
    seed: 11,
  });
}, 60_000);

test('and is told when it is cancelled, once, and not when sign-up is over or nothing of it moved', async () => {
  const { rt, id, news } = await silentParty();
  await using _ = rt;
  await change(rt, id, { sessions: [{ when: '14/4-2027 kl. 14', minutes: '120' }], details: 'Kaffe' });
  await beat(rt);
  expect(news(0)).toEqual([]);
  const closed = {
    sessions: [{ when: '15/4-2027 kl. 14', minutes: '120' }],
    signUpUntil: '19/3-2027 kl. 12',
  };
  await change(rt, id, closed);
  await liveTo(rt, new Date(rt.now() + DAY).toISOString());
  expect(news(0), 'nobody is asked what they cannot say yes to').toEqual([]);
  await cancelEvent(rt, coordinator, id, { seen: await seenOf(rt, id) });
  await liveTo(rt, new Date(rt.now() + DAY).toISOString());
  expect(news(0)).toEqual([expect.stringContaining('aflyst')]);
  expect(news(4)).toHaveLength(1);
  expect([news(1), news(2), news(3)]).toEqual([[], [], []]);
});
