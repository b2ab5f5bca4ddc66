// What became of messages after their intent. A late lower rank never undoes a higher one.
import type { Write } from './lane.ts';
import { at } from './rows.ts';

/** The result of one post, under the fence it was claimed with. */
export type PostResult = {
  id: string;
  fence: number;
  status: 'sent' | 'due' | 'failed' | 'unknown';
  at: number;
  providerId?: string;
  segments?: number;
  dueAt?: number;
  reason?: string;
  code?: number;
  /** Never posted: the attempt does not count. */
  untried?: boolean;
};

/** Records results of posts; a message whose status report came first keeps its higher rank. */
export const recordResults: Write<PostResult, boolean> = {
  name: 'record-results',
  statements: (results) => [
    {
      sql: `UPDATE messages SET
          status = CASE WHEN messages.status = 'sending' THEN ${at(2)} ELSE messages.status END,
          rank = CASE WHEN ${at(2)} = 'sent' THEN MAX(messages.rank, 1) ELSE messages.rank END,
          sent_at = CASE WHEN ${at(2)} = 'sent' THEN COALESCE(messages.sent_at, ${at(3)}) ELSE messages.sent_at END,
          provider_id = COALESCE(${at(4)}, messages.provider_id), segments = COALESCE(${at(5)}, messages.segments),
          due_at = COALESCE(${at(6)}, messages.due_at), reason = ${at(7)}, code = ${at(8)},
          attempts = messages.attempts - COALESCE(${at(9)}, 0),
          link_sealed = CASE WHEN ${at(2)} IN ('sent', 'failed') THEN NULL ELSE messages.link_sealed END
        FROM json_each(?) e WHERE messages.id = ${at(0)} AND messages.fence = ${at(1)}
          AND messages.status IN ('sending', 'sent', 'delivered', 'undelivered', 'unknown') RETURNING messages.id, messages.status`,
      args: [
        JSON.stringify(
          results.map((r) => [
            r.id,
            r.fence,
            r.status,
            r.at,
            r.providerId ?? null,
            r.segments ?? null,
            r.dueAt ?? null,
            r.reason ?? null,
            r.code ?? null,
            r.untried ? 1 : null,
          ]),
        ),
      ],
    },
  ],
  outcomes(results, [first]) {
    const status = new Map(first?.rows.map((row) => [row.id, row.status]));
    return results.map((r) => status.get(r.id) === r.status);
  },
};

/** A status report from the network: `rank` 1 queued, 2 sent, 3 final. */
export type Report = {
  id: string;
  rank: number;
  status: 'sent' | 'delivered' | 'undelivered' | 'failed';
  providerId: string;
  at: number;
  reason?: string;
  code?: number;
};

/** Records status reports, also on a message of unknown outcome; true for each that changed something (doubled and late ones do not). */
export const recordReports: Write<Report, boolean> = {
  name: 'record-reports',
  statements: (reports) =>
    reports.map((r) => ({
      sql: `UPDATE messages SET rank = ?2, status = ?3, provider_id = COALESCE(provider_id, ?4),
          sent_at = COALESCE(sent_at, ?5), delivered_at = CASE WHEN ?3 = 'delivered' THEN ?5 ELSE delivered_at END,
          reason = ?6, code = ?7, link_sealed = NULL
        WHERE id = ?1 AND rank < ?2 AND status IN ('sending', 'sent', 'unknown', 'due', 'failed') AND intent_at IS NOT NULL
        RETURNING id`,
      args: [r.id, r.rank, r.status, r.providerId, r.at, r.reason ?? null, r.code ?? null],
    })),
  outcomes: (reports, results) => reports.map((_, i) => (results[i]?.rows.length ?? 0) > 0),
};

/** What asking the gateway about an unknown message led to. */
export type Finding = {
  id: string;
  searches: number;
  status: 'sent' | 'unknown' | 'due' | 'failed';
  at: number;
  providerId?: string;
  dueAt?: number;
  reason?: string;
};

/** Settles messages of unknown outcome; true for each that was still unknown after as many searches as the caller saw. */
export const recordFindings: Write<Finding, boolean> = {
  name: 'record-findings',
  statements: (findings) => [
    {
      sql: `UPDATE messages SET status = ${at(2)}, searches = searches + 1,
          sent_at = CASE WHEN ${at(2)} = 'sent' THEN COALESCE(sent_at, ${at(3)}) ELSE sent_at END,
          rank = CASE WHEN ${at(2)} = 'sent' THEN MAX(rank, 1) ELSE rank END,
          provider_id = COALESCE(${at(4)}, provider_id), due_at = COALESCE(${at(5)}, due_at), reason = ${at(6)}
        FROM json_each(?) e WHERE messages.id = ${at(0)} AND messages.status = 'unknown' AND messages.searches = ${at(1)}
        RETURNING messages.id`,
      args: [
        JSON.stringify(
          findings.map((f) => [
            f.id,
            f.searches,
            f.status,
            f.at,
            f.providerId ?? null,
            f.dueAt ?? null,
            f.reason ?? null,
          ]),
        ),
      ],
    },
  ],
  outcomes(findings, [first]) {
    const settled = new Set(first?.rows.map((row) => row.id));
    return findings.map((f) => settled.has(f.id));
  },
};
