import { isPassing } from '../store/away.ts';
import { type AlertRow, alertRow, raiseAlerts } from '../store/messages/alerts.ts';
import { AppError } from './app-error.ts';
import type { Runtime } from './runtime.ts';

/** True when trying the same again later may succeed: nothing is wrong with what was tried. */
export const mayPass = (error: unknown): boolean =>
  isPassing(error) || (error instanceof AppError && error.code === 'busy');

/** What cannot go on and why, by ids only; `id` decides that the same thing is told once. */
export type Broken = {
  id: string;
  error: unknown;
  journeyId?: string;
  replyId?: string;
  broadcastId?: string;
};

/** Logs what the house cannot carry out itself, and gives the alert that leaves it to a person. */
export function brokenAlert(rt: Runtime, broken: Broken): AlertRow {
  const { id, error, journeyId, replyId, broadcastId } = broken;
  const why = error instanceof Error ? error.name : 'Error';
  rt.log.error({ broken: id, why }, 'something was set aside for a person');
  rt.metrics.count('setAside', { what: broadcastId ? 'broadcast' : journeyId ? 'journey' : 'reply' });
  const kind = broadcastId ? 'broadcast-broken' : 'broken';
  const alert = { id: `broken.${id}`, kind, audience: 'coordinator', urgent: 1 } as const;
  const about = {
    ...{ journeyId: journeyId ?? null, replyId: replyId ?? null, raisedAt: rt.now() },
    ...(broadcastId ? { step: broadcastId } : {}),
  };
  return alertRow(rt.db.keys, { ...alert, ...about });
}

/** Leaves to a person what the house cannot carry out itself. */
export async function reportBroken(rt: Runtime, broken: Broken): Promise<void> {
  await rt.db.lane.put(raiseAlerts, brokenAlert(rt, broken));
}
