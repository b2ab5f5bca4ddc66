// The Worker in a real workerd beside a real libSQL server; a Node runtime on the same server does the rest of the work.
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { isoDate } from '../../src/journey/time/format.ts';
import { isOpen, STANDARD_WINDOW } from '../../src/journey/time/window.ts';
import { serveAssets } from '../../src/main/assets.ts';
import { checkKeys } from '../../src/main/check-keys.ts';
import { createWorker } from '../../src/main/edge/create-worker.ts';
import { beat } from '../../src/services/beat.ts';
import { createApp } from '../../src/web/app.ts';
import { signWebhook } from '../gateways/twilio-signature.ts';
import { type Edge, edgePublicUrl, edgeToken, startEdge } from '../support/edge.ts';
import { makeEvent } from '../support/events.ts';
import { invitation, seedOrganisation, seedRelative, startWithLink } from '../support/house.ts';
import { makeRuntime, type TestRuntime } from '../support/runtime.ts';
import { type Sqld, startSqld } from '../support/sqld.ts';
import { countRows, givePin, openLinkIn } from '../support/visit.ts';

const key = Buffer.alloc(32, 7).toString('base64');
const phone = '+4520000011';

let sqld: Sqld;
let edge: Edge;
let rt: TestRuntime & AsyncDisposable;

beforeAll(async () => {
  sqld = await startSqld();
  edge = await startEdge({ databaseUrl: sqld.url, key });
});

afterAll(async () => {
  await edge?.[Symbol.asyncDispose]();
  await sqld?.close();
});

/** A moment within the last days when messages may leave: the edge has the real clock. */
function lastOpen(): number {
  let at = Date.now();
  while (!isOpen(STANDARD_WINDOW, at)) at -= 60 * 60_000;
  return at;
}

beforeEach(async () => {
  rt = await makeRuntime({ on: sqld, now: lastOpen() });
  await seedOrganisation(rt);
  return () => rt[Symbol.asyncDispose]();
});

const invite = async (access: 'link' | 'pin', number = phone) => {
  const relative = await seedRelative(rt, { number });
  return { relative, ...(await startWithLink(rt, invitation(access), relative)) };
};

/** One visit to a Worker with these bindings. */
const visit = (env: Record<string, string>): Promise<Response> =>
  createWorker().fetch(new Request(`${edgePublicUrl}/`), env, { waitUntil: () => undefined });

/** Two in the afternoon so many weeks from now, as one writes it. */
const inWeeks = (weeks: number): string => {
  const [year, month, day] = isoDate(Date.now() + weeks * 7 * 86_400_000)
    .split('-')
    .map(Number);
  return `${day}/${month}-${year} kl. 14`;
};

type Hook = { path?: string; params?: Record<string, string>; signature?: string };

const sms = (text: string, id = 'SM1', from = phone): Record<string, string> => ({
  MessageSid: id,
  From: from,
  To: '+4520009999',
  Body: text,
});

const callHook = ({ path = '/webhooks/twilio/inbound', params = sms('Hej'), ...rest }: Hook) =>
  edge.fetch(path, {
    method: 'POST',
    body: new URLSearchParams(params),
    headers: {
      'x-twilio-signature': rest.signature ?? signWebhook(edgeToken, edgePublicUrl + path, params),
    },
  });

/** Everything but what counts tries. */
async function everyRow(): Promise<string> {
  const tables = [
    'sessions',
    'links',
    'journeys',
    'facts',
    'timers',
    'messages',
    'ledger',
    'pins',
    'numbers',
  ];
  const found = await rt.db.client.batch(tables.map((table) => `SELECT * FROM ${table}`));
  return JSON.stringify(found.map(({ rows }) => rows));
}

test('a landing page is shown without anything being consumed, and its button takes the token out of the address', async () => {
  const { token } = await invite('link');
  const before = await everyRow();
  const browser = edge.openBrowser();

  const landing = await browser.get(`/i/${token}`);

  expect(landing.status).toBe(200);
  expect(landing.text).toContain('Prøve Kommune');
  expect(landing.headers.get('cache-control')).toBe('no-store');
  expect(landing.headers.get('referrer-policy')).toBe('no-referrer');
  expect(await everyRow()).toBe(before);
  const page = await openLinkIn(browser, token);
  expect(page.status).toBe(200);
  expect(page.text).toContain('Velkommen, Anne');
  expect([...browser.cookies.keys()].every((name) => name.startsWith('__Host-'))).toBe(true);
  expect(await countRows(rt, "facts WHERE kind = 'pageOpened'")).toBe(1);
});

test('saying yes writes the answer and the consent, and posts nothing', async () => {
  const { token } = await invite('link');
  const browser = edge.openBrowser();
  await openLinkIn(browser, token);

  const answer = await browser.post('/mit/svar', { svar: 'ja', sprog: 'da' });

  expect(answer.status).toBe(303);
  expect((await browser.follow(answer)).text).toContain('Tak');
  expect(await countRows(rt, "ledger WHERE kind = 'consent.given'")).toBe(1);
  expect(await countRows(rt, "facts WHERE kind = 'consentGiven'")).toBe(1);
  expect(rt.posted).toEqual([]);
});

test('behind a PIN the wrong one is counted and the right one opens what is confidential', async () => {
  const { token, relative } = await invite('pin');
  await givePin(rt, relative, '407318');
  const browser = edge.openBrowser();
  await openLinkIn(browser, token);

  const wrong = await browser.post('/mit/pin', { pin: '111222' });
  const right = await browser.post('/mit/pin', { pin: '407318' });

  expect(wrong.text).toContain('Forsøg tilbage: 4.');
  expect((await browser.follow(right)).text).toContain('Bostedet Lindehuset');
});

test('guesses made at once are counted one by one, though every request has a runtime of its own', async () => {
  const { token, relative } = await invite('pin');
  await givePin(rt, relative, '407318');
  const browser = edge.openBrowser();
  await openLinkIn(browser, token);

  const answers = await Promise.all(
    Array.from({ length: 10 }, (_, i) => browser.post('/mit/pin', { pin: String(500000 + i) })),
  );

  expect(answers.map(({ status }) => status).filter((status) => status === 422)).toHaveLength(4);
  expect(answers.map(({ status }) => status).filter((status) => status === 423)).toHaveLength(6);
});

test('tries are counted by the address Cloudflare tells', async () => {
  const counted = () =>
    rt.db.client.execute(
      // Over all periods: the edge has the real clock, and a new one may begin between.
      "SELECT sum(count) AS count FROM limits WHERE subject LIKE 'link.address:%' GROUP BY subject ORDER BY count",
    );
  await edge.openBrowser('192.0.2.1').get(`/i/${'a'.repeat(22)}`);
  await edge.openBrowser('192.0.2.2').get(`/i/${'a'.repeat(22)}`);
  await edge.openBrowser('192.0.2.2').get(`/i/${'a'.repeat(22)}`);

  expect((await counted()).rows.map((row) => row.count)).toEqual([1, 2]);
});

test('a STOP with a fitting signature is stored once, an opt-out at once, and the Node side posts the receipt', async () => {
  await invite('link');
  const stop = () => callHook({ params: sms('STOP') });

  const answers = await Promise.all([stop(), stop()]);
  answers.push(await stop());

  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  expect(await answers[0]?.text()).toContain('<Response/>');
  expect(await countRows(rt, 'replies')).toBe(1);
  expect(await countRows(rt, 'numbers WHERE stopped_at IS NOT NULL')).toBe(1);
  rt.forward(Date.now() - rt.clock() + 1_000);
  await beat(rt);
  await beat(rt);
  expect(rt.posted.map(({ to }) => to)).toEqual([phone]);
});

test.each<[string, Hook]>([
  ['a made-up signature', { signature: 'AAAAAAAAAAAAAAAAAAAAAAAAAAA=' }],
  ['one for another address', { signature: signWebhook(edgeToken, `${edgePublicUrl}/else`, sms('Hej')) }],
])('a webhook with %s is refused and leaves nothing', async (_, hook) => {
  const answer = await callHook(hook);

  expect(answer.status).toBe(403);
  expect(await countRows(rt, 'replies')).toBe(0);
});

test('what became of a message is recorded from its status callback', async () => {
  await invite('link');
  await beat(rt);
  const id = rt.posted[0]?.reference;

  const answer = await callHook({
    path: `/webhooks/twilio/status?ref=${id}`,
    params: { MessageSid: 'P-1', MessageStatus: 'delivered' },
  });

  expect(answer.status).toBe(204);
  expect(await countRows(rt, "messages WHERE status = 'delivered'")).toBe(1);
});

test('forty requests at once keep apart: each reader gets the own page and language, each SMS is stored', async () => {
  const one = await invite('link', '+4520000031');
  const two = await invite('link', '+4520000032');
  const readers = Array.from({ length: 20 }, async (_, i) => {
    const [token, sprog] = i % 2 ? [one.token, 'en'] : [two.token, 'da'];
    const page = await edge.openBrowser(`192.0.2.${i}`).get(`/i/${token}?sprog=${sprog}`);
    return page.status === 200 && page.text.includes(`/i/${token}"`) && page.text.includes(`lang="${sprog}"`);
  });
  const texts = Array.from({ length: 20 }, async (_, i) => {
    const answer = await callHook({ params: sms(`Hej ${i}`, `SM-${i}`, `+45200001${10 + i}`) });
    return answer.status === 200;
  });

  const all = await Promise.all([...readers, ...texts]);

  expect(all.filter((fine) => !fine)).toEqual([]);
  expect(await countRows(rt, 'replies')).toBe(20);
  expect(await countRows(rt, 'numbers')).toBe(22);
});

test.each(['/desk', '/desk/login', '/phone', '/metrics', '/readyz'])('%s is not there', async (path) => {
  expect((await edge.fetch(path)).status).toBe(404);
});

test('it says that it is alive, and has a front page, an accessibility statement and a cookie notice', async () => {
  const statuses = ['/healthz', '/', '/was', '/cookies'].map(async (path) => (await edge.fetch(path)).status);

  expect(await Promise.all(statuses)).toEqual([200, 200, 200, 200]);
});

test('public arrangements are shown, fed and signed up for', async () => {
  const id = await makeEvent(rt, { isPublic: 'yes', sessions: [{ when: inWeeks(4), minutes: '60' }] });
  const browser = edge.openBrowser();
  const paths = ['/events', '/events.ics', '/events.json', '/events.rss', '/events/embed', `/events/${id}`];
  for (const path of paths) {
    const { status, text } = await browser.get(path);
    expect([path, status]).toEqual([path, 200]);
    expect(text).toContain('Temaeftermiddag');
  }
  const form = { name: 'En borger', number: '20 00 07 01', guests: '0', yes: 'yes' };
  const answer = await browser.post(`/events/${id}`, form);
  expect([answer.status, answer.location]).toEqual([303, `/events/${id}/tilmeldt`]);
  expect(await countRows(rt, "attendances WHERE state = 'yes'")).toBe(1);
});

test.each([
  'limen/pages.css',
  'limen/limen.js',
  'limen/icon.svg',
  'dkfds/css/dkfds.min.css',
  'dkfds/img/all-svg-icons.svg',
])('the asset %s is the one Node serves, with the same headers', async (name) => {
  const node = await createApp(rt, { assets: serveAssets() }).request(`/assets/${name}`);
  const there = await edge.fetch(`/assets/${name}`);

  expect(await there.text()).toBe(await node.text());
  expect(node.headers.get('cache-control')).toBe('public, max-age=3600');
  expect(there.headers.get('content-type')).toContain(node.headers.get('content-type')?.split(';')[0]);
  const own = ['content-length', 'content-type', 'last-modified', 'x-request-id'];
  const headers = [...node.headers].filter(([header]) => !own.includes(header));
  expect(Object.fromEntries(there.headers)).toMatchObject(Object.fromEntries(headers));
});

test('a database that is away is told as such, and afterwards everything goes on', async () => {
  await sqld.stop();
  const away = [await edge.fetch('/'), await callHook({ params: sms('Hej') })];
  await sqld.restart();

  expect(away.map(({ status }) => status)).toEqual([503, 503]);
  expect((await callHook({ params: sms('Hej') })).status).toBe(200);
  expect(await countRows(rt, 'replies')).toBe(1);
});

const bindings = {
  PUBLIC_URL: edgePublicUrl,
  DATABASE_URL: 'https://limen.invalid',
  LIMEN_KEYS: key,
  TWILIO_AUTH_TOKEN: edgeToken,
};

test.each([
  ['no address of its own', 'PUBLIC_URL', { PUBLIC_URL: '' }],
  ['an address without https', 'PUBLIC_URL', { PUBLIC_URL: 'http://limen.test' }],
  ['a file as its database', 'DATABASE_URL', { DATABASE_URL: 'file:./limen.db' }],
  ['no keys', 'LIMEN_KEYS', { LIMEN_KEYS: '' }],
  ['a key that is too short', 'LIMEN_KEYS', { LIMEN_KEYS: 'c2hvcnQ=' }],
  ['nothing to prove webhooks by', 'TWILIO_AUTH_TOKEN', { TWILIO_AUTH_TOKEN: '' }],
])('with %s it serves nothing, and its log names the setting', async (_, setting, wrong) => {
  const log = vi.spyOn(console, 'error').mockReturnValue();
  const answer = await visit({ ...bindings, ...wrong });

  expect(answer.status).toBe(500);
  expect(await answer.text()).not.toContain(setting);
  expect(log.mock.calls.join()).toContain(`"setting":"${setting}: `);
  log.mockRestore();
});

test('with the keys of another house it serves nothing: a STOP it wrote would bind nobody', async () => {
  await checkKeys(rt.db);
  const log = vi.spyOn(console, 'error').mockReturnValue();
  const other = Buffer.alloc(32, 9).toString('base64');
  const answer = await visit({ ...bindings, DATABASE_URL: sqld.url, LIMEN_KEYS: other });

  expect(answer.status).toBe(500);
  expect(log.mock.calls.join()).toContain('"setting":"LIMEN_KEYS: ');
  log.mockRestore();
});

test('its log lines carry ids and codes alone', async () => {
  const { token } = await invite('link');
  await openLinkIn(edge.openBrowser(), token);
  await callHook({ params: sms('Kan I ringe til Anne?') });
  await callHook({ path: '/webhooks/twilio/status?ref=nobody', params: { From: phone } });

  await vi.waitFor(() => expect(edge.lines().at(-1)).toContain('"status":204'));
  const lines = edge.lines().join('\n');
  expect(lines).toContain('a signed webhook could not be read');
  for (const secret of [phone.slice(3), token, 'Anne', 'ringe', edgeToken, key])
    expect(lines).not.toContain(secret);
});
