// The doors of circles, referrals, sources and the signpost: who may press what, what is typed stays, and nothing runs that was typed.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addOffer } from '../../../../src/services/offers/write-offer.ts';
import { addSource } from '../../../../src/services/referrals/keep-source.ts';
import { showSource } from '../../../../src/services/referrals/list-sources.ts';
import { referRelative } from '../../../../src/services/referrals/refer-relative.ts';
import { showRelative } from '../../../../src/services/relatives/show-relative.ts';
import type { Staff } from '../../../../src/services/staff/staff.ts';
import { createApp } from '../../../../src/web/app.ts';
import { openBrowser, type TestBrowser } from '../../../support/browser.ts';
import { addRelative, advisor, type DeskRuntime, makeDesk, openDesk, rowsOf } from '../../../support/desk.ts';

const coordinator: Staff = { id: 'demo-coordinator', role: 'coordinator', units: 'all' };
const EVIL = '"><script>alert(1)</script>';
const offer = {
  title: `Tilbud ${EVIL}`,
  text: EVIL,
  target: EVIL,
  area: 'alle',
  contact: EVIL,
  url: 'https://eksempel.invalid/"><b>',
  inside: '',
  validUntil: '',
};

let rt: DeskRuntime;
let byAdvisor: TestBrowser;
let byCoordinator: TestBrowser;
let byReader: TestBrowser;
const ids: Record<string, string> = {};

beforeAll(async () => {
  rt = await makeDesk();
  ids.relative = await addRelative(rt);
  ids.circle = (await showRelative(rt, advisor, ids.relative, 'new')).circle.id;
  ids.offer = (await addOffer(rt, coordinator, offer)).id;
  ids.source = (await addSource(rt, coordinator, { title: `Kilde ${EVIL}`, unit: 'unit-1' })).id;
  ids.referral = 'referral-of-the-tests-';
  const { code, unitId } = await showSource(rt, coordinator, ids.source);
  const form = {
    name: EVIL,
    number: '20 00 00 31',
    relation: 'ven',
    area: 'andet',
    note: EVIL,
    consent: 'yes',
    byName: EVIL,
    byContact: EVIL,
  };
  const source = { id: ids.source, code, unitId };
  await referRelative(rt, source, { id: ids.referral, form, by: 'staff', address: 'a' });
  byAdvisor = await openDesk(rt);
  byCoordinator = await openDesk(rt, 'coordinator');
  byReader = await openDesk(rt, 'reader');
});
afterAll(() => rt?.[Symbol.asyncDispose]());

const fill = (path: string): string => path.replace(/:(\w+)/g, (_, name: string) => ids[name] ?? name);

const LOOKS = [
  '/desk/kredse',
  '/desk/kredse/:circle',
  '/desk/henvisninger',
  '/desk/henvisninger/:referral',
  '/desk/kilder',
  '/desk/kilder/:source',
  '/desk/vejviser',
  '/desk/vejviser?for=:relative',
  '/desk/vejviser/udgaaede',
  '/desk/vejviser/:offer',
];

describe.each(LOOKS)('GET %s', (path) => {
  test('opens for a reader with nothing to press, and leads a stranger to the login', async () => {
    const { status, text } = await byReader.get(fill(path));
    expect(status).toBe(200);
    const main = text.slice(text.indexOf('<main'), text.indexOf('</main>'));
    expect([...main.matchAll(/<form method="post" action="([^"]+)"/g)]).toEqual([]);
    expect((await openBrowser(createApp(rt)).get(fill(path))).location).toBe('/desk/login');
  });

  test('runs nothing that was typed', async () => {
    for (const browser of [byAdvisor, byCoordinator]) {
      const { status, text, headers } = await browser.get(fill(path));
      expect(status).toBe(200);
      expect(text).not.toMatch(/<script>alert|<b>|\son\w+="|style="|javascript:/);
      expect(headers.get('cache-control')).toBe('no-store');
    }
  });
});

const KEEPS: [string, Record<string, string>][] = [
  ['/desk/kilder', { title: 'Ny', unit: 'unit-1' }],
  ['/desk/kilder/:source', { title: 'Andet' }],
  ['/desk/kilder/:source/luk', {}],
  ['/desk/vejviser/ny', { ...offer }],
  ['/desk/vejviser/:offer/ret', { ...offer }],
  ['/desk/vejviser/:offer/tjekket', {}],
  ['/desk/vejviser/:offer/tag-ud', {}],
];

test.each(KEEPS)('POST %s is for coordinators and not for advisors or readers', async (path, fields) => {
  expect((await byAdvisor.post(fill(path), fields)).status).toBe(403);
  expect((await byReader.post(fill(path), fields)).status).toBe(403);
});

const CARES: [string, Record<string, string>][] = [
  ['/desk/henvisninger/:referral/tag', {}],
  ['/desk/henvisninger/:referral/brug', { paaroerende: ':relative' }],
  ['/desk/henvisninger/:referral/afslaa', { reason: 'other' }],
  ['/desk/henvisninger/:referral/fortryd', {}],
  ['/desk/vejviser/:offer/vis-vej', { paaroerende: ':relative' }],
  ['/desk/kredse/:circle/flyt', { fra: 'unit-1', unit: 'unit-1' }],
  ['/desk/kredse/:circle/samtykke', {}],
  ['/desk/opgaver/breve', {}],
];

test.each(CARES)('POST %s is not for readers, nor without the token of the form', async (path, fields) => {
  const filled = Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, fill(value)]));
  expect((await byReader.post(fill(path), filled)).status).toBe(403);
  expect((await byAdvisor.post(fill(path), { ...filled, csrf: 'x' })).status).toBe(403);
});

test.each([
  '/desk/kilder/x',
  '/desk/kilder/x/qr.svg',
  '/desk/henvisninger/x',
  '/desk/vejviser/x',
  '/desk/vejviser?for=x',
  '/desk/kredse/x/flyt',
  '/desk/kredse/x/samtykke',
])('GET %s is not there', async (path) => {
  expect((await byCoordinator.get(path)).status).toBe(404);
});

test('an offer that is refused keeps what was typed, but no CPR number', async () => {
  const typed = { ...offer, title: 'Café', contact: 'Født 010190-1234', url: 'http://eksempel.invalid' };
  const { status, text } = await byCoordinator.post('/desk/vejviser/ny', typed);
  expect(status).toBe(422);
  expect(text).toContain('value="Café"');
  expect(text).toContain('value="http://eksempel.invalid"');
  expect(text).not.toContain('010190');
});

test('the QR code is a picture to keep, of the public address', async () => {
  const { status, headers, text } = await byAdvisor.get(fill('/desk/kilder/:source/qr.svg'));
  expect([status, headers.get('content-type')]).toEqual([200, 'image/svg+xml']);
  expect(headers.get('content-disposition')).toMatch(/^attachment; filename="qr-\w+\.svg"$/);
  expect(text).toMatch(/^<svg /);
});

test('emptying the date of a consent shows what ends before anything does', async () => {
  await byAdvisor.post(fill('/desk/kredse/:circle'), { consentCheckedOn: '2027-02-28' });
  const emptied = await byAdvisor.post(fill('/desk/kredse/:circle'), { apart: 'yes', consentCheckedOn: '' });
  expect(emptied.location).toBe(fill('/desk/kredse/:circle/samtykke'));
  const noted = 'select apart, consent_checked_on as day from circles';
  expect(await rowsOf(rt, noted)).toEqual([{ apart: 1, day: '2027-02-28' }]);
  await byAdvisor.get(fill('/desk/kredse/:circle/samtykke'));
  const done = await byAdvisor.post(fill('/desk/kredse/:circle/samtykke'), {});
  expect(done.location).toBe(fill('/desk/kredse/:circle?gemt=consentWithdrawn'));
  expect(await rowsOf(rt, noted)).toEqual([{ apart: 1, day: null }]);
});
