import { countSegments } from '../../journey/text/segments.ts';
import { answerReplies } from '../../store/journeys/settlements.ts';
import { findReply } from '../../store/messages/replies.ts';
import { findNumber } from '../../store/people/numbers.ts';
import { listRelativesOfNumber } from '../../store/people/relative-lists.ts';
import { seal } from '../../store/seal.ts';
import { AppError } from '../app-error.ts';
import { ledgerRow } from '../record-ledger.ts';
import type { Runtime } from '../runtime.ts';
import { requireSight, type Staff } from '../staff/staff.ts';
import { refuseConfidential } from './refuse-confidential.ts';

/** The most characters of an SMS that a person writes. */
export const MOST_CHARACTERS = 480;

/** The text as it leaves: line ends as one sign, no space around it. */
const tidy = (text: string): string => text.replace(/\r\n?/g, '\n').trim();

async function requireWaiting(rt: Runtime, replyId: string) {
  const reply = await findReply(rt.db, replyId);
  const number = reply && (await findNumber(rt.db, reply.numberId));
  if (!reply || !number) throw new AppError('not-found');
  if (reply.status !== 'waiting') throw new AppError('already-done');
  if (number.stoppedAt !== null || number.wrongAt !== null) throw new AppError('stopped');
  return { reply, number };
}

/**
 * Answers a waiting reply by SMS from the number; two who press at once send one SMS.
 * Throws `not-found`, `already-done`, `stopped`, `text-empty`, `text-too-long`, `cpr-typed`, `text-confidential`.
 */
export async function answerReply(rt: Runtime, staff: Staff, replyId: string, typed: string): Promise<void> {
  await requireSight(rt, staff, 'care', 'reply', replyId);
  const text = tidy(typed);
  if (text === '') throw new AppError('text-empty');
  if (text.length > MOST_CHARACTERS) throw new AppError('text-too-long');
  await refuseConfidential(rt, text);
  const { reply, number } = await requireWaiting(rt, replyId);
  const people = await listRelativesOfNumber(rt.db, number.id, 2);
  const relativeId = reply.relativeId ?? (people.length === 1 ? people[0]?.id : undefined) ?? null;
  const at = rt.now();
  const id = `a.${replyId}`;
  const entry = ledgerRow(rt, {
    kind: 'reply.answered',
    actor: staff.id,
    ...(relativeId ? { relativeId } : {}),
    subject: replyId,
    body: { waitedMs: at - reply.receivedAt },
  });
  const answered = await rt.db.lane.put(answerReplies, {
    reply: replyId,
    at,
    by: staff.id,
    ledger: [entry],
    message: {
      id,
      relativeId,
      numberId: number.id,
      textKey: 'staff',
      purpose: 'staff',
      channel: 'sms',
      sender: 'number',
      language: 'da',
      textSealed: seal(rt.db.keys, `messages.text:${id}`, text),
      segments: countSegments(text).count,
      lane: 1,
      status: 'due',
      dueAt: at,
      createdAt: at,
      createdBy: staff.id,
    },
  });
  if (!answered) throw new AppError('already-done');
  rt.bell.ring({ job: 'dispatch-sender', sender: 'number' });
}
