// `limen worker`: takes jobs from Redis and beats; as many as wanted. Without REDIS_URL it works by the heartbeat alone.
import { startHeartbeat } from '../jobs/heartbeat.ts';
import type { Runtime } from '../services/runtime.ts';
import { checkParts } from './check-parts.ts';
import type { Config } from './config.ts';
import type { Offset } from './create-runtime.ts';
import { type AheadMs, closingOnFailure, openProcess } from './open-process.ts';
import { serveOperations } from './operations/serve-operations.ts';
import { BEAT_EVERY_MS } from './start.ts';

export type StartedWorker = {
  rt: Runtime;
  offset: Offset;
  /** Takes nothing more, finishes what is under way and closes; a second call does nothing more. */
  stop(): Promise<void>;
};

/** Starts a worker. Throws a SettingError when a setting is wrong. `ahead` is for trying the house at another hour. */
export async function startWorker(config: Config, ahead?: AheadMs): Promise<StartedWorker> {
  checkParts(config, 'worker');
  const opened = await openProcess(config, 'worker', ahead);
  const { rt, operations } = opened;
  const { served, workers } = await closingOnFailure(opened, async () => ({
    served: await serveOperations(rt, operations, config),
    workers: await takeJobs(rt, config),
  }));
  const heartbeat = startHeartbeat(rt, BEAT_EVERY_MS);
  const stop = async (): Promise<void> => {
    opened.beginToClose();
    await Promise.all([workers?.close(), heartbeat.stop()]);
    await served?.close();
    await opened.close();
  };
  let stopping: Promise<void> | undefined;
  return {
    rt,
    offset: opened.offset,
    stop: () => {
      stopping ??= stop();
      return stopping;
    },
  };
}

async function takeJobs(rt: Runtime, config: Config) {
  if (!config.REDIS_URL) return undefined;
  const { startWorkers } = await import('../jobs/redis-workers.ts');
  const { WORKER_CONCURRENCY: concurrency, LEASE_SECONDS } = config;
  return startWorkers(rt, config.REDIS_URL, { concurrency, lockMs: LEASE_SECONDS * 1_000 });
}
