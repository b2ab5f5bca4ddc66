import { listConsentEntries } from '../../store/people/consents.ts';
import { findRelativeDetails } from '../../store/people/relative-details.ts';
import { AppError } from '../app-error.ts';
import { getOrganisation } from '../organisation.ts';
import { recordLedger } from '../record-ledger.ts';
import type { Runtime } from '../runtime.ts';
import { requireSight, type Staff } from '../staff/staff.ts';
import { yesHeard } from './yes-heard.ts';

/**
 * Notes that a relative has said yes to SMS, with the words that were read aloud. One whose last word was a yes keeps it as it
 * is. Throws `forbidden`, `not-found`, and `stopped` for a number that has said STOP: only START from the phone lifts that.
 */
export async function noteConsent(rt: Runtime, staff: Staff, relativeId: string): Promise<void> {
  await requireSight(rt, staff, 'care', 'relative', relativeId);
  const details = await findRelativeDetails(rt.db, relativeId);
  if (!details) throw new AppError('not-found');
  if (details.number?.stoppedAt) throw new AppError('stopped');
  const said = await listConsentEntries(rt.db, relativeId);
  if (said.at(-1)?.kind === 'consent.given') return;
  const body = yesHeard(await getOrganisation(rt), details.relative.language);
  await recordLedger(rt, { kind: 'consent.given', actor: staff.id, relativeId, purpose: 'sms', body });
}
