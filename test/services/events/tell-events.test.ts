import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseFlow } from '../../../src/journey/flow/parse-flow.ts';
import { formatDate, formatTime } from '../../../src/journey/time/format.ts';
import { beat } from '../../../src/services/beat.ts';
import { changeEvent } from '../../../src/services/events/change-event.ts';
import { invitePeople } from '../../../src/services/events/invite-many.ts';
import { cancelEvent } from '../../../src/services/events/settle-event.ts';
import { signOff, signUp } from '../../../src/services/events/sign-up.ts';
import { tellEvents } from '../../../src/services/events/tell-events.ts';
import { publishFlow } from '../../../src/services/journeys/publish-flow.ts';
import { steerJourney } from '../../../src/services/journeys/steer-journey.ts';
import type { Runtime } from '../../../src/services/runtime.ts';
import { unseal } from '../../../src/store/seal.ts';
import { readFlowFolder } from '../../flows/read-folder.ts';
import { addRelative, advisor, makeDesk, rowsOf } from '../../support/desk.ts';
import { coordinator, eventForm, makeEvent, seenOf } from '../../support/events.ts';
import { makeRuntime, type TestRuntime } from '../../support/runtime.ts';
import { DAY, HOUR, hear } from '../stand.ts';

async function publish(rt: TestRuntime, name: string): Promise<void> {
  const parsed = parseFlow(readFlowFolder(name));
  if (!parsed.ok) throw new Error(`flows/${name} does not pass its check`);
  await publishFlow(rt, parsed.flow);
}

const phoneOf = (n: number): string => `+452000010${n}`;

/** Relatives with numbers of their own, by phoneOf. */
const people = (rt: TestRuntime, n: number): Promise<string[]> =>
  Promise.all(
    Array.from({ length: n }, (_, i) =>
      addRelative(rt, { number: phoneOf(i).slice(3), name: `Pårørende ${i}` }),
    ),
  );

async function makeParty(n: number, change: Parameters<typeof eventForm>[0] = {}) {
  const rt = await makeDesk();
  await publish(rt, 'arrangement');
  const ids = await people(rt, n);
  const id = await makeEvent(rt, change);
  return { rt, ids, id };
}

const invite = (rt: Runtime, id: string, relativeIds: readonly string[]) =>
  invitePeople(rt, coordinator, id, { relativeIds, apart: 'yes' });

const seats = async (rt: TestRuntime): Promise<string[]> =>
  (await rowsOf(rt, 'select state from attendances order by relative_id')).map(({ state }) => String(state));

const seatOf = async (rt: TestRuntime, relativeId: string): Promise<string> =>
  String((await rowsOf(rt, `select state from attendances where relative_id = '${relativeId}'`))[0]?.state);

const keys = async (rt: TestRuntime, relativeId: string): Promise<string[]> =>
  (
    await rowsOf(
      rt,
      `select text_key, status from messages where relative_id = '${relativeId}' and journey_id is not null order by id`,
    )
  ).map((row) => `${row.text_key} ${row.status}`);

const change = async (rt: Runtime, id: string, when: string): Promise<void> =>
  changeEvent(rt, coordinator, id, {
    ...eventForm({ sessions: [{ when, minutes: '120' }] }),
    seen: await seenOf(rt as TestRuntime, id),
  });

test('an invitation is answered by SMS: a seat while there is one, then the waiting list, which moves up by itself', async () => {
  const { rt, ids, id } = await makeParty(2, { capacity: '1' });
  await using _ = rt;
  const [a = '', b = ''] = ids;
  await invite(rt, id, ids);
  await beat(rt);
  expect(await keys(rt, a)).toEqual(['vil-du-med sent']);

  await hear(rt, 'Ja tak', phoneOf(0));
  rt.forward(11 * HOUR);
  await hear(rt, 'JA', phoneOf(1));
  expect([await seatOf(rt, a), await seatOf(rt, b)]).toEqual(['yes', 'waiting']);
  expect((await keys(rt, a)).at(-1)).toBe('tak-du-kommer sent');
  expect((await keys(rt, b)).at(-1)).toBe('paa-venteliste sent');

  await hear(rt, 'HVOR', phoneOf(0));
  expect(rt.posted.at(-1)?.text).toContain('Kulturhuset');
  await hear(rt, 'AFMELD', phoneOf(0));
  await beat(rt);
  expect([await seatOf(rt, a), await seatOf(rt, b)]).toEqual(['no', 'yes']);
  expect((await keys(rt, a)).at(-1)).toBe('tak-for-afbud sent');
  expect((await keys(rt, b)).at(-1), 'not at night').toBe('paa-venteliste sent');
  rt.forward(11 * HOUR);
  await beat(rt);
  expect((await keys(rt, b)).at(-1)).toBe('der-er-plads sent');
  expect(await rowsOf(rt, 'select id from alerts')).toEqual([]);
});

test('STOP keeps the seat and asks for a call that says so; AFMELD of who has none is a stop', async () => {
  const { rt, ids, id } = await makeParty(2);
  await using _ = rt;
  const [a = '', b = ''] = ids;
  await invite(rt, id, ids);
  await hear(rt, 'JA', phoneOf(0));
  await hear(rt, 'NEJ', phoneOf(1));
  await hear(rt, 'STOP', phoneOf(0));
  await hear(rt, 'AFMELD', phoneOf(1));
  expect([await seatOf(rt, a), await seatOf(rt, b)]).toEqual(['yes', 'no']);
  const raised = await rowsOf(rt, 'select id, kind, text_sealed from alerts order by relative_id');
  expect(raised.map(({ kind }) => kind)).toEqual(['stopped', 'stopped']);
  const words = raised.map((row) => unseal(rt.db.keys, `alerts.text:${row.id}`, String(row.text_sealed)));
  expect(words.filter((text) => text.includes('har stadig plads'))).toHaveLength(1);
  await change(rt, id, '12/3-2027 kl. 14');
  expect(await tellEvents(rt, id)).toBe(0);
  expect(await rowsOf(rt, `select why from attendances where relative_id = '${a}'`)).toEqual([
    { why: 'stopped' },
  ]);
});

test('staff sign up and off by telephone, and the open question is answered by it; moved and cancelled are told once', async () => {
  const { rt, ids, id } = await makeParty(2);
  await using _ = rt;
  const [a = '', b = ''] = ids;
  await invite(rt, id, [a]);
  await beat(rt);
  const form = { guests: '', tell: 'yes', apart: 'yes' };
  await signUp(rt, coordinator, id, { ...form, id: rt.newId(), relativeId: a });
  await signUp(rt, coordinator, id, { ...form, id: rt.newId(), relativeId: b });
  expect((await keys(rt, a)).at(-1)).toBe('tak-du-kommer due');
  expect(await keys(rt, b)).toEqual(['bekraeftelse due']);
  const [place] = await rowsOf(rt, `select id from attendances where relative_id = '${b}'`);
  await signOff(rt, coordinator, id, String(place?.id));
  expect(await keys(rt, b)).toEqual(['bekraeftelse cancelled']);
  await beat(rt);
  await cancelEvent(rt, coordinator, id, { seen: await seenOf(rt, id) });
  await beat(rt);
  await beat(rt);
  expect((await keys(rt, a)).at(-1)).toBe('aflyst sent');
  expect(await keys(rt, b)).toEqual(['bekraeftelse cancelled']);
});

test('a journey that stands still keeps its seat, and tells of the one that came when it goes on', async () => {
  const { rt, ids, id } = await makeParty(2, { capacity: '1' });
  await using _ = rt;
  const [a = '', b = ''] = ids;
  await invite(rt, id, ids);
  await hear(rt, 'JA', phoneOf(0));
  await hear(rt, 'JA', phoneOf(1));
  const [journey] = await rowsOf(rt, `select id from journeys where relative_id = '${b}'`);
  const steer = (what: 'pause' | 'resume') => steerJourney(rt, advisor, b, String(journey?.id), { do: what });
  await steer('pause');
  await hear(rt, 'Nej', phoneOf(0));
  await beat(rt);
  expect(await seats(rt)).toHaveLength(2);
  expect([await seatOf(rt, a), await seatOf(rt, b)]).toEqual(['no', 'yes']);
  expect((await keys(rt, b)).at(-1)).toBe('paa-venteliste sent');
  await steer('resume');
  await beat(rt);
  expect((await keys(rt, b)).at(-1)).toBe('der-er-plads sent');
});

type Deed = { do: 'move'; day: number } | { do: 'wait'; hours: number } | { do: 'die' };

const deed: fc.Arbitrary<Deed> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('move' as const), day: fc.integer({ min: 20, max: 28 }) }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('wait' as const), hours: fc.constantFrom(1, 7, 15) }) },
  { weight: 2, arbitrary: fc.constant({ do: 'die' as const }) },
);

/** The process dies at the n-th commit from now: what was asked of it after that never happened. */
async function play(deeds: readonly Deed[], dieAt: number): Promise<void> {
  const { rt: first, ids, id } = await makeParty(2);
  await using _ = first;
  await invite(first, id, ids);
  await hear(first, 'JA', phoneOf(0));
  const before = first.posted.length;
  let day = 10;
  for (const one of deeds) {
    if (one.do === 'wait') first.forward(one.hours * HOUR);
    if (one.do === 'move') {
      day = one.day;
      await change(first, id, `${day}/4-2027 kl. 14`);
    }
    if (one.do !== 'die') continue;
    let commits = 0;
    const around = (): void => {
      commits += 1;
      if (commits === dieAt) throw new Error('killed');
    };
    await using other = await makeRuntime({ beside: first, around, config: { demo: true } });
    await tellEvents(other, id).catch(() => undefined);
  }
  const end = first.now() + 2 * DAY;
  while (first.now() < end) {
    first.forward(5 * HOUR);
    await beat(first);
  }
  const told = first.posted.slice(before).filter(({ text }) => /Ændret|Ny tid/.test(text));
  const [row] = await rowsOf(first, 'select starts_at from events');
  const at = Number(row?.starts_at);
  const said = `${formatDate(at, 'da')} kl. ${formatTime(at, 'da')}`;
  for (const phone of [phoneOf(0), phoneOf(1)]) {
    const mine = told.filter(({ to }) => to === phone).map(({ text }) => text);
    if (deeds.some(({ do: what }) => what === 'move')) expect(mine.at(-1)).toContain(said);
    mine.forEach((text, n) => {
      expect(text, 'the same is not told twice').not.toBe(mine[n - 1]);
    });
    expect(mine.length).toBeLessThanOrEqual(deeds.filter(({ do: what }) => what === 'move').length);
  }
}

test('moved any number of times, and whenever a worker dies: each is told the last of it exactly once', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { minLength: 1, maxLength: 6 }), fc.integer({ min: 1, max: 5 }), play),
    { numRuns: 8, seed: 7 },
  );
}, 60_000);
