import { listAppointees } from '../../store/care/appointment-lists.ts';
import type { LedgerRow } from '../../store/ledger.ts';
import { ledgerRow } from '../record-ledger.ts';
import type { Runtime } from '../runtime.ts';
import { type Staff, sightOf } from '../staff/staff.ts';

/** One entry for each relative of an appointment, of what staff did with it. */
export async function changeEntries(
  rt: Runtime,
  staff: Staff,
  id: string,
  kind: string,
): Promise<LedgerRow[]> {
  const appointees = await listAppointees(rt.db, [id], sightOf(staff));
  return appointees.map(({ relativeId }) =>
    ledgerRow(rt, { kind, actor: staff.id, relativeId, subject: id }),
  );
}
