// Who is known by a name alone: called by staff, joined to a relative when it is one, and forgotten when the time is over.
import { expect, test } from 'vitest';
import { changeEvent } from '../../../src/services/events/change-event.ts';
import { forgetNames } from '../../../src/services/events/forget-names.ts';
import { invitePeople } from '../../../src/services/events/invite-many.ts';
import { linkPlace, suggestRelatives } from '../../../src/services/events/link-place.ts';
import { certificateList, listAttendances } from '../../../src/services/events/list-attendances.ts';
import { showEvent } from '../../../src/services/events/list-events.ts';
import { notePresence } from '../../../src/services/events/note-presence.ts';
import { cancelEvent, closeEvent } from '../../../src/services/events/settle-event.ts';
import { giveSeat, noteTold, signOff } from '../../../src/services/events/sign-up.ts';
import { signUpInPublic } from '../../../src/services/events/sign-up-in-public.ts';
import { tellEvents } from '../../../src/services/events/tell-events.ts';
import type { Staff } from '../../../src/services/staff/staff.ts';
import { listAlerts } from '../../../src/services/waiting/list-alerts.ts';
import { settleAlert } from '../../../src/services/waiting/settle-alert.ts';
import { addRelative, advisor, type DeskRuntime, makeDesk, rowsOf } from '../../support/desk.ts';
import { coordinator, eventForm, join, makeEvent, seenOf } from '../../support/events.ts';
import { DAY, HOUR } from '../stand.ts';

const far: Staff = { id: 'demo-coordinator', role: 'coordinator', units: ['unit-2'] };

const publicly = (rt: DeskRuntime, eventId: string, number: string) =>
  signUpInPublic(rt, eventId, { name: 'En borger', number, guests: '0', yes: 'yes', address: '192.0.2.1' });

const calls = async (rt: DeskRuntime) =>
  (await listAlerts(rt, coordinator)).lines.filter(({ kind }) => kind === 'event-calls');

const lineOf = async (rt: DeskRuntime, id: string) => (await listAttendances(rt, coordinator, id)).lines;

const move = async (rt: DeskRuntime, id: string, when: string): Promise<void> =>
  changeEvent(rt, coordinator, id, {
    ...eventForm({ isPublic: 'yes', capacity: '1', sessions: [{ when, minutes: '120' }] }),
    seen: await seenOf(rt, id),
  });

test('who does not see the arrangement is not asked to call, and does not see that others are', async () => {
  await using rt = await makeDesk();
  const id = await makeEvent(rt, { isPublic: 'yes', unit: 'unit-1' });
  await publicly(rt, id, '20 00 02 01');
  await cancelEvent(rt, coordinator, id, { seen: await seenOf(rt, id) });
  const near: Staff = { ...far, units: ['unit-1'] };
  const [alert] = await calls(rt);
  expect((await listAlerts(rt, near)).lines).toMatchObject([{ id: alert?.id }]);
  expect((await listAlerts(rt, far)).lines).toEqual([]);
  await expect(settleAlert(rt, far, alert?.id ?? '')).rejects.toThrow('not-found');
});

test('staff are asked once to call those who signed up in public: when it moves, when one moves up, when it is cancelled', async () => {
  await using rt = await makeDesk();
  const id = await makeEvent(rt, { isPublic: 'yes', capacity: '1' });
  await publicly(rt, id, '20 00 02 01');
  rt.forward(HOUR);
  await publicly(rt, id, '20 00 02 02');
  await tellEvents(rt);
  expect(await calls(rt), 'the page told them').toEqual([]);
  await move(rt, id, '11/3-2027 kl. 15');
  await tellEvents(rt);
  expect(await calls(rt)).toMatchObject([{ step: id, audience: 'coordinator', text: '', name: undefined }]);
  await move(rt, id, '12/3-2027 kl. 15');
  await tellEvents(rt);
  expect(await calls(rt), 'one at a time').toHaveLength(1);
  for (const { id: attendanceId, pending } of await lineOf(rt, id))
    await noteTold(rt, advisor, id, { attendanceId, telling: pending ?? 0 });
  expect(await calls(rt), 'the last call closes it').toEqual([]);
  rt.forward(HOUR);
  await signOff(rt, advisor, id, (await lineOf(rt, id))[0]?.id ?? '');
  const [up] = await calls(rt);
  await settleAlert(rt, coordinator, up?.id ?? '');
  await tellEvents(rt);
  expect(await calls(rt), 'what somebody has seen to is not asked again').toEqual([]);
  await cancelEvent(rt, coordinator, id, { seen: await seenOf(rt, id) });
  expect(await calls(rt)).toHaveLength(1);
  const [last] = (await lineOf(rt, id)).filter(({ state }) => state === 'yes');
  await noteTold(rt, advisor, id, { attendanceId: last?.id ?? '', telling: last?.pending ?? 0 });
  expect(await calls(rt)).toEqual([]);
});

test('nobody is asked to call any more when who was to be called is off, or it was held', async () => {
  await using rt = await makeDesk();
  const id = await makeEvent(rt, { isPublic: 'yes', capacity: '1' });
  await publicly(rt, id, '20 00 02 01');
  await move(rt, id, '11/3-2027 kl. 15');
  expect(await calls(rt)).toHaveLength(1);
  await signOff(rt, advisor, id, (await lineOf(rt, id))[0]?.id ?? '');
  expect(await calls(rt)).toEqual([]);
  await publicly(rt, id, '20 00 02 02');
  await move(rt, id, '12/3-2027 kl. 15');
  expect(await calls(rt)).toHaveLength(1);
  rt.forward(11 * DAY + 8 * HOUR);
  await closeEvent(rt, coordinator, id, { seen: await seenOf(rt, id), rest: 'missed' });
  expect(await calls(rt)).toEqual([]);
});

test('a sign-up is joined to the relative with its number by whoever sees both, where it stands in the line, and told from then on', async () => {
  await using rt = await makeDesk();
  const id = await makeEvent(rt, { isPublic: 'yes', capacity: '1', guests: '0' });
  const relativeId = await addRelative(rt, { number: '20 00 02 02' });
  const other = await addRelative(rt, { number: '20 00 02 09' });
  for (const number of ['20 00 02 01', '20 00 02 02', '20 00 02 03']) {
    rt.forward(1_000);
    await publicly(rt, id, number);
  }
  const [, second] = await lineOf(rt, id);
  const attendanceId = second?.id ?? '';
  expect(await suggestRelatives(rt, advisor, id, attendanceId)).toMatchObject([{ id: relativeId }]);
  expect(await suggestRelatives(rt, far, id, attendanceId), 'out of sight there is nobody').toEqual([]);
  const form = { attendanceId, relativeId, tell: '', apart: '' };
  await expect(linkPlace(rt, far, id, form)).rejects.toThrow('not-found');
  await invitePeople(rt, coordinator, id, { relativeIds: [relativeId], apart: '' });
  await linkPlace(rt, advisor, id, form);
  expect(await lineOf(rt, id)).toMatchObject([
    { state: 'yes' },
    { id: attendanceId, relativeId, name: 'Bror, 22', contact: '', place: 1, by: 'public' },
    { place: 2 },
  ]);
  await expect(linkPlace(rt, advisor, id, { ...form, relativeId: other })).rejects.toThrow('already-done');
  const third = (await lineOf(rt, id))[2]?.id ?? '';
  await expect(linkPlace(rt, advisor, id, { ...form, attendanceId: third })).rejects.toThrow('already-done');
  expect(
    await rowsOf(rt, "select relative_id, subject, body from ledger where kind = 'event.linked'"),
  ).toEqual([{ relative_id: relativeId, subject: id, body: '{}' }]);
  expect(await publicly(rt, id, '20 00 02 02'), 'the number still has one place').toBe('waiting');
  expect(await lineOf(rt, id)).toHaveLength(3);
  expect(
    await rowsOf(rt, 'select 1 from attendances where relative_id is not null and name_sealed is not null'),
  ).toEqual([]);
});

test('what was still to be told goes to the relative, and nobody is asked to call any more', async () => {
  await using rt = await makeDesk();
  const id = await makeEvent(rt, { isPublic: 'yes', capacity: '1' });
  const relativeId = await addRelative(rt, { number: '20 00 02 01' });
  await publicly(rt, id, '20 00 02 01');
  await move(rt, id, '11/3-2027 kl. 15');
  expect(await calls(rt)).toHaveLength(1);
  const [line] = await lineOf(rt, id);
  await linkPlace(rt, advisor, id, { attendanceId: line?.id ?? '', relativeId, tell: '', apart: '' });
  expect(await calls(rt)).toEqual([]);
  const [row] = await rowsOf(rt, 'select told, why from attendances');
  expect(row).toMatchObject({ why: 'flow-unknown' });
  expect(Number(row?.told)).toBeGreaterThan(1);
});

const names = async (rt: DeskRuntime, id: string) =>
  (await lineOf(rt, id)).map(({ name, contact, state, guests }) => [name, contact, state, guests]);

test('names and numbers go thirty days after it was held; who came stays counted, and the ledger says how many went', async () => {
  await using rt = await makeDesk();
  const id = await makeEvent(rt, { isPublic: 'yes' });
  await publicly(rt, id, '20 00 02 01');
  await join(rt, id, { name: 'Beboer 1', contact: 'Lokal 12', guests: '1' });
  const relativeId = await addRelative(rt);
  await join(rt, id, { relativeId });
  rt.forward(10 * DAY);
  for (const one of (await lineOf(rt, id)).filter(({ state }) => state === 'yes'))
    await notePresence(rt, advisor, id, { n: 1, attendanceId: one.id, came: true, seen: null });
  await closeEvent(rt, coordinator, id, { seen: await seenOf(rt, id), rest: 'missed' });
  const before = await showEvent(rt, coordinator, id);
  const ids = (await rowsOf(rt, 'select id from attendances')).map((row) => row.id);
  rt.forward(28 * DAY);
  expect(await forgetNames(rt)).toBe(0);
  rt.forward(3 * DAY);
  expect(await forgetNames(rt)).toBe(2);
  expect(await forgetNames(rt)).toBe(0);
  expect(await showEvent(rt, coordinator, id)).toEqual(before);
  expect((await names(rt, id)).filter(([name]) => name !== undefined)).toEqual([
    ['Bror, 22', '', 'waiting', 0],
  ]);
  const left = await rowsOf(rt, "select id from attendances where id like 'p.%'");
  expect([ids.filter((one) => String(one).startsWith('p.')).length, left.length]).toEqual([1, 0]);
  expect(
    await rowsOf(rt, "select actor, subject, body from ledger where kind = 'event.names-erased'"),
  ).toEqual([{ actor: 'house', subject: id, body: '{"erased":2}' }]);
});

test('of a course for staff the names stay for the certificates, and the numbers go; of one that is cancelled both go, once all are told', async () => {
  await using rt = await makeDesk();
  const course = await makeEvent(rt, { audience: 'staff', kind: 'kursus', capacity: '1', guests: '0' });
  for (const name of ['Ansat 1', 'Ansat 2']) {
    rt.forward(1_000);
    await join(rt, course, { name, contact: 'Lokal 12' });
  }
  const sessions = [{ when: '10/6-2027 kl. 14', minutes: '60' }];
  const off = await makeEvent(rt, { sessions, audience: 'staff' });
  for (const name of ['Ansat 3', 'Ansat 4']) await join(rt, off, { name, contact: 'Lokal 13' });
  await cancelEvent(rt, coordinator, off, { seen: await seenOf(rt, off) });
  const [told] = await lineOf(rt, off);
  await noteTold(rt, advisor, off, { attendanceId: told?.id ?? '', telling: told?.pending ?? 0 });
  rt.forward(42 * DAY);
  await forgetNames(rt);
  expect(await names(rt, course)).toEqual([
    ['Ansat 1', '', 'yes', 0],
    [undefined, '', 'waiting', 0],
  ]);
  expect((await certificateList(rt, advisor, course)).map(({ name }) => name)).toEqual(['Ansat 1']);
  const isThere = (await names(rt, off)).map(([name]) => name !== undefined);
  expect(isThere.sort(), 'who was not told yet is still called').toEqual([false, true]);
  rt.forward(6 * 366 * DAY);
  await forgetNames(rt);
  expect([...(await names(rt, course)), ...(await names(rt, off))].map(([name]) => name)).toEqual(
    Array(4).fill(undefined),
  );
  expect(await rowsOf(rt, 'select 1 from attendances where contact_sealed is not null')).toEqual([]);
});

test('in the lock period nobody is asked to call who was told on the spot', async () => {
  await using rt = await makeDesk();
  const id = await makeEvent(rt, { capacity: '1', lockHours: '24' });
  const first = await join(rt, id, { name: 'Ansat 1' });
  rt.forward(1_000);
  const second = await join(rt, id, { name: 'Ansat 2' });
  rt.forward(9 * DAY - HOUR);
  await signOff(rt, advisor, id, first.attendanceId);
  await tellEvents(rt);
  expect(await calls(rt)).toEqual([]);
  await giveSeat(rt, advisor, id, second.attendanceId);
  expect(await calls(rt)).toHaveLength(1);
});
