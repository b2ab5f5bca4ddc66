// The house's processes as one file: a process killed fifty times is back in a second instead of four.
import { rmSync } from 'node:fs';
import { build } from 'esbuild';

const ENTRY = new URL('./process.ts', import.meta.url).pathname;
/** As deep as `src/main`, so that what is found beside the code is found from here. */
const FOLDER = new URL('../../dist/chaos/', import.meta.url).pathname;

/** What is loaded as it lies: it has native parts, workers or scripts of its own, or is large and slow to build. */
const AS_IT_LIES = ['@libsql/*', 'libsql', 'pino', 'bullmq', 'ioredis', 'twilio', 'undici'];
/** What CommonJS packages expect inside a module, under a name no package has. */
const REQUIRE =
  "import { createRequire as requireOfTheHouse } from 'node:module'; const require = requireOfTheHouse(import.meta.url);";

/** Builds the entry of a process for this run alone. */
export async function buildProcess(): Promise<AsyncDisposable & { entry: string }> {
  const entry = `${FOLDER}${process.pid}-${Date.now()}.mjs`;
  await build({
    entryPoints: [ENTRY],
    outfile: entry,
    bundle: true,
    external: AS_IT_LIES,
    banner: { js: REQUIRE },
    platform: 'node',
    format: 'esm',
    jsx: 'automatic',
    jsxImportSource: 'hono/jsx',
    logLevel: 'error',
  });
  const remove = (): void => {
    process.off('exit', remove);
    rmSync(entry, { force: true });
  };
  process.on('exit', remove);
  return { entry, [Symbol.asyncDispose]: async () => remove() };
}
