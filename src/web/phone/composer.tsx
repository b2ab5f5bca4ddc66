// Where the person at the phone writes. Everything works as a plain form; with scripts the page stays where it is.
import type { FC } from 'hono/jsx';
import { CsrfField, described } from '../layout/form.tsx';
import { inLanguage, type Language } from '../words/language.ts';
import { phonePath } from './number-path.ts';
import { phoneWords, quickAnswers } from './words.ts';

/** More than any phone takes in one SMS, so that the house can be tried with too much. */
export const longestSms = 5_000;

export type ComposerProps = {
  number: string;
  language: Language;
  csrf: string;
  /** What was typed and could not be sent, and why. */
  typed?: string;
  error?: string;
};

/** A refused or broken request shows its own page instead of a text box. */
const onError = {
  'hx-status:403': 'target:body',
  'hx-status:413': 'target:body',
  'hx-status:5xx': 'target:body',
};

const Quick: FC<ComposerProps & { action: string }> = ({ action, csrf, language }) => (
  <form
    class="phone-quick"
    method="post"
    action={action}
    hx-post={action}
    hx-target="#skriv"
    hx-swap="outerMorph"
    aria-label={phoneWords.quick[language]}
    {...onError}
  >
    <CsrfField token={csrf} />
    {quickAnswers.map((answer) => (
      <button type="submit" name="svar" value={answer} class="phone-answer">
        {answer}
      </button>
    ))}
  </form>
);

/** Quick answers and the box to write in. */
export const Composer: FC<ComposerProps> = (props) => {
  const { number, language, csrf, typed, error } = props;
  const t = inLanguage(phoneWords, language);
  const action = `${phonePath(number)}/skriv`;
  return (
    <div id="skriv" class="phone-composer">
      <Quick {...props} action={action} />
      <form
        class="phone-write"
        method="post"
        action={action}
        hx-post={action}
        hx-target="#skriv"
        hx-swap="outerHTML"
        {...onError}
      >
        <CsrfField token={csrf} />
        <label class="form-label" for="tekst">
          {t.write}
        </label>
        {error ? (
          <span class="form-error-message" id="tekst-error" role="alert">
            {error}
          </span>
        ) : null}
        <div class="phone-line">
          <textarea
            id="tekst"
            name="tekst"
            class="form-input"
            rows={2}
            maxlength={longestSms}
            required
            dir="auto"
            {...described({ name: 'tekst', error })}
          >
            {typed ?? ''}
          </textarea>
          <button type="submit" id="send" class="button button-primary">
            {t.send}
          </button>
        </div>
      </form>
    </div>
  );
};

/** The composer alone, to take the place of the one that was sent. */
export const renderComposer = (props: ComposerProps): Promise<string> | string =>
  (<Composer {...props} />).toString();
