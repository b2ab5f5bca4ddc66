import { countOpened, findOpenSource } from '../../store/care/sources.ts';
import { limitTries } from '../limit-tries.ts';
import type { Runtime } from '../runtime.ts';

/** One address may be a whole workplace; what a code opens is a form and nothing else. */
const MOST = { address: 300, everybody: 20_000 };

/** What the public form is told of a source: that it is there. */
export type OpenSource = { id: string; unitId: string; code: string };

/**
 * The open source with this code, as it stands in an address, and nothing is changed. Unknown and closed codes are both
 * undefined. Throws `too-many`.
 */
export async function openSource(
  rt: Runtime,
  code: string,
  address: string,
): Promise<OpenSource | undefined> {
  await limitTries(rt, [
    { what: 'refer.open', who: address, most: MOST.address },
    { what: 'refer.open', who: 'everybody', most: MOST.everybody },
  ]);
  const plain = code.trim().toLowerCase();
  const row = /^[2-9a-z]{1,12}$/.test(plain) ? await findOpenSource(rt.db, plain) : undefined;
  return row && { id: row.id, unitId: row.unitId, code: row.code };
}

/** Counts that somebody pressed on from a source's landing page. */
export const countSourceOpened = (rt: Runtime, code: string): Promise<true> =>
  rt.db.lane.put(countOpened, code);
