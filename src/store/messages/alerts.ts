import type { Write } from '../lane.ts';
import { insertRows } from '../rows.ts';
import { alerts } from '../schema/messages.ts';
import { type Keys, seal } from '../seal.ts';

export type AlertRow = typeof alerts.$inferInsert;

/** An alert as a row; `id` decides that the same thing is told only once. */
export const alertRow = (
  keys: Keys,
  alert: Omit<AlertRow, 'textSealed' | 'status'> & { text?: string },
): AlertRow => {
  const { text = '', ...rest } = alert;
  return { ...rest, textSealed: seal(keys, `alerts.text:${alert.id}`, text), status: 'open' };
};

/** Raises alerts; one with the same id is raised once. */
export const raiseAlerts: Write<AlertRow, true> = {
  name: 'raise-alerts',
  statements: (rows) => [insertRows(alerts, rows, 'ignore')],
  outcomes: (rows) => rows.map(() => true as const),
};
