// How the house itself fares: what waits, who holds what, and what was set aside. Counts and ids, no words of relatives.
import { listBroken } from '../../store/messages/desk-lists.ts';
import type { QueueCount, Runtime } from '../runtime.ts';
import { requireRight, type Staff } from '../staff/staff.ts';
import { type AlertLine, toAlertLines } from '../waiting/list-alerts.ts';
import { checkReadiness, type Readiness } from './check-readiness.ts';
import { countWaiting, type Waiting } from './count-waiting.ts';
import { within } from './within.ts';

const PATIENCE_MS = 2_000;
const MOST = 50;

export type OperationsShown = {
  readiness: Readiness;
  waiting: Waiting;
  /** Undefined when the queue does not answer. */
  queues: QueueCount[] | undefined;
  aside: AlertLine[];
};

/** What an administrator or coordinator sees of the running house. */
export async function showOperations(rt: Runtime, staff: Staff): Promise<OperationsShown> {
  requireRight(staff, 'operate');
  const [readiness, waiting, queues, broken] = await Promise.all([
    checkReadiness(rt, PATIENCE_MS),
    countWaiting(rt),
    within(PATIENCE_MS, rt.bell.counts()).catch(() => undefined),
    listBroken(rt.db, MOST),
  ]);
  return { readiness, waiting, queues, aside: await toAlertLines(rt, broken) };
}
