import type { FC } from 'hono/jsx';
import type { listSignposts } from '../../../services/offers/signpost.ts';
import { inLanguage } from '../../words/language.ts';
import { showInstant } from '../../words/when.ts';
import type { DeskContext } from '../frame/desk-env.ts';
import { Section } from '../frame/lists.tsx';
import { mayCare } from '../frame/parts.tsx';
import { offerWords } from './offer-words.ts';

type Shown = Awaited<ReturnType<typeof listSignposts>>;

/** On a relative's page: what they were shown the way to, and the way to show more. */
export const SignpostsOf: FC<{ c: DeskContext; id: string; shown: Shown }> = ({ c, id, shown }) => {
  const { language, rt } = c.var;
  const t = inLanguage(offerWords, language);
  return (
    <Section id="vejviser" heading={t.title}>
      {shown.length === 0 ? <p>{t.notShown}</p> : null}
      <ul>
        {shown.map((one) => (
          <li>
            <a href={`/desk/vejviser/${one.offerId}?for=${id}`}>{one.title}</a>,{' '}
            {showInstant(one.at, rt.now(), language)}
          </li>
        ))}
      </ul>
      {mayCare(c) ? (
        <p class="d-print-none">
          <a class="button button-secondary" href={`/desk/vejviser?for=${id}`}>
            {t.show}
          </a>
        </p>
      ) : null}
    </Section>
  );
};
