import { readDeskPulse } from '../../store/messages/desk-pulse.ts';
import { blindIndex } from '../../store/seal.ts';
import type { Runtime } from '../runtime.ts';
import { requireRight, type Staff } from '../staff/staff.ts';

const MINUTE_MS = 60_000;

/**
 * A mark that stays the same while nothing new waits on the desk, for a minute at most: lengths of time are said anew
 * then. It tells nothing of what waits.
 */
export async function readPulse(rt: Runtime, staff: Staff): Promise<string> {
  requireRight(staff, 'look');
  const pulse = await readDeskPulse(rt.db.reads);
  return blindIndex(rt.db.keys, `${pulse} ${Math.floor(rt.now() / MINUTE_MS)}`).slice(0, 22);
}
