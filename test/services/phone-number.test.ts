import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isLandline, readNumber } from '../../src/services/phone-number.ts';

test.each([
  ['20000001', '+4520000001'],
  ['20 00 00 01', '+4520000001'],
  ['20-00-00-01', '+4520000001'],
  ['+45 20 00 00 01', '+4520000001'],
  ['0045 20000001', '+4520000001'],
  ['(+45) 20 00 00 01', '+4520000001'],
  ['45 20 00 00 01', '+4520000001'],
  ['  20.00.00.01 ', '+4520000001'],
  ['20 00 00 01', '+4520000001'],
  ['+46 70 123 45 67', '+46701234567'],
])('%s is %s', (text, e164) => {
  expect(readNumber(text, ['DK', 'SE']).e164).toBe(e164);
});

test.each([
  ['', 'number-unreadable'],
  ['abc', 'number-unreadable'],
  ['2000000', 'number-unreadable'],
  ['200000011', 'number-unreadable'],
  ['10 00 00 01', 'number-unreadable'],
  ['112', 'number-unreadable'],
  ['80 20 20 20', 'number-unreadable'],
  ['90 20 20 20', 'number-unreadable'],
  ['20 00 00 01 lokal 5', 'number-unreadable'],
  ['٢٠٠٠٠٠٠١', 'number-unreadable'],
  ['+46 70 123 45 67', 'number-country'],
  ['+1 212 555 0123', 'number-country'],
  ['+882 16 1234 5678', 'number-country'],
])('%s is refused as %s where only Denmark is allowed', (text, code) => {
  expect(() => readNumber(text, ['DK'])).toThrow(code);
});

test('a geographic number is a landline, a mobile is none', () => {
  expect(readNumber('38 12 34 56', ['DK']).landline).toBe(true);
  expect(readNumber('+44 20 7946 0958', ['GB']).landline).toBe(true);
  expect(readNumber('20 00 00 01', ['DK']).landline).toBe(false);
  expect(isLandline('+4538123456')).toBe(true);
});

test('however it is written, the same number comes out', () => {
  const separator = fc.constantFrom('', ' ', '-', '.');
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 9999 }),
      fc.constantFrom('', '+45', '+45 ', '0045', '0045 '),
      separator,
      (n, prefix, gap) => {
        const digits = `2000${String(n).padStart(4, '0')}`;
        const written = prefix + digits.replace(/(..)(?=.)/g, `$1${gap}`);
        expect(readNumber(written, ['DK']).e164).toBe(`+45${digits}`);
      },
    ),
  );
});
