// What whoever runs the house asks of a process: is it ready, and what are its figures.
import { statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Runtime } from '../../services/runtime.ts';
import { briefly } from '../../services/watching/briefly.ts';
import { checkReadiness, type Readiness } from '../../services/watching/check-readiness.ts';
import { countWaiting } from '../../services/watching/count-waiting.ts';
import { within } from '../../services/watching/within.ts';
import type { Operations } from '../../web/health/operations.ts';
import type { Config } from '../config.ts';
import { pathOfFile } from '../hold-database.ts';
import type { Instruments } from './instruments.ts';
import { hideWaiting, showWaiting } from './show-waiting.ts';

const DEADLINE_MS = 2_000;
/** Answers are kept for so long, so that asking cannot be used for load, ms. */
const KEPT_MS = 2_000;

export type OpenOperations = Operations & { close(): void };

type Settings = Pick<Config, 'METRICS_TOKEN' | 'TRUSTED_PROXIES' | 'DATABASE_URL' | 'LIMEN_DATA' | 'demo'>;

/** Readiness and figures of a process; `close` stops measuring the event loop. */
export function openOperations(rt: Runtime, instruments: Instruments, config: Settings): OpenOperations {
  const { show } = instruments;
  const loop = monitorEventLoopDelay({ resolution: 10 });
  loop.enable();
  show('started', [{ value: Date.now() / 1000 - process.uptime() }]);
  const readiness = briefly(KEPT_MS, rt.monotonic, () => checkReadiness(rt, DEADLINE_MS));
  const read = briefly(KEPT_MS, rt.monotonic, async () => {
    const showing = [
      readiness().then((now) => showReadiness(instruments, now)),
      showDatabase(rt, instruments),
      showQueues(rt, instruments),
      showDisks(instruments, config),
    ];
    await Promise.all(showing);
    showLoop(instruments, loop);
    show('memory', [{ value: process.memoryUsage.rss() }]);
    show('gatewayTrouble', [{ value: rt.trouble.inARow }]);
    return instruments.text();
  });
  return {
    readiness,
    metrics: {
      read,
      token: config.METRICS_TOKEN,
      loopback: config.demo || config.TRUSTED_PROXIES > 0,
    },
    close: () => loop.disable(),
  };
}

function showReadiness({ show }: Instruments, { database, queue, gateway }: Readiness): void {
  const parts = Object.entries({ database, queue, gateway });
  show(
    'ready',
    parts.map(([part, state]) => ({ labels: { part }, value: state === 'usable' ? 1 : 0 })),
  );
}

async function showDatabase(rt: Runtime, instruments: Instruments): Promise<void> {
  try {
    const waiting = await within(DEADLINE_MS, countWaiting(rt));
    showWaiting(instruments, waiting, { now: rt.now(), clock: rt.clock() });
  } catch {
    hideWaiting(instruments);
  }
}

async function showQueues(rt: Runtime, { show }: Instruments): Promise<void> {
  const counts = await within(DEADLINE_MS, rt.bell.counts()).catch(() => []);
  show(
    'queueJobs',
    counts.flatMap(({ queue, waiting, active }) => [
      { labels: { queue, state: 'waiting' }, value: waiting },
      { labels: { queue, state: 'active' }, value: active },
    ]),
  );
}

async function showDisks({ show }: Instruments, config: Settings): Promise<void> {
  const folders: [string, string][] = [['data', config.LIMEN_DATA]];
  if (config.DATABASE_URL.startsWith('file:'))
    folders.push(['database', dirname(pathOfFile(config.DATABASE_URL))]);
  const room = folders.map(async ([folder, path]) => {
    const found = await statfs(path).catch(() => undefined);
    return found ? [{ labels: { folder }, value: found.bavail * found.bsize }] : [];
  });
  show('diskFree', (await Promise.all(room)).flat());
}

function showLoop({ show }: Instruments, loop: ReturnType<typeof monitorEventLoopDelay>): void {
  const quantiles: [string, number][] = [
    ['0.5', loop.percentile(50)],
    ['0.99', loop.percentile(99)],
    ['1', loop.max],
  ];
  show(
    'loopDelay',
    quantiles.map(([quantile, ns]) => ({ labels: { quantile }, value: ns / 1e9 })),
  );
  loop.reset();
}
