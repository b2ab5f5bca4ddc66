// The limit of SMS that are no answers to one phone a day, as the claim keeps it. Stands apart, since the claim is long.

/** How many may leave to a phone a day, and when the next days open; without `dayLimit` there is no limit. */
export type DayLimitOrder = {
  dayLimit?: number | null;
  /** When the wall-clock day began, UTC ms. */
  today?: number;
  /** JSON list of [opening (UTC ms), ISO weekday] of the days to come on which an SMS may leave, the next first. */
  later?: string;
};

/** What holds where no limit is set. */
export const NO_DAY_LIMIT = { dayLimit: null, today: 0, later: '[]' } as const;

/** A message that waited would need this long after the opening to leave for certain, ms. */
export const TIME_TO_LEAVE_MS = 60 * 60_000;

/** What is put off keeps its order within the first minute of the opening: a day's milliseconds go into it so many times. */
const DAY_INTO_MINUTE = 1440;

/** Whether as many as may have left to the message's phone today: taken by the network, or on the way there. */
const IS_FULL = `:dayLimit IS NOT NULL AND m.lane > 0 AND m.pressing = 0 AND m.purpose NOT IN ('staff', 'notice')
  AND :dayLimit <= (SELECT COUNT(*) FROM
  (SELECT 1 FROM messages s INDEXED BY messages_number WHERE s.number_id = m.number_id AND s.lane > 0
    AND s.intent_at >= :today AND (s.sent_at IS NOT NULL OR s.status IN ('sending', 'unknown')) LIMIT :dayLimit))`;

/** The opening of the next day on which the message may leave, its own window considered; null when none is known. */
const NEXT_DAY = `(SELECT MIN((d.value ->> 0) + MAX(0, COALESCE(m.window_from, 0) - :opens) * 60000) FROM json_each(:later) d
  WHERE m.window_days IS NULL OR instr(m.window_days, d.value ->> 1) > 0)`;

/**
 * For the message `m` of a claim: when it is due instead, since its phone has had as many as it may today; null when it
 * may leave. What would be lost by waiting leaves.
 */
export const PUT_OFF_UNTIL = `CASE WHEN ${IS_FULL}
  AND ${NEXT_DAY} + ${TIME_TO_LEAVE_MS} <= COALESCE(m.not_after, ${Number.MAX_SAFE_INTEGER})
  THEN ${NEXT_DAY} + MIN(59999, MAX(0, m.due_at - :today) / ${DAY_INTO_MINUTE}) END`;
