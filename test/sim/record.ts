// Everything the promises are held against: what stands in the database, what the phones got, and what was committed when.
import type { PhoneSms } from '../../src/gateways/phone/phone.ts';
import type { Fact } from '../../src/journey/engine/facts.ts';
import type { State } from '../../src/journey/engine/state.ts';
import { unseal } from '../../src/store/seal.ts';
import { keys } from './database.ts';
import { listSeen, type Seen } from './watch.ts';
import type { World } from './world.ts';

export type Message = {
  id: string;
  numberId: string;
  phone: string;
  circleId: string | undefined;
  journeyId: string | undefined;
  flowId: string | undefined;
  key: string;
  purpose: string;
  channel: string;
  sender: string;
  lane: number;
  status: string;
  reason: string | undefined;
  attempts: number;
  searches: number;
  dueAt: number;
  createdAt: number;
  text: string;
};

export type Journey = {
  id: string;
  flowName: string;
  status: string;
  numberId: string;
  channel: string;
  startedAt: number;
  state: State;
  facts: Fact[];
};
export type Reply = { id: string; providerId: string; numberId: string; status: string; receivedAt: number };

export type Record = {
  seen: Seen[];
  messages: Map<string, Message>;
  journeys: Journey[];
  replies: Reply[];
  alerts: Set<string>;
  /** Oldest first, as the network took them. */
  accepted: PhoneSms[];
  typed: PhoneSms[];
};

type Row = { [column: string]: unknown };

const text = (value: unknown): string | undefined => (value === null ? undefined : String(value));

function toMessage(row: Row): Message {
  const id = String(row.id);
  return {
    id,
    numberId: String(row.number_id),
    phone:
      row.number_sealed === null
        ? ''
        : unseal(keys, `numbers.number:${row.number_id}`, String(row.number_sealed)),
    circleId: text(row.circle_id),
    journeyId: text(row.journey_id),
    flowId: text(row.flow_id),
    key: String(row.text_key),
    purpose: String(row.purpose),
    channel: String(row.channel),
    sender: String(row.sender),
    lane: Number(row.lane),
    status: String(row.status),
    reason: text(row.reason),
    attempts: Number(row.attempts),
    searches: Number(row.searches),
    dueAt: Number(row.due_at),
    createdAt: Number(row.created_at),
    text: unseal(keys, `messages.text:${id}`, String(row.text_sealed)),
  };
}

/** Reads everything once the world has come to rest. */
export async function readRecord(world: World): Promise<Record> {
  const rows = async (sql: string): Promise<Row[]> => (await world.eye.execute(sql)).rows;
  const messages = await rows(`SELECT m.*, n.number_sealed, r.circle_id, j.flow_id FROM messages m
    LEFT JOIN numbers n ON n.id = m.number_id LEFT JOIN relatives r ON r.id = m.relative_id
    LEFT JOIN journeys j ON j.id = m.journey_id ORDER BY m.rowid`);
  const facts = Map.groupBy(await rows('SELECT * FROM facts ORDER BY version, n'), (row) =>
    String(row.journey_id),
  );
  const journeys = await rows(
    `SELECT j.*, r.number_id, r.channel FROM journeys j JOIN relatives r ON r.id = j.relative_id ORDER BY j.rowid`,
  );
  const replies = await rows('SELECT * FROM replies ORDER BY rowid');
  const alerts = await rows('SELECT id FROM alerts');
  const sms = world.network.listPhones().flatMap(({ number }) => world.network.conversation(number));
  const order = (one: PhoneSms): number => Number(one.id.split('-').at(-1));
  const all = sms.sort((a, b) => order(a) - order(b));
  return {
    seen: await listSeen(world.eye),
    messages: new Map(messages.map((row) => [String(row.id), toMessage(row)])),
    journeys: journeys.map((row) => ({
      id: String(row.id),
      flowName: String(row.flow_name),
      status: String(row.status),
      numberId: String(row.number_id),
      channel: String(row.channel),
      startedAt: Number(row.started_at),
      state: JSON.parse(String(row.state)) as State,
      facts: (facts.get(String(row.id)) ?? []).map(
        (fact) => ({ ...(JSON.parse(String(fact.body)) as object), kind: fact.kind, at: fact.at }) as Fact,
      ),
    })),
    replies: replies.map((row) => ({
      id: String(row.id),
      providerId: String(row.provider_id),
      numberId: String(row.number_id),
      status: String(row.status),
      receivedAt: Number(row.received_at),
    })),
    alerts: new Set(alerts.map((row) => String(row.id))),
    accepted: all.filter((one) => one.direction === 'toPhone'),
    typed: all.filter((one) => one.direction === 'fromPhone'),
  };
}
