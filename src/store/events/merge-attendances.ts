// Two records of one person may stand in the same arrangement: one place is enough, and it is the better one.
import type { Statement } from '../lane.ts';
import { givingFrom, nextTelling } from './seats.ts';

const RANK = (table: string): string =>
  `CASE ${table}.state WHEN 'yes' THEN 3 WHEN 'waiting' THEN 2 WHEN 'no' THEN 1 ELSE 0 END`;

/** True where a journey that tells of the place is under way. */
const IS_WRITTEN_TO = (table: string): string =>
  `EXISTS (SELECT 1 FROM journeys j WHERE j.id = ${table}.journey_id AND j.status <> 'ended')`;

const EITHER = `(${IS_WRITTEN_TO('other')} OR ${IS_WRITTEN_TO('attendances')})`;

const BOTH = `FROM attendances other WHERE other.relative_id = ?2 AND attendances.relative_id = ?1
  AND attendances.event_id = other.event_id`;

/**
 * Before the rows of ?2 move to ?1: where both stand in one arrangement, ?1 gets the better place, the earlier one of two in
 * line, and who came; the journey of either that is under way tells of it. `may` is when the merge takes.
 */
export const attendOnce = (args: NonNullable<Statement['args']>, may: string): Statement[] => [
  {
    sql: `UPDATE OR IGNORE event_presences SET attendance_id = mine.id
      FROM attendances other JOIN attendances mine ON mine.event_id = other.event_id AND mine.relative_id = ?1
      WHERE other.relative_id = ?2 AND event_presences.attendance_id = other.id AND ${may}`,
    args,
  },
  {
    sql: `UPDATE attendances SET state = other.state, since = other.since, guests = other.guests, by = other.by,
        why = iif(${EITHER}, NULL, other.why),
        journey_id = iif(${IS_WRITTEN_TO('attendances')} AND NOT ${IS_WRITTEN_TO('other')}, attendances.journey_id,
          coalesce(other.journey_id, attendances.journey_id)),
        pending = iif(other.pending IS NULL AND attendances.pending IS NULL AND NOT ${EITHER}, NULL, ${nextTelling('attendances')})
      ${BOTH} AND (${RANK('other')} > ${RANK('attendances')}
        OR (other.state = 'waiting' AND attendances.state = 'waiting' AND other.since < attendances.since)) AND ${may}`,
    args,
  },
  {
    sql: `UPDATE attendances SET journey_id = other.journey_id, why = NULL, pending = ${nextTelling('attendances')}
      ${BOTH} AND ${IS_WRITTEN_TO('other')} AND NOT ${IS_WRITTEN_TO('attendances')} AND ${may}`,
    args,
  },
];

/** After the rows have moved: seats that came free in the arrangements of a relative go to the next in line. */
export const giveAfterMerge = (relativeId: string, at: number): Statement => ({
  sql: givingFrom(
    '(SELECT json_group_array(json_array(t.event_id, ?2, NULL, NULL)) FROM attendances t WHERE t.relative_id = ?1)',
  ),
  args: [relativeId, at],
});
