import { findShownMessage } from '../../store/conversations.ts';
import { AppError } from '../app-error.ts';
import type { Runtime } from '../runtime.ts';
import { openStaffNames } from './open-names.ts';
import { type JourneyView, showJourney, type TurnView } from './show-journey.ts';
import { type MessageLine, toMessageLine } from './show-relative.ts';
import { requireRight, type Staff } from './staff.ts';
import { traceTurns } from './trace-turns.ts';

/** A message and what led to it: the turns of its journey, or the person who wrote it. */
export type Explained = {
  message: MessageLine;
  journey?: JourneyView;
  /** From the start to the turn that composed the message, only what was needed for it. */
  because: TurnView[];
  staffNames: Map<string, string>;
};

/** Tells why a message to this relative was written. Throws `not-found`. */
export async function explainMessage(
  rt: Runtime,
  staff: Staff,
  relativeId: string,
  messageId: string,
): Promise<Explained> {
  requireRight(staff, 'look');
  const row = await findShownMessage(rt.db, messageId);
  if (row?.relativeId !== relativeId) throw new AppError('not-found');
  const message = toMessageLine(rt, row);
  if (!row.journeyId) {
    return { message, because: [], staffNames: await openStaffNames(rt, [row.createdBy]) };
  }
  const journey = await showJourney(rt, staff, relativeId, row.journeyId);
  const versions = traceTurns(journey.turns, row.turn ?? 0).map((turn) => turn.version);
  const because = journey.turns.filter((turn) => versions.includes(turn.version));
  return { message, journey, because, staffNames: journey.staffNames };
}
