// The questions of a questionnaire as fields: on the relative's page, and where staff fill it in.
import type { FC } from 'hono/jsx';
import { SCALE } from '../../journey/flow/questions.ts';
import type { FormProblems, Typed } from '../../services/forms/read-answers.ts';
import type { QuestionView } from '../../services/forms/view-questions.ts';
import { inLanguage, type Language } from '../words/language.ts';
import { layoutWords } from '../words/layout.ts';
import { questionWords } from '../words/question-words.ts';
import { Alert } from './alert.tsx';
import { described, FieldFrame, only } from './form.tsx';

const PREFIX = 'q-';

/** What was typed, by question. */
export const typedOf = (form: URLSearchParams): Typed =>
  Object.fromEntries(
    [...form].flatMap(([name, value]) =>
      name.startsWith(PREFIX) ? [[name.slice(PREFIX.length), value]] : [],
    ),
  );

/** The answers one chooses from, in words. */
export function choiceWords(
  { kind, choices }: QuestionView,
  language: Language,
): { value: string; text: string }[] {
  const t = inLanguage(questionWords, language);
  if (kind === 'scale')
    return SCALE.map((value) => ({
      value,
      text: value === '1' ? t.least : value === '5' ? t.most : value,
    }));
  if (kind === 'yesno')
    return [
      { value: 'ja', text: t.yes },
      { value: 'nej', text: t.no },
    ];
  return [...choices];
}

type FieldProps = {
  question: QuestionView;
  value: string;
  language: Language;
  content: string;
  error?: string;
};

const Words: FC<FieldProps> = ({ question, value, language, error }) => {
  const name = `${PREFIX}${question.id}`;
  const hint = questionWords.wordsHint[language];
  return (
    <FieldFrame name={name} label={question.text} hint={hint} language={language} {...only({ error })}>
      <textarea
        id={name}
        name={name}
        class="form-input"
        rows={4}
        dir="auto"
        {...described({ name, hint, error })}
      >
        {value}
      </textarea>
    </FieldFrame>
  );
};

const Choices: FC<FieldProps> = ({ question, value, language, content, error }) => {
  const name = `${PREFIX}${question.id}`;
  const isOwn = question.kind === 'choice';
  return (
    <fieldset class={error ? 'form-group form-error' : 'form-group'} {...described({ name, error })}>
      <legend class="form-label" lang={content}>
        {question.text}
      </legend>
      {error ? (
        <span class="form-error-message" id={`${name}-error`}>
          <span class="sr-only">{layoutWords.error[language]}: </span>
          {error}
        </span>
      ) : null}
      {choiceWords(question, language).map((choice, n) => (
        <div class="form-group-radio">
          <input
            type="radio"
            id={n === 0 ? name : `${name}-${choice.value}`}
            name={name}
            value={choice.value}
            class="form-radio radio-large"
            checked={choice.value === value}
          />
          <label for={n === 0 ? name : `${name}-${choice.value}`} {...(isOwn ? { lang: content } : {})}>
            {choice.text}
          </label>
        </div>
      ))}
    </fieldset>
  );
};

type Props = {
  questions: readonly QuestionView[];
  typed: Typed;
  language: Language;
  /** The language the questions are in. */
  content: string;
  problems?: FormProblems;
};

const sentenceOf = ({ wrong }: FormProblems, id: string, language: Language): string | undefined => {
  const code = wrong[id];
  return code && questionWords[code === 'text-too-long' ? 'tooLong' : 'unreadable'][language];
};

/** What is wrong with what was sent, with a way to each place. */
export const QuestionProblems: FC<Props> = ({ questions, problems, language }) => {
  const [first] = questions;
  if (!problems || !first) return null;
  const t = inLanguage(questionWords, language);
  return (
    <Alert variant="error" heading={t.refused} language={language}>
      <ul class="unstyled-list">
        {problems.empty ? (
          <li>
            <a href={`#${PREFIX}${first.id}`}>{t.empty}</a>
          </li>
        ) : null}
        {questions.map((question) => {
          const sentence = sentenceOf(problems, question.id, language);
          return sentence ? (
            <li>
              <a href={`#${PREFIX}${question.id}`}>
                {question.text} {sentence}
              </a>
            </li>
          ) : null;
        })}
      </ul>
    </Alert>
  );
};

/** The questions, with what was typed before. */
export const QuestionFields: FC<Props> = ({ questions, typed, language, content, problems }) => (
  <>
    {questions.map((question) => {
      const value = typed[question.id] ?? '';
      const error = problems && sentenceOf(problems, question.id, language);
      const Field = question.kind === 'words' ? Words : Choices;
      return <Field {...{ question, value, language, content }} {...only({ error })} />;
    })}
  </>
);
