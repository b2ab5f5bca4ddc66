import {
  countWaiting,
  listHeldCircles,
  listNextMessages,
  listNextTimers,
  listOpenAlerts,
  listTasks,
  listUnknownMessages,
} from '../../store/messages/desk-lists.ts';
import { countConversations, listConversations } from '../inbox/list-conversations.ts';
import { openName } from '../relatives/open-names.ts';
import type { Runtime } from '../runtime.ts';
import { requireRight, type Staff, sightOf } from '../staff/staff.ts';
import { toAlertLines } from './list-alerts.ts';
import { toMessageItem } from './list-tasks.ts';

const SHOWN = 8;

/** Further than this nothing is counted. */
export const MOST_COUNTED = 100;

/** Lists of the overview that go on on a page of their own. */
export type Listed = 'urgent' | 'alerts' | 'replies' | 'tasks';

type Cut<T> = { shown: T[]; isCut: boolean };

const cut = <T>(rows: readonly T[]): Cut<T> => ({
  shown: rows.slice(0, SHOWN),
  isCut: rows.length > SHOWN,
});

/** What needs a person first, then what the house does by itself next. The cost does not follow what is stored. */
export async function listOverview(rt: Runtime, staff: Staff) {
  requireRight(staff, 'look');
  const sight = sightOf(staff);
  const [urgent, alerts, found, tasks, unknown, messages, timers, circles, counts] = await Promise.all([
    listOpenAlerts(rt.db, true, { limit: SHOWN + 1, sight }).then(cut),
    listOpenAlerts(rt.db, false, { limit: SHOWN + 1, sight }).then(cut),
    listConversations(rt, staff, { page: SHOWN }),
    listTasks(rt.db, { limit: SHOWN + 1, sight }).then(cut),
    listUnknownMessages(rt.db, SHOWN, sight),
    listNextMessages(rt.db, SHOWN, sight),
    listNextTimers(rt.db, SHOWN, sight),
    listHeldCircles(rt.db, SHOWN, sight),
    countDesk(rt, staff),
  ]);
  return {
    urgent: await toAlertLines(rt, urgent.shown),
    alerts: await toAlertLines(rt, alerts.shown),
    replies: found.lines.slice(0, SHOWN),
    tasks: tasks.shown.map((row) => toMessageItem(rt, row)),
    /** How many there are of each list that is cut; nothing where all are shown. */
    all: {
      ...(urgent.isCut ? { urgent: counts.alerts } : {}),
      ...(alerts.isCut ? { alerts: counts.alerts } : {}),
      ...(found.next || found.lines.length > SHOWN ? { replies: counts.replies } : {}),
      ...(tasks.isCut ? { tasks: counts.tasks } : {}),
    } as Partial<Record<Listed, number>>,
    unknown: unknown.map((row) => toMessageItem(rt, row)),
    messages: messages.map((row) => toMessageItem(rt, row)),
    timers: timers.map(({ nameSealed, ...row }) => ({
      ...row,
      name: openName(rt, row.relativeId, nameSealed) ?? '',
    })),
    circles,
  };
}

export type Overview = Awaited<ReturnType<typeof listOverview>>;

/** What waits, for the menu: counted no further than `MOST_COUNTED`. */
export async function countDesk(rt: Runtime, staff: Staff): Promise<Waiting> {
  requireRight(staff, 'look');
  const [waiting, replies] = await Promise.all([
    countWaiting(rt.db, MOST_COUNTED, sightOf(staff)),
    countConversations(rt, staff, MOST_COUNTED),
  ]);
  return { ...waiting, replies };
}

/** `replies` are conversations in which something waits. */
export type Waiting = { replies: number; alerts: number; tasks: number; referrals: number };
