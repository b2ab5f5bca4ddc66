// Everything the desk shows of one relative and of the circle around the same cared-for person.
import { and, asc, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Db } from '../open.ts';
import { ledger, units } from '../schema/house.ts';
import { journeys } from '../schema/journeys.ts';
import { circles, numbers, relatives } from '../schema/people.ts';
import { ofPerson } from './of-person.ts';
import { inSight, type Sight } from './sight.ts';

/** One relative with circle, unit and number; `…Sealed` open at their own places. */
export const findRelativeDetails = async (db: Db, id: string) =>
  (
    await db.orm
      .select({ relative: relatives, circle: circles, number: numbers, unitName: units.name })
      .from(relatives)
      .innerJoin(circles, eq(circles.id, relatives.circleId))
      .leftJoin(units, eq(units.id, circles.unitId))
      .leftJoin(numbers, eq(numbers.id, relatives.numberId))
      .where(eq(relatives.id, id))
      .limit(1)
  )[0];

/** One circle with the name of its unit. */
export const findCircleDetails = async (db: Db, id: string) =>
  (
    await db.orm
      .select({ circle: circles, unitName: units.name })
      .from(circles)
      .leftJoin(units, eq(units.id, circles.unitId))
      .where(eq(circles.id, id))
      .limit(1)
  )[0];

/** The circle with this code, as people type it. */
export const findCircleByCode = async (db: Db, code: string) =>
  (await db.orm.select().from(circles).where(eq(circles.code, code)).limit(1))[0];

/** The relatives of a circle, the first registered first. */
export const listRelativesOfCircle = (db: Db, circleId: string, limit: number, sight: Sight) =>
  db.orm
    .select({ id: relatives.id, nameSealed: relatives.nameSealed, relation: relatives.relation })
    .from(relatives)
    .where(and(eq(relatives.circleId, circleId), isNull(relatives.mergedInto), inSight(sight, relatives.id)))
    .orderBy(asc(relatives.createdAt), asc(relatives.id))
    .limit(limit);

/** The journeys of one relative, the newest first, with the next instant each goes on by itself. */
export const listJourneysOfRelative = (db: Db, relativeId: string, limit: number) =>
  db.orm
    .select({
      id: journeys.id,
      flowId: journeys.flowId,
      flowName: journeys.flowName,
      status: journeys.status,
      hold: journeys.hold,
      awaiting: journeys.awaiting,
      step: journeys.step,
      startedAt: journeys.startedAt,
      endedAt: journeys.endedAt,
      endedBecause: sql<string | null>`${journeys.state}->>'endedBecause'`,
      nextAt: sql<
        number | null
      >`(select min(t.due_at) from timers t where t.journey_id = journeys.id and t.held = 0)`,
    })
    .from(journeys)
    .where(eq(journeys.relativeId, relativeId))
    .orderBy(desc(journeys.startedAt))
    .limit(limit);

/** The running journeys that wait for a JA or NEJ from these relatives. */
export async function listAwaitingJourneys(db: Db, relativeIds: readonly string[], limit: number) {
  if (relativeIds.length === 0) return [];
  return db.orm
    .select({
      id: journeys.id,
      flowId: journeys.flowId,
      relativeId: journeys.relativeId,
      step: journeys.step,
      awaiting: journeys.awaiting,
    })
    .from(journeys)
    .where(
      and(
        inArray(journeys.relativeId, [...relativeIds]),
        eq(journeys.status, 'active'),
        sql`${journeys.awaiting} in ('answer', 'acceptance') and ${journeys.hold} is null`,
      ),
    )
    .limit(limit);
}

/** What pausing a circle would stop: running journeys, and messages, calls and letters that have not left; and how many journeys stand still. */
export async function countHoldEffect(db: Db, circleId: string) {
  const [row] = await db.orm
    .select({
      journeys: sql<number>`(select count(*) from journeys where status = 'active' and relative_id in (select id from relatives where circle_id = ${circleId}))`,
      held: sql<number>`(select count(*) from journeys where status = 'active' and hold is not null
        and state ->> '$.alone' is null
        and relative_id in (select id from relatives where circle_id = ${circleId}))`,
      messages: sql<number>`(select count(*) from messages where status in ('due', 'held', 'todo')
        and relative_id in (select id from relatives where circle_id = ${circleId}))`,
    })
    .from(circles)
    .where(eq(circles.id, circleId));
  return { journeys: row?.journeys ?? 0, held: row?.held ?? 0, messages: row?.messages ?? 0 };
}

/** Other relatives of the same circle who walk this flow now. */
export const listOthersInFlow = (db: Db, relativeId: string, flowName: string, sight: Sight) =>
  db.orm
    .select({ id: relatives.id, nameSealed: relatives.nameSealed })
    .from(relatives)
    .innerJoin(journeys, eq(journeys.relativeId, relatives.id))
    .where(
      and(
        sql`${relatives.circleId} = (select circle_id from relatives where id = ${relativeId})`,
        sql`${relatives.id} <> ${relativeId}`,
        eq(journeys.status, 'active'),
        eq(journeys.flowName, flowName),
        inSight(sight, relatives.id),
      ),
    )
    .limit(10);

/** Consents given and withdrawn, the newest first; those of records that were merged into this one too. */
export const listConsents = (db: Db, relativeId: string, limit: number) =>
  db.orm
    .select({ at: ledger.at, kind: ledger.kind, purpose: ledger.purpose, body: ledger.body })
    .from(ledger)
    .where(and(ofPerson(relativeId), inArray(ledger.kind, ['consent.given', 'consent.withdrawn'])))
    .orderBy(desc(ledger.seq))
    .limit(limit);
