import type { Flow } from '../../journey/flow/flow.ts';
import { findCurrentFlow, findFlow, listCurrentFlows } from '../../store/journeys/flows.ts';
import { AppError } from '../app-error.ts';
import type { Runtime } from '../runtime.ts';

/** A published version by its id; kept in memory, since versions never change. Throws when there is none. */
export async function getFlow(rt: Runtime, flowId: string): Promise<Flow> {
  const kept = rt.flows.get(flowId);
  if (kept) return kept;
  const row = await findFlow(rt.db, flowId);
  if (!row) throw new AppError('flow-unknown', flowId);
  const flow = JSON.parse(row.body) as Flow;
  rt.flows.set(flowId, flow);
  return flow;
}

/** The version that new journeys of a flow begin with. Throws `flow-unknown`. */
export async function getNewestFlow(rt: Runtime, name: string): Promise<{ id: string; flow: Flow }> {
  const row = await findCurrentFlow(rt.db, name);
  if (!row) throw new AppError('flow-unknown', name);
  return { id: row.id, flow: await getFlow(rt, row.id) };
}

/** Whether a flow begins when something is booked: its date has a place, which no enrolment knows. */
export const isBooked = ({ anchors }: Flow): boolean =>
  Object.values(anchors).some(({ where, event }) => where !== undefined && !event);

/** The flows one can enrol into, by title: not those that begin when something is booked. */
export async function listEnrolFlows(rt: Runtime): Promise<{ id: string; name: string; title: string }[]> {
  const flows = await Promise.all(
    (await listFlows(rt)).map(async (one) => ({ one, flow: await getFlow(rt, one.id) })),
  );
  return flows.filter(({ flow }) => !isBooked(flow)).map(({ one }) => one);
}

/** The flows that are published, by title. */
export const listFlows = (rt: Runtime): Promise<{ id: string; name: string; title: string }[]> =>
  listCurrentFlows(rt.db);
