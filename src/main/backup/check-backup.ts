// Everything that must hold before a backup may take the place of a database: tried on a copy of it.
import { parseWallClock } from '../../journey/time/format.ts';
import { type Verified, verifyLedger } from '../../services/chain-ledger.ts';
import { isUnfinished } from '../../store/copies/unfinished.ts';
import { migrateDatabase } from '../../store/migrate.ts';
import type { Db } from '../../store/open.ts';
import { checkKeys } from '../check-keys.ts';
import { MIGRATIONS } from '../open-house.ts';
import { newestSchema, schemaVersion } from '../schema-version.ts';
import { InputError } from '../verbs/input-error.ts';
import { recallBackup } from './backup-note.ts';

const isWhole = async ({ client }: Db): Promise<boolean> =>
  (await client.execute('PRAGMA integrity_check')).rows[0]?.integrity_check === 'ok';

async function checkVersion(db: Db): Promise<void> {
  const version = await schemaVersion(db);
  if (version === undefined)
    throw new InputError('Filen er ingen sikkerhedskopi af Limen. / The file is no backup of Limen.');
  if (version > newestSchema())
    throw new InputError(
      'Sikkerhedskopien er fra en nyere Limen; opdatér først. / The backup was made by a newer Limen; update first.',
    );
}

async function takenAtOf(db: Db, given: string | undefined): Promise<number> {
  const noted = await recallBackup(db);
  if (noted !== undefined) return noted;
  if (given === undefined)
    throw new InputError(
      'Filen siger ikke, hvornår den er fra: skriv det med --taken-at 2027-03-01T09:00. / The file does not say when it was made: name it with --taken-at.',
    );
  const read = parseWallClock(given);
  if ('problem' in read)
    throw new InputError(`--taken-at ${given}: skriv som 2027-03-01T09:00 / write it like 2027-03-01T09:00`);
  return read.at;
}

/**
 * Brings a copy of a backup up to date and checks it: whole, not newer than this Limen, its chain unbroken, its keys those
 * of the settings. Gives when it was made (journey time, UTC ms) and its chain. Throws an InputError or SettingError.
 */
export async function checkBackup(
  copy: Db,
  takenAt: string | undefined,
): Promise<{ takenAt: number; ledger: Verified }> {
  if (!(await isWhole(copy)))
    throw new InputError('Sikkerhedskopien er beskadiget. / The backup is damaged.');
  await checkVersion(copy);
  await migrateDatabase(copy, MIGRATIONS);
  if (await isUnfinished(copy))
    throw new InputError('Filen er en halv kopi. / The file is of a copy that was not finished.');
  await checkKeys(copy);
  const ledger = await verifyLedger(copy);
  if (!ledger.ok)
    throw new InputError(`Kæden er brudt ved post ${ledger.brokenAt}. / The chain is broken there.`);
  return { takenAt: await takenAtOf(copy, takenAt), ledger };
}
