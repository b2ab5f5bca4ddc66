import type { AddressInfo } from 'node:net';
import { serve as listen, type ServerType } from '@hono/node-server';
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context, Hono } from 'hono';
import type { WebEnv } from '../web/env.ts';
import { type Config, SettingError } from './config.ts';

/** `close` takes no more requests, answers those under way and cuts off what takes longer than a moment. */
export type Served = { port: number; close(): Promise<void> };

const MOMENT_MS = 3_000;
const LOOK_EVERY_MS = 20;

function close(server: ServerType): Promise<void> {
  return new Promise((done) => {
    const until = Date.now() + MOMENT_MS;
    // A connection that was answered stays open for the next request; there is none.
    const look = setInterval(() => {
      if (!('closeAllConnections' in server)) return;
      if (Date.now() < until) server.closeIdleConnections();
      else server.closeAllConnections();
    }, LOOK_EVERY_MS);
    server.close(() => {
      clearInterval(look);
      done();
    });
  });
}

/** The address at the other end of the connection. */
export const peerAddress = (c: Context): string | undefined => getConnInfo(c).remote.address;

/** Listens on HOST and PORT. Throws a SettingError when the port is taken or may not be opened. */
export function serveApp(app: Hono<WebEnv>, config: Config): Promise<Served> {
  return new Promise((resolve, reject) => {
    const server: ServerType = listen(
      { fetch: app.fetch, port: config.PORT, hostname: config.HOST },
      (info: AddressInfo) => resolve({ port: info.port, close: () => close(server) }),
    );
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE')
        reject(new SettingError('PORT', `${config.PORT} is in use; choose another, like PORT=3001`));
      else if (error.code === 'EACCES') reject(new SettingError('PORT', `${config.PORT} may not be opened`));
      else reject(error);
    });
  });
}
