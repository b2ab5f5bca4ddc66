import { expect, test } from 'vitest';
import type { Log } from '../../../src/services/runtime.ts';
import { withLog } from '../../../src/services/watching/with-log.ts';
import { createApp } from '../../../src/web/app.ts';
import { seedOrganisation } from '../../support/house.ts';
import { makeRuntime } from '../../support/runtime.ts';

type Line = { level: keyof Log; message: string } & Record<string, unknown>;

/** A house that keeps its lines and counts apart. */
async function makeSeen() {
  const rt = await makeRuntime();
  await seedOrganisation(rt);
  const lines: Line[] = [];
  const counted: unknown[] = [];
  const write =
    (level: keyof Log): Log[typeof level] =>
    (fields, message) =>
      lines.push({ ...fields, level, message });
  rt.log = { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') };
  rt.metrics = { count: (name, labels) => counted.push([name, labels]), observe: () => undefined };
  return { rt, lines, counted, app: createApp(rt), [Symbol.asyncDispose]: () => rt[Symbol.asyncDispose]() };
}

test.each<[string, string, number, string]>([
  ['a page', '/i/kanariefugl-kanarie-aa', 404, '/i/:token'],
  ['what does not exist', '/kanariefugl', 404, 'none'],
  ['what does not exist further down', '/desk/kanariefugl/x', 302, '/desk/*'],
  ['somebody else’s door', '/webhooks/twilio/kanariefugl', 404, 'none'],
])('%s is told by its pattern, never by its path', async (_what, path, status, route) => {
  await using seen = await makeSeen();

  const answer = await seen.app.request(`https://limen.test${path}?q=kanariefugl`);

  expect([
    answer.status,
    seen.lines.map(({ level, method, route, status }) => [level, method, route, status]),
  ]).toEqual([status, [['info', 'GET', route, status]]]);
  expect(seen.counted).toEqual([['requests', { route, status: `${Math.floor(status / 100)}xx` }]]);
  expect(JSON.stringify([seen.lines, seen.counted])).not.toContain('kanariefugl');
});

test('the line, and every other line of the request, carries the id that the answer shows', async () => {
  await using seen = await makeSeen();
  await seen.rt.db.client.execute('DROP TABLE links');

  const answer = await seen.app.request('https://limen.test/i/aaaaaaaaaaaaaaaaaaaaaa', {
    headers: { 'x-request-id': 'chosen-by-whoever-asks' },
  });

  const id = answer.headers.get('x-request-id');
  expect(id).toMatch(/^[\w-]{22}$/);
  expect(seen.lines.map(({ message, request }) => [message, request])).toEqual([
    ['a request failed', id],
    ['answered', id],
  ]);
  expect(seen.counted).toEqual([['requests', { route: '/i/:token', status: '5xx' }]]);
});

test('what machines ask for all the time is told at debug alone', async () => {
  await using seen = await makeSeen();

  await seen.app.request('https://limen.test/healthz');

  expect(seen.lines).toMatchObject([{ level: 'debug', route: '/healthz', status: 200 }]);
});

test('who asks is waited for until the answer is there, also when it fails; a report of the provider is not', async () => {
  await using seen = await makeSeen();
  const { visitors } = seen.rt;
  const waited: number[] = [];
  seen.rt.monotonic = () => waited.length + 1;
  const { count } = seen.rt.metrics;
  seen.rt.metrics.count = (name, labels) => {
    waited.push(visitors.waiting);
    count(name, labels);
  };
  await seen.app.request('https://limen.test/cookies');
  await seen.rt.db.client.execute('DROP TABLE links');
  await seen.app.request('https://limen.test/i/aaaaaaaaaaaaaaaaaaaaaa');
  await seen.app.request('https://limen.test/webhooks/twilio/status', { method: 'POST' });
  await seen.app.request('https://limen.test/healthz');

  expect(waited).toEqual([1, 1, 0, 0]);
  expect(visitors).toEqual({ waiting: 0, cameAt: 2 });
});

test('a runtime with more on its lines shares everything else with the first', async () => {
  await using seen = await makeSeen();
  const own = withLog(withLog(seen.rt, { job: 'fire-timers' }), { shard: 2 });

  own.trouble.inARow = 3;
  own.log.warn({ why: 'x' }, 'm');

  expect(seen.rt.trouble.inARow).toBe(3);
  expect(own.paces).toBe(seen.rt.paces);
  expect(seen.lines).toEqual([{ job: 'fire-timers', shard: 2, why: 'x', level: 'warn', message: 'm' }]);
});
