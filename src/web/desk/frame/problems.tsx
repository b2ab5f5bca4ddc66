import type { FC } from 'hono/jsx';
import { AppError, type ErrorCode } from '../../../services/app-error.ts';
import { Alert } from '../../layout/alert.tsx';
import { errorWords } from '../../words/errors.ts';
import { fill } from '../../words/fill.ts';
import type { Language } from '../../words/language.ts';
import { commonWords, fieldWords } from './common-words.ts';

/** What is wrong with a form: the sentence by the name of its field. */
export type Problems = Record<string, string>;

/** The sentence of an error; `label` is what people call the thing it is about. */
export const sentenceOf = (code: ErrorCode, label: string, language: Language): string =>
  fill(errorWords[code].text[language], { detail: label });

/** The sentence of an error that stands at its own field. */
export const fieldSentence = (code: ErrorCode, language: Language): string =>
  Object.hasOwn(fieldWords, code)
    ? fieldWords[code as keyof typeof fieldWords][language]
    : sentenceOf(code, '', language);

/** Runs a service; what the form asked wrongly comes back as an error to show beside it, anything else is thrown on. */
export async function attempt<T>(work: () => Promise<T>): Promise<{ value: T } | { error: AppError }> {
  try {
    return { value: await work() };
  } catch (error) {
    if (error instanceof AppError && errorWords[error.code].status !== 404 && error.code !== 'forbidden')
      return { error };
    throw error;
  }
}

/** Everything that is wrong, each with a link to its field. */
export const ProblemList: FC<{ problems: Problems; labels: Record<string, string>; language: Language }> = ({
  problems,
  labels,
  language,
}) =>
  Object.keys(problems).length === 0 ? null : (
    <Alert variant="error" heading={commonWords.problems[language]} language={language}>
      <ul>
        {Object.entries(problems).map(([field, sentence]) => (
          <li>
            <a href={`#${field}`}>
              {labels[field] ? `${labels[field]}: ` : ''}
              {sentence}
            </a>
          </li>
        ))}
      </ul>
    </Alert>
  );
