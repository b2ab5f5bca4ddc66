// What a house calls its units, arrangements and groups, read without its keys: names that no SMS may say, or a flow may use.
import { createClient } from '@libsql/client';
import { listEventTitles } from './events/titles.ts';
import { fetchWithin } from './fetch-within.ts';
import { listHandGroupTitles } from './groups/titles.ts';

export type HouseNames = { units: string[]; eventTitles: string[]; groups: string[] };

export type HouseAddress = { url: string; authToken?: string | undefined; timeoutMs: number };

/** Reads them from a database, also while another process uses it; writes nothing. Throws when it cannot be read. */
export async function readHouseNames({ url, authToken, timeoutMs }: HouseAddress): Promise<HouseNames> {
  const fetch = fetchWithin(timeoutMs);
  const client = createClient({ url, intMode: 'number', fetch, ...(authToken ? { authToken } : {}) });
  try {
    const units = await client.execute('SELECT name FROM units ORDER BY name');
    const [eventTitles, groups] = [await listEventTitles({ client }), await listHandGroupTitles({ client })];
    return { units: units.rows.map(({ name }) => String(name)), eventTitles, groups };
  } finally {
    client.close();
  }
}
