import type { Write } from '../lane.ts';
import { type Noted, noting, wasNoted } from '../noting.ts';

/** In which language somebody is written to from now on. */
export type LanguageChange = { relativeId: string; language: string; at: number } & Noted;

/** Changes the language; false when it was that one already. */
export const changeLanguages: Write<LanguageChange, boolean> = noting(
  {
    name: 'change-languages',
    statements: (changes) =>
      changes.map(({ relativeId, language, at }) => ({
        sql: 'UPDATE relatives SET language = ?, changed_at = ? WHERE id = ? AND language <> ? RETURNING id',
        args: [language, at, relativeId, language],
      })),
    outcomes: (changes, results) => changes.map((_, i) => (results[i]?.rows.length ?? 0) > 0),
    lookUp: wasNoted,
  },
  {
    keys: ({ relativeId, language }) => [relativeId, language],
    join: (id, language) => `JOIN relatives r ON r.id = ${id} AND r.language <> ${language}`,
  },
);
