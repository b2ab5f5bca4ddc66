import { blankReferrals, listReferralsToForget } from '../../store/care/referrals.ts';
import { seal } from '../../store/seal.ts';
import type { Runtime } from '../runtime.ts';

/** So long a settled referral keeps whom it was about, and a declined one can wait again, ms. */
export const KEPT_MS = 30 * 24 * 3_600_000;

const AT_ONCE = 200;

/**
 * Forgets whom settled referrals were about: those who were taken have a record of their own, and those who were declined
 * are nobody's to keep. Source, unit, area and outcome stay, for the sums. Gives how many were.
 */
export async function forgetReferrals(rt: Runtime): Promise<number> {
  const ids = await listReferralsToForget(rt.db, rt.now() - KEPT_MS, AT_ONCE);
  const blank = (field: string, id: string): string => seal(rt.db.keys, `referrals.${field}:${id}`, '');
  await Promise.all(
    ids.map((id) =>
      rt.db.lane.put(blankReferrals, {
        id,
        nameSealed: blank('name', id),
        numberSealed: blank('number', id),
      }),
    ),
  );
  return ids.length;
}
