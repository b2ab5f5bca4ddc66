import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type GivenUp,
  giveSeats,
  giveUpSeats,
  takenSeats,
  type Wish,
  wantSeats,
} from '../../../src/store/events/seats.ts';
import { openLane, type Statement, type Write } from '../../../src/store/lane.ts';
import { insertRows } from '../../../src/store/rows.ts';
import { events } from '../../../src/store/schema/events.ts';
import { MONDAY, makeRuntime, type TestRuntime } from '../../support/runtime.ts';

const EVENT = 'event';
const DAY = 86_400_000;
const PEOPLE = 20;

const eventRow = (capacity: number | null) => ({
  id: EVENT,
  title: 'Temaaften',
  smsTitle: 'Temaaften',
  kind: 'temaaften',
  audience: 'relatives',
  track: 'støtte',
  startsAt: MONDAY + 10 * DAY,
  endsAt: MONDAY + 10 * DAY + 7_200_000,
  capacity,
  guests: 2,
  lockHours: 48,
  state: 'open',
  createdAt: MONDAY,
  createdBy: 'staff',
  changedAt: MONDAY,
});

const addPeople: Statement = {
  sql: `INSERT INTO relatives (id, name_sealed, tiltale_sealed, circle_id, relation, area, channel, language, found_by, created_at)
    SELECT 'r' || value, '', '', 'c', 'ven', 'andet', 'sms', 'da', 'andet', 1 FROM json_each(?)`,
  args: [JSON.stringify(Array.from({ length: 100 }, (_, i) => i))],
};

async function stand(capacity: number | null): Promise<TestRuntime & AsyncDisposable> {
  const rt = await makeRuntime();
  await rt.db.client.batch([addPeople, insertRows(events, [eventRow(capacity)])], 'write');
  return rt;
}

const idOf = (who: number): string => `a${String(who).padStart(3, '0')}`;
const free = <R>(row: R) => ({ row, keys: [] });

const wish = (who: number, guests: number, at: number, more: Partial<Wish> = {}): Wish => ({
  id: idOf(who),
  eventId: EVENT,
  relativeId: `r${who}`,
  guests,
  at,
  by: 'sms',
  createdBy: 'test',
  ...more,
});

const off = (who: number, at: number, tell: boolean): GivenUp => ({
  eventId: EVENT,
  relativeId: `r${who}`,
  at,
  by: 'sms',
  tell,
});

type Deed = { who: number } & (
  | { do: 'want'; guests: number }
  | { do: 'off'; tell: boolean }
  | { do: 'told' }
);
type Batch = { deeds: Deed[]; capacity: number | undefined };

const who = fc.integer({ min: 0, max: PEOPLE - 1 });
const deed: fc.Arbitrary<Deed> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('want' as const),
      who,
      guests: fc.integer({ min: 0, max: 3 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('off' as const), who, tell: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('told' as const), who }) },
);
const batches: fc.Arbitrary<Batch[]> = fc.array(
  fc.record({
    deeds: fc.uniqueArray(deed, { maxLength: 8, selector: (one) => one.who }),
    capacity: fc.option(fc.integer({ min: 0, max: 15 }), { nil: undefined, freq: 3 }),
  }),
  { minLength: 1, maxLength: 20 },
);

type Person = { state: string; guests: number; since: number; toTell: boolean };
type Line = { capacity: number; people: Map<number, Person> };

const seatsOf = ({ guests }: Person): number => 1 + guests;
const taken = ({ people }: Line): number =>
  [...people.values()].filter(({ state }) => state === 'yes').reduce((sum, one) => sum + seatsOf(one), 0);

/** The same rules, one person after the other. */
function expectFrom(line: Line, { deeds, capacity }: Batch, at: number): void {
  for (const one of deeds) {
    const person = line.people.get(one.who);
    if (one.do === 'told' && person) person.toTell = false;
    if (one.do !== 'want') continue;
    const guests = Math.max(0, Math.min(one.guests, 2, line.capacity - 1));
    if (!person || person.state === 'no')
      line.people.set(one.who, { state: 'waiting', guests, since: at, toTell: true });
  }
  for (const one of deeds) {
    const person = line.people.get(one.who);
    if (one.do === 'off' && person && person.state !== 'no')
      Object.assign(person, { state: 'no', guests: 0, since: at, toTell: one.tell });
  }
  if (capacity !== undefined && capacity >= taken(line)) line.capacity = capacity;
  const waiting = [...line.people]
    .filter(([, { state }]) => state === 'waiting')
    .sort(([a, x], [b, y]) => x.since - y.since || a - b);
  for (const [, person] of waiting) {
    if (seatsOf(person) > line.capacity) continue;
    if (taken(line) + seatsOf(person) > line.capacity) break;
    Object.assign(person, { state: 'yes', since: at, toTell: true });
  }
}

function statementsOf({ deeds, capacity }: Batch, at: number): Statement[] {
  const told = deeds.flatMap((one) => (one.do === 'told' ? [idOf(one.who)] : []));
  return [
    {
      sql: `UPDATE attendances SET told = pending, pending = NULL
        WHERE pending IS NOT NULL AND id IN (SELECT value FROM json_each(?))`,
      args: [JSON.stringify(told)],
    },
    ...wantSeats(deeds.flatMap((one) => (one.do === 'want' ? [free(wish(one.who, one.guests, at))] : []))),
    ...giveUpSeats(deeds.flatMap((one) => (one.do === 'off' ? [free(off(one.who, at, one.tell))] : []))),
    ...(capacity === undefined
      ? []
      : [
          {
            sql: `UPDATE events SET capacity = ?1 WHERE id = ?2 AND ?1 >= ${takenSeats('?2')}`,
            args: [capacity, EVENT],
          },
        ]),
    ...giveSeats([{ eventId: EVENT, at }]),
  ];
}

const listAll = async ({ db }: TestRuntime) =>
  (await db.client.execute('SELECT * FROM attendances ORDER BY id')).rows;

test('seats, the waiting list in strict order and one telling to come follow every change, whatever comes in one commit', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: 12 }), batches, async (capacity, all) => {
      await using rt = await stand(capacity);
      const line: Line = { capacity, people: new Map() };
      for (const [i, batch] of all.entries()) {
        const at = MONDAY + i * 1_000;
        await rt.db.client.batch(statementsOf(batch, at), 'write');
        expectFrom(line, batch, at);
        const rows = await listAll(rt);
        const expected = [...line.people].sort(([a], [b]) => a - b);
        expect(rows.map((r) => [r.id, r.state, r.guests, r.since, r.pending !== null])).toEqual(
          expected.map(([n, p]) => [idOf(n), p.state, p.guests, p.since, p.toTell]),
        );
        expect(taken(line)).toBeLessThanOrEqual(line.capacity);
        for (const r of rows)
          if (r.pending !== null) expect(Number(r.pending)).toBeGreaterThan(Number(r.told));
      }
    }),
    { numRuns: 25, interruptAfterTimeLimit: 15_000 },
  );
}, 30_000);

const wishes: Write<Wish, void> = {
  name: 'wishes',
  statements: (items) => [
    ...wantSeats(items.map(free)),
    ...giveSeats(items.map(({ eventId, at }) => ({ eventId, at }))),
  ],
  outcomes: (items) => items.map(() => undefined),
};

test('a hundred wishes at once, in commits of any size, never take more seats than there are, and leave none that the next would fit', async () => {
  const party = fc.integer({ min: 0, max: 2 });
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 60 }),
      fc.integer({ min: 1, max: 40 }),
      fc.array(party, { minLength: 100, maxLength: 100 }),
      async (capacity, maxItems, guests) => {
        await using rt = await stand(capacity);
        const lanes = [openLane(rt.db.client, { maxItems }), openLane(rt.db.client, { maxItems })];
        await Promise.all(guests.map((n, i) => lanes[i % 2]?.put(wishes, wish(i, n, MONDAY + (i % 7)))));
        const rows = await listAll(rt);
        const used = rows
          .filter(({ state }) => state === 'yes')
          .reduce((sum, row) => sum + 1 + Number(row.guests), 0);
        const [next] = rows
          .filter(({ state }) => state === 'waiting')
          .sort((a, b) => Number(a.since) - Number(b.since) || String(a.id).localeCompare(String(b.id)));
        expect(rows).toHaveLength(100);
        expect(used).toBeLessThanOrEqual(capacity);
        expect(used + 1 + Number(next?.guests ?? 1e9)).toBeGreaterThan(capacity);
      },
    ),
    { numRuns: 8, interruptAfterTimeLimit: 15_000 },
  );
}, 30_000);

const stateOf = async (rt: TestRuntime, n: number) => (await listAll(rt)).find(({ id }) => id === idOf(n));

test('a wish is written only when its condition holds, and the place of a merged record is the one that is kept', async () => {
  await using rt = await stand(5);
  await rt.db.client.execute("UPDATE relatives SET merged_into = 'r2' WHERE id = 'r1'");
  const asked = { join: (key = '') => `JOIN relatives j ON j.id = ${key}` };
  await rt.db.client.batch(
    [
      ...wantSeats(
        [
          { row: wish(1, 0, MONDAY), keys: ['r1'] },
          { row: wish(3, 0, MONDAY), keys: ['nobody'] },
        ],
        asked,
      ),
      ...giveSeats([{ eventId: EVENT, at: MONDAY }]),
    ],
    'write',
  );
  expect((await listAll(rt)).map(({ relative_id, state }) => [relative_id, state])).toEqual([['r2', 'yes']]);
});

test('in the lock period a seat that is freed waits for staff, and a wish out of a journey is told that it is closed', async () => {
  await using rt = await stand(1);
  const locked = MONDAY + 9 * DAY;
  await rt.db.client.batch(
    [
      ...wantSeats([0, 1, 2].map((n) => free(wish(n, 0, MONDAY + n)))),
      ...giveSeats([{ eventId: EVENT, at: MONDAY }]),
    ],
    'write',
  );
  await rt.db.client.batch(
    [
      ...wantSeats([free(wish(3, 0, locked, { journeyId: 'j' })), free(wish(4, 0, locked))]),
      ...giveUpSeats([free(off(0, locked, false))]),
      ...giveSeats([{ eventId: EVENT, at: locked }]),
    ],
    'write',
  );
  expect((await listAll(rt)).map(({ state }) => state)).toEqual(['no', 'waiting', 'waiting', 'invited']);
  expect(await stateOf(rt, 3)).toMatchObject({ pending: 1, journey_id: 'j' });
  await rt.db.client.batch(giveSeats([{ eventId: EVENT, at: locked, attendanceId: idOf(2) }]), 'write');
  expect((await listAll(rt)).map(({ state }) => state)).toEqual(['no', 'waiting', 'yes', 'invited']);
});

test('a wish out of a journey of one who has a seat is answered again, and nobody else is told', async () => {
  await using rt = await stand(null);
  const at = MONDAY;
  const name = { relativeId: null, nameSealed: 'sealed', unasked: true };
  const commit = (rows: Wish[]) =>
    rt.db.client.batch([...wantSeats(rows.map(free)), ...giveSeats([{ eventId: EVENT, at }])], 'write');
  await commit([wish(0, 0, at), wish(1, 0, at, name), wish(1, 0, at, name)]);
  await rt.db.client.execute('UPDATE attendances SET told = pending, pending = NULL WHERE pending > 0');
  await commit([wish(0, 0, at, { journeyId: 'j' })]);
  expect((await listAll(rt)).map((r) => [r.state, r.pending, r.told])).toEqual([
    ['yes', 3, 2],
    ['yes', null, 1],
  ]);
});
