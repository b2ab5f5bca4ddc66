import {
  countWaiting,
  listHeldCircles,
  listNextMessages,
  listNextTimers,
  listOpenAlerts,
  listTasks,
  listUnknownMessages,
  listWaitingReplies,
} from '../../store/desk-lists.ts';
import type { Runtime } from '../runtime.ts';
import { toAlertLine } from './list-alerts.ts';
import { toReplyLine } from './list-replies.ts';
import { toMessageItem } from './list-tasks.ts';
import { openName } from './open-names.ts';
import { requireRight, type Staff } from './staff.ts';

const SHOWN = 8;

/** What needs a person first, then what the house does by itself next. The cost does not follow what is stored. */
export async function listOverview(rt: Runtime, staff: Staff) {
  requireRight(staff, 'look');
  const [urgent, alerts, replies, tasks, unknown, messages, timers, circles] = await Promise.all([
    listOpenAlerts(rt.db, true, { limit: SHOWN }),
    listOpenAlerts(rt.db, false, { limit: SHOWN }),
    listWaitingReplies(rt.db, { limit: SHOWN }),
    listTasks(rt.db, { limit: SHOWN }),
    listUnknownMessages(rt.db, SHOWN),
    listNextMessages(rt.db, SHOWN),
    listNextTimers(rt.db, SHOWN),
    listHeldCircles(rt.db, SHOWN),
  ]);
  return {
    urgent: urgent.map((row) => toAlertLine(rt, row)),
    alerts: alerts.map((row) => toAlertLine(rt, row)),
    replies: replies.map((row) => toReplyLine(rt, row)),
    tasks: tasks.map((row) => toMessageItem(rt, row)),
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

/** What waits, for the menu: counted no further than 100. */
export async function countDesk(rt: Runtime, staff: Staff): Promise<Waiting> {
  requireRight(staff, 'look');
  return countWaiting(rt.db, 100);
}

export type Waiting = { replies: number; alerts: number; tasks: number };
