// The people, journeys and messages that the rows work on, written straight into the tables.
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { advance } from '../../src/journey/engine/advance.ts';
import { SAMPLE_ORGANISATION, sampleKnown } from '../../src/journey/engine/sample-known.ts';
import { NEW_JOURNEY, type State } from '../../src/journey/engine/state.ts';
import type { Flow } from '../../src/journey/flow/flow.ts';
import { publishFlow } from '../../src/services/journeys/publish-flow.ts';
import { setOrganisation } from '../../src/store/organisation.ts';
import { newNumber, numberId } from '../../src/store/people/numbers.ts';
import { insertRows } from '../../src/store/rows.ts';
import { journeys, timers } from '../../src/store/schema/journeys.ts';
import { messages } from '../../src/store/schema/messages.ts';
import { circles, numbers, relatives } from '../../src/store/schema/people.ts';
import { seal } from '../../src/store/seal.ts';
import { type House, MONDAY } from './house.ts';

const TEST_NUMBERS = 9_998;

/** The n-th test number, +4520000001 to +4520009998; beyond them numbers that are too long to be anybody's. */
export const phoneOf = (n: number): string =>
  n < TEST_NUMBERS ? `+452000${String(n + 1).padStart(4, '0')}` : `+452000${String(n + 1).padStart(9, '0')}`;

/** What the relatives are told: an SMS of ordinary length. */
export const TEXT =
  'Kære Eksempel. Husk, at du altid kan ringe til os på 20 00 00 01 (hverdage 8-15). Venlig hilsen Eksempel Kommune';

const PAGE = 1000;

async function insert<T extends SQLiteTable>(
  house: House,
  table: T,
  count: number,
  rowOf: (n: number) => T['$inferInsert'],
): Promise<void> {
  for (let from = 0; from < count; from += PAGE) {
    const rows = Array.from({ length: Math.min(PAGE, count - from) }, (_, i) => rowOf(from + i));
    await house.db.client.batch([insertRows(table, rows)], 'write');
  }
}

/** An organisation, and relatives who each have a phone and share a circle in twos. */
export async function seedPeople(house: House, count: number): Promise<void> {
  const { keys, lane } = house.db;
  const { linkLength: _given, ...known } = SAMPLE_ORGANISATION;
  const settings = JSON.stringify({ ...known, authority: 'Eksempel Kommune', groupConsent: false });
  await lane.put(setOrganisation, { settings, at: MONDAY });
  const createdAt = MONDAY;
  await insert(house, circles, Math.ceil(count / 2), (n) => ({
    id: `c${n}`,
    code: `K-${n}`,
    unitId: 'u',
    createdAt,
  }));
  await insert(house, numbers, count, (n) => newNumber(keys, phoneOf(n), createdAt, false));
  await insert(house, relatives, count, (n) => ({
    id: `r${n}`,
    circleId: `c${Math.floor(n / 2)}`,
    numberId: numberId(keys, phoneOf(n)),
    nameSealed: seal(keys, `relatives.name:r${n}`, `Eksempel ${n}`),
    tiltaleSealed: seal(keys, `relatives.tiltale:r${n}`, 'Eksempel'),
    language: 'da',
    relation: 'datter',
    area: 'ældre',
    channel: 'sms',
    createdAt: createdAt - n,
  }));
}

/** Publishes the flow and lets the first `count` relatives have begun it, each due when the flow says or at `dueAt`; gives the journeys' ids. */
export async function seedJourneys(
  house: House,
  flow: Flow,
  count: number,
  dueAt?: (n: number) => number,
): Promise<string[]> {
  const flowId = await publishFlow(house, flow);
  const begun = advance(flow, NEW_JOURNEY, { kind: 'started', at: MONDAY, anchors: {} }, sampleKnown());
  const ids = Array.from({ length: count }, () => house.newId());
  const momentOf = (n: number): number => dueAt?.(n) ?? begun.state.timers.moment ?? MONDAY;
  const stateOf = (n: number): State => ({ ...begun.state, timers: { moment: momentOf(n) } });
  await insert(house, journeys, count, (n) => ({
    id: ids[n] ?? '',
    flowId,
    flowName: flow.name,
    relativeId: `r${n}`,
    version: 1,
    turn: '',
    status: begun.state.status,
    step: begun.state.step ?? null,
    state: JSON.stringify(stateOf(n)),
    startedAt: MONDAY,
  }));
  await insert(house, timers, count, (n) => ({
    journeyId: ids[n] ?? '',
    name: 'moment',
    dueAt: momentOf(n),
  }));
  return ids;
}

/**
 * Messages to `count` relatives, the first ones and from the sender by name unless another is named, every other with a
 * link; `batch` tells their ids apart.
 */
export async function seedMessages(
  house: House,
  batch: string,
  count: number,
  dueAt: number,
  { sender = 'name', from = 0 }: { sender?: 'name' | 'number'; from?: number } = {},
): Promise<void> {
  const { keys } = house.db;
  await insert(house, messages, count, (n) => {
    const id = `${batch}.${n}`;
    const link = n % 2 === 0;
    return {
      id,
      relativeId: `r${from + n}`,
      numberId: numberId(keys, phoneOf(from + n)),
      textKey: 'husk',
      purpose: 'flow',
      channel: 'sms',
      sender,
      language: 'da',
      textSealed: seal(keys, `messages.text:${id}`, link ? `${TEXT}: {link}` : TEXT),
      linkSealed: link ? seal(keys, `messages.link:${id}`, house.newId()) : null,
      segments: 1,
      lane: 1,
      status: 'due',
      dueAt,
      createdAt: dueAt,
    };
  });
}

const countTo = (count: number): string =>
  `WITH RECURSIVE counted(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM counted WHERE n < ${count})`;

/** Timers that are due, of journeys that are not there. */
export async function seedDueTimers(house: House, count: number, dueAt: number): Promise<void> {
  await insert(house, timers, count, (n) => ({ journeyId: `due${n}`, name: 'moment', dueAt }));
}

/** Timers that sleep, the first until `dueAt` and each a second longer. */
export async function seedSleepingTimers(house: House, count: number, dueAt: number): Promise<void> {
  await house.db.client.execute({
    sql: `${countTo(count)} INSERT INTO timers (journey_id, name, due_at, held)
      SELECT 'asleep' || n, 'moment', ? + n * 1000, 0 FROM counted`,
    args: [dueAt],
  });
}

/** Copies of one message that are due at `dueAt`, to phones of their own. */
export async function seedSleepingMessages(house: House, count: number, dueAt: number): Promise<void> {
  if (count === 0) return;
  await house.db.client.execute({
    sql: `${countTo(count)} INSERT INTO messages (id, number_id, text_key, purpose, channel, sender, language, text_sealed,
        segments, lane, status, due_at, created_at)
      SELECT 'asleep' || n, 'asleep' || n, text_key, purpose, channel, sender, language, text_sealed,
        segments, lane, status, ?, created_at FROM counted, (SELECT * FROM messages LIMIT 1)`,
    args: [dueAt],
  });
}
