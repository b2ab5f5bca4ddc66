// Forms are guarded twice: where the browser says the request comes from, and a token only our own pages can carry.
// Our pages send no referrer, so browsers without Sec-Fetch-Site send `Origin: null`; then the token alone decides.
import type { MiddlewareHandler } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { AppError } from '../../services/app-error.ts';
import type { WebContext, WebEnv } from '../env.ts';
import { csrfName } from '../layout/form.tsx';
import { cookieName, cookieOptions } from './cookies.ts';
import { isSafe } from './form-body.ts';

function comesFromElsewhere(c: WebContext): boolean {
  const site = c.req.header('sec-fetch-site');
  if (site !== undefined) return site !== 'same-origin' && site !== 'none';
  const origin = c.req.header('origin');
  if (origin === undefined || origin === 'null') return false;
  const own = new URL(c.var.rt.config.publicUrl).origin;
  return origin !== own;
}

/** The token forms carry, from the secret in a cookie; it tells nothing about the cookie. */
async function formToken(secret: string): Promise<string> {
  const bytes = new TextEncoder().encode(`limen form ${secret}`);
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return btoa(String.fromCharCode(...digest))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
}

function same(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  let difference = 0;
  for (let i = 0; i < a.length; i += 1) difference |= a.charCodeAt(i) ^ b.charCodeAt(i);
  return difference === 0;
}

/**
 * Guards the forms under a path by the secret in one cookie: the session's (`page`, `staff`), or `form`, which is made here for
 * pages that come before a session. Sets `c.var.csrf`. Without the session's cookie a request goes on, and the page says that it ended.
 */
export const guardForms =
  (cookie: 'form' | 'page' | 'staff'): MiddlewareHandler<WebEnv> =>
  async (c, next) => {
    const name = cookieName(c, cookie);
    let secret = getCookie(c, name);
    const unsafe = !isSafe(c.req.method);
    if (unsafe && comesFromElsewhere(c)) throw new AppError('form-foreign');
    if (unsafe && (secret !== undefined || cookie === 'form')) {
      const given = c.var.form.get(csrfName) ?? '';
      if (secret === undefined || !same(given, await formToken(secret))) throw new AppError('form-stale');
    }
    if (secret === undefined && cookie === 'form') {
      secret = c.var.rt.newId();
      setCookie(c, name, secret, cookieOptions(c));
    }
    if (secret !== undefined) c.set('csrf', await formToken(secret));
    return next();
  };
