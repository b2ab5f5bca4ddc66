// What is chosen of a relative. An organisation may have lists of its own; a value is the key flows and records know it by,
// so it never changes: its words do.
import { AGE_BANDS, AREAS, FOUND_BY, RELATIONS } from './relative-choices.ts';

const BUILT_IN = { relations: RELATIONS, areas: AREAS, ageBands: AGE_BANDS, foundBy: FOUND_BY } as const;

export type PeopleList = keyof typeof BUILT_IN;

/** One choice of an organisation's own list; a closed one is kept by those who have it and chosen by nobody else. */
export type OwnChoice = { value: string; da: string; en: string; closed: boolean };
export type OwnLists = { readonly [K in PeopleList]?: readonly OwnChoice[] };

export const PEOPLE_LISTS = Object.keys(BUILT_IN) as PeopleList[];

/** Every value of a list in its order, closed ones too. */
export const allChoices = (own: OwnLists, list: PeopleList): readonly string[] =>
  own[list]?.map(({ value }) => value) ?? BUILT_IN[list];

/** What can be chosen, in its order; `kept` is what stands there already and may stay. */
export function openChoices(own: OwnLists, list: PeopleList, kept?: string): readonly string[] {
  const choices = own[list];
  if (!choices) return BUILT_IN[list];
  return choices.filter(({ closed, value }) => !closed || value === kept).map(({ value }) => value);
}

/** The ages of a band: "30-49" is from 30 up to 49, "80+" from 80 up; undefined for what names none. */
export function agesOf(band: string): { from: number; upTo: number } | undefined {
  const [, from, upTo] = /^(\d{1,3})(?:-(\d{1,3})|\+)$/.exec(band) ?? [];
  if (from === undefined) return undefined;
  return { from: Number(from), upTo: upTo === undefined ? Number.POSITIVE_INFINITY : Number(upTo) };
}
