import type { Check } from '../draft.ts';
import { isLanguage, meantLanguage } from '../languages.ts';
import { valuePlace } from '../locate.ts';
import { problemAt } from '../sentences.ts';

/** Every language is one, and is named once. */
export const checkLanguages: Check = ({ flow, yaml }) =>
  flow.languages.flatMap((code, index) => {
    const place = valuePlace(yaml, ['languages', index]);
    if (!isLanguage(code))
      return [problemAt(place, 'unknown-language', { code, nearest: meantLanguage(code) })];
    return flow.languages.indexOf(code) < index ? [problemAt(place, 'duplicate-language', { code })] : [];
  });
