import { putPin, putPinCode } from '../../store/people/pins.ts';
import { pinHash } from '../../store/seal.ts';
import { digitsFrom } from '../circles/codes.ts';
import { ledgerRow } from '../record-ledger.ts';
import type { Runtime } from '../runtime.ts';
import { requireSight, type Staff } from '../staff/staff.ts';

/** How long a one-time code holds, ms of the real clock: said aloud, or on paper. Never by SMS. */
export const CODE_LIVES_MS = { voice: 10 * 60_000, paper: 14 * 24 * 60 * 60_000 } as const;

export type CodeBy = keyof typeof CODE_LIVES_MS;

function newDigits(rt: Runtime): string {
  for (;;) {
    const digits = digitsFrom(rt.newId());
    if (digits) return digits;
  }
}

/** Makes a PIN to hand over, shown this once; an older PIN, code or lock is gone. Throws `not-found`. */
export async function givePin(rt: Runtime, staff: Staff, id: string): Promise<{ pin: string }> {
  await requireSight(rt, staff, 'care', 'relative', id);
  const pin = newDigits(rt);
  const entry = ledgerRow(rt, { kind: 'pin.given', actor: staff.id, relativeId: id });
  const given = { relativeId: id, pinHash: pinHash(rt.db.keys, id, pin), at: rt.clock(), ledger: [entry] };
  await rt.db.lane.put(putPin, given);
  return { pin };
}

/** Makes a one-time code with which the relative chooses a PIN, until `endsAt` (real time). Throws `not-found`. */
export async function givePinCode(
  rt: Runtime,
  staff: Staff,
  id: string,
  by: CodeBy,
): Promise<{ code: string; endsAt: number }> {
  await requireSight(rt, staff, 'care', 'relative', id);
  const code = newDigits(rt);
  const at = rt.clock();
  const endsAt = at + CODE_LIVES_MS[by];
  const entry = ledgerRow(rt, { kind: 'pin.code-given', actor: staff.id, relativeId: id, body: { by } });
  const codeHash = pinHash(rt.db.keys, id, code);
  await rt.db.lane.put(putPinCode, { relativeId: id, codeHash, endsAt, at, ledger: [entry] });
  return { code, endsAt };
}
