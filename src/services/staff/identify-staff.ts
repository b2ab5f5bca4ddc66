// Login by the municipality (OpenID Connect): there, and back again.
import type { LoginMemory } from '../../gateways/identity.ts';
import { seal, unseal } from '../../store/seal.ts';
import { AppError } from '../app-error.ts';
import { limitTries } from '../limit-tries.ts';
import { recordLedger } from '../record-ledger.ts';
import type { Runtime } from '../runtime.ts';
import { beginSession, type From } from './begin-session.ts';
import { LOGIN_LIMITS } from './enter-password.ts';
import { followClaims } from './follow-claims.ts';

/** How long somebody may take at the provider, ms of the real clock. */
export const AWAY_MS = 15 * 60_000;

const PLACE = 'staff.login-memory:browser';

type Memory = LoginMemory & { endsAt: number };

/** Where to send the browser, and what it keeps meanwhile, sealed. Throws `not-found` without such a login, `login-away`, `too-many`. */
export async function departStaff(rt: Runtime, address: string): Promise<{ url: string; memory: string }> {
  if (!rt.identity) throw new AppError('not-found');
  await limitTries(rt, [{ what: 'oidc.address', who: address, most: LOGIN_LIMITS.address }]);
  const departure = await rt.identity.depart();
  if ('outcome' in departure) {
    rt.log.warn({ code: departure.code }, 'the login of the municipality does not answer');
    throw new AppError('login-away');
  }
  const memory: Memory = { ...departure.memory, endsAt: rt.clock() + AWAY_MS };
  return { url: departure.url, memory: seal(rt.db.keys, PLACE, JSON.stringify(memory)) };
}

function readMemory(rt: Runtime, sealed: string | undefined): Memory | undefined {
  try {
    const memory: Memory | undefined = sealed ? JSON.parse(unseal(rt.db.keys, PLACE, sealed)) : undefined;
    return memory && rt.clock() < memory.endsAt ? memory : undefined;
  } catch {
    return undefined;
  }
}

const ERRORS = { denied: 'login-denied', invalid: 'login-refused', away: 'login-away' } as const;

/**
 * Takes the browser that comes back with `search` and gives a session's token. Throws `login-refused` for an answer nobody here
 * began or that does not hold, `login-denied`, `login-away`, `login-no-role`, `login-closed`, `too-many`.
 */
export async function arriveStaff(
  rt: Runtime,
  search: string,
  from: From & { address: string; memory: string | undefined },
): Promise<string> {
  if (!rt.identity) throw new AppError('not-found');
  await limitTries(rt, [{ what: 'oidc.address', who: from.address, most: LOGIN_LIMITS.address }]);
  const memory = readMemory(rt, from.memory);
  if (!memory) throw new AppError('login-refused');
  const returned = await rt.identity.arrive(search, memory);
  if (returned.outcome === 'known') {
    const id = await followClaims(rt, returned.who);
    return beginSession(rt, id, 'oidc', from);
  }
  const { outcome, code } = returned;
  rt.log.warn({ outcome, code }, 'a login by the municipality failed');
  await recordLedger(rt, {
    kind: 'staff.login.failed',
    actor: 'unknown',
    body: { step: 'oidc', why: outcome, code },
  });
  throw new AppError(ERRORS[outcome]);
}
