// A database as one file: written under a name nobody looks for, then given its own, whole or not at all.
import { randomBytes } from 'node:crypto';
import { chmod, link, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { codeOf } from './explain-write.ts';

/** A name beside `file` for what is not finished; it goes with the same file system. */
export const draftOf = (file: string): string => `${file}.${randomBytes(6).toString('hex')}.part`;

/** Removes a database file and what SQLite keeps beside it. */
export async function removeDatabase(file: string): Promise<void> {
  for (const suffix of ['', '-wal', '-shm', '-journal']) await rm(`${file}${suffix}`, { force: true });
}

/** Waits until what was written to a file or folder is on the disk. */
export async function flush(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Gives a draft its name, for its owner alone to read. Throws EEXIST when the name is taken: nothing is ever overwritten. */
export async function giveName(draft: string, file: string): Promise<void> {
  await chmod(draft, 0o600);
  await flush(draft);
  try {
    await link(draft, file);
    await rm(draft);
  } catch (error) {
    if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'].includes(codeOf(error))) throw error;
    // A file system without hard links.
    await (await open(file, 'wx')).close();
    await rename(draft, file);
  }
  await flush(dirname(file));
}
