import { describe, expect, it } from 'vitest';
import type { Explanation } from '../../../src/journey/reply/explain.ts';
import type { Kind } from '../../../src/journey/reply/lexicon/grammar.ts';
import { weigh } from '../../../src/journey/reply/weigh.ts';

const made = (...kinds: Kind[]): Explanation => new Set(kinds);

describe('The explanations of a reply', () => {
  it('give their meaning when they agree', () => {
    expect(weigh([made('yes'), made('yes', 'cheer')], 'yesno', false)).toEqual({ meaning: 'yes' });
  });

  it('give a meaning when the others have none', () => {
    expect(weigh([made('yes', 'no'), made('no')], 'yesno', false)).toEqual({ meaning: 'no' });
  });

  it('are for a person when they disagree', () => {
    expect(weigh([made('yes'), made('no')], 'yesno', false)).toEqual({ meaning: 'unclear' });
    expect(weigh([made('wrongNumber', 'stop'), made('wrongNumber')], 'yesno', false)).toEqual({
      meaning: 'unclear',
    });
  });

  it('are for a person when there are none', () => {
    expect(weigh([], 'yesno', false)).toEqual({ meaning: 'unclear' });
  });

  it.each<[Kind[]]>([
    [['yes', 'no']],
    [['yes', 'regret']],
    [['no', 'cheer']],
    [['ok', 'thanksFor']],
    [['ok', 'no']],
    [['cheer']],
    [['regret']],
    [['friendly']],
    [['neutral']],
    [['name']],
    [['yes', 'stop']],
    [['stop', 'friendly']],
    [['stop', 'name']],
    [['stop', 'no']],
    [['one', 'yes']],
    [['two', 'no']],
    [['one', 'two']],
    [['yes', 'place']],
    [['help', 'place']],
  ])('are for a person when made of %j', (kinds) => {
    expect(weigh([made(...kinds)], 'rsvp', false)).toEqual({ meaning: 'unclear' });
  });
});
