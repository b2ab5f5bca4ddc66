import { expect, test } from 'vitest';
import { beat } from '../../src/services/beat.ts';
import { receiveSms } from '../../src/services/replies/receive-sms.ts';
import { ask, say, wait } from '../journey/engine/make-flow.ts';
import {
  alerts,
  DAY,
  enrol,
  MINUTE,
  makeHouse,
  PHONE,
  replies,
  run,
  scriptedGateway,
  sent,
} from './stand.ts';

test('with every bell lost, the heartbeat alone carries a journey from its start to its end', async () => {
  await using rt = await makeHouse();
  await enrol(rt, [say('hej'), wait('vent', '3 days'), ask('kommer', { ja: { say: 'godt' } })]);
  await beat(rt);
  rt.forward(3 * DAY);
  await beat(rt);
  await receiveSms(rt, { providerId: '1', from: PHONE, to: '', text: 'Ja' });
  await beat(rt);
  expect(await sent(rt)).toEqual(['hej sent', 'kommer sent', 'godt sent']);
  expect(await replies(rt)).toEqual(['handled yes']);
  expect(await beat(rt)).toBe(0);
});

test('after hours without a beat everything due is done in order, and nothing twice', async () => {
  await using rt = await makeHouse();
  for (let n = 10; n < 40; n += 1)
    await enrol(rt, [wait('vent', '1 hours'), say('a'), say('b')], { relative: { number: `+45200000${n}` } });
  rt.forward(4 * 60 * MINUTE);
  await beat(rt);
  await beat(rt);
  const all = await sent(rt);
  expect(all).toHaveLength(60);
  expect(all.every((line) => line.endsWith('sent'))).toBe(true);
  expect(rt.posted).toHaveLength(60);
  expect(new Set(rt.posted.map((sms) => sms.reference)).size).toBe(60);
});

test('one part that fails keeps the others from nothing', async () => {
  const gateway = scriptedGateway((_, nth) => ({ outcome: 'accepted', providerId: `P-${nth}` }), {
    find: () => {
      throw new Error('a gateway that breaks its word');
    },
  });
  await using rt = await makeHouse({ gateway });
  await enrol(rt, [say('a')]);
  await beat(rt);
  await run(rt, "UPDATE messages SET status = 'unknown', provider_id = NULL");
  await receiveSms(rt, { providerId: '1', from: PHONE, to: '', text: 'Hej' });
  await run(rt, "UPDATE replies SET text_sealed = 'nonsense'");
  rt.forward(MINUTE);
  await enrol(rt, [say('b')], { relative: { number: '+4520000022' }, flow: { name: 'anden' } });
  await beat(rt);
  expect(await sent(rt)).toEqual(['a failed', 'b sent']);
  expect(await alerts(rt)).toEqual(['broken!', 'delivery']);
});
