// Every request is seen once: a span, a figure and a line, by route pattern and never by path, since paths carry tokens.
import type { MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import { failSpan, inSpan } from '../../services/watching/in-span.ts';
import { withLog } from '../../services/watching/with-log.ts';
import type { WebEnv } from '../env.ts';

/** What is asked for all the time and by machines: told at debug alone. */
const QUIET = /^\/(assets\/|healthz$|readyz$|metrics$)/;

/** What comes by the thousand while a crowd is written to, and nobody waits for. */
const IN_NO_HURRY = /^\/webhooks\/twilio\/status$/;

/** The pattern of the route that answered; one for everything that has no route. */
const routeOf = (pattern: string): string => (pattern === '*' || pattern === '/*' ? 'none' : pattern);

/** Lets long works give way until it is answered. */
export const countVisitor: MiddlewareHandler<WebEnv> = async (c, next) => {
  if (QUIET.test(c.req.path) || IN_NO_HURRY.test(c.req.path)) return next();
  const { visitors, monotonic } = c.var.rt;
  visitors.waiting += 1;
  visitors.cameAt = monotonic();
  try {
    await next();
  } finally {
    visitors.waiting -= 1;
  }
};

/**
 * Puts the request's id on every log line written for it, counts it and writes one line when it was answered (method, route
 * pattern, status, ms). A trace does not go on from the outside: whoever asks is not believed.
 */
export const observe: MiddlewareHandler<WebEnv> = async (c, next) => {
  const { rt, requestId: request } = c.var;
  const { method } = c.req;
  const from = rt.monotonic();
  c.set('rt', withLog(rt, { request }));
  await inSpan(
    `HTTP ${method}`,
    { 'http.request.method': method, 'limen.request': request },
    async (span) => {
      await next();
      const route = routeOf(routePath(c));
      const { status } = c.res;
      span.updateName(`${method} ${route}`);
      span.setAttributes({ 'http.route': route, 'http.response.status_code': status });
      if (status >= 500) failSpan(span, c.error);
      rt.metrics.count('requests', { route, status: `${Math.floor(status / 100)}xx` });
      const line = { method, route, status, ms: Math.round(rt.monotonic() - from) };
      c.var.rt.log[QUIET.test(c.req.path) ? 'debug' : 'info'](line, 'answered');
    },
  );
};
