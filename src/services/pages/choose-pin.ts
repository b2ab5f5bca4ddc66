import { usePinCode } from '../../store/people/pins.ts';
import { endSessions } from '../../store/people/sessions.ts';
import { pinHash, sameHash } from '../../store/seal.ts';
import { AppError } from '../app-error.ts';
import { ledgerRow } from '../record-ledger.ts';
import type { Runtime } from '../runtime.ts';
import { isWeakPin, readPin } from './pin-words.ts';
import type { PageVisit } from './resume-page.ts';
import { countTry, failTry } from './try-pin.ts';
import { verifyVisit } from './verify-visit.ts';

/**
 * Chooses a PIN with the one-time code staff gave by voice or on paper, opens the content and gives the secret of the new
 * session. The code works once. Throws `pin-shape`, `pin-weak`, `pin-unlike`, `code-wrong`, `pin-locked`, `too-many`.
 */
export async function choosePin(
  rt: Runtime,
  visit: PageVisit,
  order: { code: string; pin: string; again: string; address: string },
): Promise<string> {
  const { relativeId } = visit.link;
  if (visit.link.access !== 'pin') throw new AppError('forbidden');
  const pin = readPin(order.pin);
  if (pin !== order.again.replace(/[\s-]/g, '')) throw new AppError('pin-unlike');
  if (isWeakPin(pin)) throw new AppError('pin-weak');
  const code = readPin(order.code);
  const counted = await countTry(rt, visit.link, order.address).catch(asWrongCode);
  const at = rt.clock();
  const codeHash = pinHash(rt.db.keys, relativeId, code);
  const right = counted.codeHash !== null && sameHash(codeHash, counted.codeHash);
  const entry = ledgerRow(rt, { kind: 'pin.chosen', actor: `relative:${relativeId}`, relativeId });
  const chosen = {
    relativeId,
    codeHash,
    pinHash: pinHash(rt.db.keys, relativeId, pin),
    at,
    ledger: [entry],
  };
  if (!right || !(await rt.db.lane.put(usePinCode, chosen)))
    throw await failTry(rt, visit.link, counted, 'code-wrong');
  await rt.db.lane.put(endSessions, { subject: visit.link.tokenHash });
  return verifyVisit(rt, visit);
}

function asWrongCode(error: unknown): never {
  throw error instanceof AppError && error.code === 'pin-missing' ? new AppError('code-wrong') : error;
}
