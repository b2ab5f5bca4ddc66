// The public side of arrangements: what everybody may see, calendars and feeds that other programs read, and signing up by name and number.
import ICAL from 'ical.js';
import { beforeEach, describe, expect, test } from 'vitest';
import { changeEvent } from '../../../src/services/events/change-event.ts';
import type { EventForm } from '../../../src/services/events/check-event.ts';
import { cancelEvent } from '../../../src/services/events/settle-event.ts';
import { createApp } from '../../../src/web/app.ts';
import { openBrowser, type TestBrowser } from '../../support/browser.ts';
import { type DeskRuntime, makeDesk, rowsOf } from '../../support/desk.ts';
import { coordinator, draftEvent, eventForm, join, makeEvent, seenOf } from '../../support/events.ts';

const MINUTE = 60_000;

type House = { rt: DeskRuntime; browser: TestBrowser; id: string };

const openHouse = async (change: Partial<EventForm> = {}): Promise<House> => {
  const rt = await makeDesk();
  const id = await makeEvent(rt, { isPublic: 'yes', ...change });
  return { rt, browser: openBrowser(createApp(rt)), id };
};

const fields = (change: Record<string, string> = {}): Record<string, string> => ({
  name: 'En borger',
  number: '20 00 07 01',
  guests: '0',
  yes: 'yes',
  ...change,
});

/** Opens the page in a browser of its own, as another visitor would, and sends its form. */
async function signUp({ rt, id }: House, change: Record<string, string> = {}) {
  const browser = openBrowser(createApp(rt));
  await browser.get(`/events/${id}`);
  return browser.post(`/events/${id}`, fields(change));
}

const places = (rt: DeskRuntime) =>
  rowsOf(rt, 'select state, guests from attendances order by since, state desc');

describe('the public side of arrangements', () => {
  let house: House;
  beforeEach(async () => {
    house = await openHouse();
    return () => house.rt[Symbol.asyncDispose]();
  });

  test('shows what is public, open and to come, and of who comes nothing, wherever one looks', async () => {
    const { rt, browser, id } = house;
    const hidden = [
      await makeEvent(rt, { title: 'Kun for indbudte' }),
      await draftEvent(rt, { title: 'Ikke åben endnu', isPublic: 'yes' }),
    ];
    await join(rt, id, { name: 'Deltager Hemmelig', contact: '20 00 07 99' });
    for (const path of ['/events', '/events/embed', '/events.json', '/events.rss', `/events/${id}`]) {
      const { status, text } = await browser.get(path);
      expect([status, path]).toEqual([200, path]);
      expect(text).toContain('Temaeftermiddag om demens');
      expect(text).not.toMatch(/indbudte|endnu|Hemmelig|20 ?00 ?07 ?99/);
    }
    const gone = await Promise.all([...hidden, 'nobody'].map((other) => browser.get(`/events/${other}`)));
    expect(gone.map(({ status }) => status)).toEqual([404, 404, 404]);
    expect((await browser.get(`/events/${hidden[0]}/event.ics`)).status).toBe(404);
    rt.forward(30 * 24 * 60 * MINUTE);
    expect((await browser.get('/events')).text).toContain('Der er ingen arrangementer lige nu');
    expect((await browser.get(`/events/${id}`)).status).toBe(404);
  });

  test('search engines may list what is public and nothing else, and the list for other sites has its icon', async () => {
    const { rt, browser, id } = house;
    const isListed = async (path: string): Promise<boolean> =>
      !(await browser.get(path)).text.includes('<meta name="robots" content="noindex');
    for (const path of ['/events', `/events/${id}`])
      expect([await isListed(path), path]).toEqual([true, path]);
    const other = await makeEvent(rt);
    const hidden = [
      ...['/', '/was', '/desk/login', '/mit', '/events/embed', `/events/${other}`],
      ...[`/events/${id}/tilmeldt`, `/events/${id}/venteliste`],
    ];
    for (const path of hidden) expect([await isListed(path), path]).toEqual([false, path]);
    const refused = await signUp(house, { name: '' });
    expect(refused.text).toContain('content="noindex');
    expect((await browser.get('/events/embed')).text).toContain('rel="icon"');
  });

  test('says on the form when name and number go, as the house keeps them', async () => {
    const { rt, browser, id } = house;
    const textOf = async (event: string): Promise<string> => (await browser.get(`/events/${event}`)).text;
    expect(await textOf(id)).toContain('Vi sletter dit navn og nummer 30 dage efter arrangementet.');
    const course = await makeEvent(rt, { isPublic: 'yes', audience: 'staff' });
    expect(await textOf(course)).toContain('Dit navn gemmer vi i 5 år til kursusbeviser.');
  });

  test('looking changes nothing, and only the page with the form sets a cookie', async () => {
    const { rt, browser, id } = house;
    const before = await rowsOf(rt, 'select * from events, attendances');
    for (const path of ['/events', '/events/embed', '/events.json', '/events.rss', '/events.ics'])
      expect((await browser.get(`${path}?sprog=en`)).headers.getSetCookie().length).toBe(
        path === '/events' ? 1 : 0,
      );
    for (const path of [`/events/${id}`, `/events/${id}/tilmeldt`, `/events/${id}/venteliste`]) {
      const { status, headers } = await browser.get(path);
      expect([status, headers.get('cache-control')]).toEqual([200, 'no-store']);
    }
    expect(await rowsOf(rt, 'select * from events, attendances')).toEqual(before);
    expect(await rowsOf(rt, 'select * from limits')).toEqual([]);
  });

  test('says in words what room there is: enough, little, a waiting list, too late to do it here, cancelled', async () => {
    const { rt, browser, id } = house;
    const room = async () => (await browser.get(`/events/${id}`)).text;
    expect(await room()).toContain('Der er få ledige pladser');
    for (const n of [1, 2, 3]) await signUp(house, { number: `20 00 07 0${n}` });
    expect(await room()).toMatch(/Kom på venteliste[\s\S]+Skriv mig på ventelisten/);
    const visitor = openBrowser(createApp(rt));
    await visitor.get(`/events/${id}`);
    rt.forward(8 * 24 * 60 * MINUTE + 5 * 60 * MINUTE);
    expect(await room()).toContain('du kan ikke længere melde dig til eller fra her');
    expect(await room()).not.toContain('name="number"');
    await cancelEvent(rt, coordinator, id, { seen: await seenOf(rt, id) });
    const late = await visitor.post(`/events/${id}`, fields({ number: '20 00 07 08' }));
    expect(late.status).toBe(409);
    expect(late.text).toContain('Du blev ikke tilmeldt');
    expect(await room()).toContain('Arrangementet er aflyst');
    expect((await browser.get('/events')).text).toContain('Aflyst');
  });

  test('signs up whoever gives name and number, with the waiting list said plainly', async () => {
    const { rt, browser, id } = house;
    const done = await signUp(house, { guests: '1' });
    expect([done.status, done.location]).toEqual([303, `/events/${id}/tilmeldt`]);
    expect((await browser.get(done.location ?? '')).text).toContain('Tak. Du er tilmeldt');
    rt.forward(1_000);
    const late = await signUp(house, { number: '+45 20000702', guests: '1' });
    expect(late.location).toBe(`/events/${id}/venteliste`);
    expect((await browser.get(late.location ?? '')).text).toContain('Du er på ventelisten');
    expect(await places(rt)).toEqual([
      { state: 'yes', guests: 1 },
      { state: 'waiting', guests: 1 },
    ]);
  });

  test('answers a number that is known already as one that is not, and gives it no second place', async () => {
    const { rt, id } = house;
    const first = await signUp(house);
    rt.forward(1_000);
    const [again, other] = [await signUp(house), await signUp(house, { number: '20 00 07 02' })];
    const told = ({ status, location, text }: typeof first) => ({ status, location, text });
    expect(told(again)).toEqual(told(first));
    expect(told(other)).toEqual(told(first));
    await signUp(house, { number: '20 00 07 03' });
    rt.forward(1_000);
    const full = [await signUp(house), await signUp(house, { number: '20 00 07 04' })];
    expect(full.map(({ location }) => location)).toEqual(Array(2).fill(`/events/${id}/venteliste`));
    expect((await places(rt)).map(({ state }) => state)).toEqual(['yes', 'yes', 'yes', 'waiting']);
  });

  test('takes nobody without a yes, no CPR number and no form from elsewhere, and says all that is wrong at once', async () => {
    const { rt, browser, id } = house;
    const wrong = await signUp(house, { name: '<b>x</b>', number: '12', guests: '7', yes: '' });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toMatch(/href="#number"[\s\S]+href="#guests"[\s\S]+href="#yes"/);
    expect(wrong.text).toContain('value="&lt;b&gt;x&lt;/b&gt;"');
    for (const change of [{ name: '010190-1234' }, { number: '010190-1234' }]) {
      const refused = await signUp(house, change);
      expect([refused.status, refused.text.includes('010190')]).toEqual([422, false]);
      expect(refused.text).toContain('Skriv ikke cpr-nummer her');
    }
    await browser.get(`/events/${id}`);
    const foreign = await browser.post(`/events/${id}`, fields(), { 'sec-fetch-site': 'cross-site' });
    const stale = await browser.post(`/events/${id}`, fields({ csrf: 'x' }));
    expect([foreign.status, stale.status]).toEqual([403, 403]);
    expect(await places(rt)).toEqual([]);
    expect(rt.lines.join('\n')).not.toMatch(/En borger|20 ?00 ?07|010190/);
  });

  test('is limited for one address and for one number', async () => {
    const numbers = Array.from({ length: 12 }, (_, n) => `20 00 07 ${String(n + 10)}`);
    const answers: Awaited<ReturnType<typeof signUp>>[] = [];
    for (const number of numbers) answers.push(await signUp(house, { number }));
    expect(answers.map(({ status }) => status)).toEqual([...Array(10).fill(303), 429, 429]);
    expect(answers.at(-1)?.text, 'what was typed is kept').toMatch(
      /Vent 15 minutter[\s\S]+En borger[\s\S]+20 00 07 21/,
    );
    house.rt.forward(15 * MINUTE);
    const same: number[] = [];
    for (let n = 0; n < 8; n += 1) same.push((await signUp(house)).status);
    expect(same).toEqual([...Array(6).fill(303), 429, 429]);
  });
});

/** What a calendar program reads. */
const entriesOf = (text: string) =>
  new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component);
    return [event.uid, Number(event.sequence), event.startDate.toJSDate().toISOString(), event.summary];
  });

test('the calendar keeps its entry while the arrangement moves, and readers read the feeds as they were written', async () => {
  const title = 'Demens & "hverdag" <kursus> ]]>';
  const { rt, browser, id } = await openHouse({
    title,
    details: 'Kaffe & kage\n\n<script>alert(1)</script>',
  });
  await using _ = rt;
  const uid = `${id}@limen`;
  const [all, own] = [await browser.get('/events.ics'), await browser.get(`/events/${id}/event.ics`)];
  expect(own.text).toBe(all.text);
  expect(entriesOf(all.text)).toEqual([[uid, 0, '2027-03-10T13:00:00.000Z', 'Temaeftermiddag']]);
  const sessions = [{ when: '31/3-2027 kl. 14', minutes: '60' }];
  const form = eventForm({ title, details: 'Kaffe & kage', isPublic: 'yes', sessions });
  await changeEvent(rt, coordinator, id, { seen: await seenOf(rt, id), ...form });
  expect(entriesOf((await browser.get('/events.ics')).text)).toEqual([
    [uid, 1, '2027-03-31T12:00:00.000Z', 'Temaeftermiddag'],
  ]);
  const json = JSON.parse((await browser.get('/events.json')).text);
  expect(json).toMatchObject({
    version: 'https://jsonfeed.org/version/1',
    title: 'Arrangementer, Prøve Kommune',
  });
  expect(json.items).toMatchObject([
    {
      id: uid,
      url: `https://limen.test/events/${id}`,
      title: 'Demens & "hverdag" <kursus> ]] >',
      _limen: { starts: '2027-03-31T14:00:00+02:00', cancelled: false, sign_up: 'open' },
    },
  ]);
  const rss = await browser.get('/events.rss');
  expect(rss.headers.get('content-type')).toBe('application/rss+xml; charset=utf-8');
  expect(rss.headers.get('cache-control')).toBe('public, max-age=300');
  expect(rss.text).toContain(`<guid isPermaLink="false">${uid}</guid>`);
  expect(rss.text).toContain('<p>onsdag den 31. marts kl. 14.00-15.00</p>');
  expect(rss.text).toContain('<p>Kaffe &amp; kage</p>');
  expect(rss.text.match(/\]\]>/g)).toHaveLength(2);
  await cancelEvent(rt, coordinator, id, { seen: await seenOf(rt, id) });
  expect((await browser.get('/events.rss')).text).toContain('<![CDATA[Aflyst: Demens');
  const { text } = await browser.get('/events.ics');
  expect(text).toContain('STATUS:CANCELLED');
  expect(entriesOf(text).map(([name, sequence]) => [name, sequence])).toEqual([[uid, 2]]);
});

test('the list for other sites may be framed by those the house names and by nobody else, and nothing but the list', async () => {
  await using rt = await makeDesk();
  await makeEvent(rt, { isPublic: 'yes' });
  const headersOf = async (path: string, embedIn?: string[]) => {
    const config = embedIn ? { ...rt.config, embedIn } : rt.config;
    const { headers } = await openBrowser(createApp({ ...rt, config })).get(path);
    const policy = headers.get('content-security-policy') ?? '';
    return [/frame-ancestors ([^;]+)/.exec(policy)?.[1], headers.get('x-frame-options'), policy] as const;
  };
  const sites = ['https://www.proeve.example', 'https://*.intra.example:8443'];
  const [none, deny, strict] = await headersOf('/events/embed');
  expect([none, deny]).toEqual(["'none'", 'DENY']);
  const [ancestors, frame, policy] = await headersOf('/events/embed', sites);
  expect([ancestors, frame]).toEqual([sites.join(' '), null]);
  expect(policy.replace(sites.join(' '), "'none'")).toBe(strict);
  expect(await headersOf('/events', sites)).toEqual(["'none'", 'DENY', strict]);
  const { text } = await openBrowser(createApp(rt)).get('/events/embed?sprog=en');
  expect(text).toContain('There are few free seats');
  expect(text.match(/<a /g)).toHaveLength(2);
  expect(text.match(/target="_top"/g)).toHaveLength(2);
  expect(text).not.toMatch(/<script|<form/);
});
