// Inviting many at once: members are read and written in the database, page by page, and pass through nobody's memory.
import { and, eq, isNull, type SQL, sql } from 'drizzle-orm';
import { inPart, type Part } from '../broadcasts/audience.ts';
import { type Membership, memberOf } from '../groups/members.ts';
import type { Statement, Write } from '../lane.ts';
import { type Noted, noting, wasNoted } from '../noting.ts';
import type { Db } from '../open.ts';
import { inSight, type Sight } from '../people/sight.ts';
import { circles, numbers, relatives } from '../schema/people.ts';

/** Who is meant: the members of a group, or some by their ids; of them those in sight are invited. */
export type Invited = {
  eventId: string;
  who: Membership | { ids: readonly string[] };
  sight: Sight;
  /** UTC ms. */
  now: number;
};

const condition = ({ who }: Pick<Invited, 'who'>): SQL | undefined =>
  'ids' in who
    ? sql`${relatives.id} in (select value from json_each(${JSON.stringify(who.ids)}))`
    : memberOf(who);

/** Why somebody is left out; of several reasons the first. */
export type WhyNotInvited = 'already' | 'circle-held' | 'minor' | 'quiet' | 'stopped' | 'wrong' | 'no-number';

/** Null for one who can be invited. Who only takes calls or letters can. */
const why = ({ eventId, now }: Pick<Invited, 'eventId' | 'now'>): SQL<WhyNotInvited | null> => sql`case
  when exists (select 1 from attendances a where a.event_id = ${eventId} and a.relative_id = ${relatives.id}) then 'already'
  when ${circles.state} <> 'alive' then 'circle-held'
  when ${relatives.minor} = 1 then 'minor'
  when ${relatives.quietUntil} > ${now} then 'quiet'
  when ${relatives.channel} <> 'sms' or ${relatives.onlyCall} = 1 then null
  when ${numbers.stoppedAt} is not null then 'stopped'
  when ${numbers.wrongAt} is not null then 'wrong'
  when ${numbers.id} is null then 'no-number' end`;

const meant = ({ who, sight }: Pick<Invited, 'who' | 'sight'>): SQL | undefined =>
  and(condition({ who }), isNull(relatives.mergedInto), inSight(sight, relatives.id));

const from = ({ orm }: Pick<Db, 'orm'>, invited: Invited) =>
  orm
    .select({
      id: relatives.id,
      nameSealed: relatives.nameSealed,
      channel: relatives.channel,
      why: why(invited).as('why'),
    })
    .from(relatives)
    .innerJoin(circles, eq(circles.id, relatives.circleId))
    .leftJoin(numbers, eq(numbers.id, relatives.numberId));

/** How many of a part of the relatives would be invited by which channel, and how many left out by which reason. */
export async function countInvited(db: Db, invited: Invited, part: Part) {
  const inner = from(db, invited)
    .where(and(meant(invited), inPart(part)))
    .as('m');
  return db.orm
    .select({ channel: inner.channel, why: inner.why, count: sql<number>`count(*)` })
    .from(inner)
    .groupBy(inner.channel, sql`m.why`);
}

/** Some of those of a part who are left out, by name. */
export const listLeftOut = (db: Db, invited: Invited, part: Part, limit: number) =>
  from(db, invited)
    .where(and(meant(invited), inPart(part), sql`${why(invited)} is not null`))
    .limit(limit);

/** Those who are meant and are of a circle "hver for sig" with another who is, or who is in it already. */
export async function listApart({ orm, client }: Db, { eventId, ...invited }: Invited, limit: number) {
  const { sql: text, params } = orm
    .select({
      id: relatives.id,
      sealed: relatives.nameSealed,
      circle: relatives.circleId,
      code: circles.code,
    })
    .from(relatives)
    .innerJoin(circles, eq(circles.id, relatives.circleId))
    .where(and(meant(invited), eq(circles.apart, 1)))
    .toSQL();
  const found = await client.execute({
    sql: `WITH m AS (${text}) SELECT m.id, m.name_sealed, m.code FROM m
      WHERE EXISTS (SELECT 1 FROM m o WHERE o.circle_id = m.circle_id AND o.id <> m.id)
        OR EXISTS (SELECT 1 FROM attendances a JOIN relatives r ON r.id = a.relative_id AND r.circle_id = m.circle_id
          WHERE a.event_id = ? AND a.state <> 'no' AND r.id <> m.id) LIMIT ?`,
    args: [...(params as string[]), eventId, limit],
  });
  return found.rows.map((row) => ({
    id: String(row.id),
    nameSealed: String(row.name_sealed),
    circleCode: String(row.code),
  }));
}

/** Those of the group and of a part who are not in sight, counted alone. */
export async function countUnseen({ orm }: Db, { who, sight }: Invited, part: Part): Promise<number> {
  const [row] = await orm
    .select({ count: sql<number>`count(*)` })
    .from(relatives)
    .innerJoin(circles, eq(circles.id, relatives.circleId))
    .where(
      and(
        condition({ who }),
        isNull(relatives.mergedInto),
        inPart(part),
        sql`not ${inSight(sight, relatives.id)}`,
      ),
    );
  return row?.count ?? 0;
}

/** An invitation of many to an open arrangement; `select` is what `invitedQuery` gave. */
export type Inviting = {
  eventId: string;
  at: number;
  by: string;
  select: { sql: string; params: readonly unknown[] };
} & Noted;

/** The ids of those who can be invited. */
export const selectInvited = (db: Db, invited: Invited, also?: SQL) =>
  db.orm
    .select({ id: relatives.id })
    .from(relatives)
    .innerJoin(circles, eq(circles.id, relatives.circleId))
    .leftJoin(numbers, eq(numbers.id, relatives.numberId))
    .where(and(meant(invited), sql`${why(invited)} is null`, also));

/** The same as a statement to invite from. */
export const invitedQuery = (db: Db, invited: Invited): Inviting['select'] =>
  selectInvited(db, invited).toSQL();

/** Nobody is invited who could not sign up any more; `ev` is the arrangement, an instant follows. */
export const MAY_INVITE = `ev.state = 'open' AND coalesce(ev.sign_up_until, ev.starts_at) >`;

const invite = ({ eventId, at, by, select }: Inviting): Statement[] => [
  {
    sql: `INSERT OR IGNORE INTO attendances
        (id, event_id, relative_id, guests, state, since, by, told, pending, created_at, created_by)
      SELECT 'i.' || lower(hex(randomblob(16))), ev.id, m.id, 0, 'invited', ?, 'staff', 0, 1, ?, ?
      FROM (${select.sql}) m JOIN events ev ON ev.id = ? AND ${MAY_INVITE} ?`,
    args: [at, at, by, ...(select.params as string[]), eventId, at],
  },
  {
    sql: `UPDATE events SET announced_at = coalesce(announced_at, ?)
      WHERE id = ? AND EXISTS (SELECT 1 FROM attendances a
        WHERE a.event_id = events.id AND a.created_at = ? AND a.created_by = ?)`,
    args: [at, eventId, at, by],
  },
  {
    sql: 'SELECT count(*) AS n FROM attendances WHERE event_id = ? AND created_at = ? AND created_by = ?',
    args: [eventId, at, by],
  },
];

/** Invites everyone meant who is not in it already; gives how many were. Twice invites nobody twice. */
export const inviteMany: Write<Inviting, number> = noting(
  {
    name: 'invite-many',
    statements: (items) => items.flatMap(invite),
    outcomes: (items, results) => items.map(() => Number(results.at(-1)?.rows[0]?.n ?? 0)),
    async lookUp(client, item) {
      if (!(await wasNoted(client, item))) return undefined;
      const count = invite(item)[2];
      return count ? Number((await client.execute(count)).rows[0]?.n ?? 0) : undefined;
    },
  },
  {
    keys: ({ eventId, at }) => [eventId, at],
    join: (event, when) => `JOIN events ev ON ev.id = ${event} AND ${MAY_INVITE} ${when}`,
  },
);
