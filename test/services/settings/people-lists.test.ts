import { expect, test } from 'vitest';
import { getOrganisation } from '../../../src/services/organisation.ts';
import { changeRelative, showChangeForm } from '../../../src/services/relatives/change-relative.ts';
import type { PeopleList } from '../../../src/services/relatives/people-lists.ts';
import {
  changePeopleList,
  showPeopleList,
  type TypedChoice,
} from '../../../src/services/settings/people-lists.ts';
import type { Staff } from '../../../src/services/staff/staff.ts';
import { addFlows } from '../../../src/store/journeys/flows.ts';
import { addRelative, advisor, type DeskRuntime, makeDesk } from '../../support/desk.ts';

const admin: Staff = { id: 'demo-administrator', role: 'administrator', units: 'all' };

type Change = Partial<Record<string, Partial<TypedChoice> | 'gone'>>;

/** Saves a list as its form would: what is there, with some values changed, and new ones after it. */
async function save(rt: DeskRuntime, list: PeopleList, change: Change, added: string[] = []): Promise<void> {
  const { seen, choices } = await showPeopleList(rt, admin, list);
  const typed = choices.flatMap(({ value, words, closed }): TypedChoice[] => {
    const asked = change[value];
    if (asked === 'gone') return [];
    const state = closed ? 'closed' : 'open';
    return [{ value, da: words?.da ?? value, en: words?.en ?? value, state, ...asked }];
  });
  const more = added.map((da): TypedChoice => ({ value: '', da, en: `${da} (en)`, state: 'open' }));
  await changePeopleList(rt, admin, { seen, list, choices: [...typed, ...more] });
}

test('only administrators see and change the lists', async () => {
  await using rt = await makeDesk();
  await expect(showPeopleList(rt, advisor, 'relations')).rejects.toThrow('forbidden');
  await expect(changePeopleList(rt, advisor, { seen: 0, list: 'relations', choices: [] })).rejects.toThrow(
    'forbidden',
  );
});

test('a new relation can be chosen at once, and its key stays when its words change', async () => {
  await using rt = await makeDesk();
  await expect(addRelative(rt, { relation: 'svigerdatter' })).rejects.toThrow('field-unreadable');
  await save(rt, 'relations', {}, ['Svigerdatter']);
  const id = await addRelative(rt, { relation: 'svigerdatter' });
  await save(rt, 'relations', { svigerdatter: { da: 'Svigerbarn', en: 'Child-in-law' } });
  const { form } = await showChangeForm(rt, advisor, id);
  expect(form.relation).toBe('svigerdatter');
  expect((await getOrganisation(rt)).people.relations?.at(-1)).toEqual({
    value: 'svigerdatter',
    da: 'Svigerbarn',
    en: 'Child-in-law',
    closed: false,
  });
});

test('what is used is closed and not removed: who has it keeps it, nobody else can choose it', async () => {
  await using rt = await makeDesk();
  const id = await addRelative(rt, { area: 'handicap' });
  await expect(save(rt, 'areas', { handicap: 'gone' })).rejects.toThrow('choice-used');
  await expect(save(rt, 'areas', { handicap: { state: 'remove' } })).rejects.toThrow('choice-used');
  await save(rt, 'areas', { handicap: { state: 'closed' }, palliation: 'gone' });
  await expect(addRelative(rt, { number: '20 00 00 22', area: 'handicap' })).rejects.toThrow(
    'field-unreadable',
  );
  const { form } = await showChangeForm(rt, advisor, id);
  await changeRelative(rt, advisor, id, { ...form, tiltale: 'Marie' });
  const { form: after } = await showChangeForm(rt, advisor, id);
  expect(after).toMatchObject({ area: 'handicap', tiltale: 'Marie' });
  await changeRelative(rt, advisor, id, { ...after, area: 'demens' });
  const { form: moved } = await showChangeForm(rt, advisor, id);
  await expect(changeRelative(rt, advisor, id, { ...moved, area: 'handicap' })).rejects.toThrow(
    'field-unreadable',
  );
});

test('what a running flow, the rule of minors or a record without an answer needs is neither closed nor removed', async () => {
  await using rt = await makeDesk();
  const body = JSON.stringify({ steps: [{ kind: 'branch', id: 'b', on: 'area', is: { demens: 'x' } }] });
  await rt.db.lane.put(addFlows, {
    id: 'p@1',
    name: 'p',
    title: 'Prøveforløb',
    body,
    publishedAt: 1,
    retiredAt: null,
  });
  const { choices } = await showPeopleList(rt, admin, 'areas');
  expect(choices.find(({ value }) => value === 'demens')?.lock).toEqual({
    why: 'flows',
    titles: ['Prøveforløb'],
  });
  for (const state of ['closed', 'remove'] as const) {
    await expect(save(rt, 'areas', { demens: { state } })).rejects.toThrow('choice-locked');
    await expect(save(rt, 'ageBands', { '0-17': { state } })).rejects.toThrow('choice-locked');
    await expect(save(rt, 'ageBands', { ukendt: { state } })).rejects.toThrow('choice-locked');
    await expect(save(rt, 'relations', { anden: { state } })).rejects.toThrow('choice-locked');
  }
  await save(rt, 'areas', { demens: { da: 'Demens og hukommelse' } });
});

test.each([
  ['13-17', 'ages-unreadable'],
  ['unge', 'ages-unreadable'],
  ['40-30', 'ages-unreadable'],
  ['20-25', 'ages-overlap'],
  ['90+', 'ages-overlap'],
])('a new age band %s is refused', async (band, code) => {
  await using rt = await makeDesk();
  await expect(save(rt, 'ageBands', {}, [band])).rejects.toThrow(code);
});

test('an age band is split by closing it and writing the two', async () => {
  await using rt = await makeDesk();
  await save(rt, 'ageBands', { '18-29': { state: 'closed' } }, ['18–24 år', '25-29']);
  await addRelative(rt, { ageBand: '18-24' });
  const bands = (await showPeopleList(rt, admin, 'ageBands')).choices.map(({ value }) => value);
  expect(bands.slice(-2)).toEqual(['18-24', '25-29']);
});

test.each([
  ['twice', ['Ven fra før', 'ven fra før'], 'choice-double'],
  ['with the words of another', ['demens'], 'choice-double'],
  ['of too many letters', ['x'.repeat(61)], 'text-too-long'],
])('a choice %s is refused', async (_, added, code) => {
  await using rt = await makeDesk();
  await expect(save(rt, 'areas', {}, added)).rejects.toThrow(code);
});

test('of two who change lists they both saw the second is told', async () => {
  await using rt = await makeDesk();
  const { seen, choices } = await showPeopleList(rt, admin, 'foundBy');
  const typed = choices.map(({ value }): TypedChoice => ({ value, da: value, en: value, state: 'open' }));
  const order = { seen, list: 'foundBy' as const, choices: typed };
  await changePeopleList(rt, admin, order);
  await expect(changePeopleList(rt, admin, order)).rejects.toThrow('changed-meanwhile');
});
