// Alerts that somebody closed by hand, and the way back.
import { and, desc, eq, gte, type SQL } from 'drizzle-orm';
import type { Write } from '../lane.ts';
import { type Noted, noting, wasNoted } from '../noting.ts';
import type { Db } from '../open.ts';
import { inSight, type Sight } from '../people/sight.ts';
import { at } from '../rows.ts';
import { ledger } from '../schema/house.ts';
import { alerts } from '../schema/messages.ts';
import { relatives } from '../schema/people.ts';
import { alertColumns } from './desk-lists.ts';

/** Further back among those who closed something nobody looks. */
const MOST_CLOSINGS = 200;

/** The alerts that were closed by hand since an instant and still are, the latest first; `id` asks for one. */
export function listClosedAlerts(db: Db, asked: { since: number; limit: number; sight: Sight; id?: string }) {
  const closings = db.orm
    .select({ seq: ledger.seq, alertId: ledger.subject, closedAt: ledger.at })
    .from(ledger)
    .where(eq(ledger.kind, 'alert.done'))
    .orderBy(desc(ledger.seq))
    .limit(MOST_CLOSINGS)
    .as('closings');
  const isOne: SQL | undefined = asked.id === undefined ? undefined : eq(alerts.id, asked.id);
  return db.orm
    .select({ ...alertColumns, doneAt: closings.closedAt, doneBy: alerts.doneBy })
    .from(closings)
    .innerJoin(alerts, and(eq(alerts.id, closings.alertId), eq(alerts.doneAt, closings.closedAt)))
    .leftJoin(relatives, eq(relatives.id, alerts.relativeId))
    .where(
      and(
        eq(alerts.status, 'done'),
        gte(closings.closedAt, asked.since),
        inSight(asked.sight, alerts.relativeId),
        isOne,
      ),
    )
    .orderBy(desc(closings.seq))
    .limit(asked.limit);
}

/** An alert to open again; `doneAt` is the closing that was seen. */
export type Reopening = { id: string; doneAt: number } & Noted;

/** Opens closed alerts again where they stood; false for one that is open, or was closed anew meanwhile. */
export const reopenAlerts: Write<Reopening, boolean> = noting(
  {
    name: 'reopen-alerts',
    statements: (items) => [
      {
        sql: `update alerts set status = 'open', done_at = null, done_by = null
              from json_each(?) e
              where alerts.id = ${at(0)} and alerts.status = 'done' and alerts.done_at = ${at(1)} returning alerts.id`,
        args: [JSON.stringify(items.map(({ id, doneAt }) => [id, doneAt]))],
      },
    ],
    outcomes(items, [opened]) {
      const ids = new Set(opened?.rows.map((row) => row.id));
      return items.map(({ id }) => ids.delete(id));
    },
    lookUp: (client, item) => wasNoted(client, item),
  },
  {
    keys: ({ id, doneAt }) => [id, doneAt],
    join: (id, doneAt) => `join alerts a on a.id = ${id} and a.status = 'done' and a.done_at = ${doneAt}`,
  },
);
