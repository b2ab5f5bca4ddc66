import { addMembers } from '../../store/journeys/fan-outs.ts';
import { noteDraft } from '../../store/journeys/many-orders.ts';
import { listIdsOf } from '../../store/people/many-relatives.ts';
import { AppError } from '../app-error.ts';
import { looksLikeCpr } from '../relatives/looks-like-cpr.ts';
import { beginningOf, wordHash, wordsOf } from '../relatives/name-words.ts';
import type { Runtime } from '../runtime.ts';
import { mayStaff, requireRight, type Staff, sightOf } from '../staff/staff.ts';

/** How many can be enrolled in one go, and how many without the right to coordinate. */
export const MOST_AT_ONCE = 5_000;
export const MOST_WITHOUT_COORDINATION = 20;

/** A draft nobody ordered is forgotten after this long, ms. */
const DRAFT_LIVES_MS = 24 * 3_600_000;
const NOTED_AT_ONCE = 2_000;

/** Who: those that were ticked, a circle, or everyone who fits a search; empty fields of a search do not count. */
export type Choice =
  | { ids: readonly string[] }
  | { circleId: string }
  | { search: { name: string; unit: string; area: string; relation: string } };

/** Throws `forbidden` when so many ask for a coordinator. */
export function requireForMany(staff: Staff, count: number): void {
  requireRight(staff, 'care');
  if (count > MOST_WITHOUT_COORDINATION && !mayStaff(staff, 'coordinate')) throw new AppError('forbidden');
}

function commonOf(rt: Runtime, choice: Choice) {
  if ('ids' in choice) return { ids: choice.ids.slice(0, 500) };
  if ('circleId' in choice) return choice;
  const { name, unit, area, relation } = choice.search;
  if (looksLikeCpr(name)) throw new AppError('cpr-typed', 'navn');
  const typed = wordsOf(name).slice(0, 8);
  const words = [...new Set(typed.map((word) => wordHash(rt.db.keys, beginningOf(word))))];
  return {
    ...(unit ? { unitId: unit } : {}),
    ...(area ? { area } : {}),
    ...(relation ? { relation } : {}),
    ...(words.length > 0 ? { words } : {}),
  };
}

/**
 * Notes whom to enrol, those in sight, as a draft that waits for its flow and dates; gives its id. Throws `field-missing`
 * when nobody was chosen, `too-many` above 5,000, `forbidden` above 20 without the right to coordinate, `cpr-typed`.
 */
export async function chooseMany(rt: Runtime, staff: Staff, choice: Choice): Promise<string> {
  requireRight(staff, 'care');
  const ids = await listIdsOf(rt.db, commonOf(rt, choice), sightOf(staff), MOST_AT_ONCE + 1);
  if (ids.length === 0) throw new AppError('field-missing', 'valgt');
  if (ids.length > MOST_AT_ONCE) throw new AppError('too-many');
  requireForMany(staff, ids.length);
  const id = rt.newId();
  const at = rt.now();
  await rt.db.lane.put(noteDraft, { id, at, by: staff.id, forgetBefore: at - DRAFT_LIVES_MS });
  for (let from = 0; from < ids.length; from += NOTED_AT_ONCE)
    await rt.db.lane.put(addMembers, { fanOutId: id, relativeIds: ids.slice(from, from + NOTED_AT_ONCE) });
  return id;
}
