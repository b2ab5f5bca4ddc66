import { findShownMessage } from '../../store/messages/conversations.ts';
import { findMessage, type StoredMessage } from '../../store/messages/messages.ts';
import { AppError } from '../app-error.ts';
import { recordLedger } from '../record-ledger.ts';
import { openStaffNames } from '../relatives/open-names.ts';
import { type MessageLine, toMessageLine } from '../relatives/show-relative.ts';
import type { Runtime } from '../runtime.ts';
import { requireSight, type Staff } from '../staff/staff.ts';
import { type JourneyView, showJourney, type TurnView } from './show-journey.ts';
import { keepWhatMattered, traceTurns } from './trace-turns.ts';

/** A message and what led to it: the turns of its journey, or the person who wrote it. */
export type Explained = {
  message: MessageLine;
  journey?: JourneyView;
  /** From the start to the turn that composed the message, only what was needed for it. */
  because: TurnView[];
  staffNames: Map<string, string>;
  /** The SMS left at this instant (UTC ms), and what was looked at in the same moment. */
  left?: { at: number; checked: Checked[] };
};

/** What is looked at in the moment an SMS leaves. */
export type Checked = 'consent' | 'circle' | 'window' | 'answer';

function leftOf(row: StoredMessage | undefined): Pick<Explained, 'left'> {
  if (row?.channel !== 'sms' || !row.intentAt) return {};
  const checked: Checked[] = [];
  if (row.purpose !== 'receipt') checked.push('consent');
  if (row.journeyId) checked.push('circle');
  checked.push(row.lane === 0 ? 'answer' : 'window');
  return { left: { at: row.intentAt, checked } };
}

/** Tells why a message to this relative was written; the look is in the ledger. Throws `not-found`. */
export async function explainMessage(
  rt: Runtime,
  staff: Staff,
  relativeId: string,
  messageId: string,
): Promise<Explained> {
  await requireSight(rt, staff, 'look', 'message', messageId);
  const row = await findShownMessage(rt.db, messageId);
  if (row?.relativeId !== relativeId) throw new AppError('not-found');
  const message = toMessageLine(rt, row);
  const left = leftOf(await findMessage(rt.db, messageId));
  if (!row.journeyId) {
    await recordLedger(rt, {
      kind: 'relative.viewed',
      actor: staff.id,
      relativeId,
      subject: messageId,
      purpose: 'journey',
    });
    return { message, because: [], staffNames: await openStaffNames(rt, [row.createdBy]), ...left };
  }
  const journey = await showJourney(rt, staff, relativeId, row.journeyId);
  const chain = traceTurns(journey.turns, row.turn ?? 0);
  const because = keepWhatMattered(chain, row).map((turn): TurnView => ({ ...turn, messages: [] }));
  return { message, journey, because, staffNames: journey.staffNames, ...left };
}
