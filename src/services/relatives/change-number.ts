import type { TelephoneKind } from '../../store/people/new-relatives.ts';
import { changeRelativeNumber, numberSeen } from '../../store/people/number-changes.ts';
import { findNumber, type NumberRow, newNumber } from '../../store/people/numbers.ts';
import { findRelativeDetails } from '../../store/people/relative-details.ts';
import { AppError } from '../app-error.ts';
import { getOrganisation } from '../organisation.ts';
import { ledgerRow } from '../record-ledger.ts';
import type { Runtime } from '../runtime.ts';
import { houseNotice } from '../sending/say-from-house.ts';
import { requireSight, type Staff } from '../staff/staff.ts';
import { numberOf } from './check-relative.ts';
import { looksLikeCpr } from './looks-like-cpr.ts';
import { CHANNELS } from './relative-choices.ts';

/** The new number as the form sends it; see `RelativeForm` for `phone` and `shared`. `seen` is what stood there when the form was shown. */
export type NumberForm = { number: string; phone: string; channel: string; shared: string; seen?: string };

/** What changed: the number itself, or only how we reach the relative on it. */
export type NumberChanged = { changed: 'number' | 'contact' };

/** The number of a checked form, and whether it is a landline: what staff say counts before what is known, and that before what the number tells. */
async function readChange(rt: Runtime, form: NumberForm, before: NumberRow | null) {
  if (looksLikeCpr(form.number)) throw new AppError('cpr-typed', 'number');
  if (!CHANNELS.some((channel) => channel === form.channel))
    throw new AppError('field-unreadable', 'channel');
  const read = numberOf(form, rt.config.countries);
  if (!read) throw new AppError('field-missing', 'number');
  const number = newNumber(rt.db.keys, read.e164, rt.now(), read.landline);
  const isSame = number.id === before?.id;
  const isSaid = isSame || form.phone !== 'auto' || read.landline;
  const landline = isSaid ? read.landline : (await findNumber(rt.db, number.id))?.landline === 1;
  const kind: TelephoneKind = landline ? 'landline' : 'mobile';
  const channel = landline && form.channel === 'sms' ? 'ring' : form.channel;
  return { number, isSame, kind, channel };
}

/** The number that is left is told that it was (security), in words that say nothing of whom or what it is about. */
async function noticeTo(
  rt: Runtime,
  staff: Staff,
  numberId: string,
  about: { id: string; language: string; hoursFrom: number | null; hoursTo: number | null },
) {
  const { language, hoursFrom, hoursTo } = about;
  const hours = hoursFrom === null || hoursTo === null ? undefined : { from: hoursFrom, to: hoursTo };
  const order = { numberId, key: 'number-changed', language, by: staff.id, hours } as const;
  const message = houseNotice(rt, await getOrganisation(rt), order);
  const entry = { kind: 'number.told', actor: staff.id, relativeId: about.id, subject: message.id };
  return { message, entry: ledgerRow(rt, entry) };
}

/**
 * Gives a relative another number or another channel; what has not left follows, what STOP said on a number stays with
 * it, and the number that is left is told by SMS, unless the relative is only called.
 * Throws `not-found`, `changed-meanwhile` when another changed it since it was seen, `cpr-typed`, `already-done` when nothing is changed, `number-taken`, and what `readNumber` throws.
 */
export async function changeNumber(
  rt: Runtime,
  staff: Staff,
  id: string,
  form: NumberForm,
): Promise<NumberChanged> {
  await requireSight(rt, staff, 'care', 'relative', id);
  const details = await findRelativeDetails(rt.db, id);
  if (!details) throw new AppError('not-found');
  const { relative, number: before } = details;
  const seen = form.seen || undefined;
  if (seen !== undefined && seen !== numberSeen(relative, before)) throw new AppError('changed-meanwhile');
  const { number, isSame, kind, ...read } = await readChange(rt, form, before);
  const isOnlyCalled = relative.onlyCall === 1;
  const channel = isOnlyCalled ? 'ring' : read.channel;
  const wasShared = isSame && before?.shared === 1;
  const shared = wasShared || form.shared === 'yes';
  const isAlike = channel === relative.channel && kind === (before?.landline === 1 ? 'landline' : 'mobile');
  if (isSame && shared === wasShared && isAlike) throw new AppError('already-done', 'number');
  const changed = isSame ? 'contact' : 'number';
  const body = { changed, channel };
  const entry = ledgerRow(rt, {
    kind: 'relative.number-changed',
    actor: staff.id,
    relativeId: id,
    body,
  });
  const change = {
    relativeId: id,
    number,
    shared,
    channel,
    kind,
    ...(seen === undefined ? {} : { seen }),
    ...(before && !isSame && !isOnlyCalled ? { notice: await noticeTo(rt, staff, before.id, relative) } : {}),
    ledger: [entry],
  };
  const outcome = await rt.db.lane.put(changeRelativeNumber, change);
  if (outcome === 'changed') throw new AppError('changed-meanwhile');
  if (outcome === 'taken') throw new AppError('number-taken', 'number');
  rt.bell.ring({ job: 'dispatch-sender', sender: 'name' });
  rt.bell.ring({ job: 'dispatch-sender', sender: 'number' });
  return { changed };
}
