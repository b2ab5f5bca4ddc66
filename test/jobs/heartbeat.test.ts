import { expect, test } from 'vitest';
import { startHeartbeat } from '../../src/jobs/heartbeat.ts';
import { fireTimers, wakeTimers } from '../../src/services/journeys/fire-timers.ts';
import { receiveSms } from '../../src/services/replies/receive-sms.ts';
import { ask, say, wait } from '../journey/engine/make-flow.ts';
import { enrol, HOUR, type House, MINUTE, makeHouse, replies, rows, sent } from '../services/stand.ts';

const eventually = { timeout: 10_000, interval: 10 };
const OFTEN = 20;

const hear = (rt: House, text: string, from = '+4520000077') =>
  receiveSms(rt, { providerId: `in-${text}-${from}`, from, to: '+4520009999', text });

test('what a lost bell meant is found: replies, timers, messages', async () => {
  await using rt = await makeHouse();
  await enrol(rt, [say('a'), wait('w', '1 hour'), say('b')]);
  await hear(rt, 'Hej');
  const heartbeat = startHeartbeat(rt, OFTEN);
  await expect.poll(() => replies(rt), eventually).toEqual(['waiting unclear']);
  rt.forward(HOUR);
  await expect.poll(() => sent(rt), eventually).toContain('b sent');
  await heartbeat.stop();
});

test('a timer fires at its instant, long before the next beat', async () => {
  await using rt = await makeHouse();
  const began = performance.now();
  const start = rt.now();
  rt.now = () => start + performance.now() - began;
  await enrol(rt, [wait('w', '1 minute'), say('b')]);
  await rt.db.client.execute({ sql: 'UPDATE timers SET due_at = ?', args: [rt.now() + 300] });
  await rt.db.client.execute({
    sql: "UPDATE journeys SET state = json_set(state, '$.timers.moment', (SELECT due_at FROM timers))",
  });
  const heartbeat = startHeartbeat(rt, HOUR);
  await expect.poll(() => sent(rt), eventually).toEqual(['b due']);
  await heartbeat.stop();
});

test('a timer that falls due while the heartbeat looks for the next one waits for no beat', async () => {
  await using rt = await makeHouse();
  await enrol(rt, [wait('w', '1 minute'), say('b')]);
  const { client } = rt.db;
  const execute = client.execute.bind(client) as typeof client.execute;
  let looked = 0;
  client.execute = ((asked: string, ...more: []) => {
    if (String(asked).includes('MIN(due_at)') && ++looked === 1) rt.forward(MINUTE);
    return execute(asked, ...more);
  }) as typeof client.execute;
  const heartbeat = startHeartbeat(rt, HOUR);
  await expect.poll(() => sent(rt), eventually).toEqual(['b due']);
  expect(looked).toBeGreaterThan(1);
  await heartbeat.stop();
});

test('a gateway that takes its time keeps neither replies nor timers waiting', async () => {
  let answer = (): void => undefined;
  const hanging = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await using rt = await makeHouse();
  const { post } = rt.gateway;
  rt.gateway = { ...rt.gateway, post: (sms) => hanging.then(() => post(sms)) };
  await enrol(rt, [say('a')]);
  await enrol(rt, [wait('w', '1 minute'), ask('kommer')], {
    relative: { number: '+4520000078' },
    flow: { name: 'anden' },
  });
  const heartbeat = startHeartbeat(rt, OFTEN);
  await expect.poll(() => sent(rt), eventually).toEqual(['a sending']);
  await hear(rt, 'Hej');
  rt.forward(MINUTE);
  await expect.poll(() => replies(rt), eventually).toEqual(['waiting unclear']);
  await expect.poll(async () => (await sent(rt)).join(), eventually).toContain('kommer');
  answer();
  await expect.poll(() => sent(rt), eventually).toContain('kommer sent');
  await heartbeat.stop();
});

test('of two processes one beats, and the other goes on when it stops', async () => {
  await using rt = await makeHouse();
  const first = startHeartbeat({ ...rt, owner: 'first' }, OFTEN);
  const holder = async () => (await rows(rt, "SELECT owner FROM leases WHERE name = 'heartbeat'"))[0]?.owner;
  await expect.poll(holder, eventually).toBe('first');
  const second = startHeartbeat({ ...rt, owner: 'second' }, OFTEN);
  await hear(rt, 'Hej');
  await expect.poll(() => replies(rt), eventually).toEqual(['waiting unclear']);
  expect(await holder()).toBe('first');
  await first.stop();
  rt.forward(4_000);
  await expect.poll(holder, eventually).toBe('second');
  await hear(rt, 'Hallo');
  await expect.poll(() => replies(rt), eventually).toEqual(['waiting unclear', 'waiting unclear']);
  await second.stop();
});

test('a crowd goes on also when nobody does what is rung for', async () => {
  await using rt = await makeHouse();
  await enrol(rt, [wait('w', '1 hour'), say('b')]);
  const [first] = await rows(rt, 'SELECT * FROM journeys');
  for (let n = 0; n < 250; n += 1)
    await rt.db.client.batch(
      [
        {
          sql: `INSERT INTO journeys (id, flow_id, flow_name, relative_id, version, turn, status, hold, awaiting,
            step, state, started_at, ended_at, started_by) SELECT ?1, flow_id, flow_name || ?1, relative_id, version, turn, status, hold, awaiting,
            step, state, started_at, ended_at, started_by FROM journeys WHERE id = ?2`,
          args: [`j${n}`, String(first?.id)],
        },
        {
          sql: 'INSERT INTO timers SELECT ?1, name, due_at, held FROM timers WHERE journey_id = ?2',
          args: [`j${n}`, String(first?.id)],
        },
      ],
      'write',
    );
  rt.forward(HOUR);
  expect(await wakeTimers(rt)).toBe(0);
  expect(rt.rings.filter(({ job }) => job === 'fire-timers')).toHaveLength(4);
  rt.forward(11_000);
  for (const left of [100, 100, 51]) expect(await wakeTimers(rt)).toBe(left);
  expect(await fireTimers(rt)).toBe(0);
});
