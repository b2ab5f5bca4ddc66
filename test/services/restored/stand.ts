// A house that can be backed up and put back: real files, a gateway that goes on existing, people who write.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Gateway } from '../../../src/gateways/gateway.ts';
import { createPhoneNetwork } from '../../../src/gateways/phone/phone-network.ts';
import { parseInbound } from '../../../src/gateways/twilio/parse-inbound.ts';
import { parseStatus } from '../../../src/gateways/twilio/parse-status.ts';
import { createTwilioGateway } from '../../../src/gateways/twilio/twilio-gateway.ts';
import { work } from '../../../src/jobs/work.ts';
import { backUp } from '../../../src/main/backup/back-up.ts';
import { putBack } from '../../../src/main/backup/put-back.ts';
import { readConfig } from '../../../src/main/config.ts';
import { beat } from '../../../src/services/beat.ts';
import { isLandline } from '../../../src/services/phone-number.ts';
import { receiveSms } from '../../../src/services/replies/receive-sms.ts';
import type { Runtime } from '../../../src/services/runtime.ts';
import { recordStatus } from '../../../src/services/sending/record-status.ts';
import { findNextInstant } from '../../../src/store/instants.ts';
import { remember } from '../../../src/store/memory.ts';
import { startTwilioServer } from '../../gateways/twilio-server.ts';
import type { SignedRequest } from '../../gateways/twilio-webhooks.ts';
import { seedOrganisation } from '../../support/house.ts';
import { MONDAY, makeRuntime, type TestRuntime } from '../../support/runtime.ts';

export type Accepted = { at: number; to: string; text: string };

/** The world outside: a provider that is there whatever becomes of the house. */
export type Outside = {
  gateway: Gateway;
  /** What the provider took, oldest first. */
  accepted(): Accepted[];
  type(from: string, text: string): Promise<void>;
  settle(): Promise<void>;
  /** The next list is not to be had. */
  away(times: number): void;
  close(): Promise<void>;
};

/** Which house the provider reaches; none while it is down. */
type Reach = () => Runtime | undefined;

const SENDERS = { name: 'Limen', number: '+4520009999' };

const reached = (reach: Reach): Runtime => {
  const rt = reach();
  if (!rt) throw new Error('nobody is at home');
  return rt;
};

/** The simulated network. */
export async function phoneOutside(now: () => number, reach: Reach): Promise<Outside> {
  let missing = 0;
  const network = createPhoneNetwork({
    now,
    senders: SENDERS,
    isLandline,
    schedule: () => () => undefined,
    faults: { list: () => (missing-- > 0 ? 'unavailable' : undefined) },
    deliver: {
      onIncoming: async (sms) => receiveSms(reached(reach), sms),
      onStatus: async (report) => recordStatus(reached(reach), report),
    },
  });
  return {
    gateway: network,
    accepted: () =>
      network
        .listPhones()
        .flatMap(({ number }) => network.conversation(number))
        .filter(({ direction }) => direction === 'toPhone')
        .sort((a, b) => a.at - b.at),
    async type(from, text) {
      await network.type(from, text);
    },
    settle: () => network.settle(),
    away: (times) => {
      missing = times;
    },
    close: () => network.close(),
  };
}

async function carry(rt: Runtime | undefined, { path, body }: SignedRequest): Promise<number> {
  if (!rt) return 503;
  const params = Object.fromEntries(new URLSearchParams(body));
  const { pathname, searchParams } = new URL(path, 'https://limen.test');
  if (pathname.endsWith('/status')) {
    const parsed = parseStatus(params, searchParams.get('ref') ?? undefined);
    if (parsed.ok) await recordStatus(rt, parsed.value);
    return 200;
  }
  const parsed = parseInbound(params);
  if (parsed.ok) await receiveSms(rt, parsed.value);
  return 200;
}

/** Twilio's SDK against a local server that behaves as Twilio is documented to. */
export async function twilioOutside(now: () => number, reach: Reach): Promise<Outside> {
  const publicUrl = 'https://limen.test';
  const server = await startTwilioServer({
    publicUrl,
    senders: Object.values(SENDERS),
    now,
    maxPageSize: 7,
    deliver: (request) => carry(reach(), request),
  });
  const { accountSid, authToken, url: apiUrl } = server;
  const twilio = createTwilioGateway({
    accountSid,
    authToken,
    apiUrl,
    senders: SENDERS,
    publicUrl,
    requestTimeoutMs: 5_000,
    connections: 4,
  });
  /** What phones got stays there when the provider forgets it. */
  const deleted = new Map<string, string>();
  const gateway: Gateway = {
    ...twilio,
    async forget(providerId) {
      const message = server.accepted.find(({ sid }) => sid === providerId);
      if (message?.body) deleted.set(providerId, message.body);
      return twilio.forget(providerId);
    },
  };
  return {
    gateway,
    accepted: () =>
      server.accepted.map(({ sid, createdAt, to, body }) => ({
        at: createdAt,
        to,
        text: body || (deleted.get(sid) ?? ''),
      })),
    async type(from, text) {
      await server.sendInbound({ from, to: SENDERS.number, text });
    },
    settle: () => server.settle(),
    away: (times) => server.planList(...Array.from({ length: times }, () => 503 as const)),
    async close() {
      await server.close();
      await gateway.close();
    },
  };
}

export type OpenOutside = (now: () => number, reach: Reach) => Promise<Outside>;

export type Estate = AsyncDisposable & {
  outside: Outside;
  now(): number;
  /** The house that stands. */
  rt(): TestRuntime;
  forward(ms: number): void;
  /** Lets the provider and the house do what is due at this moment. */
  beat(): Promise<void>;
  /** Lets so much time pass: from one due instant to the next, a moment after each. */
  pass(ms: number): Promise<void>;
  /** Webhooks reach nobody, and nothing is done. */
  switchOff(): void;
  switchOn(): void;
  backUp(): Promise<string>;
  /** The backup takes the place of everything the house knew, on a new file or a server; the house that stands is gone. */
  putBack(file: string, server?: string): Promise<void>;
};

/** How long after its instant a heartbeat finds what is due. */
const LATE_MS = 700;

const KEY = Buffer.alloc(32, 7).toString('base64');

/** Builds a house on a file of its own; `open` is what it sends through. */
export async function buildEstate(open: OpenOutside = phoneOutside): Promise<Estate> {
  const folder = await mkdtemp(join(tmpdir(), 'limen-estate-'));
  let isUp = true;
  let seed = 1;
  const time = { now: MONDAY };
  const now = (): number => time.now;
  const outside = await open(now, () => (isUp ? house : undefined));
  const options = { gateway: outside.gateway, config: { unknownGraceMs: 60_000 } };
  let house = await makeRuntime(options);
  const opened = [house];
  await seedOrganisation(house);
  let backups = 0;

  const beatOnce = async (): Promise<void> => {
    await outside.settle();
    if (!isUp) return;
    house.forward(time.now - house.clock());
    await beat(house);
    for (const ring of house.rings.splice(0)) await work(house, ring);
    await outside.settle();
  };
  return {
    outside,
    now,
    rt: () => house,
    forward: (ms) => {
      time.now += ms;
      house.forward(time.now - house.clock());
    },
    beat: beatOnce,
    async pass(ms) {
      const end = time.now + ms;
      await beatOnce();
      while (time.now < end) {
        const next = isUp ? await findNextInstant(house.db, time.now) : undefined;
        time.now = Math.min(end, (next ?? end) + LATE_MS);
        await beatOnce();
      }
    },
    switchOff: () => {
      isUp = false;
    },
    switchOn: () => {
      isUp = true;
    },
    async backUp() {
      backups += 1;
      const file = join(folder, `backup-${backups}.db`);
      // The command's clock is the real one: how far the house's is ahead stands where a demo keeps it.
      const ahead = { name: 'clock-offset-ms', value: String(time.now - Date.now()) };
      await house.db.lane.put(remember, ahead);
      await backUp({ DATABASE_URL: house.url }, file);
      return file;
    },
    async putBack(file, server) {
      seed += 1;
      const url = server ?? pathToFileURL(join(folder, `limen-${seed}.db`)).href;
      await putBack(readConfig({ DATABASE_URL: url, LIMEN_DATA: folder, LIMEN_KEYS: KEY }), file);
      house = await makeRuntime({ ...options, beside: { ...house, url }, now: time.now, seed: seed * 1_000 });
      opened.push(house);
      isUp = true;
    },
    async [Symbol.asyncDispose]() {
      await outside.close();
      for (const one of opened.toReversed()) await one[Symbol.asyncDispose]();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
