import { bookAppointments } from '../../store/care/appointments.ts';
import type { LedgerRow } from '../../store/ledger.ts';
import { listConsentEntries } from '../../store/people/consents.ts';
import { findListedRelative, type ListedRelative } from '../../store/people/relative-lists.ts';
import { seal } from '../../store/seal.ts';
import { AppError } from '../app-error.ts';
import { ledgerRow } from '../record-ledger.ts';
import type { Runtime } from '../runtime.ts';
import { requireRight, requireSight, type Staff } from '../staff/staff.ts';
import { type CheckedTime, checkTime, type TimeForm, timeError } from './check-appointment.ts';
import { tellAppointments } from './tell-appointments.ts';

/** An appointment as the form sends it. */
export type BookingForm = TimeForm & {
  /** Made when the form was shown, so that pressing twice books once. */
  id: string;
  relatives: readonly string[];
  /** `yes`: confirm and remind, as the relative has agreed to. */
  remind: string;
  /** `yes`: staff know that relatives of a circle "hver for sig" will meet. */
  apart: string;
};

const ID = /^[\w-]{16,40}$/;

/**
 * Books an appointment with one or more relatives; each is told and reminded by a journey of their own and learns of
 * nobody else. Throws the first problem of `checkTime`, `field-missing` (relatives, apart), and `already-done` when the same
 * form booked something else before.
 */
export async function bookAppointment(rt: Runtime, staff: Staff, form: BookingForm): Promise<{ id: string }> {
  requireRight(staff, 'care');
  const relatives = await loadRelatives(rt, staff, form.relatives);
  const checked = await checkTime(rt, form);
  if ('problems' in checked) throw timeError(checked.problems);
  if (!ID.test(form.id)) throw new AppError('field-unreadable', 'id');
  if (form.apart !== 'yes' && meetsApart(relatives)) throw new AppError('field-missing', 'apart');
  const isReminded = form.remind === 'yes';
  const booked = await rt.db.lane.put(bookAppointments, {
    appointment: rowOf(rt, staff, form.id, checked.time),
    relatives: relatives.map(({ id }) => ({
      appointmentId: form.id,
      relativeId: id,
      ...(isReminded ? { pending: 0 } : { why: 'unasked' }),
    })),
    ledger: await entriesOf(rt, staff, form.id, relatives, isReminded),
  });
  if (!booked) throw new AppError('already-done');
  await tellAppointments(rt, form.id);
  return { id: form.id };
}

async function loadRelatives(rt: Runtime, staff: Staff, ids: readonly string[]): Promise<ListedRelative[]> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) throw new AppError('field-missing', 'relatives');
  for (const id of wanted) await requireSight(rt, staff, 'care', 'relative', id);
  const found = await Promise.all(wanted.map((id) => findListedRelative(rt.db, id)));
  return found.filter((row) => row !== undefined);
}

/** Whether two of one circle "hver for sig" would come. */
const meetsApart = (relatives: readonly ListedRelative[]): boolean =>
  relatives.some(
    (one) =>
      one.apart === 1 && relatives.some(({ id, circleId }) => id !== one.id && circleId === one.circleId),
  );

function rowOf(rt: Runtime, staff: Staff, id: string, time: CheckedTime) {
  const { startsAt, minutes, place, smsPlace, details } = time;
  const at = rt.now();
  return {
    id,
    startsAt,
    minutes,
    place,
    smsPlace,
    detailsSealed: details === '' ? null : seal(rt.db.keys, `appointments.details:${id}`, details),
    advisorId: staff.id,
    state: 'agreed',
    createdAt: at,
    createdBy: staff.id,
    changedAt: at,
  };
}

/** Who is reminded by SMS has said yes to it: noted where no consent was noted before. */
async function entriesOf(
  rt: Runtime,
  { id: actor }: Staff,
  subject: string,
  relatives: readonly ListedRelative[],
  isReminded: boolean,
): Promise<LedgerRow[]> {
  const entries: LedgerRow[] = [];
  for (const { id: relativeId, channel, language } of relatives) {
    entries.push(ledgerRow(rt, { kind: 'appointment.booked', actor, relativeId, subject }));
    if (!isReminded || channel !== 'sms') continue;
    const known = await listConsentEntries(rt.db, relativeId);
    const body = { how: 'staff', language };
    if (known.every(({ purpose }) => purpose !== 'sms'))
      entries.push(
        ledgerRow(rt, { kind: 'consent.given', actor, relativeId, subject, purpose: 'sms', body }),
      );
  }
  return entries;
}
