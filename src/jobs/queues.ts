// How a ring travels: the queue it goes to and the name under which a second one like it is not needed. Payloads carry ids only.
import type { JobsOptions } from 'bullmq';
import type { Ring } from '../services/runtime.ts';

export const QUEUES = [
  'limen-timers',
  'limen-inbound',
  'limen-fan-out',
  'limen-send-name',
  'limen-send-number',
] as const;
export type QueueName = (typeof QUEUES)[number];

/** The sender's dispatcher is one wherever it runs; the lease in the database is what makes sure. */
export const ONE_AT_A_TIME: readonly QueueName[] = ['limen-send-name', 'limen-send-number'];

const queueOf = (ring: Ring): QueueName => {
  if (ring.job === 'fire-timers') return 'limen-timers';
  if (ring.job === 'tell-events') return 'limen-inbound';
  if (ring.job === 'carry-out' || ring.job === 'broadcast' || ring.job === 'invite') return 'limen-fan-out';
  return ring.job === 'handle-inbound' ? 'limen-inbound' : `limen-send-${ring.sender}`;
};

/** Rings of one name that come while one waits are one; what is rung for while it runs is done once more afterwards. */
export const keyOf = (ring: Ring): string => Object.values(ring).join('-');

const OPTIONS: JobsOptions = {
  attempts: 5,
  backoff: { type: 'exponential', delay: 500 },
  removeOnComplete: true,
  removeOnFail: true,
  stackTraceLimit: 0,
};

/** The queue, payload and options of a ring. */
export const jobOf = (ring: Ring): { queue: QueueName; name: string; data: Ring; opts: JobsOptions } => ({
  queue: queueOf(ring),
  name: ring.job,
  data: ring,
  opts: { ...OPTIONS, deduplication: { id: keyOf(ring), keepLastIfActive: true } },
});
