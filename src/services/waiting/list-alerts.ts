import { listAside } from '../../store/journeys/timers-aside.ts';
import { type ListedAlert, listOpenAlerts, type TimeCursor } from '../../store/messages/desk-lists.ts';
import { openName, openText } from '../relatives/open-names.ts';
import type { Runtime } from '../runtime.ts';
import { requireRight, type Staff, sightOf } from '../staff/staff.ts';

/** Something a person must look at, as a list shows it; `text` is empty when the kind says it all. */
export type AlertLine = Omit<ListedAlert, 'nameSealed' | 'textSealed'> & {
  name: string | undefined;
  text: string;
  /** It is about a timer that was set aside and can be tried again. */
  mayRetry: boolean;
};

/** Alerts with their words. */
export async function toAlertLines(rt: Runtime, rows: readonly ListedAlert[]): Promise<AlertLine[]> {
  const broken = rows.filter(({ kind, journeyId }) => kind === 'broken' && journeyId !== null);
  const aside = await listAside(
    rt.db,
    broken.map(({ id }) => id),
  );
  return rows.map(({ nameSealed, textSealed, ...row }) => ({
    ...row,
    name: openName(rt, row.relativeId, nameSealed),
    text: openText(rt, 'alerts.text', row.id, textSealed),
    mayRetry: aside.has(row.id),
  }));
}

const PAGE = 50;

/** Open alerts: the urgent ones on the first page, the others page by page, the oldest first. */
export async function listAlerts(
  rt: Runtime,
  staff: Staff,
  after?: TimeCursor,
): Promise<{ urgent: AlertLine[]; lines: AlertLine[]; next?: TimeCursor }> {
  requireRight(staff, 'look');
  const [urgent, rows] = await Promise.all([
    after ? [] : listOpenAlerts(rt.db, true, { limit: PAGE, sight: sightOf(staff) }),
    listOpenAlerts(rt.db, false, { limit: PAGE + 1, sight: sightOf(staff), ...(after ? { after } : {}) }),
  ]);
  const lines = await toAlertLines(rt, rows.slice(0, PAGE));
  const last = lines.at(-1);
  const found = { urgent: await toAlertLines(rt, urgent), lines };
  return rows.length > PAGE && last ? { ...found, next: { at: last.raisedAt, id: last.id } } : found;
}
