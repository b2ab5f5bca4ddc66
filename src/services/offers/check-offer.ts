import { isAnchorValue } from '../../journey/time/format.ts';
import type { OfferContent } from '../../store/care/offers.ts';
import type { ErrorCode } from '../app-error.ts';
import { looksLikeCpr } from '../relatives/looks-like-cpr.ts';
import { type OwnLists, openChoices } from '../relatives/people-lists.ts';

/** For whom an offer can be: everybody, or those of one area; `kept` is what it says already. */
export const offerAreas = (lists: OwnLists, kept?: string): readonly string[] => [
  'alle',
  ...openChoices(lists, 'areas', kept),
];

/** An offer as the form sends it: every field a text, empty when nothing was typed. */
export type OfferForm = {
  title: string;
  text: string;
  target: string;
  area: string;
  contact: string;
  url: string;
  /** `yes` when the municipality itself offers it. */
  inside: string;
  /** ISO date, or empty for no end. */
  validUntil: string;
};

export type OfferField = keyof OfferForm;
export type OfferProblem = { field: OfferField; code: ErrorCode };

const MOST = { title: 100, text: 2_000, target: 300, contact: 300, url: 500 } as const;
const MUST = ['title', 'text', 'target', 'contact'] as const;

/** Whether this is an https address without a name and password in it. */
function isHttps(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return url?.protocol === 'https:' && url.username === '' && url.password === '' && !/\s/.test(text);
}

/** Everything that is wrong with an offer, at most one problem a field. */
export function checkOffer(form: OfferForm, lists: OwnLists, kept?: string): OfferProblem[] {
  const problems: OfferProblem[] = [];
  for (const field of MUST) if (form[field].trim() === '') problems.push({ field, code: 'field-missing' });
  for (const [field, most] of Object.entries(MOST) as [keyof typeof MOST, number][]) {
    if (form[field].trim().length > most) problems.push({ field, code: 'text-too-long' });
    else if (looksLikeCpr(form[field])) problems.push({ field, code: 'cpr-typed' });
  }
  if (!offerAreas(lists, kept).includes(form.area))
    problems.push({ field: 'area', code: 'field-unreadable' });
  const url = form.url.trim();
  if (url !== '' && !isHttps(url)) problems.push({ field: 'url', code: 'address-not-https' });
  const until = form.validUntil.trim();
  if (until !== '' && !(until.length === 10 && isAnchorValue(until)))
    problems.push({ field: 'validUntil', code: 'date-unreadable' });
  return problems;
}

/** What is kept of a form that was checked. */
export const contentOf = (form: OfferForm): OfferContent => ({
  title: form.title.trim(),
  text: form.text.trim(),
  target: form.target.trim(),
  area: form.area,
  contact: form.contact.trim(),
  url: form.url.trim() || null,
  inside: form.inside === 'yes' ? 1 : 0,
  validUntil: form.validUntil.trim() || null,
});
