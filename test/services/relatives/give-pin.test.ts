import fc from 'fast-check';
import { expect, test } from 'vitest';
import { codeFrom, digitsFrom } from '../../../src/services/circles/codes.ts';
import { CODE_LIVES_MS, givePin, givePinCode } from '../../../src/services/relatives/give-pin.ts';
import { showRelative } from '../../../src/services/relatives/show-relative.ts';
import { findPin } from '../../../src/store/people/pins.ts';
import { pinHash } from '../../../src/store/seal.ts';
import { addRelative, advisor, makeDesk, reader, rowsOf } from '../../support/desk.ts';

test('a PIN is six digits, kept as a hash alone', async () => {
  await using rt = await makeDesk();
  const id = await addRelative(rt);

  const { pin } = await givePin(rt, advisor, id);

  expect(pin).toMatch(/^\d{6}$/);
  expect((await findPin(rt.db, id))?.pinHash).toBe(pinHash(rt.db.keys, id, pin));
  expect(JSON.stringify([await rowsOf(rt, 'select * from ledger'), rt.lines])).not.toContain(pin);
  expect((await showRelative(rt, advisor, id, 'direct')).pin).toMatchObject({ has: true, locked: false });
});

test.each([
  ['voice', 10 * 60_000],
  ['paper', 14 * 24 * 60 * 60_000],
] as const)('a one-time code by %s holds for its time and not longer', async (by, lives) => {
  await using rt = await makeDesk();
  const id = await addRelative(rt);

  const { code, endsAt } = await givePinCode(rt, advisor, id, by);

  expect(code).toMatch(/^\d{6}$/);
  expect(CODE_LIVES_MS[by]).toBe(lives);
  expect(endsAt).toBe(rt.clock() + lives);
  expect((await showRelative(rt, advisor, id, 'direct')).pin.codeEndsAt).toBe(endsAt);
  rt.forward(lives);
  expect((await showRelative(rt, advisor, id, 'direct')).pin.codeEndsAt).toBeUndefined();
});

test('a new code takes the old PIN and the lock away', async () => {
  await using rt = await makeDesk();
  const id = await addRelative(rt);
  await givePin(rt, advisor, id);
  await rt.db.client.execute('update pins set locked_at = 1, attempts = 5');

  await givePinCode(rt, advisor, id, 'voice');

  expect((await showRelative(rt, advisor, id, 'direct')).pin).toMatchObject({ has: false, locked: false });
});

test('a reader gives none, and nobody gives one to somebody who does not exist', async () => {
  await using rt = await makeDesk();
  const id = await addRelative(rt);
  await expect(givePin(rt, reader, id)).rejects.toThrow('forbidden');
  await expect(givePinCode(rt, reader, id, 'paper')).rejects.toThrow('forbidden');
  await expect(givePin(rt, advisor, 'nobody')).rejects.toThrow('not-found');
});

test('digits are never all alike or a row, and codes hold no sign that looks like another', () => {
  const random = fc
    .uint8Array({ minLength: 16, maxLength: 16 })
    .map((b) => Buffer.from(b).toString('base64url'));
  fc.assert(
    fc.property(random, (bits) => {
      const digits = digitsFrom(bits);
      if (digits !== undefined) expect(digits).toMatch(/^(?!(\d)\1{5})\d{6}$/);
      expect(codeFrom(bits)).toMatch(/^K-[2-9A-HJ-NP-Z]{6}$/);
    }),
  );
});

test.each([
  [0n, undefined],
  [123456n, undefined],
  [654321n, undefined],
  [111111n, undefined],
  [42n, '000042'],
  [135790n, '135790'],
])('the number %s gives %s', (number, digits) => {
  const bits = Buffer.from(number.toString(16).padStart(32, '0'), 'hex').toString('base64url');
  expect(digitsFrom(bits)).toBe(digits);
});
