import type { FC } from 'hono/jsx';
import type { Language } from '../words/language.ts';
import { pageWords } from '../words/pages.ts';
import { type PageOrganisation, telHref } from './organisation.ts';
import { Page } from './page.tsx';

/** What went wrong, in one sentence, and the way on: the telephone. */
export const ErrorPage: FC<{
  heading: string;
  sentence: string;
  /** What the reader can do, where there is more than calling. */
  help?: string;
  language: Language;
  organisation: PageOrganisation;
  kind: 'relative' | 'staff';
}> = ({ heading, sentence, help, language, organisation, kind }) => (
  <Page title={heading} {...{ language, organisation, kind }}>
    <h1>{heading}</h1>
    <p class="font-lead">{sentence}</p>
    {help ? <p>{help}</p> : null}
    {kind === 'relative' && organisation.telefon ? (
      <p>
        {pageWords.callUs[language]} <a href={telHref(organisation.telefon)}>{organisation.telefon}</a>,{' '}
        {organisation.aabningstid}.
      </p>
    ) : null}
  </Page>
);
