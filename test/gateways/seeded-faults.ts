// Faults from a seed: the same seed breaks the same things in the same order, on the simulated network and on the local Twilio.
import type { PhoneFaults } from '../../src/gateways/phone/phone.ts';
import type { TwilioFault } from './twilio-server.ts';

/** A source of numbers from 0 up to 1 that begins anew with its seed (mulberry32). */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Breaks about this share of the network's steps; *lost* reports are left out, since a house that waits for one waits for good. */
export function seededPhoneFaults(seed: number, share = 0.1): Required<PhoneFaults> {
  const random = createRandom(seed);
  const pick = <T>(...kinds: T[]): T | undefined =>
    random() < share ? kinds[Math.floor(random() * kinds.length)] : undefined;
  return {
    post: () => pick('accept-then-unknown', 'unknown', 'rate', 'temporary'),
    find: () => pick('unavailable'),
    list: () => pick('unavailable'),
    status: () => pick('doubled', 'late'),
    incoming: () => pick('doubled'),
  };
}

/** The same for `startTwilioServer({ faultFor })`; hanging is left out, since it costs a whole timeout. */
export function seededTwilioFaults(seed: number, share = 0.1): () => TwilioFault | undefined {
  const random = createRandom(seed);
  const kinds: TwilioFault[] = ['accept-then-drop', 'accept-then-500', 'drop', 429, 500, 503];
  return () => (random() < share ? kinds[Math.floor(random() * kinds.length)] : undefined);
}
