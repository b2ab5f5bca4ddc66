// The main job on one machine: one process, one file, everything in it.
import type { Hono } from 'hono';
import type { PhoneNetwork } from '../gateways/phone/phone.ts';
import { startHeartbeat } from '../jobs/heartbeat.ts';
import { giveSendersBack } from '../services/dispatch-sender.ts';
import { createDemoClock, type DemoClock, recallOffset } from '../services/move-clock.ts';
import { receiveSms } from '../services/receive-sms.ts';
import { recordStatus } from '../services/record-status.ts';
import type { Runtime } from '../services/runtime.ts';
import { endAllLeases } from '../store/leases.ts';
import { closeDatabase, type Db } from '../store/open.ts';
import { createApp } from '../web/app.ts';
import type { WebEnv } from '../web/env.ts';
import { serveAssets } from './assets.ts';
import type { Config } from './config.ts';
import { createRuntime } from './create-runtime.ts';
import { holdDatabase } from './hold-database.ts';
import { DEMO_REPORT_MS, openGateway } from './open-gateway.ts';
import { openHouse } from './open-house.ts';
import { peerAddress, serveApp } from './serve.ts';
import { publishFolder, setUpOrganisation } from './set-up.ts';
import { openTwilioDoor } from './twilio-door.ts';

const BEAT_EVERY_MS = 1_000;

export type Started = {
  rt: Runtime;
  port: number;
  /** The demo's clock. */
  clock: DemoClock | undefined;
  /** Flows that were not published, one line for each problem. */
  problems: string[];
  /** Finishes what is under way and closes; a second call does nothing more. */
  stop(): Promise<void>;
};

/** Wires the simulated network to the house: what its phones send comes in, what happens to messages is told. */
function connect(rt: Runtime, network: PhoneNetwork): void {
  network.connect({
    onIncoming: (sms) => receiveSms(rt, sms),
    onStatus: (report) => recordStatus(rt, report),
  });
}

/** Starts everything in this process. Throws a SettingError when a setting is wrong. */
export async function start(config: Config): Promise<Started> {
  const release = await holdDatabase(config);
  const db = await openHouse(config);
  const offset = { ms: config.demo ? await recallDemoOffset(db) : 0 };
  const { gateway, network } = await openGateway(config, () => Date.now() + offset.ms);
  const closing = new AbortController();
  const rt = createRuntime(config, db, offset, gateway, closing.signal);
  if (config.DATABASE_URL.startsWith('file:')) await db.lane.put(endAllLeases, null);
  if (network) connect(rt, network);
  const problems = await prepare(rt, config, network);
  const clock = network
    ? createDemoClock(rt, {
        setOffset: (ms) => {
          offset.ms = ms;
        },
        settle: () => network.settle(),
        reportMs: DEMO_REPORT_MS,
      })
    : undefined;
  const app = await buildApp(rt, config, network, clock);
  const served = await serveApp(app, config);
  const heartbeat = startHeartbeat(rt, BEAT_EVERY_MS);
  const stop = async (): Promise<void> => {
    closing.abort();
    await served.close();
    await clock?.quiet();
    await heartbeat.stop();
    await rt.bell.close();
    await gateway.close();
    await giveSendersBack(rt);
    await closeDatabase(db);
    release();
  };
  let stopping: Promise<void> | undefined;
  return {
    rt,
    port: served.port,
    clock,
    problems,
    stop: () => {
      stopping ??= stop();
      return stopping;
    },
  };
}

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

async function buildApp(rt: Runtime, config: Config, network?: PhoneNetwork, clock?: DemoClock) {
  const twilio = config.demo ? undefined : await openTwilioDoor(config);
  const extra = network ? await openPhones(rt, network) : undefined;
  return createApp(rt, {
    assets: serveAssets(),
    peerAddress,
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
