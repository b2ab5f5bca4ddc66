// Why somebody cannot be enrolled, by what the desk knows of them, and the way to mend it.
import type { FC } from 'hono/jsx';
import type { AppError } from '../../../services/app-error.ts';
import type { RelativeView } from '../../../services/relatives/show-relative.ts';
import { Alert } from '../../layout/alert.tsx';
import { inLanguage, type Language } from '../../words/language.ts';
import type { DeskContext } from '../frame/desk-env.ts';
import { sentenceOf } from '../frame/problems.tsx';
import { relativeWords } from '../relatives/relatives-words.ts';
import { enrolWords, refusalWords } from './enrol-words.ts';

type Known = Pick<RelativeView, 'id' | 'circle' | 'number'>;
type Reason = keyof typeof refusalWords;

function reasonOf({ code, detail }: AppError, { circle, number }: Known): Reason | undefined {
  if (code === 'circle-held') return circle.state === 'dead' ? 'dead' : undefined;
  if (code === 'no-number') return number?.wrongAt ? 'wrong' : 'noNumber';
  if (code === 'stopped') return 'stopped';
  if (code === 'field-missing') return detail === 'apart' || detail === 'past' ? 'unconfirmed' : undefined;
  return undefined;
}

const sentence = (error: AppError, reason: Reason | undefined, language: Language): string =>
  reason ? refusalWords[reason][language] : sentenceOf(error.code, error.detail ?? '', language);

/** The error of an enrolment, with a link to the number where another number or channel is the way on. */
export const Refusal: FC<{ c: DeskContext; who: Known; error: AppError }> = ({ c, who, error }) => {
  const { language } = c.var;
  const reason = reasonOf(error, who);
  const isConfirm = reason === 'unconfirmed';
  const t = inLanguage(enrolWords, language);
  return (
    <Alert variant="error" language={language}>
      {sentence(error, reason, language)}{' '}
      {reason === 'stopped' || reason === 'wrong' || reason === 'noNumber' ? (
        <a href={`/desk/paaroerende/${who.id}/nummer`}>{relativeWords.changeNumber[language]}</a>
      ) : null}
      {isConfirm ? <a href={`#${error.detail}`}>{t.toConfirm}</a> : null}
    </Alert>
  );
};
