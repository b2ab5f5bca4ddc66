import { changeContacts, findContactRow } from '../../store/care/contacts.ts';
import { AppError } from '../app-error.ts';
import { ledgerRow } from '../record-ledger.ts';
import type { Runtime } from '../runtime.ts';
import { requireSight, type Staff } from '../staff/staff.ts';
import { type ContactField, type ContactForm, checkContact } from './check-contact.ts';
import { getChoices } from './choices.ts';
import { contentOf } from './register-contact.ts';
import { type ContactView, showContact } from './show-contact.ts';

const FIELDS: readonly ContactField[] = [
  'date',
  'minutes',
  'kind',
  'level',
  'place',
  'initiative',
  'themes',
  'outcome',
  'followUp',
  'handedTo',
  'nextStep',
  'note',
];

/** Which fields a form changes. */
const changedFields = (before: ContactView, form: ContactForm): ContactField[] =>
  FIELDS.filter((field) => {
    const [was, is] = [before[field], form[field]];
    return Array.isArray(was)
      ? JSON.stringify(was) !== JSON.stringify(is)
      : String(was) !== String(is).trim();
  });

/**
 * Changes one's own registration; the ledger names the fields and never what they say. `seen` is when it had last been
 * changed when the form was shown. Throws `forbidden` for somebody else's, the first problem of `checkContact`, and
 * `changed-meanwhile`.
 */
export async function changeContact(
  rt: Runtime,
  staff: Staff,
  id: string,
  form: ContactForm & { seen: number },
): Promise<void> {
  await requireSight(rt, staff, 'care', 'contact', id);
  const row = await findContactRow(rt.db, id);
  if (row?.advisorId !== staff.id) throw new AppError('forbidden');
  const choices = await getChoices(rt);
  const kept = { ...choices, themes: [...choices.themes, ...(JSON.parse(row.themes) as string[])] };
  const [problem] = checkContact(form, kept, rt.now());
  if (problem) throw new AppError(problem.code, problem.field);
  const before = await showContact(rt, staff, id);
  const fields = changedFields(before, form);
  if (fields.length === 0) return;
  const content = contentOf(rt, id, form);
  const isSameDay = !fields.includes('date');
  const ledger = before.relatives.map(({ id: relativeId }) =>
    ledgerRow(rt, { kind: 'contact.changed', actor: staff.id, relativeId, subject: id, body: { fields } }),
  );
  const change = { id, seen: form.seen, changedAt: Math.max(rt.now(), form.seen + 1) };
  const changed = await rt.db.lane.put(changeContacts, {
    ...change,
    content: isSameDay ? { ...content, at: row.at } : content,
    ledger,
  });
  if (!changed) throw new AppError('changed-meanwhile');
}
