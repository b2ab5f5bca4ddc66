// What a change of one arrangement of a series means for another: the fields that were changed, and the times moved as much.
import { parseWallClock } from '../../journey/time/format.ts';
import { instantAt, wallAt } from '../../journey/time/zone.ts';
import type { ErrorCode } from '../app-error.ts';
import type { Runtime } from '../runtime.ts';
import type { CheckedEvent, EventField } from './check-event.ts';
import type { EventAndSessions } from './own-event.ts';
import { videoOf } from './plan-change.ts';
import { wallText } from './wall-text.ts';

/** An arrangement as it is, in the shape of a form that was read. */
export const contentNow = (rt: Runtime, event: EventAndSessions): CheckedEvent => {
  const { row, sessions } = event;
  const { title, smsTitle, kind, audience, track, unitId, place, smsPlace, details } = row;
  const { capacity, guests, signUpUntil, lockHours } = row;
  return {
    ...{ title, smsTitle, kind, audience, track, unitId, place, smsPlace, details },
    ...{ capacity, guests, signUpUntil, lockHours },
    video: videoOf(rt, event),
    remindDays: JSON.parse(row.remindDays) as number[],
    isPublic: row.isPublic === 1,
    sessions: sessions.map(({ startsAt, minutes }) => ({ startsAt, minutes })),
  };
};

type Sessions = CheckedEvent['sessions'];

/** What one arrangement was and is to be. */
export type Example = { before: CheckedEvent; after: CheckedEvent };

/** By how much the wall clock of every session is moved, ms; undefined where it is not the same for all of them. */
export function shiftOf({ before, after }: Example): number | undefined {
  if (before.sessions.length !== after.sessions.length) return undefined;
  const shifts = after.sessions.map(
    ({ startsAt }, i) => wallAt(startsAt) - wallAt(before.sessions[i]?.startsAt ?? 0),
  );
  return new Set(shifts).size === 1 ? shifts[0] : undefined;
}

type Wrong = { field: EventField; code: ErrorCode };

function moveSessions(example: Example, sessions: Sessions, shift: number): Sessions | Wrong {
  const moved = [];
  for (const [i, { startsAt, minutes }] of sessions.entries()) {
    const read = parseWallClock(wallText(wallAt(startsAt) + shift));
    if (shift !== 0 && 'problem' in read) return { field: 'sessions', code: `date-${read.problem}` };
    const [was, is] = [example.before.sessions[i]?.minutes, example.after.sessions[i]?.minutes];
    const length = is !== undefined && is !== was ? is : minutes;
    moved.push({ startsAt: shift !== 0 && 'at' in read ? read.at : startsAt, minutes: length });
  }
  return moved;
}

/** Sign-up closes as long before each as before the one that was changed, once its time or its end of sign-up was. */
function signUpOf({ before, after }: Example, other: CheckedEvent, first: number, shift: number) {
  if (shift === 0 && before.signUpUntil === after.signUpUntil) return other.signUpUntil;
  if (after.signUpUntil === null) return null;
  const lead = wallAt(after.sessions[0]?.startsAt ?? 0) - wallAt(after.signUpUntil);
  return instantAt(wallAt(first) - lead);
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

const changedIn = ({ before, after }: Example): Partial<CheckedEvent> =>
  Object.fromEntries(
    Object.entries(after).filter(([name, value]) => !isSame(before[name as keyof CheckedEvent], value)),
  );

/** Another of the series after the same change of its fields, its sessions moved by `shift`; or why it cannot be. */
export function carryOver(
  example: Example,
  other: CheckedEvent,
  shift: number,
): { event: CheckedEvent } | { wrong: Wrong } {
  const sessions = moveSessions(example, other.sessions, shift);
  if ('code' in sessions) return { wrong: sessions };
  const signUpUntil = signUpOf(example, other, sessions[0]?.startsAt ?? 0, shift);
  return { event: { ...other, ...changedIn(example), sessions, signUpUntil } };
}
