// An invitation: a link that may be taken once, within three days. Whoever has it chooses a password and an authenticator.
import { acceptInvitations, findAccount, findInvited } from '../../store/people/accounts.ts';
import { findStaffRow } from '../../store/people/staff.ts';
import { seal, tokenHash, unseal } from '../../store/seal.ts';
import { AppError } from '../app-error.ts';
import { limitTries } from '../limit-tries.ts';
import { getOrganisation } from '../organisation.ts';
import { ledgerRow } from '../record-ledger.ts';
import type { Runtime } from '../runtime.ts';
import { beginSession } from './begin-session.ts';
import { makeRecoveryCodes, makeTotpSecret, recoveryHash, stepOf, totpAddress } from './codes.ts';
import { opensLocally, tellEmergency } from './emergency.ts';
import { hashPassword, isWeakPassword, MAX_PASSWORD, MIN_PASSWORD } from './password.ts';
import { beginWait, findWait } from './waiting-login.ts';

export const INVITATION_MS = 72 * 60 * 60_000;

/** A fresh invitation: the token for the link, and what is stored of it. */
export function makeInvitation(rt: Runtime) {
  const token = rt.newId();
  const at = rt.clock();
  return {
    link: `${rt.config.publicUrl}/desk/invitation/${token}`,
    stored: { inviteHash: tokenHash(token), inviteEndsAt: at + INVITATION_MS, at },
  };
}

/** Exchanges the link's token for the token of a cookie, so that it leaves the address; takes nothing yet. Throws `invitation-over`. */
export async function openInvitation(
  rt: Runtime,
  token: string,
  from: { address: string; before?: string | undefined },
): Promise<string> {
  await limitTries(rt, [{ what: 'invitation.address', who: from.address, most: 100 }]);
  const account = await findInvited(rt.db, tokenHash(token));
  const row = account && (await findStaffRow(rt.db, account.id));
  if (!account || !row || !opensLocally(rt, row) || rt.clock() >= (account.inviteEndsAt ?? 0))
    throw new AppError('invitation-over');
  return beginWait(rt, 'invitation', account.id, from.before);
}

/** Who opened an invitation, what to show, and the authenticator's secret: a fresh one, or the one the form came with. */
export async function showInvitation(rt: Runtime, wait: string | undefined, sealed?: string | null) {
  const waiting = await findWait(rt, 'invitation', wait);
  const row = waiting && (await findStaffRow(rt.db, waiting.subject));
  if (!row || row.closedAt !== null || row.emailSealed === null || !opensLocally(rt, row))
    throw new AppError('invitation-over');
  const { id } = row;
  const { kommune } = await getOrganisation(rt);
  const email = unseal(rt.db.keys, `staff.email:${id}`, row.emailSealed);
  const secret = readSecret(rt, id, sealed) ?? makeTotpSecret();
  return {
    row,
    id,
    name: unseal(rt.db.keys, `staff.name:${id}`, row.nameSealed),
    email,
    kommune,
    secret,
    sealed: seal(rt.db.keys, secretPlace(id), secret),
    address: totpAddress(secret, email, `Limen ${kommune}`),
  };
}

const secretPlace = (id: string): string => `invitation.totp:${id}`;

function readSecret(rt: Runtime, id: string, sealed: string | null | undefined): string | undefined {
  try {
    return sealed ? unseal(rt.db.keys, secretPlace(id), sealed) : undefined;
  } catch {
    return undefined;
  }
}

export type InvitationForm = { password: string; again: string; code: string; sealed: string };

/** Throws for a password that is too short, too long, too easy or not typed alike twice; the detail is the field. */
export function checkPassword(password: string, again: string, context: readonly string[]): void {
  const { length } = Array.from(password);
  if (length < MIN_PASSWORD) throw new AppError('password-short', 'password');
  if (length > MAX_PASSWORD) throw new AppError('text-too-long', 'password');
  if (isWeakPassword(password, context)) throw new AppError('password-weak', 'password');
  if (password !== again) throw new AppError('password-unlike', 'again');
}

/**
 * Takes the invitation: password and authenticator hold from now on. Gives the recovery codes, to be shown once, and the
 * token of a session. Throws `invitation-over`, the errors of `checkPassword`, `code-wrong`, `already-done`.
 */
export async function takeInvitation(
  rt: Runtime,
  form: InvitationForm,
  from: { wait: string | undefined; browser?: string },
): Promise<{ recoveryCodes: string[]; token: string }> {
  const { row, id, name, email, kommune, secret } = await showInvitation(rt, from.wait, form.sealed);
  const inviteHash = (await findAccount(rt.db, id))?.inviteHash;
  if (!inviteHash) throw new AppError('invitation-over');
  checkPassword(form.password, form.again, [name, email, kommune]);
  const at = rt.clock();
  const totpStep = stepOf(secret, form.code, at);
  if (totpStep === undefined) throw new AppError('code-wrong', 'code');
  const recoveryCodes = makeRecoveryCodes(rt);
  const taken = await rt.db.lane.put(acceptInvitations, {
    id,
    inviteHash,
    passwordHash: await hashPassword(form.password, rt.config.passwordCost),
    totpSealed: seal(rt.db.keys, `accounts.totp:${id}`, secret),
    totpStep,
    recoveryHashes: JSON.stringify(recoveryCodes.map(recoveryHash)),
    at,
    ledger: [ledgerRow(rt, { kind: 'staff.invitation.taken', actor: id, subject: id })],
  });
  if (!taken) throw new AppError('invitation-over');
  const isEmergency = row.emergency === 1;
  if (isEmergency) await tellEmergency(rt, row, 'invitation');
  const session = { browser: from.browser, before: from.wait };
  const token = await beginSession(rt, id, isEmergency ? 'emergency' : 'password', session);
  return { recoveryCodes, token };
}
