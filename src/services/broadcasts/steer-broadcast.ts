// Letting a broadcast rest, go on, be taken back, and trying again what failed.
import {
  cancelBroadcasts,
  pauseBroadcasts,
  resumeBroadcasts,
  retryFailures,
} from '../../store/broadcasts/steer.ts';
import { AppError } from '../app-error.ts';
import { getOrganisation } from '../organisation.ts';
import { ledgerRow } from '../record-ledger.ts';
import type { Runtime } from '../runtime.ts';
import type { Staff } from '../staff/staff.ts';
import { valuesOf } from './audience-of.ts';
import { openTexts, requireBroadcast } from './find-broadcast.ts';

const steering = (rt: Runtime, staff: Staff, id: string, kind: string) => ({
  id,
  at: rt.now(),
  ledger: [ledgerRow(rt, { kind, actor: staff.id, subject: id })],
});

/** Nobody more is written to, and what has not left rests with it. Throws `not-found`, `forbidden`, `already-done` when it rests or is over. */
export async function pauseBroadcast(rt: Runtime, staff: Staff, id: string): Promise<void> {
  await requireBroadcast(rt, staff, 'coordinate', id);
  const order = steering(rt, staff, id, 'broadcast.paused');
  if (!(await rt.db.lane.put(pauseBroadcasts, order))) throw new AppError('already-done');
}

/** It goes on where it stood, also after its sample, or when what it was stuck on is mended; whoever does not get it any more is left out. Throws `not-found`, `forbidden`, `already-done` when it goes on or is over. */
export async function resumeBroadcast(rt: Runtime, staff: Staff, id: string): Promise<void> {
  const { broadcast } = await requireBroadcast(rt, staff, 'coordinate', id);
  const values = valuesOf(await getOrganisation(rt), id, openTexts(rt, broadcast), rt.now());
  const order = { ...steering(rt, staff, id, 'broadcast.resumed'), values };
  if (!(await rt.db.lane.put(resumeBroadcasts, order))) throw new AppError('already-done');
  rt.bell.ring({ job: 'broadcast', broadcast: id });
  for (const sender of ['number', 'name'] as const) rt.bell.ring({ job: 'dispatch-sender', sender });
}

/** Nothing of it leaves any more but what is under way in this moment; it cannot be taken up again. Throws `not-found`, `forbidden`, `already-done`. */
export async function cancelBroadcast(rt: Runtime, staff: Staff, id: string): Promise<void> {
  await requireBroadcast(rt, staff, 'coordinate', id);
  const order = steering(rt, staff, id, 'broadcast.cancelled');
  if (!(await rt.db.lane.put(cancelBroadcasts, order))) throw new AppError('already-done');
}

/** Those whose message failed get it anew; never those of whom nobody knows. Gives how many. Throws `not-found`, `forbidden`, `already-done` when nothing failed. */
export async function retryFailed(rt: Runtime, staff: Staff, id: string): Promise<{ count: number }> {
  await requireBroadcast(rt, staff, 'coordinate', id);
  const count = await rt.db.lane.put(retryFailures, steering(rt, staff, id, 'broadcast.retried'));
  if (count === 0) throw new AppError('already-done');
  rt.bell.ring({ job: 'broadcast', broadcast: id });
  return { count };
}
