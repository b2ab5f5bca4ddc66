import {
  changeGuests,
  type SignedUp,
  seatByHand,
  signOffs,
  signUps,
  toldByStaff,
} from '../../store/events/attend.ts';
import { findAttendance, meetsApart } from '../../store/events/attendance-lists.ts';
import { seal } from '../../store/seal.ts';
import { AppError } from '../app-error.ts';
import { ledgerRow } from '../record-ledger.ts';
import { looksLikeCpr } from '../relatives/looks-like-cpr.ts';
import type { Runtime } from '../runtime.ts';
import { requireSight, type Staff, sightOf } from '../staff/staff.ts';
import { settleEventCalls } from './call-named.ts';
import { consentTo } from './consent-to.ts';
import { mostGuests } from './most-guests.ts';
import { seenEvent } from './own-event.ts';
import { tellEvents } from './tell-events.ts';

/** Somebody staff sign up: a relative, or one known by a name alone (staff, a resident). */
export type SignUpForm = {
  /** Made with the form, so that pressing twice signs up once. */
  id: string;
  relativeId?: string;
  name?: string;
  /** How one known by a name alone is reached; may be empty. */
  contact?: string;
  guests: string;
  /** `yes`: a relative is written to about it; else, and of one known by a name alone, staff see to it. */
  tell: string;
  /** `yes`: staff know that relatives of a circle "hver for sig" will meet. */
  apart: string;
};

const ID = /^[\w.-]{16,60}$/;
const MOST = { name: 80, contact: 120 } as const;

/** Throws `field-unreadable`, and `too-many-guests` for more than each may bring or there will ever be seats for. */
const guestsOf = (text: string, most: number): number => {
  const guests = text.trim() === '' ? 0 : Number(text);
  if (!Number.isInteger(guests) || guests < 0) throw new AppError('field-unreadable', 'guests');
  if (guests > most) throw new AppError('too-many-guests', 'guests');
  return guests;
};

/** Who it is; throws `field-missing`, `text-too-long`, `cpr-typed`, `not-found`, and `field-missing` (apart) for two who must not meet. */
async function personOf(rt: Runtime, staff: Staff, eventId: string, form: SignUpForm) {
  const { id, relativeId } = form;
  if (relativeId) {
    await requireSight(rt, staff, 'care', 'relative', relativeId);
    if (form.apart !== 'yes' && (await meetsApart(rt.db, eventId, relativeId)))
      throw new AppError('field-missing', 'apart');
    return { relativeId, nameSealed: null, contactSealed: null };
  }
  const [name, contact] = [form.name?.trim() ?? '', form.contact?.trim() ?? ''];
  if (name === '') throw new AppError('field-missing', 'name');
  for (const [field, text] of [
    ['name', name],
    ['contact', contact],
  ] as const) {
    if (text.length > MOST[field]) throw new AppError('text-too-long', field);
    if (looksLikeCpr(text)) throw new AppError('cpr-typed', field);
  }
  const sealed = (field: string, text: string): string =>
    seal(rt.db.keys, `attendances.${field}:${id}`, text);
  return {
    relativeId: null,
    nameSealed: sealed('name', name),
    contactSealed: contact === '' ? null : sealed('contact', contact),
  };
}

/**
 * Signs somebody up, also after sign-up has closed: a seat where one is free and nobody waits for it, else a place in the
 * line; so in the lock period, too, where nobody passes the line but whom staff give a seat (`giveSeat`). Relatives are told
 * by their journey. Throws `not-found`, `forbidden`, the problems of the form, `sign-up-closed` when it is not open or over,
 * and `already-done` for who has a seat or stands in line: nothing changes then, guests neither (`setGuests`).
 */
export async function signUp(
  rt: Runtime,
  staff: Staff,
  eventId: string,
  form: SignUpForm,
): Promise<{ seat: 'yes' | 'waiting'; attendanceId: string }> {
  const { row } = await seenEvent(rt, staff, 'care', eventId);
  if (!ID.test(form.id)) throw new AppError('field-unreadable', 'id');
  const guests = guestsOf(form.guests, mostGuests(row));
  const person = await personOf(rt, staff, eventId, form);
  const { relativeId } = person;
  const entry = {
    kind: 'event.signed-up',
    actor: staff.id,
    subject: eventId,
    ...(relativeId ? { relativeId } : {}),
  };
  const unasked = relativeId !== null && form.tell !== 'yes';
  const consent = relativeId && !unasked ? await consentTo(rt, staff, relativeId, eventId) : [];
  const signed = await rt.db.lane.put(signUps, {
    id: form.id,
    eventId,
    ...person,
    guests,
    at: rt.now(),
    by: 'staff',
    createdBy: staff.id,
    byHand: true,
    unasked,
    ledger: [ledgerRow(rt, entry), ...consent],
  });
  await tellEvents(rt, eventId);
  return seatOf(signed);
}

function seatOf({ seat, attendanceId }: SignedUp): { seat: 'yes' | 'waiting'; attendanceId: string } {
  if (seat === 'closed') throw new AppError('sign-up-closed');
  if (seat === 'already' || !attendanceId) throw new AppError('already-done');
  return { seat, attendanceId };
}

/** One person's place in sight, and the arrangement. Throws `not-found`, `forbidden`. */
async function placeOf(rt: Runtime, staff: Staff, eventId: string, attendanceId: string) {
  const { row } = await seenEvent(rt, staff, 'care', eventId);
  const place = await findAttendance(rt.db, eventId, attendanceId, sightOf(staff));
  if (!place) throw new AppError('not-found');
  const about = {
    actor: staff.id,
    subject: eventId,
    ...(place.relativeId ? { relativeId: place.relativeId } : {}),
  };
  return { row, place, about };
}

/**
 * Signs somebody off who told staff so; their seat goes to the next in line, but not in the lock period. Throws
 * `not-found`, `forbidden`, `already-done` for who was off already, or when it is over.
 */
export async function signOff(
  rt: Runtime,
  staff: Staff,
  eventId: string,
  attendanceId: string,
): Promise<void> {
  const { about } = await placeOf(rt, staff, eventId, attendanceId);
  const done = await rt.db.lane.put(signOffs, {
    eventId,
    attendanceId,
    at: rt.now(),
    by: 'staff',
    tell: about.relativeId !== undefined,
    ledger: [ledgerRow(rt, { kind: 'event.signed-off', ...about })],
  });
  if (!done) throw new AppError('already-done');
  await tellEvents(rt, eventId);
  await settleEventCalls(rt, eventId);
}

/**
 * Changes how many guests somebody brings; a party in line that grows goes to the end of it. Throws `not-found`, `forbidden`,
 * `field-unreadable` and `too-many-guests` (guests), and `seats-taken`.
 */
export async function setGuests(
  rt: Runtime,
  staff: Staff,
  eventId: string,
  { attendanceId, guests }: { attendanceId: string; guests: string },
): Promise<void> {
  const { row, about } = await placeOf(rt, staff, eventId, attendanceId);
  const body = { guests: guestsOf(guests, mostGuests(row)) };
  const ledger = [ledgerRow(rt, { kind: 'event.guests', ...about, body })];
  const change = { eventId, attendanceId, ...body, at: rt.now(), ledger };
  if (!(await rt.db.lane.put(changeGuests, change))) throw new AppError('seats-taken');
  await tellEvents(rt, eventId);
}

/**
 * Gives somebody in line a free seat in the lock period, when none is given on its own; before it the line moves by itself.
 * Throws `not-found`, `forbidden`, `seats-taken`.
 */
export async function giveSeat(
  rt: Runtime,
  staff: Staff,
  eventId: string,
  attendanceId: string,
): Promise<void> {
  const { about } = await placeOf(rt, staff, eventId, attendanceId);
  const ledger = [ledgerRow(rt, { kind: 'event.seated', ...about })];
  if (!(await rt.db.lane.put(seatByHand, { eventId, attendanceId, at: rt.now(), ledger })))
    throw new AppError('seats-taken');
  await tellEvents(rt, eventId);
}

/** Notes that staff told somebody known by a name alone of what is to be told (`telling`). Throws `not-found`, `forbidden`, `already-done`. */
export async function noteTold(
  rt: Runtime,
  staff: Staff,
  eventId: string,
  { attendanceId, telling }: { attendanceId: string; telling: number },
): Promise<void> {
  const { place, about } = await placeOf(rt, staff, eventId, attendanceId);
  if (place.relativeId !== null) throw new AppError('not-found');
  const ledger = [ledgerRow(rt, { kind: 'event.told', ...about })];
  if (!(await rt.db.lane.put(toldByStaff, { attendanceId, telling, ledger })))
    throw new AppError('already-done');
  await settleEventCalls(rt, eventId);
}
