import { changeRelativeNumber } from '../../store/number-changes.ts';
import { newNumber } from '../../store/numbers.ts';
import { findRelativeDetails } from '../../store/relative-details.ts';
import { AppError } from '../app-error.ts';
import { recordLedger } from '../record-ledger.ts';
import type { Runtime } from '../runtime.ts';
import { numberOf } from './check-relative.ts';
import { looksLikeCpr } from './looks-like-cpr.ts';
import { CHANNELS } from './relative-choices.ts';
import { requireRight, type Staff } from './staff.ts';

/** The new number as the form sends it; see `RelativeForm` for `phone` and `shared`. */
export type NumberForm = { number: string; phone: string; channel: string; shared: string };

/**
 * Gives a relative another number; what has not left follows to it, what STOP said on either number stays with that number.
 * Throws `not-found`, `cpr-typed`, `already-done` for the same number, `number-taken`, and what `readNumber` throws.
 */
export async function changeNumber(rt: Runtime, staff: Staff, id: string, form: NumberForm): Promise<void> {
  requireRight(staff, 'care');
  const details = await findRelativeDetails(rt.db, id);
  if (!details) throw new AppError('not-found');
  if (looksLikeCpr(form.number)) throw new AppError('cpr-typed', 'number');
  if (!CHANNELS.some((channel) => channel === form.channel))
    throw new AppError('field-unreadable', 'channel');
  const read = numberOf(form, rt.config.countries);
  if (!read) throw new AppError('field-missing', 'number');
  const number = newNumber(rt.db.keys, read.e164, rt.now(), read.landline);
  if (number.id === details.number?.id) throw new AppError('already-done', 'number');
  const outcome = await rt.db.lane.put(changeRelativeNumber, {
    relativeId: id,
    number,
    shared: form.shared === 'yes',
    channel: read.landline && form.channel === 'sms' ? 'ring' : form.channel,
  });
  if (outcome === 'taken') throw new AppError('number-taken', 'number');
  await recordLedger(rt, { kind: 'relative.number-changed', actor: staff.id, relativeId: id });
  rt.bell.ring({ job: 'dispatch-sender', sender: 'name' });
  rt.bell.ring({ job: 'dispatch-sender', sender: 'number' });
}
