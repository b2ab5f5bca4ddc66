import { expect, it } from 'vitest';
import { describeKeywordHandling } from '../../../src/gateways/twilio/keyword-handling.ts';

it('says in one line who answers the words on the phone', () => {
  const off = describeKeywordHandling('off');
  const mirrored = describeKeywordHandling('mirrored');

  expect(off).toContain('Limen alone');
  expect(mirrored).toContain('21610');
  expect([off, mirrored].join('')).not.toContain('\n');
});
