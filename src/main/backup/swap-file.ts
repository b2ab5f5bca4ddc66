import { existsSync } from 'node:fs';
import { chmod, link, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createClient } from '@libsql/client';
import { flush } from './single-file.ts';

const BESIDE = ['-wal', '-shm', '-journal'] as const;

/** What a killed house left in the log goes into the file itself; a file that is damaged stays as it is. */
async function gatherLog(file: string): Promise<void> {
  try {
    const client = createClient({ url: pathToFileURL(file).href });
    await client.execute('PRAGMA wal_checkpoint(TRUNCATE)');
    await client.execute('PRAGMA journal_mode = DELETE');
    client.close();
  } catch {
    // It is kept all the same, its log beside it.
  }
}

/** A name for what stood there, by the time it was put aside. */
const keptName = (file: string): string =>
  `${file}.before-${new Date().toISOString().slice(0, 19).replaceAll(':', '-')}`;

/**
 * Puts a finished database file in the place of another, which is kept under a dated name with what belongs to it: gives
 * that name. At every moment one of the two stands under the name. The caller holds the database.
 */
export async function swapFile(draft: string, target: string): Promise<string | undefined> {
  await chmod(draft, 0o600);
  await flush(draft);
  const isThere = existsSync(target) && (await stat(target)).size > 0;
  const kept = keptName(target);
  if (isThere) {
    await gatherLog(target);
    await link(target, kept);
    for (const suffix of BESIDE)
      if (existsSync(`${target}${suffix}`)) await rename(`${target}${suffix}`, `${kept}${suffix}`);
  } else for (const suffix of BESIDE) await rm(`${target}${suffix}`, { force: true });
  await rename(draft, target);
  await flush(dirname(target));
  return isThere ? kept : undefined;
}
