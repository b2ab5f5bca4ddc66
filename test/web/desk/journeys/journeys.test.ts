import { expect, test } from 'vitest';
import type { Flow } from '../../../../src/journey/flow/flow.ts';
import { endJourney } from '../../../../src/services/journeys/end-journey.ts';
import { enrolRelative, previewEnrolment } from '../../../../src/services/journeys/enrol-relative.ts';
import { publishFlow } from '../../../../src/services/journeys/publish-flow.ts';
import { takeTurn } from '../../../../src/services/journeys/take-turn.ts';
import { addRelative, advisor, makeDesk, openDesk, rowsOf } from '../../../support/desk.ts';
import { invitation } from '../../../support/house.ts';

/** Says once 3 days before a date, then asks on the day with a time. */
const dated: Flow = {
  ...invitation('link'),
  name: 'dato',
  title: 'Et forløb med datoer',
  target: 'Kun for dem, der flytter.',
  anchors: {
    indflytning: { title: 'Indflytningsdato', time: false },
    aftale: { title: 'Aftalen', time: true },
  },
  languages: ['da'],
  steps: [
    {
      kind: 'say',
      id: 'husk',
      text: 'husk',
      access: 'link',
      timing: {
        when: {
          offset: { amount: 3, unit: 'days' },
          direction: 'before',
          anchor: 'indflytning',
          clock: '09:00',
        },
        late: 'skip',
      },
    },
    { kind: 'say', id: 'tak', text: 'tak', access: 'link' },
  ],
  texts: { da: { husk: 'Husk {{ indflytning_dato }}.', tak: 'Tak, {{ tiltale }}.' } },
  pages: {},
};

const tilmeld = 'flow=dato&vis=plan&dato-indflytning=2027-04-15&dato-aftale=2027-04-02&tid-aftale=14:00';

test('one enrols by flow, dates and preview, and lands on the journey', async () => {
  await using rt = await makeDesk();
  await publishFlow(rt, dated);
  const id = await addRelative(rt);
  const browser = await openDesk(rt);

  const choose = await browser.get(`/desk/paaroerende/${id}/tilmeld`);
  expect(choose.text).toContain('<option value="dato">Et forløb med datoer</option>');
  const dates = await browser.get(`/desk/paaroerende/${id}/tilmeld?flow=dato`);
  expect(dates.text).toContain('Kun for dem, der flytter.');
  expect(dates.text).toMatch(/type="date"[^>]*name="dato-indflytning"|name="dato-indflytning"/);
  expect(dates.text).toContain('Aftalen, klokkeslæt');
  const plan = await browser.get(`/desk/paaroerende/${id}/tilmeld?${tilmeld}`);
  for (const told of [
    'mandag den 12. april kl. 09.00',
    'Husk torsdag den 15. april.',
    '1 sms-del',
    'Tak, Mads.',
  ])
    expect(plan.text).toContain(told);
  expect(await rowsOf(rt, 'select count(*) as n from journeys')).toEqual([{ n: 0 }]);

  const answer = await browser.post(`/desk/paaroerende/${id}/tilmeld`, {
    flow: 'dato',
    'dato-indflytning': '2027-04-15',
    'dato-aftale': '2027-04-02',
    'tid-aftale': '14:00',
  });

  const journey = await browser.follow(answer);
  for (const told of [
    'Bror, 22: Et forløb med datoer',
    'Demo advisor tilmeldte den pårørende.',
    'Indflytningsdato: torsdag den 15. april 2027',
    'Aftalen: fredag den 2. april 2027 kl. 14.00',
    'Venter til mandag den 12. april kl. 09.00',
  ])
    expect(journey.text).toContain(told);
});

test('a date that has passed is warned of and enrolled with only when it is confirmed', async () => {
  await using rt = await makeDesk();
  await publishFlow(rt, dated);
  const id = await addRelative(rt);
  const browser = await openDesk(rt);
  const fields = {
    flow: 'dato',
    'dato-indflytning': '2026-12-15',
    'dato-aftale': '2027-04-02',
    'tid-aftale': '14:00',
  };
  const query = new URLSearchParams({ ...fields, vis: 'plan' });

  const plan = await browser.get(`/desk/paaroerende/${id}/tilmeld?${query}`);
  const refused = await browser.post(`/desk/paaroerende/${id}/tilmeld`, fields);
  const enrolled = await browser.post(`/desk/paaroerende/${id}/tilmeld`, { ...fields, past: 'yes' });

  for (const told of [
    'Denne dato ligger før i dag: Indflytningsdato, tirsdag den 15. december 2026.',
    'Datoen er rigtig, selv om den er passeret',
  ])
    expect(plan.text).toContain(told);
  expect(refused.status).toBe(422);
  expect(refused.text).toContain('Sæt kryds under planen');
  expect(enrolled.status).toBe(303);
});

test('the day itself has not passed', async () => {
  await using rt = await makeDesk();
  await publishFlow(rt, dated);
  const today = new Date(rt.now()).toISOString().slice(0, 10);
  const anchors = { indflytning: today, aftale: '2027-04-02T14:00' };
  const order = { flow: 'dato', relativeId: await addRelative(rt), anchors };
  expect((await previewEnrolment(rt, advisor, order)).warnings.past).toEqual([]);
  await enrolRelative(rt, advisor, order);
});

test('what is left out is told with the date that has passed', async () => {
  await using rt = await makeDesk();
  await publishFlow(rt, dated);
  const id = await addRelative(rt);
  const browser = await openDesk(rt);
  const plan = await browser.get(
    `/desk/paaroerende/${id}/tilmeld?flow=dato&vis=plan&dato-indflytning=2027-03-02&dato-aftale=2027-04-02&tid-aftale=14:00`,
  );
  expect(plan.text).toContain('husk: skulle være sendt lørdag den 27. februar kl. 09.00');
});

test.each([
  ['dato-indflytning=2027-02-30&dato-aftale=2027-04-02&tid-aftale=14:00', 'Datoen kan ikke læses'],
  ['dato-indflytning=&dato-aftale=2027-04-02&tid-aftale=14:00', 'Datoen Indflytningsdato mangler'],
  ['dato-indflytning=2027-04-15&dato-aftale=2027-04-02&tid-aftale=', 'Datoen kan ikke læses'],
  ['dato-indflytning=2027-04-15&dato-aftale=2027-04-02&tid-aftale=25:00', 'Datoen kan ikke læses'],
  ['dato-indflytning=i%20morgen&dato-aftale=2027-04-02&tid-aftale=14:00', 'Datoen kan ikke læses'],
])('a bad date (%s) is explained', async (query, sentence) => {
  await using rt = await makeDesk();
  await publishFlow(rt, dated);
  const id = await addRelative(rt);
  const browser = await openDesk(rt);
  const { status, text } = await browser.get(`/desk/paaroerende/${id}/tilmeld?flow=dato&vis=plan&${query}`);
  expect(status).toBe(422);
  expect(text).toContain(sentence);
});

test('a flow nobody knows is not found', async () => {
  await using rt = await makeDesk();
  const id = await addRelative(rt);
  const browser = await openDesk(rt);
  expect((await browser.get(`/desk/paaroerende/${id}/tilmeld?flow=ukendt`)).status).toBe(404);
  expect((await browser.post(`/desk/paaroerende/${id}/tilmeld`, { flow: '__proto__' })).status).toBe(404);
});

test('a minor, a stop and a second time are refused with a sentence', async () => {
  await using rt = await makeDesk();
  await publishFlow(rt, invitation('link'));
  const browser = await openDesk(rt);
  const enrol = async (id: string) =>
    (await browser.post(`/desk/paaroerende/${id}/tilmeld`, { flow: 'indbydelse-link' })).text;
  await browser.get('/desk');
  const minor = await addRelative(rt, { ageBand: '0-17', guardian: 'Aftalt' });
  expect(await enrol(minor)).toContain('Forløbet er ikke for personer under 18 år.');
  const other = await addRelative(rt, { number: '20000022' });
  await enrol(other);
  expect(await enrol(other)).toContain('class="alert alert-error"');
  await rt.db.client.execute('update numbers set stopped_at = 1');
  const stopped = await addRelative(rt, { number: '20000022', shared: 'yes' });
  expect(await enrol(stopped)).toContain('Skift kontakten til opkald eller brev, så kan I tilmelde.');
});

test('two who press at once enrol once', async () => {
  await using rt = await makeDesk();
  await publishFlow(rt, invitation('link'));
  const id = await addRelative(rt);
  const [one, two] = [await openDesk(rt), await openDesk(rt, 'coordinator')];
  const answers = await Promise.all(
    [one, two].map((browser) => browser.post(`/desk/paaroerende/${id}/tilmeld`, { flow: 'indbydelse-link' })),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([303, 422]);
  expect(await rowsOf(rt, 'select count(*) as n from messages')).toEqual([{ n: 1 }]);
});

test('every message tells why it was written, by the turns and the rule', async () => {
  await using rt = await makeDesk();
  await publishFlow(rt, dated);
  const id = await addRelative(rt);
  const anchors = { indflytning: '2027-04-15', aftale: '2027-04-02T14:00' };
  const { journeyId } = await enrolRelative(rt, advisor, { flow: 'dato', relativeId: id, anchors });
  const dueAt = Date.UTC(2027, 3, 12, 7);
  rt.forward(dueAt - rt.now());
  await takeTurn(rt, journeyId, { kind: 'timerFired', at: dueAt, timer: 'moment', dueAt });
  const browser = await openDesk(rt);
  const journey = await browser.get(`/desk/paaroerende/${id}/forloeb/${journeyId}`);
  expect(journey.text).toContain('Forløbet sluttede: gennemført.');
  const [, href = ''] = /href="([^"]+\/hvorfor\/[^"]+)"/.exec(journey.text) ?? [];

  const why = await browser.get(href);

  for (const told of [
    'Husk torsdag den 15. april.',
    'Demo advisor tilmeldte den pårørende.',
    'Tidspunktet kom, som trinnet ventede på: i dag kl. 09.00.',
    'Skal ske 3 dage før Indflytningsdato kl. 09.00. Er det for sent, springes det over.',
    'when: 3 days before indflytning at 09:00, late: skip',
  ])
    expect(why.text).toContain(told);
});

test('a journey is ended with a reason and says so', async () => {
  await using rt = await makeDesk();
  await publishFlow(rt, invitation('link'));
  const id = await addRelative(rt);
  const order = { flow: 'indbydelse-link', relativeId: id, anchors: {} };
  const { journeyId } = await enrolRelative(rt, advisor, order);
  const browser = await openDesk(rt);
  const at = `/desk/paaroerende/${id}/forloeb/${journeyId}`;
  await browser.get(at);
  expect((await browser.post(`${at}/afslut`, { reason: 'bare fordi' })).status).toBe(422);
  const ended = await browser.follow(await browser.post(`${at}/afslut`, { reason: 'andet tilbud' }));
  for (const told of [
    'Forløbet er afsluttet.',
    'andet tilbud',
    'Taget tilbage',
    'fordi forløbet blev afsluttet',
  ])
    expect(ended.text).toContain(told);
});

test.each([
  ['ended', 'fordi forløbet blev afsluttet'],
  ['consentChanged', 'fordi der blev sagt stop'],
  ['dead', 'fordi borgeren er død'],
])('a letter that was taken back (%s) says why wherever it is shown', async (reason, told) => {
  await using rt = await makeDesk();
  await publishFlow(rt, invitation('link'));
  const id = await addRelative(rt, { channel: 'brev' });
  await enrolRelative(rt, advisor, { flow: 'indbydelse-link', relativeId: id, anchors: {} });
  await rt.db.client.execute({ sql: "update messages set status = 'cancelled', reason = ?", args: [reason] });
  const browser = await openDesk(rt, 'reader');
  const { text } = await browser.get(`/desk/paaroerende/${id}?fra=list`);
  expect(text).toContain(told);
  const [, href = ''] = /href="([^"]+\/hvorfor\/[^"]+)"/.exec(text) ?? [];
  expect((await browser.get(href)).text).toContain(told);
});

test('the counts of a flow stand with their definitions', async () => {
  await using rt = await makeDesk();
  await publishFlow(rt, invitation('link'));
  const id = await addRelative(rt);
  await enrolRelative(rt, advisor, { flow: 'indbydelse-link', relativeId: id, anchors: {} });
  const browser = await openDesk(rt, 'reader');
  const list = (await browser.get('/desk/forloeb')).text;
  for (const told of ['href="/desk/forloeb/indbydelse-link"', '1 i gang nu', 'Udgivet mandag den 1. marts'])
    expect(list).toContain(told);
  const { text } = await browser.get('/desk/forloeb/indbydelse-link?dage=30');
  for (const told of [
    'Forløb begyndt: 1',
    'indbyd',
    'Bror, 22',
    'Ved trinnet »indbyd«',
    'Sådan er der talt',
    'aria-current="true"',
  ])
    expect(text).toContain(told);
  expect((await browser.get('/desk/forloeb/indbydelse-link?dage=9999999')).text).toContain(
    'Forløb begyndt: 1',
  );
  expect((await browser.get('/desk/forloeb/ukendt')).status).toBe(404);
  const [row] = await rowsOf(rt, 'select id from journeys');
  await endJourney(rt, String(row?.id), 'aftalt', 'staff-1');
  expect((await browser.get('/desk/forloeb/indbydelse-link')).text).toContain('Ingen er i gang.');
});
