import { countTooLarge, countToTell } from '../../store/events/attendance-lists.ts';
import { changeEvents } from '../../store/events/change-events.ts';
import { AppError } from '../app-error.ts';
import { ledgerRow } from '../record-ledger.ts';
import type { Runtime } from '../runtime.ts';
import type { Staff } from '../staff/staff.ts';
import { checkEvent, type EventForm, type EventProblem, eventError } from './check-event.ts';
import { type EventAndSessions, eventToChange, ownEvent } from './own-event.ts';
import { isMove, planChange } from './plan-change.ts';
import { tellEvents } from './tell-events.ts';

/** Who is told of a change, by how they stand and how they are reached; `channel` null: by staff, since only a name is known. */
export type ToTell = { state: string; channel: string | null; count: number };

/** What a change would do, before it is done. */
export type ChangePreview = {
  /** Another time, place or video link: everyone who is in it, invited or in line is told once. */
  isMoved: boolean;
  tells: ToTell[];
  /** Reminders that have not gone follow other days from now on; nobody is told. */
  isReplanned: boolean;
  /** People in line who would get a seat at once. */
  capacityGrows: boolean;
  /** Parties in line that would be larger than the arrangement: they keep nobody waiting, and staff speak with them. */
  tooLarge: number;
  problems: EventProblem[];
};

/** What a form makes of an arrangement there is, or what is wrong with it. */
export async function checkAgainst(rt: Runtime, staff: Staff, event: EventAndSessions, form: EventForm) {
  const { row, sessions } = event;
  const before = { ...row, startsAt: sessions.map(({ startsAt }) => startsAt) };
  const checked = await checkEvent(rt, staff, form, before);
  if ('problems' in checked) return checked;
  const begun = before.startsAt.filter((startsAt) => startsAt <= rt.now());
  if (begun.some((startsAt, i) => checked.event.sessions[i]?.startsAt !== startsAt))
    return { problems: [{ field: 'sessions', code: 'date-past' } as const] };
  const { capacity } = checked.event;
  const isTooFew = capacity !== null && capacity < row.seats;
  return isTooFew ? { problems: [{ field: 'capacity', code: 'seats-taken' } as const] } : checked;
}

/** Shows what a change of an open arrangement would do, and whom it tells. Throws `not-found`, `forbidden`. */
export async function previewChange(
  rt: Runtime,
  staff: Staff,
  id: string,
  form: EventForm,
): Promise<ChangePreview> {
  const event = await ownEvent(rt, staff, id);
  const checked = await checkAgainst(rt, staff, event, form);
  const none = { isMoved: false, tells: [], isReplanned: false, capacityGrows: false, tooLarge: 0 };
  if ('problems' in checked) return { ...none, problems: checked.problems };
  const isMoved = event.row.state === 'open' && isMove(rt, event, checked.event);
  const { capacity } = event.row;
  const next = checked.event.capacity;
  return {
    isMoved,
    isReplanned:
      event.row.state === 'open' && event.row.remindDays !== JSON.stringify(checked.event.remindDays),
    tells: isMoved ? await countToTell(rt.db, id) : [],
    capacityGrows: capacity !== null && (next === null || next > capacity) && event.row.waiting > 0,
    tooLarge: next === null ? 0 : await countTooLarge(rt.db, id, next),
    problems: [],
  };
}

/**
 * Changes an arrangement as it was `seen` (`changedAt`). When it is moved, everyone who is in it, invited or in line is told
 * once of what holds now; seats that come free go to those who wait. Throws `not-found`, `forbidden`, the first problem
 * of `checkEvent`, `date-past` for a session that has begun and would change, `seats-taken` for fewer seats than are taken,
 * and `changed-meanwhile` when it was, or is over.
 */
export async function changeEvent(
  rt: Runtime,
  staff: Staff,
  id: string,
  { seen, ...form }: EventForm & { seen: number },
): Promise<void> {
  const event = await eventToChange(rt, staff, id);
  const checked = await checkAgainst(rt, staff, event, form);
  if ('problems' in checked) throw eventError(checked.problems);
  const change = planChange(rt, event, checked.event, seen);
  const kind = change.isMoved ? 'event.moved' : 'event.changed';
  const ledger = [ledgerRow(rt, { kind, actor: staff.id, subject: id })];
  if (!(await rt.db.lane.put(changeEvents, { at: rt.now(), changes: [change], ledger })))
    throw new AppError('changed-meanwhile');
  await tellEvents(rt, id);
}
