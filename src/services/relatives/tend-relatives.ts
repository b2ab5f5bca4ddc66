import { followMerged } from '../../store/people/merges.ts';
import { callThoseWhoAreCalled } from '../../store/people/relative-changes.ts';
import { finishImports } from '../imports/run-import.ts';
import type { Runtime } from '../runtime.ts';
import { indexUnindexed } from './index-names.ts';

/** What the register of relatives needs now and then: names that cannot be found yet become so, imports that were cut short are finished, what came late for a merged record follows, and nothing waits to be sent to those who are only called. For a slow beat. */
export async function tendRelatives(rt: Runtime): Promise<void> {
  await indexUnindexed(rt.db);
  await finishImports(rt);
  await rt.db.lane.put(followMerged, null);
  await rt.db.lane.put(callThoseWhoAreCalled, null);
}
