import { isoDate, parseWallClock } from '../../journey/time/format.ts';
import type { ErrorCode } from '../app-error.ts';
import { looksLikeCpr } from '../relatives/looks-like-cpr.ts';
import { type Choices, HANDED_OVER, type ListName } from './choices.ts';

/** A contact as the form sends it: texts, empty when nothing was typed. */
export type ContactForm = {
  /** "2027-03-01". */
  date: string;
  minutes: string;
  kind: string;
  level: string;
  place: string;
  initiative: string;
  outcome: string;
  followUp: string;
  handedTo: string;
  nextStep: string;
  note: string;
  themes: readonly string[];
};

export type ContactField = keyof ContactForm;
export type ContactProblem = { field: ContactField; code: ErrorCode };

const MOST_MINUTES = 600;
const MOST = { handedTo: 100, nextStep: 300, note: 5000 };
const CHOSEN: readonly (readonly [Exclude<ContactField, 'themes'>, ListName])[] = [
  ['kind', 'contactKinds'],
  ['level', 'levels'],
  ['place', 'contactPlaces'],
  ['initiative', 'initiatives'],
  ['outcome', 'outcomes'],
  ['followUp', 'followUps'],
];

/** The instant a day is registered with: its noon, or now on the day itself; undefined for no day, or one to come. */
export function instantOf(date: string, now: number): number | undefined {
  if (date === isoDate(now)) return now;
  const noon = parseWallClock(`${date}T12:00`);
  return 'at' in noon && noon.at < now ? noon.at : undefined;
}

/** A whole number of minutes that a conversation can take. */
export const isMinutes = (text: string): boolean =>
  /^\d{1,3}$/.test(text.trim()) && Number(text) >= 1 && Number(text) <= MOST_MINUTES;

function checkTexts(form: ContactForm): ContactProblem[] {
  const problems: ContactProblem[] = [];
  for (const field of ['handedTo', 'nextStep', 'note'] as const) {
    if (form[field].trim().length > MOST[field]) problems.push({ field, code: 'text-too-long' });
    else if (looksLikeCpr(form[field])) problems.push({ field, code: 'cpr-typed' });
  }
  return problems;
}

/** Everything that is wrong with a form, at most one problem a field, in the order of the form. */
export function checkContact(form: ContactForm, choices: Choices, now: number): ContactProblem[] {
  const problems: ContactProblem[] = [];
  if (instantOf(form.date, now) === undefined) problems.push({ field: 'date', code: 'date-unreadable' });
  if (!isMinutes(form.minutes)) problems.push({ field: 'minutes', code: 'field-unreadable' });
  for (const [field, list] of CHOSEN)
    if (!choices[list].includes(form[field])) problems.push({ field, code: 'field-unreadable' });
  if (form.themes.some((theme) => !choices.themes.includes(theme)))
    problems.push({ field: 'themes', code: 'field-unreadable' });
  if (form.followUp === HANDED_OVER && form.handedTo.trim() === '')
    problems.push({ field: 'handedTo', code: 'field-missing' });
  return [...problems, ...checkTexts(form)];
}
