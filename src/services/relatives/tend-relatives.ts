import type { Runtime } from '../runtime.ts';
import { indexUnindexed } from './index-names.ts';

/** What the register of relatives needs now and then: names that cannot be found yet become so. For a slow beat. */
export async function tendRelatives(rt: Runtime): Promise<void> {
  await indexUnindexed(rt.db);
}
