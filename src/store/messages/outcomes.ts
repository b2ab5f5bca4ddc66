// What became of messages after their intent. A late lower rank never undoes a higher one, and who must hear of a failure hears of it in the same commit.

import type { Statement, Write } from '../lane.ts';
import { keepBack } from '../people/keep-back.ts';
import { at } from '../rows.ts';
import { alertFailures, type Failure } from './failures.ts';
import { carryProven, takeFromOthers } from './proven-ids.ts';

/** The result of one post, under the fence and with the instant of the claim it belongs to. */
export type PostResult = {
  id: string;
  fence: number;
  intentAt: number;
  status: 'sent' | 'due' | 'failed' | 'unknown';
  at: number;
  providerId?: string;
  segments?: number;
  /** Not again before then, real time, ms. */
  retryAt?: number;
  reason?: string;
  code?: number;
  /** Never posted: the attempt does not count. */
  untried?: boolean;
  failure?: Failure;
};

const IS_OPEN = "status IN ('sending', 'unknown', 'due')";

const isTaken = (result: PostResult): boolean => result.status === 'sent';

/** The claim the result belongs to: a copy that arrives after the message was claimed anew is another's. */
const OF_ITS_CLAIM = `messages.id = ${at(0)} AND messages.fence = ${at(1)} AND messages.intent_at = ${at(2)}`;

/** Taken counts whatever was thought of it meanwhile, one that was to be sent again included; what a report said before stays. */
const recordTaken = (results: readonly PostResult[]): Statement => ({
  sql: `UPDATE messages SET
      status = iif(${IS_OPEN}, 'sent', status), reason = iif(${IS_OPEN}, NULL, reason), code = iif(${IS_OPEN}, NULL, code),
      rank = MAX(rank, 1), sent_at = COALESCE(sent_at, ${at(3)}), link_sealed = NULL, retry_at = NULL,
      provider_id = COALESCE(${at(4)}, provider_id), segments = COALESCE(${at(5)}, segments)
    FROM json_each(?) e WHERE ${OF_ITS_CLAIM}
      AND messages.status IN ('sending', 'unknown', 'due', 'sent', 'delivered', 'undelivered')`,
  args: [
    JSON.stringify(
      results.map((r) => [r.id, r.fence, r.intentAt, r.at, r.providerId ?? null, r.segments ?? null]),
    ),
  ],
});

/** Not taken changes only what is under way or doubted. */
const recordNotTaken = (results: readonly PostResult[]): Statement => ({
  sql: `UPDATE messages SET status = ${at(3)}, reason = ${at(4)}, code = ${at(5)}, retry_at = ${at(6)},
      attempts = attempts - ${at(7)}, link_sealed = iif(${at(3)} = 'failed', NULL, link_sealed)
    FROM json_each(?) e WHERE ${OF_ITS_CLAIM}
      AND messages.status IN ('sending', 'unknown')`,
  args: [
    JSON.stringify(
      results.map((r) => [
        r.id,
        r.fence,
        r.intentAt,
        r.status,
        r.reason ?? null,
        r.code ?? null,
        r.retryAt ?? null,
        r.untried ? 1 : 0,
      ]),
    ),
  ],
});

/** Records results of posts; one of another claim than the message's last changes nothing, and a status report that came first keeps its higher rank. */
export const recordResults: Write<PostResult, true> = {
  name: 'record-results',
  statements(results) {
    const taken = results.filter(isTaken);
    const others = results.filter((result) => !isTaken(result));
    return [
      ...(taken.length > 0 ? [recordTaken(taken)] : []),
      ...(others.length > 0 ? [recordNotTaken(others)] : []),
      ...takeFromOthers(taken.flatMap(({ id, providerId }) => (providerId ? [{ id, providerId }] : []))),
      ...keepBack(others.flatMap((r) => (r.status === 'due' ? [r.id] : []))),
      ...alertFailures(others.flatMap((r) => r.failure ?? [])),
    ];
  },
  outcomes: (results) => results.map(() => true as const),
};

/** A status of the network's: `rank` 1 sent, 2 final. Reported with the message's reference, unless it was found for the id the message carries. */
export type Report = {
  id: string;
  rank: number;
  status: 'sent' | 'delivered' | 'undelivered' | 'failed';
  providerId: string;
  at: number;
  reason?: string;
  code?: number;
  found?: boolean;
  failure?: Failure;
};

/** Records status reports, whatever we thought had become of the message, and that the id is its own; true for each that changed something (doubled and late ones do not). */
export const recordReports: Write<Report, boolean> = {
  name: 'record-reports',
  statements(reports) {
    const proofs = reports.filter(({ found }) => !found);
    return [
      ...reports.map((r) => ({
        sql: `UPDATE messages SET rank = ?2, status = ?3, provider_id = COALESCE(provider_id, ?4),
          sent_at = COALESCE(sent_at, ?5), delivered_at = CASE WHEN ?3 = 'delivered' THEN ?5 ELSE delivered_at END,
          reason = ?6, code = ?7, link_sealed = NULL
        WHERE id = ?1 AND rank < ?2 AND intent_at IS NOT NULL AND (?8 = 0 OR provider_id = ?4) RETURNING id`,
        args: [r.id, r.rank, r.status, r.providerId, r.at, r.reason ?? null, r.code ?? null, r.found ? 1 : 0],
      })),
      ...carryProven(proofs),
      ...takeFromOthers(proofs),
      ...alertFailures(reports.flatMap((r) => r.failure ?? [])),
    ];
  },
  outcomes: (reports, results) => reports.map((_, i) => (results[i]?.rows.length ?? 0) > 0),
};

/** What asking the gateway about an unknown message led to. */
export type Finding = {
  id: string;
  searches: number;
  status: 'sent' | 'unknown' | 'due' | 'failed';
  at: number;
  providerId?: string;
  reason?: string;
  failure?: Failure;
};

const settle = (findings: readonly Finding[]): Statement => ({
  sql: `UPDATE messages SET status = ${at(2)}, searches = searches + 1,
      sent_at = CASE WHEN ${at(2)} = 'sent' THEN COALESCE(sent_at, ${at(3)}) ELSE sent_at END,
      rank = CASE WHEN ${at(2)} = 'sent' THEN MAX(rank, 1) ELSE rank END,
      provider_id = COALESCE(${at(4)}, provider_id), reason = ${at(5)},
      link_sealed = CASE WHEN ${at(2)} IN ('sent', 'failed') THEN NULL ELSE link_sealed END
    FROM json_each(?) e WHERE messages.id = ${at(0)} AND messages.status = 'unknown' AND messages.searches = ${at(1)}
      AND NOT EXISTS (SELECT 1 FROM messages x INDEXED BY messages_provider WHERE x.provider_id = ${at(4)} AND x.id <> messages.id)
    RETURNING messages.id`,
  args: [
    JSON.stringify(
      findings.map((f) => [f.id, f.searches, f.status, f.at, f.providerId ?? null, f.reason ?? null]),
    ),
  ],
});

/** Settles messages of unknown outcome; true for each that was still unknown after as many searches as the caller saw, unless what was found is another's by now. */
export const recordFindings: Write<Finding, boolean> = {
  name: 'record-findings',
  statements: (findings) => [
    settle(findings),
    ...keepBack(findings.flatMap((f) => (f.status === 'due' ? [f.id] : []))),
    ...alertFailures(findings.flatMap((f) => f.failure ?? [])),
  ],
  outcomes(findings, [first]) {
    const settled = new Set(first?.rows.map((row) => row.id));
    return findings.map((f) => settled.has(f.id));
  },
};
