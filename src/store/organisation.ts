import { asc } from 'drizzle-orm';
import type { Write } from './lane.ts';
import type { Db } from './open.ts';
import { insertRows } from './rows.ts';
import { organisation, units } from './schema/house.ts';

/** The organisation's settings as JSON text, or undefined before it was set up; read at each turn. */
export async function findOrganisation(db: Pick<Db, 'client'>): Promise<string | undefined> {
  const found = await db.client.execute('SELECT settings FROM organisation WHERE id = 1');
  const settings = found.rows[0]?.settings;
  return settings === undefined ? undefined : String(settings);
}

/** Sets the organisation's settings. */
export const setOrganisation: Write<{ settings: string; at: number }, true> = {
  name: 'set-organisation',
  statements: (all) => [
    insertRows(
      organisation,
      all.map((o) => ({ id: 1, settings: o.settings, updatedAt: o.at })),
      'replace',
    ),
  ],
  outcomes: (all) => all.map(() => true as const),
};

/** Adds units; one that is there already stays. */
export const addUnits: Write<typeof units.$inferInsert, true> = {
  name: 'add-units',
  statements: (rows) => [insertRows(units, rows, 'ignore')],
  outcomes: (rows) => rows.map(() => true as const),
};

export const listUnitRows = async (
  db: Db,
): Promise<{ id: string; parentId: string | undefined; name: string; area: string }[]> =>
  (await db.orm.select().from(units).orderBy(asc(units.name))).map((row) => ({
    id: row.id,
    parentId: row.parentId ?? undefined,
    name: row.name,
    area: row.area,
  }));
