// The limit per phone and day, as the claim keeps it: many days with random messages, the days the clocks change among them.
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dayOf, weekdayOf } from '../../../src/journey/time/calendar.ts';
import { dayStart, laterOpenings } from '../../../src/journey/time/open-days.ts';
import { isOpen, STANDARD_WINDOW } from '../../../src/journey/time/window.ts';
import { instantAt, wallAt } from '../../../src/journey/time/zone.ts';
import { OrganisationSettings } from '../../../src/services/organisation.ts';
import { dayLimitAt } from '../../../src/services/sending/day-limit.ts';
import type { MessageRow } from '../../../src/store/journeys/turns.ts';
import { takeLease } from '../../../src/store/leases.ts';
import { claimMessages } from '../../../src/store/messages/claims.ts';
import { TIME_TO_LEAVE_MS } from '../../../src/store/messages/day-limit.ts';
import { addMessages } from '../../../src/store/messages/messages.ts';
import { recordResults } from '../../../src/store/messages/outcomes.ts';
import { numberId } from '../../../src/store/people/numbers.ts';
import { DAY, HOUR, type House, MINUTE, makeHouse, PHONE, rows, run } from '../../services/stand.ts';
import { seedRelative } from '../../support/house.ts';
import { messageRow } from '../../support/messages.ts';

const LIMIT = 2;
/** Every day is open, so that the days on which the clocks change are. */
const WINDOW = { ...STANDARD_WINDOW, weekdays: [1, 2, 3, 4, 5, 6, 7], holidays: true, closed: [] };
const organisation = (dayLimit: number | null) =>
  OrganisationSettings.parse({
    kommune: 'Prøve Kommune',
    authority: 'Prøve Kommune',
    telefon: '20 00 00 01',
    akut: '20 00 00 02',
    aabningstid: 'hverdage 8-15',
    window: WINDOW,
    dayLimit,
  });

let rt: House;
beforeAll(async () => {
  rt = await makeHouse();
  await rt.db.lane.put(takeLease, { name: 'sender:number', owner: 'test', now: 0, endsAt: 1 });
  await run(rt, 'UPDATE leases SET ends_at = 9e15');
  await seedRelative(rt);
});
afterAll(() => rt[Symbol.asyncDispose]());

type Left = { id: string; at: number };

/** Claims again and again at an instant until nothing is left to claim, and hands everything to the network. */
async function claimAll(now: number, limit: number | null): Promise<Left[]> {
  const wall = wallAt(now);
  const order = {
    sender: 'number',
    lease: 'sender:number',
    fence: 1,
    clock: 1,
    now,
    minute: Math.floor((wall % DAY) / 60_000),
    weekday: weekdayOf(dayOf(wall)),
    open: isOpen(WINDOW, now),
    opens: 480,
    closes: 1200,
    limit: 3,
    ...dayLimitAt(organisation(limit), now),
  };
  const left: Left[] = [];
  for (;;) {
    const taken = await rt.db.lane.put(claimMessages, order);
    if (taken === 'unanswered') throw new Error('no answer');
    if (taken === 'put-off') continue;
    if (taken.length === 0) return left;
    left.push(...taken.map(({ id }) => ({ id, at: now })));
    for (const { id, intentAt } of taken)
      await rt.db.lane.put(recordResults, {
        id,
        fence: 1,
        intentAt,
        status: 'sent',
        at: now,
        providerId: id,
      });
  }
}

/** A minute past: what was put off is due within the first minute of the opening. */
const AT_HOURS = [8, 11, 14, 17, 19].map((hour) => hour * HOUR + MINUTE);

/** The instants at which messages are looked for, on so many days from the day of `start`, UTC ms. */
const looks = (start: number, days: number): number[] =>
  Array.from({ length: days }, (_, n) => dayStart(start + n * DAY + HOUR)).flatMap((day) =>
    AT_HOURS.map((clock) => instantAt(wallAt(day) + clock)),
  );

/** Puts messages in and lets the hours pass from the day of `start` on, until all have left; gives what left, in order. */
async function play(messages: readonly MessageRow[], start: number, days: number): Promise<Left[]> {
  await run(rt, 'DELETE FROM messages');
  await Promise.all(messages.map((message) => rt.db.lane.put(addMessages, message)));
  const left: Left[] = [];
  for (const now of looks(start, days))
    if (now >= start && left.length < messages.length) left.push(...(await claimAll(now, LIMIT)));
  return left;
}

const phone = () => numberId(rt.db.keys, PHONE);
const dayAt = (at: number): number => dayOf(wallAt(at));

type Drawn = { hours: number; kind: 'answer' | 'receipt' | 'staff' | 'news' | 'flow'; lasts: number | null };

const drawn: fc.Arbitrary<Drawn> = fc.record({
  hours: fc.integer({ min: 0, max: 60 }),
  kind: fc.constantFrom('answer', 'receipt', 'staff', 'news', 'flow', 'flow', 'flow', 'flow', 'flow'),
  lasts: fc.option(fc.integer({ min: 13, max: 80 }), { freq: 2 }),
});

const messageOf = ({ hours, kind, lasts }: Drawn, n: number, start: number): MessageRow => ({
  ...messageRow(start + hours * HOUR),
  id: `m${n}`,
  numberId: phone(),
  purpose: kind === 'news' ? 'flow' : kind,
  lane: kind === 'answer' || kind === 'receipt' ? 0 : 1,
  pressing: kind === 'news' ? 1 : 0,
  notAfter: lasts === null ? null : start + (hours + lasts) * HOUR,
});

const leavesAlways = ({ lane, pressing, purpose }: MessageRow): boolean =>
  lane === 0 || pressing === 1 || purpose === 'staff';

/** Checks one message that left beside what had left before it the same day. */
function check(message: MessageRow, at: number, before: number): void {
  if (leavesAlways(message)) return;
  const [opening] = laterOpenings(WINDOW, at, 1);
  const wouldBeLost = (message.notAfter ?? Number.POSITIVE_INFINITY) < (opening ?? 0) + TIME_TO_LEAVE_MS;
  if (!wouldBeLost) expect(before).toBeLessThan(LIMIT);
}

describe.each([
  ['in spring', Date.UTC(2027, 2, 27, 7)],
  ['in autumn', Date.UTC(2027, 9, 30, 6)],
])('around the night the clocks change %s', (_, start) => {
  test('never more than the limit leave to a phone a day, nothing is lost, answers, receipts and what a person wrote leave at once', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(drawn, { minLength: 1, maxLength: 14 }), async (all) => {
        const messages = all.map((one, n) => messageOf(one, n, start));
        const byId = new Map(messages.map((message) => [message.id, message]));
        const left = await play(messages, start, 16);
        expect(left.map(({ id }) => id).sort()).toEqual([...byId.keys()].sort());
        const perDay = new Map<number, number>();
        for (const { id, at } of left) {
          const message = byId.get(id) ?? messageRow(0);
          const before = perDay.get(dayAt(at)) ?? 0;
          check(message, at, before);
          if (message.lane !== 0) perDay.set(dayAt(at), before + 1);
          if (leavesAlways(message)) expect(at).toBe(looks(start, 16).find((look) => look >= message.dueAt));
        }
      }),
      { numRuns: 12 },
    );
  });
});

const MONDAY_AT_TEN = Date.UTC(2027, 2, 1, 9);
const due = (id: string, change: Partial<MessageRow> = {}): MessageRow =>
  messageRow(MONDAY_AT_TEN, { id, numberId: phone(), ...change });

test('what waits keeps its order, and stands at the opening of the next day with its reason', async () => {
  await play([due('a'), due('b'), due('d', { dueAt: MONDAY_AT_TEN + HOUR }), due('c')], MONDAY_AT_TEN, 1);
  expect(
    await rows(rt, "SELECT id, due_at, reason, status FROM messages WHERE status <> 'sent' ORDER BY due_at"),
  ).toEqual([
    { id: 'c', due_at: Date.UTC(2027, 2, 2, 7) + 25_000, reason: 'day-limit', status: 'due' },
    { id: 'd', due_at: Date.UTC(2027, 2, 2, 7) + 27_500, reason: 'day-limit', status: 'due' },
  ]);
});

test('what may leave on certain days and hours only waits for those, and leaves today when they come too late', async () => {
  const own = { windowFrom: 600, windowTo: 900, windowDays: '14' };
  const soon = { ...own, notAfter: Date.UTC(2027, 2, 4, 8) };
  await play([due('a'), due('b'), due('c', own), due('d', soon)], MONDAY_AT_TEN, 1);
  expect(
    await rows(rt, 'SELECT id, status, due_at > ? AS later FROM messages ORDER BY id', [
      Date.UTC(2027, 2, 4, 9) - 1,
    ]),
  ).toEqual([
    { id: 'a', status: 'sent', later: 0 },
    { id: 'b', status: 'sent', later: 0 },
    { id: 'c', status: 'due', later: 1 },
    { id: 'd', status: 'sent', later: 0 },
  ]);
});

test('a message the network refused took nobody’s place, one of unknown outcome did', async () => {
  for (const [status, leaves] of [
    ['failed', ['b']],
    ['unknown', []],
    ['delivered', []],
  ] as const) {
    await run(rt, 'DELETE FROM messages');
    for (const id of ['x', 'y']) await rt.db.lane.put(addMessages, due(id));
    await run(rt, `UPDATE messages SET status = ?, intent_at = ?, sent_at = iif(? = 'delivered', 1, NULL)`, [
      status,
      dayStart(MONDAY_AT_TEN),
      status,
    ]);
    await rt.db.lane.put(addMessages, due('b'));
    expect([status, (await claimAll(MONDAY_AT_TEN, LIMIT)).map(({ id }) => id)]).toEqual([status, leaves]);
  }
});

test('without a limit nothing waits', async () => {
  await run(rt, 'DELETE FROM messages');
  for (const id of ['a', 'b', 'c', 'd']) await rt.db.lane.put(addMessages, due(id));
  expect(await claimAll(MONDAY_AT_TEN, null)).toHaveLength(4);
});
