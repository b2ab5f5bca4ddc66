import { expect, test } from 'vitest';
import type { Gateway, Posted } from '../../src/gateways/gateway.ts';
import { beat } from '../../src/services/beat.ts';
import { keepOrder } from '../../src/services/keep-order.ts';
import type { Runtime } from '../../src/services/runtime.ts';
import { dispatchSender } from '../../src/services/sending/dispatch-sender.ts';
import { renewLease } from '../../src/services/sending/sender-lease.ts';
import { DatabaseAway } from '../../src/store/away.ts';
import { claimMessages } from '../../src/store/messages/claims.ts';
import { recordResults } from '../../src/store/messages/outcomes.ts';
import { say } from '../journey/engine/make-flow.ts';
import type { TestOptions } from '../support/runtime.ts';
import {
  accepted,
  enrol,
  HOUR,
  type House,
  MINUTE,
  makeHouse,
  rows,
  run,
  scriptedGateway,
  sent,
} from './stand.ts';

const statusOf = async (rt: Runtime) => (await rows(rt, 'SELECT status, reason, attempts FROM messages'))[0];

/** Time of its own for one process, so that one can freeze while another goes on. */
function process(rt: Runtime, owner: string, gateway = rt.gateway) {
  const time = { clock: rt.clock(), monotonic: 5_000 };
  const own: Runtime = {
    ...rt,
    owner,
    gateway,
    clock: () => time.clock,
    monotonic: () => time.monotonic,
    inOrder: keepOrder(),
  };
  const pass = (ms: number): void => {
    time.clock += ms;
    time.monotonic += ms;
  };
  return { rt: own, time, pass };
}

test('while one process holds a sender, another posts nothing; afterwards it does', async () => {
  await using rt = await makeHouse();
  const [a, b] = [process(rt, 'a'), process(rt, 'b')];
  await renewLease(a.rt, 'number');
  await enrol(rt, [say('x')]);
  b.pass(30_000 - 1);
  expect(await dispatchSender(b.rt, 'number')).toBe(0);
  b.pass(1);
  expect(await dispatchSender(b.rt, 'number')).toBe(1);
});

test('a dispatcher that froze between claim and post does not post: the message becomes due again, the try does not count', async () => {
  const gateway = scriptedGateway((_, nth) => accepted(nth));
  await using rt = await makeHouse({ gateway, config: { segmentsPerSecond: 1 } });
  const a = process(rt, 'a');
  let frozen = false;
  a.rt.sleep = async (ms) => a.pass(ms);
  await enrol(rt, [say('x')]);
  const claimed = a.rt.db.lane.put.bind(a.rt.db.lane);
  const frozenDb: Runtime['db'] = {
    ...a.rt.db,
    lane: {
      ...a.rt.db.lane,
      async put(write, item) {
        const outcome = await claimed(write, item);
        if (write.name === 'claim-messages' && !frozen) {
          frozen = true;
          a.pass(29_500);
        }
        return outcome;
      },
    },
  };
  await dispatchSender({ ...a.rt, db: frozenDb }, 'number');
  expect(frozen).toBe(true);
  expect(gateway.posted).toHaveLength(1);
  expect(await statusOf(rt)).toMatchObject({ status: 'sent', attempts: 1 });
});

test.each(['the monotonic clock says so', 'only the real clock says so, because the machine slept'])(
  'a dispatcher whose lease is over does not post: %s',
  async (which) => {
    const gateway = scriptedGateway((_, nth) => accepted(nth));
    await using rt = await makeHouse({ gateway });
    const [a, b] = [process(rt, 'a'), process(rt, 'b')];
    await enrol(rt, [say('x')]);
    const put = rt.db.lane.put.bind(rt.db.lane);
    let taken = false;
    const db: Runtime['db'] = {
      ...rt.db,
      lane: {
        ...rt.db.lane,
        async put(write, item) {
          const outcome = await put(write, item);
          if (write.name !== 'claim-messages' || taken) return outcome;
          taken = true;
          if (which.startsWith('the mono')) a.time.monotonic += 31_000;
          else a.time.clock += 31_000;
          b.pass(31_000);
          await dispatchSender(b.rt, 'number');
          return outcome;
        },
      },
    };
    await dispatchSender({ ...a.rt, db }, 'number');
    // B doubted what A had under way; A knows that it never left, so it is due and leaves under a lease of its own.
    expect(gateway.posted).toHaveLength(1);
    expect(await rows(rt, 'SELECT status, fence FROM messages')).toEqual([{ status: 'sent', fence: 3 }]);
  },
);

test('a claim with the fence of a lease that was lost takes nothing, by whatever clock', async () => {
  await using rt = await makeHouse();
  const [a, b] = [process(rt, 'a'), process(rt, 'b')];
  await renewLease(a.rt, 'number');
  b.pass(31_000);
  await renewLease(b.rt, 'number');
  await enrol(rt, [say('x')]);
  const now = rt.now();
  const order = {
    sender: 'number',
    lease: 'sender:number',
    now,
    clock: now,
    minute: 600,
    weekday: 1,
    open: true,
    limit: 10,
  };
  expect(await rt.db.lane.put(claimMessages, { ...order, fence: 1 })).toEqual([]);
  expect(await rt.db.lane.put(claimMessages, { ...order, fence: 2, clock: now + 70_000 })).toEqual([]);
  expect(await rt.db.lane.put(claimMessages, { ...order, fence: 2 })).toHaveLength(1);
});

test('what a killed process had under way is asked for, not sent again', async () => {
  let kill = (): void => undefined;
  const gateway = scriptedGateway(
    (): Promise<Posted> =>
      new Promise(() => {
        kill();
      }),
    { find: async () => ({ outcome: 'found', providerId: 'P-9', status: 'delivered' }) },
  );
  await using rt = await makeHouse({ gateway });
  await enrol(rt, [say('x'), say('y')]);
  const killed = new Promise<void>((resolve) => {
    kill = resolve;
  });
  void dispatchSender(process(rt, 'killed').rt, 'number');
  await killed;
  const next = { ...rt, owner: 'next', gateway: { ...gateway, post: async () => accepted(1) } };
  rt.forward(31_000);
  await beat(next);
  expect(await sent(rt)).toEqual(['x unknown', 'y due']);
  rt.forward(MINUTE);
  await beat(next);
  expect(await sent(rt)).toEqual(['x delivered', 'y sent']);
});

test('a lease from before the clock was set back an hour holds nobody up', async () => {
  await using rt = await makeHouse();
  const [a, b] = [process(rt, 'a'), process(rt, 'b')];
  await dispatchSender(a.rt, 'number');
  b.time.clock -= HOUR;
  b.time.monotonic += 31_000;
  await enrol(rt, [say('x')]);
  expect(await dispatchSender(b.rt, 'number')).toBe(1);
});

test('a result the database did not take leaves the message under way; the next dispatch asks for it', async () => {
  let full = false;
  const gateway = scriptedGateway(
    (_, nth) => {
      full = true;
      return accepted(nth);
    },
    { find: async () => ({ outcome: 'found', providerId: 'P-1' }) },
  );
  await using rt = await makeHouse({
    gateway,
    around: () => {
      if (full) throw Object.assign(new Error('full'), { code: 'SQLITE_FULL' });
    },
  });
  await enrol(rt, [say('x')]);
  await beat(rt);
  full = false;
  expect(await sent(rt)).toEqual(['x sending']);
  await beat(rt);
  expect(await sent(rt)).toEqual(['x unknown']);
  rt.forward(MINUTE);
  await beat(rt);
  expect(await sent(rt)).toEqual(['x sent']);
  expect(gateway.posted).toHaveLength(1);
});

const ALL = 24;
/** What the first claim takes: twice what may be posted at once. */
const FIRST = 8;

/** Many phones with an SMS due, for a sender that takes a few at a time. */
async function manyDue(options: TestOptions): Promise<House> {
  const rt = await makeHouse({ ...options, config: { concurrency: FIRST / 2 } });
  for (let n = 0; n < ALL; n += 1)
    await enrol(rt, [say('x')], { relative: { number: `+45200001${String(n).padStart(2, '0')}` } });
  return rt;
}

const countOf = async (rt: Runtime): Promise<Record<string, number>> =>
  Object.fromEntries(
    (await rows(rt, 'SELECT status, count(*) AS n FROM messages GROUP BY status')).map((r) => [
      r.status,
      r.n,
    ]),
  );

/** Runs something just before the lane is handed the nth write of a name. */
function beforeWrite(rt: House, name: string, nth: number, then: () => void): void {
  const { put } = rt.db.lane;
  let seen = 0;
  rt.db.lane.put = (write, item) => {
    if (write.name === name && ++seen === nth) then();
    return put(write, item);
  };
}

const findsAll: Partial<Gateway> = {
  find: async ({ reference }) => ({ outcome: 'found', providerId: reference }),
};

test('a claim whose answer is lost is not made again: the run ends with much still due, and the next asks for what it took', async () => {
  let deaf = false;
  const gateway = scriptedGateway((_, nth) => accepted(nth), findsAll);
  await using rt = await manyDue({
    gateway,
    around(when) {
      if (when !== 'after' || !deaf) return;
      deaf = false;
      throw new TypeError('fetch failed');
    },
  });
  beforeWrite(rt, 'claim-messages', 2, () => {
    deaf = true;
  });
  expect(await dispatchSender(rt, 'number')).toBe(FIRST);
  expect(gateway.posted).toHaveLength(FIRST);
  const { due = 0, sending = 0, ...others } = await countOf(rt);
  expect([others, due + sending]).toEqual([{ sent: FIRST }, ALL - FIRST]);
  expect(sending).toBeGreaterThan(0);
  expect(due).toBeGreaterThan(0);

  await dispatchSender(rt, 'number');
  expect(await countOf(rt)).toEqual({ sent: FIRST + due, unknown: sending });
  rt.forward(MINUTE);
  await beat(rt);
  expect(await countOf(rt)).toEqual({ sent: ALL });
  expect(gateway.posted).toHaveLength(ALL - sending);
});

test('after a result that was not written down no more is claimed, and the next run asks for it', async () => {
  const gateway = scriptedGateway((_, nth) => accepted(nth), findsAll);
  await using rt = await manyDue({ gateway });
  const { put } = rt.db.lane;
  let lost = false;
  rt.db.lane.put = (write, item) => {
    if (lost || write.name !== 'record-results') return put(write, item);
    lost = true;
    return Promise.reject(new DatabaseAway('gone'));
  };
  expect(await dispatchSender(rt, 'number')).toBe(FIRST);
  expect(await countOf(rt)).toEqual({ sent: FIRST - 1, sending: 1, due: ALL - FIRST });

  expect(await dispatchSender(rt, 'number')).toBe(ALL - FIRST);
  expect(await countOf(rt)).toEqual({ sent: ALL - 1, unknown: 1 });
  expect(gateway.posted).toHaveLength(ALL);
});

test('each run has a fence of its own, also when the one before could not give its lease back', async () => {
  await using rt = await makeHouse();
  for (const nth of [1, 2]) {
    await enrol(rt, [say('x')], { relative: { number: `+452000002${nth}` } });
    const lane: typeof rt.db.lane = {
      ...rt.db.lane,
      put: (write, item) =>
        write.name === 'give-lease-back' ? Promise.reject(new Error('away')) : rt.db.lane.put(write, item),
    };
    expect(await dispatchSender({ ...rt, db: { ...rt.db, lane } }, 'number')).toBe(1);
  }
  expect(await rows(rt, 'SELECT fence FROM messages ORDER BY rowid')).toEqual([{ fence: 1 }, { fence: 2 }]);
});

test('a dispatcher that froze on its way to the provider is asked once more before the first byte: nothing leaves, and it may leave again at once', async () => {
  const troubles: number[] = [];
  const gateway = scriptedGateway((_, nth) => {
    troubles.push(rt.trouble.inARow);
    return accepted(nth);
  });
  await using rt = await makeHouse({ gateway });
  await enrol(rt, [say('x')]);
  const [a, b] = [process(rt, 'a'), process(rt, 'b')];
  const asked: (boolean | undefined)[] = [];
  rt.trouble.inARow = 2;
  a.rt.gateway = {
    ...gateway,
    async post(sms, mayLeave) {
      if (asked.length > 0) return gateway.post(sms);
      asked.push(mayLeave?.());
      for (const one of [a, b]) one.pass(31_000);
      await dispatchSender(b.rt, 'number');
      asked.push(mayLeave?.());
      return { outcome: 'untried' };
    },
  };
  await dispatchSender(a.rt, 'number');
  await dispatchSender(b.rt, 'number');
  expect(asked).toEqual([true, false]);
  expect(gateway.posted).toHaveLength(1);
  expect(await statusOf(rt)).toEqual({ status: 'sent', reason: null, attempts: 1 });
  // It says nothing of the provider, neither good nor bad.
  expect(troubles).toEqual([2]);
});

test.each(['unknown', 'failed', 'due', 'sent'] as const)(
  'a result (%s) under the fence of a lease that was lost changes nothing of what another has sent since',
  async (status) => {
    await using rt = await makeHouse();
    await enrol(rt, [say('x')]);
    await dispatchSender(rt, 'number');
    await run(rt, 'UPDATE leases SET fence = 2');
    await run(rt, "UPDATE messages SET fence = 2, status = 'sending'");
    const [before] = await rows(rt, 'SELECT * FROM messages');
    const { id, intent_at: intentAt } = before as { id: string; intent_at: number };
    const late = { id, intentAt, at: rt.now() + 1, status, providerId: 'late', retryAt: 1, reason: 'late' };
    await rt.db.lane.put(recordResults, { ...late, fence: 1 });
    expect(await rows(rt, 'SELECT * FROM messages')).toEqual([before]);
    await rt.db.lane.put(recordResults, { ...late, fence: 2 });
    expect(await statusOf(rt)).toMatchObject({ status });
  },
);
