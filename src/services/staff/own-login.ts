// What someone does about the own login. Each change asks anew for what is being changed, under the limits and the lock of the login.
import { countLoginTry, findAccount, refundLoginTry } from '../../store/people/accounts.ts';
import { changeOwnAccounts, type OwnChange } from '../../store/people/own-accounts.ts';
import { findStaffRow } from '../../store/people/staff.ts';
import { seal, tokenHash, unseal } from '../../store/seal.ts';
import { AppError } from '../app-error.ts';
import { getOrganisation } from '../organisation.ts';
import { ledgerRow, recordLedger } from '../record-ledger.ts';
import type { Runtime } from '../runtime.ts';
import { makeRecoveryCodes, makeTotpSecret, recoveryHash, stepOf, totpAddress } from './codes.ts';
import { opensLocally } from './emergency.ts';
import { useCode } from './enter-code.ts';
import { limitLogins } from './enter-password.ts';
import { checkPassword } from './invitation.ts';
import { hashPassword, isPassword } from './password.ts';
import type { Staff } from './staff.ts';

/** Where a change is made: the address it comes from and the token of the session. */
export type Here = { address: string; token: string };

type Me = Pick<Staff, 'id'>;

async function findOwn(rt: Runtime, { id }: Me) {
  const [row, account] = await Promise.all([findStaffRow(rt.db, id), findAccount(rt.db, id)]);
  if (!row || row.closedAt !== null || row.emailSealed === null || !opensLocally(rt, row)) return undefined;
  if (!account || account.passwordHash === null || account.totpSealed === null) return undefined;
  const { passwordHash, totpSealed, recoveryHashes, changedAt } = account;
  const left: unknown = JSON.parse(recoveryHashes);
  return {
    id,
    name: unseal(rt.db.keys, `staff.name:${id}`, row.nameSealed),
    email: unseal(rt.db.keys, `staff.email:${id}`, row.emailSealed),
    seen: { passwordHash, totpSealed },
    changedAt,
    recoveryLeft: Array.isArray(left) ? left.length : 0,
  };
}

type Own = NonNullable<Awaited<ReturnType<typeof findOwn>>>;

/** How one logs in oneself: by a local account, with what is to be shown of it, by the municipality's login, or in the demo. */
export async function showOwnLogin(rt: Runtime, me: Me) {
  const own = await findOwn(rt, me);
  if (own) {
    const { email, recoveryLeft, changedAt } = own;
    return { way: 'local', email, recoveryLeft, changedAt } as const;
  }
  const row = await findStaffRow(rt.db, me.id);
  return { way: row?.demo === 1 ? 'demo' : 'oidc' } as const;
}

/** Throws `not-found` for one whose login is looked after elsewhere. */
async function requireOwn(rt: Runtime, me: Me): Promise<Own> {
  const own = await findOwn(rt, me);
  if (!own) throw new AppError('not-found');
  return own;
}

async function refuse(rt: Runtime, id: string, step: string, locked: boolean, field: string): Promise<never> {
  await recordLedger(rt, { kind: 'staff.login.failed', actor: id, body: { step, locked } });
  if (locked) throw new AppError('account-locked', field);
  throw new AppError(step === 'own-password' ? 'password-wrong' : 'code-wrong', field);
}

/** Throws `password-wrong`, `account-locked`, `too-many`. */
async function provePassword(rt: Runtime, id: string, password: string, { address }: Here): Promise<void> {
  await limitLogins(rt, address, id);
  const tried = await rt.db.lane.put(countLoginTry, { id, at: rt.clock() });
  const right = await isPassword(password, tried?.passwordHash, rt.config.passwordCost);
  if (!tried || !right)
    return refuse(rt, id, 'own-password', !tried || tried.lockedUntil !== undefined, 'present');
  await rt.db.lane.put(refundLoginTry, { id, lockedUntil: tried.lockedUntil });
}

/** The present authenticator's code, or a recovery code; either is used up. Throws `code-wrong`, `account-locked`, `too-many`. */
async function proveCode(rt: Runtime, id: string, code: string, { address }: Here): Promise<void> {
  await limitLogins(rt, address, id);
  const tried = await rt.db.lane.put(countLoginTry, { id, at: rt.clock() });
  const how = tried ? await useCode(rt, id, tried, code.slice(0, 60)) : undefined;
  if (!how) await refuse(rt, id, 'own-code', !tried || tried.lockedUntil !== undefined, 'present');
}

type Set = Partial<Pick<OwnChange, 'passwordHash' | 'totpSealed' | 'totpStep' | 'recoveryHashes'>>;

/** Gives the session's fresh token; throws `changed-meanwhile`. */
async function change(
  rt: Runtime,
  own: Own,
  { token }: Here,
  order: Set & { kind: string; endOthers: boolean },
): Promise<string> {
  const fresh = rt.newId();
  const { id, seen } = own;
  const { kind, endOthers, totpStep = 0, recoveryHashes = null, ...set } = order;
  const done = await rt.db.lane.put(changeOwnAccounts, {
    ...seen,
    ...set,
    id,
    seen,
    totpStep,
    recoveryHashes,
    at: rt.clock(),
    session: { before: tokenHash(token), after: tokenHash(fresh) },
    endOthers,
    ledger: [ledgerRow(rt, { kind, actor: id, subject: id, body: { othersEnded: endOthers } })],
  });
  if (!done) throw new AppError('changed-meanwhile');
  return fresh;
}

/** Changes the own password; all other sessions end. Gives the session's fresh token. Throws `not-found`, the errors of `checkPassword` and of a password that is wrong. */
export async function changeOwnPassword(
  rt: Runtime,
  me: Me,
  form: { present: string; password: string; again: string },
  here: Here,
): Promise<string> {
  const own = await requireOwn(rt, me);
  const { kommune } = await getOrganisation(rt);
  checkPassword(form.password, form.again, [own.name, own.email, kommune]);
  await provePassword(rt, own.id, form.present, here);
  const passwordHash = await hashPassword(form.password, rt.config.passwordCost);
  return change(rt, own, here, { kind: 'staff.password.changed', passwordHash, endOthers: true });
}

/** Makes fresh recovery codes, to be shown once; the old ones open nothing any more. Throws as `proveCode`. */
export async function renewRecoveryCodes(
  rt: Runtime,
  me: Me,
  form: { present: string },
  here: Here,
): Promise<{ recoveryCodes: string[]; token: string }> {
  const own = await requireOwn(rt, me);
  await proveCode(rt, own.id, form.present, here);
  const recoveryCodes = makeRecoveryCodes(rt);
  const recoveryHashes = JSON.stringify(recoveryCodes.map(recoveryHash));
  const kind = 'staff.recovery.renewed';
  const token = await change(rt, own, here, { kind, recoveryHashes, endOthers: false });
  return { recoveryCodes, token };
}

const secretPlace = (id: string): string => `own.totp:${id}`;

function readSecret(rt: Runtime, id: string, sealed: string | undefined): string | undefined {
  try {
    return sealed ? unseal(rt.db.keys, secretPlace(id), sealed) : undefined;
  } catch {
    return undefined;
  }
}

/** What to show a new authenticator: a fresh secret, or the one the form came with. Throws `not-found`. */
export async function showNewAuthenticator(rt: Runtime, me: Me, sealed?: string) {
  const { id, email } = await requireOwn(rt, me);
  const { kommune } = await getOrganisation(rt);
  const secret = readSecret(rt, id, sealed) ?? makeTotpSecret();
  return {
    secret,
    sealed: seal(rt.db.keys, secretPlace(id), secret),
    address: totpAddress(secret, email, `Limen ${kommune}`),
  };
}

/**
 * Connects another authenticator in the place of the present one; all other sessions end. Gives the session's fresh token.
 * Throws `code-wrong` with the field, and as `proveCode`.
 */
export async function replaceAuthenticator(
  rt: Runtime,
  me: Me,
  form: { present: string; code: string; sealed: string },
  here: Here,
): Promise<string> {
  const own = await requireOwn(rt, me);
  const { id } = own;
  const secret = readSecret(rt, id, form.sealed);
  const totpStep = secret ? stepOf(secret, form.code, rt.clock()) : undefined;
  if (!secret || totpStep === undefined) throw new AppError('code-wrong', 'code');
  await proveCode(rt, id, form.present, here);
  const totpSealed = seal(rt.db.keys, `accounts.totp:${id}`, secret);
  return change(rt, own, here, {
    kind: 'staff.authenticator.changed',
    totpSealed,
    totpStep,
    endOthers: true,
  });
}
