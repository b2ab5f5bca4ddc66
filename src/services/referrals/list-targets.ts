import { getFlow, listFlows } from '../journeys/load-flow.ts';
import type { Runtime } from '../runtime.ts';
import { requireRight, type Staff } from '../staff/staff.ts';

/** For whom each published flow is, in its own words; flows that do not say are left out. */
export async function listTargets(
  rt: Runtime,
  staff: Staff,
): Promise<{ name: string; title: string; target: string }[]> {
  requireRight(staff, 'look');
  const flows = await listFlows(rt);
  const found = await Promise.all(
    flows.map(async ({ id, name, title }) => ({ name, title, target: (await getFlow(rt, id)).target })),
  );
  return found.flatMap(({ target, ...flow }) => (target ? [{ ...flow, target }] : []));
}
