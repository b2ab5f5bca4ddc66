import { randomBytes } from 'node:crypto';
import pino from 'pino';
import type { Gateway } from '../gateways/gateway.ts';
import { createInlineBell } from '../jobs/inline-bell.ts';
import { keepOrder } from '../services/keep-order.ts';
import type { Runtime } from '../services/runtime.ts';
import type { Db } from '../store/open.ts';
import type { Config } from './config.ts';

/** 128 random bits as 22 URL-safe characters. */
export const newId = (): string => randomBytes(16).toString('base64url');

/** How far `rt.now` is ahead of the real clock, ms; only the demo moves it. */
export type Offset = { ms: number };

/** Builds the runtime of an embedded process: one file, the inline bell. */
export function createRuntime(
  config: Config,
  db: Db,
  offset: Offset,
  gateway: Gateway,
  closing = new AbortController().signal,
): Runtime {
  const clock = (): number => Date.now();
  const now = (): number => Date.now() + offset.ms;
  const rt: Runtime = {
    config: {
      publicUrl: config.PUBLIC_URL,
      demo: config.demo,
      segmentsPerSecond: config.SMS_SEGMENTS_PER_SECOND,
      concurrency: config.SMS_CONCURRENCY,
      leaseMs: 30_000,
      unknownGraceMs: 60_000,
      validityMinutes: 4 * 60,
      countries: config.SMS_COUNTRIES.split(','),
    },
    db,
    gateway,
    bell: createInlineBell(() => rt),
    log: pino({ level: config.LOG_LEVEL, base: null }),
    now,
    clock,
    monotonic: () => performance.now(),
    newId,
    flows: new Map(),
    closing,
    owner: newId(),
    inOrder: keepOrder(),
  };
  return rt;
}
