import { isAnchorValue, isoDate } from '../../journey/time/format.ts';
import { CONSENT_WITHDRAWN, noteCircles } from '../../store/journeys/settlements.ts';
import { AppError } from '../app-error.ts';
import { endInddragelse } from '../journeys/end-inddragelse.ts';
import { ledgerRow } from '../record-ledger.ts';
import type { Runtime } from '../runtime.ts';
import { requireSight, type Staff } from '../staff/staff.ts';

/** "Hver for sig", and the day (ISO date, or empty for none) on which it was checked that the resident agrees; `seen` is what stood there when the form was shown. */
export type CircleNoteForm = { apart: boolean; consentCheckedOn: string; seen?: string };

/**
 * Notes what staff know of a circle. A consent that was there and is emptied is withdrawn, as by `withdrawCircleConsent`: it
 * is noted as that, and journeys of the track inddragelse end. Throws `not-found`, `date-unreadable` for no date or one that is to come, and `changed-meanwhile`.
 */
export async function noteCircle(rt: Runtime, staff: Staff, id: string, form: CircleNoteForm): Promise<void> {
  await requireSight(rt, staff, 'care', 'circle', id);
  const date = form.consentCheckedOn.trim();
  const isPast = date.length === 10 && isAnchorValue(date) && date <= isoDate(rt.now());
  if (date !== '' && !isPast) throw new AppError('date-unreadable', 'consentCheckedOn');
  const note = { apart: form.apart, consentCheckedOn: date === '' ? null : date };
  const about = { actor: staff.id, subject: id };
  const ledger = [ledgerRow(rt, { kind: 'circle.noted', ...about, body: note })];
  if (date === '') ledger.push(ledgerRow(rt, { kind: CONSENT_WITHDRAWN, ...about }));
  const seen = form.seen ? { seen: form.seen } : {};
  if (!(await rt.db.lane.put(noteCircles, { id, ...note, ...seen, ledger })))
    throw new AppError('changed-meanwhile');
  if (date === '') await endInddragelse(rt, id, staff.id);
}
