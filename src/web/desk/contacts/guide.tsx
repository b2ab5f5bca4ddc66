import type { Child, FC } from 'hono/jsx';
import { inLanguage, type Language } from '../../words/language.ts';
import type { DeskContext } from '../frame/desk-env.ts';
import { DeskForm } from '../frame/parts.tsx';
import { contactWords } from './contact-words.ts';
import { guideWords } from './guide-words.ts';

/** The conversation guide: open beside the form, folded above it where there is no room beside; it prints as it stands. */
const Guide: FC<{ language: Language; where: 'beside' | 'above' }> = ({ language, where }) => {
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
    <aside aria-label={t.heading} class={`desk-guide-${where}`}>
      <details class="desk-guide" open={where === 'beside'}>
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
    <Guide language={c.var.language} where="above" />
    <DeskForm c={c} action={action}>
      {children}
      <button type="submit" class="button button-primary">
        {contactWords.save[c.var.language]}
      </button>
    </DeskForm>
    <Guide language={c.var.language} where="beside" />
  </div>
);
