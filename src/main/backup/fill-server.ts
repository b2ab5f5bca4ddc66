import { pathToFileURL } from 'node:url';
import { createClient } from '@libsql/client';
import { CopyRefused, copyDatabase } from '../../store/copies/copy.ts';
import { migrateDatabase } from '../../store/migrate.ts';
import { closeDatabase, openDatabase } from '../../store/open.ts';
import { makeKey, readKeys } from '../../store/seal.ts';
import type { Config } from '../config.ts';
import { MIGRATIONS } from '../open-house.ts';
import { InputError } from '../verbs/input-error.ts';

/**
 * Brings a prepared file into the settings' empty server; no house opens a half of it. Throws an InputError when the server
 * is not empty.
 */
export async function fillServer(config: Config, draft: string): Promise<void> {
  const { DATABASE_URL: url, DATABASE_AUTH_TOKEN: authToken } = config;
  const to = await openDatabase({
    url,
    keys: readKeys([makeKey()]),
    timeoutMs: config.DATABASE_TIMEOUT_SECONDS * 1_000,
    ...(authToken ? { authToken } : {}),
  });
  const from = createClient({ url: pathToFileURL(draft).href, intMode: 'number' });
  try {
    await migrateDatabase(to, MIGRATIONS);
    await copyDatabase(from, to.client);
  } catch (error) {
    if (!(error instanceof CopyRefused)) throw error;
    throw new InputError(`DATABASE_URL: ${error.message}`);
  } finally {
    from.close();
    await closeDatabase(to);
  }
}
