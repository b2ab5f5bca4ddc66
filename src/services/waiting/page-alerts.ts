import { listOpenAlerts, type TimeCursor } from '../../store/messages/desk-lists.ts';
import type { Runtime } from '../runtime.ts';
import { requireRight, type Staff, sightOf } from '../staff/staff.ts';
import { type AlertLine, toAlertLines } from './list-alerts.ts';

/** A place among the alerts: the urgent ones come first, then the others. */
export type AlertCursor = TimeCursor & { urgent: boolean };

/** Open alerts, the urgent ones first and the oldest of each first, each on one page alone. */
export async function pageAlerts(
  rt: Runtime,
  staff: Staff,
  { after, most }: { after?: AlertCursor; most: number },
): Promise<{ lines: AlertLine[]; next?: AlertCursor }> {
  requireRight(staff, 'look');
  const list = (urgent: boolean, limit: number) =>
    listOpenAlerts(rt.db, urgent, {
      limit,
      sight: sightOf(staff),
      ...(after?.urgent === urgent ? { after: { at: after.at, id: after.id } } : {}),
    });
  const urgent = after?.urgent === false ? [] : await list(true, most + 1);
  const rows = urgent.length > most ? urgent : [...urgent, ...(await list(false, most + 1 - urgent.length))];
  const lines = await toAlertLines(rt, rows.slice(0, most));
  const last = lines.at(-1);
  if (rows.length <= most || !last) return { lines };
  return { lines, next: { at: last.raisedAt, id: last.id, urgent: last.urgent === 1 } };
}
