// For those who run the house, and for what runs it for them. No secrets, and nothing that tells of people.
import { type Context, Hono } from 'hono';
import type { WebEnv } from '../env.ts';
import { mayRead } from './may-read.ts';
import type { Operations } from './operations.ts';

const PROMETHEUS = 'text/plain; version=0.0.4; charset=utf-8';

export type HealthOptions = {
  /** `/readyz` and `/metrics` are only there with it. */
  operations?: Operations;
  /** The address at the other end of the connection. */
  peerAddress?: (c: Context) => string | undefined;
};

/** `/healthz` alive, `/readyz` usable (else 503, with which part is not), `/metrics` for whoever may read them (404 for others). */
export function healthRoutes({ operations, peerAddress }: HealthOptions): Hono<WebEnv> {
  const routes = new Hono<WebEnv>();
  routes.get('/healthz', (c) => c.text('ok'));
  if (!operations) return routes;
  routes.get('/readyz', async (c) => {
    const readiness = await operations.readiness();
    return c.json(readiness, readiness.ready ? 200 : 503);
  });
  routes.get('/metrics', async (c) => {
    if (!(await mayRead(c, operations.metrics, peerAddress?.(c)))) return c.notFound();
    return c.body(await operations.metrics.read(), 200, { 'Content-Type': PROMETHEUS });
  });
  return routes;
}
