import { describe, expect, it } from 'vitest';
import { nearest } from '../../../src/journey/flow/nearest.ts';

const WORDS = ['invite', 'say', 'ask', 'wait', 'branch', 'alert', 'end', 'støtte', 'indflytning'];

describe('what was probably meant', () => {
  it.each([
    ['invit', 'invite'],
    ['sya', 'say'],
    ['Say', 'say'],
    ['wiat', 'wait'],
    ['brnach', 'branch'],
    ['stotte', 'støtte'],
    ['stoette', 'støtte'],
    ['STØTTE', 'støtte'],
    ['inflytningen', 'indflytning'],
    ['x', undefined],
    ['', undefined],
    ['hils', undefined],
    ['noget helt andet', undefined],
    ['a'.repeat(10_000), undefined],
  ])('by "%s"', (typed, meant) => {
    expect(nearest(typed, WORDS)).toBe(meant);
  });
});
