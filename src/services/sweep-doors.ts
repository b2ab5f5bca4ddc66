import { forgetRequests } from '../store/idempotency.ts';
import { forgetTries } from '../store/limits.ts';
import { forgetSessions } from '../store/people/sessions.ts';
import { LIMIT_WINDOW_MS } from './limit-tries.ts';
import type { Runtime } from './runtime.ts';

/** Forgets ended sessions, answers that were kept long enough, and past counts of the rate limits; for a slow beat, say once an hour. */
export async function sweepDoors(rt: Runtime): Promise<void> {
  await Promise.all([
    rt.db.lane.put(forgetSessions, rt.clock()),
    rt.db.lane.put(forgetRequests, rt.clock()),
    rt.db.lane.put(forgetTries, rt.clock() - 2 * LIMIT_WINDOW_MS),
  ]);
}
