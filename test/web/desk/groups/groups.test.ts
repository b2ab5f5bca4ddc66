// The pages of groups: tried before kept, members seen, in and out from the group and from the relative.
import { expect, test } from 'vitest';
import { addRelative, type DeskRuntime, makeDesk, openDesk, rowsOf } from '../../../support/desk.ts';
import { makeEvent } from '../../../support/events.ts';

const idOf = (location: string): string => /grupper\/([\w-]{22})/.exec(location)?.[1] ?? '';

async function made(fields: Record<string, string | string[]>) {
  const rt = await makeDesk();
  const browser = await openDesk(rt, 'coordinator');
  await browser.get('/desk/grupper/ny?ved=regel');
  const answer = await browser.post('/desk/grupper/ny', { note: '', unit: '', gem: '1', ...fields });
  return { rt, browser, answer };
}

const groupsOf = (rt: DeskRuntime) => rowsOf(rt, 'select title, rule from groups');

test('a rule is tried first: whom it fits is shown in words and by name, and nothing is kept', async () => {
  await using rt = await makeDesk();
  await addRelative(rt, { name: 'Pårørende 1', relation: 'søskende' });
  await addRelative(rt, { name: 'Pårørende 2', relation: 'ven', number: '20 00 00 22' });
  const browser = await openDesk(rt, 'coordinator');
  await browser.get('/desk/grupper/ny?ved=regel');
  const answer = await browser.post('/desk/grupper/ny', {
    ved: 'regel',
    title: 'Søskende',
    note: '',
    unit: '',
    relations: 'søskende',
    languages: 'da',
    gem: '',
  });
  expect(answer.status).toBe(200);
  expect(answer.text).toContain('Alle pårørende, der er søskende og får beskeder på dansk.');
  expect(answer.text).toContain('Reglen passer nu på 1 pårørende, du kan se:');
  expect(answer.text).toContain('Pårørende 1');
  expect(answer.text).not.toContain('Pårørende 2');
  expect(await groupsOf(rt)).toEqual([]);
});

test('a rule that is kept stands in words on its page, with who is in it', async () => {
  const { rt, browser, answer } = await made({
    ved: 'regel',
    title: 'Stille',
    silentDays: '30',
    areas: ['demens'],
  });
  await using _ = rt;
  const page = await browser.get(answer.headers.get('location') ?? '');
  expect(page.text).toContain('Alle pårørende, der hører til området demens og ikke er hørt fra i 30 dage.');
  expect(page.text).toContain('Reglen passer ikke på nogen');
  expect((await browser.get('/desk/grupper')).text).toContain('0 pårørende');
});

test('a rule can ask how one stands to an event, and says so', async () => {
  await using rt = await makeDesk();
  const event = await makeEvent(rt);
  const browser = await openDesk(rt, 'coordinator');
  const form = await browser.get('/desk/grupper/ny?ved=regel');
  expect(form.text).toContain('Temaeftermiddag om demens, onsdag den 10. marts: har ikke svaret');
  const answer = await browser.post('/desk/grupper/ny', {
    ved: 'regel',
    title: 'Mangler svar',
    event: `${event} silent`,
    gem: '1',
  });
  expect((await browser.get(answer.headers.get('location') ?? '')).text).toContain(
    'Alle pårørende, der er inviteret til »Temaeftermiddag om demens« og ikke har svaret.',
  );
});

test.each<[string, Record<string, string>, string]>([
  ['an empty rule', { title: 'x' }, 'rule'],
  ['a number of days that is none', { title: 'x', silentDays: 'mange' }, 'silentDays'],
  ['no name', { title: '', relations: 'ven' }, 'title'],
  ['a relation nobody has', { title: 'x', relations: 'fætter' }, 'relations'],
])('%s is refused at its field, and what was typed stays', async (_what, fields, at) => {
  const { rt, answer } = await made({ ved: 'regel', ...fields });
  await using _ = rt;
  expect(answer.status).toBe(422);
  expect(answer.text).toContain(`href="#${at}"`);
  if (fields.relations === 'ven') expect(answer.text).toMatch(/value="ven"[^>]*checked/);
  expect(await groupsOf(rt)).toEqual([]);
});

test('a relative is put in from their own page and taken out from the group', async () => {
  const { rt, browser, answer } = await made({ title: 'Følgegruppe' });
  await using _ = rt;
  const group = idOf(answer.headers.get('location') ?? '');
  const relative = await addRelative(rt, { name: 'Pårørende 1' });
  await browser.get(`/desk/paaroerende/${relative}?fra=list`);
  const put = await browser.post('/desk/grupper/tag-med', {
    gruppe: group,
    paaroerende: relative,
    tilbage: 'person',
  });
  expect(put.headers.get('location')).toContain(`/desk/paaroerende/${relative}`);
  expect((await browser.get(`/desk/grupper/${group}`)).text).toContain('Pårørende 1');
  await browser.post(`/desk/grupper/${group}/tag-ud`, { paaroerende: relative });
  expect((await browser.get(`/desk/grupper/${group}`)).text).toContain('Ingen er med endnu');
  expect((await browser.get(`/desk/paaroerende/${relative}?fra=list`)).text).toContain('har forladt gruppen');
});

test('a rest from group messages without a date is not told as kept', async () => {
  await using rt = await makeDesk();
  const relative = await addRelative(rt, { name: 'Pårørende 1' });
  const browser = await openDesk(rt, 'coordinator');
  await browser.get(`/desk/paaroerende/${relative}?fra=list`);
  const rest = (fields: Record<string, string>) =>
    browser.post(`/desk/paaroerende/${relative}/stille`, fields);
  expect((await rest({ indtil: '' })).status).toBe(422);
  expect((await rest({ indtil: '2099-01-02' })).status).toBe(303);
  expect((await rest({})).status).toBe(303);
  expect(await rowsOf(rt, 'select quiet_until from relatives')).toEqual([{ quiet_until: null }]);
});

test('the one who was slower is told that somebody changed the group meanwhile', async () => {
  const { rt, browser, answer } = await made({ title: 'Først' });
  await using _ = rt;
  const at = `/desk/grupper/${idOf(answer.headers.get('location') ?? '')}/ret`;
  const seen = /name="seen" value="(\d+)"/.exec((await browser.get(at)).text)?.[1] ?? '';
  const change = (title: string) => browser.post(at, { title, note: '', unit: '', seen, gem: '1' });
  expect((await change('Anden')).status).toBe(303);
  const late = await change('Tredje');
  expect(late.status).toBe(422);
  expect(late.text).toContain('Tredje');
  expect(await groupsOf(rt)).toMatchObject([{ title: 'Anden' }]);
});

test('a title from a person is text and never markup', async () => {
  const { rt, browser } = await made({ title: '<img src=x onerror=alert(1)>' });
  await using _ = rt;
  expect((await browser.get('/desk/grupper')).text).not.toContain('<img src=x');
});
