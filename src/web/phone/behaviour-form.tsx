import type { FC } from 'hono/jsx';
import type { PhoneBehaviour } from '../../gateways/phone/phone.ts';
import { CsrfField } from '../layout/form.tsx';
import { inLanguage, type Language } from '../words/language.ts';
import { phonePath } from './number-path.ts';
import { behaviourWords, phoneWords } from './words.ts';

/** Whether this is one of the ways a phone can behave. */
export const isBehaviour = (text: string | null): text is PhoneBehaviour =>
  text !== null && Object.hasOwn(behaviourWords, text);

/** The switch for what happens to the phone's messages from now on. */
export const BehaviourForm: FC<{
  number: string;
  behaviour: PhoneBehaviour;
  language: Language;
  csrf: string;
}> = ({ number, behaviour, language, csrf }) => {
  const t = inLanguage(phoneWords, language);
  return (
    <form class="phone-behaviour" method="post" action={`${phonePath(number)}/tilstand`}>
      <CsrfField token={csrf} />
      <div class="form-group">
        <label class="form-label" for="tilstand">
          {t.behaviour}
        </label>
        <span class="form-hint" id="tilstand-hint">
          {t.behaviourHint}
        </span>
        <select id="tilstand" name="tilstand" class="form-select" aria-describedby="tilstand-hint">
          {Object.entries(behaviourWords).map(([value, words]) => (
            <option value={value} selected={value === behaviour}>
              {words[language]}
            </option>
          ))}
        </select>
      </div>
      <button type="submit" class="button button-secondary mt-4">
        {t.change}
      </button>
    </form>
  );
};
