import type { Child, FC } from 'hono/jsx';
import type { Language } from '../words/language.ts';
import { layoutWords } from '../words/layout.ts';
import { CsrfField } from './form.tsx';
import { Icon } from './icon.tsx';
import { Menu, type NavItem } from './menu.tsx';
import { type PageOrganisation, telHref } from './organisation.ts';

type HeaderProps = {
  language: Language;
  organisation: PageOrganisation;
  kind: 'relative' | 'staff';
  nav?: NavItem[];
  user?: Child;
  search?: Child;
  leave?: string;
};

const exitAddress = 'https://www.dmi.dk/';

/** Leaves at once: ends the session and, where scripts run, replaces this page by the weather. */
const QuickExit: FC<{ language: Language; token: string }> = ({ language, token }) => (
  <form method="post" action="/mit/ud" class="limen-exit" data-exit={exitAddress}>
    <CsrfField token={token} />
    <button type="submit" class="button button-secondary" title={layoutWords.leaveHint[language]}>
      <Icon name="close" />
      {layoutWords.leave[language]}
    </button>
  </form>
);

/** Who this is, how to call, and the way out; for staff also the search and the menu. */
export const Header: FC<HeaderProps> = ({ language, organisation, kind, nav, user, search, leave }) => (
  <header class="header limen-header">
    <div class="container limen-header-inner">
      <div class="limen-authority">
        <a href={kind === 'staff' ? '/desk' : '/'} class="limen-name">
          {organisation.kommune}
        </a>
        {kind === 'relative' && organisation.telefon ? (
          <a href={telHref(organisation.telefon)} class="limen-phone">
            <Icon name="smartphone" />
            {organisation.telefon}
          </a>
        ) : null}
      </div>
      {search ?? null}
      {user ? <div class="limen-user">{user}</div> : null}
      {leave ? <QuickExit language={language} token={leave} /> : null}
    </div>
    {nav && nav.length > 0 ? <Menu language={language} nav={nav} /> : null}
  </header>
);
