import type { Access } from '../../journey/flow/flow.ts';
import { findLink, type LinkRow } from '../../store/people/links.ts';
import type { Runtime } from '../runtime.ts';

/** A link that still opens, by the hash of its token. */
export type OpenLink = {
  tokenHash: string;
  relativeId: string;
  /** Undefined for a message that belongs to no journey. */
  journeyId: string | undefined;
  step: string;
  page: string;
  access: Access;
  /** The relative's language. */
  language: string;
  /** The number it was sent to; undefined for a letter. */
  numberId: string | undefined;
  opened: boolean;
};

/** Sent to a number that is no longer the relative's, or that somebody else answered from: it opens for nobody. */
const reachedSomebodyElse = (row: LinkRow): boolean =>
  row.sentTo !== null && (row.wrongAt !== null || row.sentTo !== row.numberId);

const toAccess = (text: string): Access =>
  text === 'pin' || text === 'mitid' ? text : text === 'link' ? 'link' : 'mitid';

/** The link with this hash, while it opens: not expired, and sent to a number that is still the relative's. */
export async function findOpenLink(rt: Runtime, hash: string): Promise<OpenLink | undefined> {
  const row = await findLink(rt.db, hash);
  if (!row || row.endsAt <= rt.now() || reachedSomebodyElse(row)) return undefined;
  const { relativeId, journeyId, step, page, language } = row;
  return {
    tokenHash: hash,
    ...{ relativeId, step, page, language },
    journeyId: journeyId || undefined,
    access: toAccess(row.access),
    numberId: row.sentTo ?? undefined,
    opened: row.openedAt !== null,
  };
}
