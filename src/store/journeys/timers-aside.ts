// Timers of journeys that could not go on: set aside with an alert, so that the others go on, and freed by the person who mended what was wrong.

import type { Write } from '../lane.ts';
import type { AlertRow } from '../messages/alerts.ts';
import { type Noted, noting } from '../noting.ts';
import type { Db } from '../open.ts';
import { at, insertIf } from '../rows.ts';
import { alerts } from '../schema/messages.ts';
import { wasClosed } from './settlements.ts';
import type { DueTimer } from './timers.ts';

/** What the one alert there is about a timer that was set aside is called, after `broken.`. */
export const asideId = ({ journeyId, name, dueAt }: DueTimer): string => `${journeyId}.${name}.${dueAt}`;

const ASIDE_ID = "'broken.' || t.journey_id || '.' || t.name || '.' || t.due_at";

/** The timer behind an alert, still set aside, in a journey that does not stand still for another reason. */
const isAside = (alert: string): string => `SELECT 1 FROM timers t JOIN journeys j ON j.id = t.journey_id
  WHERE t.held = 1 AND j.hold IS NULL AND t.journey_id = ${alert}.journey_id AND ${ASIDE_ID} = ${alert}.id`;

/** Sets aside timers that are still due as they were seen, and tells a person in the same commit: again when it happens again. */
export const setTimersAside: Write<{ timer: DueTimer; alert: AlertRow }, true> = {
  name: 'set-timers-aside',
  statements: (items) => [
    ...insertIf(
      alerts,
      items.map(({ timer, alert }) => ({ row: alert, keys: [timer.journeyId, timer.name, timer.dueAt] })),
      {
        join: (journey, name, due) => `JOIN timers t ON t.journey_id = ${journey} AND t.name = ${name}
          AND t.due_at = ${due} AND t.held = 0 LEFT JOIN journeys j ON j.id = t.journey_id`,
        override: { relativeId: () => 'j.relative_id' },
        verb: 'INSERT OR REPLACE',
      },
    ),
    {
      sql: `UPDATE timers SET held = 1 WHERE (journey_id, name, due_at) IN
        (SELECT ${at(0)}, ${at(1)}, ${at(2)} FROM json_each(?) e)`,
      args: [JSON.stringify(items.map(({ timer: t }) => [t.journeyId, t.name, t.dueAt]))],
    },
  ],
  outcomes: (items) => items.map(() => true as const),
};

/** The alert of a timer that is to be tried again. */
export type Freeing = { alert: string; at: number; by: string } & Noted;

/** Frees the timer an alert is about, and that one alone, and closes the alert; false when there is no such timer any more. */
export const freeTimers: Write<Freeing, boolean> = noting(
  {
    name: 'free-timers',
    statements: (items) =>
      items.flatMap(({ alert, at: when, by }) => [
        {
          sql: `UPDATE timers SET held = 0 WHERE (journey_id, name) IN (SELECT t.journey_id, t.name
            FROM alerts a JOIN timers t ON t.journey_id = a.journey_id AND t.held = 1 AND ${ASIDE_ID} = a.id
              JOIN journeys j ON j.id = t.journey_id AND j.hold IS NULL
            WHERE a.id = ? AND a.status = 'open') RETURNING journey_id`,
          args: [alert],
        },
        {
          sql: "UPDATE alerts SET status = 'done', done_at = ?2, done_by = ?3 WHERE id = ?1 AND changes() > 0",
          args: [alert, when, by],
        },
      ]),
    outcomes: (items, results) => items.map((_, i) => (results[i * 2]?.rows.length ?? 0) > 0),
    lookUp: (client, { alert, ...freeing }) => wasClosed(client, { ...freeing, id: alert }),
  },
  {
    keys: ({ alert }) => [alert],
    join: (alert) => `JOIN alerts a ON a.id = ${alert} AND a.status = 'open' AND EXISTS (${isAside('a')})`,
  },
);

/** Which of these alerts are about a timer that can be tried again. */
export async function listAside(db: Db, alertIds: readonly string[]): Promise<Set<string>> {
  if (alertIds.length === 0) return new Set();
  const found = await db.client.execute({
    sql: `SELECT a.id FROM json_each(?) e JOIN alerts a ON a.id = e.value WHERE EXISTS (${isAside('a')})`,
    args: [JSON.stringify(alertIds)],
  });
  return new Set(found.rows.map((row) => String(row.id)));
}
