// Where the tests keep what goes with them: in memory where the machine has room, since every commit of a database would wait
// for the disk; thrown away after the last of them.
import { existsSync, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const MEMORY = '/dev/shm';
/** The most a run was seen to use is a tenth of it; containers often have 64 MB. */
const ROOM = 2 ** 30;

function hasRoom(): boolean {
  if (!existsSync(MEMORY)) return false;
  const { bavail, bsize } = statfsSync(MEMORY);
  return bavail * bsize >= ROOM;
}

/** Names the folder to every worker (they inherit TMPDIR), and gives back how to throw it away. */
export function setup(): () => void {
  const folder = mkdtempSync(join(hasRoom() ? MEMORY : tmpdir(), 'limen-tests-'));
  process.env.TMPDIR = folder;
  return () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
