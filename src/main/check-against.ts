// What a flow is held against when it is checked by hand: the names of the house that is there, as when it is published.
import { existsSync } from 'node:fs';
import { type CheckAgainst, TELLING_WORDS } from '../journey/flow/parse-flow.ts';
import { readHouseNames } from '../store/house-names.ts';
import { readConfig } from './config.ts';
import { placeOfFile } from './hold-database.ts';

/**
 * The names of the house in the settings' database; undefined where there is none yet, and `unread` where there is one that
 * cannot be read: then a flow is held against the telling words alone.
 */
export async function readCheckAgainst(
  env: Readonly<Record<string, string | undefined>>,
): Promise<CheckAgainst | 'unread' | undefined> {
  try {
    const config = readConfig(env);
    const { DATABASE_URL: url, DATABASE_AUTH_TOKEN: authToken } = config;
    if (url.startsWith('file:') && !existsSync(placeOfFile(url))) return undefined;
    const timeoutMs = config.DATABASE_TIMEOUT_SECONDS * 1_000;
    const { units, eventTitles, groups } = await readHouseNames({ url, authToken, timeoutMs });
    return { units, addresses: [], eventTitles, tellingWords: TELLING_WORDS, groups };
  } catch {
    return 'unread';
  }
}
