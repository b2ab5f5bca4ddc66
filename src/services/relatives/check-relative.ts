import type { TelephoneKind } from '../../store/people/new-relatives.ts';
import { AppError, type ErrorCode } from '../app-error.ts';
import { type ReadNumber, readNumber } from '../phone-number.ts';
import { looksLikeCpr } from './looks-like-cpr.ts';
import { type OwnLists, openChoices } from './people-lists.ts';
import { CHANNELS, LANGUAGES, MINOR_BAND } from './relative-choices.ts';

/** A relative as the form sends it: every field a text, empty when nothing was typed. */
export type RelativeForm = {
  name: string;
  tiltale: string;
  number: string;
  /** What kind of telephone it is; `auto` tells by the number. */
  phone: string;
  channel: string;
  language: string;
  relation: string;
  area: string;
  ageBand: string;
  guardian: string;
  note: string;
  /** The code of a circle that is there; empty makes a new one at `unit`. */
  circle: string;
  unit: string;
  /** `yes` when someone has confirmed that the phone is shared. */
  shared: string;
  /** `yes` when the relative has said yes to SMS. */
  consent: string;
};

export type Field = keyof RelativeForm;
export type FieldProblem = { field: Field; code: ErrorCode };

const MOST: Partial<Record<Field, number>> = { name: 60, tiltale: 20, guardian: 200, note: 2000, circle: 20 };
const choicesOf = (lists: OwnLists): [Field, readonly string[]][] => [
  ['language', LANGUAGES],
  ['relation', openChoices(lists, 'relations')],
  ['area', openChoices(lists, 'areas')],
  ['ageBand', openChoices(lists, 'ageBands')],
  ['channel', CHANNELS],
  ['phone', ['auto', 'mobile', 'landline']],
];

const isMissing = (form: RelativeForm, field: Field): boolean => form[field].trim() === '';

function checkTexts(form: RelativeForm): FieldProblem[] {
  const problems: FieldProblem[] = [];
  for (const [field, most] of Object.entries(MOST) as [Field, number][]) {
    if (form[field].trim().length > most) problems.push({ field, code: 'text-too-long' });
    else if (looksLikeCpr(form[field])) problems.push({ field, code: 'cpr-typed' });
  }
  return problems;
}

function checkNumber(form: RelativeForm, countries: readonly string[]): FieldProblem[] {
  if (isMissing(form, 'number'))
    return form.channel === 'brev' ? [] : [{ field: 'number', code: 'field-missing' }];
  if (looksLikeCpr(form.number)) return [{ field: 'number', code: 'cpr-typed' }];
  try {
    readNumber(form.number, countries);
    return [];
  } catch (error) {
    if (error instanceof AppError) return [{ field: 'number', code: error.code }];
    throw error;
  }
}

/** Everything that is wrong with a form, at most one problem a field, in the order of the form. */
export function checkRelative(
  form: RelativeForm,
  countries: readonly string[],
  lists: OwnLists,
): FieldProblem[] {
  const problems: FieldProblem[] = [];
  for (const field of ['name', 'tiltale'] as const)
    if (isMissing(form, field)) problems.push({ field, code: 'field-missing' });
  problems.push(...checkTexts(form), ...checkNumber(form, countries));
  for (const [field, choices] of choicesOf(lists))
    if (!choices.includes(form[field])) problems.push({ field, code: 'field-unreadable' });
  if (form.ageBand === MINOR_BAND && isMissing(form, 'guardian'))
    problems.push({ field: 'guardian', code: 'field-missing' });
  if (isMissing(form, 'circle') && isMissing(form, 'unit'))
    problems.push({ field: 'unit', code: 'field-missing' });
  return problems;
}

/** The number of a form that was checked, with what staff said of the telephone before what the number tells. */
export function numberOf(
  form: Pick<RelativeForm, 'number' | 'phone'>,
  countries: readonly string[],
): ReadNumber | undefined {
  if (form.number.trim() === '') return undefined;
  const read = readNumber(form.number, countries);
  return form.phone === 'auto' ? read : { ...read, landline: form.phone === 'landline' };
}

/** What staff said of the telephone; nothing where the number alone is to tell. */
export const kindOf = ({ phone }: Pick<RelativeForm, 'phone'>): { kind?: TelephoneKind } =>
  phone === 'landline' || phone === 'mobile' ? { kind: phone } : {};
