// Who is in an arrangement, in line or invited, named where in sight.
import { type SQL, sql } from 'drizzle-orm';
import type { Db } from '../open.ts';
import { eventInSight, inSight, type Sight } from '../people/sight.ts';
import { fitsIn } from './seats.ts';

/**
 * One person's place. A relative's `nameSealed` opens at `relatives.name:<relativeId>` and is null out of sight; of one known
 * by a name alone `ownNameSealed` and `contactSealed` open at `attendances.name:<id>` and `attendances.contact:<id>`.
 */
export type ListedAttendance = {
  id: string;
  relativeId: string | null;
  nameSealed: string | null;
  ownNameSealed: string | null;
  contactSealed: string | null;
  channel: string | null;
  circleId: string | null;
  circleCode: string | null;
  apart: number | null;
  guests: number;
  state: string;
  since: number;
  by: string;
  journeyId: string | null;
  pending: number | null;
  why: string | null;
  /** Their place in the line, from 1; null for who does not wait. */
  place: number | null;
  /** 1: stands in line with more than the arrangement has seats for. */
  tooLarge: number;
  /** JSON list of [session, came 1 | 0], those that were noted. */
  presences: string;
};

const ORDER = sql`case a.state when 'yes' then 0 when 'waiting' then 1 when 'invited' then 2 else 3 end`;

/** What tells of a relative is null out of sight. */
const seen = (sight: Sight, column: SQL): SQL =>
  sql`case when a.relative_id is not null and ${inSight(sight, sql`a.relative_id`)} then ${column} end`;

const IS_TOO_LARGE = sql`(a.state = 'waiting' and exists (select 1 from events ev where ev.id = a.event_id and not ${sql.raw(fitsIn('ev', 'a'))}))`;

const columns = (
  sight: Sight,
): SQL => sql`a.id, a.relative_id as relativeId, a.guests, a.state, a.since, a.by,
  ${seen(sight, sql`a.journey_id`)} as journeyId, a.pending, a.why, a.name_sealed as ownNameSealed, a.contact_sealed as contactSealed,
  ${seen(sight, sql`r.name_sealed`)} as nameSealed, ${seen(sight, sql`r.channel`)} as channel,
  ${seen(sight, sql`r.circle_id`)} as circleId, ${seen(sight, sql`c.code`)} as circleCode, ${seen(sight, sql`c.apart`)} as apart,
  case when a.state = 'waiting' then (select count(*) from attendances w where w.event_id = a.event_id
    and w.state = 'waiting' and (w.since, w.id) <= (a.since, a.id)) end as place,
  ${IS_TOO_LARGE} as tooLarge,
  (select json_group_array(json_array(p.n, p.came)) from event_presences p where p.attendance_id = a.id) as presences`;

const FROM = sql`from attendances a left join relatives r on r.id = a.relative_id left join circles c on c.id = r.circle_id`;

const TO_CALL = sql`and ((a.relative_id is null and a.pending is not null) or ${IS_TOO_LARGE})`;

/** Of which arrangement, in which states; a page after `skip` others: a list of people is read from its beginning. */
export type AttendanceQuery = {
  eventId: string;
  states: readonly string[];
  /** Only those staff must call: known by a name alone with something to be told, or more than there are seats for. */
  toCall?: boolean;
  sight: Sight;
  skip: number;
  limit: number;
};

/** Those with a seat first, then the line in its order, then who was invited, then who said no. */
export const listAttendanceRows = ({ orm }: Db, query: AttendanceQuery): Promise<ListedAttendance[]> =>
  orm.all<ListedAttendance>(sql`select ${columns(query.sight)} ${FROM} where a.event_id = ${query.eventId}
    and a.state in (select value from json_each(${JSON.stringify(query.states)})) ${query.toCall ? TO_CALL : sql``}
    order by ${ORDER}, a.since, a.id limit ${query.limit} offset ${query.skip}`);

/** One person's place; undefined when it is not there, or is a relative's out of sight. */
export const findAttendance = async (
  { orm }: Db,
  eventId: string,
  id: string,
  sight: Sight,
): Promise<ListedAttendance | undefined> =>
  (
    await orm.all<ListedAttendance>(sql`select ${columns(sight)} ${FROM} where a.event_id = ${eventId} and a.id = ${id}
      and ${inSight(sight, sql`a.relative_id`)}`)
  )[0];

/** Whether another of a relative's circle "hver for sig" is in it, in line or invited. */
export async function meetsApart({ client }: Db, eventId: string, relativeId: string): Promise<boolean> {
  const found = await client.execute({
    sql: `SELECT 1 FROM relatives r JOIN circles c ON c.id = r.circle_id AND c.apart = 1
        JOIN relatives o ON o.circle_id = c.id AND o.id <> r.id
        JOIN attendances a ON a.event_id = ? AND a.relative_id = o.id AND a.state <> 'no'
      WHERE r.id = ? LIMIT 1`,
    args: [eventId, relativeId],
  });
  return found.rows.length > 0;
}

/** How one at an arrangement is told, for the aliases `a` and `r`; null: by staff, who know a name alone or chose not to write. */
export const TOLD_BY = sql`case when a.why = 'unasked' then null when r.only_call = 1 then 'ring' else r.channel end`;

/** How many would be told of a change, by how they are reached; `channel` null is who is told by staff. */
export const countToTell = ({ orm }: Db, eventId: string) =>
  orm.all<{ state: string; channel: string | null; count: number }>(sql`select a.state,
      ${TOLD_BY} as channel, count(*) as count ${FROM}
    where a.event_id = ${eventId} and a.state in ('invited', 'yes', 'waiting')
    group by 1, 2`);

/** How many parties in line are larger than so many seats. */
export async function countTooLarge({ orm }: Db, eventId: string, capacity: number): Promise<number> {
  const [row] = await orm.all<{ count: number }>(sql`select count(*) as count from attendances a
    where a.event_id = ${eventId} and a.state = 'waiting' and 1 + a.guests > ${capacity}`);
  return row?.count ?? 0;
}

/** The arrangements of one relative that staff see, the latest first. */
export const listAttendancesOf = ({ orm }: Db, relativeId: string, sight: Sight, limit: number) =>
  orm.all<{
    eventId: string;
    attendanceId: string;
    title: string;
    startsAt: number;
    eventState: string;
    state: string;
    guests: number;
    pending: number | null;
    why: string | null;
    came: number;
  }>(sql`select ev.id as eventId, a.id as attendanceId, ev.title, ev.starts_at as startsAt, ev.state as eventState, a.state,
      a.guests, a.pending, a.why, (select count(*) from event_presences p where p.attendance_id = a.id and p.came = 1) as came
    from attendances a join events ev on ev.id = a.event_id
    where a.relative_id = ${relativeId} and ${eventInSight(sight, sql`ev.unit_id`)}
    order by ev.starts_at desc, ev.id limit ${limit}`);
