import { CONSENT_WITHDRAWN } from '../../store/journeys/settlements.ts';
import { withdrawConsents } from '../../store/people/circle-lists.ts';
import { findCircle } from '../../store/people/circles.ts';
import { listRelativesOfCircle } from '../../store/people/relative-details.ts';
import { AppError } from '../app-error.ts';
import { endInddragelse, listInddragelse } from '../journeys/end-inddragelse.ts';
import { ledgerRow } from '../record-ledger.ts';
import { openName } from '../relatives/open-names.ts';
import type { Runtime } from '../runtime.ts';
import { requireSight, type Staff, sightOf } from '../staff/staff.ts';

/**
 * Notes that the resident does not agree any more: the date is gone, so that nobody is enrolled, then the journeys of the
 * track inddragelse end. Pressed again it ends what a fault left. Gives how many ended. Throws `not-found`, and
 * `already-done` when there was neither a consent nor such a journey.
 */
export async function withdrawCircleConsent(rt: Runtime, staff: Staff, id: string): Promise<number> {
  await requireSight(rt, staff, 'care', 'circle', id);
  if (!(await findCircle(rt.db, id))) throw new AppError('not-found');
  const entry = { kind: CONSENT_WITHDRAWN, actor: staff.id, subject: id };
  const withdrawn = await rt.db.lane.put(withdrawConsents, { id, ledger: [ledgerRow(rt, entry)] });
  const ended = await endInddragelse(rt, id, staff.id);
  if (!withdrawn && ended === 0) throw new AppError('already-done');
  return ended;
}

/** The journeys a withdrawal would end, by title, with the name where the relative is in sight. Throws `not-found`. */
export async function showInddragelse(
  rt: Runtime,
  staff: Staff,
  id: string,
): Promise<{ id: string; title: string; name: string | undefined }[]> {
  await requireSight(rt, staff, 'look', 'circle', id);
  const [journeys, people] = await Promise.all([
    listInddragelse(rt, id),
    listRelativesOfCircle(rt.db, id, 50, sightOf(staff)),
  ]);
  const names = new Map(people.map((row) => [row.id, openName(rt, row.id, row.nameSealed)]));
  return journeys.map(({ id: journey, title, relativeId }) => ({
    id: journey,
    title,
    name: names.get(relativeId),
  }));
}
