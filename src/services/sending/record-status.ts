import type { StatusReport } from '../../gateways/gateway.ts';
import { failureOf } from '../../store/messages/failures.ts';
import { recordReports } from '../../store/messages/outcomes.ts';
import type { Runtime } from '../runtime.ts';
import { reportFailure } from './report-failure.ts';

/** Higher ranks are later in a message's life; the gateways' rule, kept here so that services need only its types. */
const RANK = { queued: 0, sent: 1, delivered: 2, undelivered: 2, failed: 2 } as const;

/**
 * Records what the network says of a message, once: doubled, late and unknown reports change nothing. A report proves
 * that the id is its reference's; a status that was *found* by searching does not, and counts while the message carries the id.
 */
export async function recordStatus(
  rt: Runtime,
  report: StatusReport,
  how: 'reported' | 'found' = 'reported',
): Promise<void> {
  const { status, reference, providerId, code } = report;
  if (status === 'queued') return;
  const at = rt.now();
  const isFailure = status === 'undelivered' || status === 'failed';
  const reason = report.reason ?? (isFailure ? 'unreachable' : undefined);
  const changed = await rt.db.lane.put(recordReports, {
    id: reference,
    rank: RANK[status],
    status,
    providerId,
    at,
    found: how === 'found',
    ...(reason ? { reason } : {}),
    ...(code ? { code } : {}),
    ...(isFailure && reason ? { failure: failureOf(rt.db.keys, reference, reason, at) } : {}),
  });
  if (changed) rt.metrics.count('reports', { status });
  if (changed && isFailure && reason) await reportFailure(rt, reference, reason);
}
