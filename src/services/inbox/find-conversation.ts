import { findParty, type Party } from '../../store/talks/parties.ts';
import { AppError } from '../app-error.ts';
import type { Runtime } from '../runtime.ts';
import { type Right, requireRight, type Staff, sightOf } from '../staff/staff.ts';

/** The conversation of a relative, a number or a reply. Throws `forbidden`, and `not-found` for what is out of sight. */
export async function requireConversation(
  rt: Runtime,
  staff: Staff,
  right: Right,
  id: string,
): Promise<Party> {
  requireRight(staff, right);
  const party = await findParty(rt.db, sightOf(staff), id);
  if (!party) throw new AppError('not-found');
  return party;
}
