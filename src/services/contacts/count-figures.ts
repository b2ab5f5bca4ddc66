import { anchorAt, isoDate } from '../../journey/time/format.ts';
import { countContactFigures } from '../../store/care/figures.ts';
import { countAnnounced } from '../../store/events/event-lists.ts';
import type { Runtime } from '../runtime.ts';
import { requireRight, type Staff, sightOf } from '../staff/staff.ts';
import { CONVERSATION_MINUTES } from './choices.ts';

/** The figures every report begins with, of one year and of what is in sight. */
export type Figures = {
  year: number;
  /** Arrangements made public or sent to somebody in the period, cancelled ones included. */
  announced: number;
  /** Conversations of counselling with staff. */
  staffConversations: number;
  /** Contacts of 20 minutes or more with a relative. */
  conversations: number;
  /** People with at least one contact of any length. */
  relatives: number;
};

/** The figures of a year, this one unless it is named, of what this member of staff sees. */
export async function countFigures(
  rt: Runtime,
  staff: Staff,
  year = Number(isoDate(rt.now()).slice(0, 4)),
): Promise<Figures> {
  requireRight(staff, 'look');
  const yearBegins = (of: number): number => anchorAt(`${of}-01-01`) ?? 0;
  const period = { from: yearBegins(year), to: yearBegins(year + 1) };
  const sight = sightOf(staff);
  const [announced, contacts] = await Promise.all([
    countAnnounced(rt.db, sight, period),
    countContactFigures(rt.db, sight, period, CONVERSATION_MINUTES),
  ]);
  return { year, announced, ...contacts };
}
