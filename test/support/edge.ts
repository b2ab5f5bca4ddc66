// The edge as it runs: wrangler's bundle in a real workerd, beside a libSQL server.
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runWrangler } from '../../scripts/wrangler.ts';
import { openBrowser, type TestBrowser } from './browser.ts';

export const edgeToken = 't'.repeat(32);
export const edgePublicUrl = 'https://limen.test';

export type Edge = AsyncDisposable & {
  url: string;
  /** What the Worker itself has logged, a JSON text a line. */
  lines(): string[];
  fetch(path: string, init?: RequestInit): Promise<Response>;
  /** A browser of its own, from an address of its own. */
  openBrowser(address?: string): TestBrowser;
};

const STARTS_WITHIN_MS = 45_000;

/** Resolves with the address once workerd answers; rejects with what wrangler said when it does not. */
function whenReady(child: ChildProcess, said: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const fail = (): void => reject(new Error(`the edge does not start:\n${said.join('')}`));
    const timer = setTimeout(fail, STARTS_WITHIN_MS);
    child.once('exit', fail);
    child.stdout?.on('data', () => {
      const address = /Ready on (http:\/\/\S+)/.exec(said.join(''))?.[1];
      if (!address) return;
      clearTimeout(timer);
      child.off('exit', fail);
      resolve(address);
    });
  });
}

/** Builds and starts the edge against a libSQL server; `key` is base64. */
export async function startEdge(options: { databaseUrl: string; key: string }): Promise<Edge> {
  const said: string[] = [];
  const assets = await mkdtemp(join(tmpdir(), 'limen-edge-assets-'));
  const args = ['dev', '--assets', assets, '--ip', '127.0.0.1', '--port', '0', '--inspector-port', '0'];
  const env = {
    PUBLIC_URL: edgePublicUrl,
    DATABASE_URL: options.databaseUrl,
    DATABASE_AUTH_TOKEN: '',
    LIMEN_KEYS: options.key,
    TWILIO_AUTH_TOKEN: edgeToken,
    NO_COLOR: '1',
    EDGE_ASSETS: assets,
  };
  const child = runWrangler([...args, '--show-interactive-dev-session=false'], { env, stdio: 'pipe' });
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => void said.push(text));
  const atExit = (): void => void child.kill('SIGTERM');
  process.on('exit', atExit);
  const url = await whenReady(child, said);
  const send = (path: string, init: RequestInit = {}): Promise<Response> =>
    fetch(url + path, { redirect: 'manual', ...init });
  return {
    url,
    lines: () => said.join('').match(/\{"level".*\}/g) ?? [],
    fetch: send,
    openBrowser(address = '192.0.2.1') {
      const request = (path: string, init: RequestInit): Promise<Response> => {
        const headers = new Headers(init.headers);
        headers.set('cf-connecting-ip', address);
        return send(path.slice(edgePublicUrl.length), { ...init, headers });
      };
      return openBrowser({ request });
    },
    async [Symbol.asyncDispose]() {
      process.off('exit', atExit);
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      await gone;
      await rm(assets, { recursive: true, force: true });
    },
  };
}
