import { signUps } from '../../store/events/attend.ts';
import { listPublicEvents } from '../../store/events/event-lists.ts';
import { blindIndex, seal } from '../../store/seal.ts';
import { AppError, type ErrorCode } from '../app-error.ts';
import { limitTries } from '../limit-tries.ts';
import { formatNumber, readNumber } from '../phone-number.ts';
import { ledgerRow } from '../record-ledger.ts';
import { looksLikeCpr } from '../relatives/looks-like-cpr.ts';
import type { Runtime } from '../runtime.ts';
import { mostGuests } from './most-guests.ts';

/** What the public page sends; `yes` is that the name and number may be kept for this arrangement, `address` whence it came. */
export type PublicSignUp = {
  eventId?: string;
  name: string;
  number: string;
  guests: string;
  yes: string;
  address: string;
};

/** In a quarter of an hour: one address, one number, one arrangement, and all together. */
const MOST = { address: 10, number: 6, event: 120, everybody: 600 };
const MOST_NAME = 80;

export type PublicField = 'name' | 'number' | 'guests' | 'yes';
export type PublicProblem = { field: PublicField; code: ErrorCode };
type Typed = Omit<PublicSignUp, 'address' | 'eventId'>;

function nameProblem(name: string): ErrorCode | undefined {
  if (name === '') return 'field-missing';
  if (name.length > MOST_NAME) return 'text-too-long';
  return looksLikeCpr(name) ? 'cpr-typed' : undefined;
}

function numberProblem(number: string, countries: readonly string[]): ErrorCode | undefined {
  if (number.trim() === '') return 'field-missing';
  try {
    readNumber(number, countries);
    return undefined;
  } catch (error) {
    if (looksLikeCpr(number)) return 'cpr-typed';
    return error instanceof AppError ? error.code : 'number-unreadable';
  }
}

const guestsOf = ({ guests }: Typed): number => (guests.trim() === '' ? 0 : Number(guests));

/** Everything that is wrong with a form, at most one problem a field. */
export function checkPublicSignUp(rt: Runtime, form: Typed, most: number): PublicProblem[] {
  const guests = guestsOf(form);
  const areGuests = Number.isInteger(guests) && guests >= 0 && guests <= most;
  const found: Record<PublicField, ErrorCode | undefined> = {
    name: nameProblem(form.name.trim()),
    number: numberProblem(form.number, rt.config.countries),
    guests: areGuests ? undefined : 'field-unreadable',
    yes: form.yes === 'yes' ? undefined : 'yes-missing',
  };
  return (['name', 'number', 'guests', 'yes'] as const).flatMap((field) =>
    found[field] ? [{ field, code: found[field] }] : [],
  );
}

async function checked(rt: Runtime, form: PublicSignUp, most: number) {
  const [problem] = checkPublicSignUp(rt, form, most);
  if (problem) throw new AppError(problem.code, problem.field);
  const { e164 } = readNumber(form.number, rt.config.countries);
  await limitTries(rt, [{ what: 'event.number', who: e164, most: MOST.number }]);
  return { name: form.name.trim(), guests: guestsOf(form), e164 };
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
  const { name, guests, e164 } = await checked(rt, form, mostGuests(event));
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
  return isFree && event.waiting === event.tooLarge ? 'yes' : 'waiting';
}
