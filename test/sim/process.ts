// One process of the house: it can die between any two steps, freeze for a while, and leave everything to the next one.
import type { Gateway } from '../../src/gateways/gateway.ts';
import { work } from '../../src/jobs/work.ts';
import { AppError } from '../../src/services/app-error.ts';
import { keepOrder } from '../../src/services/keep-order.ts';
import type { Ring, Runtime } from '../../src/services/runtime.ts';
import { noMetrics } from '../../src/services/watching/metrics.ts';
import { isPassing } from '../../src/store/away.ts';
import { type Db, openDatabase } from '../../src/store/open.ts';
import { seededIds } from '../support/runtime.ts';
import { keys } from './database.ts';
import type { Surroundings } from './world.ts';

export type Process = {
  name: string;
  rt: Runtime;
  isUp(): boolean;
  isDead(): boolean;
  /** Does something in this process; resolves to undefined when it died, froze or was refused on the way. */
  does<T>(what: (rt: Runtime) => Promise<T>): Promise<T | undefined>;
  /** Works off what its bell was rung for and was not lost. */
  answerBells(): Promise<void>;
  kill(): void;
  /** Lets a frozen process go on. */
  thaw(): void;
};

type Life = {
  dead: boolean;
  thawed?: Promise<void>;
  thaw?: () => void;
  stopped: () => void;
  stop: Promise<void>;
};

const moment = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

const freshStop = (): Pick<Life, 'stop' | 'stopped'> => {
  let stopped = (): void => undefined;
  const stop = new Promise<void>((resolve) => {
    stopped = resolve;
  });
  return { stop, stopped };
};

/** A number from a text (FNV-1a). */
const hash = (text: string): number =>
  [...text].reduce((sum, letter) => Math.imul(sum ^ letter.charCodeAt(0), 0x01000193), 0x811c9dc5) >>> 0;

const never = <T>(): Promise<T> => new Promise(() => undefined);

/** Opens a process on the world's database file, with its own lane, lease owner and ids. */
export async function openProcess(world: Surroundings, name: string): Promise<Process> {
  const life: Life = { dead: false, ...freshStop() };
  const pending: Ring[] = [];
  const { clock, faults } = world;

  const kill = (): void => {
    if (life.dead) return;
    life.dead = true;
    world.say(`${name} dies`);
    opened.client.close();
    life.stopped();
  };
  const freeze = (ms: number): void => {
    if (life.dead || life.thawed) return;
    world.say(`${name} freezes for ${Math.round(ms / 1000)} s`);
    life.thawed = new Promise((resolve) => {
      life.thaw = resolve;
    });
    world.later(ms, thaw);
    life.stopped();
  };
  const thaw = (): void => {
    if (!life.thaw || life.dead) return;
    world.say(`${name} goes on`);
    life.thaw();
    delete life.thawed;
    delete life.thaw;
    Object.assign(life, freshStop());
  };
  const around = (when: 'before' | 'after'): void => {
    const fault = life.dead ? 'kill' : faults.commit(when);
    if (!fault) return;
    if (!life.dead) world.say(`${name} ${fault} ${when} commit`);
    if (fault === 'full') throw Object.assign(new Error('database is full'), { code: 'SQLITE_FULL' });
    if (fault === 'kill') kill();
    throw new TypeError('fetch failed');
  };
  const calling = async <T>(call: () => Promise<T>): Promise<T> => {
    await life.thawed;
    if (!life.dead && faults.call()) kill();
    if (life.dead) return never();
    const answer = await call();
    if (!life.dead && faults.call()) kill();
    if (life.dead) return never();
    await life.thawed;
    return answer;
  };
  const gateway: Gateway = {
    ...world.network,
    post: (sms, mayLeave) => calling(() => world.network.post(sms, mayLeave)),
    find: (sms, between) => calling(() => world.network.find(sms, between)),
  };
  const opened = await openDatabase({ url: world.url, keys, around });
  const db = withFreezes(opened, life, (hasClaimed) => {
    const ms = faults.freeze(hasClaimed);
    if (ms !== undefined) freeze(ms);
  });
  const log = (fields: Record<string, unknown>, message: string): void => {
    if (!life.dead) world.say(`${name} log: ${message} ${JSON.stringify(fields)}`);
  };
  const rt: Runtime = {
    config: world.config,
    db,
    gateway,
    bell: {
      ring: (ring) => {
        if (!life.dead && !faults.ring()) pending.push(ring);
      },
      quiet: async () => undefined,
      counts: async () => [],
      close: async () => undefined,
    },
    log: { debug: log, info: log, warn: log, error: log },
    now: clock.now,
    clock: clock.wall,
    monotonic: clock.now,
    sleep: async (ms) => {
      if (!life.dead && !life.thawed) clock.forward(ms);
      await moment();
    },
    newId: seededIds(hash(`${world.seed} ${name}`)),
    flows: new Map(),
    paces: new Map(),
    trouble: { inARow: 0 },
    visitors: { waiting: 0, cameAt: 0 },
    metrics: noMetrics,
    closing: new AbortController().signal,
    owner: name,
    inOrder: keepOrder(),
  };

  const does = async <T>(what: (rt: Runtime) => Promise<T>): Promise<T | undefined> => {
    if (life.dead || life.thawed) return undefined;
    const { stop } = life;
    const job = what(rt).catch((error: unknown) => {
      const isExpected = life.dead || error instanceof AppError || isPassing(error);
      if (!isExpected) world.mistakes.push(`${name}: ${error instanceof Error ? error.stack : error}`);
      else if (!life.dead) world.say(`${name} says no: ${error instanceof Error ? error.message : error}`);
      return undefined;
    });
    return Promise.race([job, stop.then(() => undefined)]);
  };
  return {
    name,
    rt,
    does,
    kill,
    thaw,
    isUp: () => !life.dead && !life.thawed,
    isDead: () => life.dead,
    async answerBells() {
      await Promise.all(pending.splice(0).map((ring) => does((own) => work(own, ring))));
    },
  };
}

/** A database whose writer may freeze with its process, between any commit and what follows it. */
const withFreezes = (db: Db, life: Life, mayFreeze: (hasClaimed: boolean) => void): Db => ({
  ...db,
  lane: {
    ...db.lane,
    async put(write, item) {
      await life.thawed;
      const outcome = await db.lane.put(write, item);
      const hasClaimed = write.name === 'claim-messages' && Array.isArray(outcome) && outcome.length > 0;
      if (!life.dead) mayFreeze(hasClaimed);
      await life.thawed;
      return outcome;
    },
  },
});
