import type { MiddlewareHandler } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { WebContext, WebEnv } from '../env.ts';
import { toLanguage } from '../words/language.ts';
import { cookieName, cookieOptions } from './cookies.ts';

const isTag = (text: string | undefined): text is string => text !== undefined && /^[a-z]{2,3}$/i.test(text);

/** The language the reader chose by `?sprog=` now or earlier; undefined when none was. */
export function chosenLanguage(c: WebContext): string | undefined {
  const asked = c.req.query('sprog');
  const remembered = getCookie(c, cookieName(c, 'sprog'));
  if (isTag(asked)) return asked.toLowerCase();
  return isTag(remembered) ? remembered.toLowerCase() : undefined;
}

/** Sets `c.var.language` (Danish unless chosen) and remembers a choice made by `?sprog=en`. */
export const language: MiddlewareHandler<WebEnv> = async (c, next) => {
  c.set('language', toLanguage(chosenLanguage(c)));
  const asked = c.req.query('sprog');
  if (isTag(asked)) setCookie(c, cookieName(c, 'sprog'), asked.toLowerCase(), cookieOptions(c));
  return next();
};
