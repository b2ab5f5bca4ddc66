// The network's webhooks: the house is told of every status and every SMS from a phone, again when it could not take it.
import type { IncomingSms, StatusReport } from '../gateway.ts';
import type { Entry } from './memory.ts';
import { type NetworkState, record } from './network-state.ts';

/** Waits between the five attempts, in ms; afterwards the network gives up until it is started again. */
const patienceMs = [1_000, 5_000, 30_000, 120_000];

/** Tells the house the status an SMS to a phone has now; settles when it is told or waits for another attempt. */
export async function tellStatus(state: NetworkState, entry: Entry): Promise<void> {
  const report = reportOf(entry);
  const fault = state.options.faults?.status?.(report);
  const tell = () => state.house?.onStatus(report);
  const done = () => record(state, { type: 'told', id: report.providerId, status: report.status });
  if (fault === 'lost') return done();
  if (fault === 'late') return tellLater(state, () => attempt(state, tell, done, 0));
  await attempt(state, tell, done, 0);
  if (fault === 'doubled') await attempt(state, tell, done, 0);
}

/** Hands the house an SMS from a phone, which counts as delivered from then on. */
export async function tellIncoming(state: NetworkState, entry: Entry): Promise<void> {
  const { id, from, to, text } = entry.sms;
  const incoming: IncomingSms = { providerId: id, from, to, text };
  const tell = () => state.house?.onIncoming(incoming);
  const done = () => {
    if (entry.sms.status === 'delivered') return;
    record(state, { type: 'status', id, at: state.options.now(), status: 'delivered' });
  };
  await attempt(state, tell, done, 0);
  if (state.options.faults?.incoming?.(incoming) === 'doubled') await attempt(state, tell, done, 0);
}

/** Two errands after one another, so that the report that was planned for the same moment overtakes this one. */
function tellLater(state: NetworkState, run: () => Promise<void>): void {
  const dueAt = state.options.now() + state.delay.deliveredMs;
  state.errands.add(dueAt, async () => state.errands.add(dueAt, run));
}

async function attempt(
  state: NetworkState,
  tell: () => Promise<void> | undefined,
  done: () => void,
  earlier: number,
): Promise<void> {
  const answer = tell();
  if (!answer) return;
  try {
    await answer;
  } catch {
    const wait = patienceMs[earlier];
    if (wait === undefined) return;
    return state.errands.add(state.options.now() + wait, () => attempt(state, tell, done, earlier + 1));
  }
  done();
}

function reportOf(entry: Entry): StatusReport {
  const { id, status, reference = '' } = entry.sms;
  const report: StatusReport = { reference, providerId: id, status };
  return entry.code ? { ...report, reason: 'unreachable', code: entry.code } : report;
}
