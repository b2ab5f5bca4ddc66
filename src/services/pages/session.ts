import type { SessionRow } from '../../store/people/sessions.ts';

/** A secure link opened on one browser; instants are real time, UTC ms. */
export type PageSession = {
  tokenHash: string;
  /** The hash of the link's token. */
  link: string;
  /** The page's own factor was shown: the PIN, or for open content the button. */
  verified: boolean;
  /** It ends then without a sign of life. */
  idleEndsAt: number;
};

/** A page session ends after this long without a sign of life, ms. */
const PAGE_IDLE_MS = 30 * 60_000;

/** A page session never lasts longer, ms. */
export const PAGE_SESSION_MS = 2 * 60 * 60_000;

/** The session in a row; undefined when it has ended or is not of a page. */
export function toPageSession(row: SessionRow | undefined, clock: number): PageSession | undefined {
  if (row?.kind !== 'page') return undefined;
  const idleEndsAt = Math.min(row.seenAt + PAGE_IDLE_MS, row.endsAt);
  if (clock >= idleEndsAt) return undefined;
  return { tokenHash: row.tokenHash, link: row.subject, verified: row.verifiedAt !== null, idleEndsAt };
}
