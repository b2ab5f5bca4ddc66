import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../../src/main/config.ts';
import { type Started, start } from '../../src/main/start.ts';
import { freePort } from '../support/ports.ts';

export type DemoServer = Started & AsyncDisposable & { url: string; restart(): Promise<void> };

/** The demo as `npm start` starts it, in a folder of its own. */
export async function startDemo(): Promise<DemoServer> {
  const folder = await mkdtemp(join(tmpdir(), 'limen-demo-'));
  const port = await freePort();
  const config = readConfig({
    PORT: String(port),
    LIMEN_DATA: folder,
    DATABASE_URL: `file:${join(folder, 'limen.db')}`,
    LOG_LEVEL: 'silent',
  });
  const demo: DemoServer = {
    ...(await start(config)),
    url: config.PUBLIC_URL,
    async restart() {
      await demo.stop();
      Object.assign(demo, await start(config));
    },
    async [Symbol.asyncDispose]() {
      await demo.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
  return demo;
}
