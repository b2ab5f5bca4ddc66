import type { CheckedRow, RowCode, RowProblem } from '../../../services/imports/check-rows.ts';
import { fill } from '../../words/fill.ts';
import type { Language } from '../../words/language.ts';
import { rowWords } from '../../words/row-words.ts';
import { fieldSentence } from '../frame/problems.tsx';
import { fieldNames } from './import-words.ts';

const hasOwnWords = (code: RowCode): code is keyof typeof rowWords => Object.hasOwn(rowWords, code);

/** What to do about one cell. */
export const problemSentence = ({ code, other }: RowProblem, language: Language): string =>
  hasOwnWords(code) ? fill(rowWords[code][language], { other }) : fieldSentence(code, language);

/** Everything that is wrong with a row, in one text. */
export const rowSentence = ({ problems }: CheckedRow, language: Language): string =>
  problems
    .map((problem) => `${fieldNames[problem.field]?.[language] ?? ''}: ${problemSentence(problem, language)}`)
    .join(' ');
