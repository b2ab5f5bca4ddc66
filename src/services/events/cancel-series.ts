import { cancelEvents } from '../../store/events/cancel-events.ts';
import { AppError } from '../app-error.ts';
import { ledgerRow } from '../record-ledger.ts';
import type { Runtime } from '../runtime.ts';
import type { Staff } from '../staff/staff.ts';
import type { ToTell } from './change-event.ts';
import { countTells } from './count-tells.ts';
import { laterOfSeries, type SeenEvent, thoseSeen } from './later-of-series.ts';

/** One that would be cancelled, or, as a draft, deleted. Instants UTC ms. */
export type CancelledOne = SeenEvent & { title: string; state: string; startsAt: number; tells: ToTell[] };

/** What cancelling an arrangement and all later ones of its series would do. Throws `not-found`, `forbidden`, `too-many`. */
export async function previewSeriesCancel(rt: Runtime, staff: Staff, id: string): Promise<CancelledOne[]> {
  const { first, later } = await laterOfSeries(rt, staff, id);
  const rows = [first, ...later].map(({ row }) => row);
  const tellsOf = await countTells(
    rt,
    rows.map((row) => row.id),
  );
  return rows.map(({ id: one, title, state, startsAt, changedAt }) => ({
    ...{ id: one, seen: changedAt, title, state, startsAt },
    tells: tellsOf(one),
  }));
}

/**
 * Cancels an open arrangement and the later ones of its series that were `seen` for good, all or none; drafts among them are
 * deleted. Everyone who is in one, invited or in line is told once for each. Throws `not-found`, `forbidden`, `too-many`, and
 * `changed-meanwhile` when one of them was changed or is over.
 */
export async function cancelSeries(
  rt: Runtime,
  staff: Staff,
  id: string,
  { seen }: { seen: readonly SeenEvent[] },
): Promise<void> {
  const { first, later } = await laterOfSeries(rt, staff, id);
  const all = thoseSeen([first, ...later], seen);
  if (first.row.state !== 'open' || !all.some(({ row }) => row.id === id))
    throw new AppError('changed-meanwhile');
  const events = all.map(({ row, seen: at }) => {
    if (row.state !== 'open' && row.state !== 'draft') throw new AppError('changed-meanwhile');
    return { id: row.id, seen: at, state: row.state as 'open' | 'draft' };
  });
  const ledger = events.map(({ id: subject, state }) =>
    ledgerRow(rt, {
      kind: state === 'open' ? 'event.cancelled' : 'event.dropped',
      actor: staff.id,
      subject,
    }),
  );
  if (!(await rt.db.lane.put(cancelEvents, { at: rt.now(), events, ledger })))
    throw new AppError('changed-meanwhile');
  for (const event of events) rt.bell.ring({ job: 'tell-events', event: event.id });
}
