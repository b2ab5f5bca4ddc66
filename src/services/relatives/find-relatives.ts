import { numberId } from '../../store/people/numbers.ts';
import {
  countRelatives,
  listNewestRelatives,
  listRelativesOfNumber,
} from '../../store/people/relative-lists.ts';
import { AppError } from '../app-error.ts';
import { readNumber } from '../phone-number.ts';
import type { Runtime } from '../runtime.ts';
import { requireRight, type Staff, sightOf } from '../staff/staff.ts';
import { type RelativeLine, toLine } from './list-relatives.ts';
import { looksLikeCpr } from './looks-like-cpr.ts';

/** How many of the newest names a search by name opens; older ones are found by number only. */
export const SEARCHED = 500;

/** What a search found. `left` says that there are older relatives whose names were not searched. */
export type Found = { by: 'number' | 'name'; lines: RelativeLine[]; left: boolean };

const fold = (text: string): string => text.normalize('NFC').toLocaleLowerCase('da').trim();

/** Whole name, or the beginning of one of its words. */
const matches = (name: string, wanted: string): boolean => {
  const folded = fold(name);
  return (
    folded === wanted ||
    folded.startsWith(wanted) ||
    folded.split(/[\s,-]+/).some((word) => word.startsWith(wanted))
  );
};

/**
 * Finds relatives by a telephone number (all of them) or by name or alias (among the `SEARCHED` newest).
 * Throws AppError `text-empty`, `text-too-long`, `cpr-typed`, and what `readNumber` throws.
 */
export async function findRelatives(rt: Runtime, staff: Staff, text: string): Promise<Found> {
  requireRight(staff, 'look');
  const wanted = fold(text);
  if (wanted === '') throw new AppError('text-empty');
  if (wanted.length > 80) throw new AppError('text-too-long');
  if (looksLikeCpr(wanted)) throw new AppError('cpr-typed');
  if (/^[+\d\s().-]{6,}$/.test(wanted)) {
    const { e164 } = readNumber(wanted, rt.config.countries);
    const rows = await listRelativesOfNumber(rt.db, numberId(rt.db.keys, e164), 50, sightOf(staff));
    return { by: 'number', lines: rows.map((row) => toLine(rt, row)), left: false };
  }
  const rows = await listNewestRelatives(rt.db, { limit: SEARCHED, sight: sightOf(staff) });
  const lines = rows.map((row) => toLine(rt, row)).filter((line) => matches(line.name, wanted));
  const left = rows.length === SEARCHED && (await countRelatives(rt.db, SEARCHED + 1)) > SEARCHED;
  return { by: 'name', lines: lines.slice(0, 50), left };
}
