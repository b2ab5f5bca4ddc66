// A message that did not and will not arrive is told to a person in the commit that says so: a crash cannot come between.

import type { Statement } from '../lane.ts';
import { insertIf } from '../rows.ts';
import { alerts } from '../schema/messages.ts';
import type { Keys } from '../seal.ts';
import { type AlertRow, alertRow } from './alerts.ts';

/** The alert about one message, raised if that message has failed. */
export type Failure = { message: string; alert: AlertRow };

/** The id of the one alert there is about a message that failed. */
export const failureId = (message: string): string => `delivery.${message}`;

/** The broadcast in the id of a message (`b.<broadcast>.<relative>`); undefined for any other message. */
const broadcastIn = (message: string): string | undefined => /^b\.([\w-]{22})\./.exec(message)?.[1];

/** Thousands may have got it: one alert tells that some did not, and its page tells who. `step` holds its id. */
const broadcastFailed = (keys: Keys, broadcast: string, at: number): AlertRow =>
  alertRow(keys, {
    id: `broadcast-failed.${broadcast}`,
    kind: 'broadcast-failed',
    audience: 'coordinator',
    step: broadcast,
    raisedAt: at,
  });

/**
 * Tells an advisor that a message failed; `reason` is from a closed list and says why. Of a group message the coordinator is
 * told, once for all of it.
 */
export function failureOf(keys: Keys, message: string, reason: string, at: number): Failure {
  const broadcast = broadcastIn(message);
  if (broadcast !== undefined) return { message, alert: broadcastFailed(keys, broadcast, at) };
  const alert = alertRow(keys, {
    id: failureId(message),
    kind: 'delivery',
    audience: 'advisor',
    text: reason,
    messageId: message,
    raisedAt: at,
  });
  return { message, alert };
}

/** Raises the alerts of messages that have failed, once each. */
export const alertFailures = (failures: readonly Failure[]): Statement[] =>
  insertIf(
    alerts,
    failures.map(({ message, alert }) => ({ row: alert, keys: [message] })),
    {
      join: (message) =>
        `JOIN messages m ON m.id = ${message} AND m.status IN ('failed', 'undelivered', 'expired')`,
      override: {
        relativeId: () => 'iif(m.broadcast_id IS NULL, m.relative_id, NULL)',
        journeyId: () => 'm.journey_id',
        step: (step) => `iif(m.broadcast_id IS NULL, m.step, ${step})`,
      },
      verb: 'INSERT OR IGNORE',
    },
  );
