// `limen start`: answers the web; without REDIS_URL it also does all the work, in one process.
import type { Hono } from 'hono';
import type { PhoneNetwork } from '../gateways/phone/phone.ts';
import { type Heartbeat, startHeartbeat } from '../jobs/heartbeat.ts';
import { createDemoClock, type DemoClock, recallOffset } from '../services/move-clock.ts';
import { receiveSms } from '../services/replies/receive-sms.ts';
import type { Runtime } from '../services/runtime.ts';
import { recordStatus } from '../services/sending/record-status.ts';
import type { Db } from '../store/open.ts';
import { createApp } from '../web/app.ts';
import type { WebEnv } from '../web/env.ts';
import { serveAssets } from './assets.ts';
import { checkParts } from './check-parts.ts';
import type { Config } from './config.ts';
import type { Offset } from './create-runtime.ts';
import { DEMO_REPORT_MS } from './open-gateway.ts';
import { type AheadMs, closingOnFailure, type OpenProcess, openProcess } from './open-process.ts';
import { peerAddress, type Served, serveApp } from './serve.ts';
import { publishFolder, setUpOrganisation } from './set-up.ts';
import { openTwilioDoor } from './twilio-door.ts';

export const BEAT_EVERY_MS = 1_000;

export type Started = {
  rt: Runtime;
  offset: Offset;
  port: number;
  /** The demo's clock. */
  clock: DemoClock | undefined;
  /** Flows that were not published, one line for each problem. */
  problems: string[];
  /** Finishes what is under way and closes; a second call does nothing more. */
  stop(): Promise<void>;
};

/** Starts this process. Throws a SettingError when a setting is wrong. `ahead` is for trying the house at another hour. */
export async function start(config: Config, ahead?: AheadMs): Promise<Started> {
  checkParts(config, 'start');
  const part = config.REDIS_URL ? 'web' : 'both';
  const opened = await openProcess(config, part, config.demo ? recallDemoOffset : ahead);
  const serving = await closingOnFailure(opened, () => serve(opened, config));
  const heartbeat: Heartbeat | undefined =
    part === 'both' ? startHeartbeat(opened.rt, BEAT_EVERY_MS) : undefined;
  const stop = async (): Promise<void> => {
    opened.beginToClose();
    await serving.served.close();
    await serving.clock?.quiet();
    await heartbeat?.stop();
    await opened.close();
  };
  let stopping: Promise<void> | undefined;
  return {
    rt: opened.rt,
    offset: opened.offset,
    port: serving.served.port,
    clock: serving.clock,
    problems: serving.problems,
    stop: () => {
      stopping ??= stop();
      return stopping;
    },
  };
}

type Serving = { served: Served; clock: ReturnType<typeof openClock> | undefined; problems: string[] };

/** Publishes, seeds where it is the demo, and listens. */
async function serve(opened: OpenProcess, config: Config): Promise<Serving> {
  const { rt, network } = opened;
  if (network) connect(rt, network);
  const problems = await prepare(rt, config, network);
  const clock = network && openClock(opened, network);
  const app = await buildApp(opened, config, clock);
  return { served: await serveApp(app, config), clock, problems };
}

/** Wires the simulated network to the house: what its phones send comes in, what happens to messages is told. */
function connect(rt: Runtime, network: PhoneNetwork): void {
  network.connect({
    onIncoming: (sms) => receiveSms(rt, sms),
    onStatus: (report) => recordStatus(rt, report),
  });
}

const openClock = ({ rt, offset }: OpenProcess, network: PhoneNetwork) =>
  createDemoClock(rt, {
    setOffset: (ms) => {
      offset.ms = ms;
    },
    settle: () => network.settle(),
    reportMs: DEMO_REPORT_MS,
  });

/** Nobody is texted at night: a demo that is first started then begins at the next opening. */
async function recallDemoOffset(db: Db): Promise<number> {
  const { openingLeadMs } = await import('./demo/opening-lead.ts');
  return recallOffset(db, openingLeadMs(Date.now()));
}

async function prepare(rt: Runtime, config: Config, network?: PhoneNetwork): Promise<string[]> {
  if (!config.demo) {
    await setUpOrganisation(rt, config);
    return publishFolder(rt, config.LIMEN_FLOWS);
  }
  const { setUpDemo, seedDemo } = await import('./demo/seed-demo.ts');
  await setUpDemo(rt);
  const problems = await publishFolder(rt, config.LIMEN_FLOWS);
  await seedDemo(rt, network);
  return problems;
}

async function buildApp({ rt, network, operations }: OpenProcess, config: Config, clock?: DemoClock) {
  const twilio = config.demo ? undefined : await openTwilioDoor(config);
  const extra = network ? await openPhones(rt, network) : undefined;
  return createApp(rt, {
    assets: serveAssets(),
    peerAddress,
    operations,
    trustedProxies: config.TRUSTED_PROXIES,
    ...(twilio ? { twilio } : {}),
    ...(clock ? { clock } : {}),
    ...(extra ? { extra } : {}),
  });
}

/** The phones' pages, loaded only in the demo. */
async function openPhones(rt: Runtime, network: PhoneNetwork) {
  const { phoneRoutes } = await import('../web/phone/routes.ts');
  const { demoPhones } = await import('./demo/demo-phones.ts');
  const phones = phoneRoutes(network, demoPhones(rt));
  return (app: Hono<WebEnv>): void => {
    app.route('/phone', phones);
  };
}
