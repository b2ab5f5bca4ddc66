// "Denne og alle senere": a series changes, is cancelled and goes on as one, and each person is told once for each event.
import { expect, test } from 'vitest';
import { parseFlow } from '../../../src/journey/flow/parse-flow.ts';
import { isoWithOffset } from '../../../src/journey/time/format.ts';
import { beat } from '../../../src/services/beat.ts';
import { cancelSeries, previewSeriesCancel } from '../../../src/services/events/cancel-series.ts';
import { changeEvent } from '../../../src/services/events/change-event.ts';
import { changeSeries, previewSeriesChange } from '../../../src/services/events/change-series.ts';
import type { EventForm } from '../../../src/services/events/check-event.ts';
import { extendSeries, findSeriesEnd, previewExtension } from '../../../src/services/events/extend-series.ts';
import { countLater } from '../../../src/services/events/later-of-series.ts';
import { listEvents } from '../../../src/services/events/list-events.ts';
import { makeSeries } from '../../../src/services/events/make-series.ts';
import { openEvent } from '../../../src/services/events/settle-event.ts';
import { signOff } from '../../../src/services/events/sign-up.ts';
import { publishFlow } from '../../../src/services/journeys/publish-flow.ts';
import type { Staff } from '../../../src/services/staff/staff.ts';
import { readFlowFolder } from '../../flows/read-folder.ts';
import { addRelative, type DeskRuntime, makeDesk, rowsOf } from '../../support/desk.ts';
import { coordinator, eventForm, join, seenOf } from '../../support/events.ts';
import { makeRuntime } from '../../support/runtime.ts';
import { HOUR } from '../stand.ts';

const SERIES = 'every-second-tuesday';
const first = { sessions: [{ when: '9/3-2027 kl. 17', minutes: '120' }], capacity: '5' };
const one = (n: number): string => `${SERIES}.${n}`;

/** Tuesdays at 17, every second week, the clocks changed between the second and the third; the last of four is a draft still. */
async function makeTuesdays(): Promise<DeskRuntime> {
  const rt = await makeDesk();
  await makeSeries(rt, coordinator, { id: SERIES, ...eventForm(first) }, { weeks: 2, times: 4 });
  for (const n of [1, 2, 3]) await openEvent(rt, coordinator, one(n), { seen: await seenOf(rt, one(n)) });
  return rt;
}

const starts = async (rt: DeskRuntime) =>
  (await listEvents(rt, coordinator, { when: 'coming', seriesId: SERIES })).events.map(
    ({ startsAt, place, state, moves }) =>
      `${isoWithOffset(startsAt).slice(5, 16)} ${place} ${state} ${moves}`,
  );

/** From the second on: a day later at 18.30, somewhere else. */
const moved = (change: Partial<EventForm> = {}): EventForm =>
  eventForm({
    ...first,
    sessions: [{ when: '24/3-2027 kl. 18.30', minutes: '90' }],
    place: 'Biblioteket',
    smsPlace: 'Biblioteket',
    ...change,
  });

const seenIn = async (rt: DeskRuntime, id: string) =>
  (await previewSeriesChange(rt, coordinator, id, moved())).events.map(({ id: event, seen }) => ({
    id: event,
    seen,
  }));

test('this one and all later ones move alike on the wall clock: shown before, told once each, and pressed twice done once', async () => {
  await using rt = await makeTuesdays();
  const parsed = parseFlow(readFlowFolder('arrangement'));
  if (!parsed.ok) throw new Error('flows/arrangement does not pass its check');
  await publishFlow(rt, parsed.flow);
  const [a, b] = [await addRelative(rt), await addRelative(rt, { number: '20 00 00 22' })];
  for (const n of [1, 2, 3]) await join(rt, one(n), { relativeId: a });
  await join(rt, one(3), { relativeId: b, apart: 'yes' });
  await join(rt, one(3), { name: 'Ansat 1', contact: '' });
  await beat(rt);
  const before = rt.posted.length;

  const { events, problems } = await previewSeriesChange(rt, coordinator, one(2), moved());
  expect(problems).toEqual([]);
  const shown = events.map(({ id, startsAt, isMoved, tells }) => [
    id,
    isoWithOffset(startsAt).slice(5, 16),
    isMoved,
    tells.map(({ state, channel, count }) => `${count} ${state} ${channel}`),
  ]);
  expect(shown).toEqual([
    [one(2), '03-24T18:30', true, ['1 yes sms']],
    [one(3), '04-07T18:30', true, ['1 yes null', '2 yes sms']],
    [one(4), '04-21T18:30', false, []],
  ]);
  const seen = events.map(({ id, seen: at }) => ({ id, seen: at }));
  const press = () => changeSeries(rt, coordinator, one(2), { ...moved(), seen });
  const pressed = await Promise.allSettled([press(), press()]);
  expect(pressed.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  await expect(press()).rejects.toThrow('changed-meanwhile');
  expect(await starts(rt)).toEqual([
    '03-09T17:00 Kulturhuset, sal 2 open 0',
    '03-24T18:30 Biblioteket open 1',
    '04-07T18:30 Biblioteket open 1',
    '04-21T18:30 Biblioteket draft 0',
  ]);
  await beat(rt);
  await beat(rt);
  expect(
    rt.posted
      .slice(before)
      .map(({ to }) => to)
      .sort(),
  ).toEqual(['+4520000021', '+4520000021', '+4520000022']);
  expect(rt.posted.slice(before).every(({ text }) => text.startsWith('Ændret'))).toBe(true);
});

test('what was not changed stays as each has it; what cannot be for one of them, or was changed meanwhile, changes none', async () => {
  await using rt = await makeTuesdays();
  const own = eventForm({
    ...first,
    sessions: [{ when: '6/4-2027 kl. 17', minutes: '120' }],
    place: 'Caféen',
    signUpUntil: '4/4-2027 kl. 12',
  });
  await changeEvent(rt, coordinator, one(3), { ...own, seen: await seenOf(rt, one(3)) });
  const texts = eventForm({ ...first, details: 'Vi ser på rettigheder', guests: '2', capacity: '3' });
  const change = { ...texts, sessions: [{ when: '23/3-2027 kl. 17', minutes: '120' }] };
  const { events } = await previewSeriesChange(rt, coordinator, one(2), change);
  expect(events.map(({ isMoved }) => isMoved)).toEqual([false, false, false]);
  const seen = events.map(({ id, seen: at }) => ({ id, seen: at }));
  await changeSeries(rt, coordinator, one(2), { ...change, seen });
  const [, second, third] = (await listEvents(rt, coordinator, { when: 'coming', seriesId: SERIES })).events;
  expect(second).toMatchObject({ details: 'Vi ser på rettigheder', guests: 2, capacity: 3, moves: 0 });
  expect(third).toMatchObject({ place: 'Caféen', guests: 2, capacity: 3, moves: 1 });
  expect(isoWithOffset(third?.signUpUntil ?? 0)).toContain('04-04T12:00');

  for (const n of [1, 2, 3]) await join(rt, one(3), { name: `Ansat ${n}` });
  const few = await previewSeriesChange(rt, coordinator, one(2), { ...change, guests: '1', capacity: '2' });
  expect(few).toMatchObject({ events: [], problems: [{ field: 'capacity', code: 'seats-taken' }] });
  expect(few.problems[0]?.startsAt).toBe(third?.startsAt);
  const uneven = [...change.sessions, { when: '30/3-2027 kl. 17', minutes: '120' }];
  const more = await previewSeriesChange(rt, coordinator, one(2), { ...change, sessions: uneven });
  expect(more.problems).toMatchObject([{ field: 'sessions', code: 'series-uneven' }]);

  const shown = await seenIn(rt, one(2));
  const [place] = await rowsOf(rt, `select id from attendances where event_id = '${one(3)}' limit 1`);
  await signOff(rt, coordinator, one(3), String(place?.id));
  const other = { ...own, details: 'Kaffe', capacity: '', seen: await seenOf(rt, one(3)) };
  await changeEvent(rt, coordinator, one(3), other);
  const late = changeSeries(rt, coordinator, one(2), { ...moved({ capacity: '' }), seen: shown });
  await expect(late).rejects.toThrow('changed-meanwhile');
  expect((await starts(rt))[1]).toBe('03-23T17:00 Kulturhuset, sal 2 open 0');
});

test('a series changes and is cancelled as a whole, wherever the process dies', async () => {
  for (const dies of ['before', 'after'] as const) {
    await using rt = await makeTuesdays();
    await join(rt, one(2), { name: 'Ansat 1' });
    const seen = await seenIn(rt, one(2));
    await using other = await makeRuntime({
      beside: rt,
      around: (when) => {
        if (when === dies) throw new Error('killed');
      },
      config: { demo: true },
    });
    await changeSeries(other, coordinator, one(2), { ...moved(), seen }).catch(() => undefined);
    const took = dies === 'after';
    expect((await starts(rt)).map((text) => text.includes('Biblioteket'))).toEqual([false, took, took, took]);
    const noted = await rowsOf(rt, "select 1 from ledger where kind in ('event.moved', 'event.changed')");
    expect(noted).toHaveLength(took ? 3 : 0);
  }
});

test('this one and all later ones are cancelled once, drafts among them deleted, and those before stay', async () => {
  await using rt = await makeTuesdays();
  for (const n of [1, 2, 3]) await join(rt, one(n), { name: 'Ansat 1' });
  const shown = await previewSeriesCancel(rt, coordinator, one(2));
  expect(shown.map(({ id, state, tells }) => [id, state, tells.map(({ count }) => count)])).toEqual([
    [one(2), 'open', [1]],
    [one(3), 'open', [1]],
    [one(4), 'draft', []],
  ]);
  const seen = shown.map(({ id, seen: at }) => ({ id, seen: at }));
  await cancelSeries(rt, coordinator, one(2), { seen });
  await expect(cancelSeries(rt, coordinator, one(2), { seen })).rejects.toThrow('changed-meanwhile');
  expect(await starts(rt)).toEqual([
    '03-09T17:00 Kulturhuset, sal 2 open 0',
    '03-23T17:00 Kulturhuset, sal 2 cancelled 1',
    '04-06T17:00 Kulturhuset, sal 2 cancelled 1',
  ]);
  const pending = await rowsOf(rt, 'select pending from attendances order by event_id');
  expect(pending.map((row) => row.pending)).toEqual([null, 3, 3]);
});

test('of a series whose later ones became the whole organisation’s, who has one unit changes and cancels only the unit’s', async () => {
  await using rt = await makeDesk();
  const unit = 'unit-1';
  await makeSeries(rt, coordinator, { id: SERIES, ...eventForm({ ...first, unit }) }, { weeks: 2, times: 3 });
  for (const n of [1, 2, 3]) await openEvent(rt, coordinator, one(n), { seen: await seenOf(rt, one(n)) });
  const whole = eventForm({ ...first, sessions: [{ when: '6/4-2027 kl. 17', minutes: '120' }] });
  await changeEvent(rt, coordinator, one(3), { ...whole, seen: await seenOf(rt, one(3)) });
  const near: Staff = { ...coordinator, units: [unit] };
  expect(await countLater(rt, coordinator, one(1))).toBe(2);
  expect(await countLater(rt, near, one(1))).toBe(1);
  const seen = (await previewSeriesCancel(rt, coordinator, one(1))).map(({ id, seen: at }) => ({
    id,
    seen: at,
  }));
  await expect(cancelSeries(rt, near, one(1), { seen })).rejects.toThrow('changed-meanwhile');
  await cancelSeries(rt, near, one(1), { seen: seen.filter(({ id }) => id !== one(3)) });
  expect(await rowsOf(rt, 'select id, state from events order by id')).toEqual([
    { id: one(1), state: 'cancelled' },
    { id: one(2), state: 'cancelled' },
    { id: one(3), state: 'open' },
  ]);
});

test('a series goes on after its last time, in its rhythm; what a fault left out is made by pressing again', async () => {
  await using rt = await makeTuesdays();
  const end = await findSeriesEnd(rt, coordinator, one(2));
  expect(end).toEqual({ after: '2027-04-20', weeks: 2 });
  const days = await previewExtension(rt, coordinator, one(2), { ...end, times: 3 });
  expect(days.map(({ date }) => date)).toEqual(['2027-05-04', '2027-05-18', '2027-06-01']);
  const order = { ...end, times: 3, skip: ['2027-05-18'], id: 'more-of-the-series' };
  let commits = 0;
  await using other = await makeRuntime({
    beside: rt,
    around: (when) => {
      if (when === 'before' && ++commits > 1) throw new Error('killed');
    },
    config: { demo: true },
  });
  await extendSeries(other, coordinator, one(2), order).catch(() => undefined);
  const made = await extendSeries(rt, coordinator, one(2), order);
  expect(await extendSeries(rt, coordinator, one(2), order)).toEqual(made);
  rt.forward(HOUR);
  expect((await starts(rt)).slice(3)).toEqual([
    '04-20T17:00 Kulturhuset, sal 2 draft 0',
    '05-04T17:00 Kulturhuset, sal 2 draft 0',
    '06-01T17:00 Kulturhuset, sal 2 draft 0',
  ]);
});
