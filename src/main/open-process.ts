// What every process of the house has, whatever its part: database, gateway, bell, figures, and one way to end.
import type { PhoneNetwork } from '../gateways/phone/phone.ts';
import { createInlineBell } from '../jobs/inline-bell.ts';
import type { Bell, Runtime } from '../services/runtime.ts';
import { endAllLeases } from '../store/leases.ts';
import { closeDatabase, type Db } from '../store/open.ts';
import { type Config, SettingError } from './config.ts';
import { createRuntime, type Offset } from './create-runtime.ts';
import { holdDatabase } from './hold-database.ts';
import { openGateway } from './open-gateway.ts';
import { openHouse } from './open-house.ts';
import { openInstruments } from './operations/instruments.ts';
import { type OpenOperations, openOperations } from './operations/open-operations.ts';

/** What a process does: it answers the web, it works, or both. */
export type Part = 'web' | 'worker' | 'both';

export type OpenProcess = {
  rt: Runtime;
  network: PhoneNetwork | undefined;
  operations: OpenOperations;
  offset: Offset;
  /** Nothing new is begun from now on. */
  beginToClose(): void;
  /** Finishes what is under way and closes; after everything that uses the runtime was stopped. */
  close(): Promise<void>;
};

/** What only tests and the demo set: how far journeys' time is ahead of the real one, ms, once the database is open. */
export type AheadMs = (db: Db) => Promise<number>;

/** Opens a process of the settings. Throws a SettingError when one is wrong for its part. */
export async function openProcess(config: Config, part: Part, ahead?: AheadMs): Promise<OpenProcess> {
  const release = await holdDatabase(config);
  const instruments = openInstruments();
  const db = await openHouse(config, { committed: instruments.committed });
  const offset = { ms: (await ahead?.(db)) ?? 0 };
  const { gateway, network } = await openGateway(config, () => Date.now() + offset.ms);
  const closing = new AbortController();
  const rt = createRuntime(config, {
    db,
    offset,
    gateway,
    closing: closing.signal,
    metrics: instruments.metrics,
  });
  rt.bell = await openBell(rt, config, part);
  const operations = openOperations(rt, instruments, config);
  if (config.DATABASE_URL.startsWith('file:')) await db.lane.put(endAllLeases, null);
  return {
    rt,
    network,
    operations,
    offset,
    beginToClose: () => closing.abort(),
    async close() {
      await rt.bell.close();
      await gateway.close();
      operations.close();
      await closeDatabase(db);
      release();
    },
  };
}

/** Goes on with what was opened; closes it when that fails, so that a wrong setting ends the process. */
export async function closingOnFailure<T>(opened: OpenProcess, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    opened.beginToClose();
    await opened.close();
    throw error;
  }
}

/** The inline bell, or with REDIS_URL the one on Redis, which is loaded only then. */
async function openBell(rt: Runtime, config: Config, part: Part): Promise<Bell> {
  const inline = createInlineBell(() => rt);
  if (!config.REDIS_URL) return inline;
  const { findPolicy } = await import('../jobs/redis.ts');
  const { createRedisBell } = await import('../jobs/redis-bell.ts');
  const policy = await findPolicy(config.REDIS_URL).catch(() => {
    throw new SettingError('REDIS_URL', 'this Redis lets nobody in with this name and password');
  });
  if (policy === undefined) rt.log.warn({}, 'Redis does not answer; the heartbeat does its work meanwhile');
  else if (policy !== 'noeviction')
    throw new SettingError('REDIS_URL', `this Redis has maxmemory-policy ${policy}; it must be noeviction`);
  return createRedisBell(config.REDIS_URL, rt.log, part === 'worker' ? inline : undefined);
}
