import { AppError } from '../app-error.ts';
import { limitTries } from '../limit-tries.ts';
import type { Runtime } from '../runtime.ts';
import { LOGIN_LIMITS } from './enter-password.ts';

/**
 * Where to send a browser that is logged out here, so that it is logged out of the municipality's login too; undefined when
 * the provider takes no logout or does not answer. Throws `not-found` without such a login, and `too-many`.
 */
export async function leaveIdentity(rt: Runtime, address: string): Promise<string | undefined> {
  if (!rt.identity) throw new AppError('not-found');
  await limitTries(rt, [{ what: 'oidc.address', who: address, most: LOGIN_LIMITS.address }]);
  return rt.identity.leave();
}
