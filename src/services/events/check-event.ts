import { LONGEST_PLACE } from '../../journey/text/fields.ts';
import { gsmSegments } from '../../journey/text/gsm.ts';
import { HOUR_MS, MINUTE_MS } from '../../journey/time/zone.ts';
import { AppError, type ErrorCode } from '../app-error.ts';
import { readWhen } from '../appointments/read-when.ts';
import { getChoices } from '../contacts/choices.ts';
import { refuseConfidential } from '../inbox/refuse-confidential.ts';
import { listOwnUnits } from '../relatives/choose-circle.ts';
import { looksLikeCpr } from '../relatives/looks-like-cpr.ts';
import type { Runtime } from '../runtime.ts';
import type { Staff } from '../staff/staff.ts';
import { AUDIENCES, LONGEST_SMS_TITLE, TRACKS } from './event-choices.ts';

/** An arrangement as its form sends it, every field a text; `unit` empty: the whole organisation, `capacity` empty: enough. */
export type EventForm = {
  title: string;
  smsTitle: string;
  kind: string;
  audience: string;
  track: string;
  unit: string;
  place: string;
  smsPlace: string;
  video: string;
  details: string;
  /** When it takes place; more than one is a course under one sign-up. */
  sessions: readonly { when: string; minutes: string }[];
  capacity: string;
  guests: string;
  signUpUntil: string;
  lockHours: string;
  /** Days before it begins, e.g. "5, 1"; empty for none. */
  remindDays: string;
  /** `yes`: on the public page and in the feeds. */
  isPublic: string;
};

export type EventField = Exclude<keyof EventForm, 'sessions'> | 'sessions' | `sessions.${number}`;
/** A field that is wrong; `told` is the word that must not leave by SMS. */
export type EventProblem = { field: EventField; code: ErrorCode; told?: string };

/** What a form says. Instants UTC ms. */
export type CheckedEvent = {
  title: string;
  smsTitle: string;
  kind: string;
  audience: string;
  track: string;
  unitId: string | null;
  place: string;
  smsPlace: string;
  video: string;
  details: string;
  sessions: readonly { startsAt: number; minutes: number }[];
  capacity: number | null;
  guests: number;
  signUpUntil: number | null;
  lockHours: number;
  remindDays: readonly number[];
  isPublic: boolean;
};

/** What stood there before: it may stand though it could not be chosen anew. */
export type Before = { kind: string; unitId: string | null; startsAt: readonly number[] };

const MOST = { title: 120, place: 200, details: 4_000, video: 500 } as const;
const MOST_SESSIONS = 30;
const MOST_REMINDERS = 4;

type Found = { problems: EventProblem[] };

const whole = (text: string, least: number, most: number): number | undefined => {
  const n = Number(text.trim().replaceAll('.', ''));
  return text.trim() !== '' && Number.isInteger(n) && n >= least && n <= most ? n : undefined;
};

const say = ({ problems }: Found, field: EventField, code: ErrorCode, told?: string): void => {
  if (!problems.some((known) => known.field === field))
    problems.push({ field, code, ...(told ? { told } : {}) });
};

/** What leaves by SMS: short, in its letters, and never a unit's name, a title that tells, nor a word that does. */
async function checkSaid(
  rt: Runtime,
  found: Found,
  { field, text, most }: { field: 'smsTitle' | 'smsPlace'; text: string; most: number },
): Promise<void> {
  if (text.length > most) say(found, field, 'text-too-long');
  if (gsmSegments(text) === undefined) say(found, field, 'text-letters');
  try {
    await refuseConfidential(rt, text);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    say(found, field, error.code, error.detail);
  }
}

function checkTexts(found: Found, form: EventForm): void {
  for (const field of ['title', 'smsTitle'] as const)
    if (form[field].trim() === '') say(found, field, 'field-missing');
  for (const field of ['title', 'place', 'details'] as const) {
    if (form[field].trim().length > MOST[field]) say(found, field, 'text-too-long');
    else if (looksLikeCpr(form[field])) say(found, field, 'cpr-typed');
  }
  const video = form.video.trim();
  if (video.length > MOST.video) say(found, 'video', 'text-too-long');
  else if (video !== '' && !(URL.canParse(video) && new URL(video).protocol === 'https:'))
    say(found, 'video', 'address-not-https');
}

async function checkChoices(
  rt: Runtime,
  staff: Staff,
  { found, form, before }: { found: Found; form: EventForm; before: Before | undefined },
): Promise<void> {
  const { eventKinds } = await getChoices(rt);
  if (!eventKinds.includes(form.kind) && form.kind !== before?.kind) say(found, 'kind', 'field-unreadable');
  if (!AUDIENCES.some((one) => one === form.audience)) say(found, 'audience', 'field-unreadable');
  if (!TRACKS.some((one) => one === form.track)) say(found, 'track', 'field-unreadable');
  const units = await listOwnUnits(rt, staff);
  const isOwn = form.unit === '' ? staff.units === 'all' : units.some(({ id }) => id === form.unit);
  if (!isOwn && form.unit !== before?.unitId)
    say(found, 'unit', form.unit === '' ? 'field-missing' : 'field-unreadable');
}

/** When it takes place, in order; a time that has passed only where it stood there before. */
function checkSessions(rt: Runtime, found: Found, form: EventForm, before: Before | undefined) {
  if (form.sessions.length === 0) say(found, 'sessions', 'field-missing');
  if (form.sessions.length > MOST_SESSIONS) say(found, 'sessions', 'too-many');
  const read = form.sessions.slice(0, MOST_SESSIONS).flatMap(({ when, minutes }, i) => {
    const at = readWhen(when, rt.now());
    const length = whole(minutes, 5, 24 * 60);
    const field = `sessions.${i}` as const;
    if (when.trim() === '') say(found, field, 'field-missing');
    else if ('problem' in at) say(found, field, `date-${at.problem}`);
    else if (at.at <= rt.now() && !before?.startsAt.includes(at.at)) say(found, field, 'date-past');
    if (length === undefined) say(found, field, 'field-unreadable');
    return 'at' in at && length !== undefined ? [{ startsAt: at.at, minutes: length }] : [];
  });
  const sessions = read.sort((a, b) => a.startsAt - b.startsAt);
  const meets = sessions.some(
    ({ startsAt }, i) =>
      i > 0 && startsAt < (sessions[i - 1]?.startsAt ?? 0) + (sessions[i - 1]?.minutes ?? 0) * MINUTE_MS,
  );
  if (meets) say(found, 'sessions', 'dates-overlap');
  return sessions;
}

function checkNumbers(found: Found, form: EventForm) {
  const optional = (
    field: 'capacity' | 'guests' | 'lockHours',
    least: number,
    most: number,
  ): number | null => {
    if (form[field].trim() === '') return null;
    const n = whole(form[field], least, most);
    if (n === undefined) say(found, field, 'field-unreadable');
    return n ?? null;
  };
  const [capacity, guests] = [optional('capacity', 1, 10_000), optional('guests', 0, 10) ?? 0];
  if (capacity !== null && guests >= capacity) say(found, 'guests', 'guests-over-seats');
  const days = form.remindDays.split(/[\s,;]+|\bog\b/).filter((text) => text !== '');
  const remindDays = days.flatMap((text) => whole(text, 1, 60) ?? []);
  if (remindDays.length < days.length || days.length > MOST_REMINDERS)
    say(found, 'remindDays', 'field-unreadable');
  return {
    capacity,
    guests,
    lockHours: optional('lockHours', 0, 24 * 14) ?? 0,
    remindDays: [...new Set(remindDays)].sort((a, b) => b - a),
  };
}

function checkSignUp(rt: Runtime, found: Found, form: EventForm, firstAt: number | undefined): number | null {
  if (form.signUpUntil.trim() === '') return null;
  const until = readWhen(form.signUpUntil, rt.now());
  if ('problem' in until) say(found, 'signUpUntil', `date-${until.problem}`);
  else if (firstAt !== undefined && until.at > firstAt) say(found, 'signUpUntil', 'date-after-start');
  return 'at' in until ? until.at : null;
}

/** What a form says, or everything that is wrong with it, at most one problem a field. */
export async function checkEvent(
  rt: Runtime,
  staff: Staff,
  form: EventForm,
  before?: Before,
): Promise<{ event: CheckedEvent } | { problems: EventProblem[] }> {
  const found: Found = { problems: [] };
  const [smsTitle, smsPlace] = [form.smsTitle.trim(), form.smsPlace.trim()];
  checkTexts(found, form);
  await checkSaid(rt, found, { field: 'smsTitle', text: smsTitle, most: LONGEST_SMS_TITLE });
  await checkSaid(rt, found, { field: 'smsPlace', text: smsPlace, most: LONGEST_PLACE });
  await checkChoices(rt, staff, { found, form, before });
  const sessions = checkSessions(rt, found, form, before);
  const numbers = checkNumbers(found, form);
  const signUpUntil = checkSignUp(rt, found, form, sessions[0]?.startsAt);
  if (found.problems.length > 0) return { problems: found.problems };
  return {
    event: {
      ...numbers,
      title: form.title.trim(),
      smsTitle,
      kind: form.kind,
      audience: form.audience,
      track: form.track,
      unitId: form.unit || null,
      place: form.place.trim(),
      smsPlace,
      video: form.video.trim(),
      details: form.details.trim(),
      sessions,
      signUpUntil,
      isPublic: form.isPublic === 'yes',
    },
  };
}

/** The first problem as an error. */
export const eventError = ([problem]: readonly EventProblem[]): AppError =>
  new AppError(problem?.code ?? 'field-missing', problem?.field ?? 'title');

/** How long after its beginning the last session ends, and when the first begins. Instants UTC ms. */
export function spanOf(sessions: CheckedEvent['sessions']): { startsAt: number; endsAt: number } {
  const ends = sessions.map(({ startsAt, minutes }) => startsAt + minutes * MINUTE_MS);
  return { startsAt: sessions[0]?.startsAt ?? 0, endsAt: Math.max(0, ...ends) };
}

/** When nobody gives up a seat by themselves any more. */
export const lockedFrom = ({ startsAt, lockHours }: { startsAt: number; lockHours: number }): number =>
  startsAt - lockHours * HOUR_MS;
