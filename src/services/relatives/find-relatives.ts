import { listRelativesByWords } from '../../store/people/name-words.ts';
import { numberId } from '../../store/people/numbers.ts';
import { listRelativesOfNumber } from '../../store/people/relative-lists.ts';
import { AppError } from '../app-error.ts';
import { readNumber } from '../phone-number.ts';
import type { Runtime } from '../runtime.ts';
import { requireRight, type Staff, sightOf } from '../staff/staff.ts';
import { type RelativeLine, toLine } from './list-relatives.ts';
import { looksLikeCpr } from './looks-like-cpr.ts';
import { beginningOf, isNamed, LONGEST_BEGINNING, wordHash, wordsOf } from './name-words.ts';

/** How many a search gives. */
const MOST_FOUND = 50;

/** Looked through when a word is longer than the index knows. */
const LOOKED_THROUGH = 200;

/** More words than a name has tell nothing more. */
const MOST_WORDS = 8;

/** What a search found, the newest first. `more`: there are others still, so type more of the name. */
export type Found = { by: 'number' | 'name'; lines: RelativeLine[]; more: boolean };

const hashesOf = (rt: Runtime, words: readonly string[]): string[] => [
  ...new Set(words.map((word) => wordHash(rt.db.keys, beginningOf(word)))),
];

const newestFirst = (a: RelativeLine, b: RelativeLine): number =>
  b.createdAt - a.createdAt || (a.id < b.id ? 1 : -1);

/**
 * The relatives whose name has a word that begins with each of these; the newest first, at most one more than `most`. What
 * the index does not know (the letters after the tenth, a single letter that begins a longer word) is looked for among the
 * newest whom the rest finds.
 */
async function findByName(rt: Runtime, staff: Staff, text: string, most: number): Promise<RelativeLine[]> {
  const typed = wordsOf(text).slice(0, MOST_WORDS);
  if (typed.length === 0) return [];
  const list = async (words: readonly string[], limit: number): Promise<RelativeLine[]> => {
    const rows = await listRelativesByWords(rt.db, hashesOf(rt, words), limit, sightOf(staff));
    return rows.map((row) => toLine(rt, row)).filter(({ name }) => isNamed(name, typed));
  };
  const known = typed.filter((word) => Array.from(word).length > 1);
  const isExact = known.length === typed.length || known.length === 0;
  const isShort = typed.every((word) => Array.from(word).length <= LONGEST_BEGINNING);
  const exact = await list(typed, isShort ? most + 1 : LOOKED_THROUGH);
  const looked = isExact ? [] : await list(known, LOOKED_THROUGH);
  const all = new Map([...exact, ...looked].map((line) => [line.id, line]));
  return [...all.values()].sort(newestFirst).slice(0, most + 1);
}

/**
 * Finds relatives by a telephone number, or by the beginnings of words of their name or alias, all of which must fit.
 * Throws AppError `text-empty`, `text-too-long`, `cpr-typed`, and what `readNumber` throws.
 */
export async function findRelatives(rt: Runtime, staff: Staff, text: string): Promise<Found> {
  requireRight(staff, 'look');
  const wanted = text.trim();
  if (wanted === '') throw new AppError('text-empty');
  if (wanted.length > 80) throw new AppError('text-too-long');
  if (looksLikeCpr(wanted)) throw new AppError('cpr-typed');
  if (/^[+\d\s().-]{6,}$/.test(wanted)) {
    const { e164 } = readNumber(wanted, rt.config.countries);
    const rows = await listRelativesOfNumber(
      rt.db,
      numberId(rt.db.keys, e164),
      MOST_FOUND + 1,
      sightOf(staff),
    );
    const lines = rows.slice(0, MOST_FOUND).map((row) => toLine(rt, row));
    return { by: 'number', lines, more: rows.length > MOST_FOUND };
  }
  const lines = await findByName(rt, staff, wanted, MOST_FOUND);
  return { by: 'name', lines: lines.slice(0, MOST_FOUND), more: lines.length > MOST_FOUND };
}
