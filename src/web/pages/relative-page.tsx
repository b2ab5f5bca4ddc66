import type { Child } from 'hono/jsx';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { WebContext } from '../env.ts';
import { type LanguageChoice, Page } from '../layout/page.tsx';
import { sendPage } from '../layout/send-page.ts';

/** The name of a language in that language, for the switcher. */
function nameOf(tag: string): string {
  const name = new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag;
  return name.charAt(0).toLocaleUpperCase(tag) + name.slice(1);
}

/** The switcher's choices: the current language first, as the design system has it, Danish, English, and what else the content can be read in. */
export function languageChoices(current: string, more: readonly string[] = []): LanguageChoice[] {
  const tags = [...new Set([current, 'da', 'en', ...more])];
  return tags.map((tag) => ({ tag, name: nameOf(tag), href: `?sprog=${tag}`, current: tag === current }));
}

export type RelativePage = {
  title: string;
  status?: ContentfulStatusCode;
  /** The language of the content, when it is not the one of the buttons. */
  content?: string;
  /** The languages the content comes in. */
  languages?: readonly string[];
  /** Anybody may find it through a search engine. */
  findable?: boolean;
  /** In a session: how long it lasts without a sign of life, ms; the quick exit is shown then. */
  endsInMs?: number;
};

/** Answers with a page of the relatives' side, in the reader's language. */
export function sendRelativePage(c: WebContext, page: RelativePage, children: Child): Promise<Response> {
  const { language, organisation, csrf } = c.var;
  const session = page.endsInMs === undefined ? {} : { endsInMs: page.endsInMs, leave: csrf };
  return sendPage(
    c,
    <Page
      title={page.title}
      kind="relative"
      {...{ language, organisation }}
      languages={languageChoices(page.content ?? language, page.languages)}
      {...session}
      findable={page.findable === true && (page.status ?? 200) === 200}
    >
      {children}
    </Page>,
    page.status,
  );
}
