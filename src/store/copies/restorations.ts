// A backup that was put back: until what happened since it was made is reconciled with the gateway, nothing leaves.
import type { Client } from '@libsql/client';
import type { Statement, Write } from '../lane.ts';
import { addEntries, type LedgerRow } from '../ledger.ts';
import { type AlertRow, raiseAlerts } from '../messages/alerts.ts';
import type { Db } from '../open.ts';
import { insertRows } from '../rows.ts';
import { restorations } from '../schema/house.ts';

/** `takenAt` is journey time, the others real time, UTC ms. */
export type Restoration = { id: string; takenAt: number; restoredAt: number; toldAt: number | null };

/** The condition under which anything may leave; a dispatcher's claim carries it. */
export const NOTHING_HELD_BACK =
  'NOT EXISTS (SELECT 1 FROM restorations INDEXED BY restorations_open WHERE reconciled_at IS NULL AND taken_at > 0)';

/** The restoration that is not reconciled, with the oldest backup where there are several; undefined when all are. */
export async function findRestoration(db: Pick<Db, 'client'>): Promise<Restoration | undefined> {
  const found = await db.client.execute(
    `SELECT id, taken_at, restored_at, told_at FROM restorations INDEXED BY restorations_open
      WHERE reconciled_at IS NULL ORDER BY taken_at LIMIT 1`,
  );
  const row = found.rows[0];
  return (
    row && {
      id: String(row.id),
      takenAt: Number(row.taken_at),
      restoredAt: Number(row.restored_at),
      toldAt: row.told_at === null ? null : Number(row.told_at),
    }
  );
}

/** Makes the question whether the house holds everything back; once it does not it is never asked of the database again. */
export function askHeldBack(client: Client): () => Promise<boolean> {
  let goesOn = false;
  return async () => {
    if (!goesOn) goesOn = (await findRestoration({ client })) === undefined;
    return !goesOn;
  };
}

/** Notes restorations; one that is noted stays as it is. */
export const noteRestorations: Write<typeof restorations.$inferInsert, true> = {
  name: 'note-restorations',
  statements: (rows) => [insertRows(restorations, rows, 'ignore')],
  outcomes: (rows) => rows.map(() => true as const),
};

/** Tells a person that the gateway does not answer; once for each restoration. */
export const tellRestorations: Write<{ id: string; at: number; alert: AlertRow }, true> = {
  name: 'tell-restorations',
  statements: (told) => [
    ...told.map(({ id, at }) => ({
      sql: 'UPDATE restorations SET told_at = ? WHERE id = ? AND told_at IS NULL',
      args: [at, id],
    })),
    ...raiseAlerts.statements(told.map(({ alert }) => alert)),
  ],
  outcomes: (told) => told.map(() => true as const),
};

export type Reconciled = { at: number; alert: AlertRow; entry: LedgerRow };

const closeAll = ({ at }: Reconciled): Statement => ({
  sql: 'UPDATE restorations SET reconciled_at = ? WHERE reconciled_at IS NULL',
  args: [at],
});

/** That nothing leaves is true no more. */
const closeTold = ({ at }: Reconciled): Statement => ({
  sql: "UPDATE alerts SET status = 'done', done_at = ?, done_by = 'house' WHERE status = 'open' AND kind = 'restoring'",
  args: [at],
});

/** Lets the house go on, with the alert and the entry that tell of it in the same commit. */
export const closeRestorations: Write<Reconciled, true> = {
  name: 'close-restorations',
  statements: (all) => [
    ...all.flatMap((one) => [closeAll(one), closeTold(one)]),
    ...raiseAlerts.statements(all.map(({ alert }) => alert)),
    ...addEntries.statements(all.map(({ entry }) => entry)),
  ],
  outcomes: (all) => all.map(() => true as const),
};
