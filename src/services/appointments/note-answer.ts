import { listAppointees } from '../../store/care/appointment-lists.ts';
import { answerAppointments } from '../../store/care/appointments.ts';
import { AppError } from '../app-error.ts';
import { tellJourney } from '../journeys/tell-journey.ts';
import { ledgerRow } from '../record-ledger.ts';
import type { Runtime } from '../runtime.ts';
import { requireSight, type Staff, sightOf } from '../staff/staff.ts';

/** Notes what a relative told by telephone; after a no nothing more is sent to them. Throws `already-done` for one that is over. */
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
  const body = { answer };
  const entry = ledgerRow(rt, {
    kind: 'appointment.answered',
    actor: staff.id,
    relativeId,
    subject: id,
    body,
  });
  const noted = await rt.db.lane.put(answerAppointments, { id, relativeId, answer, at, ledger: [entry] });
  if (!noted) throw new AppError('already-done');
  if (answer === 'nej' && one.journeyId)
    await tellJourney(rt, one.journeyId, { kind: 'ended', at, reason: 'meldt fra', by: staff.id });
}
