import type { Statement } from '../lane.ts';

/** A person wrote it, or the house, after the circle was held: then it is no plan that stands still. */
const CIRCLE_HOLDS = '(m.journey_id IS NOT NULL OR m.created_at <= c.state_at)';

const TAKEN_BACK = `EXISTS (SELECT 1 FROM facts f WHERE f.journey_id = m.journey_id AND f.version > m.turn
  AND f.kind IN ('ended', 'consentChanged'))`;

/** Its broadcast was taken back or rests since, or it is not to get there any more. */
const BROADCAST = `(SELECT CASE WHEN b.status = 'cancelled' THEN 'broadcast-cancelled' WHEN r.minor = 1 THEN 'minor'
    WHEN r.quiet_until > m.intent_at THEN 'quiet' WHEN b.status IN ('paused', 'broken') THEN 'broadcast-paused' END
  FROM broadcasts b WHERE b.id = m.broadcast_id)`;

const WHY = `CASE WHEN n.stopped_at IS NOT NULL THEN 'stopped' WHEN n.wrong_at IS NOT NULL THEN 'wrong-number'
  WHEN ${TAKEN_BACK} THEN 'ended' WHEN c.state = 'dead' AND ${CIRCLE_HOLDS} THEN 'dead'
  WHEN (c.state = 'paused' AND ${CIRCLE_HOLDS}) OR j.hold IS NOT NULL THEN 'held'
  ELSE ${BROADCAST} END`;

const FOLLOW = `UPDATE messages SET number_id = r.number_id FROM relatives r
  WHERE messages.id IN (SELECT value FROM json_each(?)) AND messages.status = 'due' AND messages.purpose <> 'receipt'
    AND r.id = messages.relative_id AND r.number_id IS NOT NULL`;

const KEEP = `UPDATE messages SET reason = kept.why, status = iif(kept.why IN ('held', 'broadcast-paused'), 'held', 'cancelled')
  FROM (SELECT m.id, ${WHY} AS why FROM json_each(?) e JOIN messages m ON m.id = e.value
      JOIN numbers n ON n.id = m.number_id LEFT JOIN journeys j ON j.id = m.journey_id
      LEFT JOIN relatives r ON r.id = m.relative_id LEFT JOIN circles c ON c.id = r.circle_id
    WHERE m.status = 'due' AND m.purpose <> 'receipt') AS kept
  WHERE messages.id = kept.id AND kept.why IS NOT NULL`;

/**
 * Messages that became due again after an attempt: what was stopped, held, taken back or given another number while they
 * were under way holds for them too, as if they had never left.
 */
export const keepBack = (ids: readonly string[]): Statement[] =>
  ids.length === 0 ? [] : [FOLLOW, KEEP].map((sql) => ({ sql, args: [JSON.stringify(ids)] }));
