// Circles as the desk lists them, and what is changed of a circle as a whole.
import { and, desc, eq, type SQL, sql } from 'drizzle-orm';
import type { Write } from '../lane.ts';
import { type Noted, noting } from '../noting.ts';
import type { Db } from '../open.ts';
import { at } from '../rows.ts';
import { units } from '../schema/house.ts';
import { flows, journeys } from '../schema/journeys.ts';
import { circles, relatives } from '../schema/people.ts';
import { circleInSight, inSight, type Sight } from './sight.ts';

/** Which circles a list shows: of one unit, in one state, after a place in the list. */
export type CirclePage = {
  unitId?: string;
  state?: string;
  after?: { at: number; id: string };
  limit: number;
  sight: Sight;
};

/** How many relatives in sight are in a circle. */
const people = (sight: Sight): SQL<number> => sql<number>`(select count(*) from ${relatives}
  where ${relatives.circleId} = ${circles.id} and ${relatives.mergedInto} is null and ${inSight(sight, relatives.id)})`;

/** A page of circles, the newest first, each with its unit and how many relatives are in it. */
export const listCircleRows = ({ orm }: Db, { unitId, state, after, limit, sight }: CirclePage) =>
  orm
    .select({
      id: circles.id,
      code: circles.code,
      unitId: circles.unitId,
      unitName: units.name,
      state: circles.state,
      stateAt: circles.stateAt,
      apart: circles.apart,
      consentCheckedOn: circles.consentCheckedOn,
      createdAt: circles.createdAt,
      people: people(sight),
    })
    .from(circles)
    .leftJoin(units, eq(units.id, circles.unitId))
    .where(
      and(
        circleInSight(sight, circles.unitId),
        unitId ? eq(circles.unitId, unitId) : undefined,
        state ? eq(circles.state, state) : undefined,
        after && sql`(${circles.createdAt}, ${circles.id}) < (${after.at}, ${after.id})`,
      ),
    )
    .orderBy(desc(circles.createdAt), desc(circles.id))
    .limit(limit);

export type ListedCircle = Awaited<ReturnType<typeof listCircleRows>>[number];

/** The running journeys of a circle's relatives, with the version each walks. */
export const listRunningInCircle = ({ orm }: Db, circleId: string, limit: number) =>
  orm
    .select({ id: journeys.id, relativeId: journeys.relativeId, flowId: journeys.flowId, title: flows.title })
    .from(journeys)
    .innerJoin(relatives, eq(relatives.id, journeys.relativeId))
    .innerJoin(flows, eq(flows.id, journeys.flowId))
    .where(and(eq(relatives.circleId, circleId), eq(journeys.status, 'active')))
    .limit(limit);

/** Circles without the resident's consent in which a journey of the track inddragelse still runs. */
export async function listUnconsented({ orm }: Db, limit: number): Promise<string[]> {
  const rows = await orm.all<{ id: string }>(sql`select distinct c.id from flows f
    join journeys j on j.flow_id = f.id and j.status = 'active'
    join relatives r on r.id = j.relative_id join circles c on c.id = r.circle_id
    where f.body ->> '$.track' = 'inddragelse' and c.consent_checked_on is null limit ${limit}`);
  return rows.map(({ id }) => id);
}

const ids = (rows: readonly Record<string, unknown>[] = []): Set<unknown> =>
  new Set(rows.map(({ id }) => id));

/** A circle that goes from one unit to another. */
export type CircleMove = { id: string; from: string; to: string } & Noted;

/** Moves circles to other units; false for one that is not at its old unit any more. */
export const moveCircles: Write<CircleMove, boolean> = noting(
  {
    name: 'move-circles',
    statements: (items) => [
      {
        sql: `update circles set unit_id = ${at(2)} from json_each(?) e
              where circles.id = ${at(0)} and circles.unit_id = ${at(1)} returning circles.id`,
        args: [JSON.stringify(items.map(({ id, from, to }) => [id, from, to]))],
      },
    ],
    outcomes(items, [moved]) {
      const done = ids(moved?.rows);
      return items.map(({ id }) => done.has(id));
    },
    lookUp: async (client, { id, to }) => {
      const found = await client.execute({
        sql: 'select 1 from circles where id = ? and unit_id = ?',
        args: [id, to],
      });
      return found.rows.length > 0 ? true : undefined;
    },
  },
  {
    keys: ({ id, from }) => [id, from],
    join: (id, from) => `join circles c on c.id = ${id} and c.unit_id = ${from}`,
  },
);

/** Takes the resident's consent from circles; false for one that has none. */
export const withdrawConsents: Write<{ id: string } & Noted, boolean> = noting(
  {
    name: 'withdraw-circle-consents',
    statements: (items) => [
      {
        sql: `update circles set consent_checked_on = null from json_each(?) e
              where circles.id = ${at(0)} and circles.consent_checked_on is not null returning circles.id`,
        args: [JSON.stringify(items.map(({ id }) => [id]))],
      },
    ],
    outcomes(items, [withdrawn]) {
      const done = ids(withdrawn?.rows);
      return items.map(({ id }) => done.has(id));
    },
  },
  {
    keys: ({ id }) => [id],
    join: (id) => `join circles c on c.id = ${id} and c.consent_checked_on is not null`,
  },
);
