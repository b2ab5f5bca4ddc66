import { moveToCircles } from '../../store/people/relative-changes.ts';
import { findRelativeDetails, listJourneysOfRelative } from '../../store/people/relative-details.ts';
import { AppError } from '../app-error.ts';
import { getFlow } from '../journeys/load-flow.ts';
import { ledgerRow } from '../record-ledger.ts';
import type { Runtime } from '../runtime.ts';
import { requireSight, type Staff } from '../staff/staff.ts';
import { chooseCircle } from './choose-circle.ts';

/** Whether a running journey speaks with staff about the resident, which takes the resident's own consent. */
export async function needsConsent(rt: Runtime, relativeId: string): Promise<boolean> {
  const running = (await listJourneysOfRelative(rt.db, relativeId, 200)).filter(
    ({ status }) => status !== 'ended',
  );
  const flows = await Promise.all(running.map(({ flowId }) => getFlow(rt, flowId)));
  return flows.some(({ track }) => track === 'inddragelse');
}

/**
 * Moves a relative to another circle by its code, or to a new one at a unit; journeys go on. Throws `not-found`,
 * `already-done`, `circle-held` when one of the two stands still, `consent-missing` when a running journey needs the
 * resident's consent and the new circle has none, and `field-missing` or `field-unreadable` for `circle` or `unit`.
 */
export async function moveCircle(
  rt: Runtime,
  staff: Staff,
  id: string,
  form: { circle: string; unit: string },
): Promise<void> {
  await requireSight(rt, staff, 'care', 'relative', id);
  const details = await findRelativeDetails(rt.db, id);
  if (!details) throw new AppError('not-found');
  const { circle: from } = details;
  if (form.circle.trim() === '' && form.unit.trim() === '') throw new AppError('field-missing', 'circle');
  const at = rt.now();
  const { id: to, made, state, consentCheckedOn } = await chooseCircle(rt, staff, form, at);
  if (to === from.id) throw new AppError('already-done', 'circle');
  if (from.state !== 'alive' || state !== 'alive') throw new AppError('circle-held', 'circle');
  if (!consentCheckedOn && (await needsConsent(rt, id))) throw new AppError('consent-missing', 'circle');
  const entry = ledgerRow(rt, {
    kind: 'relative.circle-changed',
    actor: staff.id,
    relativeId: id,
    subject: to,
    body: { from: from.id },
  });
  const move = { relativeId: id, from: from.id, to, made, at, ledger: [entry] };
  if (!(await rt.db.lane.put(moveToCircles, move))) throw new AppError('changed-meanwhile');
}
