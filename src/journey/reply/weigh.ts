// Turns what a reply is made of into one meaning. Whatever does not fit together is for a person.
import type { Explanation } from './explain.ts';
import type { Kind } from './lexicon/grammar.ts';
import type { Expecting, Reading } from './reading.ts';

const UNCLEAR: Reading = { meaning: 'unclear' };
const BESIDE_EVERYTHING: readonly Kind[] = ['neutral'];
const BESIDE_YES: readonly Kind[] = ['neutral', 'friendly', 'name', 'thanksFor', 'cheer', 'ok', 'yes'];
const BESIDE_OK: readonly Kind[] = ['neutral', 'friendly', 'name', 'cheer', 'ok'];
const BESIDE_NO: readonly Kind[] = ['neutral', 'friendly', 'name', 'thanksFor', 'regret', 'no', 'nay'];
const BESIDE_STOP: readonly Kind[] = ['neutral', 'nay', 'stop'];
const RSVP_MEANING: { [kind in Kind]?: Kind } = {
  signOff: 'no',
  signingOff: 'no',
  regretfulSignOff: 'no',
  signUp: 'yes',
};
const BESIDE_NUMBER: readonly Kind[] = ['neutral'];

/** Gives the one meaning all explanations with a meaning agree on. */
export function weigh(
  explanations: readonly Explanation[],
  expecting: Expecting,
  question: boolean,
): Reading {
  const readings = explanations
    .map((explanation) => weighOne(settle(explanation, expecting), expecting, question))
    .filter(({ meaning }) => meaning !== 'unclear');
  const [first = UNCLEAR] = readings;
  const agreed = readings.every(({ meaning, also }) => meaning === first.meaning && also === first.also);
  return agreed ? first : UNCLEAR;
}

/** Signing off is a no, and signing up a yes, only where an invitation waits; elsewhere signing off can be a stop. */
function settle(explanation: Explanation, expecting: Expecting): Explanation {
  return new Set(
    [...explanation].map((kind): Kind => {
      if (expecting === 'rsvp') return RSVP_MEANING[kind] ?? kind;
      const isStop = kind === 'signOff' || (kind === 'signingOff' && expecting === 'nothing');
      return isStop ? 'stop' : kind;
    }),
  );
}

function weighOne(kinds: Explanation, expecting: Expecting, question: boolean): Reading {
  const only = (core: Kind, beside: readonly Kind[]): boolean =>
    kinds.has(core) && [...kinds].every((kind) => kind === core || beside.includes(kind));
  if (only('help', BESIDE_EVERYTHING)) return { meaning: 'help' };
  if (only('place', BESIDE_EVERYTHING)) return { meaning: 'place' };
  if (question) return UNCLEAR;
  if (only('wrongNumber', BESIDE_STOP)) {
    return kinds.has('stop') ? { meaning: 'wrongNumber', also: 'stop' } : { meaning: 'wrongNumber' };
  }
  if (only('stop', BESIDE_STOP)) return { meaning: 'stop' };
  if (expecting === 'nothing') return UNCLEAR;
  if (only('yes', BESIDE_YES) || only('ok', BESIDE_OK) || only('one', BESIDE_NUMBER))
    return { meaning: 'yes' };
  if (only('no', BESIDE_NO) || only('nay', BESIDE_NO) || only('two', BESIDE_NUMBER)) return { meaning: 'no' };
  return UNCLEAR;
}
