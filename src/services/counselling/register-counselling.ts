import { registerCounsellings } from '../../store/care/counsellings.ts';
import { seal } from '../../store/seal.ts';
import { AppError, type ErrorCode } from '../app-error.ts';
import { instantOf, isMinutes } from '../contacts/check-contact.ts';
import { type Choices, getChoices } from '../contacts/choices.ts';
import { listUnits, type Unit } from '../organisation.ts';
import { ledgerRow } from '../record-ledger.ts';
import { looksLikeCpr } from '../relatives/looks-like-cpr.ts';
import type { Runtime } from '../runtime.ts';
import { requireRight, type Staff } from '../staff/staff.ts';

/** Counselling of a unit as the form sends it. */
export type CounsellingForm = {
  date: string;
  unit: string;
  kind: string;
  staffGroups: readonly string[];
  themes: readonly string[];
  participants: string;
  minutes: string;
  material: string;
  followUp: string;
  note: string;
};

export type CounsellingField = keyof CounsellingForm;
export type CounsellingProblem = { field: CounsellingField; code: ErrorCode };

const MOST_PEOPLE = 1000;
const ID = /^[\w-]{16,40}$/;

/** The units this member of staff may register counselling of. */
export async function listOwnUnits(rt: Runtime, { units }: Staff): Promise<Unit[]> {
  const all = await listUnits(rt);
  return units === 'all' ? all : all.filter(({ id }) => units.includes(id));
}

/** Everything that is wrong with a form, at most one problem a field. */
export function checkCounselling(
  form: CounsellingForm,
  choices: Choices,
  units: readonly Unit[],
  now: number,
): CounsellingProblem[] {
  const isOneOf = (list: readonly string[], values: readonly string[]): boolean =>
    values.every((value) => list.includes(value));
  const people = Number(form.participants);
  const checks: [CounsellingField, ErrorCode, boolean][] = [
    ['date', 'date-unreadable', instantOf(form.date, now) !== undefined],
    ['unit', 'field-missing', units.some(({ id }) => id === form.unit)],
    ['kind', 'field-unreadable', isOneOf(choices.counsellingKinds, [form.kind])],
    ['staffGroups', 'field-unreadable', isOneOf(choices.staffGroups, form.staffGroups)],
    ['participants', 'field-unreadable', Number.isInteger(people) && people >= 1 && people <= MOST_PEOPLE],
    ['minutes', 'field-unreadable', isMinutes(form.minutes)],
    ['themes', 'field-unreadable', isOneOf(choices.themes, form.themes)],
    ['material', 'text-too-long', form.material.trim().length <= 200],
    ['material', 'cpr-typed', !looksLikeCpr(form.material)],
    ['followUp', 'field-unreadable', isOneOf(choices.counsellingFollowUps, [form.followUp])],
    ['note', 'text-too-long', form.note.trim().length <= 5000],
    ['note', 'cpr-typed', !looksLikeCpr(form.note)],
  ];
  return checks.filter(([, , isFine]) => !isFine).map(([field, code]) => ({ field, code }));
}

/** Registers counselling of a unit; pressing twice registers once. Throws the first problem of `checkCounselling`. */
export async function registerCounselling(
  rt: Runtime,
  staff: Staff,
  form: CounsellingForm & { id: string },
): Promise<{ id: string }> {
  requireRight(staff, 'care');
  const [choices, units] = await Promise.all([getChoices(rt), listOwnUnits(rt, staff)]);
  const { id } = form;
  const at = rt.now();
  const [problem] = checkCounselling(form, choices, units, at);
  if (problem) throw new AppError(problem.code, problem.field);
  if (!ID.test(id)) throw new AppError('field-unreadable', 'id');
  const row = { id, ...contentOf(rt, id, form), advisorId: staff.id, createdAt: at, changedAt: at };
  const entry = ledgerRow(rt, { kind: 'counselling.registered', actor: staff.id, subject: id });
  await rt.db.lane.put(registerCounsellings, { row, ledger: [entry] });
  return { id };
}

/** What a checked form says, as a row keeps it: the note is sealed. */
export function contentOf(rt: Runtime, id: string, form: CounsellingForm) {
  const note = form.note.trim();
  return {
    at: instantOf(form.date, rt.now()) ?? rt.now(),
    unitId: form.unit,
    kind: form.kind,
    staffGroups: JSON.stringify(form.staffGroups),
    themes: JSON.stringify(form.themes),
    participants: Number(form.participants),
    minutes: Number(form.minutes),
    material: form.material.trim(),
    followUp: form.followUp,
    noteSealed: note === '' ? null : seal(rt.db.keys, `counsellings.note:${id}`, note),
  };
}
