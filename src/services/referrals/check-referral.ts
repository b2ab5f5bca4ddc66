import { AppError, type ErrorCode } from '../app-error.ts';
import { readNumber } from '../phone-number.ts';
import { looksLikeCpr } from '../relatives/looks-like-cpr.ts';
import { type OwnLists, openChoices } from '../relatives/people-lists.ts';

/** Who fills the form: staff of the municipality, or the relative alone. */
export type ReferredBy = 'staff' | 'self';

/** A referral as the public form sends it: every field a text, empty when nothing was typed. */
export type ReferralForm = {
  name: string;
  number: string;
  relation: string;
  area: string;
  note: string;
  /** `yes` when the relative has said yes to being contacted. */
  consent: string;
  /** Who refers, and how they are reached; empty when the relative writes. */
  byName: string;
  byContact: string;
};

export type ReferralField = keyof ReferralForm;
export type ReferralProblem = { field: ReferralField; code: ErrorCode };

const MOST = { name: 60, note: 500, byName: 60, byContact: 120 } as const;

function checkNumber(form: ReferralForm, countries: readonly string[]): ReferralProblem[] {
  const { number } = form;
  if (number.trim() === '') return [{ field: 'number', code: 'field-missing' }];
  if (looksLikeCpr(number)) return [{ field: 'number', code: 'cpr-typed' }];
  try {
    readNumber(number, countries);
    return [];
  } catch (error) {
    if (error instanceof AppError) return [{ field: 'number', code: error.code }];
    throw error;
  }
}

/** Everything that is wrong with a referral, at most one problem a field. Nobody is referred without their yes. */
export function checkReferral(
  form: ReferralForm,
  by: ReferredBy,
  countries: readonly string[],
  lists: OwnLists,
): ReferralProblem[] {
  const problems: ReferralProblem[] = [];
  const must = by === 'staff' ? (['name', 'byName', 'byContact'] as const) : (['name'] as const);
  for (const field of must) if (form[field].trim() === '') problems.push({ field, code: 'field-missing' });
  for (const [field, most] of Object.entries(MOST) as [keyof typeof MOST, number][]) {
    if (form[field].trim().length > most) problems.push({ field, code: 'text-too-long' });
    else if (looksLikeCpr(form[field])) problems.push({ field, code: 'cpr-typed' });
  }
  problems.push(...checkNumber(form, countries));
  if (!openChoices(lists, 'relations').includes(form.relation))
    problems.push({ field: 'relation', code: 'field-missing' });
  if (!openChoices(lists, 'areas').includes(form.area))
    problems.push({ field: 'area', code: 'field-missing' });
  if (form.consent !== 'yes') problems.push({ field: 'consent', code: 'yes-missing' });
  return problems;
}
