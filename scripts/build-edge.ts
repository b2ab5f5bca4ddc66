// Builds the Worker as it would be uploaded, into dist/edge, and says how much it weighs.
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { runWrangler } from './wrangler.ts';

/** What a Worker may weigh compressed on the free plan, bytes. */
const LIMIT = 3 * 1024 * 1024;

const kib = (bytes: number): string => `${Math.round(bytes / 1024)} KiB`;

const [code] = await once(runWrangler(['deploy', '--dry-run', '--outdir', 'dist/edge']), 'exit');
if (code !== 0) process.exit(1);
const bundle = await readFile(new URL('../dist/edge/edge.js', import.meta.url));
const zipped = gzipSync(bundle).length;
console.log(`dist/edge/edge.js: ${kib(bundle.length)}, gzip ${kib(zipped)} (limit ${kib(LIMIT)})`);
if (zipped > LIMIT) process.exit(1);
