import { expect, test } from 'vitest';
import { beat } from '../../src/services/beat.ts';
import { publishFlow } from '../../src/services/journeys/publish-flow.ts';
import { startJourney } from '../../src/services/journeys/start-journey.ts';
import { handleInbound } from '../../src/services/replies/handle-inbound.ts';
import { receiveSms } from '../../src/services/replies/receive-sms.ts';
import { reportWrongNumber } from '../../src/services/replies/report-wrong-number.ts';
import { stopNumber } from '../../src/services/replies/stop-number.ts';
import type { Runtime } from '../../src/services/runtime.ts';
import { ask, makeFlow, say } from '../journey/engine/make-flow.ts';
import { seedRelative } from '../support/house.ts';
import { alerts, enrol, type House, makeHouse, numberOf, PHONE, rows, run, sent, stateOf } from './stand.ts';

const ways = [
  ['stop', 'stopped', 'stop', (rt: Runtime, id: string) => stopNumber(rt, id, 'page', 'relative:x')],
  ['wrong number', 'notMe', 'forkert nummer', (rt: Runtime, id: string) => reportWrongNumber(rt, id, 'page')],
] as const;

async function shared(rt: House) {
  const journeys: string[] = [];
  for (const name of ['a', 'b']) {
    const relativeId = await seedRelative(rt);
    journeys.push((await enrol(rt, [say('x'), ask('y')], { relativeId, flow: { name } })).journeyId);
  }
  return { journeys, id: String((await numberOf(rt)).id) };
}

test.each(ways)(
  '%s on a page covers everyone at the number: nothing leaves, no receipt, a person is told of each',
  async (_, kind, reason, close) => {
    await using rt = await makeHouse();
    const { journeys, id } = await shared(rt);
    await close(rt, id);
    await beat(rt);
    expect(rt.posted).toEqual([]);
    expect(new Set(await sent(rt))).toEqual(new Set(['x cancelled', 'y cancelled']));
    expect(await alerts(rt)).toEqual([kind, kind]);
    for (const journey of journeys)
      expect(await stateOf(rt, journey)).toMatchObject({ status: 'ended', endedBecause: reason });
    expect(await rows(rt, "SELECT 1 FROM ledger WHERE kind <> 'journey.started'")).toHaveLength(2);
  },
);

test.each(ways)('%s pressed again changes nothing more', async (_, kind, _reason, close) => {
  await using rt = await makeHouse();
  const { id } = await shared(rt);
  await Promise.all([close(rt, id), close(rt, id)]);
  rt.forward(1);
  await close(rt, id);
  expect(await alerts(rt)).toEqual([kind, kind]);
  expect(await rows(rt, "SELECT 1 FROM ledger WHERE kind <> 'journey.started'")).toHaveLength(2);
  const [{ closed } = { closed: 0 }] = await rows(
    rt,
    'SELECT COALESCE(stopped_at, wrong_at) AS closed FROM numbers',
  );
  expect(closed).toBe(rt.now() - 1);
});

test.each(ways)(
  '%s cut short by a crash after its first commit: the heartbeat tells the journeys',
  async (_, kind, reason, close) => {
    let left = Number.POSITIVE_INFINITY;
    await using rt = await makeHouse({
      around: () => {
        if (left-- <= 0) throw new Error('killed');
      },
    });
    const { journeys, id } = await shared(rt);
    left = 2;
    await expect(close(rt, id)).rejects.toThrow();
    left = Number.POSITIVE_INFINITY;
    expect(await alerts(rt)).toEqual([kind, kind]);
    expect(await stateOf(rt, String(journeys[0]))).toMatchObject({ status: 'active' });
    await beat(rt);
    for (const journey of journeys)
      expect(await stateOf(rt, journey)).toMatchObject({ status: 'ended', endedBecause: reason });
    expect(rt.posted).toEqual([]);
  },
);

test.each(ways)(
  '%s holds although one of the relatives cannot be read: the others are told, a person of that one',
  async (_, kind, reason, close) => {
    await using rt = await makeHouse();
    const { journeys, id } = await shared(rt);
    await run(rt, "UPDATE relatives SET tiltale_sealed = 'broken' WHERE rowid = 1");
    await close(rt, id);
    expect(await alerts(rt)).toEqual(['broken!', kind, kind]);
    expect(await stateOf(rt, String(journeys[1]))).toMatchObject({ status: 'ended', endedBecause: reason });
  },
);

test.each(ways)('%s tells all journeys of the number in one commit', async (_, _kind, _reason, close) => {
  await using rt = await makeHouse();
  const { id } = await shared(rt);
  const before = rt.db.lane.counts().batches;
  await close(rt, id);
  expect(rt.db.lane.counts().batches - before).toBe(2);
});

test('a journey that begins while AFMELD is being handled is told by the heartbeat', async () => {
  await using rt = await makeHouse();
  await publishFlow(rt, makeFlow([say('x'), ask('y')], { anchors: {} }));
  const relativeId = await seedRelative(rt);
  const put = rt.db.lane.put.bind(rt.db.lane);
  const order = { flow: 'example', relativeId, anchors: {}, by: 'staff-1' };
  const db: typeof rt.db = {
    ...rt.db,
    lane: {
      ...rt.db.lane,
      async put(write, item) {
        rt.forward(1);
        if (write.name === 'settle-inbound') await startJourney(rt, order);
        return put(write, item);
      },
    },
  };
  await receiveSms(rt, { providerId: '1', from: PHONE, to: '', text: 'AFMELD' });
  const [reply] = await rows(rt, 'SELECT id FROM replies');
  await handleInbound({ ...rt, db }, String(reply?.id));
  expect(await rows(rt, 'SELECT status FROM journeys')).toEqual([{ status: 'active' }]);
  await beat(rt);
  expect(await rows(rt, 'SELECT status FROM journeys')).toEqual([{ status: 'ended' }]);
  expect(await sent(rt)).toEqual(['x cancelled', 'y cancelled', 'stop sent']);
});
