import { expect, test } from 'vitest';
import type { Posted } from '../../../src/gateways/gateway.ts';
import { beat } from '../../../src/services/beat.ts';
import { holdCircle } from '../../../src/services/circles/hold-circle.ts';
import { publishFlow } from '../../../src/services/journeys/publish-flow.ts';
import { startJourney } from '../../../src/services/journeys/start-journey.ts';
import { receiveSms } from '../../../src/services/replies/receive-sms.ts';
import { stopNumber } from '../../../src/services/replies/stop-number.ts';
import { dispatchSender } from '../../../src/services/sending/dispatch-sender.ts';
import { newNumber, rememberNumbers } from '../../../src/store/people/numbers.ts';
import { ask, invite, makeFlow, say } from '../../journey/engine/make-flow.ts';
import { seedRelative } from '../../support/house.ts';
import {
  accepted,
  alerts,
  DAY,
  enrol,
  HOUR,
  hear,
  MINUTE,
  makeHouse,
  numberOf,
  PHONE,
  rows,
  run,
  scriptedGateway,
  sent,
} from '../stand.ts';

const refused = (retryable: boolean): Posted => ({
  outcome: 'refused',
  reason: retryable ? 'rate' : 'landline',
  retryable,
  code: retryable ? 20429 : 21614,
});

const NIGHT = Date.UTC(2027, 2, 1, 22);

test('one phone gets its SMS one after the other, across both senders, in the order they were composed', async () => {
  const gateway = scriptedGateway((_, nth) => accepted(nth));
  await using rt = await makeHouse({ gateway });
  await enrol(rt, [say('a'), say('b', { page: 'side' }), say('c')]);
  for (let n = 0; n < 3; n += 1)
    await Promise.all([dispatchSender(rt, 'name'), dispatchSender(rt, 'number')]);
  expect(gateway.posted.map((sms) => `${sms.sender} ${sms.text.split(': ')[1]?.slice(0, 1)}`)).toEqual([
    'number a',
    'name b',
    'number c',
  ]);
});

test('hundreds that may leave at once are begun in parts, so that who asks for a page meanwhile gets a turn', async () => {
  const turns = [0];
  const gateway = scriptedGateway(async (_, nth) => {
    turns.push((turns.pop() ?? 0) + 1);
    return accepted(nth);
  });
  await using rt = await makeHouse({ gateway, config: { concurrency: 100 } });
  await publishFlow(rt, makeFlow([say('a')], { anchors: {} }));
  for (let n = 0; n < 100; n += 1) {
    const relativeId = await seedRelative(rt, { number: `+452000${7000 + n}` });
    await startJourney(rt, { flow: 'example', relativeId, anchors: {}, by: 'staff-1' });
  }
  let isOver = false;
  const turn = (): void => {
    turns.push(0);
    if (!isOver) setImmediate(turn);
  };
  setImmediate(turn);
  expect(await dispatchSender(rt, 'number')).toBe(100);
  isOver = true;
  expect(Math.max(...turns)).toBeLessThan(50);
});

test('no more are posted at once than may be, though more stand ready', async () => {
  let [under, most] = [0, 0];
  const gateway = scriptedGateway(async (_, nth) => {
    under += 1;
    most = Math.max(most, under);
    await new Promise((resolve) => setImmediate(resolve));
    under -= 1;
    return accepted(nth);
  });
  await using rt = await makeHouse({ gateway, config: { concurrency: 5 } });
  await publishFlow(rt, makeFlow([say('a')], { anchors: {} }));
  for (let n = 0; n < 40; n += 1) {
    const relativeId = await seedRelative(rt, { number: `+452000${6000 + n}` });
    await startJourney(rt, { flow: 'example', relativeId, anchors: {}, by: 'staff-1' });
  }
  expect(await dispatchSender(rt, 'number')).toBe(40);
  expect(most).toBe(5);
});

test('other phones do not wait for one whose SMS is under way', async () => {
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const gateway = scriptedGateway(async (sms, nth) => {
    if (sms.to.endsWith('21') && nth === 1) await held;
    return accepted(nth);
  });
  await using rt = await makeHouse({ gateway });
  await enrol(rt, [say('a'), say('b')], { relative: { number: '+4520000021' } });
  rt.forward(1);
  await enrol(rt, [say('a'), say('b')], { relative: { number: '+4520000022' } });
  const dispatched = dispatchSender(rt, 'number');
  while (gateway.posted.length < 3) await new Promise((resolve) => setImmediate(resolve));
  expect(gateway.posted.map((sms) => sms.to.slice(-2))).toEqual(['21', '22', '22']);
  release();
  expect(await dispatched).toBe(4);
  expect(gateway.posted.map((sms) => sms.to.slice(-2))).toEqual(['21', '22', '22', '21']);
});

test('an answer waits for nothing: not for its phone, not for what is due before it', async () => {
  await using rt = await makeHouse({ gateway: scriptedGateway(() => ({ outcome: 'unknown' })) });
  await enrol(rt, [say('a'), say('b')]);
  await beat(rt);
  await hear(rt, 'HJÆLP');
  expect(await sent(rt)).toEqual(['a unknown', 'b due', 'help unknown']);
});

test('an SMS of unknown outcome keeps the next one to its phone back for ten minutes', async () => {
  const gateway = scriptedGateway((_, nth) => (nth === 1 ? { outcome: 'unknown' } : accepted(nth)), {
    find: async () => ({ outcome: 'unavailable' }),
  });
  await using rt = await makeHouse({ gateway });
  await enrol(rt, [say('a'), say('b')]);
  await beat(rt);
  rt.forward(10 * MINUTE - 1);
  await beat(rt);
  expect(await sent(rt)).toEqual(['a unknown', 'b due']);
  rt.forward(1);
  await beat(rt);
  expect(await sent(rt)).toEqual(['a unknown', 'b sent']);
});

test('a provider that is busy is left in peace for longer and longer, and nothing overtakes what it refused', async () => {
  const gateway = scriptedGateway((_, nth) => (nth <= 3 ? refused(true) : accepted(nth)));
  await using rt = await makeHouse({ gateway });
  await enrol(rt, [say('a'), say('b')]);
  const tried: number[] = [];
  for (let second = 0; second < 60; second += 1) {
    await beat(rt);
    while (tried.length < gateway.posted.length) tried.push(second);
    rt.forward(1000);
  }
  expect(tried).toEqual([0, 5, 15, 35, 35]);
  expect(gateway.posted.map((sms) => sms.text.includes(': a'))).toEqual([true, true, true, true, false]);
});

test('a refused SMS is put off by the real clock: weeks on the clock of journeys bring it no sooner, and its plan stays what it was', async () => {
  const gateway = scriptedGateway((_, nth) => (nth === 1 ? refused(true) : accepted(nth)));
  await using rt = await makeHouse({ gateway });
  await enrol(rt, [say('a'), say('b')]);
  const planned = await rows(rt, 'SELECT due_at FROM messages');
  await beat(rt);
  rt.forwardJourneys(21 * DAY);
  await beat(rt);
  expect(gateway.posted).toHaveLength(1);
  rt.forward(5000);
  await beat(rt);
  expect(gateway.posted.map((sms) => sms.text.includes(': a'))).toEqual([true, true, false]);
  expect(await rows(rt, 'SELECT due_at FROM messages')).toEqual(planned);
});

test('a refused SMS is not kept waiting by a real clock that has been set back since', async () => {
  const gateway = scriptedGateway((_, nth) => (nth === 1 ? refused(true) : accepted(nth)));
  await using rt = await makeHouse({ gateway });
  await enrol(rt, [say('a')]);
  await beat(rt);
  const back = rt.clock() - HOUR;
  await dispatchSender({ ...rt, clock: () => back }, 'number');
  expect(await sent(rt)).toEqual(['a sent']);
});

test('what the provider refuses for good, or too often, is told to the journey and to a person, once', async () => {
  await using rt = await makeHouse({ gateway: scriptedGateway(() => refused(false)) });
  await enrol(rt, [ask('kommer')]);
  await beat(rt);
  await beat(rt);
  expect(await sent(rt)).toEqual(['kommer failed']);
  expect(
    await rows(
      rt,
      'SELECT kind, message_id IS NOT NULL AS about, relative_id IS NOT NULL AS who FROM alerts',
    ),
  ).toEqual([{ kind: 'delivery', about: 1, who: 1 }]);
  expect(await rows(rt, "SELECT 1 FROM facts WHERE kind = 'deliveryFailed'")).toHaveLength(1);

  await using busy = await makeHouse({ gateway: scriptedGateway(() => refused(true)) });
  await enrol(busy, [ask('kommer')]);
  for (let n = 0; n < 700; n += 1) {
    await dispatchSender(busy, 'number');
    busy.forward(16 * MINUTE);
  }
  expect(await sent(busy)).toEqual(['kommer failed']);
  expect(await alerts(busy)).toEqual(['delivery']);
});

test('a gateway that is down for an hour loses nobody: what is due is sent once it is back', async () => {
  let down = true;
  const gateway = scriptedGateway((_, nth) => (down ? refused(true) : accepted(nth)));
  await using rt = await makeHouse({ gateway });
  await enrol(rt, [say('a')]);
  for (let minute = 0; minute < 60; minute += 1) {
    await beat(rt);
    rt.forward(MINUTE);
  }
  expect(await sent(rt)).toEqual(['a due']);
  down = false;
  rt.forward(15 * MINUTE);
  await beat(rt);
  expect(await sent(rt)).toEqual(['a sent']);
});

test('a row that cannot be read fails alone, and a person is told', async () => {
  await using rt = await makeHouse();
  await enrol(rt, [say('a')], { relative: { number: '+4520000021' } });
  await enrol(rt, [say('a')], { relative: { number: '+4520000022' } });
  await run(rt, "UPDATE messages SET text_sealed = 'nonsense' WHERE number_id = ?", [
    String((await numberOf(rt, '+4520000021')).id),
  ]);
  await beat(rt);
  expect((await sent(rt)).sort()).toEqual(['a failed', 'a sent']);
  expect(await alerts(rt)).toEqual(['delivery']);
});

test('outside the window only answers to an SMS of the last ten minutes leave; the rest leaves when it opens', async () => {
  await using rt = await makeHouse();
  await enrol(rt, [say('a')]);
  rt.forward(NIGHT - rt.now());
  await beat(rt);
  expect(await sent(rt)).toEqual(['a due']);
  await hear(rt, 'HJÆLP');
  expect(await sent(rt)).toEqual(['a due', 'help sent']);
  await receiveSms(rt, { providerId: 'late', from: '+4520000011', to: '', text: 'HJÆLP' });
  rt.forward(10 * MINUTE);
  await beat(rt);
  expect(await sent(rt)).toEqual(['a due', 'help sent', 'help due']);
  rt.forward(9 * HOUR - 10 * MINUTE - 2);
  await beat(rt);
  expect(await sent(rt)).toEqual(['a due', 'help sent', 'help due']);
  rt.forward(1);
  await beat(rt);
  expect(await sent(rt)).toEqual(['a sent', 'help sent', 'help sent']);
});

test.each([
  ['Sunday', Date.UTC(2027, 2, 7, 9)],
  ['a public holiday (skærtorsdag)', Date.UTC(2027, 2, 25, 9)],
  ['before eight on the wall in summer', Date.UTC(2027, 3, 5, 5, 59)],
  ['eight in the evening', Date.UTC(2027, 2, 1, 19)],
])('nothing planned leaves on %s', async (_, at) => {
  await using rt = await makeHouse();
  await enrol(rt, [say('a')]);
  rt.forward(at - rt.now());
  await beat(rt);
  expect(await sent(rt)).toEqual(['a due']);
});

test("a flow's own narrower hours and weekdays hold when a fault has made its SMS late", async () => {
  await using rt = await makeHouse();
  const window = { from: '09:00', to: '17:00', weekdays: [1, 2, 3, 4, 5] };
  await enrol(rt, [say('a')], { flow: { window } });
  for (const closed of [Date.UTC(2027, 2, 1, 16), Date.UTC(2027, 2, 6, 10), Date.UTC(2027, 2, 8, 7, 59)]) {
    rt.forward(closed - rt.now());
    await beat(rt);
    expect(await sent(rt)).toEqual(['a due']);
  }
  rt.forward(MINUTE);
  await beat(rt);
  expect(await sent(rt)).toEqual(['a sent']);
});

test('what is too late to make sense does not leave: a person is told instead', async () => {
  await using rt = await makeHouse();
  await enrol(rt, [say('husk', { when: '1 day before dag at 09:00', late: 'send' })], {
    flow: { anchors: { dag: { title: 'Dagen', time: false } } },
    anchors: { dag: '2027-03-02' },
  });
  rt.forward(2 * DAY);
  await beat(rt);
  await beat(rt);
  expect(await sent(rt)).toEqual(['husk expired']);
  expect(await alerts(rt)).toEqual(['delivery']);
});

test.each(['number', 'name'] as const)(
  'an SMS by %s that was composed before a STOP was stored does not leave after it',
  async (sender) => {
    await using rt = await makeHouse();
    await enrol(rt, [sender === 'name' ? invite('a') : say('a'), say('b')]);
    await receiveSms(rt, { providerId: 's', from: '+4520000011', to: '', text: 'STOP' });
    await dispatchSender(rt, sender);
    expect(rt.posted).toEqual([]);
    expect((await sent(rt))[0]).toBe('a cancelled');
  },
);

test('an SMS that is under way when STOP comes, and then is refused or not found, stays back for good', async () => {
  for (const outcome of [refused(true), { outcome: 'unknown' }] as const) {
    const gateway = scriptedGateway(async () => {
      await receiveSms(rt, { providerId: 's', from: '+4520000011', to: '', text: 'STOP' });
      return outcome;
    });
    await using rt = await makeHouse({ gateway });
    await enrol(rt, [say('a')]);
    await dispatchSender(rt, 'number');
    for (let n = 0; n < 5; n += 1) {
      rt.forward(3 * MINUTE);
      await beat(rt);
    }
    expect((await sent(rt))[0]).toBe('a cancelled');
    expect(gateway.posted.filter((sms) => sms.text.includes(': a'))).toHaveLength(1);
  }
});

test.each([
  ['dead', 'cancelled'],
  ['paused', 'held'],
] as const)(
  'an SMS that is under way when its circle is %s, and then is refused, is %s',
  async (hold, status) => {
    const gateway = scriptedGateway(async () => {
      const [circle] = await rows(rt, 'SELECT id FROM circles');
      await holdCircle(rt, String(circle?.id), hold, 'staff-1');
      return refused(true);
    });
    await using rt = await makeHouse({ gateway });
    await enrol(rt, [say('a')]);
    await dispatchSender(rt, 'number');
    rt.forward(HOUR);
    await beat(rt);
    expect(await sent(rt)).toEqual([`a ${status}`]);
    expect(gateway.posted).toHaveLength(1);
  },
);

test('an SMS that is refused while its relative gets another number follows there', async () => {
  const gateway = scriptedGateway(async (_, nth) => {
    if (nth > 1) return accepted(nth);
    const moved = newNumber(rt.db.keys, '+4520000077', rt.now(), false);
    await rt.db.lane.put(rememberNumbers, moved);
    await run(rt, 'UPDATE relatives SET number_id = ?', [moved.id]);
    return refused(true);
  });
  await using rt = await makeHouse({ gateway });
  await enrol(rt, [say('a')]);
  await beat(rt);
  rt.forward(MINUTE);
  await beat(rt);
  expect(gateway.posted.map((sms) => sms.to)).toEqual([PHONE, '+4520000077']);
});

test('a sender that never stops being refused neither loses nor repeats what staff stopped meanwhile', async () => {
  const gateway = scriptedGateway(async () => {
    await stopNumber(rt, String((await numberOf(rt)).id), 'staff', 'staff-1');
    return refused(true);
  });
  await using rt = await makeHouse({ gateway });
  await enrol(rt, [say('a'), say('b')]);
  await beat(rt);
  rt.forward(HOUR);
  await beat(rt);
  expect(await sent(rt)).toEqual(['a cancelled', 'b cancelled']);
});

test('pacing: no more segments a second than the sender may, however often it is rung for', async () => {
  let at = 0;
  const gateway = scriptedGateway((_, nth) => accepted(nth));
  await using rt = await makeHouse({ gateway, config: { segmentsPerSecond: 2 } });
  const paced = {
    ...rt,
    monotonic: () => at,
    sleep: async (ms: number) => {
      at += ms;
    },
  };
  for (let n = 10; n < 20; n += 1) {
    const relativeId = await seedRelative(rt, { number: `+45200000${n}` });
    await enrol(rt, [say('a')], { relativeId });
    await dispatchSender(paced, 'number');
  }
  expect(gateway.posted).toHaveLength(10);
  expect(at).toBeGreaterThanOrEqual(3900);
  expect(at).toBeLessThanOrEqual(5000);
});

test('a sender that has sent everything may be taken by another process at once', async () => {
  await using rt = await makeHouse();
  await enrol(rt, [say('a')]);
  const other = { ...rt, owner: 'other' };
  expect(await dispatchSender(rt, 'number')).toBe(1);
  await enrol(rt, [say('a')], { relative: { number: '+4520000099' } });
  expect(await dispatchSender(other, 'number')).toBe(1);
});

test('an idle sender writes nothing: nothing due, or all of it waiting for the window', async () => {
  await using rt = await makeHouse();
  await enrol(rt, [say('a')]);
  await dispatchSender(rt, 'number');
  rt.forward(12 * HOUR);
  await enrol(rt, [say('a')], { relative: { number: '+4520000099' } });
  const { batches } = rt.db.lane.counts();
  expect(await dispatchSender(rt, 'number')).toBe(0);
  expect(await dispatchSender(rt, 'name')).toBe(0);
  expect(rt.db.lane.counts().batches).toBe(batches);
});
