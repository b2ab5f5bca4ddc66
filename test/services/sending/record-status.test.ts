import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DeliveryStatus } from '../../../src/gateways/gateway.ts';
import { beat } from '../../../src/services/beat.ts';
import { dispatchSender } from '../../../src/services/sending/dispatch-sender.ts';
import { recordStatus } from '../../../src/services/sending/record-status.ts';
import { ask } from '../../journey/engine/make-flow.ts';
import { accepted, alerts, enrol, makeHouse, rows, run, scriptedGateway, sent } from '../stand.ts';

const rank: Record<DeliveryStatus, number> = { queued: 0, sent: 1, delivered: 2, undelivered: 2, failed: 2 };

test('in whatever order and however often reports come, the first of the highest rank stays', async () => {
  await using rt = await makeHouse();
  await enrol(rt, [ask('x')]);
  await beat(rt);
  const [message] = await rows(rt, 'SELECT id FROM messages');
  const reference = String(message?.id);
  const statuses = fc.array(
    fc.constantFrom<DeliveryStatus>('queued', 'sent', 'delivered', 'undelivered', 'failed'),
    {
      maxLength: 6,
    },
  );
  await fc.assert(
    fc.asyncProperty(statuses, async (reports) => {
      await run(rt, "UPDATE messages SET status = 'sent', rank = 1");
      for (const status of reports) await recordStatus(rt, { reference, providerId: 'P-1', status });
      const final = reports.find((status) => rank[status] === 2) ?? 'sent';
      expect(await sent(rt)).toEqual([`x ${final}`]);
    }),
    { numRuns: 60 },
  );
});

test('a report that overtakes the answer to the post is kept, and so is what it said', async () => {
  for (const [status, reason] of [
    ['delivered', null],
    ['undelivered', 'unreachable'],
  ] as const) {
    const gateway = scriptedGateway(async (sms, nth) => {
      await recordStatus(rt, {
        reference: sms.reference,
        providerId: 'P-1',
        status,
        ...(reason ? { reason } : {}),
      });
      return nth === 1 ? accepted(nth) : { outcome: 'unknown' };
    });
    await using rt = await makeHouse({ gateway });
    await enrol(rt, [ask('x')]);
    await dispatchSender(rt, 'number');
    expect(await rows(rt, 'SELECT status, reason, provider_id FROM messages')).toEqual([
      { status, reason, provider_id: 'P-1' },
    ]);
  }
});

test('a report keeps its word when the post brought no answer', async () => {
  const gateway = scriptedGateway(async (sms) => {
    await recordStatus(rt, { reference: sms.reference, providerId: 'P-1', status: 'delivered' });
    return { outcome: 'unknown' };
  });
  await using rt = await makeHouse({ gateway });
  await enrol(rt, [ask('x')]);
  await dispatchSender(rt, 'number');
  expect(await sent(rt)).toEqual(['x delivered']);
});

test('what was not delivered is told to the journey and to a person once, however often it is reported', async () => {
  await using rt = await makeHouse();
  await enrol(rt, [ask('x')]);
  await beat(rt);
  const [message] = await rows(rt, 'SELECT id FROM messages');
  const report = {
    reference: String(message?.id),
    providerId: 'P-1',
    status: 'undelivered',
    code: 30003,
  } as const;
  await Promise.all([recordStatus(rt, report), recordStatus(rt, report)]);
  await recordStatus(rt, { ...report, status: 'failed' });
  expect(await sent(rt)).toEqual(['x undelivered']);
  expect(await alerts(rt)).toEqual(['delivery']);
  expect(await rows(rt, "SELECT 1 FROM facts WHERE kind = 'deliveryFailed'")).toHaveLength(1);
});

test('a crash between the report and the journey still leaves the alert', async () => {
  let commits = 0;
  let dead = false;
  await using rt = await makeHouse({
    around: (when) => {
      if (dead && ++commits > 2) throw new Error(`killed ${when}`);
    },
  });
  await enrol(rt, [ask('x')]);
  await beat(rt);
  const [message] = await rows(rt, 'SELECT id FROM messages');
  dead = true;
  const reported = recordStatus(rt, {
    reference: String(message?.id),
    providerId: 'P-1',
    status: 'undelivered',
  });
  await expect(reported).rejects.toThrow();
  expect(await sent(rt)).toEqual(['x undelivered']);
  expect(await alerts(rt)).toEqual(['delivery']);
});

test('reports of a message nobody knows change nothing', async () => {
  await using rt = await makeHouse();
  await recordStatus(rt, { reference: 'nobody', providerId: 'P-1', status: 'undelivered' });
  expect(await alerts(rt)).toEqual([]);
});
