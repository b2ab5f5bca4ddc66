import { settleTasks } from '../../store/journeys/settlements.ts';
import { findListedMessage } from '../../store/messages/desk-lists.ts';
import { AppError } from '../app-error.ts';
import { declineForm, openFormOf } from '../forms/fill-form.ts';
import { takeTurn } from '../journeys/take-turn.ts';
import { ledgerRow } from '../record-ledger.ts';
import type { Runtime } from '../runtime.ts';
import { requireSight, type Staff } from '../staff/staff.ts';
import { asksAnswer } from './list-tasks.ts';

/** done: said or posted · ja, nej: what the relative answered · missed: nobody took the telephone, the call waits on. */
export const TASK_OUTCOMES = ['done', 'ja', 'nej', 'missed'] as const;
export type TaskOutcome = (typeof TASK_OUTCOMES)[number];

/**
 * Settles a call or a letter; an answer goes to the journey as if the relative had sent it. A no to a questionnaire is that it will not be filled in.
 * Throws `not-found`, `already-done`, and `field-unreadable` for an answer nobody asked for or a letter that was not picked up.
 */
export async function settleTask(rt: Runtime, staff: Staff, id: string, outcome: TaskOutcome): Promise<void> {
  await requireSight(rt, staff, 'care', 'message', id);
  const task = await findListedMessage(rt.db, id);
  if (!task || task.channel === 'sms') throw new AppError('not-found');
  if (task.status !== 'todo') throw new AppError('already-done');
  if (outcome === 'nej' && (await openFormOf(rt, task))) return declineForm(rt, staff, id);
  const answered = outcome === 'ja' || outcome === 'nej';
  if (answered && !(await asksAnswer(rt, task))) throw new AppError('field-unreadable', 'outcome');
  if (outcome === 'missed' && task.channel !== 'ring') throw new AppError('field-unreadable', 'outcome');
  const missed = outcome === 'missed';
  const entry = {
    kind: missed ? 'task.missed' : 'task.done',
    actor: staff.id,
    ...(task.relativeId ? { relativeId: task.relativeId } : {}),
    subject: id,
    body: { channel: task.channel, outcome },
  };
  const at = rt.now();
  if (answered && task.journeyId && task.step) {
    const input = { kind: 'answered', at, step: task.step, answer: outcome, by: staff.id } as const;
    const { facts } = await takeTurn(rt, task.journeyId, input, { task: id, entry });
    if (facts.some(({ kind }) => kind === 'inputIgnored')) throw new AppError('already-done');
    return;
  }
  const settled = await rt.db.lane.put(settleTasks, { id, at, missed, ledger: [ledgerRow(rt, entry)] });
  if (!settled) throw new AppError('already-done');
}
