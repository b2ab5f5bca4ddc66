import { Redis } from 'ioredis';

/** How long a Redis that is to be there may take to answer, ms. */
const PATIENCE_MS = 3_000;

/** A connection for adding jobs: when Redis is away it fails at once instead of keeping things for later. */
export const connectBriskly = (url: string): Redis =>
  new Redis(url, {
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    commandTimeout: PATIENCE_MS,
  });

/** Resolves when a connection that was just opened is ready; rejects when it is not, or was lost. */
export async function untilReady(redis: Redis): Promise<void> {
  if (redis.status === 'connecting' || redis.status === 'connect' || redis.status === 'wait')
    await new Promise((resolve) => {
      redis.once('ready', resolve);
      redis.once('close', resolve);
    });
  if (redis.status !== 'ready') throw new Error('Redis is away');
}

/** A connection that waits for work, as BullMQ's workers need it. */
export const connectPatiently = (url: string): Redis => new Redis(url, { maxRetriesPerRequest: null });

/** The `maxmemory-policy` of a Redis; anything but `noeviction` loses jobs without an error. */
export const policyOf = async (redis: Redis): Promise<string | undefined> =>
  /^maxmemory_policy:(\S+)/m.exec(await redis.info('memory'))?.[1];

/** The policy of the Redis at `url`; undefined when it does not answer. Throws what a Redis says that lets nobody in. */
export async function findPolicy(url: string): Promise<string | undefined> {
  const redis = new Redis(url, {
    lazyConnect: true,
    connectTimeout: PATIENCE_MS,
    commandTimeout: PATIENCE_MS,
    retryStrategy: () => null,
  });
  redis.on('error', () => undefined);
  try {
    await redis.connect();
    return await policyOf(redis);
  } catch (error) {
    if (error instanceof Error && /^(NOAUTH|WRONGPASS|NOPERM|ERR AUTH)/.test(error.message)) throw error;
    return undefined;
  } finally {
    redis.disconnect();
  }
}
