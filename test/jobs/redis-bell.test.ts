import { expect, test } from 'vitest';
import { createInlineBell } from '../../src/jobs/inline-bell.ts';
import { findPolicy } from '../../src/jobs/redis.ts';
import { createRedisBell } from '../../src/jobs/redis-bell.ts';
import { startWorkers } from '../../src/jobs/redis-workers.ts';
import { receiveSms } from '../../src/services/replies/receive-sms.ts';
import { makeHouse, PHONE } from '../services/stand.ts';
import { freePort } from '../support/ports.ts';
import { startRedis } from '../support/redis.ts';

const eventually = { timeout: 10_000, interval: 20 };
const CANARY = 'Min mor fik diagnosen kanariefugl';

/** Everything that stands in Redis, as text. */
async function everything(redis: Awaited<ReturnType<typeof startRedis>>): Promise<string> {
  const all: string[] = [];
  for (const key of await redis.client.keys('*')) {
    const kind = await redis.client.type(key);
    all.push(key);
    if (kind === 'string') all.push(String(await redis.client.get(key)));
    if (kind === 'hash') all.push(JSON.stringify(await redis.client.hgetall(key)));
    if (kind === 'list') all.push(...(await redis.client.lrange(key, 0, -1)));
    if (kind === 'zset') all.push(...(await redis.client.zrange(key, '0', '-1')));
    if (kind === 'set') all.push(...(await redis.client.smembers(key)));
    if (kind === 'stream') all.push(JSON.stringify(await redis.client.xrange(key, '-', '+')));
  }
  return all.join('\n');
}

test('Redis holds ids only: no number, no text, no word of an error', async () => {
  await using redis = await startRedis();
  await using rt = await makeHouse();
  const bell = createRedisBell(redis.url, rt.log);
  rt.bell = bell;
  await receiveSms(rt, { providerId: 'in-1', from: PHONE, to: '+4520009999', text: CANARY });
  await expect
    .poll(async () => (await bell.counts()).find((c) => c.queue === 'limen-inbound')?.waiting)
    .toBe(1);
  const waiting = await everything(redis);
  expect(waiting).toContain('handle-inbound');
  expect(waiting).not.toMatch(/kanariefugl|20000011/);

  const broken = { ...rt, inOrder: () => Promise.reject(new Error(`${CANARY} ${PHONE}`)) };
  const workers = startWorkers(broken, redis.url, { concurrency: 1, lockMs: 5_000 });
  await expect
    .poll(() => rt.lines.filter((line) => line.includes('a job failed')).length, eventually)
    .toBe(1);
  await workers.close();
  const failed = await everything(redis);
  expect(failed).not.toMatch(/kanariefugl|20000011/);
  expect(rt.lines.join()).not.toMatch(/kanariefugl|20000011/);
  await bell.close();
});

test('while Redis is away a worker does itself what it rings for, an API process leaves it to the heartbeat, and both go on afterwards', async () => {
  await using redis = await startRedis();
  await using rt = await makeHouse();
  const worker = createRedisBell(
    redis.url,
    rt.log,
    createInlineBell(() => rt),
  );
  const api = createRedisBell(redis.url, rt.log);
  await redis.kill();

  rt.bell = worker;
  await receiveSms(rt, { providerId: 'in-1', from: PHONE, to: '+4520009999', text: 'STOP' });
  await expect.poll(() => rt.posted.length, eventually).toBe(1);

  rt.bell = api;
  await receiveSms(rt, { providerId: 'in-2', from: '+4520000012', to: '+4520009999', text: 'STOP' });
  await api.quiet();
  expect(rt.posted).toHaveLength(1);
  expect(rt.lines.filter((line) => line.includes('Redis is away'))).toHaveLength(2);

  await redis.start();
  await expect
    .poll(async () => {
      api.ring({ job: 'dispatch-sender', sender: 'number' });
      await api.quiet();
      return (await api.counts().catch(() => [])).reduce((sum, { waiting }) => sum + waiting, 0);
    }, eventually)
    .toBe(1);
  await worker.close();
  await api.close();
});

test('workers take jobs again from a Redis that came back empty', async () => {
  await using redis = await startRedis();
  await using rt = await makeHouse();
  rt.bell = createRedisBell(redis.url, rt.log);
  const workers = startWorkers(rt, redis.url, { concurrency: 2, lockMs: 5_000 });
  await receiveSms(rt, { providerId: 'in-1', from: PHONE, to: '+4520009999', text: 'STOP' });
  await expect.poll(() => rt.posted.length, eventually).toBe(1);
  await redis.kill();
  await redis.start();
  await receiveSms(rt, { providerId: 'in-2', from: '+4520000012', to: '+4520009999', text: 'STOP' });
  const [, reply] = (await rt.db.client.execute('SELECT id FROM replies ORDER BY rowid')).rows;
  await expect
    .poll(() => {
      rt.bell.ring({ job: 'handle-inbound', reply: String(reply?.id) });
      return rt.posted.length;
    }, eventually)
    .toBe(2);
  await workers.close();
  await rt.bell.close();
});

test('a worker that is to stop while Redis is away stops', async () => {
  await using redis = await startRedis();
  await using rt = await makeHouse();
  const workers = startWorkers(rt, redis.url, { concurrency: 2, lockMs: 5_000 });
  await redis.kill();
  await workers.close();
});

test('rings go nowhere near a Redis that may lose jobs, also when it answers only later', async () => {
  await using lossy = await startRedis('allkeys-lru');
  await using rt = await makeHouse();
  rt.bell = createRedisBell(
    lossy.url,
    rt.log,
    createInlineBell(() => rt),
  );
  await receiveSms(rt, { providerId: 'in-1', from: PHONE, to: '+4520009999', text: 'STOP' });
  await expect.poll(() => rt.posted.length, eventually).toBe(1);
  expect(await lossy.client.keys('bull:*')).toEqual([]);
  await rt.bell.close();
});

test('tells the policy of a Redis, and nothing of one that is not there', async () => {
  await using lossy = await startRedis('allkeys-lru');
  expect(await findPolicy(lossy.url)).toBe('allkeys-lru');
  expect(await findPolicy(`redis://127.0.0.1:${await freePort()}`)).toBeUndefined();
});
