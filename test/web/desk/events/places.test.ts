// One person's place at the desk: who is to be called stands first, guests are changed, and a sign-up is joined to its relative.
import { expect, test } from 'vitest';
import { changeEvent } from '../../../../src/services/events/change-event.ts';
import { forgetNames } from '../../../../src/services/events/forget-names.ts';
import { cancelEvent } from '../../../../src/services/events/settle-event.ts';
import { signUpInPublic } from '../../../../src/services/events/sign-up-in-public.ts';
import { addRelative, type DeskRuntime, makeDesk, openDesk, rowsOf } from '../../../support/desk.ts';
import { coordinator, eventForm, join, makeEvent, seenOf } from '../../../support/events.ts';

const DAY = 86_400_000;

const publicly = (rt: DeskRuntime, id: string, number: string) =>
  signUpInPublic(rt, id, { name: 'En borger', number, guests: '1', yes: 'yes', address: '192.0.2.1' });

const move = async (rt: DeskRuntime, id: string): Promise<void> =>
  changeEvent(rt, coordinator, id, {
    ...eventForm({ isPublic: 'yes', place: 'Et andet sted' }),
    seen: await seenOf(rt, id),
  });

test('those to call stand first until they are told, also when it is cancelled, and a name that is erased is said to be', async () => {
  await using rt = await makeDesk();
  const id = await makeEvent(rt, { isPublic: 'yes' });
  await publicly(rt, id, '20 00 07 01');
  const desk = await openDesk(rt, 'advisor');
  const at = `/desk/arrangementer/${id}`;
  expect((await desk.get(at)).text).not.toContain('Ring til disse');
  await move(rt, id);
  const shown = await desk.get(at);
  expect(shown.text).toMatch(/Ring til disse[\s\S]+20 00 07 01[\s\S]+Har fået besked[\s\S]+Deltagere/);
  expect(shown.text.match(/Har fået besked<span/g)?.length, 'one button').toBe(1);
  expect((await desk.get('/desk/varsler')).text).toContain(`href="${at}#ring"`);
  const [place] = await rowsOf(rt, 'select id, pending from attendances');
  await desk.post(`${at}/fortalt/${place?.pending}`, { deltager: String(place?.id) });
  expect((await desk.get(at)).text).not.toContain('Ring til disse');
  await cancelEvent(rt, coordinator, id, { seen: await seenOf(rt, id) });
  expect((await desk.get(at)).text).toMatch(/Ring til disse[\s\S]+Har fået besked<span/);
  rt.forward(45 * DAY);
  await forgetNames(rt);
  const gone = await (await openDesk(rt, 'advisor')).get(at);
  expect(gone.text).toContain('Navnet er slettet');
  expect(gone.text).not.toMatch(/En borger|20 00 07 01/);
});

test('however many come, all are on the pages of the list, and counted on each', async () => {
  await using rt = await makeDesk();
  const id = await makeEvent(rt, { capacity: '' });
  await rt.db.client.execute(`insert into attendances (id, event_id, guests, state, since, by, told, created_at, created_by)
    select 'a' || value, '${id}', 0, 'yes', value, 'public', 1, value, 'public' from generate_series(1, 203)`);
  const desk = await openDesk(rt, 'advisor');
  const pages = [
    await desk.get(`/desk/arrangementer/${id}`),
    await desk.get(`/desk/arrangementer/${id}?spring=200`),
  ];
  expect(pages.map(({ text }) => text.match(/Navnet er slettet/g)?.length)).toEqual([200, 3]);
  expect(pages.map(({ text }) => text.includes('Kommer: 203'))).toEqual([true, true]);
  expect(pages.map(({ text }) => text.includes('?spring=200#deltagere'))).toEqual([true, false]);
});

test('guests are changed on the page of the place; too many are refused with what was typed kept', async () => {
  await using rt = await makeDesk();
  const id = await makeEvent(rt, { remindDays: '1' });
  const { attendanceId } = await join(rt, id, { name: 'Ansat 1' });
  const desk = await openDesk(rt, 'advisor');
  const at = `/desk/arrangementer/${id}/deltager/${attendanceId}`;
  expect((await desk.get(`/desk/arrangementer/${id}`)).text).toContain(`href="${at}"`);
  expect((await desk.get(at)).text).toContain('Højst 1.');
  const refused = await desk.post(`${at}/gaester`, { guests: '4' });
  expect(refused.text).toMatch(/Så mange gæster er der ikke plads til[\s\S]+value="4"/);
  expect((await desk.post(`${at}/gaester`, { guests: '1' })).location).toContain('gemt=eventPlace');
  rt.forward(1_000);
  const again = await desk.post(`/desk/arrangementer/${id}/tilmeld`, {
    ...{ id: attendanceId, name: 'Ansat 1', contact: '', guests: '0', tell: 'yes' },
  });
  expect(again.text).toContain('Er meldt til allerede. Intet er ændret');
  expect(await rowsOf(rt, 'select guests from attendances')).toEqual([{ guests: 1 }]);
  rt.forward(9.2 * DAY);
  const day = await openDesk(rt, 'advisor');
  expect((await day.get(`/desk/arrangementer/${id}`)).text).toContain('1 dag før');
  expect((await day.get(`/desk/arrangementer/${id}/fremmoede`)).text).toContain('med 1 gæst<');
});

test('the relative with the same number is suggested, chosen by staff, and shown what joining does before it is done', async () => {
  await using rt = await makeDesk();
  const id = await makeEvent(rt, { isPublic: 'yes' });
  const relativeId = await addRelative(rt, { number: '20 00 07 01', name: 'Søster, 30' });
  await publicly(rt, id, '20 00 07 01');
  const [place] = await rowsOf(rt, 'select id from attendances');
  const desk = await openDesk(rt, 'advisor');
  const at = `/desk/arrangementer/${id}/deltager/${place?.id}`;
  expect((await desk.get(at)).text).toMatch(/Har det samme nummer[\s\S]+Søster, 30/);
  const found = await desk.post(`${at}/soeg`, { soeg: 'Søster' });
  expect(found.text.match(/Søster, 30<\/p>/g)?.length).toBe(2);
  const chosen = await desk.post(`${at}/valgt`, { paaroerende: relativeId });
  expect(chosen.text).toMatch(/slettes, og det kan ikke gøres om[\s\S]+Skriv til den pårørende om det/);
  expect(await rowsOf(rt, 'select relative_id from attendances')).toEqual([{ relative_id: null }]);
  const link = { paaroerende: relativeId, tell: '' };
  expect((await desk.post(`${at}/tilknyt`, link)).location).toContain('gemt=eventPlace');
  expect(await rowsOf(rt, 'select relative_id, name_sealed from attendances')).toEqual([
    { relative_id: relativeId, name_sealed: null },
  ]);
  expect((await desk.post(`${at}/tilknyt`, link)).text).toContain('Den pårørende er med allerede');
  const [look] = await rowsOf(rt, `select purpose from ledger where kind = 'relative.viewed'`);
  expect(look).toEqual({ purpose: 'event' });
});
