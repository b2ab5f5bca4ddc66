import { expect, test } from 'vitest';
import { beat } from '../../../src/services/beat.ts';
import { changeNumber } from '../../../src/services/relatives/change-number.ts';
import { changeRelative, showChangeForm } from '../../../src/services/relatives/change-relative.ts';
import type { ChangeForm } from '../../../src/services/relatives/check-change.ts';
import { findRelatives } from '../../../src/services/relatives/find-relatives.ts';
import { moveCircle } from '../../../src/services/relatives/move-circle.ts';
import { shieldRelative, showShield } from '../../../src/services/relatives/shield-relative.ts';
import { showRelative } from '../../../src/services/relatives/show-relative.ts';
import { tendRelatives } from '../../../src/services/relatives/tend-relatives.ts';
import { receiveSms } from '../../../src/services/replies/receive-sms.ts';
import type { Staff } from '../../../src/services/staff/staff.ts';
import { addMessages } from '../../../src/store/messages/messages.ts';
import { addUnits } from '../../../src/store/organisation.ts';
import { numberId } from '../../../src/store/people/numbers.ts';
import { seal } from '../../../src/store/seal.ts';
import { addRelative, advisor, type DeskRuntime, makeDesk, reader, rowsOf } from '../../support/desk.ts';

const coordinator: Staff = { id: 'demo-coordinator', role: 'coordinator', units: 'all' };

const change = async (rt: DeskRuntime, id: string, to: Partial<ChangeForm>): Promise<{ fields: string[] }> =>
  changeRelative(rt, advisor, id, { ...(await showChangeForm(rt, advisor, id)).form, ...to });

const addMessage = (rt: DeskRuntime, relativeId: string | null, id: string, more: object = {}) =>
  rt.db.lane.put(addMessages, {
    id,
    relativeId,
    journeyId: relativeId && 'journey',
    numberId: numberId(rt.db.keys, '+4520000021'),
    textKey: 't',
    purpose: 'flow',
    channel: 'sms',
    sender: 'number',
    language: 'da',
    textSealed: seal(rt.db.keys, `messages.text:${id}`, 'Hej'),
    segments: 1,
    lane: 1,
    status: 'due',
    dueAt: rt.now(),
    createdAt: rt.now(),
    ...more,
  });

test('a record is changed, found by its new name only, and the ledger tells which fields and not what they say', async () => {
  await using rt = await makeDesk();
  const id = await addRelative(rt);
  const { fields } = await change(rt, id, {
    name: 'Storebror Å',
    note: 'Hemmelig',
    gender: 'mand',
    hoursFrom: '16:00',
    hoursTo: '18.30',
    foundBy: 'læge',
    advisor: 'demo-advisor',
  });
  expect(fields.sort()).toEqual(['advisor', 'foundBy', 'gender', 'hoursFrom', 'hoursTo', 'name', 'note']);
  expect(await showRelative(rt, advisor, id, 'direct')).toMatchObject({
    name: 'Storebror Å',
    note: 'Hemmelig',
    gender: 'mand',
    hours: { from: 960, to: 1110 },
    foundBy: 'læge',
    advisor: 'Demo advisor',
  });
  expect((await findRelatives(rt, advisor, 'bror')).lines).toEqual([]);
  expect((await findRelatives(rt, advisor, 'storebror')).lines).toHaveLength(1);
  const told = await rowsOf(rt, "select body from ledger where kind = 'relative.changed'");
  expect(told).toHaveLength(1);
  expect(JSON.stringify(told)).not.toMatch(/Hemmelig|Storebror|mand/);
});

test('of two who change a record at once the second is told, and loses nothing of the first', async () => {
  await using rt = await makeDesk();
  const id = await addRelative(rt);
  const { form } = await showChangeForm(rt, advisor, id);
  const outcomes = await Promise.allSettled([
    changeRelative(rt, advisor, id, { ...form, name: 'Den ene' }),
    changeRelative(rt, advisor, id, { ...form, name: 'Den anden' }),
  ]);
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
  await expect(changeRelative(rt, advisor, id, { ...form, name: 'Sent' })).rejects.toThrow(
    'changed-meanwhile',
  );
  expect((await showRelative(rt, advisor, id, 'direct')).name).toBe('Den ene');
  expect((await findRelatives(rt, advisor, 'anden')).lines).toEqual([]);
  expect(await rowsOf(rt, "select 1 from ledger where kind = 'relative.changed'")).toHaveLength(1);
});

test.each([
  [{ name: 'Ole 010190-1234' }, 'cpr-typed'],
  [{ note: 'cpr 0101901234' }, 'cpr-typed'],
  [{ name: ' ' }, 'field-missing'],
  [{ ageBand: '0-17' }, 'field-missing: guardian'],
  [{ hoursFrom: '16:00' }, 'hours-unreadable'],
  [{ hoursFrom: '16:00', hoursTo: '15:00' }, 'hours-unreadable'],
  [{ hoursFrom: '25:00', hoursTo: '26:00' }, 'hours-unreadable'],
  [{ gender: '<b>' }, 'field-unreadable: gender'],
  [{ advisor: 'demo-reader' }, 'field-unreadable: advisor'],
  [{ foundBy: 'nowhere' }, 'field-unreadable: foundBy'],
])('%j is refused as %s', async (to, code) => {
  await using rt = await makeDesk();
  await expect(change(rt, await addRelative(rt), to)).rejects.toThrow(code);
});

test('"kun ring" makes calls of what waits, and nothing is sent from then on, whatever comes in', async () => {
  await using rt = await makeDesk();
  const id = await addRelative(rt);
  await addMessage(rt, id, 'due');
  await addMessage(rt, id, 'held', { status: 'held' });
  await addMessage(rt, id, 'sent', { status: 'sent' });
  await change(rt, id, { onlyCall: 'yes' });
  expect(
    await rowsOf(rt, 'select id, channel, status, number_id is null as loose from messages order by id'),
  ).toEqual([
    { id: 'due', channel: 'ring', status: 'todo', loose: 1 },
    { id: 'held', channel: 'ring', status: 'held', loose: 1 },
    { id: 'sent', channel: 'sms', status: 'sent', loose: 0 },
  ]);

  for (const [n, text] of ['HJÆLP', 'Hvornår er det?'].entries())
    await receiveSms(rt, { providerId: `in-${n}`, from: '+4520000021', to: '', text });
  await addMessage(rt, id, 'late');
  await addMessage(rt, null, 'house', { purpose: 'answer', lane: 0 });
  await beat(rt);
  expect(rt.posted).toEqual([]);
  await tendRelatives(rt);
  expect(
    await rowsOf(rt, "select id, channel, status from messages where id in ('late', 'house') order by id"),
  ).toEqual([
    { id: 'house', channel: 'sms', status: 'cancelled' },
    { id: 'late', channel: 'ring', status: 'todo' },
  ]);
  await receiveSms(rt, { providerId: 'in-stop', from: '+4520000021', to: '', text: 'STOP' });
  await beat(rt);
  const numbers = { number: '20 00 00 99', phone: 'auto', channel: 'sms', shared: '' };
  await changeNumber(rt, advisor, id, numbers);
  await beat(rt);
  expect(rt.posted).toEqual([]);
  expect((await showRelative(rt, advisor, id, 'direct')).channel).toBe('ring');
});

test('a shielded record is seen by those who are named, and always by the one who shields', async () => {
  await using rt = await makeDesk();
  const id = await addRelative(rt);
  await shieldRelative(rt, advisor, id, []);
  expect((await showRelative(rt, advisor, id, 'direct')).shielded).toEqual(['Demo advisor']);
  for (const staff of [coordinator, reader]) {
    await expect(showRelative(rt, staff, id, 'direct')).rejects.toThrow('not-found');
    expect((await findRelatives(rt, staff, 'bror')).lines).toEqual([]);
    expect((await findRelatives(rt, staff, '20 00 00 21')).lines).toEqual([]);
  }
  await expect(shieldRelative(rt, coordinator, id, null)).rejects.toThrow('not-found');
  await shieldRelative(rt, advisor, id, ['demo-coordinator']);
  expect((await findRelatives(rt, coordinator, 'bror')).lines).toHaveLength(1);
  await shieldRelative(rt, coordinator, id, null);
  expect((await findRelatives(rt, reader, 'bror')).lines).toHaveLength(1);
  await expect(shieldRelative(rt, advisor, id, ['nobody'])).rejects.toThrow('field-unreadable');
  expect(
    await rowsOf(rt, "select kind from ledger where kind like 'relative.%shielded' order by seq"),
  ).toHaveLength(3);
});

test('of two who shield one record at once the second is told, and the list of the first stands', async () => {
  await using rt = await makeDesk();
  const id = await addRelative(rt);
  const { seen } = await showShield(rt, advisor, id);
  const first = shieldRelative(rt, advisor, id, ['demo-coordinator'], seen);
  const second = shieldRelative(rt, coordinator, id, ['demo-advisor', 'demo-reader'], seen);
  expect((await Promise.allSettled([first, second])).map(({ status }) => status)).toEqual([
    'fulfilled',
    'rejected',
  ]);
  await expect(second).rejects.toThrow('changed-meanwhile');
  await expect(shieldRelative(rt, coordinator, id, null, seen)).rejects.toThrow('changed-meanwhile');
  const now = await showShield(rt, advisor, id);
  expect(now).toMatchObject({ shielded: true });
  expect([...now.named].sort()).toEqual(['demo-advisor', 'demo-coordinator']);
  expect(await rowsOf(rt, "select 1 from ledger where kind = 'relative.shielded'")).toHaveLength(1);
  await shieldRelative(rt, coordinator, id, null, now.seen);
  expect(await showShield(rt, advisor, id)).toMatchObject({ shielded: false, named: [], seen });
});

test('a relative moves to another circle, by code or to a new one, and not where things stand still', async () => {
  await using rt = await makeDesk();
  const [id, other] = [await addRelative(rt), await addRelative(rt, { number: '20000022' })];
  const { circle } = await showRelative(rt, advisor, other, 'direct');
  await moveCircle(rt, advisor, id, { circle: circle.code.toLowerCase(), unit: '' });
  expect((await showRelative(rt, advisor, id, 'direct')).others.map((one) => one.id)).toEqual([other]);
  await expect(moveCircle(rt, advisor, id, { circle: circle.code, unit: '' })).rejects.toThrow(
    'already-done',
  );
  await moveCircle(rt, advisor, id, { circle: '', unit: 'unit-1' });
  expect((await showRelative(rt, advisor, id, 'direct')).others).toEqual([]);
  await rt.db.client.execute({ sql: "update circles set state = 'paused' where id = ?", args: [circle.id] });
  await expect(moveCircle(rt, advisor, id, { circle: circle.code, unit: '' })).rejects.toThrow('circle-held');
});

test('nobody registers or moves a relative into a unit or circle out of sight', async () => {
  await using rt = await makeDesk();
  await rt.db.lane.put(addUnits, { id: 'unit-2', parentId: null, name: 'Sydhuset', area: 'demens' });
  const far: Staff = { id: 'far', role: 'advisor', units: ['unit-2'] };
  const near = await showRelative(rt, advisor, await addRelative(rt), 'direct');
  const id = await addRelative(rt, { number: '20000022', unit: 'unit-2' });
  await expect(moveCircle(rt, far, id, { circle: near.circle.code, unit: '' })).rejects.toThrow(
    'field-unreadable',
  );
  await expect(moveCircle(rt, far, id, { circle: '', unit: 'unit-1' })).rejects.toThrow(
    'field-unreadable: unit',
  );
  await expect(moveCircle(rt, far, near.id, { circle: '', unit: 'unit-2' })).rejects.toThrow('not-found');
});
