import { countLoginTry, type LoginTry, useRecoveryCode, useTotpStep } from '../../store/people/accounts.ts';
import { findStaffRow } from '../../store/people/staff.ts';
import { sameHash, unseal } from '../../store/seal.ts';
import { AppError } from '../app-error.ts';
import { recordLedger } from '../record-ledger.ts';
import type { Runtime } from '../runtime.ts';
import { beginSession, type How } from './begin-session.ts';
import { recoveryHash, stepOf } from './codes.ts';
import { opensLocally, requireLocalDoor, tellEmergency } from './emergency.ts';
import { limitLogins } from './enter-password.ts';
import { findWait } from './waiting-login.ts';

/** How the code opens: as a time-based code of a step not used yet, or as a recovery code that is left; undefined when it does not. */
export async function useCode(
  rt: Runtime,
  id: string,
  tried: LoginTry,
  code: string,
): Promise<How | undefined> {
  const secret = tried.totpSealed && unseal(rt.db.keys, `accounts.totp:${id}`, tried.totpSealed);
  const step = secret ? stepOf(secret, code, rt.clock()) : undefined;
  if (step !== undefined) return (await rt.db.lane.put(useTotpStep, { id, step })) ? 'password' : undefined;
  const hash = recoveryHash(code);
  const left: unknown = JSON.parse(tried.recoveryHashes);
  const known = Array.isArray(left) && left.some((one) => typeof one === 'string' && sameHash(one, hash));
  return known && (await rt.db.lane.put(useRecoveryCode, { id, hash })) ? 'recovery' : undefined;
}

/**
 * The second step: the code of the authenticator, or a recovery code; either opens once. Gives the session's token and ends the
 * wait. Throws `session-ended` when nobody waits, `code-wrong`, `login-wrong` when the account is locked, and `too-many`.
 */
export async function enterCode(
  rt: Runtime,
  code: string,
  from: { address: string; wait: string | undefined; browser?: string },
): Promise<string> {
  await requireLocalDoor(rt);
  const waiting = await findWait(rt, 'code', from.wait);
  if (!waiting) throw new AppError('session-ended');
  const id = waiting.subject;
  await limitLogins(rt, from.address, id);
  const row = await findStaffRow(rt.db, id);
  const tried = await rt.db.lane.put(countLoginTry, { id, at: rt.clock() });
  const isOpen = row?.closedAt === null && opensLocally(rt, row);
  const how = tried && isOpen ? await useCode(rt, id, tried, code.slice(0, 60)) : undefined;
  if (row && how) {
    const isEmergency = row.emergency === 1;
    if (isEmergency) await tellEmergency(rt, row, how);
    const session = { browser: from.browser, before: from.wait };
    return beginSession(rt, id, isEmergency ? 'emergency' : how, session);
  }
  const locked = !tried || tried.lockedUntil !== undefined;
  await recordLedger(rt, { kind: 'staff.login.failed', actor: id, body: { step: 'code', locked } });
  throw new AppError(locked ? 'login-wrong' : 'code-wrong');
}
