// The words of what is chosen of a relative: the organisation's own where it has a list, else the built-in ones.
import {
  allChoices,
  type OwnLists,
  openChoices,
  type PeopleList,
} from '../../services/relatives/people-lists.ts';
import { ageWords, areaWords, foundByWords, relationWords } from './choices.ts';
import type { Language } from './language.ts';
import { wordOf } from './lookup.ts';

const BUILT_IN = {
  relations: relationWords,
  areas: areaWords,
  ageBands: ageWords,
  foundBy: foundByWords,
} as const;

type HasLists = { var: { organisation: { people?: OwnLists }; language: Language } };

/** A value of a list in words; one that nobody knows is shown as it is. */
export function choiceText(
  { var: { organisation, language } }: HasLists,
  list: PeopleList,
  value: string,
): string {
  const own = organisation.people?.[list]?.find((choice) => choice.value === value);
  return own?.[language] ?? wordOf(BUILT_IN[list], value, language);
}

/** What can be chosen, with its words; `kept` is what stands there already. */
export const choiceOptions = (c: HasLists, list: PeopleList, kept?: string) =>
  openChoices(c.var.organisation.people ?? {}, list, kept).map(
    (value) => [value, choiceText(c, list, value)] as const,
  );

/** Every value with its words, closed ones too: what can be searched for. */
export const everyOption = (c: HasLists, list: PeopleList) =>
  allChoices(c.var.organisation.people ?? {}, list).map(
    (value) => [value, choiceText(c, list, value)] as const,
  );

/** The built-in words of a value, for the form that changes a list. */
export const builtInText = (list: PeopleList, value: string, language: Language): string =>
  wordOf(BUILT_IN[list], value, language);
