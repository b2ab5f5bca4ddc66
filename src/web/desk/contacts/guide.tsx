import type { Child, FC } from 'hono/jsx';
import { inLanguage, type Language } from '../../words/language.ts';
import type { DeskContext } from '../frame/desk-env.ts';
import { DeskForm } from '../frame/parts.tsx';
import { contactWords } from './contact-words.ts';
import { guideWords } from './guide-words.ts';

/** The conversation guide beside the form; it closes, and prints as it stands. */
const Guide: FC<{ language: Language }> = ({ language }) => {
  const t = inLanguage(guideWords, language);
  const parts = [
    [t.begin, t.beginText],
    [t.listen, t.listenText],
    [t.light, t.lightText],
    [t.moderate, t.moderateText],
    [t.extensive, t.extensiveText],
    [t.end, t.endText],
  ];
  return (
    <aside aria-label={t.heading}>
      <details class="desk-guide" open>
        <summary>{t.heading}</summary>
        <dl>
          {parts.map(([name, text]) => (
            <>
              <dt>
                <strong>{name}</strong>
              </dt>
              <dd>{text}</dd>
            </>
          ))}
        </dl>
      </details>
    </aside>
  );
};

/** The form of a conversation with what saves it, and the guide beside it. */
export const GuidedForm: FC<{ c: DeskContext; action: string; children?: Child }> = ({
  c,
  action,
  children,
}) => (
  <div class="desk-beside">
    <DeskForm c={c} action={action}>
      {children}
      <button type="submit" class="button button-primary">
        {contactWords.save[c.var.language]}
      </button>
    </DeskForm>
    <Guide language={c.var.language} />
  </div>
);
