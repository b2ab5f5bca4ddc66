import { unseal } from '../../store/seal.ts';
import { listColleagues as listRows } from '../../store/talks/colleagues.ts';
import { assignConversations } from '../../store/talks/notes.ts';
import type { Party } from '../../store/talks/parties.ts';
import { AppError } from '../app-error.ts';
import { ledgerRow } from '../record-ledger.ts';
import type { Runtime } from '../runtime.ts';
import { mayStaff, ROLES, type Staff } from '../staff/staff.ts';
import { requireConversation } from './find-conversation.ts';

const CARING = ROLES.filter((role) => mayStaff({ role }, 'care'));

/** Who may have a conversation: those who may answer it and have it in sight, by name. */
export async function listColleagues(rt: Runtime, party: Party): Promise<{ id: string; name: string }[]> {
  const rows = await listRows(rt.db, party, CARING);
  return rows
    .map(({ id, nameSealed }) => ({ id, name: unseal(rt.db.keys, `staff.name:${id}`, nameSealed) }))
    .sort((a, b) => a.name.localeCompare(b.name, 'da'));
}

/** Gives a conversation to oneself or a colleague in sight, or to nobody (''). Throws `not-found`, `field-unreadable` for anybody else. */
export async function assignConversation(rt: Runtime, staff: Staff, id: string, to: string): Promise<void> {
  const party = await requireConversation(rt, staff, 'care', id);
  const known =
    to === '' || to === staff.id || (await listColleagues(rt, party)).some((one) => one.id === to);
  if (!known) throw new AppError('field-unreadable', 'hvem');
  const entry = ledgerRow(rt, {
    kind: 'conversation.assigned',
    actor: staff.id,
    ...(party.relativeId ? { relativeId: party.relativeId } : {}),
    subject: party.id,
    body: { to },
  });
  await rt.db.lane.put(assignConversations, { party, to: to || null, at: rt.now(), ledger: [entry] });
}
