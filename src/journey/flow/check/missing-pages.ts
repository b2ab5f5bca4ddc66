import type { Check } from '../draft.ts';
import { isLanguage } from '../languages.ts';
import { valuePlace } from '../locate.ts';
import { nearest } from '../nearest.ts';
import { problemAt } from '../sentences.ts';

/** Every page that is shown exists in every language. */
export const checkMissingPages: Check = ({ flow, yaml, references, fileNames }) => {
  const shown = references.filter((reference) => reference.kind === 'page');
  const wanted = shown.flatMap(({ page, path }) =>
    flow.languages.filter(isLanguage).map((language) => ({ file: `pages/${page}.${language}.md`, path })),
  );
  const spare = fileNames.filter(
    (name) => name.startsWith('pages/') && wanted.every(({ file }) => file !== name),
  );
  return wanted
    .filter(({ file }) => !fileNames.includes(file))
    .map(({ file, path }) =>
      problemAt(valuePlace(yaml, path), 'missing-page', { file, nearest: nearest(file, spare) }),
    );
};
