import { fold } from '../../journey/reply/fold.ts';
import { anchorAt, isoDate } from '../../journey/time/format.ts';
import { listOfferRows, type OfferRow } from '../../store/care/offers.ts';
import { countSignposted } from '../../store/care/signposted.ts';
import type { Runtime } from '../runtime.ts';
import { requireRight, type Staff } from '../staff/staff.ts';
import { offerState } from './offer-days.ts';

/** What is looked for: words (each the beginning of a word of the offer), an area, inside or outside the municipality. */
export type OfferQuery = { words?: string; area?: string; side?: 'inside' | 'outside'; retired?: boolean };

/** An offer of the signpost; `shownThisYear` counts who was shown the way since the first of January. */
export type OfferLine = OfferRow & { shownThisYear: number; isStale: boolean; isOver: boolean };

const wordsOf = (text: string): string[] =>
  fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');

const MOST_WORDS = 10;

/** The first instant of the year on the Copenhagen wall. */
export const yearStart = (now: number): number => anchorAt(`${isoDate(now).slice(0, 4)}-01-01`) ?? now;

function matcher({ words = '', area, side }: OfferQuery): (row: OfferRow) => boolean {
  const wanted = wordsOf(words).slice(0, MOST_WORDS);
  return (row) => {
    if (area && row.area !== area && row.area !== 'alle') return false;
    if (side && (row.inside === 1) !== (side === 'inside')) return false;
    if (wanted.length === 0) return true;
    const found = wordsOf(`${row.title} ${row.text} ${row.target} ${row.area} ${row.contact}`);
    return wanted.every((word) => found.some((other) => other.startsWith(word)));
  };
}

/** The offers of the signpost that match, by their titles. They are few: all are read, and looked through here. */
export async function listOffers(rt: Runtime, staff: Staff, query: OfferQuery = {}): Promise<OfferLine[]> {
  requireRight(staff, 'look');
  const now = rt.now();
  const [rows, counts] = await Promise.all([
    listOfferRows(rt.db, query.retired === true),
    countSignposted(rt.db, yearStart(now)),
  ]);
  return rows
    .filter(matcher(query))
    .map((row) => ({ ...row, ...offerState(row, now), shownThisYear: counts.get(row.id) ?? 0 }));
}
