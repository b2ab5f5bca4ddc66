import type { MiddlewareHandler } from 'hono';
import { secureHeaders } from 'hono/secure-headers';

/** Where the list of arrangements stands that other sites may show inside their own. */
export const EMBED_PATH = '/events/embed';

const self = ["'self'"];
const none = ["'none'"];

const headersFor = (publicUrl: string, frameAncestors: string[]): MiddlewareHandler =>
  secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: none,
      scriptSrc: self,
      styleSrc: self,
      imgSrc: self,
      fontSrc: self,
      connectSrc: self,
      formAction: self,
      frameAncestors,
      baseUri: none,
    },
    referrerPolicy: 'no-referrer',
    xFrameOptions: frameAncestors === none ? 'DENY' : false,
    xXssProtection: false,
    strictTransportSecurity: publicUrl.startsWith('https:') ? 'max-age=63072000; includeSubDomains' : false,
    permissionsPolicy: {
      camera: [],
      microphone: [],
      geolocation: [],
      payment: [],
      usb: [],
      browsingTopics: [],
    },
  });

/**
 * Strict headers on every answer: nothing from foreign hosts, nothing inline, no frames, no referrer; HSTS where the site is https.
 * The list of arrangements for other sites may be framed by `embedIn` (origins), and by nobody when there is none.
 */
export function securityHeaders(publicUrl: string, embedIn: readonly string[] = []): MiddlewareHandler {
  const strict = headersFor(publicUrl, none);
  if (embedIn.length === 0) return strict;
  const framed = headersFor(publicUrl, [...embedIn]);
  return (c, next) => (c.req.path === EMBED_PATH ? framed : strict)(c, next);
}

/** Nothing of a page is kept by browsers or proxies; assets say for themselves. */
export const noStore: MiddlewareHandler = async (c, next) => {
  await next();
  if (!c.res.headers.has('Cache-Control')) c.header('Cache-Control', 'no-store');
};
