// A process of the house under the harness: started again when it dies, as systemd would.
import { type ChildProcess, spawn } from 'node:child_process';
import type { Asked, Order, Told } from './process.ts';

const ROOT = new URL('../../', import.meta.url).pathname;
const AGAIN_AFTER_MS = 100;
const MOST_LINES = 60;

export type Refused = { relative: string; why: string }[];

export type Child = {
  name: string;
  /** The name it has in leases; undefined while it is not ready. */
  owner(): string | undefined;
  /** Where it listens; undefined while it is not ready or does not listen. */
  port(): number | undefined;
  /** Resolves when it is ready, also after it was started again. */
  ready(): Promise<void>;
  /** Rejects when it dies or is not ready before it has done it. */
  ask(order: Order): Promise<Refused>;
  signal(signal: NodeJS.Signals): void;
  /** How often it died. */
  deaths(): number;
  /** The last lines it wrote. */
  lines: string[];
  /** Ends it for good. */
  end(): Promise<void>;
};

type Running = {
  process: ChildProcess;
  gone: Promise<void>;
  told: { owner: string; port: number } | undefined;
  waiting: Map<number, { done(failed: Refused): void; failed(error: Error): void }>;
};

export type ChildOptions = {
  name: string;
  role: 'web' | 'worker';
  /** The built process. */
  entry: string;
  /** Asked again at every start. */
  env: () => NodeJS.ProcessEnv;
};

/** Starts a process of the house. */
export function startChild({ name, role, entry, env }: ChildOptions): Child {
  const lines: string[] = [];
  let deaths = 0;
  let asked = 0;
  let over = false;
  let waitingForReady: (() => void)[] = [];
  let running = run();

  function run(): Running {
    const child = spawn(process.execPath, [entry, role], {
      cwd: ROOT,
      env: env(),
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    const keep = (chunk: Buffer): void => {
      lines.push(...chunk.toString('utf8').trimEnd().split('\n'));
      lines.splice(0, lines.length - MOST_LINES);
    };
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    const waiting: Running['waiting'] = new Map();
    const gone = new Promise<void>((resolve) => {
      child.once('exit', (code, signal) => {
        lines.push(`${name} ended: ${code ?? signal}`);
        for (const { failed } of waiting.values()) failed(new Error(`${name} died`));
        resolve();
        if (over) return;
        deaths += 1;
        self.told = undefined;
        setTimeout(() => {
          if (!over) running = run();
        }, AGAIN_AFTER_MS);
      });
    });
    const self: Running = { process: child, gone, told: undefined, waiting };
    child.on('message', (message) => hear(self, message as Told));
    child.on('error', () => undefined);
    return self;
  }

  function hear(self: Running, told: Told): void {
    if ('ready' in told) {
      self.told = told;
      for (const resolve of waitingForReady.splice(0)) resolve();
      return;
    }
    self.waiting.get(told.nr)?.done(told.failed);
    self.waiting.delete(told.nr);
  }

  const atExit = (): void => void running.process.kill('SIGKILL');
  process.on('exit', atExit);
  return {
    name,
    lines,
    owner: () => running.told?.owner,
    port: () => running.told?.port || undefined,
    deaths: () => deaths,
    ready: () =>
      running.told
        ? Promise.resolve()
        : new Promise((resolve) => {
            waitingForReady.push(resolve);
          }),
    ask(order) {
      const { process: child, waiting, told } = running;
      if (!told) return Promise.reject(new Error(`${name} is not ready`));
      asked += 1;
      const one: Asked = { ...order, nr: asked };
      return new Promise((done, failed) => {
        waiting.set(one.nr, { done, failed });
        child.send(one, (error) => error && failed(error));
      });
    },
    signal(signal) {
      if (signal === 'SIGKILL') running.told = undefined;
      running.process.kill(signal);
    },
    async end() {
      over = true;
      waitingForReady = [];
      const { process: child, gone } = running;
      child.kill('SIGKILL');
      child.kill('SIGCONT');
      if (child.exitCode === null && child.signalCode === null) await gone;
      process.off('exit', atExit);
    },
  };
}
