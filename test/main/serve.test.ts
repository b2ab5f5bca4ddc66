import { once } from 'node:events';
import { connect } from 'node:net';
import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { readConfig } from '../../src/main/config.ts';
import { serveApp } from '../../src/main/serve.ts';
import type { WebEnv } from '../../src/web/env.ts';
import { freePort } from '../support/ports.ts';

const listenOn = async (app: Hono<WebEnv>) => {
  const PORT = await freePort();
  return serveApp(app, { ...readConfig({}), PORT });
};

test('a request that is under way when the process is to stop is answered; a new one is not taken', async () => {
  const app = new Hono<WebEnv>();
  let begin = (): void => undefined;
  const begun = new Promise<void>((resolve) => (begin = resolve));
  let go = (): void => undefined;
  const held = new Promise<void>((resolve) => (go = resolve));
  app.get('/', async (c) => {
    begin();
    await held;
    return c.text('stored');
  });
  const served = await listenOn(app);
  const address = `http://127.0.0.1:${served.port}/`;
  const answer = fetch(address);
  await begun;

  const closed = served.close();
  for (const until = Date.now() + 200; Date.now() < until; ) await expect(fetch(address)).rejects.toThrow();
  go();

  expect(await (await answer).text()).toBe('stored');
  await closed;
});

test('whoever holds a connection open for nothing keeps nobody from stopping', async () => {
  const served = await listenOn(new Hono<WebEnv>());
  const idler = connect(served.port, '127.0.0.1');
  await once(idler, 'connect');
  idler.write('GET / HTTP/1.1\r\n');
  const gone = once(idler, 'close');

  await served.close();

  await gone;
});

test('a port that is taken is told by the name of its setting', async () => {
  const served = await listenOn(new Hono<WebEnv>());

  await expect(serveApp(new Hono<WebEnv>(), { ...readConfig({}), PORT: served.port })).rejects.toThrow(
    /^PORT: \d+ is in use/,
  );
  await served.close();
});
