// The scaled-out house with everything around it, all of it real but the phones: sqld, Redis, two that serve, three that work,
// and a stand-in for Twilio that remembers every message it took.
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { publishFlow } from '../../src/services/journeys/publish-flow.ts';
import { startTwilioServer, type TwilioFault, type TwilioServer } from '../gateways/twilio-server.ts';
import type { SignedRequest } from '../gateways/twilio-webhooks.ts';
import { makeRandom, type Random } from '../sim/random.ts';
import { watch } from '../sim/watch.ts';
import { seedOrganisation, seedRelative } from '../support/house.ts';
import { startRedis, type TestRedis } from '../support/redis.ts';
import { makeRuntime, type TestRuntime } from '../support/runtime.ts';
import { type Sqld, startSqld } from '../support/sqld.ts';
import { buildProcess } from './build-process.ts';
import { type Child, startChild } from './child.ts';
import { type Acceptance, plain } from './record.ts';
import { answerTo, flow, type Person, STAGES } from './script.ts';

export type Relative = Person & { id: string };

/** How far a moment comes to rest before the next one. */
export type Rest = 'whole' | 'settled-later' | 'none';

export type World = {
  random: Random;
  /** How long a fault lasts that may be shorter in a short run, ms. */
  lasts(ms: number): number;
  sqld: Sqld;
  redis: TestRedis;
  twilio: TwilioServer;
  webs: Child[];
  workers: Child[];
  relatives: Relative[];
  /** The harness's own connection, for setting up and looking. */
  eye: TestRuntime;
  /** What the provider took, in order. */
  accepted: Acceptance[];
  /** Phones that wrote STOP. */
  stopped: Set<string>;
  /** What a person must be told of, beyond messages: ids of alerts that have to be there. */
  mustBeTold: Set<string>;
  /** Relatives that the script does not hold for any more. */
  apart: Set<string>;
  /** What never should happen. */
  mistakes: string[];
  /** Journeys' time, UTC ms. */
  now(): number;
  /** Moves journeys' time in all processes; those that are not ready begin with it. */
  moveTo(at: number): Promise<void>;
  enrol(relatives: readonly Relative[]): Promise<void>;
  /** Carries an SMS from a phone to the house, again and again until it was taken. */
  write(phone: string, text: string): Promise<void>;
  /** How many SMS are on their way from phones. */
  writing(): number;
  /** What becomes of each attempt to hand a message over; undefined where nothing goes wrong. */
  refuse(fault: (() => TwilioFault | undefined) | undefined): void;
  /** Callbacks are kept until `release` is called. */
  keepCallbacks(): () => void;
  /** This moment need not come to rest, or not with what is of unknown outcome: the next one brings what is left. */
  goOn(rest: Exclude<Rest, 'whole'>): void;
  /** How far it must, asked once. */
  restDue(): Rest;
  /** Does something once everything has come to rest. */
  later(what: () => void): void;
  /** Does what was to be done then. */
  rested(): void;
  close(): Promise<void>;
};

export type WorldOptions = {
  seed: number;
  people: readonly Person[];
  /** A folder for the database server, of its own when absent. */
  folder?: string | undefined;
  /** Settings of the house's processes that are others than elsewhere. */
  settings?: Record<string, string> | undefined;
  /** The share of their full length that faults last. */
  share?: number;
};

const KEYS = Buffer.alloc(32, 7).toString('base64');
export const NUMBER = '+4520009999';
const PUBLIC_URL = 'https://limen.test';
const WEBS = 2;
const WORKERS = 3;
/** Twilio gives a webhook fifteen seconds. */
const WEBHOOK_MS = 15_000;
const AGAIN_MS = 150;

export const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** What each process of the house finds in its environment. */
function settings(sqld: Sqld, redis: TestRedis, twilio: TwilioServer, flows: string): NodeJS.ProcessEnv {
  return {
    PATH: process.env.PATH,
    NODE_COMPILE_CACHE: join(tmpdir(), 'limen-chaos-cache'),
    PORT: '0',
    HOST: '127.0.0.1',
    PUBLIC_URL,
    DATABASE_URL: sqld.url,
    DATABASE_TIMEOUT_SECONDS: '4',
    REDIS_URL: redis.url,
    LIMEN_KEYS: KEYS,
    LIMEN_FLOWS: flows,
    SMS_GATEWAY: 'twilio',
    SMS_SENDER_NAME: 'Limen',
    SMS_SENDER_NUMBER: NUMBER,
    SMS_CONCURRENCY: '8',
    SMS_TIMEOUT_SECONDS: '2',
    LEASE_SECONDS: '5',
    UNKNOWN_GRACE_SECONDS: '1',
    WORKER_CONCURRENCY: '8',
    TWILIO_ACCOUNT_SID: twilio.accountSid,
    TWILIO_AUTH_TOKEN: twilio.authToken,
    TWILIO_API_URL: twilio.url,
    LOG_LEVEL: process.env.CHAOS_LOG ?? 'error',
  };
}

/** Opens a world of a seed at the script's first moment; everything in it ends with `close`. */
export async function openWorld({
  seed,
  people,
  folder,
  settings: other,
  share = 1,
}: WorldOptions): Promise<World> {
  const time = { ahead: 0 };
  const now = (): number => Date.now() + time.ahead;
  time.ahead = STAGES[0].at - Date.now();
  const flows = await mkdtemp(join(tmpdir(), 'limen-chaos-'));
  const [built, sqld, redis] = await Promise.all([
    buildProcess(),
    startSqld(folder ? { folder } : {}),
    startRedis(),
  ]);
  const webs: Child[] = [];
  const gateway: { fault: (() => TwilioFault | undefined) | undefined } = { fault: undefined };
  const held: { callbacks: Promise<void> | undefined } = { callbacks: undefined };
  const random = makeRandom(seed + 13);
  let turn = 0;
  /** Either web process, like a balancer; refused while the one asked is away. */
  const deliver = async ({ path, headers, body }: SignedRequest): Promise<number> => {
    if (path.startsWith('/webhooks/twilio/status')) await held.callbacks;
    turn += 1;
    const port = webs[turn % webs.length]?.port();
    if (!port) throw new Error('nobody listens');
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
      method: 'POST',
      headers,
      body,
      signal: AbortSignal.timeout(WEBHOOK_MS),
    });
    await answer.arrayBuffer();
    return answer.status;
  };
  const twilio = await startTwilioServer({
    authToken: randomBytes(16).toString('hex'),
    publicUrl: PUBLIC_URL,
    senders: ['Limen', NUMBER],
    callbacks: 'auto',
    latencyMs: 25,
    faultFor: () => gateway.fault?.(),
    now,
    deliver,
  });
  const eye = await makeRuntime({ on: sqld, now: STAGES[0].at, seed, timeoutMs: 3_000 });
  await watch(eye.db.client);
  await seedOrganisation(eye);
  await publishFlow(eye, flow);
  const relatives = await Promise.all(
    people.map(async (person) => ({
      ...person,
      id: await seedRelative(eye, { number: person.phone, tiltale: person.name }),
    })),
  );
  const env = () => ({
    ...settings(sqld, redis, twilio, flows),
    ...other,
    CHAOS_AHEAD_MS: String(time.ahead),
  });
  const child = (role: 'web' | 'worker', n: number) =>
    startChild({ name: `${role} ${n}`, role, entry: built.entry, env });
  for (let n = 1; n <= WEBS; n += 1) webs.push(child('web', n));
  const workers = Array.from({ length: WORKERS }, (_, n) => child('worker', n + 1));
  await Promise.all([...webs, ...workers].map((child) => child.ready()));

  const accepted: Acceptance[] = [];
  const stopped = new Set<string>();
  const byPhone = new Map(relatives.map((one) => [one.phone, one]));
  const moment: { rest: Rest } = { rest: 'whole' };
  const planned: (() => void)[] = [];
  const writes = { open: 0, over: false };

  const write = async (phone: string, text: string): Promise<void> => {
    if (/^stop\.?$/i.test(text)) stopped.add(phone);
    writes.open += 1;
    const sid = `SM${randomBytes(16).toString('hex')}`;
    try {
      while (!writes.over) {
        const { status } = await twilio.sendInbound({ from: phone, to: NUMBER, text, sid });
        if (status === 200) return;
        await sleep(AGAIN_MS);
      }
    } finally {
      writes.open -= 1;
    }
  };

  /** What the provider has taken since it was last looked reaches the phones, and whoever answers answers. */
  const pump = setInterval(() => {
    for (const { to, body, createdAt, statusCallback } of twilio.accepted.slice(accepted.length)) {
      const ref = new URL(statusCallback ?? PUBLIC_URL).searchParams.get('ref') ?? '';
      const text = plain(body);
      const again = accepted.some((one) => one.ref === ref);
      accepted.push({ ref, to, text, at: createdAt });
      const person = byPhone.get(to);
      const answer = person && !again ? answerTo(person, text) : undefined;
      if (answer) void write(to, answer);
    }
  }, 10);

  const close = async (): Promise<void> => {
    writes.over = true;
    clearInterval(pump);
    await Promise.all([...webs, ...workers].map((one) => one.end()));
    await Promise.allSettled([
      eye[Symbol.asyncDispose](),
      twilio.close(),
      redis[Symbol.asyncDispose](),
      sqld.close(),
      built[Symbol.asyncDispose](),
      rm(flows, { recursive: true, force: true }),
    ]);
  };
  let closing: Promise<void> | undefined;
  const world: World = {
    random,
    lasts: (ms) => ms * share,
    sqld,
    redis,
    twilio,
    webs,
    workers,
    relatives,
    eye,
    accepted,
    stopped,
    mustBeTold: new Set(),
    apart: new Set(),
    mistakes: [],
    now,
    async moveTo(at) {
      time.ahead = at - Date.now();
      const move = { do: 'move', ahead: time.ahead } as const;
      await Promise.all([...webs, ...workers].map((child) => child.ask(move).catch(() => undefined)));
    },
    enrol: (them) => enrol(world, them),
    write,
    writing: () => writes.open,
    refuse(fault) {
      gateway.fault = fault;
    },
    keepCallbacks() {
      let release = (): void => undefined;
      held.callbacks = new Promise((resolve) => {
        release = resolve;
      });
      return () => {
        held.callbacks = undefined;
        release();
      };
    },
    goOn(rest) {
      moment.rest = rest;
    },
    restDue() {
      const { rest } = moment;
      moment.rest = 'whole';
      return rest;
    },
    later: (what) => void planned.push(what),
    rested() {
      for (const what of planned.splice(0)) what();
    },
    close() {
      closing ??= close();
      return closing;
    },
  };
  return world;
}

const DONE = new Set(['already-enrolled', 'stopped']);
const SLICE = 25;
const ENROL_WITHIN_MS = 90_000;

/** As a person at a screen would: pressed again until it is done. */
async function enrol(world: World, relatives: readonly Relative[]): Promise<void> {
  const until = Date.now() + ENROL_WITHIN_MS;
  for (let from = 0; from < relatives.length; from += SLICE) {
    let left = relatives.slice(from, from + SLICE).map(({ id }) => id);
    while (left.length > 0) {
      if (Date.now() > until) {
        world.mistakes.push(`${left.length} could not be enrolled`);
        return;
      }
      const web = world.random.pick(world.webs);
      const failed = await web
        .ask({ do: 'enrol', flow: flow.name, relatives: left })
        .catch(() => left.map((relative) => ({ relative, why: 'no answer' })));
      left = failed.filter(({ why }) => !DONE.has(why)).map(({ relative }) => relative);
      if (left.length > 0) await sleep(AGAIN_MS);
    }
  }
}
