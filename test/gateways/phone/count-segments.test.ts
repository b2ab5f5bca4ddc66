import fc from 'fast-check';
import { SegmentedMessage } from 'sms-segments-calculator';
import { expect, it } from 'vitest';
import { countSegments } from '../../../src/gateways/phone/count-segments.ts';

const letters = [...'abc ÆØÅæøå€{}\n'];

it.each([
  ['letters of the SMS alphabet', letters],
  ['letters outside it', [...letters, '“', 'ś', 'م']],
  ['emoji', [...letters, '🙂', '👍']],
])('counts %s as the library does', (_, alphabet) => {
  const text = fc
    .array(fc.constantFrom(...alphabet), { minLength: 1, maxLength: 500 })
    .map((characters) => characters.join(''));
  fc.assert(
    fc.property(text, (it) => {
      expect(countSegments(it)).toBe(new SegmentedMessage(it).segmentsCount);
    }),
  );
});
