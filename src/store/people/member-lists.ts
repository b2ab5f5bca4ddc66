// Who works at the desk, for those who administer.
import { sql } from 'drizzle-orm';
import type { Db } from '../open.ts';

export type MemberRow = {
  id: string;
  nameSealed: string;
  emailSealed: string | null;
  role: string;
  demo: number;
  emergency: number;
  allUnits: number;
  closedAt: number | null;
  changedAt: number;
  fromElsewhere: number;
  hasPassword: number;
  inviteEndsAt: number | null;
  seenAt: number | null;
  /** JSON list of the units that were given, by name. */
  units: string;
};

/** More than any municipality has. */
const MOST = 1_000;

const select = (where: ReturnType<typeof sql>) => sql`select s.id, s.name_sealed as nameSealed,
    s.email_sealed as emailSealed, s.role, s.demo, s.emergency, s.all_units as allUnits, s.closed_at as closedAt, s.changed_at as changedAt,
    s.subject_hash is not null as fromElsewhere, a.password_hash is not null as hasPassword,
    a.invite_ends_at as inviteEndsAt,
    (select max(x.seen_at) from sessions x where x.subject = s.id and x.kind = 'staff') as seenAt,
    (select json_group_array(u.name) from staff_units su join units u on u.id = su.unit_id
      where su.staff_id = s.id) as units
  from staff s left join accounts a on a.id = s.id where ${where} order by s.created_at, s.id limit ${MOST}`;

/** All members; those of the demo where there is one. */
export const listMemberRows = ({ orm }: Db, demo: boolean): Promise<MemberRow[]> =>
  orm.all<MemberRow>(select(demo ? sql`true` : sql`s.demo = 0`));

export const findMemberRow = async ({ orm }: Db, id: string): Promise<MemberRow | undefined> =>
  (await orm.all<MemberRow>(select(sql`s.id = ${id}`)))[0];

/** What hangs on a member at an instant: relatives followed, appointments to come, shielded records nobody else sees. */
export async function countHanging(
  { orm }: Db,
  id: string,
  now: number,
): Promise<{ relatives: number; appointments: number; shielded: number }> {
  const [found] = await orm.all<{ relatives: number; appointments: number; shielded: number }>(sql`select
    (select count(*) from relatives where advisor_id = ${id}) as relatives,
    (select count(*) from appointments where advisor_id = ${id} and starts_at > ${now}
      and state in ('aftalt', 'bekræftet')) as appointments,
    (select count(*) from relative_shields mine where mine.staff_id = ${id} and not exists
      (select 1 from relative_shields other join staff s on s.id = other.staff_id and s.closed_at is null
        where other.relative_id = mine.relative_id and other.staff_id <> ${id})) as shielded`);
  return found ?? { relatives: 0, appointments: 0, shielded: 0 };
}
