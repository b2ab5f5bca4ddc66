// Every door of the desk: closed to strangers, to readers where it changes something, to forms from elsewhere, and to ids that do not exist.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { enrolRelative } from '../../../src/services/journeys/enrol-relative.ts';
import { publishFlow } from '../../../src/services/journeys/publish-flow.ts';
import { showRelative } from '../../../src/services/relatives/show-relative.ts';
import { alertRow, raiseAlerts } from '../../../src/store/messages/alerts.ts';
import { createApp } from '../../../src/web/app.ts';
import { openBrowser, type TestBrowser } from '../../support/browser.ts';
import {
  addRelative,
  addReply,
  advisor,
  type DeskRuntime,
  makeDesk,
  openDesk,
  rowsOf,
} from '../../support/desk.ts';
import { invitation } from '../../support/house.ts';

let rt: DeskRuntime;
let byAdvisor: TestBrowser;
let byReader: TestBrowser;
const ids: Record<string, string> = {};

beforeAll(async () => {
  rt = await makeDesk();
  await publishFlow(rt, invitation('link'));
  ids.relative = await addRelative(rt, { channel: 'brev' });
  ids.circle = (await showRelative(rt, advisor, ids.relative, 'new')).circle.id;
  const order = { flow: 'indbydelse-link', relativeId: ids.relative, anchors: {} };
  ids.journey = (await enrolRelative(rt, advisor, order)).journeyId;
  ids.message = String((await rowsOf(rt, 'select id from messages'))[0]?.id);
  ids.reply = await addReply(rt, { text: 'Hvad nu?', relativeId: ids.relative });
  await rt.db.lane.put(
    raiseAlerts,
    alertRow(rt.db.keys, { id: 'alert-1', kind: 'flow', audience: 'advisor', urgent: 0, raisedAt: rt.now() }),
  );
  ids.alert = 'alert-1';
  byAdvisor = await openDesk(rt);
  byReader = await openDesk(rt, 'reader');
});
afterAll(() => rt[Symbol.asyncDispose]());

const fill = (path: string): string => path.replace(/:(\w+)/g, (_, name: string) => ids[name] ?? name);

const LOOKS = [
  '/desk',
  '/desk/paaroerende',
  '/desk/paaroerende/:relative',
  '/desk/paaroerende/:relative/forloeb/:journey',
  '/desk/paaroerende/:relative/hvorfor/:message',
  '/desk/kredse/:circle',
  '/desk/indbakke',
  '/desk/indbakke/:reply',
  '/desk/indbakke/:relative',
  '/desk/indbakke/svar',
  '/desk/opgaver',
  '/desk/varsler',
  '/desk/forloeb',
  '/desk/forloeb/indbydelse-link',
];

/** Pages that lead up to a change; a reader does not get there. */
const CARES = [
  '/desk/paaroerende/ny',
  '/desk/paaroerende/:relative/nummer',
  '/desk/paaroerende/:relative/tilmeld',
  '/desk/kredse/:circle/pause',
  '/desk/kredse/:circle/doed',
  '/desk/kredse/:circle/genoptag',
  '/desk/opgaver/:message/brev',
];

const CHANGES: [string, Record<string, string>][] = [
  ['/desk/paaroerende/ny', {}],
  ['/desk/paaroerende/:relative/nummer', { number: '20000088', phone: 'auto', channel: 'sms' }],
  ['/desk/paaroerende/:relative/pin', {}],
  ['/desk/paaroerende/:relative/engangskode', { paa: 'voice' }],
  ['/desk/paaroerende/:relative/tilmeld', { flow: 'indbydelse-link' }],
  ['/desk/paaroerende/:relative/forloeb/:journey/afslut', { reason: 'fejl' }],
  ['/desk/kredse/:circle', { apart: 'yes' }],
  ['/desk/kredse/:circle/pause', {}],
  ['/desk/kredse/:circle/doed', {}],
  ['/desk/kredse/:circle/genoptag', {}],
  ['/desk/indbakke/:reply/skriv', { text: 'Hej' }],
  ['/desk/indbakke/:relative/skriv', { text: 'Hej', knap: 'sikker' }],
  ['/desk/indbakke/:reply/maal', { text: 'Hej' }],
  ['/desk/indbakke/:reply/tildel', { hvem: 'demo-advisor' }],
  ['/desk/indbakke/:reply/udsaet', { til: 'morgen' }],
  ['/desk/indbakke/:reply/genaabn', {}],
  ['/desk/indbakke/:reply/luk', {}],
  ['/desk/indbakke/:reply/mening', { forloeb: ':journey', svar: 'ja' }],
  ['/desk/opgaver/:message', { udfald: 'done' }],
  ['/desk/varsler/:alert', {}],
];

describe.each(LOOKS)('GET %s', (path) => {
  test('shows itself to a reader, with nothing to press but the way out', async () => {
    const { status, text } = await byReader.get(fill(path));
    expect(status).toBe(200);
    const actions = [...text.matchAll(/<form method="post" action="([^"]+)"/g)].map(([, action]) => action);
    expect(
      actions.filter((action) => action !== '/desk/logout' && action !== '/desk/paaroerende/soeg'),
    ).toEqual([]);
  });

  test('leads a stranger to the login', async () => {
    const answer = await openBrowser(createApp(rt)).get(fill(path));
    expect([answer.status, answer.location]).toEqual([302, '/desk/login']);
  });

  test('is kept by nobody and carries the strict headers', async () => {
    const { headers, text } = await byAdvisor.get(fill(path));
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(text).not.toMatch(/<script(?![^>]* src=)|\son\w+="|style="|javascript:/);
    expect(text).not.toMatch(/(?:src|href)="https?:/);
  });
});

describe.each(CARES)('GET %s', (path) => {
  test('opens for an advisor and not for a reader', async () => {
    expect((await byAdvisor.get(fill(path))).status).toBe(200);
    expect((await byReader.get(fill(path))).status).toBe(403);
  });
});

describe.each(CHANGES)('POST %s', (path, fields) => {
  const filled = Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, fill(value)]));
  const everything = async (): Promise<string> =>
    JSON.stringify([
      await rowsOf(rt, 'select * from relatives'),
      await rowsOf(rt, 'select * from circles'),
      await rowsOf(rt, 'select * from journeys'),
      await rowsOf(rt, 'select * from replies'),
      await rowsOf(rt, 'select * from messages'),
      await rowsOf(rt, 'select * from alerts'),
      await rowsOf(rt, 'select * from pins'),
    ]);

  test('changes nothing for a reader, a stranger, a form from elsewhere or one without its token', async () => {
    const before = await everything();
    await byReader.get('/desk');
    await byAdvisor.get('/desk');

    const statuses = [
      (await byReader.post(fill(path), filled)).status,
      (await openBrowser(createApp(rt)).post(fill(path), filled)).status,
      (await byAdvisor.post(fill(path), filled, { 'sec-fetch-site': 'cross-site' })).status,
      (await byAdvisor.post(fill(path), { ...filled, csrf: '' })).status,
      (await byAdvisor.post(fill(path), { ...filled, csrf: byReader.token() })).status,
    ];

    expect(statuses).toEqual([403, 403, 403, 403, 403]);
    expect(await everything()).toBe(before);
  });
});

const UNKNOWN = [...LOOKS, ...CARES].filter((path) => path.includes(':'));

test.each(UNKNOWN)('GET %s with an id that does not exist is not found', async (path) => {
  for (const id of ['findes-ikke', "' or 1=1 --", '%2e%2e', '😀']) {
    const answer = await byAdvisor.get(path.replace(/:\w+/g, encodeURIComponent(id)));
    expect(answer.status).toBe(404);
  }
});

test.each(CHANGES.filter(([path]) => path.includes(':')))(
  'POST %s with an id that does not exist is not found',
  async (path, fields) => {
    await byAdvisor.get('/desk');
    const answer = await byAdvisor.post(path.replace(/:\w+/g, 'findes-ikke'), fields);
    expect(answer.status).toBe(404);
  },
);

test("another relative's journey or message is not found", async () => {
  const other = await addRelative(rt, { number: '20000066' });
  for (const path of [`forloeb/${ids.journey}`, `hvorfor/${ids.message}`])
    expect((await byAdvisor.get(`/desk/paaroerende/${other}/${path}`)).status).toBe(404);
});

test('a page of the desk that does not exist is not found, also for strangers it tells nothing', async () => {
  expect((await byAdvisor.get('/desk/findes-ikke')).status).toBe(404);
});

test('no log line of all this holds a name, a number or a text', () => {
  const lines = rt.lines.join('\n');
  for (const told of ['Bror', 'Mads', '20000021', 'Hvad nu']) expect(lines).not.toContain(told);
});
