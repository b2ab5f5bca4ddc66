import { describe, expect, it } from 'vitest';
import { type Candidate, matchCandidates } from '../../src/gateways/match-candidates.ts';

const noon = Date.parse('2027-03-01T12:00:00Z');
const between = { from: noon, to: noon + 5_000 };

function candidate(different: Partial<Candidate> = {}): Candidate {
  return { providerId: 'SM1', text: 'Hej Åse', at: noon, status: 'sent', ...different };
}

describe('a message on the provider’s list', () => {
  it.each([
    ['has the same text and time', {}],
    ['was made a moment before, by the provider’s clock', { at: noon - 30_000 }],
    ['writes its letters in two parts', { text: 'Hej A\u030ase' }],
    ['lost a space at its end', { text: 'Hej Åse ' }],
    ['does not say when it was made', { at: undefined }],
  ])('is the one when it %s', (_, different) => {
    const found = matchCandidates([candidate(different)], 'Hej Åse', between);

    expect(found).toEqual({ outcome: 'found', providerId: 'SM1', status: 'sent' });
  });

  it.each([
    ['has another text', { text: 'Hej Åsa' }],
    ['is from another hour', { at: noon - 3_600_000 }],
    ['came long after', { at: noon + 3_600_000 }],
  ])('is not the one when it %s', (_, different) => {
    expect(matchCandidates([candidate(different)], 'Hej Åse', between)).toEqual({ outcome: 'absent' });
  });

  it('may be the one when the provider no longer keeps its text, so a person decides', () => {
    const emptied = candidate({ text: '' });
    expect(matchCandidates([emptied], 'Hej Åse', between)).toEqual({ outcome: 'doubtful' });
    expect(matchCandidates([emptied, candidate()], 'Hej Åse', between)).toMatchObject({ outcome: 'found' });
    const ofAnotherHour = candidate({ text: '', at: noon - 3_600_000 });
    expect(matchCandidates([ofAnotherHour], 'Hej Åse', between)).toEqual({ outcome: 'absent' });
  });

  it('is doubtful as soon as there are two', () => {
    const two = [candidate(), candidate({ providerId: 'SM2' })];

    expect(matchCandidates(two, 'Hej Åse', between)).toEqual({ outcome: 'doubtful' });
  });
});
