import { findReply } from '../../store/messages/replies.ts';
import { listAwaitingJourneys } from '../../store/people/relative-details.ts';
import { listRelativesOfNumber } from '../../store/people/relative-lists.ts';
import { AppError } from '../app-error.ts';
import { takeTurn } from '../journeys/take-turn.ts';
import type { Runtime } from '../runtime.ts';
import { requireSight, type Staff, sightOf } from '../staff/staff.ts';

/**
 * Lets a person say what a waiting reply means: JA or NEJ to one open question of someone at that number.
 * The reply is settled in the same commit. Throws `not-found`, `already-done` when the reply or the question no longer waits.
 */
export async function answerQuestion(
  rt: Runtime,
  staff: Staff,
  replyId: string,
  order: { journeyId: string; answer: 'ja' | 'nej' },
): Promise<void> {
  await requireSight(rt, staff, 'care', 'reply', replyId);
  const reply = await findReply(rt.db, replyId);
  if (!reply) throw new AppError('not-found');
  if (reply.status !== 'waiting') throw new AppError('already-done');
  const people = await listRelativesOfNumber(rt.db, reply.numberId, 20, sightOf(staff));
  const open = await listAwaitingJourneys(
    rt.db,
    people.map(({ id }) => id),
    20,
  );
  const question = open.find(({ id }) => id === order.journeyId);
  if (!question?.step) throw new AppError('already-done');
  const at = rt.now();
  const entry = {
    kind: 'reply.read',
    actor: staff.id,
    relativeId: question.relativeId,
    subject: replyId,
    body: {
      journey: question.id,
      step: question.step,
      answer: order.answer,
      waitedMs: at - reply.receivedAt,
    },
  };
  const { facts } = await takeTurn(
    rt,
    question.id,
    { kind: 'answered', at, step: question.step, answer: order.answer, by: staff.id },
    { reply: { id: replyId, from: 'waiting', by: staff.id }, entry },
  );
  if (facts.some(({ kind }) => kind === 'inputIgnored')) throw new AppError('already-done');
}
