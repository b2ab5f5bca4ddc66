import { type Template, UndefinedVariableError } from 'liquidjs';
import { TEXT_ENGINE } from '../../text/engines.ts';
import { type Fields, OPTIONAL_FIELDS } from '../../text/fields.ts';
import type { Check, Draft, DraftPage } from '../draft.ts';
import type { Problem } from '../problem.ts';
import { problemAt } from '../sentences.ts';
import { placeIn } from '../template-places.ts';

/** A page can be shown to a relative for whom fields have no value, in whatever combination. */
export const checkOptionalFields: Check = (draft) => draft.pages.flatMap((page) => checkPage(draft, page));

function checkPage({ longest }: Draft, page: DraftPage): Problem[] {
  const { read, language } = page;
  if (!read.ok) return [];
  const used = OPTIONAL_FIELDS.filter((field) => read.uses.some(({ name }) => name === field));
  const needed = combinations(used).flatMap((missing) => {
    const given = Object.entries(longest[language] ?? {}).filter(([name]) => !missing.includes(name));
    return neededAt(read.parts, Object.fromEntries(given)) ?? [];
  });
  return read.uses
    .filter(({ name, at }) => used.includes(name) && needed.includes(at))
    .map(({ name, at }) => problemAt(placeIn(page, at), 'field-may-be-missing', { field: name }));
}

/** Where rendering stops for want of a field. */
function neededAt(parts: Template[], fields: Fields): number | undefined {
  try {
    TEXT_ENGINE.renderSync(parts, fields);
    return undefined;
  } catch (error) {
    return error instanceof UndefinedVariableError ? error.token.begin : undefined;
  }
}

/** Every choice among a few words, the empty one included. */
function combinations(words: readonly string[]): string[][] {
  return Array.from({ length: 2 ** words.length }, (_, choice) =>
    words.filter((_word, index) => (choice >> index) % 2 === 1),
  );
}
