// How the desk reads arrangements: by their time, each with how many are in it.
import { type SQL, sql } from 'drizzle-orm';
import type { Period } from '../care/figures.ts';
import type { Db } from '../open.ts';
import { eventInSight, type Sight } from '../people/sight.ts';
import { fitsIn } from './seats.ts';

/** One arrangement with its counts, of all its people; `videoSealed` opens at `events.video:<id>`. Instants UTC ms. */
export type ListedEvent = {
  id: string;
  seriesId: string | null;
  title: string;
  smsTitle: string;
  kind: string;
  audience: string;
  track: string;
  unitId: string | null;
  unitName: string | null;
  place: string;
  smsPlace: string;
  videoSealed: string | null;
  details: string;
  startsAt: number;
  endsAt: number;
  capacity: number | null;
  guests: number;
  signUpUntil: number | null;
  lockHours: number;
  remindDays: string;
  isPublic: number;
  state: string;
  announcedAt: number | null;
  moves: number;
  createdAt: number;
  createdBy: string;
  changedAt: number;
  /** People with a seat, and the seats they take with their guests. */
  yes: number;
  seats: number;
  waiting: number;
  /** Of those in line the parties that are larger than the arrangement: they keep nobody waiting, and staff speak with them. */
  tooLarge: number;
  invited: number;
  no: number;
  /** People who came to at least one session. */
  came: number;
};

const inState = (state: string): SQL =>
  sql`(select count(*) from attendances t where t.event_id = ev.id and t.state = ${state})`;

const columns = sql`ev.id, ev.series_id as seriesId, ev.title, ev.sms_title as smsTitle, ev.kind, ev.audience, ev.track,
  ev.unit_id as unitId, u.name as unitName, ev.place, ev.sms_place as smsPlace, ev.video_sealed as videoSealed, ev.details,
  ev.starts_at as startsAt, ev.ends_at as endsAt, ev.capacity, ev.guests, ev.sign_up_until as signUpUntil,
  ev.lock_hours as lockHours, ev.remind_days as remindDays, ev.is_public as isPublic, ev.state,
  ev.announced_at as announcedAt, ev.moves, ev.created_at as createdAt, ev.created_by as createdBy,
  ev.changed_at as changedAt, ${inState('yes')} as yes, ${inState('waiting')} as waiting,
  (select count(*) from attendances t where t.event_id = ev.id and t.state = 'waiting'
    and not ${sql.raw(fitsIn('ev', 't'))}) as tooLarge, ${inState('invited')} as invited,
  ${inState('no')} as no,
  (select coalesce(sum(1 + t.guests), 0) from attendances t where t.event_id = ev.id and t.state = 'yes') as seats,
  (select count(distinct p.attendance_id) from attendances t join event_presences p on p.attendance_id = t.id and p.came = 1
    where t.event_id = ev.id) as came`;

const FROM = sql`from events ev left join units u on u.id = ev.unit_id`;

/** Soonest first, without reading all that ever began: those that are not over are found by their end (the plus). */
const SOONEST = sql`+ev.starts_at asc, ev.id asc`;
const LATEST = sql`ev.starts_at desc, ev.id desc`;

/** Which arrangements: those not over yet, soonest first, or those that are, latest first; drafts are among those to come. */
export type EventQuery = {
  when: 'coming' | 'past';
  now: number;
  seriesId?: string | undefined;
  unitId?: string | undefined;
  kind?: string | undefined;
  after?: { at: number; id: string } | undefined;
  sight: Sight;
  limit: number;
};

const isValue = (column: SQL, value: string | undefined): SQL =>
  value === undefined ? sql`` : sql`and ${column} = ${value}`;

export const listEventRows = ({ orm }: Db, query: EventQuery): Promise<ListedEvent[]> => {
  const { when, now, after, sight } = query;
  const isComing = when === 'coming';
  const next =
    after &&
    (isComing
      ? sql`and (ev.starts_at, ev.id) > (${after.at}, ${after.id})`
      : sql`and (ev.starts_at, ev.id) < (${after.at}, ${after.id})`);
  return orm.all<ListedEvent>(sql`select ${columns} ${FROM}
    where ${isComing ? sql`ev.ends_at >= ${now}` : sql`ev.ends_at < ${now}`}
      ${isValue(sql`ev.series_id`, query.seriesId)} ${isValue(sql`ev.unit_id`, query.unitId)} ${isValue(sql`ev.kind`, query.kind)}
      ${next ?? sql``} and ${eventInSight(sight, sql`ev.unit_id`)}
    order by ${isComing ? SOONEST : LATEST} limit ${query.limit}`);
};

/** What arrangements in sight are called, the latest first; drafts are not among them. */
export const listEventNameRows = ({ orm }: Db, sight: Sight, limit: number) =>
  orm.all<{
    id: string;
    title: string;
    startsAt: number;
  }>(sql`select ev.id, ev.title, ev.starts_at as startsAt
    from events ev where ev.state <> 'draft' and ${eventInSight(sight, sql`ev.unit_id`)}
    order by ev.starts_at desc, ev.id limit ${limit}`);

/** One arrangement; undefined when it is not there. */
export const findEventRow = async ({ orm }: Db, id: string): Promise<ListedEvent | undefined> =>
  (await orm.all<ListedEvent>(sql`select ${columns} ${FROM} where ev.id = ${id}`))[0];

const isPublicAnd = (
  condition: SQL,
  id: string | undefined,
  limit: number,
): SQL => sql`select ${columns} ${FROM}
  where ev.is_public = 1 and ev.state in ('open', 'cancelled') and ${condition} ${isValue(sql`ev.id`, id)}
  order by ${SOONEST} limit ${limit}`;

/** What anybody may read: open or cancelled, public, and not over; `id` for one of them. */
export const listPublicEvents = (
  { orm }: Db,
  now: number,
  limit: number,
  id?: string,
): Promise<ListedEvent[]> => orm.all<ListedEvent>(isPublicAnd(sql`ev.ends_at >= ${now}`, id, limit));

/** No session is longer. */
const LONGEST_MS = 24 * 3_600_000;

/** The same for calendars, which must learn of a session that was taken out after the last that is left. */
export const listPublicEntries = (
  { orm }: Db,
  now: number,
  limit: number,
  id?: string,
): Promise<ListedEvent[]> => {
  const hasMore = sql`ev.id in (select s.event_id from event_sessions s where s.removed_at is not null
    and s.starts_at >= ${now - LONGEST_MS} and s.starts_at + s.minutes * 60000 >= ${now})`;
  return orm.all<ListedEvent>(isPublicAnd(sql`(ev.ends_at >= ${now} or ${hasMore})`, id, limit));
};

/** A session; instants UTC ms. */
export type ListedSession = { eventId: string; n: number; startsAt: number; minutes: number };

const sessionsOf = ({ orm }: Db, eventIds: readonly string[], which: SQL): Promise<ListedSession[]> =>
  orm.all<ListedSession>(sql`select s.event_id as eventId, s.n, s.starts_at as startsAt, s.minutes from event_sessions s
    where s.event_id in (select value from json_each(${JSON.stringify(eventIds)})) and ${which}
    order by s.event_id, s.starts_at, s.n`);

/** The sessions of arrangements in order. */
export const listSessions = (db: Db, eventIds: readonly string[]): Promise<ListedSession[]> =>
  sessionsOf(db, eventIds, sql`s.removed_at is null`);

/** Sessions that were taken out of arrangements, as they last were. */
export const listTakenOut = (db: Db, eventIds: readonly string[]): Promise<ListedSession[]> =>
  sessionsOf(db, eventIds, sql`s.removed_at is not null`);

/** Arrangements in sight that were made public or sent to somebody in a period, cancelled ones included. */
export async function countAnnounced({ orm }: Db, sight: Sight, { from, to }: Period): Promise<number> {
  const [row] = await orm.all<{ count: number }>(sql`select count(*) as count from events ev
    where ev.announced_at >= ${from} and ev.announced_at < ${to} and ${eventInSight(sight, sql`ev.unit_id`)}`);
  return row?.count ?? 0;
}
