import { randomBytes } from 'node:crypto';
import pino from 'pino';
import type { Gateway } from '../gateways/gateway.ts';
import { openIdentity } from '../gateways/oidc/open-identity.ts';
import { createInlineBell } from '../jobs/inline-bell.ts';
import { keepOrder } from '../services/keep-order.ts';
import type { Runtime } from '../services/runtime.ts';
import { type Metrics, noMetrics } from '../services/watching/metrics.ts';
import type { Db } from '../store/open.ts';
import { type Config, readEmbed } from './config.ts';
import { oidcSettings } from './oidc-settings.ts';

/** 128 random bits as 22 URL-safe characters. */
export const newId = (): string => randomBytes(16).toString('base64url');

/** How far `rt.now` is ahead of the real clock, ms; only the demo moves it. */
export type Offset = { ms: number };

export type Parts = {
  db: Db;
  offset: Offset;
  gateway: Gateway;
  closing?: AbortSignal;
  metrics?: Metrics;
};

/** Builds the runtime of a process, with the inline bell. */
export function createRuntime(config: Config, parts: Parts): Runtime {
  const { db, offset, gateway, closing = new AbortController().signal, metrics = noMetrics } = parts;
  const clock = (): number => Date.now();
  const now = (): number => Date.now() + offset.ms;
  const oidc = oidcSettings(config);
  const rt: Runtime = {
    config: {
      publicUrl: config.PUBLIC_URL,
      demo: config.demo,
      segmentsPerSecond: config.SMS_SEGMENTS_PER_SECOND,
      concurrency: config.SMS_CONCURRENCY,
      leaseMs: config.LEASE_SECONDS * 1_000,
      unknownGraceMs: config.UNKNOWN_GRACE_SECONDS * 1_000,
      validityMinutes: 4 * 60,
      countries: config.SMS_COUNTRIES.split(','),
      ...readEmbed(config.EVENTS_EMBED),
    },
    db,
    gateway,
    ...(oidc ? { identity: openIdentity(oidc) } : {}),
    bell: createInlineBell(() => rt),
    log: pino({ level: config.LOG_LEVEL, base: null }),
    now,
    clock,
    monotonic: () => performance.now(),
    newId,
    flows: new Map(),
    paces: new Map(),
    trouble: { inARow: 0 },
    visitors: { waiting: 0, cameAt: 0 },
    metrics,
    closing,
    owner: newId(),
    inOrder: keepOrder(),
  };
  return rt;
}
