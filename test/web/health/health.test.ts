import { expect, test } from 'vitest';
import type { Readiness } from '../../../src/services/watching/check-readiness.ts';
import { createApp } from '../../../src/web/app.ts';
import type { AppOptions } from '../../../src/web/env.ts';
import type { Operations } from '../../../src/web/health/operations.ts';
import { seedOrganisation } from '../../support/house.ts';
import { makeRuntime } from '../../support/runtime.ts';

const READY: Readiness = { ready: true, database: 'usable', queue: 'usable', gateway: 'usable' };
const TOKEN = 'a-token-for-those-who-measure';

const operations = (change: Partial<Operations['metrics']> = {}, readiness = READY): Operations => ({
  readiness: async () => readiness,
  metrics: { read: async () => 'limen_up 1\n', token: undefined, loopback: true, ...change },
});

async function ask(options: AppOptions, path: string, headers: Record<string, string> = {}) {
  await using rt = await makeRuntime();
  await seedOrganisation(rt);
  const answer = await createApp(rt, options).request(`https://limen.test${path}`, { headers });
  return { status: answer.status, text: await answer.text(), headers: answer.headers };
}

test('a process that runs is alive, whatever it stands on', async () => {
  const broken = operations({}, { ...READY, ready: false, database: 'late' });

  expect(await ask({ operations: broken }, '/healthz')).toMatchObject({ status: 200, text: 'ok' });
});

test('a house that is ready says so part by part', async () => {
  const { status, text } = await ask({ operations: operations() }, '/readyz');

  expect([status, JSON.parse(text)]).toEqual([200, READY]);
});

test.each(['database', 'queue', 'gateway'])(
  'without its %s it is not ready, and says which part',
  async (part) => {
    const readiness = { ...READY, ready: false, [part]: 'failing' };

    const { status, text, headers } = await ask({ operations: operations({}, readiness) }, '/readyz');

    expect([status, JSON.parse(text)]).toEqual([503, readiness]);
    expect(headers.get('cache-control')).toBe('no-store');
  },
);

const from = (peer: string | undefined, change: Partial<Operations['metrics']> = {}): AppOptions => ({
  operations: operations(change),
  peerAddress: () => peer,
});
const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

test.each<[string, AppOptions, Record<string, string>]>([
  ['the token, from anywhere', from('198.51.100.7', { token: TOKEN, loopback: false }), bearer(TOKEN)],
  ['this machine', from('127.0.0.1'), {}],
  ['this machine by IPv6', from('::1'), {}],
  ['this machine by IPv4 in IPv6', from('::ffff:127.0.0.1'), {}],
])('the figures are shown to %s', async (_who, options, headers) => {
  const answer = await ask(options, '/metrics', headers);

  expect([answer.status, answer.text]).toEqual([200, 'limen_up 1\n']);
  expect(answer.headers.get('content-type')).toContain('version=0.0.4');
});

test.each<[string, AppOptions, Record<string, string>]>([
  ['another machine', from('198.51.100.7'), {}],
  ['an unknown end', from(undefined), {}],
  ['a name that begins like this machine', from('127.0.0.1.example'), {}],
  ['another machine that shows a token where there is none', from('198.51.100.7'), bearer('undefined')],
  ['no token where there is one, from this machine too', from('127.0.0.1', { token: TOKEN }), {}],
  ['another token', from('127.0.0.1', { token: TOKEN }), bearer(`${TOKEN}x`)],
  ['the token cut short', from('127.0.0.1', { token: TOKEN }), bearer(TOKEN.slice(0, -1))],
  ['the token in other clothes', from('127.0.0.1', { token: TOKEN }), { authorization: `Basic ${TOKEN}` }],
  ['a proxy on this machine', from('127.0.0.1'), { 'x-forwarded-for': '127.0.0.1' }],
  ['a proxy of another kind', from('127.0.0.1'), { forwarded: 'for=127.0.0.1' }],
  ['a proxy that says little', from('127.0.0.1'), { via: '1.1 proxy' }],
  ['this machine, where a proxy may stand in front unseen', from('127.0.0.1', { loopback: false }), {}],
])('the figures are not there for %s', async (_who, options, headers) => {
  const { status, text } = await ask(options, '/metrics', headers);

  expect(status).toBe(404);
  expect(text).not.toContain('limen_up');
});

test('where nobody measures there is neither readiness nor a figure', async () => {
  expect((await ask({}, '/readyz')).status).toBe(404);
  expect((await ask({ peerAddress: () => '127.0.0.1' }, '/metrics')).status).toBe(404);
});
