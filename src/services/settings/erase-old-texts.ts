import { eraseOldTexts as eraseTexts } from '../../store/messages/old-texts.ts';
import { getOrganisation } from '../organisation.ts';
import { recordLedger } from '../record-ledger.ts';
import type { Runtime } from '../runtime.ts';

const PAGE = 200;
const MOST_PAGES = 50;
/** A month of the setting, as the longest one, so that nothing goes too early. */
const MONTH_MS = 31 * 24 * 3_600_000;

/**
 * Erases the words of SMS, page messages and questionnaires that are older than the organisation keeps them; that they were there, and
 * what became of them, stays. Gives how many went; bounded for one call, the next one goes on.
 */
export async function eraseOldTexts(rt: Runtime): Promise<number> {
  const { textsKeptMonths } = await getOrganisation(rt);
  if (textsKeptMonths === null) return 0;
  const before = rt.now() - textsKeptMonths * MONTH_MS;
  let erased = 0;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const gone = await rt.db.lane.put(eraseTexts, { before, limit: PAGE });
    erased += gone;
    if (gone === 0) break;
  }
  if (erased > 0) await recordLedger(rt, { kind: 'texts.erased', actor: 'house', body: { erased } });
  return erased;
}
