// Users and units as an administrator tends them.
import { expect, test, vi } from 'vitest';
import { findStaff } from '../../../../src/services/staff/find-staff.ts';
import { addUnits } from '../../../../src/store/organisation.ts';
import { findUnitsOf, insertStaff } from '../../../../src/store/people/staff.ts';
import { seal } from '../../../../src/store/seal.ts';
import { addRelative, type DeskRuntime, makeDesk, openDesk, rowsOf } from '../../../support/desk.ts';
import { codeOf, invite, logIn, take } from '../../../support/staff.ts';

vi.setConfig({ testTimeout: 60_000 });

const cookie = '__Host-limen_staff';

async function withAdministrator() {
  const rt = await makeDesk();
  return { rt, desk: await openDesk(rt, 'administrator') };
}

const linkIn = (html: string): string =>
  new URL(/class="desk-secret">([^<]+)</.exec(html)?.[1] ?? 'https://x/').pathname;

const staffRow = async (rt: DeskRuntime, id: string) =>
  (await rowsOf(rt, `select role, all_units, closed_at from staff where id = '${id}'`))[0];

test('an administrator makes a user with units, hands over the link, and the user is in with that role', async () => {
  const { rt, desk } = await withAdministrator();
  await using _ = rt;
  const form = { name: 'Bruger 1', email: 'bruger1@example.org', role: 'reader', units: 'unit-1' };
  await desk.get('/desk/brugere/ny');

  const made = await desk.post('/desk/brugere/ny', form);
  const { browser } = await take(rt, linkIn(made.text));

  const staff = await findStaff(rt, browser.cookies.get(cookie) ?? '');
  expect(staff).toMatchObject({ name: 'Bruger 1', role: 'reader', units: ['unit-1'] });
  expect((await desk.get('/desk/brugere')).text).toContain('Bostedet Lindehuset');
});

test.each([
  [{ name: ' ' }, 'name'],
  [{ email: 'ikke en e-mail' }, 'email'],
  [{ role: 'root' }, 'role'],
  [{ units: '' }, 'units'],
  [{ units: 'findes-ikke' }, 'units'],
] as const)('a user with %j is asked for anew, and nobody is made', async (change, field) => {
  const { rt, desk } = await withAdministrator();
  await using _ = rt;
  const form = { name: 'Bruger 1', email: 'bruger1@example.org', role: 'advisor', units: 'unit-1' };
  const before = await rowsOf(rt, 'select * from staff');
  await desk.get('/desk/brugere/ny');

  const sent = Object.fromEntries(Object.entries({ ...form, ...change }).filter(([, value]) => value !== ''));
  const answer = await desk.post('/desk/brugere/ny', sent);

  expect(answer.status).toBe(422);
  expect(answer.text).toContain(`href="#${field}"`);
  expect(await rowsOf(rt, 'select * from staff')).toEqual(before);
});

test('two users cannot have one e-mail, also when both are made at once', async () => {
  const { rt } = await withAdministrator();
  await using _ = rt;
  const both = await Promise.allSettled([invite(rt), invite(rt, { email: 'MEDARBEJDER1@example.org' })]);
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(await rowsOf(rt, 'select id from accounts')).toHaveLength(1);
});

test('a role and units are changed and hold from the next page on', async () => {
  const { rt, desk } = await withAdministrator();
  await using _ = rt;
  const { id, path } = await invite(rt);
  const { browser } = await take(rt, path);
  await desk.get(`/desk/brugere/${id}`);

  const answer = await desk.post(`/desk/brugere/${id}`, {
    name: 'Ny',
    role: 'reader',
    units: 'unit-1',
    seen: '0',
  });

  expect(answer.location).toBe(`/desk/brugere/${id}?gemt=user`);
  expect((await browser.get('/desk/paaroerende/ny')).status).toBe(403);
  expect(await findUnitsOf(rt.db, { id, allUnits: 0 })).toEqual(['unit-1']);
  expect((await rowsOf(rt, "select body from ledger where kind = 'staff.changed'"))[0]?.body).toContain(
    '"reader"',
  );
});

test('closing shows its effect, ends the sessions at once, and can be undone', async () => {
  const { rt, desk } = await withAdministrator();
  await using _ = rt;
  const { id, path } = await invite(rt);
  const { browser, secret } = await take(rt, path);
  const relative = await addRelative(rt);
  await rt.db.client.execute({
    sql: 'update relatives set advisor_id = ? where id = ?',
    args: [id, relative],
  });

  const asked = await desk.get(`/desk/brugere/${id}/luk`);
  expect(asked.text).toMatch(/Åbne sessioner, der lukkes: 1.*Pårørende, brugeren følger, .*: 1</s);
  await desk.post(`/desk/brugere/${id}/luk`);

  expect((await browser.get('/desk')).location).toBe('/desk/login');
  expect((await logIn(rt, { code: codeOf(rt, secret) })).answer.status).toBe(422);
  await desk.get(`/desk/brugere/${id}`);
  await desk.post(`/desk/brugere/${id}/genaabn`);
  expect((await logIn(rt, { code: codeOf(rt, secret) })).answer.location).toBe('/desk');
});

test('a new invitation ends what was: password, codes, recovery codes, sessions and the older link', async () => {
  const { rt, desk } = await withAdministrator();
  await using _ = rt;
  const { id, path } = await invite(rt);
  const { browser, secret, codes } = await take(rt, path);
  await desk.get(`/desk/brugere/${id}/inviter`);

  const again = await desk.post(`/desk/brugere/${id}/inviter`);

  expect((await browser.get('/desk')).location).toBe('/desk/login');
  expect((await logIn(rt, { code: codeOf(rt, secret) })).answer.status).toBe(422);
  expect((await logIn(rt, { code: codes[0] ?? '' })).answer.status).toBe(422);
  expect((await take(rt, path)).answer.status).toBe(410);
  expect((await take(rt, linkIn(again.text))).answer.status).toBe(200);
});

test('nobody closes or demotes himself', async () => {
  const { rt, desk } = await withAdministrator();
  await using _ = rt;
  const at = '/desk/brugere/demo-administrator';
  await desk.get(at);
  const form = { name: 'Demo administrator', role: 'advisor', allUnits: 'yes' };

  expect((await desk.post(at, form)).status).toBe(422);
  expect(
    (await desk.post(at, { ...form, role: 'administrator', allUnits: '', units: 'unit-1' })).status,
  ).toBe(422);
  expect((await desk.post(`${at}/luk`)).status).toBe(422);
  expect(await staffRow(rt, 'demo-administrator')).toEqual({
    role: 'administrator',
    all_units: 1,
    closed_at: null,
  });
});

test('the last administrator who can log in is neither closed nor demoted, also when two press at once', async () => {
  await using rt = await makeDesk({ config: { demo: false } });
  const taken = [];
  for (const n of [1, 2]) {
    const email = `administrator${n}@example.org`;
    const { id, path } = await invite(rt, { role: 'administrator', email, name: `Administrator ${n}` });
    const { browser } = await take(rt, path);
    await browser.get('/desk');
    taken.push({ id, browser });
  }
  const [one, two] = taken;
  if (!one || !two) throw new Error('two are needed');
  await invite(rt, { role: 'administrator', email: 'ikke-endnu@example.org' });

  const both = await Promise.all([
    one.browser.post(`/desk/brugere/${two.id}/luk`),
    two.browser.post(`/desk/brugere/${one.id}`, { name: 'En', role: 'reader', allUnits: 'yes', seen: '0' }),
  ]);

  expect(both.map(({ status }) => status === 303).filter(Boolean)).toHaveLength(1);
  const left = await rowsOf(
    rt,
    `select s.id from staff s join accounts a on a.id = s.id
      where role = 'administrator' and closed_at is null and password_hash is not null`,
  );
  expect(left).toHaveLength(1);
});

test('sessions are listed without their token, and ended one by one, all others, or by an administrator', async () => {
  const { rt, desk } = await withAdministrator();
  await using _ = rt;
  const agent = { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0' };
  const own = await openDesk(rt, 'advisor');
  const others = [
    await openDesk(rt, 'advisor'),
    await openDesk(rt, 'advisor'),
    await openDesk(rt, 'advisor'),
  ];
  const page = await own.get('/desk/sessioner', agent);
  expect(page.text).not.toContain(own.cookies.get(cookie));
  const handles = [...page.text.matchAll(/name="session" value="([^"]+)"/g)].map(([, handle = '']) => handle);
  expect(handles).toHaveLength(3);

  await own.post('/desk/sessioner', { session: handles[0] ?? '' });
  const open = async () =>
    (await Promise.all(others.map((b) => b.get('/desk')))).filter((a) => a.status === 200).length;
  expect(await open()).toBe(2);
  expect((await desk.post('/desk/sessioner', { session: handles[1] ?? '' })).status).toBe(404);
  await own.get('/desk/sessioner');
  await own.post('/desk/sessioner');
  expect(await open()).toBe(0);
  expect((await own.get('/desk')).status).toBe(200);

  await desk.get('/desk/brugere/demo-advisor');
  await desk.post('/desk/brugere/demo-advisor/sessioner');
  expect((await own.get('/desk')).location).toBe('/desk/login');
});

test('a name with markup stands on the pages as it was typed and does nothing', async () => {
  const { rt, desk } = await withAdministrator();
  await using _ = rt;
  const name = '<img src=x onerror=alert(1)>"\'&';
  const id = 'staff-xss';
  const nameSealed = seal(rt.db.keys, `staff.name:${id}`, name);
  await rt.db.lane.put(insertStaff, { id, nameSealed, role: 'advisor', allUnits: 1, createdAt: 1 });
  await rt.db.lane.put(addUnits, { id: 'unit-xss', parentId: null, name, area: name });
  for (const path of [
    '/desk/brugere',
    `/desk/brugere/${id}`,
    `/desk/brugere/${id}/luk`,
    '/desk/enheder',
    '/desk/enheder/unit-xss',
    '/desk/brugere/ny',
  ]) {
    const { text, status } = await desk.get(path);
    expect(status).toBe(200);
    expect(text).not.toContain('<img');
    expect(text).toContain('&lt;img');
  }
});

test('units are added, moved and closed; circles go where one says, and nothing is moved under itself', async () => {
  const { rt, desk } = await withAdministrator();
  await using _ = rt;
  await addRelative(rt);
  await desk.get('/desk/enheder');
  await desk.post('/desk/enheder', { name: 'Område Nord', area: 'Nord', parentId: '' });
  const north = String((await rowsOf(rt, "select id from units where name = 'Område Nord'"))[0]?.id);
  const taken = await desk.post('/desk/enheder', { name: 'område nord', area: 'Nord', parentId: '' });
  expect(taken.status).toBe(422);

  const move = { name: 'Bostedet Lindehuset', area: 'handicap' };
  expect((await desk.post('/desk/enheder/unit-1', { ...move, parentId: north, seen: '0' })).status).toBe(303);
  const under = { name: 'Nord', area: 'Nord', parentId: 'unit-1', seen: '0' };
  const round = await desk.post(`/desk/enheder/${north}`, under);
  expect(round.status).toBe(422);
  expect((await desk.post(`/desk/enheder/${north}/luk`)).status).toBe(422);

  expect((await desk.get('/desk/enheder/unit-1/luk')).text).toContain('Kredse, der skal flyttes: 1');
  expect((await desk.post('/desk/enheder/unit-1/luk', { to: '' })).status).toBe(422);
  expect((await desk.post('/desk/enheder/unit-1/luk', { to: north })).status).toBe(303);

  expect(await rowsOf(rt, 'select unit_id from circles')).toEqual([{ unit_id: north }]);
  expect((await desk.get('/desk/paaroerende/ny')).text).not.toContain('Bostedet Lindehuset');
  await desk.get('/desk/enheder/unit-1');
  expect((await desk.post('/desk/enheder/unit-1/genaabn')).status).toBe(303);
});
