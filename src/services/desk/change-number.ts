import { changeRelativeNumber } from '../../store/number-changes.ts';
import { newNumber } from '../../store/numbers.ts';
import { findRelativeDetails } from '../../store/relative-details.ts';
import { AppError } from '../app-error.ts';
import { ledgerRow } from '../record-ledger.ts';
import type { Runtime } from '../runtime.ts';
import { numberOf } from './check-relative.ts';
import { looksLikeCpr } from './looks-like-cpr.ts';
import { CHANNELS } from './relative-choices.ts';
import { requireRight, type Staff } from './staff.ts';

/** The new number as the form sends it; see `RelativeForm` for `phone` and `shared`. */
export type NumberForm = { number: string; phone: string; channel: string; shared: string };

/** What changed: the number itself, or only how we reach the relative on it. */
export type NumberChanged = { changed: 'number' | 'contact' };

/**
 * Gives a relative another number or another channel; what has not left follows, what STOP said on a number stays with it.
 * Throws `not-found`, `cpr-typed`, `already-done` when nothing is changed, `number-taken`, and what `readNumber` throws.
 */
export async function changeNumber(
  rt: Runtime,
  staff: Staff,
  id: string,
  form: NumberForm,
): Promise<NumberChanged> {
  requireRight(staff, 'care');
  const details = await findRelativeDetails(rt.db, id);
  if (!details) throw new AppError('not-found');
  if (looksLikeCpr(form.number)) throw new AppError('cpr-typed', 'number');
  if (!CHANNELS.some((channel) => channel === form.channel))
    throw new AppError('field-unreadable', 'channel');
  const read = numberOf(form, rt.config.countries);
  if (!read) throw new AppError('field-missing', 'number');
  const number = newNumber(rt.db.keys, read.e164, rt.now(), read.landline);
  const channel = read.landline && form.channel === 'sms' ? 'ring' : form.channel;
  const isSame = number.id === details.number?.id;
  const wasShared = isSame && details.number?.shared === 1;
  const shared = wasShared || form.shared === 'yes';
  if (isSame && shared === wasShared && channel === details.relative.channel)
    throw new AppError('already-done', 'number');
  const changed = isSame ? 'contact' : 'number';
  const entry = ledgerRow(rt, {
    kind: 'relative.number-changed',
    actor: staff.id,
    relativeId: id,
    body: { changed, channel },
  });
  const outcome = await rt.db.lane.put(changeRelativeNumber, {
    relativeId: id,
    number,
    shared,
    channel,
    ledger: [entry],
  });
  if (outcome === 'taken') throw new AppError('number-taken', 'number');
  rt.bell.ring({ job: 'dispatch-sender', sender: 'name' });
  rt.bell.ring({ job: 'dispatch-sender', sender: 'number' });
  return { changed };
}
