import { clearPinTries, findPin } from '../../store/people/pins.ts';
import { pinHash, sameHash } from '../../store/seal.ts';
import { AppError } from '../app-error.ts';
import type { Runtime } from '../runtime.ts';
import { readPin } from './pin-words.ts';
import type { PageVisit } from './resume-page.ts';
import { countTry, failTry } from './try-pin.ts';
import { verifyVisit } from './verify-visit.ts';

/**
 * Opens the content with the relative's PIN and gives the secret of the new session. Throws `pin-shape`, `pin-missing`,
 * `pin-wrong` (detail: tries left), `pin-locked`, `too-many`.
 */
export async function enterPin(
  rt: Runtime,
  visit: PageVisit,
  order: { pin: string; address: string },
): Promise<string> {
  const { link } = visit;
  if (link.access !== 'pin') throw new AppError('forbidden');
  const pin = readPin(order.pin);
  const known = await findPin(rt.db, link.relativeId);
  if (!known?.pinHash && !known?.lockedAt) throw new AppError('pin-missing');
  const counted = await countTry(rt, link, order.address);
  const typed = pinHash(rt.db.keys, link.relativeId, pin);
  if (counted.pinHash === null || !sameHash(typed, counted.pinHash))
    throw await failTry(rt, link, counted, 'pin-wrong');
  await rt.db.lane.put(clearPinTries, { relativeId: link.relativeId, pinHash: typed });
  return verifyVisit(rt, visit);
}
