import { isUnfinished } from '../store/copies/unfinished.ts';
import type { Db } from '../store/open.ts';
import { SettingError } from './config.ts';

/** Throws a SettingError when the database holds a half: a copy or restore into it broke off. */
export async function checkFinished(db: Db): Promise<void> {
  if (await isUnfinished(db))
    throw new SettingError(
      'DATABASE_URL',
      'holds a copy that was not finished; empty it and copy or restore again',
    );
}
