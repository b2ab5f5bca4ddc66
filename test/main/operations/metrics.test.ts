import { tmpdir } from 'node:os';
import { expect, test } from 'vitest';
import { openInstruments } from '../../../src/main/operations/instruments.ts';
import { COUNTERS, GAUGES, HISTOGRAMS } from '../../../src/main/operations/metrics-table.ts';
import { openOperations } from '../../../src/main/operations/open-operations.ts';
import { operationsApp } from '../../../src/main/operations/serve-operations.ts';
import { beat } from '../../../src/services/beat.ts';
import type { Runtime } from '../../../src/services/runtime.ts';
import { renewLease } from '../../../src/services/sending/sender-lease.ts';
import { alert, ask, say } from '../../journey/engine/make-flow.ts';
import {
  accepted,
  enrol,
  HOUR,
  type House,
  hear,
  MINUTE,
  makeHouse,
  run,
  scriptedGateway,
} from '../../services/stand.ts';

const SETTINGS = {
  METRICS_TOKEN: undefined,
  TRUSTED_PROXIES: 0,
  DATABASE_URL: 'http://127.0.0.1:1',
  LIMEN_DATA: tmpdir(),
  demo: true,
};

/** A house that is measured; what is read is told line by line. */
async function measure(rt: House) {
  const instruments = openInstruments();
  rt.metrics = instruments.metrics;
  const operations = openOperations(rt, instruments, SETTINGS);
  const read = async (): Promise<string[]> => {
    rt.forward(2_000);
    return (await operations.metrics.read()).split('\n');
  };
  return { instruments, operations, read, [Symbol.dispose]: () => operations.close() };
}

const shown = (lines: readonly string[], series: string): number | undefined => {
  const line = lines.find((text) => text.startsWith(`${series} `));
  return line === undefined ? undefined : Number(line.slice(series.length + 1));
};

test('what a process did is counted: messages, segments, replies, timers, jobs, commits', async () => {
  const answers = scriptedGateway((_, nth) => (nth === 2 ? { outcome: 'unknown' } : accepted(nth)));
  await using rt = await makeHouse({ gateway: answers });
  using measured = await measure(rt);
  await enrol(rt, [say('hej'), ask('kommer', { after: '3 hours' }), alert('se')]);
  await beat(rt);
  rt.forward(3 * HOUR + 5_000);
  await beat(rt);
  await hear(rt, 'hvad er klokken');
  measured.instruments.committed({ items: 3, refused: 1, ms: 4 });

  const lines = await measured.read();

  expect(shown(lines, 'limen_messages_total{sender="number",outcome="accepted"}')).toBeGreaterThan(0);
  expect(shown(lines, 'limen_messages_total{sender="number",outcome="unknown"}')).toBe(1);
  expect(shown(lines, 'limen_segments_total{sender="number"}')).toBeGreaterThan(0);
  expect(shown(lines, 'limen_replies_total{meaning="unclear"}')).toBe(1);
  expect(shown(lines, 'limen_timer_lateness_seconds_count')).toBe(1);
  expect(shown(lines, 'limen_timer_lateness_seconds_sum')).toBeCloseTo(5, 0);
  expect(shown(lines, 'limen_post_seconds_count{sender="number"}')).toBe(answers.posted.length);
  expect(shown(lines, 'limen_jobs_total{job="fire-timers",outcome="done"}')).toBe(3);
  expect(shown(lines, 'limen_commit_items_sum')).toBe(3);
  expect(shown(lines, 'limen_refused_writes_total')).toBe(1);
});

test('what waits is read when it is asked for', async () => {
  await using rt = await makeHouse({ gateway: scriptedGateway(() => ({ outcome: 'unknown' })) });
  using measured = await measure(rt);
  await enrol(rt, [say('hej')]);
  await enrol(rt, [say('hej')], { relative: { number: '+4520000012' } });
  await beat(rt);
  await run(rt, "INSERT INTO timers (journey_id, name, due_at) VALUES ('j', 'moment', ?)", [
    rt.now() - 2 * MINUTE,
  ]);
  await renewLease(rt, 'number');

  const lines = await measured.read();

  expect(shown(lines, 'limen_messages_unknown')).toBe(2);
  expect(shown(lines, 'limen_messages_unknown_oldest_seconds')).toBe(2);
  expect(shown(lines, 'limen_timers_due')).toBe(1);
  expect(shown(lines, 'limen_timers_late')).toBe(1);
  expect(shown(lines, 'limen_messages_due{sender="name",lane="rest"}')).toBe(0);
  expect(shown(lines, 'limen_send_window_open')).toBe(1);
  expect(shown(lines, 'limen_lease_ends_seconds{lease="sender:number"}')).toBe(28);
  expect(shown(lines, 'limen_ready{part="database"}')).toBe(1);
  expect(shown(lines, 'limen_gateway_trouble_in_a_row')).toBe(2);
  expect(shown(lines, 'limen_event_loop_delay_seconds{quantile="0.99"}')).toBeGreaterThan(0);
  expect(shown(lines, 'limen_disk_free_bytes{folder="data"}')).toBeGreaterThan(0);
});

test('a database that does not answer is told, and what it would have told is not shown as it once was', async () => {
  await using rt = await makeHouse();
  using measured = await measure(rt);
  expect(shown(await measured.read(), 'limen_timers_due')).toBe(0);
  const { batch } = rt.db.client;
  rt.db.client.batch = () => Promise.reject(Object.assign(new Error('gone'), { code: 'ECONNREFUSED' }));

  const lines = await measured.read();
  rt.db.client.batch = batch;

  expect(shown(lines, 'limen_timers_due')).toBeUndefined();
  expect(shown(lines, 'limen_ready{part="database"}')).toBe(0);
  expect(shown(lines, 'limen_ready{part="queue"}')).toBe(1);
  expect(shown(await measured.read(), 'limen_timers_due')).toBe(0);
});

test('asking often reads the database once', async () => {
  await using rt = await makeHouse();
  using measured = await measure(rt);
  let reads = 0;
  const { batch } = rt.db.client;
  rt.db.client.batch = (...order) => {
    reads += order[1] === 'read' ? 1 : 0;
    return Reflect.apply(batch, rt.db.client, order);
  };

  await Promise.all([1, 2, 3].map(() => measured.operations.metrics.read()));
  await measured.operations.metrics.read();
  expect(reads).toBe(1);
  await measured.read();
  expect(reads).toBe(2);
});

test('two processes in one do not share a figure', async () => {
  const [a, b] = [openInstruments(), openInstruments()];

  a.metrics.count('segments', { sender: 'name' }, 7);

  expect(await a.text()).toContain('limen_segments_total{sender="name"} 7');
  expect(await b.text()).not.toContain('limen_segments_total{');
});

test('every figure has one name, seconds are called seconds, and counters say that they are totals', () => {
  const all = [...Object.values(COUNTERS), ...Object.values(HISTOGRAMS), ...Object.values(GAUGES)];
  const names = all.map(({ name }) => name);

  expect(new Set(names).size).toBe(names.length);
  expect(names.filter((name) => !/^(limen|process)_[a-z_]+$/.test(name))).toEqual([]);
  expect(Object.values(COUNTERS).filter(({ name }) => !name.endsWith('_total'))).toEqual([]);
});

test('a worker shows health, readiness and figures, and nothing else', async () => {
  await using rt = await makeHouse();
  using measured = await measure(rt);
  const app = operationsApp(rt as Runtime, measured.operations, () => '127.0.0.1');

  const status = async (path: string) => (await app.request(`http://127.0.0.1${path}`)).status;

  expect([await status('/healthz'), await status('/readyz'), await status('/metrics')]).toEqual([
    200, 200, 200,
  ]);
  expect([await status('/desk'), await status('/i/x')]).toEqual([404, 404]);
  const elsewhere = operationsApp(rt, measured.operations, () => '198.51.100.7');
  expect((await elsewhere.request('http://127.0.0.1/metrics')).status).toBe(404);
});
