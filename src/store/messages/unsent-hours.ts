// What waits to be sent to a relative whose hours become others: when it is due, and the hours it keeps to.
import type { Statement } from '../lane.ts';
import type { Db } from '../open.ts';

export type WaitingMessage = {
  id: string;
  dueAt: number;
  createdAt: number;
  notAfter: number | null;
  windowFrom: number | null;
  windowTo: number | null;
  windowDays: string | null;
};

/** The same message by other hours; without `hours` the send window alone holds. */
export type MovedMessage = {
  id: string;
  dueAt: number;
  hours: { from: number; to: number; until?: number } | undefined;
};

/** The SMS of journeys and of staff that wait to be sent to a relative, answers apart. */
export async function listWaitingMessages({ client }: Db, relativeId: string): Promise<WaitingMessage[]> {
  const { rows } = await client.execute({
    sql: `select m.id, m.due_at, m.created_at, m.not_after, m.window_from, m.window_to, m.window_days
      from messages m where m.relative_id = ? and m.channel = 'sms' and m.lane = 1 and m.purpose in ('flow', 'staff')
        and m.status in ('due', 'held')`,
    args: [relativeId],
  });
  const orNull = (value: unknown): number | null => (value === null ? null : Number(value));
  return rows.map((row) => ({
    id: String(row.id),
    dueAt: Number(row.due_at),
    createdAt: Number(row.created_at),
    notAfter: orNull(row.not_after),
    windowFrom: orNull(row.window_from),
    windowTo: orNull(row.window_to),
    windowDays: row.window_days === null ? null : String(row.window_days),
  }));
}

/** Moves messages that have not left, where `where` holds (with `?1` and `?2` of its own); one that was tried keeps its moment. */
export const moveUnsent = (
  moved: readonly MovedMessage[],
  where: string,
  args: readonly (string | number)[],
): Statement => ({
  sql: `update messages set due_at = iif(attempts = 0, e.value ->> '$.dueAt', due_at),
      hours_from = e.value ->> '$.hours.from', hours_to = e.value ->> '$.hours.to', hours_until = e.value ->> '$.hours.until'
    from json_each(?3) e where messages.id = e.value ->> '$.id' and messages.status in ('due', 'held') and ${where}`,
  args: [...args, JSON.stringify(moved)],
});
