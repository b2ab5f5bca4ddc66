import { countLoginTry, refundLoginTry } from '../../store/people/accounts.ts';
import { findStaffByEmail } from '../../store/people/staff.ts';
import { AppError } from '../app-error.ts';
import { limitTries } from '../limit-tries.ts';
import { recordLedger } from '../record-ledger.ts';
import type { Runtime } from '../runtime.ts';
import { emailIndex, plainEmail } from './email.ts';
import { opensLocally, requireLocalDoor } from './emergency.ts';
import { isPassword, MAX_PASSWORD } from './password.ts';
import { beginWait } from './waiting-login.ts';

/** The account's own lock is what guards a password; these keep one address (which may be a whole municipality) and everybody from trying many. */
export const LOGIN_LIMITS = { address: 300, account: 30, everybody: 3_000 };

/** Counts a try of the login from an address for an account, known or not. Throws `too-many`. */
export const limitLogins = (rt: Runtime, address: string, account: string): Promise<void> =>
  limitTries(rt, [
    { what: 'login.address', who: address, most: LOGIN_LIMITS.address },
    { what: 'login.account', who: account, most: LOGIN_LIMITS.account },
    { what: 'login', who: 'everybody', most: LOGIN_LIMITS.everybody },
  ]);

/** What strangers type of nobody stays out of the ledger, which only grows; a write that changes nothing takes the time of the entry. */
async function noteFailure(rt: Runtime, id: string | undefined, locked: boolean): Promise<void> {
  if (id !== undefined)
    return recordLedger(rt, { kind: 'staff.login.failed', actor: id, body: { step: 'password', locked } });
  await rt.db.lane.put(refundLoginTry, { id: '', lockedUntil: undefined });
  rt.log.warn({ step: 'password' }, 'a login for an e-mail nobody has failed');
}

export type PasswordForm = { email: string; password: string };

/**
 * The first step: e-mail and password. Gives the token of the wait for a code. Throws `login-wrong` whatever was wrong, also for
 * a locked account and for an e-mail nobody has, in the same time; and `too-many`.
 */
export async function enterPassword(
  rt: Runtime,
  { email, password }: PasswordForm,
  from: { address: string; before?: string | undefined },
): Promise<string> {
  await requireLocalDoor(rt);
  await limitLogins(rt, from.address, plainEmail(email).slice(0, MAX_PASSWORD));
  const found = await findStaffByEmail(rt.db, emailIndex(rt.db.keys, email));
  const row = found && opensLocally(rt, found) ? found : undefined;
  const tried = await rt.db.lane.put(countLoginTry, { id: row?.id ?? '', at: rt.clock() });
  const right = await isPassword(password, tried?.passwordHash, rt.config.passwordCost);
  if (!row || !tried || !right || row.closedAt !== null) {
    await noteFailure(rt, row?.id, !tried || tried.lockedUntil !== undefined);
    throw new AppError('login-wrong');
  }
  await rt.db.lane.put(refundLoginTry, { id: row.id, lockedUntil: tried.lockedUntil });
  return beginWait(rt, 'code', row.id, from.before);
}
