import { listAppointees } from '../../store/care/appointment-lists.ts';
import { answerAppointments } from '../../store/care/appointments.ts';
import { AppError } from '../app-error.ts';
import { takeTurn } from '../journeys/take-turn.ts';
import type { Beside } from '../journeys/turn-rows.ts';
import { type Entry, ledgerRow } from '../record-ledger.ts';
import { mayPass, reportBroken } from '../report-broken.ts';
import type { Runtime } from '../runtime.ts';
import { requireSight, type Staff, sightOf } from '../staff/staff.ts';

/**
 * Notes what a relative told by telephone; with a no their journey ends in the same commit, so that nothing more is sent to
 * them. Throws `already-done` for an appointment that is over.
 */
export async function noteAnswer(
  rt: Runtime,
  staff: Staff,
  id: string,
  order: { relativeId: string; answer: 'ja' | 'nej' },
): Promise<void> {
  await requireSight(rt, staff, 'care', 'appointment', id);
  const { relativeId, answer } = order;
  const appointees = await listAppointees(rt.db, [id], sightOf(staff));
  const one = appointees.find((appointee) => appointee.relativeId === relativeId && appointee.nameSealed);
  if (!one) throw new AppError('not-found');
  const at = rt.now();
  const entry = { kind: 'appointment.answered', actor: staff.id, relativeId, subject: id, body: { answer } };
  const given = { appointment: id, answer, at };
  if (answer === 'nej' && one.journeyId && (await endWith(rt, one.journeyId, { given, entry }))) return;
  const ledger = [ledgerRow(rt, entry)];
  if (!(await rt.db.lane.put(answerAppointments, { id, relativeId, answer, at, ledger })))
    throw new AppError('already-done');
}

/** Ends the journey with the answer; false when it has ended already, or cannot go on and is left to a person. */
async function endWith(
  rt: Runtime,
  journeyId: string,
  { given, entry }: { given: NonNullable<Beside['given']>; entry: Entry },
): Promise<boolean> {
  const input = { kind: 'ended', at: given.at, reason: 'meldt fra', by: entry.actor } as const;
  try {
    const { facts } = await takeTurn(rt, journeyId, input, { given, entry });
    return !facts.some(({ kind }) => kind === 'inputIgnored');
  } catch (error) {
    if (mayPass(error) || (error instanceof AppError && error.code === 'already-done')) throw error;
    await reportBroken(rt, { id: `${journeyId}.${input.kind}`, error, journeyId });
    return false;
  }
}
