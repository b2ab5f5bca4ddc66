import type { FC } from 'hono/jsx';
import type { Language } from '../words/language.ts';
import { layoutWords } from '../words/layout.ts';
import { Icon } from './icon.tsx';
import { type PageOrganisation, telHref } from './organisation.ts';

/** One choice of the language switcher. */
export type LanguageChoice = { tag: string; name: string; href: string; current: boolean };

type FooterProps = {
  language: Language;
  organisation: PageOrganisation;
  kind: 'relative' | 'staff';
  languages?: LanguageChoice[];
};

const Languages: FC<{ language: Language; choices: LanguageChoice[] }> = ({ language, choices }) => (
  <div class="language-switcher d-print-none">
    <div class="container">
      <ul aria-label={layoutWords.chooseLanguage[language]}>
        {choices.map((choice) => (
          <li>
            <a href={choice.href} lang={choice.tag} {...(choice.current ? { 'aria-current': 'true' } : {})}>
              {choice.current ? <Icon name="check" /> : null}
              {choice.name}
            </a>
          </li>
        ))}
      </ul>
    </div>
  </div>
);

const Phones: FC<{ language: Language; organisation: PageOrganisation }> = ({ language, organisation }) => (
  <div class="col-12 col-md-6 footer-col">
    <p>
      {layoutWords.call[language]} <a href={telHref(organisation.telefon)}>{organisation.telefon}</a>
    </p>
    <p>
      {layoutWords.openingHours[language]}: {organisation.aabningstid}
    </p>
    <p class="mt-3">
      {layoutWords.emergency[language]} <a href={telHref(organisation.akut)}>{organisation.akut}</a>
      <br />
      {layoutWords.danger[language]}
    </p>
  </div>
);

/** Phones, the responsible authority and what every public page must offer; the languages last. */
export const Footer: FC<FooterProps> = ({ language, organisation, kind, languages }) => (
  <footer>
    <div class="footer">
      <div class="container">
        <div class="row">
          {kind === 'relative' && organisation.telefon ? (
            <Phones language={language} organisation={organisation} />
          ) : null}
          <div class="col-12 col-md-6 footer-col">
            <p>
              {layoutWords.responsible[language]}: {organisation.authority}
            </p>
            <ul class="unstyled-list footer-links d-print-none">
              <li>
                <a href="/was">{layoutWords.accessibility[language]}</a>
              </li>
              <li>
                <a href="/cookies">{layoutWords.cookies[language]}</a>
              </li>
              {organisation.privacyUrl ? (
                <li>
                  <a href={organisation.privacyUrl}>{layoutWords.privacy[language]}</a>
                </li>
              ) : null}
            </ul>
          </div>
        </div>
      </div>
    </div>
    {languages ? <Languages language={language} choices={languages} /> : null}
  </footer>
);
