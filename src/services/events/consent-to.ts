import type { LedgerRow } from '../../store/ledger.ts';
import { listConsentEntries } from '../../store/people/consents.ts';
import { findListedRelative } from '../../store/people/relative-lists.ts';
import { ledgerRow } from '../record-ledger.ts';
import type { Runtime } from '../runtime.ts';
import type { Staff } from '../staff/staff.ts';

/** Who is written to has said yes to it: noted where no consent was noted before. */
export async function consentTo(
  rt: Runtime,
  staff: Staff,
  relativeId: string,
  subject: string,
): Promise<LedgerRow[]> {
  const row = await findListedRelative(rt.db, relativeId);
  if (row?.channel !== 'sms') return [];
  const known = await listConsentEntries(rt.db, relativeId);
  if (known.some(({ purpose }) => purpose === 'sms')) return [];
  const body = { how: 'staff', language: row.language };
  const entry = { kind: 'consent.given', actor: staff.id, relativeId, subject, purpose: 'sms', body };
  return [ledgerRow(rt, entry)];
}
