import { expect, test } from 'vitest';
import { DAY } from '../../services/stand.ts';
import { book, bookingForm, publishAppointmentFlow } from '../../support/appointments.ts';
import { contactForm, register } from '../../support/contacts.ts';
import { addRelative, type DeskRuntime, makeDesk, openDesk, rowsOf } from '../../support/desk.ts';

async function house(): Promise<DeskRuntime> {
  const rt = await makeDesk();
  await publishAppointmentFlow(rt);
  return rt;
}

const withoutList = ({ relatives, ...rest }: ReturnType<typeof bookingForm>) => ({
  ...rest,
  relatives: relatives[0] ?? '',
  for: relatives[0] ?? '',
});

test('a telephone number leads to the form by POST, and never stands in an address', async () => {
  await using rt = await house();
  await addRelative(rt);
  const browser = await openDesk(rt);
  await browser.get('/desk/aftaler');
  const form = await browser.post('/desk/aftaler/ny', { nummer: '20 00 00 21' });
  expect(form.text).toContain('Book en aftale: Bror, 22');
  const unknown = await browser.post('/desk/aftaler/ny', { nummer: '20 00 00 99' });
  expect(unknown.text).toContain('Opret den pårørende først.');
  const wrong = await browser.post('/desk/aftaler/ny', { nummer: '12' });
  expect(wrong.text).toContain('Ret dette, og prøv igen');
  expect(form.text + unknown.text).not.toMatch(/(href|action)="[^"]*20 ?00 ?00/);
});

test('a booking that is refused keeps what was typed, but never a CPR number', async () => {
  await using rt = await house();
  const relative = await addRelative(rt);
  const browser = await openDesk(rt);
  await browser.get(`/desk/paaroerende/${relative}/aftale`);
  const form = withoutList(
    bookingForm(rt, [relative], { details: '010203-1234', smsPlace: 'Bostedet Lindehuset' }),
  );
  const answer = await browser.post('/desk/aftaler', form);
  expect(answer.text).toContain('Ret dette, og prøv igen');
  expect(answer.text).toContain('value="10/3-2027 kl. 14"');
  expect(answer.text).not.toContain('010203-1234');
  const booked = await browser.post('/desk/aftaler', { ...form, details: '', smsPlace: '' });
  expect(booked.location).toBe(`/desk/aftaler/${form.id}?gemt=booked`);
  expect((await browser.follow(booked)).text).toContain('Aftalen er booket.');
});

test('booking begins in a conversation and comes back to it, also after something was refused', async () => {
  await using rt = await house();
  const relative = await addRelative(rt);
  const browser = await openDesk(rt);
  const way = `/desk/paaroerende/${relative}/aftale?samtale=${relative}`;
  expect((await browser.get(`/desk/indbakke/${relative}`)).text).toContain(`href="${way}"`);
  expect((await browser.get(way)).text).toContain(`href="/desk/indbakke/${relative}"`);
  const form = { ...withoutList(bookingForm(rt, [relative])), samtale: relative };
  const refused = await browser.post('/desk/aftaler', { ...form, when: 'snart' });
  expect(refused.text).toContain(`name="samtale" value="${relative}"`);
  const booked = await browser.post('/desk/aftaler', form);
  expect(booked.location).toBe(`/desk/indbakke/${relative}?gemt=booked`);
  const back = await browser.follow(booked);
  expect(back.text).toContain('Aftalen er booket.');
  expect(back.text).toContain('Samtale med');
  const outside = await browser.get(`/desk/paaroerende/${relative}/aftale?samtale=//example.org`);
  expect(outside.text).not.toContain('example.org');
  const reader = await openDesk(rt, 'reader');
  expect((await reader.get(`/desk/indbakke/${relative}`)).text).not.toContain(way);
});

test('a reader sees an appointment and a conversation, and can change neither', async () => {
  await using rt = await house();
  const relative = await addRelative(rt);
  const id = await book(rt, [relative]);
  const contact = await register(rt, [relative]);
  const browser = await openDesk(rt, 'reader');
  expect((await browser.get(`/desk/aftaler/${id}`)).text).not.toContain('/flyt"');
  expect((await browser.get(`/desk/samtaler/${contact}`)).text).not.toContain('/ret"');
  for (const path of [
    `/desk/aftaler/${id}/flyt`,
    `/desk/aftaler/${id}/aflys`,
    `/desk/paaroerende/${relative}/aftale`,
    `/desk/paaroerende/${relative}/samtale`,
    '/desk/raadgivning/ny',
  ])
    expect((await browser.get(path)).status, path).toBe(403);
  for (const [path, fields] of [
    ['/desk/aftaler', withoutList(bookingForm(rt, [relative]))],
    [`/desk/aftaler/${id}/aflys`, { moves: '0' }],
    [`/desk/aftaler/${id}/udeblevet`, {}],
    [`/desk/aftaler/${id}/svar`, { svar: `nej.${relative}` }],
    [`/desk/samtaler/${contact}/bekraeft`, { date: '2027-03-01' }],
  ] as const)
    expect((await browser.post(path, fields)).status, path).toBe(403);
  expect(await rowsOf(rt, 'select state from appointments')).toEqual([{ state: 'agreed' }]);
});

test('moving and cancelling show first who is told, and what cannot be undone', async () => {
  await using rt = await house();
  const id = await book(rt, [await addRelative(rt)]);
  const browser = await openDesk(rt);
  const move = await browser.get(`/desk/aftaler/${id}/flyt`);
  expect(move.text).toContain('Bror, 22 får én sms om det, der gælder nu.');
  expect(move.text).toContain('value="10/3-2027 14.00"');
  const cancel = await browser.get(`/desk/aftaler/${id}/aflys`);
  expect(cancel.text).toContain('Det kan ikke fortrydes.');
  const done = await browser.post(`/desk/aftaler/${id}/aflys`, { moves: '0' });
  expect((await browser.follow(done)).text).toContain('Aftalen er aflyst.');
  expect((await browser.post(`/desk/aftaler/${id}/aflys`, { moves: '1' })).status).toBe(409);
});

test('an appointment that is over leads to the registration, filled in by it', async () => {
  await using rt = await house();
  const relative = await addRelative(rt);
  const id = await book(rt, [relative]);
  rt.forward(10 * DAY);
  const browser = await openDesk(rt);
  expect((await browser.get('/desk/aftaler')).text).toContain('Hvad blev det til?');
  const shown = await browser.get(`/desk/aftaler/${id}`);
  const href = `/desk/paaroerende/${relative}/samtale?aftale=${id}`;
  expect(shown.text).toContain(href);
  const form = (await browser.get(href)).text;
  expect(form).toContain('value="2027-03-10"');
  expect(form).toContain('value="45"');
  const { relatives: _all, themes: _themes, ...fields } = contactForm(rt, [relative], { appointment: id });
  const saved = await browser.post('/desk/samtaler', {
    ...fields,
    themes: 'aflastning',
    relatives: relative,
    for: relative,
  });
  expect((await browser.follow(saved)).text).toContain('Samtalen er registreret.');
  expect((await browser.get(`/desk/aftaler/${id}`)).text).toContain('Holdt');
});

test('a calendar file is an attachment with a neutral title', async () => {
  await using rt = await house();
  const id = await book(rt, [await addRelative(rt)]);
  const browser = await openDesk(rt);
  const ics = await browser.get(`/desk/aftaler/${id}/aftale.ics`);
  expect(ics.headers.get('content-disposition')).toContain('attachment');
  expect(ics.text).toContain('SUMMARY:Aftale med Prøve Kommune');
});

test('the overview shows the figures with what they count, and hand-overs that are open', async () => {
  await using rt = await house();
  const relative = await addRelative(rt);
  await register(rt, [relative], { followUp: 'overdraget', handedTo: 'Visitator', minutes: '19' });
  const browser = await openDesk(rt);
  const { text } = await browser.get('/desk');
  expect(text).toContain('Til Visitator');
  expect(text).toContain('Kontakter på 20 minutter eller mere.');
  expect(text).toMatch(/Unikke pårørende<\/dt><dd><span class="desk-figure">1</);
  expect(text).toMatch(/Pårørendesamtaler<\/dt><dd><span class="desk-figure">0</);
});
