// When an SMS that staff write by hand leaves: in the send window and the relative's hours, or at once as an answer to one that just came.
import { messageHours } from '../../journey/engine/message-hours.ts';
import { isOpen } from '../../journey/time/window.ts';
import { ANSWER_WITHIN_MS } from '../../store/messages/claims.ts';
import { findRelativeDetails } from '../../store/people/relative-details.ts';
import type { Party } from '../../store/talks/parties.ts';
import { hasWrittenSince } from '../../store/talks/thread.ts';
import { getOrganisation } from '../organisation.ts';
import type { Hours } from '../relatives/move-hours.ts';
import type { Runtime } from '../runtime.ts';

/** What is left of the time for an answer when it is written: the SMS must be on its way before that is over. */
const TO_SPARE_MS = 60_000;

/** When it leaves (UTC ms) and why then; `wished` are the relative's hours where they make it wait. */
export type Leaves = {
  at: number;
  why: 'now' | 'answer' | 'window' | 'hours';
  wished?: Hours;
};

/** The same as a message carries it. */
export type LeavesRow = { lane: number; dueAt: number; hoursFrom: number | null; hoursTo: number | null };

/** The hours a relative wishes; undefined where there are none, or nobody is known. */
export async function hoursOfRelative(rt: Runtime, relativeId: string | null): Promise<Hours> {
  const relative = relativeId ? (await findRelativeDetails(rt.db, relativeId))?.relative : undefined;
  if (!relative || relative.hoursFrom === null || relative.hoursTo === null) return undefined;
  return { from: relative.hoursFrom, to: relative.hoursTo };
}

/** When an SMS written now in this conversation leaves, and what its message carries so that it does. */
export async function whenLeaves(rt: Runtime, party: Party): Promise<{ leaves: Leaves; row: LeavesRow }> {
  const now = rt.now();
  const [{ window }, wished] = await Promise.all([
    getOrganisation(rt),
    hoursOfRelative(rt, party.relativeId),
  ]);
  const { dueAt, hours } = messageHours(window, wished, now, undefined);
  const wishes = { hoursFrom: hours?.from ?? null, hoursTo: hours?.to ?? null };
  const row = { lane: 1, dueAt, ...wishes };
  if (dueAt <= now) return { leaves: { at: now, why: 'now' }, row };
  const since = now - ANSWER_WITHIN_MS + TO_SPARE_MS;
  if (party.numberId && (await hasWrittenSince(rt.db, party.numberId, since)))
    return {
      leaves: { at: now, why: 'answer' },
      row: { lane: 0, dueAt: now, ...wishes },
    };
  const isTheirs = hours !== undefined && isOpen(window, now);
  return {
    leaves: { at: dueAt, why: isTheirs ? 'hours' : 'window', ...(hours ? { wished: hours } : {}) },
    row,
  };
}
