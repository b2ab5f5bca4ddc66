// What a run has come to: where each journey stands, what each phone got, what the house says of it.
import type { State } from '../../src/journey/engine/state.ts';
import type { Db } from '../../src/store/open.ts';
import { unseal } from '../../src/store/seal.ts';
import { listSeen, type Seen } from '../sim/watch.ts';

/** One SMS the provider took: `ref` is our message, `at` journeys' time. */
export type Acceptance = { ref: string; to: string; text: string; at: number };

export type Message = {
  id: string;
  phone: string;
  key: string;
  purpose: string;
  lane: number;
  status: string;
  reason: string | undefined;
  text: string;
};

export type Record = {
  seen: Seen[];
  messages: Map<string, Message>;
  /** By phone: where the journey stands, without the instants of its timers. */
  journeys: Map<string, string>;
  /** The journeys that ended, by phone. */
  ended: Set<string>;
  replies: { id: string; providerId: string; phone: string; status: string; receivedAt: number }[];
  /** Ids of alerts. */
  alerts: Set<string>;
  /** Phones by the id of their number. */
  phones: Map<string, string>;
  /** Journey ids by phone. */
  journeyIds: Map<string, string>;
};

/** The text as it is the same in every run. */
export const plain = (text: string): string => text.replace(/https:\S+/, '{link}');

function standing(json: string): string {
  try {
    const { status, step, hold, awaiting, answers, endedBecause, reminded } = JSON.parse(json) as State;
    return JSON.stringify({ status, step, hold, awaiting, answers, endedBecause, reminded });
  } catch {
    return 'cannot be read';
  }
}

const textOf = ({ keys }: Db, id: string, sealed: string): string => {
  try {
    return unseal(keys, `messages.text:${id}`, sealed);
  } catch {
    return '';
  }
};

/** Reads it all from the database. */
export async function readRecord(db: Db): Promise<Record> {
  const rows = async (sql: string) => (await db.client.execute(sql)).rows;
  const numbers = new Map<string, string>();
  for (const { id, number_sealed } of await rows('SELECT id, number_sealed FROM numbers'))
    numbers.set(String(id), unseal(db.keys, `numbers.number:${id}`, String(number_sealed)));
  const phoneOf = (id: unknown): string => numbers.get(String(id)) ?? '';
  const messages = await rows('SELECT * FROM messages ORDER BY rowid');
  const journeys = await rows(
    'SELECT j.id, j.state, j.status, r.number_id FROM journeys j JOIN relatives r ON r.id = j.relative_id',
  );
  const replies = await rows('SELECT * FROM replies ORDER BY rowid');
  const alerts = await rows('SELECT id FROM alerts');
  return {
    seen: await listSeen(db.client),
    messages: new Map(
      messages.map((row) => [
        String(row.id),
        {
          id: String(row.id),
          phone: phoneOf(row.number_id),
          key: String(row.text_key),
          purpose: String(row.purpose),
          lane: Number(row.lane),
          status: String(row.status),
          reason: row.reason === null ? undefined : String(row.reason),
          text: textOf(db, String(row.id), String(row.text_sealed)),
        },
      ]),
    ),
    journeys: new Map(journeys.map((row) => [phoneOf(row.number_id), standing(String(row.state))])),
    ended: new Set(journeys.flatMap((row) => (row.status === 'ended' ? [phoneOf(row.number_id)] : []))),
    replies: replies.map((row) => ({
      id: String(row.id),
      providerId: String(row.provider_id),
      phone: phoneOf(row.number_id),
      status: String(row.status),
      receivedAt: Number(row.received_at),
    })),
    alerts: new Set(alerts.map((row) => String(row.id))),
    phones: numbers,
    journeyIds: new Map(journeys.map((row) => [phoneOf(row.number_id), String(row.id)])),
  };
}
