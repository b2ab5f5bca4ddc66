import { type BroadcastCursor, listSeen, type SeenBroadcast } from '../../store/broadcasts/broadcasts.ts';
import { openStaffNames } from '../relatives/open-names.ts';
import type { Runtime } from '../runtime.ts';
import { requireRight, type Staff, sightOf } from '../staff/staff.ts';
import type { Way } from './broadcast-text.ts';
import { type BroadcastStatus, maySteer, statusOf, wayOf } from './find-broadcast.ts';

const PAGE = 50;

/** A broadcast as lists show it; instants UTC ms. */
export type BroadcastLine = {
  id: string;
  title: string;
  status: BroadcastStatus;
  way: Way;
  groupId: string;
  groupTitle: string;
  createdAt: number;
  by: string;
  orderedAt: number | undefined;
  orderedBy: string | undefined;
  dueAt: number | undefined;
  endedAt: number | undefined;
  /** Whether whoever asks may change, order and steer it, given the right to coordinate. */
  maySteer: boolean;
};

/** The line of a broadcast, with the names of staff by id. */
export const toBroadcastLine = (
  staff: Staff,
  seen: SeenBroadcast,
  names: ReadonlyMap<string, string>,
): BroadcastLine => {
  const { broadcast, group } = seen;
  return {
    id: broadcast.id,
    title: broadcast.title,
    status: statusOf(broadcast),
    way: wayOf(broadcast),
    groupId: broadcast.groupId,
    groupTitle: group.title,
    createdAt: broadcast.createdAt,
    by: names.get(broadcast.createdBy) ?? '',
    orderedAt: broadcast.orderedAt ?? undefined,
    orderedBy: broadcast.orderedBy === null ? undefined : (names.get(broadcast.orderedBy) ?? ''),
    dueAt: broadcast.dueAt ?? undefined,
    endedAt: broadcast.endedAt ?? undefined,
    maySteer: maySteer(staff, seen),
  };
};

/** A page of the broadcasts in sight (50, or `most`), the newest first; all, or those of a group. Throws `forbidden`. */
export async function listBroadcasts(
  rt: Runtime,
  staff: Staff,
  page: { after?: BroadcastCursor | undefined; most?: number; groupId?: string | undefined } = {},
): Promise<{ lines: BroadcastLine[]; next?: BroadcastCursor }> {
  requireRight(staff, 'look');
  const { after, most = PAGE, groupId } = page;
  const rows = await listSeen(rt.db, sightOf(staff), { limit: most + 1, after, groupId });
  const shown = rows.slice(0, most);
  const names = await openStaffNames(
    rt,
    shown.flatMap(({ broadcast }) => [broadcast.createdBy, broadcast.orderedBy]),
  );
  const lines = shown.map((row) => toBroadcastLine(staff, row, names));
  const last = shown.at(-1)?.broadcast;
  return rows.length > most && last ? { lines, next: { createdAt: last.createdAt, id: last.id } } : { lines };
}
