import { findNumber } from '../../store/people/numbers.ts';
import { findRelativeDetails } from '../../store/people/relative-details.ts';
import type { Party } from '../../store/talks/parties.ts';
import type { Runtime } from '../runtime.ts';

/** How the other side of a conversation is reached: by SMS, or why a person must call instead. */
export type Way = 'sms' | 'stopped' | 'wrong' | 'landline' | 'no-number' | 'only-call';

/** Whether an SMS may be written in this conversation now. */
export async function findWay(rt: Runtime, party: Party): Promise<Way> {
  const details = party.relativeId ? await findRelativeDetails(rt.db, party.relativeId) : undefined;
  if (details?.relative.onlyCall === 1) return 'only-call';
  const number = party.numberId ? await findNumber(rt.db, party.numberId) : undefined;
  if (!number) return 'no-number';
  if (number.stoppedAt !== null) return 'stopped';
  if (number.wrongAt !== null) return 'wrong';
  return number.landline === 1 ? 'landline' : 'sms';
}
