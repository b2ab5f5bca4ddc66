import type { Gateway } from '../gateways/gateway.ts';
import type { Identity } from '../gateways/identity.ts';
import type { Flow } from '../journey/flow/flow.ts';
import type { Db } from '../store/open.ts';
import type { Pace } from './sending/pace.ts';
import type { Metrics } from './watching/metrics.ts';

/** What a bell can be rung for. A ring is a hint: the heartbeat finds what a lost one meant. */
export type Ring =
  | { job: 'fire-timers'; shard: number }
  | { job: 'handle-inbound'; reply: string }
  | { job: 'carry-out'; fanOut: string }
  | { job: 'broadcast'; broadcast: string }
  | { job: 'invite'; invitation: string }
  | { job: 'tell-events'; event: string }
  | { job: 'dispatch-sender'; sender: 'name' | 'number' };

/** How much waits behind a bell, and how much is being done. */
export type QueueCount = { queue: string; waiting: number; active: number };

/** The port of the bell: inline in one process, BullMQ when scaled out. Never throws, never waits for the work. */
export type Bell = {
  ring(ring: Ring): void;
  /** Resolves when everything rung so far in this process has been worked off, or handed to those who do. */
  quiet(): Promise<void>;
  /** Rejects when the queue cannot be asked. */
  counts(): Promise<QueueCount[]>;
  close(): Promise<void>;
};

/** Log lines carry ids and codes only: no phone, name, text or token. */
export type Log = {
  debug(fields: Record<string, unknown>, message: string): void;
  info(fields: Record<string, unknown>, message: string): void;
  warn(fields: Record<string, unknown>, message: string): void;
  error(fields: Record<string, unknown>, message: string): void;
};

export type RuntimeConfig = {
  publicUrl: string;
  demo: boolean;
  /** Segments a second each sender may post; 0 is without limit. */
  segmentsPerSecond: number;
  /** Messages posted at once by one dispatcher. */
  concurrency: number;
  /** How long a dispatcher's lease lasts, ms of the real clock. */
  leaseMs: number;
  /** How long after its intent an unknown message is first asked for, ms. */
  unknownGraceMs: number;
  /** How long the network keeps trying to reach a phone, minutes. */
  validityMinutes: number;
  /** Calling codes' countries that may be written to, ISO 3166 alpha-2. */
  countries: readonly string[];
  /** Sites that may show the list of arrangements inside their own, as origins; nobody when absent. */
  embedIn?: readonly string[];
  /** This process only answers, and leaves to others what is long or needs the municipality's login. */
  edge?: boolean;
  /** log2 of what a password's hash costs; only tests have one of their own. */
  passwordCost?: number;
};

/** Everything a service needs, built once in `main` and passed first. */
export type Runtime = {
  config: RuntimeConfig;
  db: Db;
  gateway: Gateway;
  bell: Bell;
  /** The municipality's login for staff; absent where they have local accounts. */
  identity?: Identity;
  log: Log;
  /** The time journeys, links and send windows go by, UTC ms; the demo clock moves it forward. */
  now(): number;
  /** The real time, UTC ms, for leases, sessions, limits and back-off. */
  clock(): number;
  /** A monotonic clock, ms: a dispatcher posts only while it is before its lease's end. */
  monotonic(): number;
  /** Waits so long on the monotonic clock, ms; by a timer when absent. */
  sleep?(ms: number): Promise<void>;
  /** 128 random bits as 22 URL-safe characters. */
  newId(): string;
  /** Published versions that were loaded; they never change. */
  flows: Map<string, Flow>;
  /** How fast each sender may go on; made when it is first needed, so that one dispatch follows on the other. */
  paces: Map<string, Pace>;
  /** Posts in a row that the provider could not take. */
  trouble: { inARow: number };
  /** People and providers that wait for an answer of this process; what it does by itself gives way to them. `cameAt`: the last one, on the monotonic clock. */
  visitors: { waiting: number; cameAt: number };
  /** What this process counts of itself. */
  metrics: Metrics;
  /** Aborted when the process is to stop: nothing new is claimed or fired, what is under way is finished. */
  closing: AbortSignal;
  /** This process, as leases name it. */
  owner: string;
  /** Inputs of one journey run in order: runs `work` after everything queued before it under the same key. */
  inOrder<T>(key: string, work: () => Promise<T>): Promise<T>;
};
