// Counselling of units: conversations with staff.
import { desc, eq, sql } from 'drizzle-orm';
import type { Write } from '../lane.ts';
import { type Noted, noting, wasNoted } from '../noting.ts';
import type { Db } from '../open.ts';
import { circleInSight, type Sight } from '../people/sight.ts';
import { insertRows } from '../rows.ts';
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

/** The latest counselling of units in sight, with the unit's name. */
export const listCounsellingRows = ({ orm }: Db, sight: Sight, limit: number) =>
  orm
    .select({
      id: counsellings.id,
      at: counsellings.at,
      unitName: units.name,
      kind: counsellings.kind,
      staffGroups: counsellings.staffGroups,
      themes: counsellings.themes,
      participants: counsellings.participants,
      minutes: counsellings.minutes,
      material: counsellings.material,
      followUp: counsellings.followUp,
      noteSealed: counsellings.noteSealed,
      advisorId: counsellings.advisorId,
    })
    .from(counsellings)
    .leftJoin(units, eq(units.id, counsellings.unitId))
    .where(sql`${circleInSight(sight, counsellings.unitId)}`)
    .orderBy(desc(counsellings.at))
    .limit(limit);
