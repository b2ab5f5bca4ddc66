import { expect, test } from 'vitest';
import { dispatchSender } from '../../../../src/services/sending/dispatch-sender.ts';
import { createApp } from '../../../../src/web/app.ts';
import { openBrowser, type TestBrowser } from '../../../support/browser.ts';
import {
  addRelative,
  addReply,
  type DeskRuntime,
  makeDesk,
  openDesk,
  rowsOf,
  writeIn,
} from '../../../support/desk.ts';
import { givePin, openLinkIn } from '../../../support/visit.ts';

const SECRET = 'Kanariens demens er blevet værre';
const ANSWER = 'Tak, kanarien kommer på torsdag';

const tokenOf = (rt: DeskRuntime): string => /\/i\/([\w-]{22})/.exec(rt.posted.at(-1)?.text ?? '')?.[1] ?? '';

/** Opens the link of the last SMS and enters the PIN; gives the page. */
async function readWithPin(rt: DeskRuntime, pin: string): Promise<{ browser: TestBrowser; text: string }> {
  const browser = openBrowser(createApp(rt));
  await openLinkIn(browser, tokenOf(rt));
  let answer = await browser.post('/mit/pin', { pin });
  while (answer.location) answer = await browser.follow(answer);
  return { browser, text: answer.text };
}

const hidden = (text: string, name: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(text)?.[1] ?? '';

async function answerOnPage(browser: TestBrowser, text: string) {
  const page = await browser.get('/mit/beskeder');
  return browser.post('/mit/beskeder', { tekst: text, form: hidden(page.text, 'form') });
}

test('a secure message is sent, read with the PIN, and answered on the page', async () => {
  await using rt = await makeDesk();
  const relative = await addRelative(rt);
  await givePin(rt, relative, '482915');
  const desk = await openDesk(rt);

  const sent = await desk.follow(await writeIn(desk, relative, { text: SECRET, knap: 'sikker' }));
  expect(sent.text).toContain('en sms om den er på vej');
  await dispatchSender(rt, 'name');
  expect(rt.posted).toHaveLength(1);
  expect(rt.posted[0]?.text).toMatch(
    /^Hej Mads\. Du har en besked fra Prøve Kommune: https:\/\/limen\.test\/i\/[\w-]{22} Kan ikke besvares\. Spørgsmål: /,
  );

  const landing = await openBrowser(createApp(rt)).get(`/i/${tokenOf(rt)}`);
  expect(landing.text).toContain('Du skal bruge din PIN-kode');
  expect((await readWithPin(rt, '111222')).text).not.toContain(SECRET);
  const { browser, text } = await readWithPin(rt, '482915');
  expect(text).toContain(SECRET);
  expect((await desk.get(`/desk/indbakke/${relative}`)).text).toContain('Læst');

  const thanked = await browser.follow(await answerOnPage(browser, `${ANSWER}. Mit cpr er 010190-1234.`));
  expect(thanked.text).toContain('Tak. Vi har fået din besked.');
  expect(thanked.text).toContain('Vi har skjult dit cpr-nummer');

  const inbox = await desk.get('/desk/indbakke');
  expect(inbox.text).toContain(ANSWER);
  expect(inbox.text).toContain('På siden');
  expect(inbox.text).not.toContain('010190');
});

test('the words of a secure message are in no SMS, log, ledger, address or clear column', async () => {
  await using rt = await makeDesk();
  const relative = await addRelative(rt);
  await givePin(rt, relative, '482915');
  const desk = await openDesk(rt);
  await desk.follow(await writeIn(desk, relative, { text: SECRET, knap: 'sikker' }));
  await desk.post(`/desk/indbakke/${relative}/maal`, { text: SECRET });
  await dispatchSender(rt, 'name');
  const { browser } = await readWithPin(rt, '482915');
  const answer = await answerOnPage(browser, ANSWER);
  await answerOnPage(browser, 'x'.repeat(3_000));

  expect((await rowsOf(rt, 'select count(*) as n from page_messages'))[0]?.n).toBe(2);
  const told = JSON.stringify([
    rt.posted,
    rt.lines,
    answer.location,
    ...(await Promise.all(
      ['ledger', 'messages', 'page_messages', 'alerts', 'links', 'presences', 'conversations', 'limits'].map(
        (table) => rowsOf(rt, `select * from ${table}`),
      ),
    )),
  ]);
  for (const word of [SECRET, ANSWER, 'anarien']) expect(told).not.toContain(word);
});

test('without the PIN the page of messages is shut, also for whoever knows its address', async () => {
  await using rt = await makeDesk();
  const relative = await addRelative(rt);
  await givePin(rt, relative, '482915');
  const desk = await openDesk(rt);
  await writeIn(desk, relative, { text: SECRET, knap: 'sikker' });
  await dispatchSender(rt, 'name');
  const browser = openBrowser(createApp(rt));
  await openLinkIn(browser, tokenOf(rt));
  const answers = [await browser.get('/mit/beskeder'), await browser.post('/mit/beskeder', { tekst: 'Hej' })];
  expect(answers.map(({ status, location }) => [status, location])).toEqual([
    [303, '/mit/besked'],
    [303, '/mit/besked'],
  ]);
  expect((await openBrowser(createApp(rt)).get('/mit/beskeder')).text).not.toContain(SECRET);
  expect(await rowsOf(rt, 'select count(*) as n from page_messages')).toEqual([{ n: 1 }]);
});

test('a message written on the page is bounded, sent once however often it is pressed, and not without end', async () => {
  await using rt = await makeDesk();
  const relative = await addRelative(rt);
  await givePin(rt, relative, '482915');
  const desk = await openDesk(rt);
  await writeIn(desk, relative, { text: SECRET, knap: 'sikker' });
  await dispatchSender(rt, 'name');
  const { browser, text } = await readWithPin(rt, '482915');
  const form = hidden(text, 'form');
  for (const tekst of ['', '  \n', 'x'.repeat(2_001)]) {
    const refused = await browser.post('/mit/beskeder', { tekst, form });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('Beskeden er ikke sendt');
  }
  await Promise.all([1, 2, 3].map(() => browser.post('/mit/beskeder', { tekst: 'Ring til mig', form })));
  expect(await rowsOf(rt, 'select count(*) as n from page_messages where from_staff = 0')).toEqual([
    { n: 1 },
  ]);
  const statuses: number[] = [];
  for (let n = 0; n < 20; n += 1)
    statuses.push((await browser.post('/mit/beskeder', { tekst: `Nr. ${n}`, form })).status);
  expect(statuses.at(-1)).toBe(429);
});

test('distress on the page is as urgent as in an SMS, and leads to the conversation', async () => {
  await using rt = await makeDesk();
  const relative = await addRelative(rt);
  await givePin(rt, relative, '482915');
  const desk = await openDesk(rt);
  await writeIn(desk, relative, { text: SECRET, knap: 'sikker' });
  await dispatchSender(rt, 'name');
  const { browser } = await readWithPin(rt, '482915');
  await answerOnPage(browser, 'Jeg vil ikke leve mere');
  const { text } = await desk.get('/desk');
  expect(text).toContain('Den pårørende kan have det meget svært');
  expect(text).toContain('badge-error">Haster');
  const [alert] = await rowsOf(rt, "select reply_id from alerts where kind = 'distress' and urgent = 1");
  expect((await desk.get(`/desk/indbakke/${alert?.reply_id}`)).text).toContain('Jeg vil ikke leve mere');
});

test('the second of two who answer is told, and keeps what they wrote', async () => {
  await using rt = await makeDesk();
  const relative = await addRelative(rt);
  await addReply(rt, { text: 'Hej', relativeId: relative });
  const [first, second] = [await openDesk(rt), await openDesk(rt, 'coordinator')];
  const page = await second.get(`/desk/indbakke/${relative}`);
  await writeIn(first, relative, { text: 'Det første svar' });
  const fields = { text: 'Det andet svar', form: hidden(page.text, 'form'), set: hidden(page.text, 'set') };
  const told = await second.post(`/desk/indbakke/${relative}/skriv`, fields);
  expect(told.status).toBe(422);
  for (const part of ['Der er kommet nyt i samtalen', '>Det andet svar</textarea>', 'Det første svar'])
    expect(told.text).toContain(part);
  expect(await rowsOf(rt, 'select count(*) as n from messages')).toEqual([{ n: 1 }]);
});

test('the desk says before and after when an SMS leaves that keeps to the relative’s hours', async () => {
  await using rt = await makeDesk();
  const relative = await addRelative(rt);
  const desk = await openDesk(rt);
  expect((await desk.get(`/desk/indbakke/${relative}`)).text).toContain('Sms’en bliver sendt med det samme.');
  await rt.db.client.execute('update relatives set hours_from = 960, hours_to = 1080');
  expect((await desk.get(`/desk/indbakke/${relative}`)).text).toContain(
    'Den pårørende vil helst have sms kl. 16.00–18.00. Sms’en bliver sendt i dag kl. 16.00.',
  );
  const sent = await desk.follow(await writeIn(desk, relative, { text: 'Hej' }));
  expect(sent.text).toContain('Sms’en er skrevet og bliver sendt i dag kl. 16.00.');
});

test('a reply that arrives while somebody writes is shown, and the two there see each other', async () => {
  await using rt = await makeDesk();
  const relative = await addRelative(rt);
  const [one, two] = [await openDesk(rt), await openDesk(rt, 'coordinator')];
  const page = await one.get(`/desk/indbakke/${relative}`);
  const set = hidden(page.text, 'set');
  await two.get(`/desk/indbakke/${relative}`);
  await two.post(`/desk/live/samtale/${relative}`, { fra: set });
  await two.post(`/desk/indbakke/${relative}/maal`, { text: 'Kære Mads' });
  await addReply(rt, { text: 'Er I der?', relativeId: relative });
  const live = await one.post(`/desk/live/samtale/${relative}`, { fra: set });
  for (const part of ['Er I der?', 'Der er kommet nyt', 'Demo coordinator skriver lige nu'])
    expect(live.text).toContain(part);
  expect(live.text).not.toContain('<html');
});

test('the length of a text is told while it is written, and the word that may not leave', async () => {
  await using rt = await makeDesk();
  const relative = await addRelative(rt);
  const desk = await openDesk(rt);
  const measure = async (text: string) => (await desk.post(`/desk/indbakke/${relative}/maal`, { text })).text;
  expect(await measure('Vi ringer i morgen.')).toContain('19 tegn, 1 sms-del.');
  expect(await measure('Vi ringer 👍 '.repeat(10))).toContain('2 sms-dele');
  expect(await measure('Om hendes demens')).toContain('»demens« må ikke stå i en sms');
  expect(await measure('010190-1234')).toContain('Et cpr-nummer må ikke stå her');
});

test('a saved answer is put into the text with the fields filled in, and nothing confidential is saved', async () => {
  await using rt = await makeDesk();
  const relative = await addRelative(rt);
  const [coordinator, advisor] = [await openDesk(rt, 'coordinator'), await openDesk(rt)];
  await coordinator.get('/desk/indbakke/svar');
  const save = (tekst: string) =>
    coordinator.post('/desk/indbakke/svar', { titel: 'Vi ringer', tekst, sprog: 'da' });
  for (const [tekst, told] of [
    ['Om demens', 'fortroligt (demens)'],
    ['Hej {{ enhed }}', 'Kun {{ tiltale }} og {{ telefon }}'],
    ['{% if tiltale %}Hej{% endif %}', 'Kun {{ tiltale }} og {{ telefon }}'],
    ['', 'Teksten er tom'],
  ] as const) {
    const refused = await save(tekst);
    expect(refused.status).toBe(422);
    expect(refused.text).toContain(told);
  }
  const kept = await coordinator.follow(await save('Hej {{ tiltale }}. Vi ringer fra {{ telefon }}.'));
  expect(kept.text).toContain('Svaret er gemt.');
  const [answer] = await rowsOf(rt, 'select id from saved_answers');
  const page = await advisor.get(`/desk/indbakke/${relative}`);
  const fields = {
    text: 'Først dette.',
    knap: 'indsaet',
    gemt: String(answer?.id),
    form: hidden(page.text, 'form'),
  };
  const inserted = await advisor.post(`/desk/indbakke/${relative}/skriv`, fields);
  expect(inserted.text).toMatch(/Først dette\.\nHej Mads\. Vi ringer fra [\d ]+\.<\/textarea>/);
  expect((await advisor.post('/desk/indbakke/svar', { titel: 'x', tekst: 'y', sprog: 'da' })).status).toBe(
    403,
  );
  expect((await advisor.post(`/desk/indbakke/svar/${answer?.id}/udgaar`)).status).toBe(403);
  await coordinator.post(`/desk/indbakke/svar/${answer?.id}/udgaar`);
  expect((await advisor.get(`/desk/indbakke/${relative}`)).text).not.toContain('Vi ringer</option>');
});

test('a conversation put away can be taken back at once', async () => {
  await using rt = await makeDesk();
  const relative = await addRelative(rt);
  await addReply(rt, { text: 'Tak', relativeId: relative });
  const desk = await openDesk(rt);
  const page = await desk.get(`/desk/indbakke/${relative}`);
  const closed = await desk.follow(
    await desk.post(`/desk/indbakke/${relative}/luk`, { set: hidden(page.text, 'set') }),
  );
  for (const part of ['Samtalen er lagt væk.', 'Fortryd', 'Ingen venter på svar lige nu.'])
    expect(closed.text).toContain(part);
  await desk.post(`/desk/indbakke/${relative}/genaabn`);
  expect((await desk.get('/desk/indbakke')).text).toContain('Tak');
});
