import { countToTell } from '../../store/events/attendance-lists.ts';
import { cancelEvents } from '../../store/events/cancel-events.ts';
import { dropDrafts, holdEvents, openEvents, type Rest } from '../../store/events/events.ts';
import { AppError } from '../app-error.ts';
import { ledgerRow } from '../record-ledger.ts';
import type { Runtime } from '../runtime.ts';
import type { Staff } from '../staff/staff.ts';
import { settleEventCalls } from './call-named.ts';
import type { ToTell } from './change-event.ts';
import { laterOfSeries, type SeenEvent } from './later-of-series.ts';
import { ownEvent } from './own-event.ts';
import { tellEvents } from './tell-events.ts';

/** A press on an arrangement as it was shown: `seen` is its `changedAt`. */
type Press = { seen: number };

const changeOf = (rt: Runtime, staff: Staff, id: string, kind: string) => ({
  id,
  at: rt.now(),
  ledger: [ledgerRow(rt, { kind, actor: staff.id, subject: id })],
});

/**
 * Opens a draft: one can sign up, and a public one is announced. Throws `not-found`, `forbidden`, `date-past` for one that
 * has begun, and `already-done` when it was changed or opened meanwhile.
 */
export async function openEvent(rt: Runtime, staff: Staff, id: string, { seen }: Press): Promise<void> {
  const { row } = await ownEvent(rt, staff, id);
  if (row.startsAt <= rt.now()) throw new AppError('date-past', 'sessions');
  const opened = await rt.db.lane.put(openEvents, { ...changeOf(rt, staff, id, 'event.opened'), seen });
  if (!opened) throw new AppError('already-done');
}

/** Deletes a draft; nobody was told of it. Throws `not-found`, `forbidden`, and `already-done` when it was changed or opened meanwhile. */
export async function dropDraftEvent(rt: Runtime, staff: Staff, id: string, { seen }: Press): Promise<void> {
  await ownEvent(rt, staff, id);
  const dropped = await rt.db.lane.put(dropDrafts, { ...changeOf(rt, staff, id, 'event.dropped'), seen });
  if (!dropped) throw new AppError('already-done');
}

/** Who would be told that it is cancelled. Throws `not-found`, `forbidden`. */
export async function previewCancel(rt: Runtime, staff: Staff, id: string): Promise<ToTell[]> {
  await ownEvent(rt, staff, id);
  return countToTell(rt.db, id);
}

/**
 * Cancels an open arrangement for good; everyone who is in it, invited or in line is told once. Throws `not-found`,
 * `forbidden`, and `already-done` when it was changed meanwhile or is over.
 */
export async function cancelEvent(rt: Runtime, staff: Staff, id: string, { seen }: Press): Promise<void> {
  await ownEvent(rt, staff, id);
  const { at, ledger } = changeOf(rt, staff, id, 'event.cancelled');
  const events = [{ id, seen, state: 'open' as const }];
  if (!(await rt.db.lane.put(cancelEvents, { at, ledger, events }))) throw new AppError('already-done');
  await tellEvents(rt, id);
}

/**
 * Notes that it was held; `rest` is what holds for those with a seat whom nobody noted. Nothing more is told about it, and
 * who came can still be corrected. Throws `not-found`, `forbidden`, `field-unreadable` before its last session has begun,
 * and `already-done` when it was changed meanwhile.
 */
export async function closeEvent(
  rt: Runtime,
  staff: Staff,
  id: string,
  { seen, rest }: Press & { rest: Rest },
): Promise<void> {
  const { sessions } = await ownEvent(rt, staff, id);
  if (rt.now() < (sessions.at(-1)?.startsAt ?? 0)) throw new AppError('field-unreadable', 'sessions');
  const order = { ...changeOf(rt, staff, id, 'event.held'), seen, rest, by: staff.id };
  if (!(await rt.db.lane.put(holdEvents, order))) throw new AppError('already-done');
  await settleEventCalls(rt, id);
}

/**
 * Opens a draft and the later drafts of its series that were `seen`, each as `openEvent`; pressed twice opens nothing twice,
 * and one that was changed meanwhile stays a draft. Gives how many were opened. Throws `not-found`, `forbidden`, `too-many`,
 * and `already-done` when none was.
 */
export async function openSeries(
  rt: Runtime,
  staff: Staff,
  id: string,
  { seen }: { seen: readonly SeenEvent[] },
): Promise<{ opened: number }> {
  const { first, later } = await laterOfSeries(rt, staff, id);
  const drafts = [first, ...later].filter(({ row }) => row.state === 'draft' && row.startsAt > rt.now());
  const open = seen.filter((one) => drafts.some(({ row }) => row.id === one.id));
  const opened = await Promise.all(
    open.map((one) =>
      rt.db.lane.put(openEvents, { ...changeOf(rt, staff, one.id, 'event.opened'), seen: one.seen }),
    ),
  );
  const count = opened.filter((isOpened) => isOpened).length;
  if (count === 0) throw new AppError('already-done');
  return { opened: count };
}
