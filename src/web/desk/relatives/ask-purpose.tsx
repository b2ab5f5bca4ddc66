import { REASONS } from '../../../services/relatives/show-relative.ts';
import { inLanguage } from '../../words/language.ts';
import { commonWords } from '../frame/common-words.ts';
import type { DeskContext } from '../frame/desk-env.ts';
import { sendDesk } from '../frame/frame.tsx';
import { purposeWords } from './purpose-words.ts';

/** Asks why a record is opened when no task tells; nothing of the record is shown before that is said. */
export function askPurpose(c: DeskContext, id: string): Promise<Response> {
  const { language } = c.var;
  const t = inLanguage(purposeWords, language);
  return sendDesk(
    c,
    { title: t.title, section: 'relatives' },
    <div class="desk-narrow">
      <h1>{t.title}</h1>
      <p>{t.lead}</p>
      <form method="get" action={`/desk/paaroerende/${id}`} class="desk-form">
        <fieldset>
          <legend class="sr-only">{t.title}</legend>
          {REASONS.map((reason) => (
            <div class="form-group-radio">
              <input
                type="radio"
                class="form-radio"
                id={`fra-${reason}`}
                name="fra"
                value={reason}
                required
              />
              <label for={`fra-${reason}`}>{t[reason]}</label>
            </div>
          ))}
        </fieldset>
        <div class="desk-buttons">
          <button type="submit" class="button button-primary">
            {commonWords.open[language]}
          </button>
          <a href="/desk/paaroerende">{commonWords.cancel[language]}</a>
        </div>
      </form>
    </div>,
  );
}
