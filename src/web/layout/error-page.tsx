import type { FC } from 'hono/jsx';
import { errorHeadings, plainHeading } from '../words/errors.ts';
import type { Language } from '../words/language.ts';
import { pageWords } from '../words/pages.ts';
import { type PageOrganisation, telHref } from './organisation.ts';
import { Page } from './page.tsx';

/** What went wrong, in one sentence, and the way on: the telephone. */
export const ErrorPage: FC<{
  status: number;
  sentence: string;
  language: Language;
  organisation: PageOrganisation;
  kind: 'relative' | 'staff';
}> = ({ status, sentence, language, organisation, kind }) => {
  const heading = (errorHeadings[status] ?? plainHeading)[language];
  return (
    <Page title={heading} {...{ language, organisation, kind }}>
      <h1>{heading}</h1>
      <p class="font-lead">{sentence}</p>
      {kind === 'relative' && organisation.telefon ? (
        <p>
          {pageWords.callUs[language]} <a href={telHref(organisation.telefon)}>{organisation.telefon}</a>,{' '}
          {organisation.aabningstid}.
        </p>
      ) : null}
    </Page>
  );
};
