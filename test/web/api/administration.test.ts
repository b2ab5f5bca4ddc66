// What administrators do at the desk, done by a program: users, sessions, units, settings, the log.
import { expect, test } from 'vitest';
import { getOrganisation } from '../../../src/services/organisation.ts';
import { openProgram } from '../../support/api.ts';
import { type DeskRuntime, makeDesk, openDesk, rowsOf } from '../../support/desk.ts';

const openAdministration = (rt: DeskRuntime) => openProgram(rt, { role: 'administrator' });

test('a user is invited with a link that is told once, moved to another unit, closed and opened again', async () => {
  await using rt = await makeDesk();
  const program = await openAdministration(rt);
  const user = { name: 'Rådgiver 2', role: 'advisor', units: ['unit-1'] };
  const invited = await program.post('/staff', { ...user, email: 'raadgiver@limen.test' });
  expect([invited.status, invited.headers.get('location')]).toEqual([
    201,
    `/api/v1/staff/${invited.json.id}`,
  ]);
  expect(invited.json.link).toMatch(/^https:\/\/limen\.test\/desk\/invitation\//);
  const taken = await program.post('/staff', { ...user, email: 'raadgiver@limen.test' });
  expect([taken.json.code, taken.json.errors]).toMatchObject(['email-taken', [{ pointer: '#/email' }]]);

  const at = `/staff/${invited.json.id}`;
  expect((await program.get(at)).json).toMatchObject({
    state: 'invited',
    units: ['unit-1'],
    role: 'advisor',
  });
  await program.post(at, { ...user, role: 'reader', units: 'all', seen: 0 });
  expect((await program.get(at)).json).toMatchObject({ role: 'reader', units: 'all', allUnits: true });
  expect((await program.post(`${at}/close`)).status).toBe(200);
  expect((await program.get(at)).json.state).toBe('closed');
  expect((await program.post(`${at}/reopen`)).status).toBe(200);
});

test('the last administrator cannot be closed by a program', async () => {
  await using rt = await makeDesk();
  const program = await openAdministration(rt);
  const closed = await program.post('/staff/demo-administrator/close');
  expect([closed.status, closed.json.code]).toEqual([409, 'last-administrator']);
});

test('the sessions of a user are listed without their tokens, and one of them or all are ended', async () => {
  await using rt = await makeDesk();
  const browsers = [await openDesk(rt), await openDesk(rt), await openDesk(rt)];
  const program = await openAdministration(rt);
  const at = '/staff/demo-advisor/sessions';
  const page = await program.get(`${at}?limit=2`);
  const [first] = page.json.data as { id: string; login: string }[];
  expect([(page.json.data as unknown[]).length, page.json.next, first?.login]).toEqual([
    2,
    expect.any(String),
    'demo',
  ]);
  expect((await program.post(`${at}/end`, { session: first?.id })).json).toEqual({ ended: 1 });
  expect((await program.post(`${at}/end`, { session: first?.id })).status).toBe(404);
  expect((await program.post(`${at}/end`, {})).json).toEqual({ ended: 2 });
  for (const browser of browsers) expect((await browser.get('/desk/indbakke')).status).toBe(302);
  expect((await program.get('/staff/nobody/sessions')).status).toBe(404);
});

test('units are made, moved and closed, and what belongs to one goes along', async () => {
  await using rt = await makeDesk();
  const program = await openAdministration(rt);
  const made = await program.post('/units', { name: 'Østhuset', area: 'demens', parent: 'unit-1' });
  const at = `/units/${made.json.id}`;
  expect((await program.get(at)).json).toMatchObject({ parent: 'unit-1', depth: 1, closedAt: null });
  const form = { name: 'Huset', area: 'demens', parent: made.json.id, seen: 0 };
  const under = await program.post('/units/unit-1', form);
  expect(under.json.errors).toMatchObject([{ pointer: '#/parent', code: 'field-unreadable' }]);
  expect((await program.post('/units/unit-1/close', {})).json.code).toBe('unit-in-use');
  expect((await program.post(`${at}/close`, {})).status).toBe(200);
  const tree = (await program.get('/unit-tree')).json.data as { id: string; closedAt: string | null }[];
  expect(tree.map(({ id, closedAt }) => [id, closedAt !== null])).toEqual([
    ['unit-1', false],
    [made.json.id, true],
  ]);
});

test('settings are changed as they were read, and never over what somebody else has changed', async () => {
  await using rt = await makeDesk();
  const program = await openAdministration(rt);
  const read = await program.get('/settings');
  const { seen, window, openingHours } = read.json;
  const longer = { ...(window as object), closed: ['2027-12-24'] };
  const changed = await program.post('/settings/hours', { seen, window: longer, openingHours });
  expect([changed.status, Number(changed.json.seen) > Number(seen)]).toEqual([200, true]);
  expect((await getOrganisation(rt)).window.closed).toEqual(['2027-12-24']);

  const stale = await program.post('/settings/retention', { seen, textsKeptMonths: 24 });
  expect([stale.status, stale.json.code]).toEqual([409, 'changed-meanwhile']);
  const kept = await program.post('/settings/retention', { seen: changed.json.seen, textsKeptMonths: 24 });
  const levels = await program.post('/settings/lists/levels', {
    seen: kept.json.seen,
    choices: ['let', 'svær'],
  });
  expect([kept.status, levels.status]).toEqual([200, 200]);
  expect((await program.get('/choices')).json.levels).toEqual(['let', 'svær']);
});

test('a send window that would wake people is refused, and told by the field inside the field', async () => {
  await using rt = await makeDesk();
  const program = await openAdministration(rt);
  const { seen, window, openingHours } = (await program.get('/settings')).json;
  const early = { ...(window as object), from: '05:00' };
  const refused = await program.post('/settings/hours', { seen, window: early, openingHours });
  expect([refused.status, refused.json.errors]).toMatchObject([
    422,
    [{ pointer: '#/window/from', code: 'field-unreadable' }],
  ]);
});

test('a text of the house in other words has a version, and who wrote it', async () => {
  await using rt = await makeDesk();
  const program = await openAdministration(rt);
  const { seen } = (await program.get('/settings/texts')).json;
  const text = 'Stoppet. Hjælp: {{ telefon }}';
  expect((await program.post('/settings/texts/stop', { seen, language: 'da', text })).status).toBe(200);
  const versions = await program.get('/settings/wordings/sms/stop');
  expect(versions.json.data).toMatchObject([{ version: 1, text }]);
});

test('what an administrating key does stands in the log under its id, and the log is read in pages', async () => {
  await using rt = await makeDesk();
  const program = await openAdministration(rt);
  await program.post('/units', { name: 'Østhuset', area: 'demens' });
  const found = await program.get('/log?kind=unit.made');
  expect(found.json.data).toMatchObject([{ kind: 'unit.made', actor: `key:${program.keyId}` }]);
  for (let n = 0; n < 51; n += 1) await program.post('/units', { name: `Hus ${n}`, area: 'demens' });
  const first = await program.get('/log?kind=unit');
  const second = await program.get(`/log?kind=unit&cursor=${String(first.json.next)}`);
  expect([(first.json.data as unknown[]).length, (second.json.data as unknown[]).length]).toEqual([50, 2]);
  expect(second.json.next).toBeNull();
});

test('the role of an administrator alone opens nothing: each scope is its own, and the scopes open nothing to other roles', async () => {
  await using rt = await makeDesk();
  const ordinary = await openProgram(rt, {
    role: 'administrator',
    scopes: ['settings:read', 'relatives:read', 'relatives:write'],
  });
  for (const path of ['/settings', '/staff', '/unit-tree', '/log'])
    expect((await ordinary.get(path)).json.code).toBe('scope-missing');
  const coordinator = await openProgram(rt, { role: 'coordinator' });
  for (const path of ['/settings', '/staff', '/unit-tree', '/log'])
    expect((await coordinator.get(path)).json.code).toBe('forbidden');
  expect(await rowsOf(rt, "select 1 from ledger where kind = 'settings.changed'")).toEqual([]);
});
