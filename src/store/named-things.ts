import type { Db } from './open.ts';

/** What an id stands for: its name, and the unit whose staff may know it; null where everybody may. */
export type NamedThing = { id: string; name: string; unitId: string | null };

const NAMED = `SELECT v.value AS id,
    COALESCE(u.name, c.code, g.title, o.title, s.title, a.title, f.title, jf.title) AS name,
    COALESCE(c.unit_id, g.unit_id, s.unit_id) AS unit_id
  FROM json_each(?) v
    LEFT JOIN units u ON u.id = v.value LEFT JOIN circles c ON c.id = v.value
    LEFT JOIN groups g ON g.id = v.value LEFT JOIN offers o ON o.id = v.value
    LEFT JOIN sources s ON s.id = v.value LEFT JOIN saved_answers a ON a.id = v.value
    LEFT JOIN flows f ON f.id = v.value
    LEFT JOIN journeys j ON j.id = v.value LEFT JOIN flows jf ON jf.id = j.flow_id`;

/** The names of what ids stand for: units, circles by their code, groups, offers, sources, saved answers, flows, and journeys by their flow. No person is among them. */
export async function nameThings({ client }: Db, ids: readonly string[]): Promise<NamedThing[]> {
  const { rows } = await client.execute({ sql: NAMED, args: [JSON.stringify(ids)] });
  return rows
    .filter(({ name }) => name !== null)
    .map((row) => ({
      id: String(row.id),
      name: String(row.name),
      unitId: row.unit_id === null ? null : String(row.unit_id),
    }));
}
