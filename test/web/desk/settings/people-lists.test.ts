import { expect, test } from 'vitest';
import { getOrganisation } from '../../../../src/services/organisation.ts';
import { addRelative, makeDesk, openDesk } from '../../../support/desk.ts';

const AT = '/desk/indstillinger/lister/paaroerende';

/** The fields of the form as the page gives them. */
function fieldsOf(text: string): Record<string, string> {
  const inputs = [...text.matchAll(/<input[^>]*name="((?:seen|[a-z]+\.\d+))"[^>]*?value="([^"]*)"/g)];
  return Object.fromEntries(inputs.map(([, name = '', value = '']) => [name, value]));
}

test('a relation gets other words, another place and a new neighbour, and the pages show them', async () => {
  await using rt = await makeDesk();
  const browser = await openDesk(rt, 'administrator');
  const page = await browser.get(`${AT}/relations`);
  const fields = fieldsOf(page.text);
  expect(fields['da.0']).toBe('Ægtefælle eller partner');
  const saved = await browser.post(`${AT}/relations`, {
    ...fields,
    'da.3': 'Bror eller søster',
    'place.3': '1',
    'da.7': 'Svigerbarn',
    'en.7': 'Child-in-law',
    'place.7': '2',
  });
  expect(saved.status).toBe(303);
  const { relations = [] } = (await getOrganisation(rt)).people;
  expect(relations.map(({ value }) => value).slice(0, 3)).toEqual(['søskende', 'svigerbarn', 'ægtefælle']);
  const id = await addRelative(rt, { relation: 'søskende' });
  expect((await browser.get(`/desk/paaroerende/${id}?fra=search`)).text).toContain('Bror eller søster');
  const form = (await browser.get('/desk/paaroerende/ny')).text;
  expect(form.indexOf('Bror eller søster')).toBeLessThan(form.indexOf('>Svigerbarn<'));
});

test('a closed area is no longer offered, who has it keeps it, and the page says why others must stay', async () => {
  await using rt = await makeDesk();
  const id = await addRelative(rt, { area: 'handicap' });
  const browser = await openDesk(rt, 'administrator');
  const page = await browser.get(`${AT}/areas`);
  expect(page.text).toContain('Bruges 1 gang: kan lukkes, ikke fjernes.');
  const n = Object.entries(fieldsOf(page.text))
    .find(([, value]) => value === 'handicap')?.[0]
    .split('.')[1];
  await browser.post(`${AT}/areas`, { ...fieldsOf(page.text), [`state.${n}`]: 'closed' });
  expect((await browser.get('/desk/paaroerende/ny')).text).not.toContain('value="handicap"');
  expect((await browser.get(`/desk/paaroerende/${id}/ret`)).text).toContain('value="handicap"');
  expect((await browser.get(`${AT}/ageBands`)).text).toContain('Skal blive: reglerne for unge under 18');
  expect((await browser.get('/desk/indstillinger/lister')).text).toContain('Handicap (lukket)');
});

test('a list that is refused keeps what was typed, and a list nobody has is not found', async () => {
  await using rt = await makeDesk();
  const browser = await openDesk(rt, 'administrator');
  const fields = fieldsOf((await browser.get(`${AT}/ageBands`)).text);
  const refused = await browser.post(`${AT}/ageBands`, { ...fields, 'da.7': '13-17', 'en.7': '13-17' });
  expect(refused.status).toBe(422);
  expect(refused.text).toContain('value="13-17"');
  expect(refused.text).toContain('Alle under 18 er i gruppen under 18');
  expect((await browser.get(`${AT}/venner`)).status).toBe(404);
});
