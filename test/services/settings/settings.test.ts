import { expect, test } from 'vitest';
import { getOrganisation } from '../../../src/services/organisation.ts';
import { houseMessage } from '../../../src/services/sending/say-from-house.ts';
import { changeSettings } from '../../../src/services/settings/change-settings.ts';
import { eraseOldTexts } from '../../../src/services/settings/erase-old-texts.ts';
import { searchLog } from '../../../src/services/settings/search-log.ts';
import { showSettings } from '../../../src/services/settings/show-settings.ts';
import {
  changeConsentWording,
  changeHouseText,
  listHouseTexts,
  listVersions,
} from '../../../src/services/settings/wordings.ts';
import { ROLES, type Staff } from '../../../src/services/staff/staff.ts';
import { unseal } from '../../../src/store/seal.ts';
import { addRelative, addReply, advisor, makeDesk, reader } from '../../support/desk.ts';

const admin: Staff = { id: 'demo-administrator', role: 'administrator', units: 'all' };

test('only administrators see and change settings, wordings and the log', async () => {
  await using rt = await makeDesk();
  for (const role of ROLES.filter((one) => one !== 'administrator')) {
    const staff: Staff = { id: `demo-${role}`, role, units: 'all' };
    await expect(showSettings(rt, staff)).rejects.toThrow('forbidden');
    await expect(changeSettings(rt, staff, { seen: 0, change: { telefon: '1' } })).rejects.toThrow(
      'forbidden',
    );
    await expect(searchLog(rt, staff, {})).rejects.toThrow('forbidden');
    await expect(
      changeHouseText(rt, staff, { seen: 0, key: 'stop', language: 'da', text: 'x {{ telefon }}' }),
    ).rejects.toThrow('forbidden');
  }
});

test('a change holds at once, and the log says who changed which settings', async () => {
  await using rt = await makeDesk();
  const { seen } = await showSettings(rt, admin);
  await changeSettings(rt, admin, { seen, change: { telefon: '33 00 00 00' } });
  expect((await getOrganisation(rt)).telefon).toBe('33 00 00 00');
  const { lines } = await searchLog(rt, admin, { kind: 'settings.changed' });
  expect(lines.map(({ actor, body }) => [actor, JSON.parse(body).settings])).toEqual([
    [admin.id, ['telefon']],
  ]);
});

test('of two who change what they both saw, the second is told and nothing of theirs is written', async () => {
  await using rt = await makeDesk();
  const { seen } = await showSettings(rt, admin);
  const both = await Promise.allSettled([
    changeSettings(rt, admin, { seen, change: { telefon: '33 00 00 01' } }),
    changeHouseText(rt, admin, { seen, key: 'stop', language: 'da', text: 'Slut. {{ telefon }}' }),
  ]);
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  const won = both[0]?.status === 'fulfilled';
  expect((await getOrganisation(rt)).telefon === '33 00 00 01').toBe(won);
  expect(await listVersions(rt, admin, 'sms', 'stop', 'da')).toHaveLength(won ? 0 : 1);
  expect((await searchLog(rt, admin, { kind: 'settings.changed' })).lines).toHaveLength(1);
});

test.each([
  ['before seven', { from: '06:00', to: '20:00' }],
  ['after nine in the evening', { from: '08:00', to: '22:00' }],
  ['too short', { from: '08:00', to: '09:00' }],
  ['backwards', { from: '18:00', to: '08:00' }],
  ['no clock time', { from: 'otte', to: '20:00' }],
])('a send window %s is refused, and the old one holds', async (_, change) => {
  await using rt = await makeDesk();
  const { seen, organisation } = await showSettings(rt, admin);
  const window = { ...organisation.window, ...change };
  await expect(changeSettings(rt, admin, { seen, change: { window } })).rejects.toThrow('field-unreadable');
  expect((await getOrganisation(rt)).window).toEqual(organisation.window);
});

test('a text in own words is what leaves, and every version is kept', async () => {
  await using rt = await makeDesk();
  const say = async (text: string): Promise<void> => {
    const { seen } = await showSettings(rt, admin);
    await changeHouseText(rt, admin, { seen, key: 'help', language: 'da', text });
  };
  await say('Ring til os på {{ telefon }}.');
  await say('Ring på {{ telefon }}, {{ aabningstid }}.');
  const organisation = await getOrganisation(rt);
  const row = houseMessage(rt, organisation, {
    reply: 'r',
    numberId: 'n',
    key: 'help',
    language: 'da',
    at: rt.now(),
  });
  expect(unseal(rt.db.keys, 'messages.text:r.r', row.textSealed ?? '')).toBe(
    `Ring på ${organisation.telefon}, ${organisation.aabningstid}.`,
  );
  expect((await listVersions(rt, admin, 'sms', 'help', 'da')).map(({ version }) => version)).toEqual([2, 1]);
  const { texts } = await listHouseTexts(rt, admin, 'da');
  expect(texts.filter(({ isOwn }) => isOwn).map(({ key }) => key)).toEqual(['help']);
});

test.each([
  ['without a telephone', 'help', 'Ring til os.', 'template-wrong'],
  ['with a field nobody knows', 'help', '{{ navn }} {{ telefon }}', 'template-wrong'],
  ['that cannot be read', 'help', '{{ telefon', 'template-wrong'],
  ['of distress without the number round the clock', 'distress', 'Ring {{ telefon }}', 'template-wrong'],
  ['longer than one SMS', 'help', `{{ telefon }} ${'x'.repeat(200)}`, 'text-too-long'],
  ['that tells of an illness', 'help', 'Om demens: {{ telefon }}', 'text-confidential'],
  ['with nothing in it', 'help', '  ', 'text-empty'],
  ['nobody has', 'farvel', '{{ telefon }}', 'field-unreadable'],
])('a text %s is refused', async (_, key, text, code) => {
  await using rt = await makeDesk();
  const { seen } = await showSettings(rt, admin);
  await expect(changeHouseText(rt, admin, { seen, key, language: 'da', text })).rejects.toThrow(code);
});

test('a consent names the version of the words that were read aloud', async () => {
  await using rt = await makeDesk();
  const { seen } = await showSettings(rt, admin);
  await changeConsentWording(rt, admin, { seen, da: 'Må vi?', en: 'May we?' });
  await addRelative(rt, { consent: 'yes' });
  const { lines } = await searchLog(rt, admin, { kind: 'consent.given' });
  expect(JSON.parse(lines[0]?.body ?? '{}')).toMatchObject({ how: 'staff', wording: 'Må vi?', version: 1 });
});

test('words go when their time is over, what still waits stays, and that it happened stays', async () => {
  await using rt = await makeDesk();
  const waiting = await addReply(rt, { text: 'Gammel, men venter' });
  const handled = await addReply(rt, { text: 'Gammel', number: '+4520000031' });
  await rt.db.client.execute({ sql: "update replies set status = 'closed' where id = ?", args: [handled] });
  expect(await eraseOldTexts(rt)).toBe(0);
  const { seen } = await showSettings(rt, admin);
  await changeSettings(rt, admin, { seen, change: { textsKeptMonths: 6 } });
  expect(await eraseOldTexts(rt)).toBe(0);
  await rt.db.client.execute({
    sql: 'update replies set received_at = ?',
    args: [rt.now() - 190 * 86_400_000],
  });
  expect(await eraseOldTexts(rt)).toBe(1);
  const { rows } = await rt.db.client.execute('select id, text_sealed from replies');
  const sealed = new Map(rows.map((row) => [String(row.id), String(row.text_sealed)]));
  expect(sealed.get(handled)).toBe('');
  expect(sealed.get(waiting)).not.toBe('');
  expect((await searchLog(rt, admin, { kind: 'texts' })).lines).toHaveLength(1);
});

test('the log is searched by what, who, whom and when, page by page, every entry once', async () => {
  await using rt = await makeDesk();
  const ids = [];
  for (let n = 0; n < 60; n += 1) ids.push(await addRelative(rt, { number: `20 00 10 ${10 + n}` }));
  const first = await searchLog(rt, admin, { kind: 'relative.created' });
  const second = await searchLog(rt, admin, { kind: 'relative.created', before: first.next });
  expect(second.next).toBeUndefined();
  expect([...first.lines, ...second.lines].map(({ relativeId }) => relativeId)).toEqual(ids.toReversed());
  expect((await searchLog(rt, admin, { relativeId: ids[3] ?? '' })).lines).toHaveLength(1);
  expect((await searchLog(rt, admin, { kind: 'relative', actor: advisor.id })).lines).toHaveLength(50);
  expect((await searchLog(rt, admin, { actor: reader.id })).lines).toEqual([]);
  expect((await searchLog(rt, admin, { from: rt.now() + 1 })).lines).toEqual([]);
});
