import { expect, test } from 'vitest';
import { beat } from '../../../../src/services/beat.ts';
import { enrolRelative } from '../../../../src/services/journeys/enrol-relative.ts';
import { fireTimers } from '../../../../src/services/journeys/fire-timers.ts';
import { publishFlow } from '../../../../src/services/journeys/publish-flow.ts';
import { takeTurn } from '../../../../src/services/journeys/take-turn.ts';
import type { DemoClock } from '../../../../src/services/move-clock.ts';
import { receiveSms } from '../../../../src/services/replies/receive-sms.ts';
import { alertRow, raiseAlerts } from '../../../../src/store/messages/alerts.ts';
import {
  addRelative,
  addReply,
  advisor,
  type DeskRuntime,
  makeDesk,
  openDesk,
  rowsOf,
  writeIn,
} from '../../../support/desk.ts';
import { draftEvent, makeEvent } from '../../../support/events.ts';
import { invitation } from '../../../support/house.ts';

const XSS = '<script>alert(1)</script> & "hej"';

const raise = (rt: DeskRuntime, id: string, relativeId: string | null, text = '') =>
  rt.db.lane.put(
    raiseAlerts,
    alertRow(rt.db.keys, {
      id,
      kind: 'flow',
      audience: 'advisor',
      urgent: 1,
      relativeId,
      raisedAt: rt.now(),
      text,
    }),
  );

test('an empty desk says that nothing waits', async () => {
  await using rt = await makeDesk();
  const { text } = await (await openDesk(rt)).get('/desk');
  expect(text).toContain('Der er ikke noget, der venter på jer lige nu.');
});

test('the overview shows what needs a person, each with one thing to do', async () => {
  await using rt = await makeDesk();
  await publishFlow(rt, invitation('link'));
  const relativeId = await addRelative(rt, { channel: 'ring' });
  await enrolRelative(rt, advisor, { flow: 'indbydelse-link', relativeId, anchors: {} });
  await addReply(rt, { text: 'Hvornår ringer I?', relativeId });
  await raise(rt, 'alert-1', relativeId, 'Ring inden for 3 hverdage.');
  rt.forward(5 * 60 * 60_000);
  const browser = await openDesk(rt);

  const { text } = await browser.get('/desk');

  for (const told of [
    'Haster',
    'Ring inden for 3 hverdage.',
    'Hvornår ringer I?',
    'Har ventet 5 timer',
    `/desk/indbakke/${relativeId}`,
    'Til opgaven',
  ])
    expect(text).toContain(told);
  expect(text).toContain('<span class="limen-count" id="antal-inbox">1</span>');
});

test('the overview shows the open events of the next seven days', async () => {
  await using rt = await makeDesk();
  const day = (days: number) => new Date(rt.now() + days * 86_400_000).toISOString().slice(0, 10);
  const at = (days: number) => ({ sessions: [{ when: `${day(days)} 14:00`, minutes: '60' }] });
  await makeEvent(rt, { title: 'Café for alle', ...at(5) });
  await makeEvent(rt, { title: 'Langt væk', ...at(9) });
  await draftEvent(rt, { title: 'Kun et udkast', ...at(4) });
  const { text } = await (await openDesk(rt)).get('/desk');
  expect(text).toContain('Café for alle');
  expect(text).not.toContain('Langt væk');
  expect(text).not.toContain('Kun et udkast');
});

test('a reply is read with its conversation and answered', async () => {
  await using rt = await makeDesk();
  const relativeId = await addRelative(rt);
  const reply = await addReply(rt, { text: 'Hvornår ringer I?', relativeId });
  const browser = await openDesk(rt);
  const page = await browser.get(`/desk/indbakke/${reply}`);
  expect(page.text).toContain('Samtale med Bror, 22');

  const answer = await writeIn(browser, reply, { text: 'I morgen kl. 10.' });

  const inbox = await browser.follow(answer);
  expect(inbox.text).toContain('Sms’en er på vej.');
  expect(inbox.text).toContain('Ingen venter på svar lige nu.');
  expect((await browser.get(`/desk/indbakke/${reply}`)).text).toContain('I morgen kl. 10.');
  expect((await browser.get(`/desk/paaroerende/${relativeId}?fra=list`)).text).toContain('I morgen kl. 10.');
});

test('a staff message explains itself by who wrote it', async () => {
  await using rt = await makeDesk();
  const relativeId = await addRelative(rt);
  const reply = await addReply(rt, { text: 'Hej', relativeId });
  const browser = await openDesk(rt);
  await writeIn(browser, reply, { text: 'Hej selv' });
  const [message] = await rowsOf(rt, 'select id from messages');
  const { text } = await browser.get(`/desk/paaroerende/${relativeId}/hvorfor/${message?.id}`);
  expect(text).toContain('Demo advisor skrev beskeden selv');
});

test.each([
  ['', 'Teksten er tom.'],
  ['x'.repeat(5_000), 'Teksten er for lang.'],
  ['Kom på Bostedet Lindehuset', 'fortroligt (Bostedet Lindehuset)'],
  ['Om hendes demens', 'fortroligt (demens)'],
])('an answer that may not leave (%#) comes back with why, and as it was typed', async (text, sentence) => {
  await using rt = await makeDesk();
  const reply = await addReply(rt, { text: 'Hej' });
  const browser = await openDesk(rt);
  const answer = await writeIn(browser, reply, { text });
  expect(answer.status).toBe(422);
  expect(answer.text).toContain(sentence);
  expect(answer.text).toContain(`>${text}</textarea>`);
});

test('a typed CPR number does not come back', async () => {
  await using rt = await makeDesk();
  const reply = await addReply(rt, { text: 'Hej' });
  const browser = await openDesk(rt);
  const answer = await writeIn(browser, reply, { text: 'Er det 010190-1234?' });
  expect(answer.text).toContain('Skriv ikke cpr-nummer her');
  expect(answer.text).not.toContain('010190');
});

test('binary in a form is no form, and nothing is settled', async () => {
  await using rt = await makeDesk();
  const reply = await addReply(rt, { text: 'Hej' });
  const browser = await openDesk(rt);
  expect((await writeIn(browser, reply, { text: 'a\u0000b' })).status).toBe(400);
  expect(await rowsOf(rt, 'select status from replies')).toEqual([{ status: 'waiting' }]);
});

test('what a relative writes is never markup, on any page', async () => {
  await using rt = await makeDesk();
  const relativeId = await addRelative(rt);
  const reply = await addReply(rt, { text: XSS, relativeId });
  await raise(rt, 'alert-1', relativeId, XSS);
  const browser = await openDesk(rt);
  for (const path of ['/desk', '/desk/indbakke', `/desk/indbakke/${reply}`, '/desk/varsler']) {
    const { text } = await browser.get(path);
    expect(text).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(text).not.toContain('<script>alert');
  }
});

test('a masked CPR number is told', async () => {
  await using rt = await makeDesk();
  const reply = await addReply(rt, { text: 'Mit cpr er xxxxxx-xxxx', masked: true });
  const { text } = await (await openDesk(rt)).get(`/desk/indbakke/${reply}`);
  expect(text).toContain('Et cpr-nummer er skjult og ikke gemt.');
});

test('staff give an open question the answer a reply means', async () => {
  await using rt = await makeDesk();
  await publishFlow(rt, invitation('link'));
  const relativeId = await addRelative(rt);
  const order = { flow: 'indbydelse-link', relativeId, anchors: {} };
  const { journeyId } = await enrolRelative(rt, advisor, order);
  const reply = await addReply(rt, { text: 'Det må I gerne', relativeId });
  const browser = await openDesk(rt);
  expect((await browser.get(`/desk/indbakke/${reply}`)).text).toContain('Er det et JA eller NEJ?');
  const at = `/desk/indbakke/${reply}/mening`;
  expect((await browser.post(at, { forloeb: journeyId, svar: 'måske' })).status).toBe(422);

  await browser.post(at, { forloeb: journeyId, svar: 'ja' });

  const journey = await browser.get(`/desk/paaroerende/${relativeId}/forloeb/${journeyId}`);
  expect(journey.text).toContain('Demo advisor noterede svaret JA.');
});

test('a call is settled by what came of it', async () => {
  await using rt = await makeDesk();
  await publishFlow(rt, invitation('link'));
  const relativeId = await addRelative(rt, { channel: 'ring', number: '38 12 34 56' });
  await enrolRelative(rt, advisor, { flow: 'indbydelse-link', relativeId, anchors: {} });
  const browser = await openDesk(rt);
  const page = await browser.get('/desk/opgaver');
  expect(page.text).toContain('href="tel:+4538123456"');
  const [, at = ''] = /action="(\/desk\/opgaver\/[^"]+)"/.exec(page.text) ?? [];

  const missed = await browser.follow(await browser.post(at, { udfald: 'missed' }));
  expect(missed.text).toContain('Forsøgt 1 gang<');
  expect((await browser.post(at, { udfald: 'noget andet' })).status).toBe(422);
  const settled = await browser.follow(await browser.post(at, { udfald: 'nej' }));

  expect(settled.text).toContain('Ingen opkald eller breve venter.');
  expect((await browser.post(at, { udfald: 'done' })).status).toBe(409);
});

test('a letter is shown ready to print, with its address', async () => {
  await using rt = await makeDesk();
  await publishFlow(rt, invitation('link'));
  const relativeId = await addRelative(rt, { channel: 'brev', number: '' });
  await enrolRelative(rt, advisor, { flow: 'indbydelse-link', relativeId, anchors: {} });
  const browser = await openDesk(rt);
  const page = await browser.get('/desk/opgaver');
  const [, href = ''] = /href="(\/desk\/opgaver\/[^"]+\/brev)"/.exec(page.text) ?? [];
  const letter = await browser.get(href);
  expect(letter.text).toMatch(/https:\/\/limen\.test\/i\/[\w-]{22}/);
  for (const told of ['Prøve Kommune, Socialforvaltningen', 'mandag den 1. marts 2027'])
    expect(letter.text).toContain(told);
});

test('an alert is closed by one press', async () => {
  await using rt = await makeDesk();
  await raise(rt, 'alert-1', null, 'Se på det');
  const browser = await openDesk(rt);
  await browser.get('/desk/varsler');
  const after = await browser.follow(await browser.post('/desk/varsler/alert-1'));
  expect(after.text).toContain('Varslet er lukket.');
  expect(after.text).toContain('Ingen varsler lige nu.');
});

const clockOf = (rt: DeskRuntime): DemoClock & { asked: string[] } => {
  const asked: string[] = [];
  return {
    asked,
    now: rt.now,
    forward: async (to) => {
      asked.push(to);
      return { from: rt.now(), to: rt.now() + 60_000, events: 3 };
    },
  };
};

test('the demo has a clock on every page, and a press comes back to the same page', async () => {
  await using rt = await makeDesk();
  const clock = clockOf(rt);
  const browser = await openDesk(rt, 'advisor', { clock });
  expect((await browser.get('/desk/varsler')).text).toContain('mandag den 1. marts 2027 kl. 10.00');

  const answer = await browser.post('/desk/ur', { til: 'week', tilbage: '/desk/varsler' });

  expect(clock.asked).toEqual(['week']);
  expect(answer.location).toMatch(/^\/desk\/varsler\?ur=/);
  expect((await browser.follow(answer)).text).toContain('Det satte 3 ting i gang undervejs.');
});

test('the clock keeps what the address asks, and not what it told once', async () => {
  await using rt = await makeDesk();
  const browser = await openDesk(rt, 'advisor', { clock: clockOf(rt) });
  const { text } = await browser.get('/desk/aftaler?hvis=alles&vis=uge&gemt=booked&ur=1.2.3');
  const tilbage = /name="tilbage" value="([^"]+)"/.exec(text)?.[1]?.replaceAll('&amp;', '&') ?? '';

  const answer = await browser.post('/desk/ur', { til: 'day', tilbage });

  expect(answer.location).toMatch(/^\/desk\/aftaler\?hvis=alles&vis=uge&ur=\d+\.\d+\.3$/);
});

test.each([
  'https://ond.dk',
  '//ond.dk',
  '/desk/../i/x?y',
  '/desk/../i/x',
  '/desk@ond.dk',
  'javascript:alert(1)',
  '/deskx',
])('the clock never leads to %s', async (tilbage) => {
  await using rt = await makeDesk();
  const browser = await openDesk(rt, 'advisor', { clock: clockOf(rt) });
  const answer = await browser.post('/desk/ur', { til: 'day', tilbage });
  expect(answer.location).toMatch(/^\/desk\?ur=/);
});

test('a reader moves no clock, and outside the demo there is none', async () => {
  await using rt = await makeDesk();
  const clock = clockOf(rt);
  const reader = await openDesk(rt, 'reader', { clock });
  expect((await reader.post('/desk/ur', { til: 'day' })).status).toBe(403);
  const advisors = await openDesk(rt);
  expect((await advisors.get('/desk')).text).not.toContain('Demo-ur');
  expect((await advisors.post('/desk/ur', { til: 'day' })).status).toBe(404);
  expect(clock.asked).toEqual([]);
});

test('an alert that was closed by mistake is opened again by one press, at once or from the list of the day', async () => {
  await using rt = await makeDesk();
  const relativeId = await addRelative(rt);
  await raise(rt, 'alert-1', relativeId, 'Ring nu.');
  const browser = await openDesk(rt);
  const told = await browser.follow(await browser.post('/desk/varsler/alert-1', { tilbage: 'overblik' }));
  expect(told.text).toMatch(
    /Varslet er lukket\.[\s\S]*action="\/desk\/varsler\/alert-1\/aabn"[\s\S]*Fortryd/,
  );
  const closed = (await browser.get('/desk/varsler')).text;
  expect(closed).toMatch(/Lukket det seneste døgn[\s\S]*Ring nu\.[\s\S]*Lukket af Demo advisor/);
  expect((await (await openDesk(rt, 'reader')).get('/desk/varsler')).text).not.toContain('/aabn');

  const answer = await browser.post('/desk/varsler/alert-1/aabn');

  const page = (await browser.follow(answer)).text;
  expect(page).toContain('Varslet er åbent igen.');
  expect(page).not.toContain('Lukket det seneste døgn');
});

test('a journey that was set aside is tried again by one press, and a reader sees no such button', async () => {
  await using rt = await makeDesk();
  await publishFlow(rt, invitation('link'));
  const relativeId = await addRelative(rt);
  await enrolRelative(rt, advisor, { flow: 'indbydelse-link', relativeId, anchors: {} });
  await rt.db.client.execute("update journeys set state = json_set(state, '$.step', 'væk')");
  rt.forward(21 * 24 * 60 * 60_000);
  await fireTimers(rt);
  const [browser, reader] = [await openDesk(rt), await openDesk(rt, 'reader')];
  const [alert] = await rowsOf(rt, 'select id from alerts');
  const at = `/desk/varsler/${alert?.id}/igen`;
  expect((await reader.get('/desk/varsler')).text).not.toContain('Prøv igen');
  expect((await reader.post(at)).status).toBe(403);
  for (const page of ['/desk', '/desk/varsler']) {
    const { text } = await browser.get(page);
    for (const told of ['Prøv igen', `action="${at}"`, 'Bror, 22']) expect(text).toContain(told);
  }

  const after = await browser.follow(await browser.post(at, { tilbage: 'varsler' }));

  expect(after.text).toContain('Forløbet prøver igen nu.');
  expect(after.text).toContain('Ingen varsler lige nu.');
  expect(await rowsOf(rt, 'select 1 from timers where held = 0')).not.toEqual([]);
  expect((await browser.post(at)).status).toBe(409);
});

test('an answer given while the journey stands still is told as that, and a START as a wish for texts', async () => {
  await using rt = await makeDesk();
  await publishFlow(rt, invitation('link'));
  const relativeId = await addRelative(rt);
  const order = { flow: 'indbydelse-link', relativeId, anchors: {} };
  const { journeyId } = await enrolRelative(rt, advisor, order);
  await takeTurn(rt, journeyId, { kind: 'held', at: rt.now(), hold: 'paused' });
  await takeTurn(rt, journeyId, { kind: 'answered', at: rt.now(), step: 'indbyd', answer: 'ja' });
  const browser = await openDesk(rt);
  const held = (await browser.get('/desk/varsler')).text;
  expect(held).toContain('Den pårørende svarede, mens forløbet stod stille.');
  expect(held).not.toContain('vil have sms igen');

  for (const text of ['STOP', 'START', 'JA']) {
    rt.forward(60_000);
    await receiveSms(rt, { providerId: text, from: '+4520000021', to: '', text });
    await beat(rt);
  }

  expect((await browser.get('/desk/varsler')).text).toContain('Den pårørende vil have sms igen');
});
