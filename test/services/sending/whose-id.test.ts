// Two SMS with the same words to one phone: a search cannot tell whose an id of the provider is, a report or an answer can.
import { expect, test } from 'vitest';
import type { DeliveryStatus, Found, Posted } from '../../../src/gateways/gateway.ts';
import { beat } from '../../../src/services/beat.ts';
import { recordStatus } from '../../../src/services/sending/record-status.ts';
import { settleUnknown } from '../../../src/services/sending/settle-unknown.ts';
import { recordFindings, recordResults } from '../../../src/store/messages/outcomes.ts';
import { seal } from '../../../src/store/seal.ts';
import {
  accepted,
  alerts,
  type House,
  hear,
  MINUTE,
  makeHouse,
  rows,
  run,
  scriptedGateway,
} from '../stand.ts';

type Told = { first: string; second: string };

/** Two answers with the same words; the first two posts bring no answer but `second`, and a search finds the one SMS P-2. */
async function twoAlike(
  status?: DeliveryStatus,
  second: (rt: House) => Posted | Promise<Posted> = unanswered,
) {
  const gateway = scriptedGateway(
    (_, nth) => (nth === 1 ? { outcome: 'unknown' } : nth === 2 ? second(rt) : accepted(nth)),
    {
      find: async (): Promise<Found> => ({
        outcome: 'found',
        providerId: 'P-2',
        ...(status ? { status } : {}),
      }),
    },
  );
  const rt: House = await makeHouse({ gateway });
  await hear(rt, 'HJÆLP');
  await hear(rt, 'HJÆLP');
  return { rt, gateway };
}

const unanswered = (): Posted => ({ outcome: 'unknown' });

const idsOf = async (rt: House): Promise<Told> => {
  const [first, second] = await rows(rt, 'SELECT id FROM messages ORDER BY created_at');
  return { first: String(first?.id), second: String(second?.id) };
};

const stand = async (rt: House): Promise<string[]> =>
  (await rows(rt, 'SELECT status, provider_id, reason FROM messages ORDER BY created_at')).map(
    (row) => `${row.status} ${row.provider_id ?? '-'} ${row.reason ?? '-'}`,
  );

const minutes = async (rt: House, count: number): Promise<void> => {
  for (let n = 0; n < count; n += 1) {
    rt.forward(MINUTE);
    await beat(rt);
  }
};

test.each([undefined, 'delivered'] as const)(
  'a report takes its id from the message it was found for (%s), which is asked for again and then sent',
  async (status) => {
    const { rt, gateway } = await twoAlike(status);
    await using _ = rt;
    const { second } = await idsOf(rt);
    await minutes(rt, 1);
    expect(await stand(rt)).toEqual([`${status ?? 'sent'} P-2 -`, 'unknown - no-answer']);
    await recordStatus(rt, { reference: second, providerId: 'P-2', status: 'delivered' });
    expect(await stand(rt)).toEqual(['unknown - no-answer', 'delivered P-2 -']);
    await minutes(rt, 1);
    expect(gateway.posted).toHaveLength(2);
    await minutes(rt, 2);
    expect(await stand(rt)).toEqual(['sent P-3 -', 'delivered P-2 -']);
    expect(gateway.posted).toHaveLength(3);
  },
);

test('a report that changes no status proves as much', async () => {
  const { rt } = await twoAlike();
  await using _ = rt;
  const { second } = await idsOf(rt);
  await minutes(rt, 1);
  await run(rt, "UPDATE messages SET status = 'delivered', rank = 2 WHERE id = ?", [second]);
  await recordStatus(rt, { reference: second, providerId: 'P-2', status: 'sent' });
  expect(await stand(rt)).toEqual(['unknown - no-answer', 'delivered P-2 no-answer']);
});

test('one thought undelivered was told to a person already and is left to them', async () => {
  const { rt, gateway } = await twoAlike('undelivered');
  await using _ = rt;
  const { second } = await idsOf(rt);
  await minutes(rt, 1);
  await recordStatus(rt, { reference: second, providerId: 'P-2', status: 'undelivered' });
  await minutes(rt, 5);
  expect(await stand(rt)).toEqual(['failed - doubtful', 'undelivered P-2 unreachable']);
  expect(gateway.posted).toHaveLength(2);
  expect(await alerts(rt)).toEqual(['delivery', 'delivery']);
});

test('a report of a message that is not here, or never left, takes nothing', async () => {
  const { rt } = await twoAlike();
  await using _ = rt;
  const { second } = await idsOf(rt);
  await minutes(rt, 1);
  const before = await stand(rt);
  await recordStatus(rt, { reference: 'nobody', providerId: 'P-2', status: 'delivered' });
  await run(rt, 'UPDATE messages SET intent_at = NULL WHERE id = ?', [second]);
  await recordStatus(rt, { reference: second, providerId: 'P-2', status: 'delivered' });
  expect(await stand(rt)).toEqual(before);
});

test('what a search found counts only while the message carries the id', async () => {
  const { rt } = await twoAlike();
  await using _ = rt;
  const { first, second } = await idsOf(rt);
  await minutes(rt, 1);
  await recordStatus(rt, { reference: second, providerId: 'P-2', status: 'sent' });
  await recordStatus(rt, { reference: first, providerId: 'P-2', status: 'delivered' }, 'found');
  expect(await stand(rt)).toEqual(['unknown - no-answer', 'sent P-2 -']);
});

test('nothing found is taken while another of the same words is being posted', async () => {
  const { rt } = await twoAlike(undefined, async (rt) => {
    rt.forward(MINUTE);
    await settleUnknown(rt);
    expect(await stand(rt)).toEqual(['unknown - no-answer', 'sending - -']);
    return accepted(2);
  });
  await using _ = rt;
  expect(await stand(rt)).toEqual(['unknown - no-answer', 'sent P-2 -']);
});

test('the answer to a post takes its id from the message it was found for, and a finding that comes after it counts for nothing', async () => {
  const { rt } = await twoAlike();
  await using _ = rt;
  const { first, second } = await idsOf(rt);
  const found = { id: first, searches: 0, status: 'sent', at: rt.now(), providerId: 'P-2' } as const;
  expect(await rt.db.lane.put(recordFindings, found)).toBe(true);
  const [row] = await rows(rt, `SELECT fence, intent_at FROM messages WHERE id = '${second}'`);
  const claim = { id: second, fence: Number(row?.fence), intentAt: Number(row?.intent_at) };
  await rt.db.lane.put(recordResults, { ...claim, status: 'sent', at: rt.now(), providerId: 'P-2' });
  expect(await stand(rt)).toEqual(['unknown - no-answer', 'sent P-2 -']);
  expect(await rt.db.lane.put(recordFindings, found)).toBe(false);
  expect(await stand(rt)).toEqual(['unknown - no-answer', 'sent P-2 -']);
});

test('one whose link is no longer known is not asked for by half its words: a person decides', async () => {
  const { rt, gateway } = await twoAlike();
  await using _ = rt;
  const { first } = await idsOf(rt);
  const text = seal(rt.db.keys, `messages.text:${first}`, 'Se {link}');
  await run(rt, 'UPDATE messages SET text_sealed = ? WHERE id = ?', [text, first]);
  await minutes(rt, 5);
  expect((await stand(rt))[0]).toBe('failed - doubtful');
  expect(gateway.posted).toHaveLength(2);
});

test('what the network says of the message itself still counts after that', async () => {
  const { rt } = await twoAlike('delivered');
  await using _ = rt;
  const { first, second } = await idsOf(rt);
  await minutes(rt, 1);
  await recordStatus(rt, { reference: second, providerId: 'P-2', status: 'delivered' });
  await recordStatus(rt, { reference: first, providerId: 'P-1', status: 'sent' });
  expect(await stand(rt)).toEqual(['sent P-1 -', 'delivered P-2 -']);
});

test('one that was sent again before is not sent a third time: a person decides', async () => {
  const { rt, gateway } = await twoAlike();
  await using _ = rt;
  const { first, second } = await idsOf(rt);
  await run(rt, 'UPDATE messages SET searches = 2 WHERE id = ?', [first]);
  await minutes(rt, 1);
  await recordStatus(rt, { reference: second, providerId: 'P-2', status: 'delivered' });
  await minutes(rt, 5);
  expect(await stand(rt)).toEqual(['failed - doubtful', 'delivered P-2 -']);
  expect(gateway.posted).toHaveLength(2);
});
