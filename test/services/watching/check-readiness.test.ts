import { expect, test } from 'vitest';
import type { Posted } from '../../../src/gateways/gateway.ts';
import { beat } from '../../../src/services/beat.ts';
import type { Bell } from '../../../src/services/runtime.ts';
import { briefly } from '../../../src/services/watching/briefly.ts';
import { checkReadiness, TROUBLES_IN_A_ROW } from '../../../src/services/watching/check-readiness.ts';
import { say } from '../../journey/engine/make-flow.ts';
import { accepted, DAY, enrol, makeHouse, scriptedGateway } from '../stand.ts';

const never = <T>(): Promise<T> => new Promise(() => undefined);

const bellThat = (counts: Bell['counts']): Bell => ({
  ring: () => undefined,
  quiet: async () => undefined,
  counts,
  close: async () => undefined,
});

test('a house whose parts can be used is ready', async () => {
  await using rt = await makeHouse();

  expect(await checkReadiness(rt)).toEqual({
    ready: true,
    database: 'usable',
    queue: 'usable',
    gateway: 'usable',
  });
});

test.each(['SQLITE_FULL', 'SQLITE_READONLY'])(
  'a database that answers %s to writes is failing',
  async (code) => {
    let broken = false;
    await using rt = await makeHouse({
      around: (when) => {
        if (broken && when === 'before') throw Object.assign(new Error('no'), { code });
      },
    });
    broken = true;

    expect(await checkReadiness(rt)).toMatchObject({ ready: false, database: 'failing', queue: 'usable' });
    broken = false;
    expect(await checkReadiness(rt)).toMatchObject({ ready: true });
  },
);

test('what does not answer in time is late, and the others are still told of', async () => {
  await using rt = await makeHouse({ bell: bellThat(never) });
  const lane = { ...rt.db.lane, put: never };

  expect(await checkReadiness({ ...rt, db: { ...rt.db, lane } }, 20)).toEqual({
    ready: false,
    database: 'late',
    queue: 'late',
    gateway: 'usable',
  });
});

test('a queue that cannot be asked is failing', async () => {
  await using rt = await makeHouse({ bell: bellThat(() => Promise.reject(new Error('ECONNREFUSED'))) });

  expect(await checkReadiness(rt)).toMatchObject({ ready: false, queue: 'failing', database: 'usable' });
});

test.each<[string, Posted, boolean]>([
  ['gives no answer', { outcome: 'unknown' }, false],
  ['is down', { outcome: 'refused', reason: 'temporary', retryable: true }, false],
  ['does not know us', { outcome: 'refused', reason: 'configuration', retryable: true }, false],
  ['has no credit of ours left', { outcome: 'refused', reason: 'credit', retryable: true }, false],
  ['asks for a slower pace', { outcome: 'refused', reason: 'rate', retryable: true }, true],
  ['finds fault with the messages', { outcome: 'refused', reason: 'blocked', retryable: false }, true],
])('after some posts in a row to a provider that %s', async (_what, answer, usable) => {
  let now: Posted = answer;
  const gateway = scriptedGateway((_, nth) => (now === answer ? answer : accepted(nth)));
  await using rt = await makeHouse({ gateway });
  for (let n = 1; n < TROUBLES_IN_A_ROW; n += 1)
    await enrol(rt, [say('x')], { relative: { number: `+452000100${n}` } });
  await beat(rt);
  expect((await checkReadiness(rt)).gateway).toBe('usable');

  await enrol(rt, [say('x')], { relative: { number: '+4520001099' } });
  await beat(rt);
  expect((await checkReadiness(rt)).gateway).toBe(usable ? 'usable' : 'failing');

  // One message that the provider takes is enough.
  now = { outcome: 'accepted', providerId: 'P' };
  rt.forward(DAY);
  await enrol(rt, [say('x')], { relative: { number: '+4520001098' } });
  await beat(rt);
  expect((await checkReadiness(rt)).gateway).toBe('usable');
});

test('asking often asks once: while an answer is on its way, and for a moment after it', async () => {
  let asked = 0;
  let at = 0;
  const ask = briefly(
    2_000,
    () => at,
    async () => ++asked,
  );

  expect(await Promise.all([ask(), ask(), ask()])).toEqual([1, 1, 1]);
  at = 1_999;
  expect(await ask()).toBe(1);
  at = 2_000;
  expect(await ask()).toBe(2);
});

test('a failure is not kept', async () => {
  let asked = 0;
  const ask = briefly(
    2_000,
    () => 0,
    async () => {
      asked += 1;
      if (asked === 1) throw new Error('no');
      return asked;
    },
  );

  await expect(ask()).rejects.toThrow('no');
  expect(await ask()).toBe(2);
});
