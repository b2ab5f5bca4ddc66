import { AppError, type ErrorCode } from '../app-error.ts';
import { looksLikeCpr } from './looks-like-cpr.ts';
import { type OwnLists, openChoices } from './people-lists.ts';
import { CHANNELS, GENDERS, LANGUAGES, MINOR_BAND } from './relative-choices.ts';

/** A record as the form of changes sends it: every field a text, empty when nothing was typed. */
export type ChangeForm = {
  name: string;
  tiltale: string;
  relation: string;
  area: string;
  language: string;
  ageBand: string;
  gender: string;
  guardian: string;
  channel: string;
  /** `yes`: nothing is ever sent, calls only. */
  onlyCall: string;
  /** Wall-clock times, "16:00"; both or neither. */
  hoursFrom: string;
  hoursTo: string;
  foundBy: string;
  advisor: string;
  note: string;
  /** The state the form was filled from. */
  seen: string;
};

export type ChangeField = keyof ChangeForm;
export type ChangeProblem = { field: ChangeField; code: ErrorCode };

/** The most letters of each text. */
export const MOST_LETTERS = { name: 60, tiltale: 20, guardian: 200, note: 2000 } as const;

/** What a record says already of what is chosen; it may stay, also where it can be chosen no longer. */
export type KeptChoices = Pick<ChangeForm, 'relation' | 'area' | 'ageBand'>;

const choicesOf = (lists: OwnLists, kept: KeptChoices): [ChangeField, readonly string[]][] => [
  ['relation', openChoices(lists, 'relations', kept.relation)],
  ['area', openChoices(lists, 'areas', kept.area)],
  ['language', LANGUAGES],
  ['ageBand', openChoices(lists, 'ageBands', kept.ageBand)],
  ['gender', GENDERS],
  ['channel', CHANNELS],
];

/** "16:00" as minutes of the day; null when nothing was typed. Throws `hours-unreadable`. */
function readMinutes(clock: string): number | null {
  const typed = clock.trim();
  if (typed === '') return null;
  const [, hour, minute] = /^([01]?\d|2[0-3])[:.]([0-5]\d)$/.exec(typed) ?? [];
  if (!hour || !minute) throw new AppError('hours-unreadable', 'hoursTo');
  return Number(hour) * 60 + Number(minute);
}

/** The hours of a form as minutes of the day. Throws `hours-unreadable`, also for one without the other or an end before the beginning. */
export function readHours({ hoursFrom, hoursTo }: Pick<ChangeForm, 'hoursFrom' | 'hoursTo'>) {
  const [from, to] = [readMinutes(hoursFrom), readMinutes(hoursTo)];
  if ((from === null) !== (to === null) || (from !== null && to !== null && from >= to))
    throw new AppError('hours-unreadable', 'hoursTo');
  return { hoursFrom: from, hoursTo: to };
}

function checkHours(form: ChangeForm): ChangeProblem[] {
  try {
    readHours(form);
    return [];
  } catch {
    return [{ field: 'hoursTo', code: 'hours-unreadable' }];
  }
}

/** Everything that is wrong with a changed record, at most one problem a field, in the order of the form. */
export function checkChange(form: ChangeForm, lists: OwnLists, kept: KeptChoices): ChangeProblem[] {
  const problems: ChangeProblem[] = [];
  for (const field of ['name', 'tiltale'] as const)
    if (form[field].trim() === '') problems.push({ field, code: 'field-missing' });
  for (const [field, most] of Object.entries(MOST_LETTERS) as [keyof typeof MOST_LETTERS, number][]) {
    if (form[field].trim().length > most) problems.push({ field, code: 'text-too-long' });
    else if (looksLikeCpr(form[field])) problems.push({ field, code: 'cpr-typed' });
  }
  for (const [field, choices] of choicesOf(lists, kept))
    if (!choices.includes(form[field])) problems.push({ field, code: 'field-unreadable' });
  if (form.ageBand === MINOR_BAND && form.guardian.trim() === '')
    problems.push({ field: 'guardian', code: 'field-missing' });
  return [...problems, ...checkHours(form)];
}
