// How the desk reads relatives: a page at a time, each with its circle, unit and number.
import { and, desc, eq, isNull, type SQL, sql } from 'drizzle-orm';
import type { Db, Reads } from '../open.ts';
import { units } from '../schema/house.ts';
import { circles, numbers, relatives } from '../schema/people.ts';
import { inSight, type Sight } from './sight.ts';

const columns = {
  id: relatives.id,
  nameSealed: relatives.nameSealed,
  relation: relatives.relation,
  area: relatives.area,
  language: relatives.language,
  ageBand: relatives.ageBand,
  channel: relatives.channel,
  minor: relatives.minor,
  createdAt: relatives.createdAt,
  circleId: circles.id,
  circleCode: circles.code,
  circleState: circles.state,
  apart: circles.apart,
  unitName: units.name,
  numberId: numbers.id,
  landline: numbers.landline,
  shared: numbers.shared,
  stoppedAt: numbers.stoppedAt,
  wrongAt: numbers.wrongAt,
};

/** Relatives as lists show them, the newest first; a record that was merged into another is in no list. */
export const selectRelatives = ({ orm }: Pick<Reads, 'orm'>, where: SQL | undefined, limit: number) =>
  orm
    .select(columns)
    .from(relatives)
    .innerJoin(circles, eq(circles.id, relatives.circleId))
    .leftJoin(units, eq(units.id, circles.unitId))
    .leftJoin(numbers, eq(numbers.id, relatives.numberId))
    .where(and(where, isNull(relatives.mergedInto)))
    .orderBy(desc(relatives.createdAt), desc(relatives.id))
    .limit(limit);

/** A relative as a list shows it; `nameSealed` opens at `relatives.name:<id>`. */
export type ListedRelative = Awaited<ReturnType<typeof selectRelatives>>[number];

/** A place in the list: what stands after it is older. */
export type RelativeCursor = { createdAt: number; id: string };

/** The newest relatives, of one circle or of all, after a cursor; may be a moment old. */
export function listNewestRelatives(
  db: Db,
  page: { after?: RelativeCursor; circleId?: string; limit: number; sight?: Sight },
): Promise<ListedRelative[]> {
  const { after, circleId, limit, sight } = page;
  const older = after && sql`(${relatives.createdAt}, ${relatives.id}) < (${after.createdAt}, ${after.id})`;
  return selectRelatives(
    db.reads,
    and(
      circleId ? eq(relatives.circleId, circleId) : undefined,
      older,
      sight && inSight(sight, relatives.id),
    ),
    limit,
  );
}

/** The relatives who are reached at this number, newest first. */
export const listRelativesOfNumber = (
  db: Db,
  numberId: string,
  limit: number,
  sight?: Sight,
): Promise<ListedRelative[]> =>
  selectRelatives(db, and(eq(relatives.numberId, numberId), sight && inSight(sight, relatives.id)), limit);

/** One relative as a list shows it. */
export const findListedRelative = async (db: Db, id: string): Promise<ListedRelative | undefined> =>
  (await selectRelatives(db, eq(relatives.id, id), 1))[0];
