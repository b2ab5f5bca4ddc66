import type { MiddlewareHandler } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { WebContext, WebEnv } from '../env.ts';
import { type Language, toLanguage } from '../words/language.ts';
import { cookieName, cookieOptions } from './cookies.ts';

const isTag = (text: string | undefined): text is string => text !== undefined && /^[a-z]{2,3}$/i.test(text);

/** The language the reader chose by `?sprog=` now or earlier; undefined when none was. */
export function chosenLanguage(c: WebContext): string | undefined {
  const asked = c.req.query('sprog');
  const remembered = getCookie(c, cookieName(c, 'sprog'));
  if (isTag(asked)) return asked.toLowerCase();
  return isTag(remembered) ? remembered.toLowerCase() : undefined;
}

/** The language of buttons and headings for a reader of `tag`: English for English, for everybody else the authority's own. */
export const chromeLanguage = (tag: string | undefined): Language =>
  toLanguage(tag?.toLowerCase().split('-')[0] === 'en' ? tag : undefined);

/** Sets `c.var.language` (Danish unless English is chosen) and remembers a choice made by `?sprog=en`. */
export const language: MiddlewareHandler<WebEnv> = async (c, next) => {
  c.set('language', chromeLanguage(chosenLanguage(c)));
  const asked = c.req.query('sprog');
  if (isTag(asked)) setCookie(c, cookieName(c, 'sprog'), asked.toLowerCase(), cookieOptions(c));
  return next();
};
