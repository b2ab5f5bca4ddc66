import { anchorAt, isoDate } from '../../journey/time/format.ts';
import { countContactFigures } from '../../store/care/figures.ts';
import type { Runtime } from '../runtime.ts';
import { requireRight, type Staff, sightOf } from '../staff/staff.ts';
import { CONVERSATION_MINUTES } from './choices.ts';

/** The figures every report begins with, of one year and of what is in sight. */
export type Figures = {
  year: number;
  /** Conversations of counselling with staff. */
  staffConversations: number;
  /** Contacts of 20 minutes or more with a relative. */
  conversations: number;
  /** People with at least one contact of any length. */
  relatives: number;
};

/** This year's figures of what this member of staff sees. Announced events join them when there are events. */
export async function countFigures(rt: Runtime, staff: Staff): Promise<Figures> {
  requireRight(staff, 'look');
  const year = Number(isoDate(rt.now()).slice(0, 4));
  const yearBegins = (of: number): number => anchorAt(`${of}-01-01`) ?? 0;
  const period = { from: yearBegins(year), to: yearBegins(year + 1) };
  return { year, ...(await countContactFigures(rt.db, sightOf(staff), period, CONVERSATION_MINUTES)) };
}
