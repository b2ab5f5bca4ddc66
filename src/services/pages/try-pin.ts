import { alertRow, raiseAlerts } from '../../store/messages/alerts.ts';
import { countPinTry, findPin, MAX_PIN_TRIES, type PinTry } from '../../store/people/pins.ts';
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

/** A try that was counted: how many are left, and when it was, real time, UTC ms; the last one locks at that instant. */
export type CountedTry = PinTry & { left: number; at: number };

/** Counts a try against every limit before anything is compared. Throws `too-many`, `pin-locked`, `pin-missing`. */
export async function countTry(rt: Runtime, link: OpenLink, address: string): Promise<CountedTry> {
  await limitTries(rt, [
    { what: 'pin.address', who: address, most: most.address },
    { what: 'pin.number', who: link.numberId ?? link.relativeId, most: most.number },
    { what: 'pin', who: 'everybody', most: most.everybody },
  ]);
  const at = rt.clock();
  const counted = await rt.db.lane.put(countPinTry, { relativeId: link.relativeId, at });
  if (counted) return { ...counted, left: MAX_PIN_TRIES - counted.tries, at };
  const row = await findPin(rt.db, link.relativeId);
  throw new AppError(row ? 'pin-locked' : 'pin-missing');
}

async function tellLocked(rt: Runtime, { relativeId, journeyId }: OpenLink, at: number): Promise<void> {
  const id = `pin.locked.${relativeId}.${at}`;
  const text =
    'PIN-koden er låst, fordi der er tastet forkert for mange gange. Ring til den pårørende, og giv en ny kode.';
  const alert = { id, kind: 'call', audience: 'advisor', urgent: 0, text } as const;
  const about = { relativeId, journeyId: journeyId ?? null, raisedAt: rt.now() };
  await rt.db.lane.put(raiseAlerts, alertRow(rt.db.keys, { ...alert, ...about }));
}

/**
 * Why a counted try failed: the given code while tries are left, otherwise access is now closed, which the ledger keeps and
 * the advisor is told once.
 */
export async function failTry(
  rt: Runtime,
  link: OpenLink,
  { left, at }: CountedTry,
  code: 'pin-wrong' | 'code-wrong',
): Promise<AppError> {
  if (left > 0) return new AppError(code, code === 'pin-wrong' ? String(left) : undefined);
  const { relativeId, journeyId } = link;
  const actor = `relative:${relativeId}`;
  await tellLocked(rt, link, at);
  const about = journeyId ? { subject: journeyId } : {};
  await recordLedger(rt, { kind: 'pin.locked', actor, relativeId, ...about });
  return new AppError('pin-locked');
}
