import { expect, test } from 'vitest';
import { getChoices } from '../../../../src/services/contacts/choices.ts';
import { enrolRelative } from '../../../../src/services/journeys/enrol-relative.ts';
import { publishFlow } from '../../../../src/services/journeys/publish-flow.ts';
import { getOrganisation } from '../../../../src/services/organisation.ts';
import { addRelative, advisor, makeDesk, openDesk } from '../../../support/desk.ts';
import { invitation } from '../../../support/house.ts';

const seenOf = (text: string): string => /name="seen" value="(\d+)"/.exec(text)?.[1] ?? '';
const PAGES = [
  '',
  '/kommunen',
  '/tider',
  '/tekster',
  '/tekster/stop',
  '/samtykke',
  '/lister',
  '/lister/themes',
  '/opbevaring',
].map((path) => `/desk/indstillinger${path}`);

test.each([...PAGES, '/desk/log'])('%s is for administrators only', async (path) => {
  await using rt = await makeDesk();
  expect((await (await openDesk(rt, 'administrator')).get(path)).status).toBe(200);
  for (const role of ['reader', 'advisor', 'coordinator'] as const)
    expect((await (await openDesk(rt, role)).get(path)).status).toBe(403);
});

test('hours are typed as people write them, and a date nobody knows keeps what was typed', async () => {
  await using rt = await makeDesk();
  const browser = await openDesk(rt, 'administrator');
  const seen = seenOf((await browser.get('/desk/indstillinger/tider')).text);
  const fields = {
    seen,
    'window.from': '09:00',
    'window.to': '18:00',
    'window.day1': 'yes',
    'window.day2': 'yes',
    'window.closed': '24.12.2026\r\n31.12.2026',
    'openingHours.from': '08:00',
    'openingHours.to': '15:00',
    'openingHours.day3': 'yes',
  };
  const wrong = await browser.post('/desk/indstillinger/tider', { ...fields, 'window.closed': 'juleaften' });
  expect(wrong.status).toBe(422);
  expect(wrong.text).toContain('juleaften');
  expect(wrong.text).toContain('value="09:00"');
  const saved = await browser.post('/desk/indstillinger/tider', fields);
  expect(saved.status).toBe(303);
  const { window, openingHours } = await getOrganisation(rt);
  expect(window).toMatchObject({
    from: '09:00',
    to: '18:00',
    weekdays: [1, 2],
    closed: ['2026-12-24', '2026-12-31'],
  });
  expect(openingHours.weekdays).toEqual([3]);
  expect((await browser.follow(saved)).text).toContain('24.12.2026');
});

test('how long words, names and certificates are kept is chosen together, and shown as it holds', async () => {
  await using rt = await makeDesk();
  const browser = await openDesk(rt, 'administrator');
  const at = '/desk/indstillinger/opbevaring';
  const seen = seenOf((await browser.get(at)).text);
  const saved = await browser.post(at, { seen, months: '24', days: '14', years: '1' });
  expect((await browser.follow(saved)).text).toMatch(
    /value="24" selected[\s\S]+value="14" selected[\s\S]+value="1" selected/,
  );
  const kept = { textsKeptMonths: 24, namesKeptDays: 14, certificatesKeptYears: 1 };
  expect(await getOrganisation(rt)).toMatchObject(kept);
});

test('a name that is too long for an SMS is refused at its field', async () => {
  await using rt = await makeDesk();
  const browser = await openDesk(rt, 'administrator');
  const seen = seenOf((await browser.get('/desk/indstillinger/kommunen')).text);
  const fields = {
    seen,
    kommune: '',
    authority: 'A',
    telefon: '33 00 00 00',
    akut: '33 00 00 01',
    aabningstid: 'x',
  };
  const { status, text } = await browser.post('/desk/indstillinger/kommunen', fields);
  expect(status).toBe(422);
  expect(text).toContain('href="#kommune"');
  expect(text).toContain('value="33 00 00 01"');
});

test('a text in own words that misses something says what, and keeps what was typed', async () => {
  await using rt = await makeDesk();
  const browser = await openDesk(rt, 'administrator');
  const at = '/desk/indstillinger/tekster/distress?beskedsprog=da';
  const seen = seenOf((await browser.get(at)).text);
  const { status, text } = await browser.post(at, { seen, text: 'Ring {{ telefon }} <b>nu</b>' });
  expect(status).toBe(422);
  expect(text).toContain('{{ akut }}');
  expect(text).toContain('Ring {{ telefon }} &lt;b&gt;nu&lt;/b&gt;');
});

test('the log names staff, tells of itself when it is taken out, and neutralises formulas', async () => {
  await using rt = await makeDesk();
  const id = await addRelative(rt);
  const browser = await openDesk(rt, 'administrator');
  const { text } = await browser.get('/desk/log?hvad=relative.created');
  expect(text).toContain('Demo advisor');
  expect(text).toContain(id);
  expect((await browser.get('/desk/log?hvad=nothing.at-all')).text).toContain('Intet passer');
  await browser.get('/desk/log');
  const csv = await browser.post('/desk/log/hent', { hvad: 'relative.created' });
  expect(csv.headers.get('content-disposition')).toContain('attachment');
  expect(csv.text.split('\n').filter((line) => line.includes('relative.created'))).toHaveLength(1);
  expect((await browser.get('/desk/log?hvad=log')).text).toContain('log.exported');
});

test('the log of a day ends with it, also on the day that is an hour short', async () => {
  await using rt = await makeDesk({ now: Date.UTC(2027, 2, 28, 22, 30) });
  const id = await addRelative(rt);
  const browser = await openDesk(rt, 'administrator');
  const log = async (day: string) => (await browser.get(`/desk/log?hvad=relative.created&til=${day}`)).text;
  expect(await log('2027-03-28')).not.toContain(id);
  expect(await log('2027-03-29')).toContain(id);
});

test('the log tells what was done with what by name, and opens the name of no relative', async () => {
  await using rt = await makeDesk();
  await publishFlow(rt, invitation('link'));
  const relativeId = await addRelative(rt);
  await enrolRelative(rt, advisor, { flow: 'indbydelse-link', relativeId, anchors: {} });
  const browser = await openDesk(rt, 'administrator');
  const { text } = await browser.get(`/desk/log?hvad=journey.started&hvem=${advisor.id}&om=${relativeId}`);
  const inWords = text.replaceAll(/<details.*?<\/details>/gs, '');
  expect(inWords).toContain('Et forløb begyndte');
  expect(inWords).toContain('Forløb: Indbydelse');
  expect(inWords).toContain('Kun det, der er gjort og set om én pårørende.');
  expect(inWords).not.toContain('indbydelse-link@');
  expect(text).not.toContain('Bror, 22');
});

test('a list is typed line by line, keeps the hand-over, and one that is empty or unknown is refused', async () => {
  await using rt = await makeDesk();
  const browser = await openDesk(rt, 'administrator');
  const at = '/desk/indstillinger/lister/followUps';
  const change = async (choices: string) => {
    const seen = seenOf((await browser.get(at)).text);
    return browser.post(at, { seen, choices });
  };
  expect((await change('  \r\n')).status).toBe(422);
  expect((await change('ingen\r\n ring igen \r\ningen')).status).toBe(303);
  expect((await getChoices(rt)).followUps).toEqual(['ingen', 'ring igen', 'overdraget']);
  expect((await getChoices(rt)).themes).toHaveLength(22);
  expect((await browser.get('/desk/indstillinger/lister/venner')).status).toBe(404);
});
