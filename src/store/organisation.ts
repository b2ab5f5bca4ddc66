import { and, asc, desc, eq, isNull } from 'drizzle-orm';
import type { Write } from './lane.ts';
import { type Noted, noting } from './noting.ts';
import type { Db } from './open.ts';
import { type Condition, insertIf, insertRows } from './rows.ts';
import { organisation, units } from './schema/house.ts';
import { wordings } from './schema/staff.ts';

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

/** The settings with the instant they were changed, as a form shows them. */
export async function findSettingsRow({ orm }: Db) {
  const [row] = await orm.select().from(organisation).limit(1);
  return row;
}

/** A change of the settings as they were `seen`, with the wordings it brings. */
export type SettingsChange = {
  settings: string;
  at: number;
  seen: number;
  wordings: readonly (typeof wordings.$inferInsert)[];
} & Noted;

const asSeen: Condition = { join: (seen) => `join organisation o on o.id = 1 and o.updated_at = ${seen}` };

/** Changes the settings; false when somebody else changed them since they were seen, and then nothing is written. */
export const changeSettings: Write<SettingsChange, boolean> = noting(
  {
    name: 'change-settings',
    statements: (changes) => [
      ...insertIf(
        wordings,
        changes.flatMap(({ wordings: rows, seen }) => rows.map((row) => ({ row, keys: [seen] }))),
        asSeen,
      ),
      ...changes.map(({ settings, at, seen }) => ({
        sql: 'update organisation set settings = ?, updated_at = ? where id = 1 and updated_at = ? returning id',
        args: [settings, at, seen],
      })),
    ],
    outcomes: (changes, results) =>
      changes.map((_, n) => (results.at(n - changes.length)?.rows.length ?? 0) > 0),
    lookUp: async (client, { at, settings }) => {
      const found = await client.execute({
        sql: 'select 1 from organisation where updated_at = ? and settings = ?',
        args: [at, settings],
      });
      return found.rows.length > 0 ? true : undefined;
    },
  },
  { keys: ({ seen }) => [seen], ...asSeen },
);

/** The versions of a wording, the newest first. */
export const listWordings = ({ orm }: Db, kind: string, key: string, language: string, limit: number) =>
  orm
    .select()
    .from(wordings)
    .where(and(eq(wordings.kind, kind), eq(wordings.key, key), eq(wordings.language, language)))
    .orderBy(desc(wordings.version))
    .limit(limit);

/** Adds units; one that is there already stays. */
export const addUnits: Write<typeof units.$inferInsert, true> = {
  name: 'add-units',
  statements: (rows) => [insertRows(units, rows, 'ignore')],
  outcomes: (rows) => rows.map(() => true as const),
};

/** The units that are open, by name; `all` are the closed ones too. */
export const listUnitRows = async (
  db: Db,
  all = false,
): Promise<{ id: string; parentId: string | undefined; name: string; area: string }[]> =>
  (
    await db.orm
      .select()
      .from(units)
      .where(all ? undefined : isNull(units.closedAt))
      .orderBy(asc(units.name))
  ).map((row) => ({
    id: row.id,
    parentId: row.parentId ?? undefined,
    name: row.name,
    area: row.area,
  }));
