// The API in a real workerd beside a real libSQL server.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { publishFlow } from '../../src/services/journeys/publish-flow.ts';
import { newRelative, openProgram, type Program } from '../support/api.ts';
import { rowsOf } from '../support/desk.ts';
import { type Edge, edgePublicUrl, startEdge } from '../support/edge.ts';
import { invitation, seedOrganisation } from '../support/house.ts';
import { makeRuntime, type TestRuntime } from '../support/runtime.ts';
import { type Sqld, startSqld } from '../support/sqld.ts';

let sqld: Sqld;
let edge: Edge;
let rt: TestRuntime & AsyncDisposable;
let program: Program;

beforeAll(async () => {
  sqld = await startSqld();
  edge = await startEdge({ databaseUrl: sqld.url, key: Buffer.alloc(32, 7).toString('base64') });
});

afterAll(async () => {
  await edge?.[Symbol.asyncDispose]();
  await sqld?.close();
});

const app = {
  request: (url: string, init: RequestInit) => edge.fetch(url.slice(edgePublicUrl.length), init),
};

beforeEach(async () => {
  rt = await makeRuntime({ on: sqld, now: Date.now() });
  await seedOrganisation(rt);
  const scopes = ['relatives:read', 'relatives:write', 'journeys:write'];
  program = await openProgram(rt, { scopes, app });
  return () => rt[Symbol.asyncDispose]();
});

test('a program registers a relative at the edge and enrols them, once', async () => {
  await publishFlow(rt, invitation('link'));
  const made = await program.post('/relatives', newRelative());
  const path = `/relatives/${made.json.id}/journeys`;
  const enrolled = await program.post(path, { flow: 'indbydelse-link' }, 'same-request');
  const again = await program.post(path, { flow: 'indbydelse-link' }, 'same-request');

  expect([made.status, enrolled.status]).toEqual([201, 201]);
  expect([again.text, again.headers.get('idempotent-replayed')]).toEqual([enrolled.text, 'true']);
  expect(await rowsOf(rt, "select subject, actor from ledger where kind = 'journey.started'")).toEqual([
    { subject: enrolled.json.id, actor: `key:${program.keyId}` },
  ]);
  const read = await program.get(`/relatives/${made.json.id}`);
  expect(read.json).toMatchObject({ name: 'Pårørende 1', journeys: [{ flow: 'indbydelse-link' }] });
});

test('many at once with one key are done once', async () => {
  const answers = await Promise.all(
    Array.from({ length: 8 }, () => program.post('/relatives', newRelative(), 'same-request')),
  );
  expect(answers.filter(({ status }) => status === 201).length).toBeGreaterThan(0);
  expect(answers.filter(({ status }) => status !== 201 && status !== 409)).toEqual([]);
  expect(await rowsOf(rt, 'select 1 from relatives')).toHaveLength(1);
});

test('scopes, keys and shapes hold at the edge as on Node', async () => {
  const [flows, stranger, wrong] = [
    await program.get('/flows'),
    await program.get('/relatives', { authorization: '' }),
    await program.post('/relatives', { name: 1 }),
  ];
  expect([flows.status, flows.json.code]).toEqual([403, 'scope-missing']);
  expect([stranger.status, stranger.headers.get('www-authenticate')]).toEqual([401, 'Bearer realm="limen"']);
  expect([wrong.status, wrong.json.code]).toEqual([422, 'request-invalid']);
});

test('an import is read, looked through and carried out at the edge', async () => {
  const importer = await openProgram(rt, { scopes: ['imports:read', 'imports:write'], app });
  const rows = [
    { name: 'Pårørende 1', tiltale: 'Et', number: '20 00 01 01' },
    { name: 'Pårørende 2', tiltale: 'To', number: '12' },
  ];
  const made = await importer.post('/imports', { rows, unit: 'unit-1' });
  const bad = await importer.get(`/imports/${made.json.id}/rows`);
  const run = await importer.post(`/imports/${made.json.id}/run`, { expected: 1, leaveBad: true });
  expect(bad.json.data).toMatchObject([
    { row: 2, problems: [{ field: 'number', code: 'number-unreadable' }] },
  ]);
  expect([run.status, run.json]).toMatchObject([200, { state: 'done', registered: 1 }]);
  expect(await rowsOf(rt, 'select 1 from relatives')).toHaveLength(1);

  const many = Array.from({ length: 501 }, () => rows[0]);
  const large = await importer.post('/imports', { rows: many, unit: 'unit-1' });
  expect([large.status, large.json.code]).toEqual([501, 'not-at-edge']);
});

test('settings, units, users and the timeline are served at the edge, but nobody is invited there', async () => {
  const administering = await openProgram(rt, { role: 'administrator', app });
  const { seen } = (await administering.get('/settings')).json;
  const kept = await administering.post('/settings/retention', { seen, textsKeptMonths: 24 });
  const unit = await administering.post('/units', { name: 'Østhuset', area: 'demens' });
  const users = await administering.get('/staff');
  const relative = await administering.post('/relatives', newRelative());
  const timeline = await administering.get(`/relatives/${relative.json.id}/timeline`);
  const user = { name: 'Rådgiver 2', role: 'advisor', units: 'all', email: 'ny@limen.test' };
  const invited = await administering.post('/staff', user, undefined, { 'accept-language': 'en' });
  expect([kept, unit, users, relative, timeline].map(({ status }) => status)).toEqual([
    200, 201, 200, 201, 200,
  ]);
  expect([invited.status, invited.json.code, invited.json.title]).toEqual([
    501,
    'not-at-edge',
    'Not done here',
  ]);
});

test('the document and the reference are there', async () => {
  const document = await edge.fetch('/api/v1/openapi.json');
  expect([document.status, ((await document.json()) as { openapi: string }).openapi]).toEqual([200, '3.1.0']);
  const page = await edge.fetch('/api/docs');
  expect([page.status, (await page.text()).includes('Registrér en pårørende')]).toEqual([200, true]);
  expect((await edge.fetch('/assets/limen/api.css')).status).toBe(200);
});
