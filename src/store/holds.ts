// "Pause" and "Borgeren er død": everything around one cared-for person stands still in one commit.
import type { Hold } from '../journey/engine/state.ts';
import type { Write } from './lane.ts';

export type HoldOrder = { circleId: string; hold: Hold; at: number; by: string; turn: string };
export type Held = { journeys: number; messages: number };

const IN_CIRCLE = 'relative_id IN (SELECT id FROM relatives WHERE circle_id = ?1)';

const holdOne = ({ circleId, hold, at, by, turn }: HoldOrder) => [
  { sql: 'UPDATE circles SET state = ?2, state_at = ?3 WHERE id = ?1', args: [circleId, hold, at] },
  {
    sql: `UPDATE journeys SET version = version + 1, turn = ?4, hold = ?2,
        state = json_set(state, '$.hold', ?2, '$.heldAt', COALESCE(state ->> '$.heldAt', ?3))
      WHERE status <> 'ended' AND ${IN_CIRCLE} RETURNING id`,
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
    sql: `UPDATE messages SET status = ?2, reason = 'held' WHERE status IN ('due', 'held', 'todo') AND purpose = 'flow' AND ${IN_CIRCLE}
      RETURNING id`,
    args: [circleId, hold === 'dead' ? 'cancelled' : 'held'],
  },
];

/** Holds circles: journeys, timers and unsent messages together; a turn decided before the hold loses and sees it. */
export const holdCircles: Write<HoldOrder, Held> = {
  name: 'hold-circles',
  statements: (orders) => orders.flatMap(holdOne),
  outcomes: (orders, results) =>
    orders.map((_, i) => ({
      journeys: results[i * 5 + 1]?.rows.length ?? 0,
      messages: results[i * 5 + 4]?.rows.length ?? 0,
    })),
};

/** Lets a circle's held messages become due again; its journeys are released one by one. */
export const releaseMessages: Write<{ circleId: string; at: number }, true> = {
  name: 'release-messages',
  statements: (orders) =>
    orders.flatMap(({ circleId, at }) => [
      { sql: "UPDATE circles SET state = 'alive', state_at = ?2 WHERE id = ?1", args: [circleId, at] },
      {
        sql: `UPDATE messages SET reason = NULL, status = CASE WHEN channel = 'sms' THEN 'due' ELSE 'todo' END
          WHERE status = 'held' AND ${IN_CIRCLE}`,
        args: [circleId],
      },
    ]),
  outcomes: (orders) => orders.map(() => true as const),
};
