import type { Language, Words } from './language.ts';

/** The wording of a value that comes from the database; a value nobody knows is shown as it is. */
export const wordOf = (catalogue: Record<string, Words>, value: string, language: Language): string =>
  Object.hasOwn(catalogue, value) ? (catalogue[value]?.[language] ?? value) : value;
