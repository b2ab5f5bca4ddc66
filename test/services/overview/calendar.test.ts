// What will be sent: written, foreseen and ordered, by day and by phone, and what the limit a day makes of it.
import { expect, test } from 'vitest';
import { isoDate } from '../../../src/journey/time/format.ts';
import { beat } from '../../../src/services/beat.ts';
import { publishFlow } from '../../../src/services/journeys/publish-flow.ts';
import { startJourney } from '../../../src/services/journeys/start-journey.ts';
import { showCalendar, showSendDay } from '../../../src/services/overview/show-calendar.ts';
import { changeSettings } from '../../../src/services/settings/change-settings.ts';
import { showSettings } from '../../../src/services/settings/show-settings.ts';
import type { Staff } from '../../../src/services/staff/staff.ts';
import { addMessages } from '../../../src/store/messages/messages.ts';
import { makeFlow, say } from '../../journey/engine/make-flow.ts';
import { addRelative, advisor, type DeskRuntime, makeDesk } from '../../support/desk.ts';
import { messageRow } from '../../support/messages.ts';

const coordinator: Staff = { id: 'demo-coordinator', role: 'coordinator', units: 'all' };
const administrator: Staff = { id: 'demo-administrator', role: 'administrator', units: 'all' };

const steps = (name: string, whens: string[]) =>
  makeFlow(
    whens.map((when, n) => say(`${name}-${n}`, { when })),
    { name, title: name, anchors: { dag: { title: 'Dagen', time: false } } },
  );

/** Two flows that say something twice and once on 3 March, and something on the 5th. The clock stands at Monday 1 March 2027, 10:00. */
async function makeBusy(): Promise<{ rt: DeskRuntime; one: string; two: string }> {
  const rt = await makeDesk();
  await publishFlow(
    rt,
    steps('a', ['2 days before dag at 09:00', '2 days before dag at 12:00', 'on dag at 09:00']),
  );
  await publishFlow(rt, steps('b', ['2 days before dag at 11:00']));
  const one = await addRelative(rt);
  const two = await addRelative(rt, { number: '20 00 00 22', name: 'Søster, 25' });
  for (const relativeId of [one, two])
    await startJourney(rt, { flow: 'a', relativeId, anchors: { dag: '2027-03-05' }, by: 'staff-1' });
  await startJourney(rt, { flow: 'b', relativeId: one, anchors: { dag: '2027-03-05' }, by: 'staff-1' });
  await beat(rt);
  return { rt, one, two };
}

const limitTo = async (rt: DeskRuntime, dayLimit: number | null): Promise<void> =>
  changeSettings(rt, administrator, {
    seen: (await showSettings(rt, administrator)).seen,
    change: { dayLimit },
  });

test('counts what running journeys will say on each day, planned once for all of a kind', async () => {
  const { rt, one } = await makeBusy();
  await using _ = rt;
  const calendar = await showCalendar(rt, coordinator, { weeks: 1 });
  expect(calendar.days.map(({ date, ways }) => [date, ways.number])).toEqual([
    ['2027-03-01', 0],
    ['2027-03-02', 0],
    ['2027-03-03', 5],
    ['2027-03-04', 0],
    ['2027-03-05', 2],
    ['2027-03-06', 0],
    ['2027-03-07', 0],
  ]);
  expect(calendar.crowded).toMatchObject([
    { date: '2027-03-03', relativeId: one, name: 'Bror, 22', count: 3, putOff: 0 },
  ]);
  const day = await showSendDay(rt, coordinator, '2027-03-03');
  expect(day.lines.map(({ source, count, basis }) => [source.title, source.step, count, basis])).toEqual([
    ['a', 'a-0', 2, 'foreseen'],
    ['a', 'a-1', 2, 'foreseen'],
    ['b', 'b-0', 1, 'foreseen'],
  ]);
});

test('what is foreseen for a day is what leaves on it', async () => {
  const { rt } = await makeBusy();
  await using _ = rt;
  const { days } = await showCalendar(rt, coordinator, { weeks: 1 });
  const left = new Map(days.map(({ date }) => [date, 0]));
  for (let looked = 0; looked < 40; looked += 1) {
    const [before, date] = [rt.posted.length, isoDate(rt.now())];
    await beat(rt);
    left.set(date, (left.get(date) ?? 0) + rt.posted.length - before);
    rt.forward(3 * 3_600_000);
  }
  expect([...left.values()]).toEqual(days.map(({ ways }) => ways.number));
});

test('a limit a day shows on whom it falls and until when the rest waits', async () => {
  const { rt, one } = await makeBusy();
  await using _ = rt;
  await limitTo(rt, 2);
  const { crowded, days, limit } = await showCalendar(rt, coordinator, { weeks: 1 });
  expect(limit).toBe(2);
  expect(days.find(({ date }) => date === '2027-03-03')).toMatchObject({ crowded: 1, putOff: 1 });
  expect(crowded).toMatchObject([{ relativeId: one, count: 3, putOff: 1, until: Date.UTC(2027, 2, 4, 7) }]);
});

test('what is written and waits, calls too, and what stands still', async () => {
  const { rt, one } = await makeBusy();
  await using _ = rt;
  const at = rt.now();
  const row = (id: string, change: object) => messageRow(at, { id, relativeId: one, ...change });
  await rt.db.lane.put(addMessages, row('call', { channel: 'ring', status: 'todo' }));
  await rt.db.lane.put(addMessages, row('held', { status: 'held', numberId: 'n' }));
  await rt.db.lane.put(addMessages, row('due', { numberId: 'n', sender: 'name', dueAt: at + 1 }));
  const { days, held } = await showCalendar(rt, coordinator, { weeks: 1 });
  expect(days[0]).toMatchObject({ ways: { ring: 1, name: 1, number: 0 }, sure: 2 });
  expect(held).toBe(1);
});

test('tells of those in sight alone, and not to an advisor', async () => {
  const { rt } = await makeBusy();
  await using _ = rt;
  const elsewhere: Staff = { ...coordinator, units: ['unit-9'] };
  const { days, crowded, more } = await showCalendar(rt, elsewhere, { weeks: 1 });
  expect(days.every(({ ways }) => ways.number === 0)).toBe(true);
  expect([crowded, more]).toEqual([[], 0]);
  await expect(showCalendar(rt, advisor, { weeks: 1 })).rejects.toMatchObject({ code: 'forbidden' });
  await expect(showSendDay(rt, coordinator, '2027-02-28')).rejects.toMatchObject({ code: 'not-found' });
});

test('reads no more than its bounds, and says where it stops', async () => {
  const { rt } = await makeBusy();
  await using _ = rt;
  const bounds = { messages: 10, timers: 10, kinds: 1, people: 10 };
  const { partFrom, days } = await showCalendar(rt, coordinator, { weeks: 1, bounds });
  expect(partFrom).toBe('2027-03-08');
  expect(days.map(({ ways }) => ways.number)).toContain(4);
});
