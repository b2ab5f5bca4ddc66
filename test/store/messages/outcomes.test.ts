import { expect, test } from 'vitest';
import { takeLease } from '../../../src/store/leases.ts';
import { type Claimed, claimMessages } from '../../../src/store/messages/claims.ts';
import { addMessages } from '../../../src/store/messages/messages.ts';
import { type PostResult, recordResults } from '../../../src/store/messages/outcomes.ts';
import { numberId } from '../../../src/store/people/numbers.ts';
import { type House, makeHouse, PHONE, rows } from '../../services/stand.ts';
import { seedRelative } from '../../support/house.ts';
import { messageRow } from '../../support/messages.ts';

const LEASE = 'sender:number';

/** A house with a lease (fence 1) and one message that is due. */
async function withOneDue(): Promise<House> {
  const rt = await makeHouse();
  const now = rt.clock();
  await rt.db.lane.put(takeLease, { name: LEASE, owner: 'test', now, endsAt: now + 30_000 });
  await seedRelative(rt);
  await rt.db.lane.put(addMessages, messageRow(rt.now(), { numberId: numberId(rt.db.keys, PHONE) }));
  return rt;
}

async function claim(rt: House, clock = rt.clock()): Promise<Claimed> {
  const order = { sender: 'number', lease: LEASE, fence: 1, clock, now: rt.now() };
  const all = await rt.db.lane.put(claimMessages, {
    ...order,
    minute: 600,
    weekday: 1,
    open: true,
    limit: 10,
  });
  const [claimed] = all;
  if (typeof claimed !== 'object') throw new Error('nothing was claimed');
  return claimed;
}

const messageOf = (rt: House) => rows(rt, 'SELECT * FROM messages');

/** Results after which a message is claimed again under the same fence, as they were first written down. */
const AGAIN: [string, Pick<PostResult, 'untried' | 'retryAt'>][] = [
  ['never tried', { untried: true }],
  ['put off', { retryAt: 1 }],
];

test.each(AGAIN.flatMap(([what, more]) => [0, 1].map((later) => [what, later, more] as const)))(
  'a result (%s) that arrives once more after the message was claimed anew, %i ms later, changes nothing',
  async (_, later, more) => {
    await using rt = await withOneDue();
    const { id, intentAt } = await claim(rt);
    const late: PostResult = { id, fence: 1, intentAt, status: 'due', at: rt.now(), reason: 'rate', ...more };
    await rt.db.lane.put(recordResults, late);
    rt.forward(later);
    const again = await claim(rt);
    const before = await messageOf(rt);
    expect(before).toMatchObject([{ status: 'sending', fence: 1, attempts: more.untried ? 1 : 2 }]);
    for (const status of ['due', 'unknown', 'failed', 'sent'] as const)
      await rt.db.lane.put(recordResults, { ...late, status, providerId: 'late' });
    expect(await messageOf(rt)).toEqual(before);
    await rt.db.lane.put(recordResults, { ...late, intentAt: again.intentAt, status: 'sent' });
    expect(await messageOf(rt)).toMatchObject([{ status: 'sent' }]);
  },
);

test('claims of one message within a millisecond are each told from the others', async () => {
  await using rt = await withOneDue();
  const seen = new Set<number>();
  for (let n = 0; n < 5; n += 1) {
    const { id, intentAt } = await claim(rt);
    seen.add(intentAt);
    const result = { id, fence: 1, intentAt, status: 'due', at: rt.now(), untried: true } as const;
    await rt.db.lane.put(recordResults, result);
  }
  expect(seen.size).toBe(5);
});
