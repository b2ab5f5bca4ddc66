import type { Form } from '../flow/flow.ts';
import { seatOf } from './attend.ts';
import type { NotAsked } from './facts.ts';
import type { Turn } from './turn.ts';

/** Why a questionnaire is not for this relative; undefined when it is. An arrangement is asked about once, and only who can have been there. */
export function whyNotAsked({ state, known }: Turn, { id, about }: Form): NotAsked | undefined {
  if (known.relative.channel === 'brev') return 'letters';
  if (about === undefined) return undefined;
  if (state.answers[id] === 'answered') return 'answered';
  if (seatOf(state, about) !== 'yes') return 'noSeat';
  return known.events?.[about]?.came === false ? 'absent' : undefined;
}
