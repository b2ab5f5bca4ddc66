import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isWeakPin, readPin } from '../../../src/services/pages/pin-words.ts';

const sixDigits = fc.integer({ min: 0, max: 999_999 }).map((n) => String(n).padStart(6, '0'));

test('six digits are read with spaces and hyphens anywhere, and nothing else is', () => {
  fc.assert(
    fc.property(sixDigits, fc.constantFrom('', ' ', '-', '  '), (pin, gap) => {
      expect(readPin(` ${[...pin].join(gap)} `)).toBe(pin);
      expect(() => readPin(`${pin}1`)).toThrow('pin-shape');
      expect(() => readPin(pin.slice(1))).toThrow('pin-shape');
    }),
  );
});

test('at most one PIN in twenty is refused as too easy', () => {
  const all = Array.from({ length: 1_000_000 }, (_, n) => String(n).padStart(6, '0'));
  const weak = all.filter(isWeakPin).length;

  expect(weak).toBeGreaterThan(30_000);
  expect(weak).toBeLessThan(50_000);
});
