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

/** Tells an advisor that a message failed; `reason` is from a closed list and says why. */
export const failureOf = (keys: Keys, message: string, reason: string, at: number): Failure => ({
  message,
  alert: alertRow(keys, {
    id: failureId(message),
    kind: 'delivery',
    audience: 'advisor',
    text: reason,
    messageId: message,
    raisedAt: at,
  }),
});

/** Raises the alerts of messages that have failed, once each. */
export const alertFailures = (failures: readonly Failure[]): Statement[] =>
  insertIf(
    alerts,
    failures.map(({ message, alert }) => ({ row: alert, keys: [message] })),
    {
      join: (message) =>
        `JOIN messages m ON m.id = ${message} AND m.status IN ('failed', 'undelivered', 'expired')`,
      override: {
        relativeId: () => 'm.relative_id',
        journeyId: () => 'm.journey_id',
        step: () => 'm.step',
      },
      verb: 'INSERT OR IGNORE',
    },
  );
