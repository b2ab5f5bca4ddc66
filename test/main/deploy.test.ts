// The reference deployment is run as it is written: the units' own commands, environment and signals, on free ports and in a
// folder of its own.
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readConfig } from '../../src/main/config.ts';
import { freePorts } from '../support/ports.ts';
import { hasSqld } from '../support/sqld.ts';
import { readEnvironment, readUnit, type UnitFile } from './unit-file.ts';

const DEPLOY = resolve('docs/deploy');
const TOKEN = 'figures-for-the-deploy-test';
const canRun = hasSqld && existsSync('/usr/bin/redis-server');

/** Where the paths and ports of the files lie here. */
type Place = { folder: string; web: number; worker: number; swap(text: string): string };

async function makePlace(): Promise<Place> {
  const folder = await mkdtemp(join(tmpdir(), 'limen-deploy-'));
  const [web = 0, worker = 0, sqld = 0, redis = 0] = await freePorts(4);
  const swaps: [string, string][] = [
    ['/opt/limen', resolve('.')],
    ['/var/lib/', `${folder}/var/`],
    ['/etc/limen', `${folder}/etc`],
    ['127.0.0.1:8080', `127.0.0.1:${sqld}`],
    ['127.0.0.1:6379', `127.0.0.1:${redis}`],
    ['port 6379', `port ${redis}`],
    ['PORT=%i', `PORT=${web}`],
    ['930%i', String(worker)],
  ];
  for (const name of ['var/limen', 'var/sqld', 'var/redis', 'etc', 'units'])
    await mkdir(join(folder, name), { recursive: true });
  return { folder, web, worker, swap: (text) => swaps.reduce((to, [a, b]) => to.replaceAll(a, b), text) };
}

/** What whoever sets the house up writes into the example. */
const SECRETS: Record<string, string> = {
  LIMEN_KEYS: Buffer.alloc(32, 9).toString('base64'),
  TWILIO_ACCOUNT_SID: `AC${'0'.repeat(32)}`,
  TWILIO_AUTH_TOKEN: 'test-token-test-token',
  METRICS_TOKEN: TOKEN,
};

let place: Place;
let running: ChildProcess[];
beforeAll(async () => {
  place = await makePlace();
  running = [];
  const { swap, folder } = place;
  for (const [name, to] of [
    ['redis-limen.conf', 'redis-limen.conf'],
    ['organisation.example.json', 'organisation.json'],
    ['limen.env.example', 'limen.env'],
  ] as const) {
    const text = swap(await readFile(join(DEPLOY, name), 'utf8'));
    const filled = text.replace(/^(\w+)=$/gm, (line, key: string) => `${key}=${SECRETS[key] ?? line}`);
    await writeFile(join(folder, 'etc', to), filled);
  }
});
afterAll(async () => {
  for (const child of running) child.kill('SIGKILL');
  await rm(place.folder, { recursive: true, force: true });
});

const unitOf = async (...files: string[]): Promise<UnitFile> => {
  const texts = await Promise.all(files.map((file) => readFile(file, 'utf8')));
  return readUnit(place.swap(texts.join('\n')));
};

type Service = {
  unit: UnitFile;
  out: string[];
  /** Sends what the unit stops with and gives the exit code; -1 when it takes longer than the unit allows. */
  stop(): Promise<number | null>;
};

/** Runs a unit's command as systemd does: its environment and nothing else, in its folder. */
async function run(unit: UnitFile, extra: Record<string, string> = {}): Promise<Service> {
  const [command = '', ...args] = (unit.one('Service', 'ExecStart') ?? '').split(/\s+/);
  const file = unit.one('Service', 'EnvironmentFile');
  const env = {
    PATH: '/usr/local/bin:/usr/bin:/bin',
    ...readEnvironment(unit.all('Service', 'Environment').flatMap((line) => line.split(/\s+/))),
    ...(file ? readEnvironment((await readFile(file, 'utf8')).split('\n')) : {}),
    ...extra,
  };
  const cwd = unit.one('Service', 'WorkingDirectory') ?? place.folder;
  const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  running.push(child);
  const out: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (data: Buffer) => out.push(data.toString()));
  return {
    unit,
    out,
    async stop() {
      const seconds = Number(unit.one('Service', 'TimeoutStopSec'));
      const gone = once(child, 'exit');
      child.kill(unit.one('Service', 'KillSignal') as NodeJS.Signals);
      const timer = setTimeout(() => child.kill('SIGKILL'), seconds * 1_000);
      await gone;
      clearTimeout(timer);
      return child.exitCode;
    },
  };
}

async function untilUp(service: Service, ask: () => Promise<boolean>): Promise<void> {
  await expect
    .poll(() => ask().catch(() => false), { timeout: 60_000, message: service.out.join('') })
    .toBe(true);
}

const isOk = async (url: string): Promise<boolean> =>
  (await fetch(url, { signal: AbortSignal.timeout(3_000) })).ok;

const figures = async (port: number, token = TOKEN) => {
  const answer = await fetch(`http://127.0.0.1:${port}/metrics`, {
    headers: { authorization: `Bearer ${token}` },
  });
  return { status: answer.status, text: await answer.text() };
};

const SHOWN = [
  /^limen_queue_jobs\{queue="limen-send-name",state="waiting"\} 0$/m,
  /^limen_ready\{part="queue"\} 1$/m,
  /^limen_commit_items_count [1-9]/m,
  /^limen_timers_due 0$/m,
];

/** What the figures at a port do not tell: one that takes too long to count is left out until it is asked for again. */
const missingIn = async (port: number): Promise<string[]> => {
  const { text } = await figures(port);
  return SHOWN.filter((line) => !line.test(text)).map(String);
};

test.skipIf(!canRun)(
  'sqld, Redis, a web process and a worker run as the units say, and each ends with 0 when it is told to',
  async () => {
    const { folder, web, worker } = place;
    const sqld = await run(await unitOf(`${DEPLOY}/sqld.service`));
    const redis = await run(await unitOf(`${DEPLOY}/redis-server.service.d-limen.conf`));
    const env = readEnvironment((await readFile(join(folder, 'etc/limen.env'), 'utf8')).split('\n'));
    await untilUp(sqld, () => isOk(`${env.DATABASE_URL}/health`));
    await untilUp(redis, async () => redis.out.join('').includes('Ready to accept connections'));
    const traced = { NODE_OPTIONS: `--import=${resolve('test/main/otel-register.mjs')}` };

    // The web process brings the database up to date and publishes the flows; then the worker.
    const webbing = await run(await unitOf(`${DEPLOY}/limen-web@.service`), traced);
    await untilUp(webbing, () => isOk(`http://127.0.0.1:${web}/readyz`));
    const working = await run(await unitOf(`${DEPLOY}/limen-worker@.service`));
    await untilUp(working, () => isOk(`http://127.0.0.1:${worker}/readyz`));

    await expect
      .poll(async () => (await figures(worker)).text, { timeout: 20_000, interval: 500 })
      .toMatch(/limen_jobs_total\{job="fire-timers",outcome="done"\} \d/);
    for (const port of [web, worker])
      await expect.poll(() => missingIn(port), { timeout: 20_000, interval: 500 }).toEqual([]);
    // Whoever has no token sees nothing, from this machine neither; who asks a door sees the house.
    expect([(await figures(web, 'x')).status, (await figures(worker, 'x')).status]).toEqual([404, 404]);
    expect((await fetch(`http://127.0.0.1:${web}/desk/login`)).status).toBe(200);
    // What a process writes reaches its reader a moment after its answer.
    for (const line of [
      /"method":"GET","route":"\/desk\/login","status":200,"ms":\d+,"msg":"answered"/,
      /name: 'GET \/desk\/login'/,
    ])
      await expect.poll(() => webbing.out.join(''), { timeout: 20_000 }).toMatch(line);

    const stopped = [];
    for (const service of [working, webbing, redis, sqld]) stopped.push(await service.stop());
    expect({
      stopped,
      out: [working, webbing]
        .map(({ out }) => out.join(''))
        .join('')
        .match(/"level":[56]0.*/g),
    }).toEqual({
      stopped: [0, 0, 0, 0],
      out: null,
    });
  },
  120_000,
);

test('a process is given longer to end than anything it may have under way', async () => {
  for (const name of ['limen-web@', 'limen-worker@']) {
    const unit = await unitOf(`${DEPLOY}/${name}.service`);
    const env = readEnvironment((await readFile(join(place.folder, 'etc/limen.env'), 'utf8')).split('\n'));
    const config = readConfig(env);
    const POST_SECONDS = 10;

    expect(unit.one('Service', 'KillSignal')).toBe('SIGTERM');
    expect(Number(unit.one('Service', 'TimeoutStopSec'))).toBeGreaterThan(
      2 * (POST_SECONDS + config.DATABASE_TIMEOUT_SECONDS),
    );
  }
});

test('the example of the environment holds every setting that is needed, and no secret', async () => {
  const text = await readFile(`${DEPLOY}/limen.env.example`, 'utf8');
  const example = readEnvironment(text.split('\n'));

  expect(Object.keys(SECRETS).filter((name) => example[name] !== '')).toEqual([]);
  expect(() => readConfig({ ...example, ...SECRETS })).not.toThrow();
  const config = await readFile('src/main/config.ts', 'utf8');
  expect(Object.keys(example).filter((name) => !config.includes(`  ${name}:`))).toEqual([]);
});

const sandboxed = ['sqld.service', 'limen-web@.service', 'limen-worker@.service'];
const hasAnalyze = existsSync('/usr/bin/systemd-analyze');

test.skipIf(!hasAnalyze || !hasSqld)(
  'systemd finds no fault with the units, and thinks them well shut in',
  async () => {
    const folder = join(place.folder, 'units');
    const analyze = (...args: string[]) => promisify(execFile)('systemd-analyze', args);
    for (const name of sandboxed)
      await writeFile(join(folder, name), place.swap(await readFile(join(DEPLOY, name), 'utf8')));
    const paths = (await readdir(folder)).map((name) => join(folder, name));

    const verified = await analyze('verify', '--man=no', '--recursive-errors=no', ...paths);
    expect(verified.stderr).toBe('');
    for (const path of paths)
      await analyze('security', '--offline=true', '--threshold=20', '--no-pager', path);
  },
);

test('the compose file has the same parts, and says that nobody has tried it', async () => {
  const text = await readFile(`${DEPLOY}/compose.yaml`, 'utf8');
  const { services } = parse(text) as { services: Record<string, { command?: string[] }> };

  expect(text.split('\n')[0]).toMatch(/untested/i);
  expect(Object.keys(services).toSorted()).toEqual(['redis', 'sqld', 'web', 'worker']);
  expect(services.redis?.command?.join(' ')).toContain('--maxmemory-policy noeviction');
  expect(services.sqld?.command?.join(' ')).toContain('--checkpoint-interval-s 5');
});
