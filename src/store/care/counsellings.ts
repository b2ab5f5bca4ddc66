// Counselling of units: conversations with staff.
import { desc, eq, sql } from 'drizzle-orm';
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

/** What is changed of a registration that was last changed when it was seen. */
export type CounsellingChange = {
  id: string;
  seen: number;
  changedAt: number;
  content: Omit<CounsellingRow, 'id' | 'advisorId' | 'createdAt' | 'changedAt' | 'takenBackAt'>;
} & Noted;

const COLUMNS: readonly (readonly [keyof CounsellingChange['content'], string])[] = [
  ['at', 'at'],
  ['unitId', 'unit_id'],
  ['kind', 'kind'],
  ['staffGroups', 'staff_groups'],
  ['themes', 'themes'],
  ['participants', 'participants'],
  ['minutes', 'minutes'],
  ['material', 'material'],
  ['followUp', 'follow_up'],
  ['noteSealed', 'note_sealed'],
];

/** Changes registrations; false for one that was changed or taken back meanwhile. */
export const changeCounsellings: Write<CounsellingChange, boolean> = noting(
  {
    name: 'change-counsellings',
    statements: (items) => [
      {
        sql: `UPDATE counsellings SET ${COLUMNS.map(([, column], i) => `${column} = ${at(i + 3)}`).join(', ')}, changed_at = ${at(2)}
          FROM json_each(?) e WHERE counsellings.id = ${at(0)} AND counsellings.changed_at = ${at(1)}
            AND counsellings.taken_back_at IS NULL RETURNING counsellings.id`,
        args: [
          JSON.stringify(
            items.map(({ id, seen, changedAt, content }) => [
              id,
              seen,
              changedAt,
              ...COLUMNS.map(([key]) => content[key] ?? null),
            ]),
          ),
        ],
      },
    ],
    outcomes: (items, [changed]) => items.map(() => (changed?.rows.length ?? 0) > 0),
    lookUp: wasNoted,
  },
  {
    keys: ({ id, seen }) => [id, seen],
    join: (id, seen) =>
      `JOIN counsellings c ON c.id = ${id} AND c.changed_at = ${seen} AND c.taken_back_at IS NULL`,
  },
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
