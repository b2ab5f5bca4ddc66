import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitLinks } from '../../../src/web/phone/sms-text.tsx';

const own = 'https://limen.test';
const linksIn = (text: string) =>
  splitLinks(text, own)
    .filter((part) => part.isLink)
    .map((part) => part.text);

test.each([
  [
    'Hej. Du har en besked: https://limen.test/i/abc_DEF-1 Kan ikke besvares.',
    ['https://limen.test/i/abc_DEF-1'],
  ],
  ['Læs her: https://limen.test/i/abc.', ['https://limen.test/i/abc']],
  ['https://limen.test/i/a\nhttps://limen.test/i/b', ['https://limen.test/i/a', 'https://limen.test/i/b']],
  ['https://limen.test.evil.dk/i/a', []],
  ['https://limen.testi/a', []],
  ['http://limen.test/i/a', []],
  ['javascript:alert(1)//https://limen.test/i/a', []],
  ['https://evil.dk/?https://limen.test/i/a', []],
  ['ingen adresse', []],
])('%j holds the links %j', (text, links) => {
  expect(linksIn(text)).toEqual(links);
});

test('no text is lost or changed, and every link is on our own site', () => {
  const piece = fc.oneof(
    fc.string(),
    fc.constantFrom(' ', '\n', `${own}/i/x`, own, `${own}/`, '.', 'https://a.dk/'),
  );
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const text = pieces.join('');
      const parts = splitLinks(text, own);
      expect(parts.map((part) => part.text).join('')).toBe(text);
      for (const part of parts) if (part.isLink) expect(new URL(part.text).origin).toBe(own);
    }),
  );
});
