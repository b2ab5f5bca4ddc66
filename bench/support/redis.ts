import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { access } from 'node:fs/promises';
import { join } from 'node:path';

export type Redis = { path: string; close(): void };

const TRIES = 100;

/** Starts a Redis that keeps nothing on disk, on a socket in `folder`; undefined when there is no redis-server here. */
export async function startRedis(folder: string): Promise<Redis | undefined> {
  const path = join(folder, 'redis.sock');
  const options = ['--port', '0', '--unixsocket', path, '--save', '', '--appendonly', 'no'];
  const child = spawn('redis-server', [...options, '--maxmemory-policy', 'noeviction'], { stdio: 'ignore' });
  const close = (): void => void child.kill();
  process.on('exit', close);
  const failed = once(child, 'error').then(() => 'failed' as const);
  const ready = untilThere(path, child).then(() => 'ready' as const);
  if ((await Promise.race([failed, ready])) === 'failed') return undefined;
  return { path, close };
}

async function untilThere(path: string, child: ChildProcess): Promise<void> {
  for (let tried = 0; tried < TRIES && child.exitCode === null; tried += 1) {
    const there = await access(path).then(
      () => true,
      () => false,
    );
    if (there) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
