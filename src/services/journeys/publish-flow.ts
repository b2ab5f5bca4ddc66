import type { Flow } from '../../journey/flow/flow.ts';
import { addFlows } from '../../store/journeys/flows.ts';
import { tokenHash } from '../../store/seal.ts';
import type { Runtime } from '../runtime.ts';

/** Publishes a checked flow as an immutable version named by its content; running journeys keep theirs. Gives the version's id. */
export async function publishFlow(rt: Runtime, flow: Flow): Promise<string> {
  const body = JSON.stringify(flow);
  const id = `${flow.name}@${tokenHash(body).slice(0, 12)}`;
  await rt.db.lane.put(addFlows, {
    id,
    name: flow.name,
    title: flow.title,
    body,
    publishedAt: rt.now(),
    retiredAt: null,
  });
  return id;
}
