import { describe, expect, test } from 'vitest';
import type { Flow } from '../../../src/journey/flow/flow.ts';
import { holdCircle } from '../../../src/services/circles/hold-circle.ts';
import { publishFlow } from '../../../src/services/journeys/publish-flow.ts';
import { type Enrolment, startJourney } from '../../../src/services/journeys/start-journey.ts';
import { receiveSms } from '../../../src/services/replies/receive-sms.ts';
import { ask, makeFlow, say } from '../../journey/engine/make-flow.ts';
import { type RelativeOptions, seedRelative } from '../../support/house.ts';
import { type House, makeHouse, PHONE, rows, run, sent } from '../stand.ts';

const anchors = { dag: { title: 'Dagen', time: false }, moede: { title: 'Mødet', time: true } };
const dates = { dag: '2027-04-01', moede: '2027-04-02T14:00' };

async function ready(more: { relative?: RelativeOptions; flow?: Partial<Flow> } = {}) {
  const rt = await makeHouse();
  const flow = makeFlow([ask('kommer')], { anchors, ...more.flow });
  await publishFlow(rt, flow);
  const relativeId = await seedRelative(rt, more.relative);
  const order: Enrolment = { flow: flow.name, relativeId, anchors: dates, by: 'staff-1' };
  return { rt, order };
}

const circleOf = async (rt: House, relativeId: string): Promise<string> =>
  String((await rows(rt, 'SELECT circle_id FROM relatives WHERE id = ?', [relativeId]))[0]?.circle_id);

test('a journey begins with its first message, and the ledger says who began it, in one commit', async () => {
  const { rt, order } = await ready();
  await using _ = rt;
  const before = rt.db.lane.counts().batches;
  const { journeyId } = await startJourney(rt, order);
  expect(rt.db.lane.counts().batches - before).toBe(1);
  expect(await sent(rt)).toEqual(['kommer due']);
  expect(await rows(rt, 'SELECT kind, actor, subject FROM ledger')).toEqual([
    { kind: 'journey.started', actor: 'staff-1', subject: journeyId },
  ]);
});

describe('is refused', () => {
  type Case = [
    why: string,
    code: string,
    change: (rt: House, order: Enrolment) => Promise<Enrolment> | Enrolment,
    flow?: Partial<Flow>,
  ];
  const cases: Case[] = [
    ['an unknown flow', 'flow-unknown', (_, o) => ({ ...o, flow: 'findes-ikke' })],
    ['an unknown relative', 'not-found', (_, o) => ({ ...o, relativeId: 'nobody' })],
    ['a missing anchor', 'anchor-missing', (_, o) => ({ ...o, anchors: { dag: '2027-04-01' } })],
    ['an unknown anchor', 'anchor-unknown', (_, o) => ({ ...o, anchors: { ...dates, anden: '2027-04-01' } })],
    [
      'an anchor of every object',
      'anchor-unknown',
      (_, o) => ({ ...o, anchors: { ...dates, toString: '2027-04-01' } }),
    ],
    ['no date', 'date-unreadable', (_, o) => ({ ...o, anchors: { ...dates, dag: 'i morgen' } })],
    [
      'a day that does not exist',
      'date-unreadable',
      (_, o) => ({ ...o, anchors: { ...dates, dag: '2027-02-30' } }),
    ],
    [
      'a time where none belongs',
      'date-unreadable',
      (_, o) => ({ ...o, anchors: { ...dates, dag: '2027-04-01T10:00' } }),
    ],
    ['a missing time', 'date-unreadable', (_, o) => ({ ...o, anchors: { ...dates, moede: '2027-04-02' } })],
    [
      'a time the clocks skip',
      'date-nonexistent',
      (_, o) => ({ ...o, anchors: { ...dates, moede: '2027-03-28T02:30' } }),
    ],
    [
      'a time that comes twice',
      'date-ambiguous',
      (_, o) => ({ ...o, anchors: { ...dates, moede: '2027-10-31T02:30' } }),
    ],
    [
      'a circle that stands still',
      'circle-held',
      async (rt, o) => {
        await holdCircle(rt, await circleOf(rt, o.relativeId), 'paused', 's');
        return o;
      },
    ],
    ['inddragelse without the resident’s consent', 'consent-missing', (_, o) => o, { track: 'inddragelse' }],
    [
      'a minor in an ordinary flow',
      'minor',
      async (rt, o) => {
        await run(rt, 'UPDATE relatives SET minor = 1');
        return o;
      },
    ],
    [
      'a minor without a guardian noted',
      'minor',
      async (rt, o) => {
        await run(rt, 'UPDATE relatives SET minor = 1');
        return o;
      },
      { minors: true },
    ],
    [
      'SMS without a number',
      'no-number',
      async (rt, o) => {
        await run(rt, 'UPDATE relatives SET number_id = NULL');
        return o;
      },
    ],
    [
      'a wrong number',
      'no-number',
      async (rt, o) => {
        await run(rt, 'UPDATE numbers SET wrong_at = 1');
        return o;
      },
    ],
    [
      'a number that stopped',
      'stopped',
      async (rt, o) => {
        await run(rt, 'UPDATE numbers SET stopped_at = 1');
        return o;
      },
    ],
    [
      'a relative who walks this flow already',
      'already-enrolled',
      async (rt, o) => {
        await startJourney(rt, o);
        return o;
      },
    ],
  ];
  test.each(cases)('%s: %s', async (_why, code, change, flow = {}) => {
    const { rt, order } = await ready({ flow });
    await using _ = rt;
    const before = await rows(rt, 'SELECT id FROM journeys');
    const changed = await change(rt, order);
    const begun = await rows(rt, 'SELECT id FROM journeys');
    await expect(startJourney(rt, changed)).rejects.toMatchObject({ name: 'AppError', code });
    expect(await rows(rt, 'SELECT id FROM journeys')).toEqual(begun);
    expect(before).toEqual([]);
  });
});

test('of two who press at once one begins the journey', async () => {
  const { rt, order } = await ready();
  await using _ = rt;
  const fates = await Promise.allSettled([startJourney(rt, order), startJourney(rt, order)]);
  expect(fates.map((fate) => (fate.status === 'fulfilled' ? 'begun' : fate.reason.code)).sort()).toEqual([
    'already-enrolled',
    'begun',
  ]);
  expect(await sent(rt)).toEqual(['kommer due']);
  expect(await rows(rt, 'SELECT 1 FROM ledger')).toHaveLength(1);
});

test('a STOP or a hold that is stored in the same moment is seen: nothing begins', async () => {
  for (const code of ['stopped', 'circle-held']) {
    const { rt, order } = await ready();
    await using _ = rt;
    const put = rt.db.lane.put.bind(rt.db.lane);
    const db: typeof rt.db = {
      ...rt.db,
      lane: {
        ...rt.db.lane,
        async put(write, item) {
          if (write.name === 'turns' && code === 'stopped')
            await receiveSms(rt, { providerId: 's', from: PHONE, to: '', text: 'STOP' });
          if (write.name === 'turns' && code !== 'stopped')
            await holdCircle(rt, await circleOf(rt, order.relativeId), 'dead', 's');
          return put(write, item);
        },
      },
    };
    await expect(startJourney({ ...rt, db }, order)).rejects.toMatchObject({ code });
    expect(await rows(rt, 'SELECT 1 FROM journeys')).toEqual([]);
    expect(await sent(rt)).toEqual([]);
  }
});

test('somebody who is called may begin although the number stopped SMS', async () => {
  const { rt, order } = await ready({ relative: { channel: 'ring' } });
  await using _ = rt;
  await run(rt, 'UPDATE numbers SET stopped_at = 1');
  await startJourney(rt, order);
  expect(await sent(rt)).toEqual(['kommer todo']);
});

test('a flow published anew is begun anew; journeys under way keep theirs', async () => {
  const { rt, order } = await ready();
  await using _ = rt;
  await startJourney(rt, order);
  await publishFlow(rt, makeFlow([say('nyt')], { anchors }));
  const other = await seedRelative(rt, { number: '+4520000022' });
  await startJourney(rt, { ...order, relativeId: other });
  expect(await sent(rt)).toEqual(['kommer due', 'nyt due']);
});
