import { expect, test } from 'vitest';
import { chainLedger, verifyLedger } from '../../src/services/chain-ledger.ts';
import { recordLedger } from '../../src/services/record-ledger.ts';
import { makeHouse, rows, run } from './stand.ts';

async function chained(count: number) {
  const rt = await makeHouse();
  for (let n = 1; n <= count; n += 1)
    await recordLedger(rt, { kind: 'relative.viewed', actor: `staff-${n}`, subject: 'x', purpose: 'search' });
  await chainLedger(rt);
  return rt;
}

test('entries are chained in order; newer ones wait for the next beat', async () => {
  await using rt = await chained(5);
  const whole = await verifyLedger(rt.db);
  expect(whole).toMatchObject({ ok: true, entries: 5, unchained: 0 });
  expect(whole.head).not.toBe('');
  await recordLedger(rt, { kind: 'staff.login', actor: 'staff-1' });
  expect(await verifyLedger(rt.db)).toMatchObject({ ok: true, entries: 6, unchained: 1, head: whole.head });
  await chainLedger(rt);
  expect(await verifyLedger(rt.db)).toMatchObject({ ok: true, entries: 6, unchained: 0 });
});

test.each([
  ['a changed actor', "UPDATE ledger SET actor = 'staff-9' WHERE seq = 3", 3],
  ['a changed time', 'UPDATE ledger SET at = at + 1 WHERE seq = 2', 2],
  ['a changed body', `UPDATE ledger SET body = '{"a":1}' WHERE seq = 5`, 5],
  ['an entry taken out', 'DELETE FROM ledger WHERE seq = 3', 4],
  ['an entry whose hash was taken away', 'UPDATE ledger SET hash = NULL WHERE seq = 3', 4],
  [
    'two entries exchanged',
    'UPDATE ledger SET seq = CASE seq WHEN 2 THEN -3 ELSE -2 END WHERE seq IN (2, 3)',
    -3,
  ],
  [
    'an entry put in with a hash of its own',
    "INSERT INTO ledger (seq, at, kind, actor, body, hash) VALUES (6, 1, 'x', 'y', '{}', 'z')",
    6,
  ],
])('%s is found', async (_, sql, brokenAt) => {
  await using rt = await chained(5);
  await run(rt, sql);
  if (brokenAt === -3) await run(rt, 'UPDATE ledger SET seq = -seq WHERE seq < 0');
  expect(await verifyLedger(rt.db)).toMatchObject({ ok: false, brokenAt: brokenAt === -3 ? 2 : brokenAt });
});

test('two who chain at once give one chain', async () => {
  await using rt = await chained(3);
  await recordLedger(rt, { kind: 'staff.login', actor: 'staff-1' });
  await Promise.all([chainLedger(rt), chainLedger(rt)]);
  expect(await verifyLedger(rt.db)).toMatchObject({ ok: true, unchained: 0 });
});

test('more than a page is chained beat by beat', async () => {
  await using rt = await makeHouse();
  await Promise.all(
    Array.from({ length: 1100 }, (_, n) => recordLedger(rt, { kind: 'staff.login', actor: `staff-${n}` })),
  );
  for (let n = 0; n < 3; n += 1) await chainLedger(rt);
  expect(await verifyLedger(rt.db)).toMatchObject({ ok: true, entries: 1100, unchained: 0 });
  expect(await rows(rt, 'SELECT 1 FROM ledger WHERE hash IS NULL')).toEqual([]);
});
