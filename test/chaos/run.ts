// `npm run chaos` plays every row of the fault matrix; `--seed 4711`, `--only sqld,429` (parts of names; `short` is the one of the test suite), `--people 150`, `--json`, `--verbose`.
import { parseArgs } from 'node:util';
import { makeRandom } from '../sim/random.ts';
import { playBaseline } from './baseline.ts';
import { breaches } from './check.ts';
import { mountDisk, playScenario, type Row } from './play-scenario.ts';
import { diskFull, scenarios, short } from './scenarios.ts';
import { drawPeople } from './script.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    people: { type: 'string', default: '150' },
    only: { type: 'string', default: '' },
    json: { type: 'boolean', default: false },
    verbose: { type: 'boolean', default: false },
  },
});

/** Everything that was started ends with this process (each start sees to it by `exit`). */
process.on('SIGINT', () => process.exit(130));
process.on('SIGTERM', () => process.exit(143));

const MOST_MINUTES = 45;
setTimeout(() => {
  console.error(`not done after ${MOST_MINUTES} minutes`);
  process.exit(1);
}, MOST_MINUTES * 60_000).unref();

const COLUMNS = [
  'journeys',
  'accepted',
  'doubted',
  'told',
  'lost',
  'twice',
  'stop',
  'night',
  'other',
  'deaths',
  's',
];
const WIDTH = 38;

const line = (name: string, cells: readonly (string | number)[]): string =>
  name.padEnd(WIDTH) + cells.map((cell) => String(cell).padStart(9)).join('');

const cellsOf = (row: Row): number[] => [
  row.journeys,
  row.accepted,
  row.doubted,
  row.toldToPerson.length,
  row.lost.length,
  row.twice.length,
  row.afterStop.length,
  row.atNight.length,
  row.different.length + row.mistakes.length,
  row.deaths,
  row.seconds,
];

const seed = Number(values.seed);
const people = drawPeople(makeRandom(seed), Number(values.people));
const baseline = await playBaseline(people);
const show = (text: string): void => (values.json ? undefined : console.log(text));
const say = values.verbose ? (text: string) => console.error(`  ${text}`) : undefined;
const options = { seed, people, baseline, ...(say ? { say } : {}) };
const wanted = values.only.toLowerCase().split(',');
const isWanted = (name: string): boolean => wanted.some((part) => name.toLowerCase().includes(part));
let broken = 0;

function report(row: Row): void {
  const found = breaches(row);
  broken += found.length;
  if (values.json) console.log(JSON.stringify(row));
  show(line(row.name, cellsOf(row)));
  for (const one of found.slice(0, 12)) show(`    ${one.slice(0, 160)}`);
}

show(`seed ${seed}: ${people.length} relatives, ${baseline.accepted.length} SMS without faults`);
show(line('', COLUMNS));
const rows = values.only === short.name ? [short] : scenarios.filter(({ name }) => isWanted(name));
for (const scenario of rows) report(await playScenario(scenario, options));

const full = diskFull(() => disk?.folder ?? '');
const disk = isWanted(full.name) ? mountDisk(full.diskMb ?? 0) : undefined;
if (disk) {
  report(await playScenario(full, { ...options, folder: disk.folder }));
  disk.unmount();
} else if (isWanted(full.name)) show(`${full.name}: left out, a disk of its own may not be mounted here`);

show(
  broken === 0 ? 'Every promise was kept.' : `${broken} breaches; play one row again with --only and --seed.`,
);
process.exit(broken === 0 ? 0 : 1);
