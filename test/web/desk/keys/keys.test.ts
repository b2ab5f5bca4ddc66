import { expect, test } from 'vitest';
import { findKey } from '../../../../src/services/api-keys/find-key.ts';
import { addKey } from '../../../support/api.ts';
import { makeDesk, openDesk } from '../../../support/desk.ts';

const wanted = {
  title: 'Fagsystem <b>',
  role: 'advisor',
  'enhed.unit-1': 'yes',
  'adgang.relatives:read': 'yes',
  'adgang.journeys:write': 'yes',
  endsOn: '2027-12-31',
};

test('an administrator makes a key, sees it once, and revokes it after reading what that does', async () => {
  await using rt = await makeDesk();
  const browser = await openDesk(rt, 'administrator');
  expect((await browser.get('/desk/noegler')).text).toContain('Der er ingen nøgler.');
  await browser.get('/desk/noegler/ny');

  const made = await browser.post('/desk/noegler/ny', wanted);

  const [key = ''] = /limen_[0-9a-f]{16}_[\w-]{44}/.exec(made.text) ?? [];
  expect(made.headers.get('cache-control')).toBe('no-store');
  expect(await findKey(rt, key)).toMatchObject({ scopes: ['relatives:read', 'journeys:write'] });
  const list = (await browser.get('/desk/noegler')).text;
  expect(list).not.toContain(key);
  for (const told of [
    'Fagsystem &lt;b&gt;',
    'Pårørende: læse',
    'Forløb: ændre',
    'Bostedet Lindehuset',
    'Virker',
  ])
    expect(list).toContain(told);

  const path = `/desk/noegler/${key.split('_')[1]}/traek-tilbage`;
  expect((await browser.get(path)).text).toContain('bliver afvist fra næste forsøg');
  const revoked = await browser.follow(await browser.post(path));
  expect(revoked.text).toContain('Nøglen er trukket tilbage.');
  expect(await findKey(rt, key)).toBeUndefined();
});

test('a form that is refused keeps what was chosen', async () => {
  await using rt = await makeDesk();
  const browser = await openDesk(rt, 'administrator');
  await browser.get('/desk/noegler/ny');
  const { status, text } = await browser.post('/desk/noegler/ny', { ...wanted, endsOn: '2020-01-01' });
  expect(status).toBe(422);
  expect(text).toContain('href="#endsOn"');
  expect(text).toMatch(/name="enhed.unit-1"[^>]*checked/);
  expect(text).toMatch(/name="adgang.journeys:write"[^>]*checked/);
});

test('others than administrators meet nothing of it', async () => {
  await using rt = await makeDesk();
  const { id } = await addKey(rt);
  const browser = await openDesk(rt, 'coordinator');
  for (const path of ['', '/ny', `/${id}/traek-tilbage`])
    expect((await browser.get(`/desk/noegler${path}`)).status).toBe(403);
  expect((await browser.post('/desk/noegler/ny', wanted)).status).toBe(403);
  expect((await browser.post(`/desk/noegler/${id}/traek-tilbage`)).status).toBe(403);
});
