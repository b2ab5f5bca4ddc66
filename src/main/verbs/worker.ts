import { Command } from 'commander';
import { readConfig } from '../config.ts';
import { print, printJson } from './print.ts';
import { stopOnSignal } from './stop-on-signal.ts';

/** `limen worker`: does the work of a scaled-out house. */
export const workerVerb = (): Command =>
  new Command('worker')
    .description('takes turns, handles replies and sends, beside limen start; needs a libSQL server')
    .option('--json', 'print one JSON object when it is ready')
    .action(async ({ json }: { json?: boolean }) => {
      const config = readConfig(process.env);
      const { startWorker } = await import('../start-worker.ts');
      const started = await startWorker(config);
      stopOnSignal(started.stop);
      if (json) printJson({ worker: 'ready', queue: config.REDIS_URL ? 'redis' : 'heartbeat' });
      else print(`Limen arbejder${config.REDIS_URL ? ' fra Redis' : ' efter hjerteslaget alene'}.`);
    });
