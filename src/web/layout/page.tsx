// The frame around every page: header with the authority, one column, footer with what the law asks for.
import type { Child, FC } from 'hono/jsx';
import { directionOf, type Language } from '../words/language.ts';
import { layoutWords } from '../words/layout.ts';
import { Footer, type LanguageChoice } from './footer.tsx';
import { Header } from './header.tsx';
import type { NavItem } from './menu.tsx';
import type { PageOrganisation } from './organisation.ts';

export type { LanguageChoice } from './footer.tsx';
export type { NavItem } from './menu.tsx';

export type PageProps = {
  title: string;
  language: Language;
  organisation: PageOrganisation;
  kind: 'relative' | 'staff';
  nav?: NavItem[];
  /** Staff: who is logged in, shown in the header beside the way out. */
  user?: Child;
  /** Staff: the search in the header. */
  search?: Child;
  languages?: LanguageChoice[];
  /** Relatives: the token of the quick exit's form; without it the exit is not shown. */
  leave?: string;
  /** The reference of the API: a style sheet of its own, and no scripts. */
  reference?: boolean;
  /** How long the session lasts without a sign of life, ms; the page warns five minutes before. */
  endsInMs?: number;
  /** Anybody may find the page: search engines list it. No other page is ever listed. */
  findable?: boolean;
  /** The page answers a form that was refused: where scripts run, the focus goes to what is wrong. */
  failed?: boolean;
  children?: Child;
};

const Head: FC<PageProps> = ({ title, organisation, kind, reference, findable }) => (
  <head>
    <meta charset="utf-8" />
    <title>{`${title} – ${organisation.kommune}`}</title>
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    {findable ? null : <meta name="robots" content="noindex, nofollow" />}
    <meta name="format-detection" content="telephone=no" />
    <link rel="icon" href="/assets/limen/icon.svg" type="image/svg+xml" />
    <link rel="stylesheet" href="/assets/dkfds/css/dkfds.min.css" />
    <link rel="stylesheet" href="/assets/limen/limen.css" />
    <link rel="stylesheet" href="/assets/limen/pages.css" />
    {reference ? <link rel="stylesheet" href="/assets/limen/api.css" /> : null}
    {kind === 'staff' && !reference ? (
      <>
        <link rel="stylesheet" href="/assets/limen/desk-menu.css" />
        <link rel="stylesheet" href="/assets/limen/desk.css" />
        <link rel="stylesheet" href="/assets/limen/desk-told.css" />
        <link rel="stylesheet" href="/assets/limen/desk-care.css" />
        <meta name="htmx-config" content='{"includeIndicatorCSS":false}' />
        {/* Not deferred: a deferred htmx reads the page before its deferred extensions are there, now and then. */}
        <script src="/assets/htmx/htmx.min.js"></script>
      </>
    ) : null}
    {reference ? null : <script src="/assets/limen/limen.js" defer></script>}
  </head>
);

/** Told by script five minutes before the session ends; one press keeps it. */
const Ending: FC<{ language: Language }> = ({ language }) => (
  <div class="limen-ending" id="limen-ending" role="alert" hidden>
    <div class="container">
      <p>{layoutWords.endingSoon[language]}</p>
      <button type="button" class="button button-primary">
        {layoutWords.stay[language]}
      </button>
    </div>
  </div>
);

/** Where a page gives its session a sign of life and learns how long it lasts from then, ms. */
const PULSE = { relative: '/mit/puls', staff: '/desk/puls' } as const;

/** A whole page: `<Page title="…" language="da" organisation={…} kind="staff" nav={[…]}>…</Page>`; send it with `sendPage`. */
export const Page: FC<PageProps> = (props) => (
  <html lang={props.language} dir={directionOf(props.language)}>
    <Head {...props} />
    <body
      class={`limen limen-${props.kind}`}
      {...(props.endsInMs ? { 'data-ends-in': String(props.endsInMs), 'data-pulse': PULSE[props.kind] } : {})}
    >
      <a class="skipnav" href="#indhold">
        {layoutWords.skip[props.language]}
      </a>
      {props.organisation.demo ? (
        <aside class="limen-demo" aria-label="Demo">
          {layoutWords.demo[props.language]}
        </aside>
      ) : null}
      <Header {...props} />
      <main
        class="container page-container"
        id="indhold"
        tabindex={-1}
        {...(props.failed ? { 'data-failed': 'yes' } : {})}
      >
        <div class={props.kind === 'relative' ? 'limen-column' : 'limen-wide'}>{props.children}</div>
      </main>
      <Footer {...props} />
      {props.endsInMs ? <Ending language={props.language} /> : null}
    </body>
  </html>
);
