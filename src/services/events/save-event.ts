import { changeEvents } from '../../store/events/change-events.ts';
import { addEvents } from '../../store/events/events.ts';
import { AppError } from '../app-error.ts';
import { ledgerRow } from '../record-ledger.ts';
import type { Runtime } from '../runtime.ts';
import { requireRight, type Staff } from '../staff/staff.ts';
import { checkEvent, type EventForm, eventError } from './check-event.ts';
import { contentOf, sessionsOf } from './event-rows.ts';
import { ownEvent } from './own-event.ts';
import { planChange } from './plan-change.ts';

/** A draft as its form sends it; `id` is made with the form, so that pressing twice makes one; `seen` is its `changedAt` when it is changed. */
export type DraftForm = EventForm & { id: string; seen?: number | undefined };

const ID = /^[\w.-]{16,60}$/;

/**
 * Makes a draft, or changes one. Throws `forbidden`, the first problem of `checkEvent`, `not-found`, `changed-meanwhile` when somebody
 * else changed or opened it, and `already-done` when the same form made another before.
 */
export async function saveEvent(rt: Runtime, staff: Staff, form: DraftForm): Promise<{ id: string }> {
  requireRight(staff, 'coordinate');
  return form.seen === undefined ? addDraft(rt, staff, form) : changeDraft(rt, staff, form, form.seen);
}

/** Makes a draft, alone or as one of a series. */
export async function addDraft(
  rt: Runtime,
  staff: Staff,
  { id, seriesId, ...form }: EventForm & { id: string; seriesId?: string },
): Promise<{ id: string }> {
  if (!ID.test(id)) throw new AppError('field-unreadable', 'id');
  const checked = await checkEvent(rt, staff, form);
  if ('problems' in checked) throw eventError(checked.problems);
  const at = rt.now();
  const made = await rt.db.lane.put(addEvents, {
    event: {
      id,
      seriesId: seriesId ?? null,
      ...contentOf(rt, id, checked.event),
      state: 'draft',
      createdAt: at,
      createdBy: staff.id,
      changedAt: at,
    },
    sessions: sessionsOf(id, checked.event),
    ledger: [ledgerRow(rt, { kind: 'event.added', actor: staff.id, subject: id })],
  });
  if (!made) throw new AppError('already-done');
  return { id };
}

async function changeDraft(
  rt: Runtime,
  staff: Staff,
  form: DraftForm,
  seen: number,
): Promise<{ id: string }> {
  const { row, sessions } = await ownEvent(rt, staff, form.id);
  if (row.state !== 'draft') throw new AppError('already-done');
  const before = { ...row, startsAt: sessions.map(({ startsAt }) => startsAt) };
  const checked = await checkEvent(rt, staff, form, before);
  if ('problems' in checked) throw eventError(checked.problems);
  const changed = await rt.db.lane.put(changeEvents, {
    at: rt.now(),
    changes: [planChange(rt, { row, sessions, takenOut: [] }, checked.event, seen)],
    ledger: [ledgerRow(rt, { kind: 'event.changed', actor: staff.id, subject: form.id })],
  });
  if (!changed) throw new AppError('changed-meanwhile');
  return { id: form.id };
}
