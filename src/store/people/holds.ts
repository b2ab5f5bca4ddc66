// "Pause" and "Borgeren er død": everything around one cared-for person stands still in one commit.
import type { Hold } from '../../journey/engine/state.ts';
import type { Statement, Write } from '../lane.ts';
import { always, type Noted, noting } from '../noting.ts';
import { placeOf } from '../rows.ts';
import { ledger } from '../schema/house.ts';

export type HoldOrder = { circleId: string; hold: Hold; at: number; by: string; turn: string } & Noted;
export type Held = { journeys: number; messages: number };

const inCircle = (circle: string): string =>
  `relative_id IN (SELECT id FROM relatives WHERE circle_id = ${circle})`;

const IN_CIRCLE = inCircle('?1');

const RUNNING = "status <> 'ended'";
const UNSENT = "status IN ('due', 'held', 'todo') AND purpose <> 'receipt'";

/** What the hold is about to stop, for the ledger. */
const stops = (circle: string): string =>
  `json_object('journeys', (SELECT count(*) FROM journeys WHERE ${RUNNING} AND ${inCircle(circle)}),
    'messages', (SELECT count(*) FROM messages WHERE ${UNSENT} AND ${inCircle(circle)}))`;

/** Death is never made a mere pause again; only a release undoes it. */
const AT_LEAST = (column: string): string => `CASE WHEN ${column} = 'dead' THEN 'dead' ELSE ?2 END`;

const IS_DEAD = "(SELECT state = 'dead' FROM circles WHERE id = ?1)";

const holdOne = ({ circleId, hold, at, by, turn }: HoldOrder): Statement[] => [
  {
    sql: `UPDATE circles SET state = ${AT_LEAST('state')}, state_at = ?3 WHERE id = ?1`,
    args: [circleId, hold, at],
  },
  {
    sql: `UPDATE journeys SET version = version + 1, turn = ?4, hold = ${AT_LEAST('hold')},
        state = json_set(state, '$.hold', ${AT_LEAST('hold')}, '$.heldAt', COALESCE(state ->> '$.heldAt', ?3))
      WHERE ${RUNNING} AND ${IN_CIRCLE} RETURNING id`,
    args: [circleId, hold, at, turn],
  },
  {
    sql: `INSERT INTO facts (journey_id, version, n, kind, step, at, body)
      SELECT id, version, 0, 'held', step, ?2, json_object('hold', ?3, 'by', ?4) FROM journeys WHERE turn = ?5 AND ${IN_CIRCLE}`,
    args: [circleId, at, hold, by, turn],
  },
  {
    sql: `UPDATE timers SET held = 1 WHERE journey_id IN (SELECT id FROM journeys WHERE ${IN_CIRCLE})`,
    args: [circleId],
  },
  {
    sql: `UPDATE messages SET reason = iif(${IS_DEAD}, 'dead', 'held'), status = iif(${IS_DEAD}, 'cancelled', 'held')
      WHERE ${UNSENT} AND ${IN_CIRCLE} RETURNING id`,
    args: [circleId],
  },
];

/**
 * Holds circles: journeys, timers and unsent messages together; a turn decided before the hold loses and sees it. The
 * entry, whose subject is the circle, says how much was stopped.
 */
export const holdCircles: Write<HoldOrder, Held> = noting(
  {
    name: 'hold-circles',
    statements: (orders) => orders.flatMap(holdOne),
    outcomes: (orders, results) =>
      orders.map((_, i) => ({
        journeys: results[i * 5 + 1]?.rows.length ?? 0,
        messages: results[i * 5 + 4]?.rows.length ?? 0,
      })),
  },
  { ...always, override: { body: () => stops(placeOf(ledger, 'subject')) } },
);

export type ReleaseOrder = { circleId: string; at: number; stateAt: number | null } & Noted;

/** Its group message stands still by itself. */
const RESTS =
  "EXISTS (SELECT 1 FROM broadcasts b WHERE b.id = messages.broadcast_id AND b.status IN ('paused', 'broken'))";

/**
 * Lets a circle live again and its held messages become due, after its journeys were released one by one; those of a
 * journey that stands still by itself stay. False, with nothing changed, when the circle was held anew since `stateAt`.
 */
export const releaseCircles: Write<ReleaseOrder, boolean> = noting(
  {
    name: 'release-circles',
    statements: (orders) =>
      orders.flatMap(({ circleId, at, stateAt }) => [
        {
          sql: "UPDATE circles SET state = 'alive', state_at = ?2 WHERE id = ?1 AND state_at IS ?3 RETURNING id",
          args: [circleId, at, stateAt],
        },
        {
          sql: `UPDATE messages SET reason = iif(${RESTS}, 'broadcast-paused', NULL),
            status = CASE WHEN ${RESTS} THEN 'held' WHEN channel = 'sms' THEN 'due' ELSE 'todo' END
          WHERE status = 'held' AND ${IN_CIRCLE} AND (SELECT state = 'alive' FROM circles WHERE id = ?1)
            AND NOT EXISTS (SELECT 1 FROM journeys j WHERE j.id = messages.journey_id AND j.hold IS NOT NULL)`,
          args: [circleId],
        },
      ]),
    outcomes: (orders, results) => orders.map((_, i) => (results[i * 2]?.rows.length ?? 0) > 0),
    lookUp: async (client, { circleId, at }) => {
      const sql = "SELECT 1 FROM circles WHERE id = ? AND state = 'alive' AND state_at = ?";
      const found = await client.execute({ sql, args: [circleId, at] });
      return found.rows.length > 0 ? true : undefined;
    },
  },
  {
    keys: ({ circleId, stateAt }) => [circleId, stateAt ?? ''],
    join: (circle, stateAt) => `JOIN circles c ON c.id = ${circle} AND COALESCE(c.state_at, '') = ${stateAt}`,
  },
);
