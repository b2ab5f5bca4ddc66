// The lists of what is chosen of a relative, changed by administrators. Values are keys and stay: records, flows and rules
// know them. What is used is closed and not removed; what a rule or a running flow asks for is neither.
import type { Flow } from '../../journey/flow/flow.ts';
import { countChoiceUses, listFlowsInForce } from '../../store/people/choice-uses.ts';
import { AppError } from '../app-error.ts';
import type { Organisation } from '../organisation.ts';
import {
  agesOf,
  allChoices,
  type OwnChoice,
  PEOPLE_LISTS,
  type PeopleList,
} from '../relatives/people-lists.ts';
import { MINOR_BAND } from '../relatives/relative-choices.ts';
import type { Runtime } from '../runtime.ts';
import type { Staff } from '../staff/staff.ts';
import { changeSettings } from './change-settings.ts';
import { showSettings } from './show-settings.ts';

/** Why a value must stay open: the rule of minors, what stands where nothing was said, or the titles of flows that ask for it. */
export type Lock = { why: 'minors' | 'unsaid' } | { why: 'flows'; titles: string[] };

/** A choice as its form shows it; without words of its own the built-in ones hold. */
export type ListedChoice = {
  value: string;
  words: { da: string; en: string } | undefined;
  closed: boolean;
  used: number;
  lock: Lock | undefined;
};

/** A choice as its form sends it: `value` is empty for a new one, `state` is `remove` for one that goes. */
export type TypedChoice = { value: string; da: string; en: string; state: 'open' | 'closed' | 'remove' };

const SUBJECTS: Partial<Record<PeopleList, string>> = {
  relations: 'relation',
  areas: 'area',
  ageBands: 'ageBand',
};

/** What stands in a record where nobody said anything. */
const UNSAID: Partial<Record<PeopleList, string>> = { relations: 'anden', ageBands: 'ukendt' };

const ADULT = 18;

/** Throws `not-found` for a list nobody has. */
export function requirePeopleList(name: string): PeopleList {
  const known = PEOPLE_LISTS.find((one) => one === name);
  if (!known) throw new AppError('not-found');
  return known;
}

/** The titles of the flows that ask for a value, by value. */
async function askedFor(rt: Runtime, list: PeopleList): Promise<Map<string, Set<string>>> {
  const asked = new Map<string, Set<string>>();
  const subject = SUBJECTS[list];
  if (!subject) return asked;
  for (const { title, body } of await listFlowsInForce(rt.db))
    for (const step of (JSON.parse(body) as Flow).steps)
      if (step.kind === 'branch' && step.on === subject)
        for (const value of Object.keys(step.is))
          asked.set(value, (asked.get(value) ?? new Set()).add(title));
  return asked;
}

function lockOf(list: PeopleList, value: string, titles: Set<string> | undefined): Lock | undefined {
  if (list === 'ageBands' && value === MINOR_BAND) return { why: 'minors' };
  if (UNSAID[list] === value) return { why: 'unsaid' };
  return titles ? { why: 'flows', titles: [...titles].sort() } : undefined;
}

/** One list as it holds, how often each value is used and what keeps it. Throws `forbidden`. */
export async function showPeopleList(
  rt: Runtime,
  staff: Staff,
  list: PeopleList,
): Promise<{ seen: number; people: Organisation['people']; choices: ListedChoice[] }> {
  const { organisation, seen } = await showSettings(rt, staff);
  const [uses, asked] = await Promise.all([countChoiceUses(rt.db, list), askedFor(rt, list)]);
  const { people } = organisation;
  const own = people[list];
  const choices = allChoices(people, list).map((value) => {
    const choice = own?.find((one) => one.value === value);
    return {
      value,
      words: choice && { da: choice.da, en: choice.en },
      closed: choice?.closed ?? false,
      used: uses.get(value) ?? 0,
      lock: lockOf(list, value, asked.get(value)),
    };
  });
  return { seen, people, choices };
}

/** The key of a new choice: its first Danish words, or of an age the years alone. */
const keyOf = (list: PeopleList, da: string): string =>
  list === 'ageBands' ? da.replace(/[–—]/g, '-').replace(/\s|år/g, '') : da.toLocaleLowerCase('da');

function readChoice(list: PeopleList, typed: TypedChoice, n: number): OwnChoice {
  const [da, en] = [typed.da, typed.en].map((text) => text.replace(/\s+/g, ' ').trim());
  if (!da) throw new AppError('field-missing', `da.${n}`);
  if (!en) throw new AppError('field-missing', `en.${n}`);
  if (da.length > 60) throw new AppError('text-too-long', `da.${n}`);
  if (en.length > 60) throw new AppError('text-too-long', `en.${n}`);
  const value = typed.value || keyOf(list, da);
  if (list === 'ageBands' && !typed.value) checkAges(value, n);
  return { value, da, en, closed: typed.state === 'closed' };
}

/** A new age band is one of adults: everybody under 18 is in the band the rules of minors are about. */
function checkAges(value: string, n: number): void {
  const ages = agesOf(value);
  if (!ages || ages.from < ADULT || ages.upTo < ages.from) throw new AppError('ages-unreadable', `da.${n}`);
}

function checkDoubles(list: PeopleList, choices: readonly { choice: OwnChoice; n: number }[]): void {
  const known = new Set<string>();
  let ages: { from: number; upTo: number }[] = [];
  for (const { choice, n } of choices) {
    const words = [`=${choice.value}`, choice.da.toLocaleLowerCase('da')];
    if (words.some((word) => known.has(word))) throw new AppError('choice-double', `da.${n}`);
    for (const word of words) known.add(word);
    const band = list === 'ageBands' && !choice.closed ? agesOf(choice.value) : undefined;
    if (!band) continue;
    if (ages.some((one) => band.from <= one.upTo && one.from <= band.upTo))
      throw new AppError('ages-overlap', `da.${n}`);
    ages = [...ages, band];
  }
}

/** Nothing that is there may be lost: what is used stays at least closed, what is locked stays open. */
function checkKept(before: readonly ListedChoice[], typed: readonly TypedChoice[]): void {
  for (const { value, used, lock, closed } of before) {
    const n = typed.findIndex((one) => one.value === value);
    const state = n < 0 ? 'remove' : typed[n]?.state;
    if (lock && state !== 'open' && !(closed && state === 'closed'))
      throw new AppError('choice-locked', `state.${Math.max(n, 0)}`);
    if (used > 0 && state === 'remove') throw new AppError('choice-used', `state.${Math.max(n, 0)}`);
  }
}

/**
 * Changes one list: words, order, what is open and what is new. Throws `forbidden`, `changed-meanwhile`, and by field
 * (`da.3`, counted from 0) `field-missing`, `text-too-long`, `choice-double`, `ages-unreadable` and `ages-overlap`,
 * `choice-locked` and `choice-used`.
 */
export async function changePeopleList(
  rt: Runtime,
  staff: Staff,
  order: { seen: number; list: PeopleList; choices: readonly TypedChoice[] },
): Promise<void> {
  const { list, choices: typed } = order;
  const before = await showPeopleList(rt, staff, list);
  if (before.seen !== order.seen) throw new AppError('changed-meanwhile');
  const values = new Set(before.choices.map(({ value }) => value));
  if (typed.some(({ value }) => value !== '' && !values.has(value))) throw new AppError('changed-meanwhile');
  checkKept(before.choices, typed);
  const read = typed.flatMap((one, n) =>
    one.state === 'remove' ? [] : [{ n, choice: readChoice(list, one, n) }],
  );
  if (!read.some(({ choice }) => !choice.closed)) throw new AppError('field-missing', 'da.0');
  checkDoubles(list, read);
  const people = { ...before.people, [list]: read.map(({ choice }) => choice) };
  await changeSettings(rt, staff, { seen: order.seen, change: { people } });
}
