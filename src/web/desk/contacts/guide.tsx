import type { FC } from 'hono/jsx';
import { inLanguage, type Language } from '../../words/language.ts';
import { guideWords } from './guide-words.ts';

/** The conversation guide beside the form; it closes, and prints as it stands. */
export const Guide: FC<{ language: Language }> = ({ language }) => {
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
