import { countToTellOf } from '../../store/events/to-tell.ts';
import type { Runtime } from '../runtime.ts';
import type { ToTell } from './change-event.ts';

/** Who would be told of what happens to each of these arrangements, looked up by the arrangement's id. */
export async function countTells(rt: Runtime, ids: readonly string[]): Promise<(id: string) => ToTell[]> {
  const byEvent = Map.groupBy(await countToTellOf(rt.db, ids), ({ eventId }) => eventId);
  return (id) => (byEvent.get(id) ?? []).map(({ eventId: _event, ...told }) => told);
}
