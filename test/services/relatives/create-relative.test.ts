import { expect, test } from 'vitest';
import { checkRelative } from '../../../src/services/relatives/check-relative.ts';
import { createRelative } from '../../../src/services/relatives/create-relative.ts';
import { showRelative } from '../../../src/services/relatives/show-relative.ts';
import { addRelative, advisor, makeDesk, reader, relativeForm, rowsOf } from '../../support/desk.ts';

test('a relative is registered with number, new circle and consent', async () => {
  await using rt = await makeDesk();

  const { id } = await createRelative(
    rt,
    advisor,
    relativeForm({ consent: 'yes', note: 'Ring efter kl. 16' }),
  );

  const view = await showRelative(rt, advisor, id, 'new');
  expect(view).toMatchObject({
    name: 'Bror, 22',
    tiltale: 'Mads',
    note: 'Ring efter kl. 16',
    channel: 'sms',
    number: { text: '20 00 00 21', landline: false, shared: false },
    circle: { state: 'alive', unitName: 'Bostedet Lindehuset' },
    others: [],
  });
  expect(view.circle.code).toMatch(/^K-[2-9A-HJ-NP-Z]{6}$/);
  expect(view.consents).toMatchObject([{ given: true, purpose: 'sms', how: 'staff' }]);
});

test('nothing of a person stands in the database in clear', async () => {
  await using rt = await makeDesk();
  await addRelative(rt, { note: 'Har en hemmelig note', guardian: 'Moster Oda' });
  const everything = JSON.stringify([
    await rowsOf(rt, 'select * from relatives'),
    await rowsOf(rt, 'select * from numbers'),
    await rowsOf(rt, 'select * from ledger'),
  ]);
  for (const told of ['Bror', 'Mads', '20000021', 'hemmelig', 'Oda']) expect(everything).not.toContain(told);
});

test('a landline is no bad input: it is called', async () => {
  await using rt = await makeDesk();
  const id = await addRelative(rt, { number: '38 12 34 56' });
  const { channel, number } = await showRelative(rt, advisor, id, 'new');
  expect(channel).toBe('ring');
  expect(number?.landline).toBe(true);
});

test('staff know better than the number what kind of telephone it is', async () => {
  await using rt = await makeDesk();
  const id = await addRelative(rt, { number: '38 12 34 56', phone: 'mobile' });
  expect((await showRelative(rt, advisor, id, 'new')).channel).toBe('sms');
});

test('somebody who gets letters needs no number', async () => {
  await using rt = await makeDesk();
  const id = await addRelative(rt, { number: '', channel: 'brev' });
  expect((await showRelative(rt, advisor, id, 'new')).number).toBeNull();
});

test('a number that another has is refused until somebody confirms that it is shared', async () => {
  await using rt = await makeDesk();
  const first = await addRelative(rt);

  await expect(addRelative(rt, { name: 'Far, 55' })).rejects.toThrow('number-taken');
  expect(await rowsOf(rt, 'select count(*) as n from circles')).toEqual([{ n: 1 }]);
  await addRelative(rt, { name: 'Far, 55', shared: 'yes' });

  expect((await showRelative(rt, advisor, first, 'new')).number?.shared).toBe(true);
});

test('two who register the same number at once are told apart', async () => {
  await using rt = await makeDesk();
  const outcomes = await Promise.allSettled([addRelative(rt), addRelative(rt, { name: 'Far, 55' })]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(await rowsOf(rt, 'select count(*) as n from relatives')).toEqual([{ n: 1 }]);
});

test('an existing circle is found by its code, however it is typed', async () => {
  await using rt = await makeDesk();
  const first = await addRelative(rt);
  const { circle } = await showRelative(rt, advisor, first, 'new');

  const second = await addRelative(rt, {
    number: '20000022',
    unit: '',
    circle: ` ${circle.code.toLowerCase()} `,
  });

  expect((await showRelative(rt, advisor, second, 'new')).others.map(({ id }) => id)).toEqual([first]);
});

test.each([
  [{ name: '' }, 'name', 'field-missing'],
  [{ name: 'x'.repeat(61) }, 'name', 'text-too-long'],
  [{ name: 'Ole 010190-1234' }, 'name', 'cpr-typed'],
  [{ tiltale: ' ' }, 'tiltale', 'field-missing'],
  [{ tiltale: 'x'.repeat(21) }, 'tiltale', 'text-too-long'],
  [{ number: '' }, 'number', 'field-missing'],
  [{ number: '010190-1234' }, 'number', 'cpr-typed'],
  [{ number: '+46 70 123 45 67' }, 'number', 'number-country'],
  [{ number: 'ring bare' }, 'number', 'number-unreadable'],
  [{ ageBand: '0-17' }, 'guardian', 'field-missing'],
  [{ relation: 'kæreste' }, 'relation', 'field-unreadable'],
  [{ area: '' }, 'area', 'field-unreadable'],
  [{ language: '<script>' }, 'language', 'field-unreadable'],
  [{ channel: 'fax' }, 'channel', 'field-unreadable'],
  [{ unit: '' }, 'unit', 'field-missing'],
  [{ note: 'cpr 0101901234' }, 'note', 'cpr-typed'],
] as const)('%j is refused at %s as %s', async (change, field, code) => {
  expect(checkRelative(relativeForm(change), ['DK'], {})).toEqual([{ field, code }]);
});

test('a unit or a circle that does not exist is refused', async () => {
  await using rt = await makeDesk();
  await expect(addRelative(rt, { unit: 'nowhere' })).rejects.toThrow('field-unreadable: unit');
  await expect(addRelative(rt, { circle: 'K-AAAAAA' })).rejects.toThrow('field-unreadable: circle');
});

test('a minor is registered with the guardian', async () => {
  await using rt = await makeDesk();
  const id = await addRelative(rt, { ageBand: '0-17', guardian: 'Aftalt med far' });
  expect(await showRelative(rt, advisor, id, 'new')).toMatchObject({
    minor: true,
    guardian: 'Aftalt med far',
  });
});

test('a reader registers nobody', async () => {
  await using rt = await makeDesk();
  await expect(createRelative(rt, reader, relativeForm())).rejects.toThrow('forbidden');
});
