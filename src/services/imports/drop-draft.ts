import { dropImports } from '../../store/people/imports.ts';
import { recordLedger } from '../record-ledger.ts';
import type { Runtime } from '../runtime.ts';
import type { Staff } from '../staff/staff.ts';
import { findDraft } from './draft.ts';

/** Throws a draft away before its time; one that is being written stays. Throws `not-found`. */
export async function dropDraft(rt: Runtime, staff: Staff, id: string): Promise<void> {
  await findDraft(rt, staff, id);
  await rt.db.lane.put(dropImports, { id, staffId: staff.id });
  await recordLedger(rt, { kind: 'import.dropped', actor: staff.id, subject: id });
}
