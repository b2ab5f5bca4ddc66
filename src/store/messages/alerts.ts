import type { Write } from '../lane.ts';
import { always, type Noted, noting } from '../noting.ts';
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

/** Raises alerts with the ledger entries that tell of the same. */
export const raiseNoted: Write<{ alert: AlertRow } & Noted, true> = noting(
  {
    name: 'raise-noted-alerts',
    statements: (items) => raiseAlerts.statements(items.map(({ alert }) => alert)),
    outcomes: (items) => items.map(() => true as const),
  },
  always,
);
