// The house's processes as one file of our own code: a process killed fifty times is back in a second instead of four.
import { rm } from 'node:fs/promises';
import { build } from 'esbuild';

const ENTRY = new URL('./process.ts', import.meta.url).pathname;
/** As deep as `src/main`, so that what is found beside the code is found from here. */
const FOLDER = new URL('../../dist/chaos/', import.meta.url).pathname;

/** Builds the entry of a process for this run alone. */
export async function buildProcess(): Promise<AsyncDisposable & { entry: string }> {
  const entry = `${FOLDER}${process.pid}-${Date.now()}.mjs`;
  await build({
    entryPoints: [ENTRY],
    outfile: entry,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    jsx: 'automatic',
    jsxImportSource: 'hono/jsx',
    logLevel: 'error',
  });
  return { entry, [Symbol.asyncDispose]: () => rm(entry, { force: true }) };
}
