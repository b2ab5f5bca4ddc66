import { tokenHash } from '../../store/seal.ts';
import { limitTries } from '../limit-tries.ts';
import type { Runtime } from '../runtime.ts';
import { findOpenLink, type OpenLink } from './find-link.ts';

/** One address may be a whole mobile network, so it is only kept from flooding; 128 bits are what keeps it from guessing. */
const most = { address: 1_000, prefix: 60, everybody: 100_000 };

/**
 * Looks whether a link opens and changes nothing: previews and scanners may do it too. Unknown, expired and misdirected links
 * are all undefined. Throws `too-many`.
 */
export async function knock(rt: Runtime, token: string, address: string): Promise<OpenLink | undefined> {
  await limitTries(rt, [
    { what: 'link.address', who: address, most: most.address },
    { what: 'link.prefix', who: token.slice(0, 6), most: most.prefix },
    { what: 'link', who: 'everybody', most: most.everybody },
  ]);
  return findOpenLink(rt, tokenHash(token));
}
