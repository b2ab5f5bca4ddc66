import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskCpr } from '../../../src/journey/reply/mask-cpr.ts';

const MASK = 'xxxxxx-xxxx';
const two = (value: number): string => String(value).padStart(2, '0');

/** Made-up numbers: a date of birth and a serial number of zeroes. */
const cprParts = fc
  .record({
    day: fc.integer({ min: 1, max: 28 }),
    month: fc.integer({ min: 1, max: 12 }),
    year: fc.integer({ min: 0, max: 99 }),
    serial: fc.integer({ min: 0, max: 9 }),
    replacement: fc.boolean(),
  })
  .map(({ day, month, year, serial, replacement }) => ({
    day: two(replacement ? day + 60 : day),
    month: two(month),
    year: two(year),
    serial: `000${serial}`,
  }));

const words = fc.constantFrom(
  '',
  'Mit nr er ',
  'cpr: ',
  'kl. 14 ',
  'Tlf 20000001 ',
  'den 5. ',
  'cpr',
  '(',
  'æøå 👍 ',
);

describe('CPR numbers in a reply', () => {
  it('are masked with and without hyphen and spaces, whatever stands around them', () => {
    fc.assert(
      fc.property(
        cprParts,
        fc.constantFrom('', '-', ' ', ' - ', '– ', '\u2011', '  '),
        words,
        fc.constantFrom('', '.', ' tak', 'x', '\nMvh'),
        (cpr, separator, before, after) => {
          const number = `${cpr.day}${cpr.month}${cpr.year}${separator}${cpr.serial}`;
          expect(maskCpr(before + number + after)).toEqual({ text: before + MASK + after, masked: true });
        },
      ),
    );
  });

  it.each([
    '01.01.50-0000',
    '01-01-50-0000',
    '01 01 50 0000',
    '01/01/50-0000',
    '01.01.1950-0000',
    '01011950-0000',
    '010119500000',
    '０１０１５０－００００',
    '٠١٠١٥٠-٠٠٠٠',
    '0101\u200b50-00\u200d00',
    '290204-0000',
    '610150-0000',
    '010150\n0000',
    '01.01.50.0000',
    '01.01.1950 - 0000',
  ])('are masked when written %j', (number) => {
    expect(maskCpr(`Hej ${number} tak`)).toEqual({ text: `Hej ${MASK} tak`, masked: true });
  });

  it('are all masked when there are several', () => {
    expect(maskCpr('010150-0000 01 01 50 0000 02 02 50 0000').text).toBe(`${MASK} ${MASK} ${MASK}`);
    expect(maskCpr('010150-0000 og 020251 0001, 0303520002').text).toBe(`${MASK} og ${MASK}, ${MASK}`);
  });

  it.each([
    '20000001',
    '20 00 00 01',
    '2000 0001',
    '+4520000001',
    '+45 20 00 00 01',
    '0045 20000001',
    '004520000001',
    '45 20000001',
    '4520000001',
    '12 10 15 12',
    '12101512',
    '12101512 og 12101513',
    '12 10 15 12 13 10 15 12',
    '22 12 10 30 1400',
    '+10 101 00000',
    '+1010100000',
    'kl. 14.00',
    '01-02-2027',
    '01.02.27',
    'den 01.02.2027 kl. 14.00',
    '2027-02-01T14:00',
    '1. februar 2027 1400',
    'kl 1400-1600 den 5.',
    'den 01.02.27 1400',
    'den 01.02.2027 1400',
    'konto 1234 0101500000123',
    '0101500000123',
    '320150-0000',
    '011350-0000',
    '310250-0000',
    '000000-0000',
    '999999-9999',
    '2200 København N, 20000001',
    '',
  ])('leave %j alone, which is none', (text) => {
    expect(maskCpr(text)).toEqual({ text, masked: false });
  });

  it('leave Danish phone numbers alone, however they are written', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 20_000_000, max: 99_999_999 }),
        fc.constantFrom('', '+45', '+45 ', '0045', '0045 ', '45 '),
        fc.constantFrom(2, 4, 8),
        fc.constantFrom('', ' og 20000001', ' tak', ', kl. 14', ' kl 1400'),
        (number, prefix, size, after) => {
          const grouped =
            String(number)
              .match(new RegExp(`\\d{${size}}`, 'g'))
              ?.join(' ') ?? '';
          const text = `Ring ${prefix}${grouped}${after}`;
          expect(maskCpr(text)).toEqual({ text, masked: false });
        },
      ),
    );
  });

  it('leave dates and times alone', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }),
        fc.constantFrom('-', '.', '/', ' '),
        fc.constantFrom('', ' kl. 14.00', ' kl 14', ' 14:00'),
        (date, separator, time) => {
          const [year, month, day] = date.toISOString().slice(0, 10).split('-');
          for (const written of [
            `${day}${separator}${month}${separator}${year}`,
            `${year}${separator}${month}${separator}${day}`,
          ]) {
            expect(maskCpr(`Den ${written}${time}`).masked).toBe(false);
          }
        },
      ),
    );
  });

  it('are masked once: masking again changes nothing', () => {
    const messy = fc.array(
      fc.constantFrom('010150', '0000', '-', ' ', '1', '20000001', '.', '+', 'x', 'ja'),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          messy.map((parts) => parts.join('')),
        ),
        (text) => {
          const once = maskCpr(text).text;
          expect(maskCpr(once)).toEqual({ text: once, masked: false });
        },
      ),
    );
  });

  it('are looked for in linear time in long texts made to be slow', () => {
    for (const unit of ['0', '01', '01 ', '0101', '01-', '010150 ', ' ', '010150-']) {
      const text = unit.repeat(50_000);
      const started = process.cpuUsage().user;
      maskCpr(text);
      expect(process.cpuUsage().user - started).toBeLessThan(1_000_000);
    }
  });
});
