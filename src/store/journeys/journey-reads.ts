// One journey as the desk shows it: what happened, what it wrote, and what it sleeps until.
import { asc, eq } from 'drizzle-orm';
import type { Fact } from '../../journey/engine/facts.ts';
import type { State } from '../../journey/engine/state.ts';
import type { Db } from '../open.ts';
import { facts, journeys, timers } from '../schema/journeys.ts';
import { circles, relatives } from '../schema/people.ts';

/** The facts of one turn, in order; the input comes first. Texts stand with their messages and alerts. */
export type RecordedTurn = { version: number; facts: Fact[] };

/** A journey with its state and the name of its relative. */
export async function findJourneyDetails(db: Db, id: string) {
  const [row] = await db.orm
    .select({
      journey: journeys,
      nameSealed: relatives.nameSealed,
      circleId: relatives.circleId,
      circleState: circles.state,
    })
    .from(journeys)
    .innerJoin(relatives, eq(relatives.id, journeys.relativeId))
    .innerJoin(circles, eq(circles.id, relatives.circleId))
    .where(eq(journeys.id, id))
    .limit(1);
  return row && { ...row, state: JSON.parse(row.journey.state) as State };
}

/** The turns of a journey, oldest first, at most `limit` facts. */
export async function listTurns(db: Db, journeyId: string, limit: number): Promise<RecordedTurn[]> {
  const rows = await db.orm
    .select()
    .from(facts)
    .where(eq(facts.journeyId, journeyId))
    .orderBy(asc(facts.version), asc(facts.n))
    .limit(limit);
  const turns = new Map<number, RecordedTurn>();
  for (const row of rows) {
    const turn = turns.get(row.version) ?? { version: row.version, facts: [] };
    const body = JSON.parse(row.body) as Record<string, unknown>;
    turn.facts.push({ text: '', ...body, kind: row.kind, at: row.at } as unknown as Fact);
    turns.set(row.version, turn);
  }
  return [...turns.values()];
}

/** What a journey sleeps until, the soonest first. */
export const listTimersOfJourney = (db: Db, journeyId: string) =>
  db.orm
    .select({ name: timers.name, dueAt: timers.dueAt, held: timers.held })
    .from(timers)
    .where(eq(timers.journeyId, journeyId))
    .orderBy(asc(timers.dueAt));
