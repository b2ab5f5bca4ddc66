import { expect, test } from 'vitest';
import { findKey } from '../../../src/services/api-keys/find-key.ts';
import { listKeys } from '../../../src/services/api-keys/list-keys.ts';
import { type KeyForm, makeKey } from '../../../src/services/api-keys/make-key.ts';
import { revokeKey } from '../../../src/services/api-keys/revoke-key.ts';
import { openStaffNames } from '../../../src/services/relatives/open-names.ts';
import { ROLES, type Staff } from '../../../src/services/staff/staff.ts';
import { addUnits } from '../../../src/store/organisation.ts';
import { addKey, administrator } from '../../support/api.ts';
import { makeDesk, rowsOf } from '../../support/desk.ts';

const form: KeyForm = {
  title: 'Fagsystem',
  role: 'reader',
  units: 'all',
  scopes: ['relatives:read'],
  endsOn: '2027-12-31',
};

test.each(ROLES.filter((role) => role !== 'administrator'))(
  'a %s neither makes, sees nor revokes keys',
  async (role) => {
    await using rt = await makeDesk();
    const staff: Staff = { id: 's', role, units: 'all' };
    const { id } = await addKey(rt);
    await expect(makeKey(rt, staff, form)).rejects.toThrow('forbidden');
    await expect(listKeys(rt, staff)).rejects.toThrow('forbidden');
    await expect(revokeKey(rt, staff, id)).rejects.toThrow('forbidden');
  },
);

test.each<[string, Partial<KeyForm>, string]>([
  ['no title', { title: ' ' }, 'field-missing: title'],
  ['a CPR number as its title', { title: '010190-1234' }, 'cpr-typed: title'],
  ['a role nobody knows', { role: 'root' }, 'field-unreadable: role'],
  ['no unit', { units: [] }, 'field-missing: units'],
  ['a unit that is not there', { units: ['unit-9'] }, 'field-unreadable: units'],
  ['no scope', { scopes: [] }, 'field-missing: scopes'],
  ['a scope that is not there', { scopes: ['relatives:delete'] }, 'field-unreadable: scopes'],
  ['no last day', { endsOn: '' }, 'date-unreadable: endsOn'],
  ['a last day that is over', { endsOn: '2027-02-28' }, 'date-unreadable: endsOn'],
  ['a last day in ten years', { endsOn: '2037-03-01' }, 'date-unreadable: endsOn'],
])('a key with %s is not made', async (_, change, problem) => {
  await using rt = await makeDesk();
  await expect(makeKey(rt, administrator, { ...form, ...change })).rejects.toThrow(problem);
  expect(await rowsOf(rt, 'select id from api_keys')).toEqual([]);
});

test.each([
  ['2027-03-28', Date.UTC(2027, 2, 28, 22)],
  ['2027-10-31', Date.UTC(2027, 9, 31, 23)],
])('a key whose last day is %s, when the clocks change, works until midnight', async (endsOn, at) => {
  await using rt = await makeDesk();
  await makeKey(rt, administrator, { ...form, endsOn });
  expect(await rowsOf(rt, 'select ends_at from api_keys')).toEqual([{ ends_at: at }]);
});

test('nobody gives a key more units than their own', async () => {
  await using rt = await makeDesk();
  await rt.db.lane.put(addUnits, { id: 'unit-2', parentId: null, name: 'Sydhuset', area: 'demens' });
  const local: Staff = { id: 's', role: 'administrator', units: ['unit-2'] };
  await expect(makeKey(rt, local, form)).rejects.toThrow('field-unreadable: units');
  await expect(makeKey(rt, local, { ...form, units: ['unit-1'] })).rejects.toThrow('field-unreadable: units');
  await expect(makeKey(rt, local, { ...form, units: ['unit-2'] })).resolves.toBeDefined();
});

test('a key acts as staff of its own, in its units and those under them', async () => {
  await using rt = await makeDesk();
  await rt.db.lane.put(addUnits, { id: 'unit-1-1', parentId: 'unit-1', name: 'Stuen', area: 'demens' });
  const { id, key } = await makeKey(rt, administrator, { ...form, units: ['unit-1'] });
  expect(key).toMatch(/^limen_[0-9a-f]{16}_[\w-]{44}$/);
  expect(await findKey(rt, key)).toEqual({
    id,
    staff: { id: `key:${id}`, role: 'reader', units: ['unit-1', 'unit-1-1'] },
    scopes: ['relatives:read'],
  });
});

test('the ledger tells who made and who revoked a key, and a key is revoked once', async () => {
  await using rt = await makeDesk();
  const { id } = await makeKey(rt, administrator, form);
  await revokeKey(rt, administrator, id);
  await expect(revokeKey(rt, administrator, id)).rejects.toThrow('already-done');
  await expect(revokeKey(rt, administrator, 'nothing')).rejects.toThrow('not-found');
  expect(await rowsOf(rt, "select kind, actor, subject from ledger where kind like 'key.%'")).toEqual([
    { kind: 'key.made', actor: administrator.id, subject: `key:${id}` },
    { kind: 'key.revoked', actor: administrator.id, subject: `key:${id}` },
  ]);
  expect((await listKeys(rt, administrator)).map(({ state }) => state)).toEqual(['revoked']);
});

test('what a key did is told by its title, like the name of a person', async () => {
  await using rt = await makeDesk();
  const { id } = await makeKey(rt, administrator, form);
  const names = await openStaffNames(rt, [`key:${id}`, 'key:nothing', 'demo-advisor']);
  expect([...names]).toEqual([
    ['demo-advisor', 'Demo advisor'],
    [`key:${id}`, 'API: Fagsystem'],
  ]);
});
