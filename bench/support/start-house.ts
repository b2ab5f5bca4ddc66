// The house's own processes, for rows that measure it as it runs.
import { type ChildProcess, fork } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { KEY } from './house.ts';
import type { Answered, Order, Seen } from './house-orders.ts';
import type { LocalTwilio } from './local-twilio.ts';
import { PUBLIC_URL, SENDERS } from './sending.ts';
import type { Lateness } from './tap-lateness.ts';

const FILE = join(import.meta.dirname, 'house-process.ts');
const STOP_MS = 15_000;

export type HouseProcess = {
  /** Where it listens; 0 for a worker. */
  port: number;
  look(fanOut?: string): Promise<Seen>;
  lookAtBroadcast(id: string): Promise<Seen>;
  takeLateness(): Promise<Lateness>;
  /** Enrols the first so many relatives and gives the fan-out. */
  enrol(flow: string, count: number): Promise<string>;
  /** Orders a group message to everyone and gives its id. */
  writeToAll(): Promise<string>;
  /** What it holds on its heap and in buffers once garbage is collected, bytes: a pause for whoever it serves. */
  weigh(): Promise<number>;
  tell(order: Order): Promise<void>;
  /** Stops as `limen` does on a signal; ends it for good when that takes too long. */
  stop(): Promise<void>;
};

export type HouseOptions = {
  role: 'web' | 'worker';
  folder: string;
  databaseUrl: string;
  redisUrl?: string;
  twilio: LocalTwilio;
  connections: number;
  /** Where journeys' time begins. */
  now: number;
};

async function settings(options: HouseOptions): Promise<NodeJS.ProcessEnv> {
  const { folder, databaseUrl, redisUrl, twilio, connections } = options;
  const flows = join(folder, 'flows');
  await mkdir(flows, { recursive: true });
  return {
    PATH: process.env.PATH,
    PORT: '0',
    HOST: '127.0.0.1',
    PUBLIC_URL,
    DATABASE_URL: databaseUrl,
    ...(redisUrl ? { REDIS_URL: redisUrl } : {}),
    LIMEN_KEYS: KEY,
    LIMEN_DATA: folder,
    LIMEN_FLOWS: flows,
    SMS_GATEWAY: 'twilio',
    SMS_SENDER_NAME: SENDERS.name,
    SMS_SENDER_NUMBER: SENDERS.number,
    SMS_CONCURRENCY: String(connections),
    TWILIO_ACCOUNT_SID: twilio.accountSid,
    TWILIO_AUTH_TOKEN: twilio.authToken,
    TWILIO_API_URL: twilio.url,
    LOG_LEVEL: 'error',
  };
}

type Waiting = { resolve: (answer: Answered['answer']) => void; reject: (error: Error) => void };

/** Sends orders to a child and hears its answers; what it leaves unanswered when it ends is rejected. */
function talkTo(child: ChildProcess) {
  const waiting = new Map<number, Waiting>();
  let asked = 0;
  const hear = (nr: number): Promise<Answered['answer']> =>
    new Promise((resolve, reject) => {
      waiting.set(nr, { resolve, reject });
    });
  child.on('message', ({ nr, answer, failed }: Answered) => {
    const one = waiting.get(nr);
    waiting.delete(nr);
    if (failed === undefined) one?.resolve(answer);
    else one?.reject(new Error(failed));
  });
  child.on('exit', (code) => {
    for (const { reject } of waiting.values()) reject(new Error(`a process of the house ended: ${code}`));
  });
  const ask = (order: Order): Promise<Answered['answer']> => {
    asked += 1;
    const answer = hear(asked);
    child.send({ ...order, nr: asked });
    return answer;
  };
  return { ready: hear(0), ask };
}

/** Starts `limen start` or `limen worker` as a child and waits until it is ready. */
export async function startHouse(options: HouseOptions): Promise<HouseProcess> {
  const env = await settings(options);
  const child = fork(FILE, [options.role, String(options.now)], { env });
  const { ready, ask } = talkTo(child);
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  return {
    port: (await ready) as number,
    look: async (fanOut) => (await ask({ do: 'look', ...(fanOut ? { fanOut } : {}) })) as Seen,
    lookAtBroadcast: async (broadcast) => (await ask({ do: 'look', broadcast })) as Seen,
    takeLateness: async () => (await ask({ do: 'take-lateness' })) as Lateness,
    enrol: async (flow, count) => (await ask({ do: 'enrol', flow, count })) as string,
    writeToAll: async () => (await ask({ do: 'broadcast' })) as string,
    weigh: async () => (await ask({ do: 'weigh' })) as number,
    tell: async (order) => void (await ask(order)),
    async stop() {
      const late = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
      await ask({ do: 'stop' }).catch(() => undefined);
      if (child.connected) child.disconnect();
      await gone;
      clearTimeout(late);
    },
  };
}
