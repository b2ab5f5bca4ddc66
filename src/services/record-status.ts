import type { StatusReport } from '../gateways/gateway.ts';
import { recordReports } from '../store/outcomes.ts';
import { reportFailure } from './report-failure.ts';
import type { Runtime } from './runtime.ts';

/** Higher ranks are later in a message's life; the gateways' rule, kept here so that services need only its types. */
const RANK = { queued: 0, sent: 1, delivered: 2, undelivered: 2, failed: 2 } as const;

/** Records what the network says of a message, once: doubled, late and unknown reports change nothing. */
export async function recordStatus(rt: Runtime, report: StatusReport): Promise<void> {
  if (report.status === 'queued') return;
  const changed = await rt.db.lane.put(recordReports, {
    id: report.reference,
    rank: RANK[report.status],
    status: report.status,
    providerId: report.providerId,
    at: rt.now(),
    ...(report.reason ? { reason: report.reason } : {}),
    ...(report.code ? { code: report.code } : {}),
  });
  if (changed && (report.status === 'undelivered' || report.status === 'failed'))
    await reportFailure(rt, report.reference, report.reason ?? 'unreachable');
}
