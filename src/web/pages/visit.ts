import type { MiddlewareHandler } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { OpenLink } from '../../services/pages/find-link.ts';
import { resumePage } from '../../services/pages/resume-page.ts';
import type { WebContext, WebEnv } from '../env.ts';
import { cookieName, cookieOptions } from '../middleware/cookies.ts';
import { isSafe } from '../middleware/form-body.ts';
import { chosenLanguage, chromeLanguage } from '../middleware/language.ts';
import { sendWithoutLink } from './landing.tsx';

/** The secret of this browser's page session. */
export const pageSecret = (c: WebContext): string | undefined => getCookie(c, cookieName(c, 'page'));

/** Gives the browser the secret of its page session. */
export const keepSecret = (c: WebContext, secret: string): void =>
  setCookie(c, cookieName(c, 'page'), secret, cookieOptions(c));

/** Takes the secret back. */
export const dropSecret = (c: WebContext): void => {
  deleteCookie(c, cookieName(c, 'page'), cookieOptions(c));
};

/** Speaks the relative's language on a link's pages unless the reader chose one, Danish where it has no catalogue; gives the tag for the content. */
export function speak(c: WebContext, link: OpenLink): string {
  const tag = chosenLanguage(c) ?? link.language;
  c.set('language', chromeLanguage(tag));
  return tag;
}

/** Sets `c.var.visit`; who has no session is told how to get one, whose session is over that it is. */
export const visiting: MiddlewareHandler<WebEnv> = async (c, next) => {
  const secret = pageSecret(c);
  if (secret === undefined && isSafe(c.req.method)) return sendWithoutLink(c);
  const visit = await resumePage(c.var.rt, secret);
  c.set('visit', visit);
  speak(c, visit.link);
  return next();
};

/** How long the visit lasts without a sign of life, ms. */
export const endsIn = (c: WebContext): number => c.var.visit.session.idleEndsAt - c.var.rt.clock();
