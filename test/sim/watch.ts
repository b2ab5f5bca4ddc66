// An eye of its own in the database: triggers write down, in the order of commits, what the promises are about.
import type { Client } from '@libsql/client';

/** Of a message: `at` is when it is due and `detail` its status when it was composed, later its last intent and its tries. */
export type Seen = { seq: number; what: string; id: string; detail: string; at: number };

const note = (what: string, id: string, detail = "''", at = '0'): string =>
  `INSERT INTO sim_seen (what, id, detail, at) VALUES (${what}, ${id}, ${detail}, ${at});`;

const TRIGGERS = [
  `AFTER INSERT ON messages BEGIN ${note("'composed'", 'NEW.id', 'NEW.status', 'NEW.due_at')} END`,
  `AFTER UPDATE OF status ON messages WHEN NEW.status <> OLD.status BEGIN
    ${note('NEW.status', 'NEW.id', 'NEW.attempts', 'COALESCE(NEW.intent_at, 0)')} END`,
  `AFTER INSERT ON replies WHEN NEW.meaning = 'stop' BEGIN ${note("'heard stop'", 'NEW.number_id')} END`,
  `AFTER UPDATE OF stopped_at ON numbers WHEN (NEW.stopped_at IS NULL) <> (OLD.stopped_at IS NULL) BEGIN
    ${note("CASE WHEN NEW.stopped_at IS NULL THEN 'open' ELSE 'stopped' END", 'NEW.id')} END`,
  `AFTER UPDATE OF wrong_at ON numbers WHEN NEW.wrong_at IS NOT NULL BEGIN ${note("'wrong'", 'NEW.id')} END`,
  `AFTER UPDATE OF state ON circles BEGIN ${note("'circle ' || NEW.state", 'NEW.id')} END`,
  `AFTER UPDATE OF hold ON journeys WHEN (NEW.hold IS NULL) <> (OLD.hold IS NULL) BEGIN
    ${note("CASE WHEN NEW.hold IS NULL THEN 'journey free' ELSE 'journey held' END", 'NEW.id')} END`,
];

/** Begins to watch; nothing the house does can be missed or seen before it is committed. */
export async function watch(client: Client): Promise<void> {
  await client.execute(
    'CREATE TABLE sim_seen (seq INTEGER PRIMARY KEY, what TEXT, id TEXT, detail TEXT, at INTEGER)',
  );
  for (const [n, trigger] of TRIGGERS.entries()) await client.execute(`CREATE TRIGGER sim_${n} ${trigger}`);
}

/** Everything that was seen, in the order it was committed. */
export async function listSeen(client: Client): Promise<Seen[]> {
  const found = await client.execute('SELECT * FROM sim_seen ORDER BY seq');
  return found.rows.map((row) => ({
    seq: Number(row.seq),
    what: String(row.what),
    id: String(row.id),
    detail: String(row.detail),
    at: Number(row.at),
  }));
}
