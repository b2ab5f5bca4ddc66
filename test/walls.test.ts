// The walls of the house that the linter cannot hold: what is allowed rather than what is not, and what is only a type.
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

type Import = { file: string; from: string; isType: boolean };

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name))
  .map((name) => ({ name, text: readFileSync(`src/${name}`, 'utf8') }));

/** Imports and re-exports, static and dynamic. */
const importsOf = (room: string): Import[] =>
  files
    .filter(({ name }) => name.startsWith(`${room}/`))
    .flatMap(({ name, text }) => {
      const statics = [
        ...text.matchAll(
          /^(?:import|export) ((?:type )?(?:\w+|\*(?: as \w+)?|\{[^}]*\})(?:, \{[^}]*\})?) from '([^']+)'/gm,
        ),
      ];
      const dynamics = [...text.matchAll(/\bimport\(['"]([^'"]+)['"]\)/g)];
      return [
        ...statics.map(([, what = '', from = '']) => ({
          file: name,
          from,
          isType: /^\s*type\b/.test(what) || /^\s*\{(\s*type \w+( as \w+)?,?)+\s*\}\s*$/.test(what),
        })),
        ...dynamics.map(([, from = '']) => ({ file: name, from, isType: false })),
      ];
    });

const packages = (room: string): string[] => [
  ...new Set(
    importsOf(room)
      .map(({ from }) => from)
      .filter((from) => !from.startsWith('.')),
  ),
];

test('the mind uses zod, the template, YAML and time libraries and the counter of segments, and nothing else', () => {
  const allowed = ['liquidjs', 'sms-segments-calculator', 'temporal-polyfill', 'yaml', 'zod'];

  expect(importsOf('journey').length).toBeGreaterThan(100);
  expect(packages('journey').filter((name) => !allowed.includes(name))).toEqual([]);
});

test('the mind has no clock, no chance and no door of its own', () => {
  const own =
    /\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bprocess\.|\bfetch\(|\bsetTimeout\b|\bconsole\./;
  const found = files.filter(({ name, text }) => name.startsWith('journey/') && own.test(text));

  expect(found.map(({ name }) => name)).toEqual([]);
});

test.each([
  ['services', 'gateways'],
  ['web', 'gateways'],
  ['store', 'journey'],
])('%s sees only the types of %s', (room, other) => {
  const values = importsOf(room).filter(({ from, isType }) => from.includes(`/${other}/`) && !isType);

  expect(values).toEqual([]);
});

test('the hands and the doors talk to the database through the memory alone', () => {
  const found = ['services', 'jobs', 'web'].flatMap(packages).filter((name) => /libsql|drizzle/.test(name));

  expect(found).toEqual([]);
});

test('the doors run where there is no Node', () => {
  expect(packages('web').filter((name) => /^node:|^undici$|^pino$|^twilio/.test(name))).toEqual([]);
});

/** Every file that one file loads, itself included. */
function loadedBy(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  const imports = importsOf(file.split('/')[0] ?? '').filter((one) => one.file === file && !one.isType);
  for (const { from } of imports)
    if (from.startsWith('.')) loadedBy(new URL(from, `file:///${file}`).pathname.slice(1), seen);
  return seen;
}

test('the edge carries no desk, no queue, no gateway but its signatures, and of Node only the crypto', () => {
  const carried = loadedBy('main/edge.ts');
  const used = ['main', 'web', 'services', 'store', 'journey', 'gateways', 'jobs']
    .flatMap(importsOf)
    .filter(({ file, isType }) => carried.has(file) && !isType)
    .map(({ from }) => from);
  const foreign = /^node:|^twilio|^(undici|pino|bullmq|ioredis|prom-client|commander|@hono\/node-server)\b/;

  expect(carried.size).toBeGreaterThan(100);
  expect([...carried].filter((file) => /^(jobs|web\/(desk|phone)|services\/desk)\//.test(file))).toEqual([]);
  expect([...new Set(used.filter((from) => foreign.test(from)))].sort()).toEqual([
    'node:crypto',
    'twilio/lib/webhooks/webhooks.js',
  ]);
});
