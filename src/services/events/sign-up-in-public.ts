import { signUps } from '../../store/events/attend.ts';
import { listPublicEvents } from '../../store/events/event-lists.ts';
import { blindIndex, seal } from '../../store/seal.ts';
import { AppError } from '../app-error.ts';
import { limitTries } from '../limit-tries.ts';
import { formatNumber, readNumber } from '../phone-number.ts';
import { ledgerRow } from '../record-ledger.ts';
import { looksLikeCpr } from '../relatives/looks-like-cpr.ts';
import type { Runtime } from '../runtime.ts';

/** What the public page sends; `yes` is that the name and number may be kept for this arrangement, `address` whence it came. */
export type PublicSignUp = {
  eventId?: string;
  name: string;
  number: string;
  guests: string;
  yes: string;
  address: string;
};

/** In a quarter of an hour: one address, one arrangement, and all together. */
const MOST = { address: 10, event: 120, everybody: 600 };
const MOST_NAME = 80;

function checked(rt: Runtime, form: PublicSignUp, mostGuests: number) {
  const name = form.name.trim();
  if (name === '') throw new AppError('field-missing', 'name');
  if (name.length > MOST_NAME) throw new AppError('text-too-long', 'name');
  if (looksLikeCpr(name)) throw new AppError('cpr-typed', 'name');
  const guests = form.guests.trim() === '' ? 0 : Number(form.guests);
  if (!Number.isInteger(guests) || guests < 0 || guests > mostGuests)
    throw new AppError('field-unreadable', 'guests');
  const { e164 } = readNumber(form.number, rt.config.countries);
  if (form.yes !== 'yes') throw new AppError('yes-missing', 'yes');
  return { name, guests, e164 };
}

/**
 * Signs somebody up on the public page, by name and number alone: a number has one place, and whoever gives a number that has
 * one already gets the answer a new one would. Staff see to it that they hear of changes. Throws `too-many` before
 * anything is looked at, `not-found` for what is not public, `sign-up-closed`, and the problems of the form.
 */
export async function signUpInPublic(
  rt: Runtime,
  eventId: string,
  form: PublicSignUp,
): Promise<'yes' | 'waiting'> {
  await limitTries(rt, [
    { what: 'event.address', who: form.address, most: MOST.address },
    { what: 'event.event', who: eventId, most: MOST.event },
    { what: 'event', who: 'everybody', most: MOST.everybody },
  ]);
  const [event] = await listPublicEvents(rt.db, rt.now(), 1, eventId);
  if (!event) throw new AppError('not-found');
  const { name, guests, e164 } = checked(rt, form, event.guests);
  const id = `p.${blindIndex(rt.db.keys, `${eventId} ${e164}`)}`;
  const entry = { kind: 'event.signed-up', actor: 'public', subject: eventId, body: { yes: true } };
  const { seat } = await rt.db.lane.put(signUps, {
    id,
    eventId,
    relativeId: null,
    nameSealed: seal(rt.db.keys, `attendances.name:${id}`, name),
    contactSealed: seal(rt.db.keys, `attendances.contact:${id}`, formatNumber(e164)),
    guests,
    at: rt.now(),
    by: 'public',
    createdBy: 'public',
    ledger: [ledgerRow(rt, entry)],
  });
  if (seat === 'closed') throw new AppError('sign-up-closed');
  if (seat !== 'already') return seat;
  const isFree = event.capacity === null || event.capacity - event.seats > guests;
  return isFree && event.waiting === 0 ? 'yes' : 'waiting';
}
