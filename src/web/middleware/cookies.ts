import type { CookieOptions } from 'hono/utils/cookie';
import type { HasRuntime } from '../env.ts';

/**
 * Our cookies: `page` and `staff` hold a session, `form` guards forms before there is one, `login` is kept while somebody is at
 * the municipality's login, `sprog` the chosen language.
 */
export type CookieKind = 'page' | 'staff' | 'form' | 'login' | 'sprog';

const isHttps = (c: HasRuntime): boolean => c.var.rt.config.publicUrl.startsWith('https:');

/** The full name: with the `__Host-` prefix, which browsers refuse without https, except on a plain-http demo. */
export const cookieName = (c: HasRuntime, kind: CookieKind): string =>
  `${isHttps(c) ? '__Host-' : ''}limen_${kind}`;

/** Not readable by scripts, this host only, not sent along from other sites; gone with the browser. */
export const cookieOptions = (c: HasRuntime): CookieOptions => ({
  httpOnly: true,
  sameSite: 'Lax',
  path: '/',
  secure: isHttps(c),
});
