// Who may do what at the desk. Whatever is not named here is refused.
import { AppError } from '../app-error.ts';

/** rådgiver · koordinator · administrator · læser */
export type Role = 'advisor' | 'coordinator' | 'administrator' | 'reader';

/** The one who asks, as every desk service takes it. */
export type Staff = { id: string; role: Role };

/** look: read the desk · care: enrol, answer, register, pause, settle · operate: see how the house itself fares. */
export type Right = 'look' | 'care' | 'operate';

export const ROLES: readonly Role[] = ['advisor', 'coordinator', 'administrator', 'reader'];

const RIGHTS: Record<Role, readonly Right[]> = {
  reader: ['look'],
  advisor: ['look', 'care'],
  coordinator: ['look', 'care', 'operate'],
  administrator: ['look', 'care', 'operate'],
};

/** Whether this text names a role. */
export const isRole = (text: string): text is Role => ROLES.some((role) => role === text);

/** Whether the role carries the right; a role nobody knows carries none. */
export const mayStaff = (staff: Staff, right: Right): boolean =>
  isRole(staff.role) && RIGHTS[staff.role].includes(right);

/** Throws `forbidden` unless the role carries the right. */
export function requireRight(staff: Staff, right: Right): void {
  if (!mayStaff(staff, right)) throw new AppError('forbidden');
}
