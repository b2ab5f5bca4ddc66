// The runtime of one request at the edge: a database connection and a write lane of its own. It writes rows and leaves the work
// they mean to the heartbeat of the Node processes: nothing rings here and nothing is posted.
import type { Gateway } from '../../gateways/gateway.ts';
import type { Flow } from '../../journey/flow/flow.ts';
import { keepOrder } from '../../services/keep-order.ts';
import type { Bell, Runtime } from '../../services/runtime.ts';
import { noMetrics } from '../../services/watching/metrics.ts';
import { openDatabase } from '../../store/open.ts';
import { type Keys, readKeys } from '../../store/seal.ts';
import { SettingError } from '../config.ts';
import { createConsoleLog } from './console-log.ts';
import type { EdgeConfig } from './edge-config.ts';

const silentBell: Bell = {
  ring: () => undefined,
  quiet: async () => undefined,
  counts: async () => [],
  close: async () => undefined,
};

const neverHere = (): never => {
  throw new Error('nothing is posted at the edge');
};

const noGateway: Gateway = {
  name: 'none',
  requestTimeoutMs: 0,
  post: neverHere,
  find: neverHere,
  list: neverHere,
  forget: neverHere,
  close: async () => undefined,
};

/** 128 random bits as 22 URL-safe characters. */
const newId = (): string => Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64url');

function openKeys(texts: readonly string[]): Keys {
  try {
    return readKeys(texts);
  } catch {
    throw new SettingError('LIMEN_KEYS', 'must hold one or more base64 keys of 32 bytes, newest first');
  }
}

/** Builds the runtime of one request. `flows` are the versions this isolate has read; the request may add to them. */
export async function createEdgeRuntime(config: EdgeConfig, flows: Map<string, Flow>): Promise<Runtime> {
  const { databaseToken } = config;
  const db = await openDatabase({
    url: config.databaseUrl,
    keys: openKeys(config.keys),
    timeoutMs: config.databaseTimeoutMs,
    ...(databaseToken ? { authToken: databaseToken } : {}),
  });
  return {
    config: {
      publicUrl: config.publicUrl,
      demo: false,
      edge: true,
      segmentsPerSecond: 0,
      concurrency: 0,
      leaseMs: 0,
      unknownGraceMs: 0,
      validityMinutes: 0,
      countries: config.countries,
      ...(config.embedIn ? { embedIn: config.embedIn } : {}),
    },
    db,
    gateway: noGateway,
    bell: silentBell,
    log: createConsoleLog(config.logLevel),
    now: () => Date.now(),
    clock: () => Date.now(),
    monotonic: () => performance.now(),
    newId,
    flows,
    paces: new Map(),
    trouble: { inARow: 0 },
    visitors: { waiting: 0, cameAt: 0 },
    metrics: noMetrics,
    closing: new AbortController().signal,
    owner: 'edge',
    inOrder: keepOrder(),
  };
}
