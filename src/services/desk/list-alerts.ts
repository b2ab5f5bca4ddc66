import { type ListedAlert, listOpenAlerts, type TimeCursor } from '../../store/desk-lists.ts';
import type { Runtime } from '../runtime.ts';
import { openName, openText } from './open-names.ts';
import { requireRight, type Staff } from './staff.ts';

/** Something a person must look at, as a list shows it; `text` is empty when the kind says it all. */
export type AlertLine = Omit<ListedAlert, 'nameSealed' | 'textSealed'> & {
  name: string | undefined;
  text: string;
};

export const toAlertLine = (rt: Runtime, row: ListedAlert): AlertLine => {
  const { nameSealed, textSealed, ...rest } = row;
  return {
    ...rest,
    name: openName(rt, row.relativeId, nameSealed),
    text: openText(rt, 'alerts.text', row.id, textSealed),
  };
};

const PAGE = 50;

/** Open alerts: the urgent ones on the first page, the others page by page, the oldest first. */
export async function listAlerts(
  rt: Runtime,
  staff: Staff,
  after?: TimeCursor,
): Promise<{ urgent: AlertLine[]; lines: AlertLine[]; next?: TimeCursor }> {
  requireRight(staff, 'look');
  const [urgent, rows] = await Promise.all([
    after ? [] : listOpenAlerts(rt.db, true, { limit: PAGE }),
    listOpenAlerts(rt.db, false, { limit: PAGE + 1, ...(after ? { after } : {}) }),
  ]);
  const lines = rows.slice(0, PAGE).map((row) => toAlertLine(rt, row));
  const last = lines.at(-1);
  const found = { urgent: urgent.map((row) => toAlertLine(rt, row)), lines };
  return rows.length > PAGE && last ? { ...found, next: { at: last.raisedAt, id: last.id } } : found;
}
