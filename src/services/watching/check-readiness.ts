import { proveWritable } from '../../store/memory.ts';
import type { Runtime } from '../runtime.ts';
import { TooLate, within } from './within.ts';

/** *late*: no answer in time; *failing*: it answers, and cannot do what it is for. */
export type PartState = 'usable' | 'late' | 'failing';

/** Whether what the house stands on can be used, part by part. */
export type Readiness = { ready: boolean; database: PartState; queue: PartState; gateway: PartState };

/** Posts in a row that the provider could not take before the gateway counts as unusable. */
export const TROUBLES_IN_A_ROW = 5;

async function stateOf(ms: number, ask: () => Promise<unknown>): Promise<PartState> {
  try {
    await within(ms, ask());
    return 'usable';
  } catch (error) {
    return error instanceof TooLate ? 'late' : 'failing';
  }
}

/**
 * Asks whether the database takes a write (one that changes nothing), the queue answers and the gateway takes messages (by
 * what became of the last ones of this process; none is sent). Never throws, never waits longer than `ms`.
 */
export async function checkReadiness(rt: Runtime, ms = 2_000): Promise<Readiness> {
  const [database, queue] = await Promise.all([
    stateOf(ms, () => rt.db.lane.put(proveWritable, null)),
    stateOf(ms, () => rt.bell.counts()),
  ]);
  const gateway = rt.trouble.inARow < TROUBLES_IN_A_ROW ? 'usable' : 'failing';
  const ready = [database, queue, gateway].every((state) => state === 'usable');
  return { ready, database, queue, gateway };
}
