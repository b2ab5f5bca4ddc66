import type { Check, Draft } from '../draft.ts';
import { isLanguage, languageName } from '../languages.ts';
import { valuePlace } from '../locate.ts';
import { nearest } from '../nearest.ts';
import type { Problem } from '../problem.ts';
import type { TextReference } from '../references.ts';
import { problemAt } from '../sentences.ts';

/**
 * Every text that is named exists in every language; a task only in the first, which is the staff's.
 * A text that nothing names is no problem, since it is never sent; it may be what a misspelled name meant.
 */
export const checkMissingTexts: Check = (draft) => {
  const references = draft.references.filter((reference) => reference.kind === 'text');
  return draft.flow.languages.flatMap((language, index) => {
    const needed = references.filter(({ use }) => index === 0 || use !== 'task');
    if (needed.length === 0 || !isLanguage(language)) return [];
    return missingIn(draft, language, index, needed);
  });
};

function missingIn(
  draft: Draft,
  language: string,
  index: number,
  needed: readonly TextReference[],
): Problem[] {
  const file = `texts.${language}.yaml`;
  if (!draft.fileNames.includes(file)) {
    const place = valuePlace(draft.yaml, ['languages', index]);
    return [problemAt(place, 'missing-texts-file', { file, language: languageName(language) })];
  }
  const written = draft.textFiles.find((read) => read.language === language)?.yaml.value;
  if (!written) return [];
  const unnamed = draft.texts.filter((text) => text.language === language && text.namedBy.length === 0);
  return needed
    .filter(({ key }) => !Object.hasOwn(written, key))
    .map(({ key, path }) => {
      const details = {
        key,
        file,
        nearest: nearest(
          key,
          unnamed.map((text) => text.key),
        ),
      };
      return problemAt(valuePlace(draft.yaml, path), 'missing-text', details);
    });
}
