// The second factor: time-based codes (RFC 6238) and recovery codes.
import { Secret, TOTP } from 'otpauth';
import { tokenHash } from '../../store/seal.ts';
import type { Runtime } from '../runtime.ts';

const PERIOD_SECONDS = 30;
/** Steps before and after the present one whose code is taken, since clocks differ. */
const WINDOW = 1;

const totpOf = (secret: string, label: string, issuer: string): TOTP =>
  new TOTP({
    issuer,
    label,
    algorithm: 'SHA1',
    digits: 6,
    period: PERIOD_SECONDS,
    secret: Secret.fromBase32(secret),
  });

/** A fresh secret of 160 bits, as base32. */
export const makeTotpSecret = (): string => new Secret({ size: 20 }).base32;

/** What the QR code says to an authenticator. */
export const totpAddress = (secret: string, label: string, issuer: string): string =>
  totpOf(secret, label, issuer).toString();

/** The time step this code is of at an instant (real time, UTC ms); undefined when it is none of the three that are taken. */
export function stepOf(secret: string, code: string, at: number): number | undefined {
  const token = code.replaceAll(/[\s-]/g, '');
  if (!/^\d{6}$/.test(token)) return undefined;
  const delta = totpOf(secret, '', '').validate({ token, timestamp: at, window: WINDOW });
  return delta === null ? undefined : Math.floor(at / 1_000 / PERIOD_SECONDS) + delta;
}

const RECOVERY_CODES = 8;
const READABLE = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/** Four groups of six signs: 120 bits, so that a plain hash guards them (ASVS 6.5.2). */
function recoveryCode(random: string): string {
  const bytes = [...atob(random.replaceAll('-', '+').replaceAll('_', '/'))].map((c) => c.charCodeAt(0));
  let bits = bytes.reduce((all, byte) => (all << 8n) | BigInt(byte), 0n);
  let code = '';
  for (let i = 0; i < 24; i += 1) {
    code += `${i > 0 && i % 6 === 0 ? '-' : ''}${READABLE[Number(bits & 31n)] ?? ''}`;
    bits >>= 5n;
  }
  return code;
}

/** Fresh recovery codes, to be shown once. */
export const makeRecoveryCodes = (rt: Pick<Runtime, 'newId'>): string[] =>
  Array.from({ length: RECOVERY_CODES }, () => recoveryCode(rt.newId()));

/** The hash of a recovery code however it was typed. */
export const recoveryHash = (code: string): string =>
  tokenHash(`recovery ${code.toUpperCase().replaceAll(/[^A-Z0-9]/g, '')}`);
