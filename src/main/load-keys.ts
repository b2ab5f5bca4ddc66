import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { link, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Keys, makeKey, readKeys } from '../store/seal.ts';
import { type Config, SettingError } from './config.ts';
import { makeFolder } from './make-folder.ts';

/** The keys of `LIMEN_KEYS` (base64, newest first, separated by commas), or the ones kept in the data folder, made on the first start. */
export async function loadKeys(config: Config): Promise<Keys> {
  const texts = config.LIMEN_KEYS ?? (await keptKeys(config.LIMEN_DATA));
  try {
    return readKeys(texts.split(/[\s,]+/).filter(Boolean));
  } catch (error) {
    throw new SettingError('LIMEN_KEYS', error instanceof Error ? error.message : 'cannot be read');
  }
}

async function keptKeys(folder: string): Promise<string> {
  const file = join(folder, 'keys');
  if (!existsSync(file)) {
    makeFolder(folder);
    await writeWhole(file, `${makeKey()}\n`);
  }
  return readFile(file, 'utf8');
}

/** Whole or not at all, whenever the machine stops; a file that another start has just made stays. */
async function writeWhole(file: string, text: string): Promise<void> {
  const draft = `${file}.${randomUUID()}`;
  await writeFile(draft, text, { mode: 0o600, flush: true });
  await link(draft, file).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  await rm(draft);
}
