// Each condition of the claim by itself: other guards would hide the loss of one in anything larger.
import { describe, expect, test } from 'vitest';
import type { MessageRow } from '../../../src/store/journeys/turns.ts';
import { takeLease } from '../../../src/store/leases.ts';
import { claimMessages } from '../../../src/store/messages/claims.ts';
import { addMessages } from '../../../src/store/messages/messages.ts';
import { numberId } from '../../../src/store/people/numbers.ts';
import { type House, MINUTE, makeHouse, PHONE, run } from '../../services/stand.ts';
import { seedRelative } from '../../support/house.ts';
import { messageRow } from '../../support/messages.ts';
import { MONDAY } from '../../support/runtime.ts';

const LEASE = { name: 'sender:number', owner: 'test' };

/** A house with a lease (fence 1) and somebody with a phone. */
async function ready(): Promise<{ rt: House; relativeId: string }> {
  const rt = await makeHouse();
  await rt.db.lane.put(takeLease, { ...LEASE, now: rt.clock(), endsAt: rt.clock() + 30_000 });
  return { rt, relativeId: await seedRelative(rt) };
}

const row = (rt: House, change: Partial<MessageRow> = {}): MessageRow =>
  messageRow(rt.now(), { numberId: numberId(rt.db.keys, PHONE), ...change });

const claimed = async (
  rt: House,
  change: {
    open?: boolean;
    fence?: number;
    clock?: number;
    minute?: number;
    weekday?: number;
    opens?: number;
    closes?: number;
    limit?: number;
  } = {},
) => {
  const order = {
    sender: 'number',
    lease: LEASE.name,
    fence: 1,
    clock: rt.clock(),
    now: rt.now(),
    minute: 600,
    weekday: 1,
    open: true,
    limit: 10,
  };
  const taken = await rt.db.lane.put(claimMessages, { ...order, ...change });
  return typeof taken === 'string' ? taken : taken.map(({ id }) => id);
};

/** Puts messages in and gives what a claim takes. */
async function take(
  rows: (rt: House, relativeId: string) => Partial<MessageRow>[],
  more: { before?: string; claim?: Parameters<typeof claimed>[1] } = {},
) {
  const { rt, relativeId } = await ready();
  await using _ = rt;
  for (const change of rows(rt, relativeId)) await rt.db.lane.put(addMessages, row(rt, change));
  if (more.before) await run(rt, more.before);
  return claimed(rt, more.claim);
}

const heard = (ago: number): string =>
  `INSERT INTO replies (id, provider_id, number_id, text_sealed, meaning, status, received_at)
    SELECT 'r', 'p', id, 'x', 'help', 'handled', ${Date.UTC(2027, 2, 1, 9) - ago} FROM numbers`;

test('what is due leaves, and is under way with its try counted', async () => {
  const { rt } = await ready();
  await using _ = rt;
  await rt.db.lane.put(addMessages, row(rt));
  expect(await claimed(rt)).toEqual(['m']);
  expect((await run(rt, 'SELECT status, attempts, fence, intent_at FROM messages')).rows[0]).toMatchObject({
    status: 'sending',
    attempts: 1,
    fence: 1,
    intent_at: rt.now(),
  });
  expect(await claimed(rt)).toEqual([]);
});

describe('who may leave', () => {
  type Case = [
    what: string,
    before: string,
    leaves: Record<'flow' | 'answer' | 'staff' | 'receipt', boolean>,
  ];
  const all = { flow: true, answer: true, staff: true, receipt: true };
  const receipt = { flow: false, answer: false, staff: false, receipt: true };
  const cases: Case[] = [
    ['everybody as a rule', 'SELECT 1', all],
    ['a receipt alone after STOP', 'UPDATE numbers SET stopped_at = 1', receipt],
    ['a receipt alone at a wrong number', 'UPDATE numbers SET wrong_at = 1', receipt],
    [
      'no journey of a paused circle',
      "UPDATE circles SET state = 'paused'",
      { ...all, flow: false, answer: false },
    ],
    [
      'no journey of a dead circle',
      "UPDATE circles SET state = 'dead'",
      { ...all, flow: false, answer: false },
    ],
  ];
  const table = cases.flatMap(([what, before, leaves]) =>
    Object.entries(leaves).map(([purpose, may]) => [what, purpose, may ? ['m'] : [], before] as const),
  );
  test.each(table)('%s: %s', async (_, purpose, leave, before) => {
    const journeyId = purpose === 'flow' || purpose === 'answer' ? 'j' : null;
    expect(await take((__, relativeId) => [{ purpose, relativeId, journeyId }], { before })).toEqual(leave);
  });
});

const OTHER_HOURS = { hoursFrom: 660, hoursTo: 720 };

describe('when', () => {
  const later = { dueAt: Date.UTC(2027, 2, 1, 9) + 1 };
  test.each<[string, Partial<MessageRow>, boolean, number, number, boolean]>([
    ['not before it is due', later, true, 600, 1, false],
    ['not once it makes no sense', { notAfter: Date.UTC(2027, 2, 1, 9) }, true, 600, 1, false],
    ['until it makes no sense', { notAfter: Date.UTC(2027, 2, 1, 9) + 1 }, true, 600, 1, true],
    ['not while the window is closed', {}, false, 600, 1, false],
    ['from the first minute of its own window', { windowFrom: 600, windowTo: 601 }, true, 600, 1, true],
    ['not before its own window', { windowFrom: 601, windowTo: 700 }, true, 600, 1, false],
    ['not from the last minute of its own window', { windowFrom: 500, windowTo: 600 }, true, 600, 1, false],
    ['within the hours of the relative', { hoursFrom: 600, hoursTo: 660 }, true, 600, 1, true],
    ['not before them', { hoursFrom: 601, hoursTo: 660 }, true, 600, 1, false],
    ['not from their last minute', { hoursFrom: 540, hoursTo: 600 }, true, 600, 1, false],
    ['not an answer that comes late, outside them', { ...OTHER_HOURS, lane: 0 }, true, 600, 1, false],
    [
      'outside hours that never meet its own window',
      { ...OTHER_HOURS, windowFrom: 540, windowTo: 660 },
      true,
      600,
      1,
      true,
    ],
    [
      'outside hours that would lose it',
      { ...OTHER_HOURS, hoursUntil: Date.UTC(2027, 2, 1, 9) },
      true,
      600,
      1,
      true,
    ],
    [
      'not outside hours that have yet to come',
      { ...OTHER_HOURS, hoursUntil: Date.UTC(2027, 2, 1, 9) + 1 },
      true,
      600,
      1,
      false,
    ],
    ['on its own weekdays', { windowDays: '12345' }, true, 600, 5, true],
    ['not on another', { windowDays: '12345' }, true, 600, 6, false],
  ])('%s', async (_, change, open, minute, weekday, leaves) => {
    expect(await take(() => [change], { claim: { open, minute, weekday } })).toEqual(leaves ? ['m'] : []);
  });

  test.each<[string, string | undefined, boolean, boolean]>([
    ['an answer at any hour within ten minutes of their SMS', heard(10 * MINUTE - 1), false, true],
    ['no answer at night after ten minutes', heard(10 * MINUTE), false, false],
    ['no answer at night to nothing', undefined, false, false],
    ['a late answer by day', heard(60 * MINUTE), true, true],
  ])('%s', async (_, before, open, leaves) => {
    const more = { claim: { open }, ...(before ? { before } : {}) };
    expect(await take(() => [{ lane: 0, purpose: 'answer' }], more)).toEqual(leaves ? ['m'] : []);
  });
});

test('an answer within ten minutes leaves outside the hours of the relative, too', async () => {
  const more = { claim: { minute: 600 }, before: heard(10 * MINUTE - 1) };
  expect(await take(() => [{ ...OTHER_HOURS, lane: 0, purpose: 'answer' }], more)).toEqual(['m']);
});

test('it leaves outside hours that never meet the window of the organisation', async () => {
  const closing = { claim: { minute: 600, opens: 480, closes: 660 } };
  expect(await take(() => [OTHER_HOURS], closing)).toEqual(['m']);
  expect(await take(() => [OTHER_HOURS], { claim: { minute: 600, opens: 480, closes: 661 } })).toEqual([]);
});

describe('in which order', () => {
  const first = { id: 'a', dueAt: 1 };
  const LATER = MONDAY + 1;
  test.each<[string, Partial<MessageRow>[], string[]]>([
    ['one SMS for a phone, the one that is due first', [{ id: 'b' }, first], ['a']],
    ['of those due at one instant the one composed first', [{ id: 'z' }, { id: 'a' }], ['z']],
    ['none beside one under way', [{ ...first, status: 'sending', intentAt: 1 }, { id: 'b' }], []],
    ['none beside one by the other sender', [{ ...first, sender: 'name' }, { id: 'b' }], []],
    ['none while one waits for another try', [{ ...first, attempts: 1, retryAt: LATER }, { id: 'b' }], []],
    ['one that was put off until now', [{ ...first, attempts: 1, retryAt: MONDAY }, { id: 'b' }], ['a']],
    [
      'answers, while one waits for another try',
      [
        { ...first, attempts: 1, retryAt: LATER },
        { id: 'x', lane: 0 },
      ],
      ['x'],
    ],
    ['one that was tried before those that were not', [first, { id: 'b', attempts: 1 }], ['b']],
    [
      'a group message that was tried before another SMS that was not',
      [first, { id: 'b', lane: 2, attempts: 1 }],
      ['b'],
    ],
    [
      'another when the first is not due yet',
      [{ id: 'a', dueAt: Number.MAX_SAFE_INTEGER }, { id: 'b' }],
      ['b'],
    ],
    [
      'answers before everything, and all of them',
      [first, { id: 'x', lane: 0 }, { id: 'y', lane: 0 }],
      ['x', 'y'],
    ],
    [
      'another after one that has left, failed or was taken back',
      [
        { ...first, status: 'sent' },
        { id: 'f', status: 'failed' },
        { id: 'c', status: 'cancelled' },
        { id: 'b' },
      ],
      ['b'],
    ],
  ])('%s', async (_, rows, taken) => {
    expect([...(await take(() => rows))].sort()).toEqual(taken);
  });

  test.each([
    [10 * MINUTE - 1, []],
    [10 * MINUTE, ['b']],
  ])('one of unknown outcome blocks for ten minutes (%i ms)', async (ago, taken) => {
    const unknown = (rt: House) => ({ id: 'a', status: 'unknown', intentAt: rt.now() - ago });
    expect(await take((rt) => [unknown(rt), { id: 'b' }])).toEqual(taken);
  });

  test('answers first, so that what is paced does not hold them up', async () => {
    const before =
      "INSERT INTO numbers (id, number_hash, number_sealed, created_at) VALUES ('other', 'other', 'x', 1)";
    const rows = [{ id: 'a' }, { id: 'x', lane: 0, numberId: 'other' }];
    expect(await take(() => rows, { before })).toEqual(['x', 'a']);
  });

  test('no more than there is room for', async () => {
    expect(
      await take(
        () => [
          { id: 'x', lane: 0 },
          { id: 'y', lane: 0 },
        ],
        { claim: { limit: 1 } },
      ),
    ).toHaveLength(1);
  });
});

test.each([
  ['an older fence', { fence: 0 }],
  ['a newer fence', { fence: 2 }],
  ['a lease that is over', { clock: Number.MAX_SAFE_INTEGER }],
])('nothing for %s', async (_, claim) => {
  expect(await take(() => [{}], { claim })).toEqual([]);
});
