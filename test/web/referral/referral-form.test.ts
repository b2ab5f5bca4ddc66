// The public form: a code opens a form and nothing else, nothing is changed by looking, and nothing is stored without a yes.
import { beforeEach, describe, expect, test } from 'vitest';
import { addSource, closeSource } from '../../../src/services/referrals/keep-source.ts';
import { showReferral } from '../../../src/services/referrals/list-referrals.ts';
import { showSource } from '../../../src/services/referrals/list-sources.ts';
import type { Staff } from '../../../src/services/staff/staff.ts';
import { createApp } from '../../../src/web/app.ts';
import { openBrowser, type TestBrowser } from '../../support/browser.ts';
import { advisor, type DeskRuntime, makeDesk, openDesk, rowsOf } from '../../support/desk.ts';

const coordinator: Staff = { id: 'demo-coordinator', role: 'coordinator', units: 'all' };

const fields = (change: Record<string, string> = {}): Record<string, string> => ({
  name: 'Pårørende 1',
  number: '20 00 00 31',
  relation: 'ægtefælle',
  area: 'demens',
  note: '',
  consent: 'yes',
  byName: 'Medarbejder 1',
  byContact: '20 00 00 32',
  ...change,
});

type House = { rt: DeskRuntime; browser: TestBrowser; sourceId: string; at: string };

async function openHouse(): Promise<House> {
  const rt = await makeDesk();
  const { id: sourceId } = await addSource(rt, coordinator, { title: 'Plejehjemmet', unit: 'unit-1' });
  const { code } = await showSource(rt, coordinator, sourceId);
  return { rt, browser: openBrowser(createApp(rt)), sourceId, at: `/henvis/${code}` };
}

const idOf = (text: string): string => /name="id" value="([^"]+)"/.exec(text)?.[1] ?? '';

/** Goes to the form as a person does and sends it. */
async function send({ browser, at }: House, change: Record<string, string> = {}, who = 'en-anden') {
  const { text } = await browser.get(`${at}/${who}`);
  return browser.post(`${at}/${who}`, { id: idOf(text), ...fields(change) });
}

const stored = (rt: DeskRuntime) => rowsOf(rt, 'select id, by_sealed, source_id, unit_id from referrals');

describe('the public form', () => {
  let house: House;
  beforeEach(async () => {
    house = await openHouse();
    return () => house.rt[Symbol.asyncDispose]();
  });

  test('opens without a login, tells nothing of the source, and looking changes nothing', async () => {
    const { rt, browser, at, sourceId } = house;
    for (const path of [at, `${at}/mig`, `${at}/en-anden`, `${at}/tak`]) {
      const { status, text, headers } = await browser.get(path);
      expect(status).toBe(200);
      expect(text).not.toMatch(/Plejehjemmet|Lindehuset/);
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
    }
    expect((await showSource(rt, coordinator, sourceId)).opened).toBe(0);
    await browser.get(at);
    const pressed = await browser.post(at, { hvem: 'en-anden' });
    expect([pressed.status, pressed.location]).toEqual([303, `${at}/en-anden`]);
    expect((await showSource(rt, coordinator, sourceId)).opened).toBe(1);
  });

  test('stores what staff send and says what happens now, never more of the relative', async () => {
    const { rt, browser, at, sourceId } = house;
    const answer = await send(house);
    expect([answer.status, answer.location]).toEqual([303, `${at}/tak`]);
    const { text } = await browser.follow(answer);
    expect(text).toContain('inden for 5 hverdage');
    expect(text).not.toMatch(/Pårørende 1|20 00 00 31/);
    const [row] = await stored(rt);
    expect(row).toMatchObject({ source_id: sourceId, unit_id: 'unit-1' });
    expect(await showReferral(rt, advisor, String(row?.id))).toMatchObject({
      name: 'Pårørende 1',
      number: '20 00 00 31',
      byName: 'Medarbejder 1',
      isSelf: false,
    });
  });

  test('takes relatives themselves, with nobody else named', async () => {
    await send(house, {}, 'mig');
    expect(await stored(house.rt)).toMatchObject([{ by_sealed: null }]);
  });

  test('takes nobody without a yes, and keeps what was typed', async () => {
    const { status, text } = await send(house, { consent: '' });
    expect(status).toBe(422);
    expect(text).toContain('Vi må kun få navn og nummer, når den pårørende har sagt ja.');
    expect(text).toContain('value="Pårørende 1"');
    expect(text).toContain('<option value="demens" selected');
    expect(await stored(house.rt)).toEqual([]);
  });

  test.each([{ note: 'Hendes cpr er 010190-1234' }, { name: '010190 1234' }, { byContact: '0101901234' }])(
    'refuses a CPR number (%o) and does not show it again',
    async (change) => {
      const { status, text } = await send(house, change);
      expect(status).toBe(422);
      expect(text).toContain('Skriv ikke cpr-nummer her');
      expect(text).not.toMatch(/010190.?1234/);
      expect(await stored(house.rt)).toEqual([]);
    },
  );

  test('shows what was typed as text, to the sender and at the desk', async () => {
    const { rt } = house;
    const evil = '<script>alert(1)</script>';
    const refused = await send(house, { name: evil, note: '"><img src=x onerror=alert(1)>', consent: '' });
    expect(refused.text).not.toMatch(/<script>alert|<img/);
    await send(house, { name: evil, note: evil, byName: evil, byContact: '"><b>x</b>' });
    const desk = await openDesk(rt);
    const [row] = await stored(rt);
    for (const path of ['/desk/henvisninger', `/desk/henvisninger/${row?.id}`]) {
      const { status, text } = await desk.get(path);
      expect(status).toBe(200);
      expect(text).toContain('&lt;script&gt;');
      expect(text).not.toMatch(/<script>alert|<b>x/);
    }
  });

  test('sent twice is one referral', async () => {
    const { rt, browser, at } = house;
    const id = idOf((await browser.get(`${at}/en-anden`)).text);
    for (let n = 0; n < 2; n += 1)
      expect((await browser.post(`${at}/en-anden`, { id, ...fields() })).location).toBe(`${at}/tak`);
    expect(await stored(rt)).toHaveLength(1);
  });

  test('takes no form from elsewhere and none without its token', async () => {
    const { rt, browser, at } = house;
    const id = idOf((await browser.get(`${at}/en-anden`)).text);
    const foreign = await browser.post(
      `${at}/en-anden`,
      { id, ...fields() },
      { 'sec-fetch-site': 'cross-site' },
    );
    const stale = await browser.post(`${at}/en-anden`, { id, ...fields(), csrf: 'x' });
    expect([foreign.status, stale.status]).toEqual([403, 403]);
    expect(await stored(rt)).toEqual([]);
  });

  test('answers wrong, closed and odd codes alike', async () => {
    const { rt, browser, at, sourceId } = house;
    const wrong = await browser.get('/henvis/xyzxyz');
    await closeSource(rt, coordinator, sourceId, true);
    const closed = await browser.get(at);
    const plain = (text: string): string => text.replace(/name="csrf" value="[^"]+"/g, '');
    expect([wrong.status, closed.status]).toEqual([404, 404]);
    expect(plain(closed.text)).toBe(plain(wrong.text));
    for (const path of ['/henvis/__proto__', `${at}/mig`, `${at}/constructor`, '/henvis/%00'])
      expect([404, 400]).toContain((await browser.get(path)).status);
    await browser.get('/desk/login');
    expect((await browser.post(`${at}/mig`, { id: 'x'.repeat(22), ...fields() })).status).toBe(404);
  });

  test('is limited for one address', async () => {
    const { rt } = house;
    const statuses: number[] = [];
    for (let n = 0; n < 11; n += 1) statuses.push((await send(house)).status);
    expect(statuses).toEqual([...Array(10).fill(303), 429]);
    expect(await stored(rt)).toHaveLength(10);
  });

  test('writes no name, number or text to the log', async () => {
    const { rt } = house;
    await send(house, { note: 'Noget hemmeligt' });
    await send(house, { note: 'Noget hemmeligt', consent: '' });
    expect(rt.lines.join('\n')).not.toMatch(/Pårørende 1|20 ?00 ?00 ?31|hemmeligt|Medarbejder/);
  });
});
