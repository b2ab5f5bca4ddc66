// A backup that was put back sends nothing before what came in and what left since it was made is reconciled with the gateway.
import {
  closeRestorations,
  findRestoration,
  type Restoration,
  tellRestorations,
} from '../../store/copies/restorations.ts';
import { createHold } from '../hold-lease.ts';
import { ledgerRow } from '../record-ledger.ts';
import type { Runtime } from '../runtime.ts';
import { pauseDoubtful } from './pause-doubtful.ts';
import { readGap } from './read-gap.ts';
import { type Relived, reliveGap } from './relive-gap.ts';
import { awayAlert, restoredAlert } from './tell-restored.ts';

const LEASE = { name: 'reconcile', ms: 60_000 };

/** The provider's list shows a message a moment after it was taken. */
const isTooEarly = (rt: Runtime, { restoredAt }: Restoration): boolean => {
  const since = rt.clock() - restoredAt;
  return since >= 0 && since < rt.config.unknownGraceMs;
};

/**
 * Reconciles a backup that was put back, after which the house goes on; gives 1 when it did. While the gateway does not
 * answer nothing changes but that a person is told, once.
 */
export async function reconcileRestored(rt: Runtime): Promise<number> {
  if (!(await rt.db.isHeldBack())) return 0;
  const restoration = await findRestoration(rt.db);
  const hold = createHold(rt, LEASE);
  if (!restoration || isTooEarly(rt, restoration) || !(await hold.mine())) return 0;
  try {
    return await reconcile(rt, restoration, async () => !rt.closing.aborted && (await hold.mine()));
  } finally {
    await hold.giveBack();
  }
}

async function reconcile(
  rt: Runtime,
  restoration: Restoration,
  mayGoOn: () => Promise<boolean>,
): Promise<number> {
  const gap = await readGap(rt, restoration.takenAt);
  if (!gap) {
    await tellAway(rt, restoration);
    return 0;
  }
  const relived = await reliveGap(rt, gap, mayGoOn);
  if (!relived) return 0;
  const paused = await pauseDoubtful(rt, gap, relived);
  await goOn(rt, restoration, relived, paused);
  return 1;
}

async function tellAway(rt: Runtime, restoration: Restoration): Promise<void> {
  rt.log.warn({ restoration: restoration.id }, 'nothing leaves: the gateway cannot be asked what left');
  if (restoration.toldAt !== null) return;
  const alert = awayAlert(rt, restoration);
  await rt.db.lane.put(tellRestorations, { id: restoration.id, at: rt.clock(), alert });
}

async function goOn(rt: Runtime, restoration: Restoration, relived: Relived, paused: number): Promise<void> {
  const { id, takenAt } = restoration;
  const { heard, recognised, strange } = relived;
  const body = { takenAt, heard, recognised, strange: strange.length, paused };
  rt.log.warn({ restoration: id, ...body }, 'a restored backup is reconciled');
  await rt.db.lane.put(closeRestorations, {
    at: rt.clock(),
    alert: await restoredAlert(rt, restoration, relived, paused),
    entry: ledgerRow(rt, { kind: 'restored', actor: 'house', subject: id, body }),
  });
  for (const sender of ['number', 'name'] as const) rt.bell.ring({ job: 'dispatch-sender', sender });
}
