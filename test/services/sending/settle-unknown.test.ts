import { expect, test } from 'vitest';
import type { Found } from '../../../src/gateways/gateway.ts';
import { beat } from '../../../src/services/beat.ts';
import { recordStatus } from '../../../src/services/sending/record-status.ts';
import { say } from '../../journey/engine/make-flow.ts';
import {
  accepted,
  alerts,
  enrol,
  hear,
  MINUTE,
  makeHouse,
  rows,
  run,
  scriptedGateway,
  sent,
} from '../stand.ts';

/** A house whose first post brings no answer, and whose provider says this of it, in turn. */
async function doubting(...founds: Found[]) {
  const asked: number[] = [];
  const gateway = scriptedGateway((_, nth) => (nth <= 1 ? { outcome: 'unknown' } : accepted(nth)), {
    find: async () => {
      asked.push(rt.now());
      return founds[Math.min(asked.length, founds.length) - 1] ?? { outcome: 'absent' };
    },
  });
  const rt = await makeHouse({ gateway });
  const { journeyId } = await enrol(rt, [say('x')]);
  await beat(rt);
  return { rt, gateway, asked, journeyId, began: rt.now() };
}

const minutes = async (rt: Awaited<ReturnType<typeof makeHouse>>, count: number): Promise<void> => {
  for (let n = 0; n < count; n += 1) {
    rt.forward(MINUTE);
    await beat(rt);
  }
};

test('nothing is asked before a minute of grace has passed', async () => {
  const { rt, asked } = await doubting();
  await using _ = rt;
  rt.forward(MINUTE - 1);
  await beat(rt);
  expect(asked).toEqual([]);
});

test.each([
  [undefined, 'sent'],
  ['delivered', 'delivered'],
  ['queued', 'sent'],
] as const)('found (%s) means sent', async (status, becomes) => {
  const { rt, gateway } = await doubting({
    outcome: 'found',
    providerId: 'P-1',
    ...(status ? { status } : {}),
  });
  await using _ = rt;
  await minutes(rt, 1);
  expect(await sent(rt)).toEqual([`x ${becomes}`]);
  expect(await rows(rt, 'SELECT provider_id, rank > 0 AS ranked FROM messages')).toEqual([
    { provider_id: 'P-1', ranked: 1 },
  ]);
  expect(gateway.posted).toHaveLength(1);
});

test.each([
  ['ahead of', -1],
  ['behind', 1],
] as const)(
  'a message posted while our clock was an hour %s the provider’s is found',
  async (_name, hours) => {
    const gateway = scriptedGateway(() => ({ outcome: 'unknown' }), {
      find: async (_sms, { from, to }) => {
        const takenAt = began + hours * 60 * MINUTE;
        return takenAt >= from && takenAt <= to
          ? { outcome: 'found', providerId: 'P-1' }
          : { outcome: 'absent' };
      },
    });
    const rt = await makeHouse({ gateway });
    await using _ = rt;
    const began = rt.now();
    await enrol(rt, [say('x')]);
    await beat(rt);
    await minutes(rt, 3);
    expect(await sent(rt)).toEqual(['x sent']);
    expect(gateway.posted).toHaveLength(1);
  },
);

test('found undelivered is told to a person', async () => {
  const { rt } = await doubting({ outcome: 'found', providerId: 'P-1', status: 'undelivered' });
  await using _ = rt;
  await minutes(rt, 1);
  expect(await sent(rt)).toEqual(['x undelivered']);
  expect(await alerts(rt)).toEqual(['delivery']);
});

test('absent once is asked again after twice the grace, absent twice is sent once more', async () => {
  const { rt, gateway, asked, began } = await doubting({ outcome: 'absent' });
  await using _ = rt;
  await minutes(rt, 3);
  expect(asked.map((at) => (at - began) / MINUTE)).toEqual([1, 2]);
  expect(gateway.posted).toHaveLength(2);
  expect(await sent(rt)).toEqual(['x sent']);
});

test('when the second try is not found either, a person decides', async () => {
  const gateway = scriptedGateway(() => ({ outcome: 'unknown' }));
  await using rt = await makeHouse({ gateway });
  await enrol(rt, [say('x')]);
  await minutes(rt, 30);
  expect(gateway.posted).toHaveLength(2);
  expect(await sent(rt)).toEqual(['x failed']);
  expect(await alerts(rt)).toEqual(['delivery']);
});

test('the refusals of a busy provider are no tries: what was refused before is still sent once more', async () => {
  const gateway = scriptedGateway((_, nth) => {
    if (nth <= 2) return { outcome: 'refused', reason: 'rate', retryable: true };
    return nth === 3 ? { outcome: 'unknown' } : accepted(nth);
  });
  await using rt = await makeHouse({ gateway });
  await enrol(rt, [say('x')]);
  await minutes(rt, 10);
  expect(gateway.posted).toHaveLength(4);
  expect(await sent(rt)).toEqual(['x sent']);
});

test('in doubt a person decides at once, and the journey is told', async () => {
  const { rt, gateway } = await doubting({ outcome: 'doubtful' });
  await using _ = rt;
  await minutes(rt, 5);
  expect(gateway.posted).toHaveLength(1);
  expect(await sent(rt)).toEqual(['x failed']);
  expect(await alerts(rt)).toEqual(['delivery']);
  expect(await rows(rt, "SELECT 1 FROM facts WHERE kind = 'deliveryFailed'")).toHaveLength(1);
});

test('a provider that does not answer is asked until it does', async () => {
  const { rt, asked } = await doubting(
    { outcome: 'unavailable' },
    { outcome: 'unavailable' },
    { outcome: 'unavailable' },
    { outcome: 'found', providerId: 'P-1' },
  );
  await using _ = rt;
  await minutes(rt, 4);
  expect(asked).toHaveLength(4);
  expect(await sent(rt)).toEqual(['x sent']);
});

test('an id that another of our messages carries is not this one', async () => {
  const gateway = scriptedGateway((_, nth) => (nth === 2 ? { outcome: 'unknown' } : accepted(nth)), {
    find: async () => ({ outcome: 'found', providerId: 'P-1' }),
  });
  await using rt = await makeHouse({ gateway });
  await hear(rt, 'HJÆLP');
  await hear(rt, 'HJÆLP');
  await minutes(rt, 4);
  expect(gateway.posted).toHaveLength(3);
  expect(await rows(rt, 'SELECT provider_id FROM messages ORDER BY provider_id')).toEqual([
    { provider_id: 'P-1' },
    { provider_id: 'P-3' },
  ]);
});

test('a report that comes while it is unknown settles it, also when it was already to be sent again', async () => {
  const { rt, gateway } = await doubting();
  await using _ = rt;
  const [message] = await rows(rt, 'SELECT id FROM messages');
  await recordStatus(rt, { reference: String(message?.id), providerId: 'P-1', status: 'sent' });
  await minutes(rt, 5);
  expect(await sent(rt)).toEqual(['x sent']);
  expect(gateway.posted).toHaveLength(1);
});

test('one that cannot be read goes to a person and keeps nobody waiting', async () => {
  const gateway = scriptedGateway(() => ({ outcome: 'unknown' }), {
    find: async () => ({ outcome: 'found', providerId: 'P-1' }),
  });
  await using rt = await makeHouse({ gateway });
  await enrol(rt, [say('x')], { relative: { number: '+4520000021' } });
  await beat(rt);
  await run(rt, "UPDATE messages SET text_sealed = 'nonsense'");
  rt.forward(1000);
  await enrol(rt, [say('y')], { relative: { number: '+4520000022' }, flow: { name: 'anden' } });
  await beat(rt);
  await minutes(rt, 2);
  expect(await sent(rt)).toEqual(['x failed', 'y sent']);
  expect(await alerts(rt)).toEqual(['delivery']);
});
