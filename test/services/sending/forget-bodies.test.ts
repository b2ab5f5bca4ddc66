import { expect, test } from 'vitest';
import { ASK_AGAIN_MS, forgetBodies, REMEMBERED_MS } from '../../../src/services/sending/forget-bodies.ts';
import { addMessages } from '../../../src/store/messages/messages.ts';
import { accepted, DAY, HOUR, type House, MINUTE, makeHouse, rows, run, scriptedGateway } from '../stand.ts';

/** A gateway that deletes what `goes` lets go, and remembers what it was asked for. */
function deletingGateway(goes: (id: string) => boolean = () => true) {
  const asked: string[] = [];
  const gateway = scriptedGateway((_, nth) => accepted(nth), {
    forget: async (id) => {
      asked.push(id);
      return goes(id);
    },
  });
  return { gateway, asked };
}

type Some = { status: string; sentAt?: number; deliveredAt?: number; providerId?: string | null };

const addOne = (rt: House, id: string, { status, sentAt, deliveredAt, providerId }: Some) =>
  rt.db.lane.put(addMessages, {
    id,
    textKey: 't',
    purpose: 'flow',
    channel: 'sms',
    sender: 'number',
    language: 'da',
    textSealed: 'x',
    segments: 1,
    lane: 1,
    status,
    dueAt: rt.now(),
    createdAt: rt.now(),
    providerId: providerId === undefined ? `P-${id}` : providerId,
    sentAt: sentAt ?? rt.now(),
    deliveredAt: deliveredAt ?? null,
  });

test('a body goes when its message has been delivered for a day, once, and not before', async () => {
  const { gateway, asked } = deletingGateway();
  await using rt = await makeHouse({ gateway });
  await addOne(rt, 'a', { status: 'delivered', deliveredAt: rt.now() + MINUTE });
  rt.forward(REMEMBERED_MS + MINUTE - 1);
  expect(await forgetBodies(rt)).toBe(0);
  expect(asked).toEqual([]);
  rt.forward(1);
  expect(await forgetBodies(rt)).toBe(1);
  rt.forward(30 * DAY);
  expect(await forgetBodies(rt)).toBe(0);
  expect(asked).toEqual(['P-a']);
  expect(await rows(rt, 'SELECT forgotten_at, forget_after FROM messages')).toEqual([
    { forgotten_at: rt.clock() - 30 * DAY, forget_after: null },
  ]);
});

test.each(['sent', 'undelivered', 'failed'])(
  'the body of what is %s goes a day after the network gave up on it',
  async (status) => {
    const { gateway, asked } = deletingGateway();
    await using rt = await makeHouse({ gateway });
    await addOne(rt, 'a', { status });
    rt.forward(REMEMBERED_MS + rt.config.validityMinutes * MINUTE - 1);
    await forgetBodies(rt);
    expect(asked).toEqual([]);
    rt.forward(1);
    await forgetBodies(rt);
    expect(asked).toEqual(['P-a']);
  },
);

test.each(['unknown', 'sending', 'due', 'held'])(
  'the body of what is %s stays: it is what a look-up goes by',
  async (status) => {
    const { gateway, asked } = deletingGateway();
    await using rt = await makeHouse({ gateway });
    await addOne(rt, 'a', { status });
    rt.forward(30 * DAY);
    await forgetBodies(rt);
    expect(asked).toEqual([]);
  },
);

test('all pages are asked for, and what never had a body at the provider is not', async () => {
  const { gateway, asked } = deletingGateway();
  await using rt = await makeHouse({ gateway });
  for (let n = 0; n < 230; n += 1) await addOne(rt, `m${n}`, { status: 'delivered', deliveredAt: rt.now() });
  await addOne(rt, 'never', { status: 'failed', providerId: null });
  rt.forward(2 * DAY);
  expect(await forgetBodies(rt)).toBe(230);
  expect(new Set(asked).size).toBe(230);
  expect(asked).toHaveLength(230);
});

test('one that does not go keeps no other, and is asked for again later until it goes', async () => {
  let mended = false;
  const { gateway, asked } = deletingGateway((id) => mended || id !== 'P-stuck');
  await using rt = await makeHouse({ gateway });
  await addOne(rt, 'stuck', { status: 'delivered', deliveredAt: rt.now() });
  await addOne(rt, 'a', { status: 'delivered', sentAt: rt.now() + 1, deliveredAt: rt.now() + 1 });
  rt.forward(2 * DAY);
  expect(await forgetBodies(rt)).toBe(1);
  rt.forward(HOUR);
  await forgetBodies(rt);
  expect(asked.sort()).toEqual(['P-a', 'P-stuck']);
  mended = true;
  rt.forward(ASK_AGAIN_MS);
  expect(await forgetBodies(rt)).toBe(1);
  expect(await rows(rt, 'SELECT id FROM messages WHERE forgotten_at IS NULL')).toEqual([]);
});

test('a provider that does not answer is asked for one page and left in peace; the rest follows later', async () => {
  let away = true;
  const { gateway, asked } = deletingGateway(() => !away);
  await using rt = await makeHouse({ gateway });
  for (let n = 0; n < 120; n += 1) await addOne(rt, `m${n}`, { status: 'delivered', deliveredAt: rt.now() });
  rt.forward(2 * DAY);
  expect(await forgetBodies(rt)).toBe(0);
  expect(asked).toHaveLength(100);
  away = false;
  rt.forward(ASK_AGAIN_MS);
  expect(await forgetBodies(rt)).toBe(120);
});

test('while a backup that was put back is not reconciled every body stays', async () => {
  const { gateway, asked } = deletingGateway();
  await using rt = await makeHouse({ gateway });
  await addOne(rt, 'a', { status: 'delivered', deliveredAt: rt.now() });
  rt.forward(2 * DAY);
  await run(rt, "INSERT INTO restorations (id, taken_at, restored_at) VALUES ('r', 1, 2)");
  await forgetBodies(rt);
  expect(asked).toEqual([]);
  await run(rt, 'UPDATE restorations SET reconciled_at = 3');
  expect(await forgetBodies(rt)).toBe(1);
});

test('a process that is to stop asks for no more', async () => {
  const closing = new AbortController();
  const { gateway, asked } = deletingGateway(() => {
    closing.abort();
    return true;
  });
  await using rt = await makeHouse({ gateway });
  for (let n = 0; n < 30; n += 1) await addOne(rt, `m${n}`, { status: 'delivered', deliveredAt: rt.now() });
  rt.forward(2 * DAY);
  expect(await forgetBodies({ ...rt, closing: closing.signal })).toBe(10);
  expect(asked).toHaveLength(10);
});
