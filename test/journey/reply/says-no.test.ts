import { expect, test } from 'vitest';
import { saysNo } from '../../../src/journey/reply/says-no.ts';

test.each(['NEJ', 'Nej desværre', 'Kan ikke', 'Afbud'])('%s says no although nobody asked', (text) => {
  expect(saysNo(text)).toBe(true);
});

test.each([
  '2',
  'AFMELD',
  'STOP',
  'Ja',
  'Nej?',
  'Nej, men min søster kommer',
  'Min mor kan ikke stoppe med at græde',
])('%s is no such no', (text) => {
  expect(saysNo(text)).toBe(false);
});
