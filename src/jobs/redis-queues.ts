import { Queue } from 'bullmq';
import type { Redis } from 'ioredis';
import type { QueueCount } from '../services/runtime.ts';
import { ONE_AT_A_TIME, QUEUES, type QueueName } from './queues.ts';
import { policyOf, untilReady } from './redis.ts';

type Queues = ReadonlyMap<QueueName, Queue>;

/** BullMQ's queues on a connection, made when Redis is there: BullMQ asks it for its version at once. `open` rejects while it is away, and for a Redis that may lose jobs. */
export function createQueues(connection: Redis): { open(): Promise<Queues>; close(): Promise<void> } {
  const queues = new Map<QueueName, Queue>();
  const openAll = async (): Promise<Queues> => {
    await untilReady(connection);
    if (queues.size > 0) return queues;
    if ((await policyOf(connection)) !== 'noeviction') throw new Error('this Redis may lose jobs');
    for (const name of QUEUES) queues.set(name, openQueue(name, connection));
    for (const name of ONE_AT_A_TIME) await queues.get(name)?.setGlobalConcurrency(1);
    return queues;
  };
  let opening: Promise<Queues> | undefined;
  return {
    open() {
      opening ??= openAll().finally(() => {
        opening = undefined;
      });
      return opening;
    },
    async close() {
      await Promise.all([...queues.values()].map((queue) => queue.close().catch(() => undefined)));
    },
  };
}

function openQueue(name: QueueName, connection: Redis): Queue {
  const queue = new Queue(name, { connection, skipWaitingForReady: true });
  queue.on('error', () => undefined);
  return queue;
}

/** How much waits in a queue, tries to come included, and how much is being done. */
export async function countQueue(queue: Queue): Promise<QueueCount> {
  const { waiting = 0, delayed = 0, active = 0 } = await queue.getJobCounts('waiting', 'delayed', 'active');
  return { queue: queue.name, waiting: waiting + delayed, active };
}
