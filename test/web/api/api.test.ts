import { expect, test } from 'vitest';
import { revokeKey } from '../../../src/services/api-keys/revoke-key.ts';
import { MOST_REQUESTS } from '../../../src/web/api/frame/require-key.ts';
import { createApp } from '../../../src/web/app.ts';
import { administrator, newRelative, openProgram } from '../../support/api.ts';
import { addRelative, makeDesk, rowsOf } from '../../support/desk.ts';

const DAY_MS = 24 * 60 * 60_000;
const english = { 'accept-language': 'en-GB, da;q=0.5' };

test('a relative is registered and read by a program, and the look has the key as actor and the purpose api', async () => {
  await using rt = await makeDesk();
  const program = await openProgram(rt);

  const made = await program.post('/relatives', newRelative());
  const read = await program.get(`/relatives/${made.json.id}`);

  expect([made.status, made.headers.get('location')]).toEqual([201, `/api/v1/relatives/${made.json.id}`]);
  expect(read.json).toMatchObject({ name: 'Pårørende 1', number: { text: '20 00 00 31' }, journeys: [] });
  expect(await rowsOf(rt, "select actor, purpose from ledger where kind = 'relative.viewed'")).toEqual([
    { actor: `key:${program.keyId}`, purpose: 'api' },
  ]);
});

test('no answer may be kept by a browser or read by another site', async () => {
  await using rt = await makeDesk();
  const { headers } = await (await openProgram(rt)).get('/relatives', { origin: 'https://evil.example' });
  expect(headers.get('cache-control')).toBe('no-store');
  expect([...headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
});

test.each([
  ['without a key', undefined, 'key-missing'],
  ['with a key of nobody', `Bearer limen_${'0'.repeat(16)}_${'x'.repeat(44)}`, 'key-refused'],
  ['with something else', 'Basic YTpi', 'key-missing'],
])('%s nothing is answered, and nothing told', async (_, authorization, code) => {
  await using rt = await makeDesk();
  const program = await openProgram(rt);
  for (const path of ['/relatives', '/nowhere']) {
    const refused = await program.get(path, { authorization: authorization ?? '' });
    expect([refused.status, refused.json.code]).toEqual([401, code]);
    expect(refused.headers.get('www-authenticate')).toContain('Bearer');
  }
});

test('a key with another secret, one that was revoked and one whose last day is over let nobody in', async () => {
  await using rt = await makeDesk();
  const program = await openProgram(rt, { endsOn: '2027-03-02' });
  const wrong = `${program.key.slice(0, -1)}${program.key.endsWith('A') ? 'B' : 'A'}`;
  expect((await program.get('/relatives', { authorization: `Bearer ${wrong}` })).status).toBe(401);
  expect((await program.get('/relatives')).status).toBe(200);

  rt.forward(DAY_MS + 13 * 60 * 60_000);
  expect((await program.get('/relatives')).status).toBe(200);
  rt.forward(60 * 60_000 + 1);
  expect((await program.get('/relatives')).json.code).toBe('key-refused');

  const other = await openProgram(rt);
  await revokeKey(rt, administrator, other.keyId);
  expect((await other.get('/relatives')).json.code).toBe('key-refused');
});

test('the key is not in the database, and its use is noted', async () => {
  await using rt = await makeDesk();
  const program = await openProgram(rt);
  await program.get('/relatives');
  const rows = await rowsOf(rt, 'select * from api_keys');
  expect(JSON.stringify(rows)).not.toContain(program.key.slice(-44));
  expect(rows[0]?.used_at).toBe(rt.clock());
});

test('whoever tries keys that do not work is stopped for a while', async () => {
  await using rt = await makeDesk();
  const program = await openProgram(rt);
  const guess = () => program.get('/relatives', { authorization: 'Bearer limen_guess' });
  for (let tried = 0; tried < 60; tried += 1) expect((await guess()).status).toBe(401);
  const stopped = await guess();
  expect([stopped.status, Number(stopped.headers.get('retry-after'))]).toEqual([429, 900]);
});

test('a key learns what is left, and waits when nothing is', async () => {
  await using rt = await makeDesk();
  const program = await openProgram(rt);
  const first = await program.get('/relatives');
  expect(first.headers.get('ratelimit-policy')).toBe(`"key";q=${MOST_REQUESTS};w=900`);
  expect(first.headers.get('ratelimit')).toBe(`"key";r=${MOST_REQUESTS - 1};t=900`);
  await rt.db.client.execute({ sql: 'update limits set count = ?', args: [MOST_REQUESTS] });
  rt.forward(600_000);

  const stopped = await program.get('/relatives');

  expect([stopped.status, stopped.json.code]).toEqual([429, 'rate-limited']);
  expect(stopped.headers.get('retry-after')).toBe('300');
  rt.forward(300_000);
  expect((await program.get('/relatives')).status).toBe(200);
});

test.each([
  ['an address that is not there', 'GET', '/nowhere', undefined, 404, 'not-found'],
  ['a thing that is not there', 'GET', '/relatives/nobody', undefined, 404, 'not-found'],
  ['a method the address does not know', 'DELETE', '/relatives', undefined, 405, 'method-not-allowed'],
  ['a question from another site', 'OPTIONS', '/relatives', undefined, 405, 'method-not-allowed'],
  [
    'a form',
    'POST',
    '/relatives',
    { 'content-type': 'application/x-www-form-urlencoded' },
    415,
    'media-type',
  ],
  [
    'JSON in another alphabet',
    'POST',
    '/relatives',
    { 'content-type': 'application/json; charset=latin1' },
    415,
    'media-type',
  ],
  ['no JSON', 'POST', '/relatives', { 'content-type': 'application/json' }, 400, 'body-malformed'],
  ['no Idempotency-Key', 'POST', '/relatives', { 'idempotency-key': '' }, 400, 'idempotency-key-missing'],
  [
    'a short Idempotency-Key',
    'POST',
    '/relatives',
    { 'idempotency-key': 'x' },
    400,
    'idempotency-key-unreadable',
  ],
])('%s is a problem in the language asked for', async (_, method, path, more, status, code) => {
  await using rt = await makeDesk();
  const program = await openProgram(rt);
  const headers = { authorization: `Bearer ${program.key}`, 'idempotency-key': 'request-1', ...more };
  const body = method === 'POST' ? { body: 'name=x' } : {};
  const ask = async (language: Record<string, string>) => {
    const init = { method, headers: { ...headers, ...language }, ...body };
    return createApp(rt).request(`https://limen.test/api/v1${path}`, init);
  };
  const danish = await ask({});
  const told = (await danish.json()) as Record<string, unknown>;
  const other = (await (await ask(english)).json()) as Record<string, unknown>;

  expect([danish.status, danish.headers.get('content-type')]).toEqual([status, 'application/problem+json']);
  expect(told).toMatchObject({ status, code, type: `https://limen.test/api/docs#${code}` });
  expect(told.requestId).toBe(danish.headers.get('x-request-id'));
  expect(other.detail).not.toBe(told.detail);
  if (status === 405) expect(danish.headers.get('allow')).toBe('GET, HEAD, POST');
});

test('what is too large is refused', async () => {
  await using rt = await makeDesk();
  const { status, json } = await (await openProgram(rt)).post('/relatives', 'x'.repeat(70_000));
  expect([status, json.code]).toEqual([413, 'body-too-large']);
});

test('every wrong field is told by a pointer, and nothing that was sent is said again', async () => {
  await using rt = await makeDesk();
  const program = await openProgram(rt);
  const secret = 'Hemmelig Person 20000031';
  const wrong = newRelative({ name: 7, channel: secret, tiltale: `${secret}\u0000`, [secret]: secret });

  const { status, text, json } = await program.post('/relatives', wrong);
  const shape = await program.post('/relatives', { ...wrong, tiltale: undefined });

  expect([status, json.code]).toEqual([422, 'request-invalid']);
  expect(json.errors).toEqual([
    { pointer: '#/tiltale', code: 'unreadable', detail: 'Indeholder tegn, der ikke kan læses.' },
  ]);
  expect(shape.json.errors).toEqual([
    { pointer: '#/name', code: 'wrong-type', detail: 'Har en forkert type.' },
    { pointer: '#/tiltale', code: 'missing', detail: 'Mangler.' },
    { pointer: '#/channel', code: 'not-a-choice', detail: 'Er ikke en af mulighederne.' },
    { pointer: '#', code: 'unknown-field', detail: 'Har et felt, der ikke findes.' },
  ]);
  expect(text + shape.text + rt.lines.join('')).not.toContain('Hemmelig');
});

test('what a service refuses is told at its field', async () => {
  await using rt = await makeDesk();
  await addRelative(rt, { number: '20 00 00 31' });
  const program = await openProgram(rt);
  const taken = await program.post('/relatives', newRelative());
  const cpr = await program.post('/relatives', newRelative({ note: 'cpr 010190-1234' }));
  expect([taken.status, taken.json.errors]).toMatchObject([
    409,
    [{ pointer: '#/number', code: 'number-taken' }],
  ]);
  expect([cpr.status, cpr.json.errors]).toMatchObject([422, [{ pointer: '#/note', code: 'cpr-typed' }]]);
  expect(cpr.text).not.toContain('010190');
});

test.each(['?limit=0', '?limit=101', '?limit=x', '?page=2', '?cursor=abc', '?cursor=WyJpbmJveCIsMSwiYSJd'])(
  'a list asked for with %s is refused',
  async (query) => {
    await using rt = await makeDesk();
    expect((await (await openProgram(rt)).get(`/relatives${query}`)).status).toBe(422);
  },
);

test('every relative stands on one page once, also while others are registered', async () => {
  await using rt = await makeDesk();
  const program = await openProgram(rt);
  const ids: string[] = [];
  for (let n = 10; n < 23; n += 1) {
    ids.push(await addRelative(rt, { number: `20 00 01 ${n}` }));
    if (n % 3 === 0) rt.forward(1_000);
  }
  const seen: string[] = [];
  let query = '?limit=3';
  for (let pages = 0; pages < 20 && query !== ''; pages += 1) {
    const { json } = await program.get(`/relatives${query}`);
    seen.push(...(json.data as { id: string }[]).map(({ id }) => id));
    rt.forward(1);
    await addRelative(rt, { number: `20 00 02 ${10 + pages}` });
    query = json.next === null ? '' : `?limit=3&cursor=${json.next}`;
  }
  expect([...seen].sort()).toEqual([...ids].sort());
});

test('a record is read, changed as it was read, and refused when another changed it meanwhile', async () => {
  await using rt = await makeDesk();
  const program = await openProgram(rt);
  const path = `/relatives/${await addRelative(rt)}/record`;
  const { json } = await program.get(path);

  rt.forward(1_000);
  const changed = await program.post(path, { ...json, language: 'en' });
  const late = await program.post(path, { ...json, language: 'ar' });

  expect([changed.status, changed.json.fields]).toEqual([200, ['language']]);
  expect([late.status, late.json.code]).toEqual([409, 'changed-meanwhile']);
});

test('a circle is noted as it was read, and refused when its consent was withdrawn meanwhile', async () => {
  await using rt = await makeDesk();
  const program = await openProgram(rt);
  await addRelative(rt);
  const [circle] = await rowsOf(rt, 'select id from circles');
  const path = `/circles/${circle?.id}`;
  const given = { apart: false, consentCheckedOn: '2027-02-28' };
  const empty = await program.get(path);
  expect((await program.post(`${path}/note`, { ...given, seen: empty.json.seen })).status).toBe(200);
  const { json } = await program.get(path);

  const withdrawn = { apart: true, consentCheckedOn: null, seen: json.seen };
  expect((await program.post(`${path}/note`, withdrawn)).status).toBe(200);
  const late = await program.post(`${path}/note`, { ...given, seen: json.seen });
  const unreadable = await program.post(`${path}/note`, { ...given, seen: 'yes' });

  expect([late.status, late.json.code]).toEqual([409, 'changed-meanwhile']);
  expect(unreadable.status).toBe(422);
  expect((await program.get(path)).json).toMatchObject({ apart: true, consentCheckedOn: null, seen: '1.' });
  expect(
    await rowsOf(
      rt,
      "select kind from ledger where kind like 'circle.%' and subject is not null order by seq",
    ),
  ).toEqual([{ kind: 'circle.noted' }, { kind: 'circle.noted' }, { kind: 'circle.consent-withdrawn' }]);
});
