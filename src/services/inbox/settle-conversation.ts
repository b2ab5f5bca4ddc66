import { type Settled, settleConversation } from '../../store/talks/settle.ts';
import { countSaid, listWaitingIn, readThread } from '../../store/talks/thread.ts';
import { AppError } from '../app-error.ts';
import { ledgerRow } from '../record-ledger.ts';
import type { Runtime } from '../runtime.ts';
import type { Staff } from '../staff/staff.ts';
import { requireConversation } from './find-conversation.ts';
import { openThread } from './said.ts';

/**
 * Puts a conversation away: nothing in it needs an answer. `seen` is how much had been said when the page was shown.
 * Throws `not-found`, `already-done`, `conversation-moved` when something came that was not seen.
 */
export async function closeConversation(rt: Runtime, staff: Staff, id: string, seen: number): Promise<void> {
  const party = await requireConversation(rt, staff, 'care', id);
  const waiting = await listWaitingIn(rt.db, party);
  const at = rt.now();
  if (waiting.length === 0) throw new AppError('already-done');
  const closing: Settled = {
    party,
    seen,
    from: 'waiting',
    ids: waiting.map((one) => one.id),
    at,
    by: staff.id,
    ledger: waiting.map((one) => ({
      about: one.id,
      row: ledgerRow(rt, {
        kind: 'reply.closed',
        actor: staff.id,
        ...(party.relativeId ? { relativeId: party.relativeId } : {}),
        subject: one.id,
        body: { waitedMs: Math.max(0, at - one.at) },
      }),
    })),
  };
  if (await rt.db.lane.put(settleConversation, closing)) return;
  throw new AppError((await countSaid(rt.db, party)) === seen ? 'already-done' : 'conversation-moved');
}

const NEWEST = 20;

/** Lets the newest message of the other side wait for a person again. Throws `not-found`, `already-done` when it does, or there is none. */
export async function reopenConversation(rt: Runtime, staff: Staff, id: string): Promise<void> {
  const party = await requireConversation(rt, staff, 'care', id);
  const seen = await countSaid(rt.db, party);
  const said = openThread(rt, await readThread(rt.db, party, NEWEST), NEWEST);
  const last = said.findLast(({ from }) => from === 'relative');
  if (!last) throw new AppError('already-done');
  const row = ledgerRow(rt, {
    kind: 'reply.reopened',
    actor: staff.id,
    ...(party.relativeId ? { relativeId: party.relativeId } : {}),
    subject: last.id,
  });
  const opening: Settled = {
    party,
    seen,
    from: 'settled',
    ids: [last.id],
    at: rt.now(),
    by: staff.id,
    ledger: [{ row, about: last.id }],
  };
  if (!(await rt.db.lane.put(settleConversation, opening))) throw new AppError('already-done');
}
