import { createHash } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { createServer } from 'node:net';
import { basename, dirname, join, resolve } from 'node:path';
import { type Config, SettingError } from './config.ts';
import { makeFolder } from './make-folder.ts';

/** Where a `file:` address points. */
export const placeOfFile = (url: string): string =>
  resolve(url.slice('file:'.length).replace(/^\/\/(?=\/)/, ''));

/** The path of a `file:` address, its folder made when it is not there. Throws what the file system says. */
export function pathOfFile(url: string): string {
  const path = placeOfFile(url);
  makeFolder(dirname(path));
  return join(realpathSync(dirname(path)), basename(path));
}

/**
 * Holds the settings' database file for this process until it ends, however it ends: a second process is refused with a
 * SettingError. The hold is a name in Linux's abstract socket space, which leaves nothing behind; elsewhere it is not there.
 */
export function holdDatabase({ DATABASE_URL }: Pick<Config, 'DATABASE_URL'>): Promise<() => void> {
  if (process.platform !== 'linux' || !DATABASE_URL.startsWith('file:')) return Promise.resolve(() => {});
  const path = pathOfFile(DATABASE_URL);
  const name = `\0limen-${createHash('sha256').update(path).digest('hex').slice(0, 32)}`;
  return new Promise((done, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new SettingError('DATABASE_URL', `${path} belongs to another Limen process that is running`)
          : error,
      ),
    );
    server.listen(name, () => {
      server.unref();
      done(() => server.close());
    });
  });
}
