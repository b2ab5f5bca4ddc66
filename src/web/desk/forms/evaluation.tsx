// What questionnaires were answered with: how many, and from five answers on, each question in numbers and words.
import type { FC } from 'hono/jsx';
import {
  type Evaluation,
  LEAST_ANSWERED,
  type QuestionResult,
} from '../../../services/forms/show-evaluation.ts';
import { choiceWords } from '../../layout/question-fields.tsx';
import { fill } from '../../words/fill.ts';
import { inLanguage, type Language } from '../../words/language.ts';
import { Section } from '../frame/lists.tsx';
import { evaluationWords } from './evaluation-words.ts';

type Props = { result: QuestionResult; language: Language };

const percentOf = (n: number, all: number): number => (all === 0 ? 0 : Math.round((100 * n) / all));

const meanOf = ({ counts, answered }: QuestionResult, language: Language): string =>
  (counts.reduce((sum, { value, n }) => sum + Number(value) * n, 0) / answered).toLocaleString(language, {
    maximumFractionDigits: 1,
  });

const Counts: FC<Props & { evaluation: Evaluation }> = ({ result, evaluation, language }) => {
  const t = inLanguage(evaluationWords, language);
  const words = new Map(choiceWords(result, language).map(({ value, text }) => [value, text]));
  const { counts, answered, text } = result;
  const id = `${evaluation.flow}-${evaluation.step}-${result.id}`;
  return (
    <>
      <h4 id={id}>{text}</h4>
      <table class="table table--compact" aria-labelledby={id}>
        <thead>
          <tr>
            <th scope="col">{t.answer}</th>
            <th scope="col" class="desk-number">
              {t.count}
            </th>
            <th scope="col" class="desk-number">
              {t.share}
            </th>
          </tr>
        </thead>
        <tbody>
          {counts.map(({ value, n }) => (
            <tr>
              <th scope="row">{words.get(value) ?? value}</th>
              <td class="desk-number">{n}</td>
              <td class="desk-number">
                <meter min={0} max={Math.max(answered, 1)} value={n} aria-hidden="true"></meter>{' '}
                {fill(t.percent, { n: percentOf(n, answered) })}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="form-hint">
        {fill(t.answered, { n: answered })}
        {result.kind === 'scale' && answered > 0 ? ` ${fill(t.mean, { n: meanOf(result, language) })}` : ''}
      </p>
    </>
  );
};

const Written: FC<Props & { hides: boolean }> = ({ result, language, hides }) => {
  const t = inLanguage(evaluationWords, language);
  return (
    <>
      <h4>{result.text}</h4>
      {result.answered === 0 ? <p>{t.noWords}</p> : null}
      {hides && result.answered > 0 ? <p>{fill(t.wordsHidden, { n: result.answered })}</p> : null}
      {!hides && result.words.length < result.answered ? (
        <p>{fill(t.wordsSome, { n: result.answered, shown: result.words.length })}</p>
      ) : null}
      <ul>
        {result.words.map((words) => (
          <li class="desk-sms" dir="auto">
            {words}
          </li>
        ))}
      </ul>
    </>
  );
};

const One: FC<{ evaluation: Evaluation; language: Language }> = ({ evaluation, language }) => {
  const t = inLanguage(evaluationWords, language);
  const { flowTitle, step, asked, answered, isShown, questions, hidesWords } = evaluation;
  return (
    <div class="desk-narrow">
      <h3>{fill(t.of, { flow: flowTitle, step })}</h3>
      <p>{fill(t.turnout, { answered, asked })}</p>
      <p class="form-hint">{isShown ? t.nameless : fill(t.hidden, { n: LEAST_ANSWERED })}</p>
      {questions.map((result) =>
        result.kind === 'words' ? (
          <Written result={result} language={language} hides={hidesWords} />
        ) : (
          <Counts result={result} evaluation={evaluation} language={language} />
        ),
      )}
    </div>
  );
};

/** The questionnaires about something; `whenNone` is said where nobody was asked yet, and without it nothing is shown then. */
export const Evaluations: FC<{
  evaluations: readonly Evaluation[];
  language: Language;
  whenNone?: boolean;
}> = ({ evaluations, language, whenNone }) => {
  const t = inLanguage(evaluationWords, language);
  return (
    <Section id="evaluering" heading={t.title} empty={evaluations.length === 0 && !whenNone}>
      {evaluations.length === 0 ? <p>{t.nobody}</p> : null}
      {evaluations.map((evaluation) => (
        <One evaluation={evaluation} language={language} />
      ))}
    </Section>
  );
};
