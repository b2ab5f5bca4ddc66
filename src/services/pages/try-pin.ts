import { countPinTry, findPin, MAX_PIN_TRIES, type PinTry } from '../../store/pins.ts';
import { AppError } from '../app-error.ts';
import { limitTries } from '../limit-tries.ts';
import { recordLedger } from '../record-ledger.ts';
import type { Runtime } from '../runtime.ts';
import type { OpenLink } from './find-link.ts';

/** Five tries are what guards a PIN; these keep one address (which may be a whole mobile network) and everybody from trying many. */
const most = { address: 200, number: 30, everybody: 10_000 };

/** What the page behind a PIN may show before it is entered. */
export type PinState = 'none' | 'code' | 'set' | 'locked';

/** Whether a PIN was chosen, a one-time code waits to be used, or access is closed. */
export async function findPinState(rt: Runtime, relativeId: string): Promise<PinState> {
  const row = await findPin(rt.db, relativeId);
  if (row?.lockedAt) return 'locked';
  if (row?.pinHash) return 'set';
  return row?.codeHash && (row.codeEndsAt ?? 0) > rt.clock() ? 'code' : 'none';
}

/** Counts a try against every limit before anything is compared. Throws `too-many`, `pin-locked`, `pin-missing`. */
export async function countTry(
  rt: Runtime,
  link: OpenLink,
  address: string,
): Promise<PinTry & { left: number }> {
  await limitTries(rt, [
    { what: 'pin.address', who: address, most: most.address },
    { what: 'pin.number', who: link.numberId ?? link.relativeId, most: most.number },
    { what: 'pin', who: 'everybody', most: most.everybody },
  ]);
  const counted = await rt.db.lane.put(countPinTry, { relativeId: link.relativeId, at: rt.clock() });
  if (counted) return { ...counted, left: MAX_PIN_TRIES - counted.tries };
  const row = await findPin(rt.db, link.relativeId);
  throw new AppError(row ? 'pin-locked' : 'pin-missing');
}

/** Why a counted try failed: the given code while tries are left, otherwise access is now closed, which the ledger keeps. */
export async function failTry(
  rt: Runtime,
  link: OpenLink,
  left: number,
  code: 'pin-wrong' | 'code-wrong',
): Promise<AppError> {
  if (left > 0) return new AppError(code, code === 'pin-wrong' ? String(left) : undefined);
  const { relativeId, journeyId } = link;
  const actor = `relative:${relativeId}`;
  await recordLedger(rt, { kind: 'pin.locked', actor, relativeId, subject: journeyId });
  return new AppError('pin-locked');
}
