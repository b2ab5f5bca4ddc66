import fc from 'fast-check';
import { expect, test } from 'vitest';
import { work } from '../../../src/jobs/work.ts';
import type { Step } from '../../../src/journey/flow/flow.ts';
import { beat } from '../../../src/services/beat.ts';
import {
  cancelFanOut,
  carryOut,
  carryOutAll,
  countFanOut,
  enrolMany,
} from '../../../src/services/journeys/fan-out.ts';
import { publishFlow } from '../../../src/services/journeys/publish-flow.ts';
import { startJourney } from '../../../src/services/journeys/start-journey.ts';
import { stopNumber } from '../../../src/services/replies/stop-number.ts';
import { listWaiting } from '../../../src/store/journeys/fan-outs.ts';
import { numberId } from '../../../src/store/people/numbers.ts';
import { ask, makeFlow, say } from '../../journey/engine/make-flow.ts';
import { seedRelative } from '../../support/house.ts';
import type { TestOptions } from '../../support/runtime.ts';
import { type House, makeHouse, rows } from '../stand.ts';

async function ready(people: number, options: TestOptions = {}, steps: Step[] = [say('a')]) {
  const rt = await makeHouse(options);
  await publishFlow(rt, makeFlow(steps, { name: 'brev', anchors: {} }));
  const relativeIds: string[] = [];
  for (let i = 0; i < people; i += 1)
    relativeIds.push(await seedRelative(rt, { number: `+452000${6000 + i}` }));
  return { rt, order: { flow: 'brev', anchors: {}, by: 'staff-1', relativeIds } };
}

const begun = async (rt: House): Promise<number> => (await rows(rt, 'SELECT id FROM journeys')).length;

test('everyone begins once, and one message leaves for each', async () => {
  const { rt, order } = await ready(120);
  await using _ = rt;
  const { fanOutId } = await enrolMany(rt, {
    ...order,
    relativeIds: [...order.relativeIds, ...order.relativeIds],
  });
  expect(rt.rings).toContainEqual({ job: 'carry-out', fanOut: fanOutId });
  expect(await begun(rt)).toBe(0);
  await work(rt, { job: 'carry-out', fanOut: fanOutId });
  expect(await countFanOut(rt, fanOutId)).toEqual([{ status: 'begun', why: null, count: 120 }]);
  await beat(rt);
  expect(new Set(rt.posted.map((sms) => sms.to)).size).toBe(120);
  expect(rt.posted).toHaveLength(120);
});

test('bell and heartbeat at once decide nobody twice', async () => {
  const { rt, order } = await ready(120);
  await using _ = rt;
  const { fanOutId } = await enrolMany(rt, order);
  const before = rt.db.lane.counts().items;
  await Promise.all([carryOut(rt, fanOutId), carryOutAll(rt)]);
  expect(await begun(rt)).toBe(120);
  expect(rt.db.lane.counts().items - before).toBeLessThan(125);
});

test('two processes begin at different ends, by index', async () => {
  const { rt, order } = await ready(3);
  await using _ = rt;
  const { fanOutId } = await enrolMany(rt, order);
  expect(await listWaiting(rt.db, fanOutId, 1)).toEqual(order.relativeIds.slice(0, 1));
  expect(await listWaiting(rt.db, fanOutId, 1, 'last')).toEqual(order.relativeIds.slice(-1));
});

test('who may not begin is left out with the reason, and the others begin', async () => {
  const { rt, order } = await ready(4, {}, [ask('kommer')]);
  await using _ = rt;
  const [first = '', , third = ''] = order.relativeIds;
  await startJourney(rt, { ...order, relativeId: first });
  await stopNumber(rt, numberId(rt.db.keys, '+4520006001'), 'staff', 'staff-1');
  await rt.db.client.execute({
    sql: "UPDATE circles SET state = 'dead' WHERE id = (SELECT circle_id FROM relatives WHERE id = ?)",
    args: [third],
  });
  rt.forward(1_000);
  const { fanOutId } = await enrolMany(rt, order);
  await carryOut(rt, fanOutId);
  expect(new Set(await countFanOut(rt, fanOutId))).toEqual(
    new Set([
      { status: 'begun', why: null, count: 1 },
      { status: 'left-out', why: 'already-enrolled', count: 1 },
      { status: 'left-out', why: 'stopped', count: 1 },
      { status: 'left-out', why: 'circle-held', count: 1 },
    ]),
  );
});

test('a wrong flow or anchor is refused before anything is written', async () => {
  const { rt, order } = await ready(1);
  await using _ = rt;
  await expect(enrolMany(rt, { ...order, flow: 'findes-ikke' })).rejects.toMatchObject({
    code: 'flow-unknown',
  });
  await expect(enrolMany(rt, { ...order, anchors: { dag: '2027-04-01' } })).rejects.toMatchObject({
    code: 'anchor-unknown',
  });
  expect(await rows(rt, 'SELECT id FROM fan_outs')).toEqual([]);
});

test('a cancelled one begins nobody more', async () => {
  const { rt, order } = await ready(3);
  await using _ = rt;
  const { fanOutId } = await enrolMany(rt, order);
  expect(await cancelFanOut(rt, fanOutId)).toBe(true);
  await beat(rt);
  expect(await begun(rt)).toBe(0);
  expect(await cancelFanOut(rt, fanOutId)).toBe(false);
});

test('one that cannot be carried out is set aside with an alert, and the others go on', async () => {
  const { rt, order } = await ready(2);
  await using _ = rt;
  const [one = '', two = ''] = order.relativeIds;
  const broken = await enrolMany(rt, { ...order, relativeIds: [one] });
  await rt.db.client.execute("UPDATE fan_outs SET anchors = 'no JSON'");
  await enrolMany(rt, { ...order, relativeIds: [two] });
  await beat(rt);
  expect(rt.posted).toHaveLength(1);
  expect(await rows(rt, 'SELECT id, kind FROM alerts')).toEqual([
    { id: `broken.${broken.fanOutId}`, kind: 'broken' },
  ]);
  await beat(rt);
  expect(await rows(rt, 'SELECT id FROM alerts')).toHaveLength(1);
});

test('killed anywhere, carried out by two at once, rung for or not: everyone begins once', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: 12 }), fc.boolean(), async (commits, before) => {
      let left = Number.POSITIVE_INFINITY;
      const { rt, order } = await ready(60, {
        around: (when) => {
          if ((when === 'before') === before && left-- <= 0) throw new Error('killed');
        },
      });
      await using _ = rt;
      const { fanOutId } = await enrolMany(rt, order);
      left = commits;
      await carryOut(rt, fanOutId).catch(() => undefined);
      left = Number.POSITIVE_INFINITY;
      await Promise.all([carryOut(rt, fanOutId), carryOut(rt, fanOutId)]);
      await beat(rt);
      expect(await countFanOut(rt, fanOutId)).toEqual([{ status: 'begun', why: null, count: 60 }]);
      expect(await begun(rt)).toBe(60);
      expect(rt.posted).toHaveLength(60);
    }),
    { numRuns: 8 },
  );
});
