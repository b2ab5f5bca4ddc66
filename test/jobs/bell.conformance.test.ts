// Both bells keep the same promises: the inline one, and BullMQ's with one worker and with two.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createInlineBell } from '../../src/jobs/inline-bell.ts';
import { createRedisBell } from '../../src/jobs/redis-bell.ts';
import { startWorkers, type Workers } from '../../src/jobs/redis-workers.ts';
import { receiveSms } from '../../src/services/replies/receive-sms.ts';
import type { Bell, Runtime } from '../../src/services/runtime.ts';
import { say } from '../journey/engine/make-flow.ts';
import { enrol, type House, makeHouse, PHONE, replies, rows, sent } from '../services/stand.ts';
import { startRedis, type TestRedis } from '../support/redis.ts';

let redis: TestRedis;

type Ringing = House & AsyncDisposable;
type Kind = { name: string; bell: (rt: House) => { bell: Bell; workers: Workers[] } };

const OPTIONS = { concurrency: 5, lockMs: 5_000 };

const withWorkers = (count: number) => (rt: House) => {
  const bell = createRedisBell(redis.url, rt.log);
  // A worker is a process of its own: its owner, its queue of inputs.
  const workers = Array.from({ length: count }, (_, i) =>
    startWorkers({ ...rt, owner: `worker-${i}`, bell } satisfies Runtime, redis.url, OPTIONS),
  );
  return { bell, workers };
};

const kinds: Kind[] = [
  { name: 'inline', bell: (rt) => ({ bell: createInlineBell(() => rt), workers: [] }) },
  { name: 'Redis with one worker', bell: withWorkers(1) },
  { name: 'Redis with two workers', bell: withWorkers(2) },
];

async function ringing(kind: Kind): Promise<Ringing> {
  await redis.client.flushall();
  const rt = await makeHouse();
  const { bell, workers } = kind.bell(rt);
  return Object.assign(rt, {
    bell,
    [Symbol.asyncDispose]: ((closeHouse) => async () => {
      await Promise.all(workers.map((worker) => worker.close()));
      await bell.close();
      await closeHouse();
    })(rt[Symbol.asyncDispose].bind(rt)),
  });
}

const hear = (rt: House, text: string, providerId: string, from = PHONE) =>
  receiveSms(rt, { providerId, from, to: '+4520009999', text });

const eventually = { timeout: 8_000, interval: 10 };

beforeAll(async () => {
  redis = await startRedis();
});
afterAll(async () => {
  await redis[Symbol.asyncDispose]();
});

describe.each(kinds)('the $name bell', (kind) => {
  test('has done what it is rung for: a STOP is handled and its receipt leaves once', async () => {
    await using rt = await ringing(kind);
    await enrol(rt, [say('a')]);
    await hear(rt, 'STOP', 'in-1');
    await expect.poll(() => sent(rt), eventually).toContain('stop sent');
    expect(await replies(rt)).toEqual(['handled stop']);
    await rt.bell.quiet();
    expect(rt.posted.filter((sms) => sms.text.includes('Du får ikke flere'))).toHaveLength(1);
  });

  test('loses nothing of a crowd, and sends each answer once', async () => {
    await using rt = await ringing(kind);
    const phones = Array.from({ length: 30 }, (_, i) => `+452000${4000 + i}`);
    await Promise.all(phones.map((phone, i) => hear(rt, 'STOP', `in-${i}`, phone)));
    await expect
      .poll(async () => (await rows(rt, "SELECT 1 FROM messages WHERE status = 'sent'")).length, eventually)
      .toBe(30);
    expect(new Set(rt.posted.map((sms) => sms.to)).size).toBe(30);
    expect(rt.posted).toHaveLength(30);
  });

  test('that is rung for the same while it is at it looks once more', async () => {
    await using rt = await ringing(kind);
    for (let i = 0; i < 10; i += 1) {
      await hear(rt, 'STOP', `in-${i}`, `+452000${5000 + i}`);
      rt.bell.ring({ job: 'dispatch-sender', sender: 'number' });
    }
    await expect.poll(() => rt.posted.length, eventually).toBe(10);
  });

  test('goes on after a job that failed', async () => {
    await using rt = await ringing(kind);
    const { gateway } = rt;
    rt.bell.ring({ job: 'handle-inbound', reply: 'no-such-reply' });
    await hear(rt, 'STOP', 'in-1');
    await expect.poll(() => rt.posted.length, eventually).toBe(1);
    expect(rt.gateway).toBe(gateway);
  });

  test('tells how much waits, and takes nothing more once it is closed', async () => {
    await using rt = await ringing(kind);
    for (const count of await rt.bell.counts())
      expect(count).toEqual({ queue: expect.any(String), waiting: 0, active: 0 });
    await rt.bell.close();
    await hear(rt, 'STOP', 'in-1');
    expect(await replies(rt)).toEqual(['new stop']);
  });
});
