import type { AddressInfo } from 'node:net';
import { serve as listen, type ServerType } from '@hono/node-server';
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context, Hono } from 'hono';
import type { WebEnv } from '../web/env.ts';
import { type Config, SettingError } from './config.ts';

export type Served = { port: number; close(): Promise<void> };

/** The address at the other end of the connection. */
export const peerAddress = (c: Context): string | undefined => getConnInfo(c).remote.address;

/** Listens on HOST and PORT. Throws a SettingError when the port is taken or may not be opened. */
export function serveApp(app: Hono<WebEnv>, config: Config): Promise<Served> {
  return new Promise((resolve, reject) => {
    const server: ServerType = listen(
      { fetch: app.fetch, port: config.PORT, hostname: config.HOST },
      (info: AddressInfo) =>
        resolve({
          port: info.port,
          close: () =>
            new Promise((done) => {
              server.close(() => done());
              if ('closeAllConnections' in server) server.closeAllConnections();
            }),
        }),
    );
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE')
        reject(new SettingError('PORT', `${config.PORT} is in use; choose another, like PORT=3001`));
      else if (error.code === 'EACCES') reject(new SettingError('PORT', `${config.PORT} may not be opened`));
      else reject(error);
    });
  });
}
