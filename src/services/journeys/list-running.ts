// The flows with what they are for and how many walk them, and who walks one of them now.
import { listPublishings } from '../../store/journeys/flows.ts';
import { countRunning, listRunningInFlow } from '../../store/journeys/running-journeys.ts';
import { openName } from '../relatives/open-names.ts';
import type { Runtime } from '../runtime.ts';
import { requireRight, type Staff, sightOf } from '../staff/staff.ts';
import { getFlow, isBooked } from './load-flow.ts';

const SHOWN = 20;

/** A published flow; `booked` begins by itself when something is booked, `running` counts all that go on in the house. */
export type FlowLine = {
  name: string;
  title: string;
  target: string | undefined;
  booked: boolean;
  publishedAt: number;
  running: number;
};

/** The published flows, by title. Throws `forbidden`. */
export async function listFlowLines(rt: Runtime, staff: Staff): Promise<FlowLine[]> {
  requireRight(staff, 'look');
  const [flows, running] = await Promise.all([listPublishings(rt.db), countRunning(rt.db)]);
  return Promise.all(
    flows.map(async ({ id, name, title, publishedAt }) => {
      const flow = await getFlow(rt, id);
      const booked = isBooked(flow);
      return { name, title, publishedAt, target: flow.target, booked, running: running.get(name) ?? 0 };
    }),
  );
}

/** Those in sight who walk a flow now, the latest begun first, no more than one looks through. Throws `forbidden`. */
export async function listRunning(rt: Runtime, staff: Staff, name: string) {
  requireRight(staff, 'look');
  const rows = await listRunningInFlow(rt.db, name, SHOWN, sightOf(staff));
  return rows.map(({ nameSealed, ...row }) => ({
    ...row,
    name: openName(rt, row.relativeId, nameSealed) ?? '',
  }));
}

export type RunningLine = Awaited<ReturnType<typeof listRunning>>[number];
