import { changeCounsellings, countCounsellings } from '../../store/care/counsellings.ts';
import { AppError } from '../app-error.ts';
import { type Choices, getChoices } from '../contacts/choices.ts';
import { ledgerRow } from '../record-ledger.ts';
import type { Runtime } from '../runtime.ts';
import { requireSight, type Staff } from '../staff/staff.ts';
import type { CounsellingView } from './list-counsellings.ts';
import {
  type CounsellingField,
  type CounsellingForm,
  checkCounselling,
  contentOf,
  listOwnUnits,
} from './register-counselling.ts';
import { showCounselling } from './show-counselling.ts';

/** A registration as the form shows it. */
export const counsellingFormOf = (view: CounsellingView): CounsellingForm => ({
  date: view.date,
  unit: view.unitId,
  kind: view.kind,
  staffGroups: view.staffGroups,
  themes: view.themes,
  participants: String(view.participants),
  minutes: String(view.minutes),
  material: view.material,
  followUp: view.followUp,
  note: view.note,
});

/** The lists with what one registration has chosen: it keeps it although a list has changed since. */
export const choicesOf = (choices: Choices, view: CounsellingView): Choices => ({
  ...choices,
  counsellingKinds: [...new Set([...choices.counsellingKinds, view.kind])],
  counsellingFollowUps: [...new Set([...choices.counsellingFollowUps, view.followUp])],
  staffGroups: [...new Set([...choices.staffGroups, ...view.staffGroups])],
  themes: [...new Set([...choices.themes, ...view.themes])],
});

async function loadOwn(rt: Runtime, staff: Staff, id: string): Promise<CounsellingView> {
  await requireSight(rt, staff, 'care', 'counselling', id);
  const view = await showCounselling(rt, staff, id);
  if (!view.isOwn) throw new AppError('forbidden');
  return view;
}

/** Typed freely: what they said never gets into the ledger. */
const FREE: readonly CounsellingField[] = ['material', 'note'];

/** Which fields a form changes, and what the others of them were before. */
function changesOf(before: CounsellingForm, form: CounsellingForm) {
  const fields = (Object.keys(before) as CounsellingField[]).filter(
    (field) => String(before[field]).trim() !== String(form[field]).trim(),
  );
  const told = fields.filter((field) => !FREE.includes(field));
  return { fields, was: Object.fromEntries(told.map((field) => [field, before[field]])) };
}

/**
 * Changes one's own registration; the ledger keeps what was counted before, and of texts only that they changed. `seen` is
 * when it had last been changed when the form was shown. Throws `forbidden` for somebody else's, the first problem of
 * `checkCounselling`, `changed-meanwhile` when it was changed since, and
 * `already-done` when it was taken back.
 */
export async function changeCounselling(
  rt: Runtime,
  staff: Staff,
  id: string,
  form: CounsellingForm & { seen: number },
): Promise<void> {
  const view = await loadOwn(rt, staff, id);
  if (view.takenBackAt !== null) throw new AppError('already-done');
  const [choices, units] = await Promise.all([getChoices(rt), listOwnUnits(rt, staff)]);
  const [problem] = checkCounselling(form, choicesOf(choices, view), units, rt.now());
  if (problem) throw new AppError(problem.code, problem.field);
  const body = changesOf(counsellingFormOf(view), form);
  if (body.fields.length === 0) return;
  const content = contentOf(rt, id, form);
  const changed = await rt.db.lane.put(changeCounsellings, {
    id,
    seen: form.seen,
    changedAt: rt.now(),
    content: body.fields.includes('date') ? content : { ...content, at: view.at },
    ledger: [ledgerRow(rt, { kind: 'counselling.changed', actor: staff.id, subject: id, body })],
  });
  if (!changed) throw new AppError('changed-meanwhile');
}

/**
 * Takes one's own registration back, so that it counts no more, or lets it count again. Throws `not-found`, `forbidden` for
 * somebody else's, and `already-done` where it was so already.
 */
export async function countCounselling(
  rt: Runtime,
  staff: Staff,
  id: string,
  counts: boolean,
): Promise<void> {
  await loadOwn(rt, staff, id);
  const kind = counts ? 'counselling.counts-again' : 'counselling.taken-back';
  const ledger = [ledgerRow(rt, { kind, actor: staff.id, subject: id })];
  if (!(await rt.db.lane.put(countCounsellings, { id, counts, at: rt.now(), ledger })))
    throw new AppError('already-done');
}
