import type { Posted } from '../../gateways/gateway.ts';
import type { Runtime } from '../runtime.ts';
import type { PostOutcome } from '../watching/metrics.ts';
import type { Result } from './post-message.ts';

type SenderName = 'name' | 'number';

/** Refusals that say something about the provider or our account with it, not about one message. */
const OF_THE_PROVIDER: ReadonlySet<string> = new Set(['temporary', 'configuration', 'credit']);

/** Keeps count of the posts in a row that the provider could not take; one that never left tells nothing. */
export function noteAnswer(rt: Pick<Runtime, 'trouble'>, posted: Posted): void {
  if (posted.outcome === 'untried') return;
  const isTrouble =
    posted.outcome === 'unknown' || (posted.outcome === 'refused' && OF_THE_PROVIDER.has(posted.reason));
  rt.trouble.inARow = isTrouble ? rt.trouble.inARow + 1 : 0;
}

const outcomeOf = ({ status, untried }: Result): PostOutcome => {
  if (untried) return 'untried';
  return status === 'due' ? 'put-off' : status === 'sent' ? 'accepted' : status;
};

/** Counts what came of one claimed message, and its segments when it was taken. */
export function noteResult(rt: Runtime, sender: SenderName, result: Result, segments: number): void {
  const outcome = outcomeOf(result);
  rt.metrics.count('messages', { sender, outcome });
  if (outcome === 'accepted') rt.metrics.count('segments', { sender }, result.segments ?? segments);
}
