// A real Redis for one test: keeps nothing on disk, on a free port of this machine.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { Redis } from 'ioredis';
import { freePort } from './ports.ts';

export type TestRedis = AsyncDisposable & {
  url: string;
  /** For looking at what stands there. */
  client: Redis;
  /** Ends it as a power cut does; `start` brings an empty one back on the same port. */
  kill(): Promise<void>;
  start(): Promise<void>;
};

async function untilItAnswers(client: Redis): Promise<void> {
  const end = Date.now() + 10_000;
  for (;;) {
    try {
      if ((await client.ping()) === 'PONG') return;
    } catch {
      if (Date.now() > end) throw new Error('redis-server does not answer; is it installed?');
    }
  }
}

/** Starts redis-server; `policy` is its maxmemory-policy. */
export async function startRedis(policy = 'noeviction'): Promise<TestRedis> {
  const port = await freePort();
  const url = `redis://127.0.0.1:${port}`;
  const client = new Redis(url, { maxRetriesPerRequest: 1, retryStrategy: () => 50 });
  client.on('error', () => undefined);
  let child: ChildProcess | undefined;
  const start = async (): Promise<void> => {
    const options = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
    child = spawn('redis-server', [...options, '--maxmemory-policy', policy], { stdio: 'ignore' });
    await untilItAnswers(client);
  };
  const kill = async (): Promise<void> => {
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  };
  const atExit = (): void => void child?.kill('SIGKILL');
  process.on('exit', atExit);
  await start();
  return {
    url,
    client,
    start,
    kill,
    async [Symbol.asyncDispose]() {
      client.disconnect();
      await kill();
      process.off('exit', atExit);
    },
  };
}
