// Who may do what at the desk, and with whom. Whatever is not named here is refused.
import { isInSight, type Seen, type Sight } from '../../store/people/sight.ts';
import { AppError } from '../app-error.ts';
import type { Runtime } from '../runtime.ts';

/** rådgiver · koordinator · administrator · læser */
export type Role = 'advisor' | 'coordinator' | 'administrator' | 'reader';

/** The one who asks, as every desk service takes it; `units` are those whose relatives are seen, those under them included. */
export type Staff = { id: string; role: Role; units: 'all' | readonly string[] };

/**
 * look: read the desk · care: enrol, answer, register, pause, settle · coordinate: many at once, offers, sources, saved
 * answers · operate: see how the house itself fares · administer: users, units, settings, keys, audit.
 */
export type Right = 'look' | 'care' | 'coordinate' | 'operate' | 'administer';

export const ROLES: readonly Role[] = ['advisor', 'coordinator', 'administrator', 'reader'];

export const RIGHTS: Record<Role, readonly Right[]> = {
  reader: ['look'],
  advisor: ['look', 'care'],
  coordinator: ['look', 'care', 'coordinate', 'operate'],
  administrator: ['look', 'care', 'coordinate', 'operate', 'administer'],
};

/** Whether this text names a role. */
export const isRole = (text: string): text is Role => ROLES.some((role) => role === text);

/** Whether the role carries the right; a role nobody knows carries none. */
export const mayStaff = (staff: Pick<Staff, 'role'>, right: Right): boolean =>
  isRole(staff.role) && RIGHTS[staff.role].includes(right);

/** Throws `forbidden` unless the role carries the right. */
export function requireRight(staff: Pick<Staff, 'role'>, right: Right): void {
  if (!mayStaff(staff, right)) throw new AppError('forbidden');
}

/** Whose records this member of staff sees, for the lists of the store. */
export const sightOf = ({ id, units }: Staff): Sight => ({ staffId: id, units });

/** Throws `forbidden` without the right, and `not-found` for what is not there or belongs to a relative out of sight. */
export async function requireSight(
  rt: Runtime,
  staff: Staff,
  right: Right,
  what: Seen,
  id: string,
): Promise<void> {
  requireRight(staff, right);
  if (!(await isInSight(rt.db, sightOf(staff), what, id))) throw new AppError('not-found');
}
