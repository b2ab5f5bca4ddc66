// `npm run bench`: what the house does against what the machine could do, each row against a baseline of the same run.
// Everything is on 127.0.0.1 and in a temporary folder that is removed.
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Options, PARTS, type Part } from './parts.ts';
import { isSkipped, type Row, reaches, type Skipped } from './support/row.ts';
import { tableOf } from './support/table.ts';

const NAMES = PARTS.map(({ name }) => name);
const USUAL = PARTS.filter(({ big }) => !big).map(({ name }) => name);
const HELP = `npm run bench -- [options]

  --only <part>       one of ${NAMES.join(', ')}; may be given again
                      without it all but the big ones: ${NAMES.filter((name) => !USUAL.includes(name)).join(', ')}
  --relatives <n>     how many the big ones enrol or write to at once (100000)
  --json              the rows as JSON`;

const { values } = parseArgs({
  options: {
    help: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    only: { type: 'string', multiple: true, default: USUAL },
    relatives: { type: 'string', default: '100000' },
  },
});

const isResult = (answer: unknown): answer is [(Row | Skipped)[]] => Array.isArray(answer);

/** Measures a part in its own process; one that fails or takes too long is skipped with a sentence. */
async function measure(
  { name, longestMs }: Part,
  folder: string,
  options: Options,
): Promise<(Row | Skipped)[]> {
  const mine = await mkdtemp(join(folder, `${name}-`));
  const child = fork(join(import.meta.dirname, 'part.ts'), [name, mine, JSON.stringify(options)], {
    execArgv: [...process.execArgv, '--expose-gc'],
  });
  running.add(child);
  const timer = setTimeout(() => child.kill(), longestMs);
  const end = once(child, 'exit');
  const answer = await Promise.race([once(child, 'message'), end.then(() => undefined)]);
  await end;
  clearTimeout(timer);
  running.delete(child);
  await discard(mine);
  return isResult(answer) ? answer[0] : [{ row: name, skipped: 'it failed or took too long' }];
}

const running = new Set<ChildProcess>();

/** What a part has started ends a moment after it. */
const discard = (path: string): Promise<void> =>
  rm(path, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });

/** Ends what runs and leaves nothing behind. */
async function leave(folder: string): Promise<void> {
  const ends = [...running].map((child) => once(child, 'exit'));
  for (const child of running) child.kill();
  await Promise.all(ends);
  await discard(folder);
  process.exit(130);
}

function refuse(sentence: string): never {
  console.error(sentence);
  process.exit(2);
}

if (values.help) {
  console.log(HELP);
  process.exit();
}
const unknown = values.only.filter((name) => !NAMES.includes(name));
if (unknown.length > 0) refuse(`--only takes ${NAMES.join(', ')}; not ${unknown.join(', ')}.`);
const relatives = Number(values.relatives);
if (!Number.isInteger(relatives) || relatives < 100 || relatives > 1_000_000)
  refuse('--relatives takes a whole number from 100 to 1000000.');
const folder = await mkdtemp(join(tmpdir(), 'limen-bench-'));
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void leave(folder));
const machine = {
  node: process.version,
  cpus: cpus().length,
  model: cpus()[0]?.model.trim(),
  load: loadavg()[0],
};
const rows: (Row | Skipped)[] = [];
try {
  for (const part of PARTS.filter(({ name }) => values.only.includes(name))) {
    if (!values.json) console.error(`measuring ${part.name} …`);
    rows.push(...(await measure(part, folder, { relatives })));
  }
} finally {
  await discard(folder);
}
if (values.json) {
  const measured = rows.map((row) => (isSkipped(row) ? row : { ...row, reaches: reaches(row) }));
  console.log(JSON.stringify({ machine, rows: measured }, null, 2));
} else {
  const { node, cpus, model, load = 0 } = machine;
  console.log(tableOf(rows));
  console.log(
    `\nNode ${node}, ${cpus} × ${model}, load ${load.toFixed(1)} before. Medians of several rounds in which both took turns.`,
  );
}
