// One process of the house as a child of the harness: `web` or `worker`, settings in its environment, orders by IPC.
import { readConfig } from '../../src/main/config.ts';
import { start } from '../../src/main/start.ts';
import { startWorker } from '../../src/main/start-worker.ts';
import { startJourney } from '../../src/services/journeys/start-journey.ts';

/** What the harness asks of a process. `ahead` is how far journeys' time is ahead, `shift` how wrong the system clock is, ms. */
export type Order =
  | { do: 'move'; ahead: number }
  | { do: 'shift'; ms: number }
  | { do: 'block'; ms: number }
  | { do: 'enrol'; flow: string; relatives: string[] };

export type Asked = Order & { nr: number };

/** What a process says: that it is ready, or what came of an order. */
export type Told =
  | { ready: true; owner: string; port: number }
  | { nr: number; failed: { relative: string; why: string }[] };

const trueNow = Date.now;
const machine = { shift: 0 };
Date.now = () => trueNow() + machine.shift;

const config = readConfig(process.env);
const ahead = async (): Promise<number> => Number(process.env.CHAOS_AHEAD_MS);
const started = process.argv[2] === 'web' ? await start(config, ahead) : await startWorker(config, ahead);
const { rt, offset } = started;

const tell = (told: Told): void => void process.send?.(told);

function block(ms: number): void {
  const until = performance.now() + ms;
  while (performance.now() < until);
}

async function enrol(
  flow: string,
  relatives: readonly string[],
): Promise<{ relative: string; why: string }[]> {
  const tried = relatives.map(async (relativeId) => {
    try {
      await startJourney(rt, { flow, relativeId, anchors: {}, by: 'staff-1' });
      return [];
    } catch (error) {
      const code = (error as { code?: unknown }).code;
      return [{ relative: relativeId, why: typeof code === 'string' ? code : String(error) }];
    }
  });
  return (await Promise.all(tried)).flat();
}

async function obey(order: Asked): Promise<void> {
  const { nr } = order;
  if (order.do === 'move') offset.ms = order.ahead;
  else if (order.do === 'shift') machine.shift = order.ms;
  else if (order.do === 'block') block(order.ms);
  tell({ nr, failed: order.do === 'enrol' ? await enrol(order.flow, order.relatives) : [] });
}

process.on('message', (order) => void obey(order as Asked));
process.on('disconnect', () => process.exit(0));
tell({ ready: true, owner: rt.owner, port: 'port' in started ? Number(started.port) : 0 });
