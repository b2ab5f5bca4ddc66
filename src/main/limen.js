#!/usr/bin/env node
// The command line, runnable as `npx limen`: TypeScript is read as it is. Machines with an older Node get the one that was installed beside it.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const newest = fileURLToPath(new URL('../../node_modules/.bin/node', import.meta.url));
const old = Number(process.versions.node.split('.')[0]) < 22;

if (old && existsSync(newest)) {
  const { status } = spawnSync(newest, process.argv.slice(1), { stdio: 'inherit' });
  process.exitCode = status ?? 2;
} else {
  const { register } = await import('tsx/esm/api');
  register();
  await import('./cli.ts');
}
