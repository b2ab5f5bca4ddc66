// Group messages and arrangements in the scaled-out house: ordered in one process, carried out by workers that take turns, and may die.
import { expect, test } from 'vitest';
import type { Gateway } from '../../src/gateways/gateway.ts';
import { startHeartbeat } from '../../src/jobs/heartbeat.ts';
import { createRedisBell } from '../../src/jobs/redis-bell.ts';
import { startWorkers } from '../../src/jobs/redis-workers.ts';
import { parseFlow } from '../../src/journey/flow/parse-flow.ts';
import { showBroadcast } from '../../src/services/broadcasts/show-broadcast.ts';
import { invitePeople } from '../../src/services/events/invite-many.ts';
import { cancelEvent } from '../../src/services/events/settle-event.ts';
import { publishFlow } from '../../src/services/journeys/publish-flow.ts';
import { readFlowFolder } from '../flows/read-folder.ts';
import { coordinator, draft, makeGroup, order, phone, statusOf } from '../services/broadcasts/stand.ts';
import { makeHouse, rows } from '../services/stand.ts';
import { addRelative, makeDesk } from '../support/desk.ts';
import { makeEvent, coordinator as manager, seenOf } from '../support/events.ts';
import { startRedis } from '../support/redis.ts';
import { makeRuntime, recordingGateway } from '../support/runtime.ts';

const PEOPLE = 60;
const OPTIONS = { concurrency: 5, lockMs: 5_000 };
const eventually = { timeout: 20_000, interval: 20 };

/** A provider that all of them share: it tells what it took when it is asked. */
function makeProvider() {
  const took = new Map<string, string>();
  const inner = recordingGateway([]);
  const tos: string[] = [];
  const gateway: Gateway = {
    ...inner,
    async post(sms, mayLeave) {
      const posted = await inner.post(sms, mayLeave);
      if (posted.outcome === 'accepted') took.set(sms.reference, posted.providerId);
      tos.push(sms.to);
      return posted;
    },
    async find({ reference }) {
      const providerId = took.get(reference);
      return providerId === undefined ? { outcome: 'absent' } : { outcome: 'found', providerId };
    },
  };
  return { gateway, tos };
}

test('an ordered group message leaves through the workers, and one that dies amid it is followed by another: each gets it once', async () => {
  await using redis = await startRedis();
  const { gateway, tos } = makeProvider();
  await using office = await makeHouse({ gateway });
  const bell = createRedisBell(redis.url, office.log);
  office.bell = bell;
  let commits = 12;
  await using dying = await makeRuntime({
    ...{ beside: office, gateway, bell, owner: 'dying', seed: 2 },
    around: () => {
      if (commits-- <= 0) throw new Error('killed');
    },
  });
  const first = startWorkers(dying, redis.url, OPTIONS);
  const { groupId } = await makeGroup(office, PEOPLE);
  const id = await draft(office, groupId);
  await order(office, id);
  await expect.poll(() => commits, eventually).toBeLessThan(0);
  await first.close();
  const left = tos.length;
  expect(left).toBeLessThan(PEOPLE);
  expect(await statusOf(office, id)).not.toBe('done');

  await using next = await makeRuntime({ beside: office, gateway, bell, owner: 'next', seed: 3 });
  const second = startWorkers(next, redis.url, OPTIONS);
  next.forward(10 * 60_000);
  const heartbeat = startHeartbeat(next, 50);
  await expect
    .poll(() => {
      next.forward(2_000);
      return statusOf(office, id);
    }, eventually)
    .toBe('done');
  await heartbeat.stop();
  await second.close();
  await bell.close();
  expect([...tos].sort()).toEqual(Array.from({ length: PEOPLE }, (_, n) => phone(n)).sort());
  const { progress } = await showBroadcast(office, coordinator, id);
  expect(progress).toMatchObject({ audience: PEOPLE, composed: PEOPLE, messages: { sent: PEOPLE } });
  expect(await rows(office, "SELECT 1 FROM alerts WHERE kind <> 'broadcast-failed'")).toEqual([]);
}, 60_000);

test('the bell alone brings it to everybody, with two workers at it and nothing but ids in Redis', async () => {
  await using redis = await startRedis();
  const { gateway, tos } = makeProvider();
  await using office = await makeHouse({ gateway });
  const bell = createRedisBell(redis.url, office.log);
  office.bell = bell;
  await using other = await makeRuntime({ beside: office, gateway, bell, owner: 'other', seed: 2 });
  const { groupId } = await makeGroup(office, PEOPLE);
  const id = await draft(office, groupId);
  await order(office, id);
  await expect
    .poll(async () => (await bell.counts()).find((one) => one.queue === 'limen-fan-out')?.waiting, eventually)
    .toBe(1);
  const [job = ''] = await redis.client.keys('bull:limen-fan-out:1');
  const waiting = JSON.stringify(await redis.client.hgetall(job));
  expect(waiting).toContain(id);
  expect(waiting).not.toMatch(/torsdag|4520/i);
  const workers = [office, other].map((rt) => startWorkers(rt, redis.url, OPTIONS));
  await expect.poll(() => tos.length, eventually).toBe(PEOPLE);
  await Promise.all(workers.map((worker) => worker.close()));
  await bell.close();
  expect(new Set(tos).size).toBe(PEOPLE);
}, 60_000);

test('an invitation to an arrangement leaves through the workers, and so does word of its cancellation', async () => {
  await using redis = await startRedis();
  const { gateway, tos } = makeProvider();
  await using office = await makeDesk({ gateway });
  const parsed = parseFlow(readFlowFolder('arrangement'));
  if (!parsed.ok) throw new Error('flows/arrangement does not pass its check');
  await publishFlow(office, parsed.flow);
  const relativeIds = [await addRelative(office), await addRelative(office, { number: '20 00 00 22' })];
  const event = await makeEvent(office);
  const bell = createRedisBell(redis.url, office.log);
  office.bell = bell;
  await using other = await makeRuntime({ beside: office, gateway, bell, owner: 'other', seed: 2 });
  const workers = startWorkers(other, redis.url, OPTIONS);
  await invitePeople(office, manager, event, { relativeIds, apart: 'yes' });
  await expect.poll(() => new Set(tos).size, eventually).toBe(2);
  const invited = tos.length;
  await cancelEvent(office, manager, event, { seen: await seenOf(office, event) });
  await expect.poll(() => new Set(tos.slice(invited)).size, eventually).toBe(2);
  await workers.close();
  await bell.close();
}, 60_000);
