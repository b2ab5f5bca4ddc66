// What staff have decided of a sender, and what it has to do. Counts go no further than a bound, whatever is stored.
import type { Statement, Write } from '../lane.ts';
import { type Noted, noting, wasNoted } from '../noting.ts';
import type { Db } from '../open.ts';
import { insertIf } from '../rows.ts';
import { alerts } from '../schema/messages.ts';
import type { AlertRow } from './alerts.ts';

/** The condition under which anything leaves from `:sender`; a dispatcher's claim carries it. */
export const SENDER_GOES_ON =
  'NOT EXISTS (SELECT 1 FROM senders stopped WHERE stopped.name = :sender AND stopped.stopped_at IS NOT NULL)';

/** Since when (real time) and by whom each sender is stopped, by name; one that goes on is not in it. */
export async function findStopped({ client }: Db): Promise<Map<string, { at: number; by: string }>> {
  const { rows } = await client.execute(
    'SELECT name, stopped_at, stopped_by FROM senders WHERE stopped_at IS NOT NULL',
  );
  return new Map(
    rows.map((row) => [String(row.name), { at: Number(row.stopped_at), by: String(row.stopped_by) }]),
  );
}

export type SenderStop = { name: string; at: number; by: string; alert: AlertRow } & Noted;

const raise = ({ name, at, alert }: SenderStop): Statement[] =>
  insertIf(alerts, [{ row: alert, keys: [name, at] }], {
    verb: 'INSERT OR IGNORE',
    join: (sender, since) => `JOIN senders s ON s.name = ${sender} AND s.stopped_at = ${since}`,
  });

/** Stops senders: from this commit on no claim takes anything of them, and an alert stands. False for one that is stopped. */
export const stopSenders: Write<SenderStop, boolean> = noting(
  {
    name: 'stop-senders',
    statements: (items) =>
      items.flatMap((item) => [
        {
          sql: `INSERT INTO senders (name, stopped_at, stopped_by) VALUES (?, ?, ?)
            ON CONFLICT (name) DO UPDATE SET stopped_at = excluded.stopped_at, stopped_by = excluded.stopped_by
            WHERE senders.stopped_at IS NULL RETURNING name`,
          args: [item.name, item.at, item.by],
        },
        ...raise(item),
      ]),
    outcomes: (items, results) => items.map((_, i) => (results[2 * i]?.rows.length ?? 0) > 0),
    lookUp: wasNoted,
  },
  {
    keys: ({ name }) => [name],
    join: (name) =>
      `JOIN (SELECT 1) one ON NOT EXISTS (SELECT 1 FROM senders s WHERE s.name = ${name} AND s.stopped_at IS NOT NULL)`,
  },
);

/** Lets senders go on and closes the alerts that stood; false for one that goes on already. `at` is journey time. */
export const startSenders: Write<{ name: string; at: number; by: string } & Noted, boolean> = noting(
  {
    name: 'start-senders',
    statements: (items) =>
      items.flatMap(({ name, at, by }) => [
        {
          sql: `UPDATE senders SET stopped_at = NULL, stopped_by = NULL
            WHERE name = ? AND stopped_at IS NOT NULL RETURNING name`,
          args: [name],
        },
        {
          sql: `UPDATE alerts SET status = 'done', done_at = ?, done_by = ?
            WHERE status = 'open' AND kind = 'sender-stopped' AND step = ?`,
          args: [at, by, name],
        },
      ]),
    outcomes: (items, results) => items.map((_, i) => (results[2 * i]?.rows.length ?? 0) > 0),
    lookUp: wasNoted,
  },
  {
    keys: ({ name }) => [name],
    join: (name) => `JOIN senders s ON s.name = ${name} AND s.stopped_at IS NOT NULL`,
  },
);

/** How many of each a sender has, each counted to `most` at the furthest. */
export type SenderCounts = { due: number; later: number; putOff: number; unknown: number; left: number };

const DUE = `FROM messages INDEXED BY messages_due WHERE status = 'due' AND retry_at IS NULL AND sender = :sender`;

const COUNTED: Record<keyof SenderCounts, string> = {
  due: `${DUE} AND lane IN (0, 1, 2) AND due_at <= :now`,
  later: `${DUE} AND lane IN (0, 1, 2) AND due_at > :now`,
  putOff: `FROM messages INDEXED BY messages_retry WHERE status = 'due' AND retry_at IS NOT NULL AND sender = :sender`,
  unknown: `FROM messages INDEXED BY messages_unsettled
    WHERE status IN ('sending', 'unknown') AND status = 'unknown' AND sender = :sender`,
  left: `FROM messages INDEXED BY messages_left WHERE sent_at IS NOT NULL AND sender = :sender AND sent_at >= :since`,
};

const COUNTS = `SELECT ${Object.entries(COUNTED)
  .map(([name, from]) => `(SELECT count(*) FROM (SELECT 1 ${from} LIMIT :most)) AS "${name}"`)
  .join(', ')}`;

/** What a sender has to do at `now`, and what left since an instant; journey time. */
export async function countSender(
  { client }: Db,
  query: { sender: string; now: number; since: number; most: number },
): Promise<SenderCounts> {
  const [row] = (await client.execute({ sql: COUNTS, args: query })).rows;
  const count = (name: keyof SenderCounts): number => Number(row?.[name] ?? 0);
  return {
    due: count('due'),
    later: count('later'),
    putOff: count('putOff'),
    unknown: count('unknown'),
    left: count('left'),
  };
}
