import { findAppointmentRow } from '../../store/care/appointment-lists.ts';
import { type ContactRow, registerContacts } from '../../store/care/contacts.ts';
import { findRelativeDetails } from '../../store/people/relative-details.ts';
import { seal } from '../../store/seal.ts';
import { AppError } from '../app-error.ts';
import { endJourneysAbout } from '../appointments/settle-appointment.ts';
import { newSignpost } from '../offers/signpost.ts';
import { ledgerRow } from '../record-ledger.ts';
import type { Runtime } from '../runtime.ts';
import { requireRight, requireSight, type Staff } from '../staff/staff.ts';
import { type ContactForm, checkContact, instantOf } from './check-contact.ts';
import { getChoices, HANDED_OVER } from './choices.ts';

/** A contact that is registered, with whom, after which appointment, and where they were shown the way to. */
export type NewContact = ContactForm & {
  /** Made when the form was shown, so that pressing twice registers once. */
  id: string;
  relatives: readonly string[];
  appointment: string;
  offer: string;
};

const ID = /^[\w-]{16,40}$/;

/**
 * Registers a conversation that took place; the appointment it belongs to is held by that. Throws the first problem of
 * `checkContact`, `field-missing` (relatives), and `already-done` when the appointment was cancelled, or the
 * same form registered something else before.
 */
export async function registerContact(rt: Runtime, staff: Staff, form: NewContact): Promise<{ id: string }> {
  requireRight(staff, 'care');
  const { id } = form;
  const relatives = [...new Set(form.relatives)];
  if (relatives.length === 0) throw new AppError('field-missing', 'relatives');
  if (!ID.test(id)) throw new AppError('field-unreadable', 'id');
  for (const relative of relatives) await requireSight(rt, staff, 'care', 'relative', relative);
  const [problem] = checkContact(form, await getChoices(rt), rt.now());
  if (problem) throw new AppError(problem.code, problem.field);
  const appointmentId = await appointmentOf(rt, staff, form.appointment);
  const registered = await rt.db.lane.put(registerContacts, {
    contact: await rowOf(rt, staff, form, relatives, appointmentId),
    relatives,
    signposts:
      form.offer === ''
        ? []
        : relatives.map((relativeId) =>
            newSignpost(rt, staff, { offerId: form.offer, contactId: id, relativeId }),
          ),
    ledger: relatives.map((relativeId) =>
      ledgerRow(rt, { kind: 'contact.registered', actor: staff.id, relativeId, subject: id }),
    ),
  });
  if (!registered) throw new AppError('already-done');
  if (appointmentId) await endJourneysAbout(rt, appointmentId, 'holdt', staff.id);
  return { id };
}

async function appointmentOf(rt: Runtime, staff: Staff, id: string): Promise<string | null> {
  if (id === '') return null;
  await requireSight(rt, staff, 'care', 'appointment', id);
  return (await findAppointmentRow(rt.db, id))?.id ?? null;
}

async function rowOf(
  rt: Runtime,
  staff: Staff,
  form: NewContact,
  relatives: readonly string[],
  appointmentId: string | null,
): Promise<ContactRow> {
  const details = await findRelativeDetails(rt.db, relatives[0] ?? '');
  if (!details) throw new AppError('not-found');
  const at = rt.now();
  return {
    id: form.id,
    unitId: details.circle.unitId,
    appointmentId,
    advisorId: staff.id,
    createdAt: at,
    changedAt: at,
    ...contentOf(rt, form.id, form),
  };
}

/** What a checked form says, as a row keeps it: what is said between people is sealed. */
export function contentOf(rt: Runtime, id: string, form: ContactForm) {
  const sealed = (column: string, text: string): string | null =>
    text.trim() === '' ? null : seal(rt.db.keys, `contacts.${column}:${id}`, text.trim());
  return {
    at: instantOf(form.date, rt.now()) ?? rt.now(),
    minutes: Number(form.minutes),
    kind: form.kind,
    level: form.level,
    place: form.place,
    initiative: form.initiative,
    themes: JSON.stringify(form.themes),
    outcome: form.outcome,
    followUp: form.followUp,
    handedToSealed: form.followUp === HANDED_OVER ? sealed('handed_to', form.handedTo) : null,
    nextStepSealed: sealed('next_step', form.nextStep),
    noteSealed: sealed('note', form.note),
  };
}
