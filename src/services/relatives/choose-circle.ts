import { findCircleByCode } from '../../store/people/relative-details.ts';
import { AppError } from '../app-error.ts';
import { codeFrom } from '../circles/codes.ts';
import { listUnits, type Unit } from '../organisation.ts';
import type { Runtime } from '../runtime.ts';
import { requireSight, type Staff } from '../staff/staff.ts';

/** The circle a relative goes into, and the row of one that is made for the occasion. */
export type ChosenCircle = {
  id: string;
  state: string;
  consentCheckedOn: string | null;
  made: { id: string; code: string; unitId: string; createdAt: number } | null;
};

/** The units this member of staff registers relatives in. */
export const listOwnUnits = async (rt: Runtime, { units }: Staff): Promise<Unit[]> =>
  (await listUnits(rt)).filter(({ id }) => units === 'all' || units.includes(id));

/** A new circle at a unit. */
const makeCircle = (rt: Runtime, unitId: string, at: number): ChosenCircle => {
  const made = { id: rt.newId(), code: codeFrom(rt.newId()), unitId, createdAt: at };
  return { id: made.id, state: 'alive', consentCheckedOn: null, made };
};

/**
 * The circle with the code of a form, else a new one at its unit. Throws `field-unreadable` for `circle` or `unit` that is
 * not there or out of sight.
 */
export async function chooseCircle(
  rt: Runtime,
  staff: Staff,
  form: { circle: string; unit: string },
  at: number,
): Promise<ChosenCircle> {
  const code = form.circle.trim().toUpperCase();
  if (code === '') {
    if (!(await listOwnUnits(rt, staff)).some(({ id }) => id === form.unit))
      throw new AppError('field-unreadable', 'unit');
    return makeCircle(rt, form.unit, at);
  }
  const circle = await findCircleByCode(rt.db, code);
  if (!circle) throw new AppError('field-unreadable', 'circle');
  await requireSight(rt, staff, 'care', 'circle', circle.id).catch(() => {
    throw new AppError('field-unreadable', 'circle');
  });
  return { id: circle.id, state: circle.state, consentCheckedOn: circle.consentCheckedOn, made: null };
}
