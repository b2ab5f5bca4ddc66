import {
  confirmHandOvers,
  findContactRow,
  listContactRelatives,
  listOpenHandOvers,
} from '../../store/care/contacts.ts';
import { AppError } from '../app-error.ts';
import { ledgerRow } from '../record-ledger.ts';
import { openName, openStaffNames, openText } from '../relatives/open-names.ts';
import type { Runtime } from '../runtime.ts';
import { requireRight, requireSight, type Staff, sightOf } from '../staff/staff.ts';
import { instantOf } from './check-contact.ts';
import { HANDED_OVER } from './choices.ts';

/** Somebody was handed over, and whoever received them has not confirmed yet. */
export type HandOver = {
  id: string;
  at: number;
  handedTo: string;
  advisor: string;
  relatives: { id: string; name: string }[];
};

/** Hand-overs nobody has confirmed, the oldest first. */
export async function listHandOvers(rt: Runtime, staff: Staff, most = 50): Promise<HandOver[]> {
  requireRight(staff, 'look');
  const rows = await listOpenHandOvers(rt.db, sightOf(staff), most);
  const [relatives, names] = await Promise.all([
    listContactRelatives(
      rt.db,
      rows.map(({ id }) => id),
      sightOf(staff),
    ),
    openStaffNames(
      rt,
      rows.map(({ advisorId }) => advisorId),
    ),
  ]);
  return rows.map(({ id, at, advisorId, handedToSealed }) => ({
    id,
    at,
    advisor: names.get(advisorId) ?? '',
    handedTo: handedToSealed ? openText(rt, 'contacts.handed_to', id, handedToSealed) : '',
    relatives: relatives.flatMap(({ contactId, relativeId, nameSealed }) => {
      const name = openName(rt, relativeId, nameSealed);
      return contactId === id && name !== undefined ? [{ id: relativeId, name }] : [];
    }),
  }));
}

/**
 * Notes that the receiver has confirmed on a day ("2027-03-01"): then others take over. Throws `date-unreadable`, and
 * `already-done` when that was noted before.
 */
export async function confirmHandOver(rt: Runtime, staff: Staff, id: string, date: string): Promise<void> {
  await requireSight(rt, staff, 'care', 'contact', id);
  const row = await findContactRow(rt.db, id);
  if (!row) throw new AppError('not-found');
  if (row.followUp !== HANDED_OVER || row.confirmedAt !== null) throw new AppError('already-done');
  const at = instantOf(date, rt.now());
  if (at === undefined) throw new AppError('date-unreadable', 'date');
  const relatives = await listContactRelatives(rt.db, [id], sightOf(staff));
  const ledger = relatives.map(({ relativeId }) =>
    ledgerRow(rt, { kind: 'contact.confirmed', actor: staff.id, relativeId, subject: id }),
  );
  const confirmed = await rt.db.lane.put(confirmHandOvers, { id, at, by: staff.id, ledger });
  if (!confirmed) throw new AppError('already-done');
}
