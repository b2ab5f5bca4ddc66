import { Hono } from 'hono';
import { requestId } from 'hono/request-id';
import type { Runtime } from '../../services/runtime.ts';
import type { WebEnv } from '../../web/env.ts';
import { healthRoutes } from '../../web/health/health-routes.ts';
import type { Operations } from '../../web/health/operations.ts';
import { observe } from '../../web/middleware/observe.ts';
import type { Config } from '../config.ts';
import { peerAddress, type Served, serveApp } from '../serve.ts';

/** The doors of a process that has no others: `/healthz`, `/readyz` and `/metrics`, by the same rules as everywhere. */
export function operationsApp(
  rt: Runtime,
  operations: Operations,
  peer: typeof peerAddress = peerAddress,
): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  app.use(async (c, next) => {
    c.set('rt', rt);
    return next();
  });
  app.use(requestId({ limitLength: 0, generator: () => rt.newId() }));
  app.use(observe);
  app.route('/', healthRoutes({ operations, peerAddress: peer }));
  return app;
}

/** Serves them on HOST and `WORKER_PORT`; undefined when the settings name no port. Throws a SettingError when it is taken. */
export async function serveOperations(
  rt: Runtime,
  operations: Operations,
  config: Config,
): Promise<Served | undefined> {
  if (config.WORKER_PORT === undefined) return undefined;
  return serveApp(operationsApp(rt, operations), { ...config, PORT: config.WORKER_PORT });
}
