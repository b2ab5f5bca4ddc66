import { serveStatic } from '@hono/node-server/serve-static';
import { Hono, type MiddlewareHandler } from 'hono';

const root = (path: string): string => new URL(`../../${path}`, import.meta.url).pathname;

/** Where each kind of asset lies: the design system, htmx and our own. */
export const ASSET_FOLDERS = {
  dkfds: root('node_modules/dkfds/dist'),
  htmx: root('node_modules/htmx.org/dist'),
  limen: root('src/web/assets'),
};

/** How long a browser may keep an asset. */
export const ASSET_CACHE = 'public, max-age=3600';

/** Serves `/assets/dkfds|htmx|limen/*` from this machine; no page asks any other host. */
export function serveAssets(): MiddlewareHandler {
  const assets = new Hono();
  assets.use(async (c, next) => {
    await next();
    if (c.res.ok) c.header('Cache-Control', ASSET_CACHE);
  });
  for (const [name, folder] of Object.entries(ASSET_FOLDERS))
    assets.use(
      `/assets/${name}/*`,
      serveStatic({
        root: folder,
        rewriteRequestPath: (path) => path.slice(`/assets/${name}`.length),
      }),
    );
  return async (c) => assets.fetch(c.req.raw, c.env);
}
