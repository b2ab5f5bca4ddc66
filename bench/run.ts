// `npm run bench`: what the house does against what the machine could do, each row against a baseline of the same run.
// Everything is on 127.0.0.1 and in a temporary folder that is removed.
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { isSkipped, type Row, reaches, type Skipped } from './support/row.ts';
import { tableOf } from './support/table.ts';

const PARTS = ['turns', 'send', 'latency', 'naive', 'claims', 'journeys', 'memory'];
const LONGEST_MS = 60_000;

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    only: { type: 'string', multiple: true, default: PARTS },
    bullmq: { type: 'string', default: join(import.meta.dirname, '..') },
  },
});

const isResult = (answer: unknown): answer is [(Row | Skipped)[]] => Array.isArray(answer);

/** Measures a part in its own process; one that fails or takes more than a minute is skipped with a sentence. */
async function measure(part: string, folder: string): Promise<(Row | Skipped)[]> {
  const mine = await mkdtemp(join(folder, `${part}-`));
  const child = fork(join(import.meta.dirname, 'part.ts'), [part, mine, values.bullmq], {
    execArgv: [...process.execArgv, '--expose-gc'],
  });
  const end = ended(child);
  const answer = await Promise.race([once(child, 'message'), end]);
  await end;
  await rm(mine, { recursive: true, force: true });
  return isResult(answer) ? answer[0] : [{ row: part, skipped: 'it failed or took too long' }];
}

async function ended(child: ChildProcess): Promise<void> {
  const timer = setTimeout(() => child.kill(), LONGEST_MS);
  await once(child, 'exit');
  clearTimeout(timer);
}

const unknown = values.only.filter((part) => !PARTS.includes(part));
if (unknown.length > 0) {
  console.error(`--only takes ${PARTS.join(', ')}; not ${unknown.join(', ')}.`);
  process.exit(2);
}
const folder = await mkdtemp(join(tmpdir(), 'limen-bench-'));
process.on('SIGINT', () => void rm(folder, { recursive: true, force: true }).then(() => process.exit(130)));
const rows: (Row | Skipped)[] = [];
try {
  for (const part of PARTS.filter((one) => values.only.includes(one))) {
    if (!values.json) console.error(`measuring ${part} …`);
    rows.push(...(await measure(part, folder)));
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}
const machine = { node: process.version, cpus: cpus().length, model: cpus()[0]?.model.trim() };
if (values.json) {
  const measured = rows.map((row) => (isSkipped(row) ? row : { ...row, reaches: reaches(row) }));
  console.log(JSON.stringify({ machine, rows: measured }, null, 2));
} else {
  console.log(tableOf(rows));
  console.log(
    `\nNode ${machine.node}, ${machine.cpus} × ${machine.model}. Medians of several rounds in which both took turns.`,
  );
}
