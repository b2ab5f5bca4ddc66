import { LONGEST_PLACE } from '../../journey/text/fields.ts';
import { AppError, type ErrorCode } from '../app-error.ts';
import { refuseConfidential } from '../inbox/refuse-confidential.ts';
import { looksLikeCpr } from '../relatives/looks-like-cpr.ts';
import type { Runtime } from '../runtime.ts';
import { readWhen } from './read-when.ts';

/** Where an appointment can be. */
export const APPOINTMENT_PLACES = ['telefon', 'hjemme', 'kommunens lokaler', 'tredje sted', 'video'] as const;

/** What can be changed of an appointment, as the form sends it. */
export type TimeForm = { when: string; minutes: string; place: string; smsPlace: string; details: string };

/** A field that is wrong; `told` is the word that must not leave by SMS. */
export type TimeProblem = { field: keyof TimeForm; code: ErrorCode; told?: string };

export type CheckedTime = {
  startsAt: number;
  value: string;
  minutes: number;
  place: string;
  smsPlace: string;
  details: string;
};

const MOST_DETAILS = 500;
const MOST_MINUTES = 480;

/** What a form says, or everything that is wrong with it, at most one problem a field. */
export async function checkTime(
  rt: Runtime,
  form: TimeForm,
): Promise<{ time: CheckedTime } | { problems: TimeProblem[] }> {
  const when = readWhen(form.when, rt.now());
  const minutes = Number(form.minutes);
  const smsPlace = form.smsPlace.trim();
  const details = form.details.trim();
  const problems: TimeProblem[] = [];
  if (form.when.trim() === '') problems.push({ field: 'when', code: 'field-missing' });
  else if ('problem' in when) problems.push({ field: 'when', code: `date-${when.problem}` });
  else if (when.at <= rt.now()) problems.push({ field: 'when', code: 'date-past' });
  if (!Number.isInteger(minutes) || minutes < 5 || minutes > MOST_MINUTES)
    problems.push({ field: 'minutes', code: 'field-unreadable' });
  if (!APPOINTMENT_PLACES.some((known) => known === form.place))
    problems.push({ field: 'place', code: 'field-unreadable' });
  problems.push(...(await checkSmsPlace(rt, smsPlace)));
  if (details.length > MOST_DETAILS) problems.push({ field: 'details', code: 'text-too-long' });
  else if (looksLikeCpr(details)) problems.push({ field: 'details', code: 'cpr-typed' });
  if (problems.length > 0 || 'problem' in when) return { problems };
  return { time: { startsAt: when.at, value: when.value, minutes, place: form.place, smsPlace, details } };
}

/** It leaves by SMS: never a unit's name, nor a word that tells. */
async function checkSmsPlace(rt: Runtime, text: string): Promise<TimeProblem[]> {
  if (text.length > LONGEST_PLACE) return [{ field: 'smsPlace', code: 'text-too-long' }];
  try {
    await refuseConfidential(rt, text);
    return [];
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return [{ field: 'smsPlace', code: error.code, ...(error.detail ? { told: error.detail } : {}) }];
  }
}

/** The first problem as an error. */
export const timeError = ([problem]: readonly TimeProblem[]): AppError =>
  new AppError(problem?.code ?? 'field-missing', problem?.field ?? 'when');
