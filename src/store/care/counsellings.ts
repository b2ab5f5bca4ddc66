// Counselling of units: conversations with staff.
import { desc, eq, sql } from 'drizzle-orm';
import { changeSeen } from '../change-seen.ts';
import type { Write } from '../lane.ts';
import { type Noted, noting, wasNoted } from '../noting.ts';
import type { Db } from '../open.ts';
import { circleInSight, type Sight } from '../people/sight.ts';
import { at, insertRows } from '../rows.ts';
import { counsellings } from '../schema/care.ts';
import { units } from '../schema/house.ts';

export type CounsellingRow = typeof counsellings.$inferInsert;

/** Registers counselling; what was registered under this id before stays as it is, and is not noted again. */
export const registerCounsellings: Write<{ row: CounsellingRow } & Noted, true> = noting(
  {
    name: 'register-counsellings',
    statements: (items) => [
      insertRows(
        counsellings,
        items.map(({ row }) => row),
        'ignore',
      ),
    ],
    outcomes: (items) => items.map(() => true as const),
    lookUp: wasNoted,
  },
  {
    keys: ({ row }) => [row.id],
    join: (id) => `WHERE NOT EXISTS (SELECT 1 FROM counsellings c WHERE c.id = ${id})`,
  },
);

/** Changes registrations as they were seen; not one that was taken back meanwhile. */
export const changeCounsellings = changeSeen(
  'change-counsellings',
  counsellings,
  [
    'at',
    'unitId',
    'kind',
    'staffGroups',
    'themes',
    'participants',
    'minutes',
    'material',
    'followUp',
    'noteSealed',
  ],
  { holds: (row) => `${row}.taken_back_at IS NULL` },
);

/** A registration that is to count no more, or again. */
export type CounsellingCount = { id: string; counts: boolean; at: number } & Noted;

/** Takes registrations back, or lets them count again; false where it was so already. */
export const countCounsellings: Write<CounsellingCount, boolean> = noting(
  {
    name: 'count-counsellings',
    statements: (items) => [
      {
        sql: `UPDATE counsellings SET taken_back_at = iif(${at(1)}, NULL, ${at(2)}),
            changed_at = max(${at(2)}, counsellings.changed_at + 1)
          FROM json_each(?) e WHERE counsellings.id = ${at(0)}
            AND (counsellings.taken_back_at IS NOT NULL) = ${at(1)} RETURNING counsellings.id`,
        args: [JSON.stringify(items.map(({ id, counts, at: when }) => [id, counts ? 1 : 0, when]))],
      },
    ],
    outcomes: (items, [changed]) => items.map(() => (changed?.rows.length ?? 0) > 0),
    lookUp: wasNoted,
  },
  {
    keys: ({ id, counts }) => [id, counts ? 1 : 0],
    join: (id, counts) => `JOIN counsellings c ON c.id = ${id} AND (c.taken_back_at IS NOT NULL) = ${counts}`,
  },
);

const select = ({ orm }: Db) =>
  orm
    .select({ row: counsellings, unitName: units.name })
    .from(counsellings)
    .leftJoin(units, eq(units.id, counsellings.unitId));

/** One registration, with the unit's name. */
export const findCounsellingRow = async (db: Db, id: string) =>
  (await select(db).where(eq(counsellings.id, id)).limit(1))[0];

/** The latest counselling of units in sight that counts, with the unit's name. */
export const listCounsellingRows = (db: Db, sight: Sight, limit: number) =>
  select(db)
    .where(sql`${counsellings.takenBackAt} is null and ${circleInSight(sight, counsellings.unitId)}`)
    .orderBy(desc(counsellings.at))
    .limit(limit);

/** What one member of staff took back lately and may let count again, the latest first. */
export const listTakenBack = (db: Db, advisorId: string, sight: Sight, limit: number) =>
  select(db)
    .where(
      sql`${counsellings.takenBackAt} is not null and ${counsellings.advisorId} = ${advisorId}
        and ${circleInSight(sight, counsellings.unitId)}`,
    )
    .orderBy(desc(counsellings.takenBackAt))
    .limit(limit);
