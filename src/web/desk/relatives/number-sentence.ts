import type { ErrorCode } from '../../../services/app-error.ts';
import { fill } from '../../words/fill.ts';
import type { Language } from '../../words/language.ts';
import { fieldSentence } from '../frame/problems.tsx';
import { numberWords } from './relatives-words.ts';

/** What is wrong at a field of a form with a number; the countries we write to are named. `countries` are ISO 3166 alpha-2. */
export function numberSentence(code: ErrorCode, countries: readonly string[], language: Language): string {
  if (code !== 'number-country') return fieldSentence(code, language);
  const names = new Intl.DisplayNames(language, { type: 'region' });
  const list = new Intl.ListFormat(language, { type: 'conjunction' });
  const named = list.format(countries.map((country) => names.of(country) ?? country));
  return fill(numberWords.countries[language], { countries: named });
}
