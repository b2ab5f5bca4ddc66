// What the edge serves under /assets, as wrangler uploads it: a folder and the headers its files have on Node. wrangler.toml runs this
// before every build. EDGE_ASSETS names another folder, for a Worker that runs beside others: each build empties the one it fills.
import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { Hono } from 'hono';
import { ASSET_CACHE, ASSET_FOLDERS } from '../src/main/assets.ts';
import { securityHeaders } from '../src/web/middleware/security-headers.ts';

const root = new URL('..', import.meta.url).pathname;
const out = resolve(root, process.env.EDGE_ASSETS ?? 'dist/edge-assets');

/** What pages ask for: the neutral theme, its pictures, and fonts as every browser of today reads them. */
const asked: Record<keyof typeof ASSET_FOLDERS, RegExp> = {
  dkfds: /\/css\/dkfds\.min\.css$|\/img\/|\/complete\/woff2\//,
  htmx: /\/htmx\.min\.js$/,
  limen: /./,
};

const isFolder = (path: string): boolean => !basename(path).includes('.');

async function copyAssets(): Promise<void> {
  await rm(out, { recursive: true, force: true });
  for (const [name, from] of Object.entries(ASSET_FOLDERS)) {
    const wanted = asked[name as keyof typeof ASSET_FOLDERS];
    await cp(from, join(out, 'assets', name), {
      recursive: true,
      filter: (path) => isFolder(path) || wanted.test(path),
    });
  }
}

/** The headers the house gives an asset. The edge is always https. */
async function assetHeaders(): Promise<string> {
  const app = new Hono().use(securityHeaders('https://limen.invalid')).get('/', (c) => c.body(null));
  const { headers } = await app.request('/');
  headers.set('cache-control', ASSET_CACHE);
  return ['/assets/*', ...[...headers].map(([name, value]) => `  ${name}: ${value}`), ''].join('\n');
}

await mkdir(out, { recursive: true });
await copyAssets();
await writeFile(join(out, '_headers'), await assetHeaders());
