import { expect, test } from 'vitest';
import { parseFlow } from '../../../src/journey/flow/parse-flow.ts';
import { countFigures } from '../../../src/services/contacts/count-figures.ts';
import { changeEvent, previewChange } from '../../../src/services/events/change-event.ts';
import { checkEvent } from '../../../src/services/events/check-event.ts';
import { inviteGroup, invitePeople, previewInvite } from '../../../src/services/events/invite-many.ts';
import { certificateList, listAttendances } from '../../../src/services/events/list-attendances.ts';
import { listEvents, listEventsOfRelative, showEvent } from '../../../src/services/events/list-events.ts';
import { makeSeries, seriesDays } from '../../../src/services/events/make-series.ts';
import { notePresence } from '../../../src/services/events/note-presence.ts';
import { saveEvent } from '../../../src/services/events/save-event.ts';
import {
  cancelEvent,
  closeEvent,
  dropDraftEvent,
  openEvent,
} from '../../../src/services/events/settle-event.ts';
import { giveSeat, noteTold, setGuests, signOff, signUp } from '../../../src/services/events/sign-up.ts';
import { type PublicSignUp, signUpInPublic } from '../../../src/services/events/sign-up-in-public.ts';
import { addGroup } from '../../../src/services/groups/write-group.ts';
import { refuseConfidential } from '../../../src/services/inbox/refuse-confidential.ts';
import { publishFlow } from '../../../src/services/journeys/publish-flow.ts';
import { startJourney } from '../../../src/services/journeys/start-journey.ts';
import { mergeTwo, showMerge } from '../../../src/services/relatives/merge-relatives.ts';
import type { Staff } from '../../../src/services/staff/staff.ts';
import { readFlowFolder } from '../../flows/read-folder.ts';
import { addRelative, advisor, makeDesk, reader, rowsOf } from '../../support/desk.ts';
import { coordinator, draftEvent, eventForm, join, makeEvent, seenOf } from '../../support/events.ts';
import type { TestRuntime } from '../../support/runtime.ts';
import { HOUR } from '../stand.ts';

const DAY = 24 * HOUR;
const far: Staff = { id: 'demo-coordinator', role: 'coordinator', units: ['unit-2'] };

const relatives = (rt: TestRuntime, n: number): Promise<string[]> =>
  Promise.all(
    Array.from({ length: n }, (_, i) =>
      addRelative(rt, { number: `20 00 01 ${String(i).padStart(2, '0')}`, name: `Pårørende ${i}` }),
    ),
  );

const states = async (rt: TestRuntime, id: string): Promise<string[]> =>
  (await listAttendances(rt, coordinator, id)).lines.map(({ state }) => state);

const pendings = async (rt: TestRuntime) =>
  (await rowsOf(rt, 'select pending from attendances order by created_at, id')).map(({ pending }) => pending);

test('a form says everything that is wrong at once, and what leaves by SMS gives nothing away', async () => {
  await using rt = await makeDesk();
  const wrong = {
    title: ' ',
    smsTitle: 'Møde om demens',
    smsPlace: 'Sal 2 \u{1F600}',
    kind: 'bal',
    sessions: [
      { when: '10/3-2027 kl. 14', minutes: '120' },
      { when: '10/3-2027 kl. 15', minutes: '60' },
      { when: '28/3-2027 kl. 2.30', minutes: '60' },
    ],
    signUpUntil: '11/3-2027 kl. 8',
    capacity: 'mange',
    video: 'http://example.org',
  };
  const checked = await checkEvent(rt, coordinator, eventForm(wrong));
  const found = 'problems' in checked ? checked.problems.map(({ field, code }) => `${field} ${code}`) : [];
  expect(found.sort()).toEqual([
    'capacity field-unreadable',
    'kind field-unreadable',
    'sessions dates-overlap',
    'sessions.2 date-nonexistent',
    'signUpUntil date-after-start',
    'smsPlace text-letters',
    'smsTitle text-confidential',
    'title field-missing',
    'video address-not-https',
  ]);
  await draftEvent(rt);
  await expect(refuseConfidential(rt, 'Husk temaeftermiddag om demens')).rejects.toThrow('text-confidential');
  await draftEvent(rt, { title: 'En aften med sang' });
  await expect(refuseConfidential(rt, 'Vi ses til en aften med sang')).rejects.toThrow('En aften med sang');
  await refuseConfidential(rt, 'Vi ses til temaeftermiddag');
});

test('a draft is made once, changed as it was seen, opened, and nobody without the right or out of sight gets at it', async () => {
  await using rt = await makeDesk();
  const form = { id: rt.newId(), ...eventForm({ unit: 'unit-1' }) };
  for (let twice = 0; twice < 2; twice += 1) await saveEvent(rt, coordinator, form);
  await expect(saveEvent(rt, coordinator, { ...form, title: 'Noget andet' })).rejects.toThrow('already-done');
  await expect(saveEvent(rt, advisor, form)).rejects.toThrow('forbidden');
  await expect(showEvent(rt, far, form.id)).rejects.toThrow('not-found');
  const seen = await seenOf(rt, form.id);
  await saveEvent(rt, coordinator, { ...form, title: 'Café', seen });
  await expect(saveEvent(rt, coordinator, { ...form, seen })).rejects.toThrow('changed-meanwhile');
  await expect(openEvent(rt, coordinator, form.id, { seen })).rejects.toThrow('already-done');
  await openEvent(rt, coordinator, form.id, { seen: await seenOf(rt, form.id) });
  await expect(dropDraftEvent(rt, coordinator, form.id, { seen: await seenOf(rt, form.id) })).rejects.toThrow(
    'already-done',
  );
  expect(await showEvent(rt, reader, form.id)).toMatchObject({
    title: 'Café',
    state: 'open',
    free: 3,
    announcedAt: null,
  });
  const kinds = await rowsOf(
    rt,
    "select kind from ledger where subject is not null and kind like 'event.%' order by seq",
  );
  expect(kinds.map(({ kind }) => kind)).toEqual(['event.added', 'event.changed', 'event.opened']);
});

test('whoever signs up gets a seat or a place in line; a seat that is given up goes to the next, and by hand in the lock period', async () => {
  await using rt = await makeDesk();
  const id = await makeEvent(rt);
  const [a = '', b = '', c = '', d = ''] = await relatives(rt, 4);
  const first = await join(rt, id, { relativeId: a, guests: '1' });
  rt.forward(1_000);
  const second = await join(rt, id, { relativeId: b });
  rt.forward(1_000);
  const third = await join(rt, id, { relativeId: c });
  rt.forward(1_000);
  const fourth = await join(rt, id, { name: 'Sygeplejerske', contact: 'Lokal 12' });
  expect([first, second, third, fourth].map(({ seat }) => seat)).toEqual([
    'yes',
    'yes',
    'waiting',
    'waiting',
  ]);
  await expect(join(rt, id, { relativeId: a })).rejects.toThrow('already-done');
  await expect(
    setGuests(rt, advisor, id, { attendanceId: second.attendanceId, guests: '1' }),
  ).rejects.toThrow('seats-taken');
  const { lines } = await listAttendances(rt, advisor, id);
  expect(lines.map(({ name, place, contact }) => [name, place, contact])).toEqual([
    ['Pårørende 0', null, ''],
    ['Pårørende 1', null, ''],
    ['Pårørende 2', 1, ''],
    ['Sygeplejerske', 2, 'Lokal 12'],
  ]);
  await setGuests(rt, advisor, id, { attendanceId: first.attendanceId, guests: '0' });
  expect(await states(rt, id)).toEqual(['yes', 'yes', 'yes', 'waiting']);
  rt.forward(9 * DAY - HOUR);
  await signOff(rt, advisor, id, first.attendanceId);
  await expect(signOff(rt, advisor, id, first.attendanceId)).rejects.toThrow('already-done');
  expect(await states(rt, id)).toEqual(['yes', 'yes', 'waiting', 'no']);
  await giveSeat(rt, advisor, id, fourth.attendanceId);
  rt.forward(1_000);
  await expect(giveSeat(rt, advisor, id, fourth.attendanceId)).rejects.toThrow('seats-taken');
  const told = (await listAttendances(rt, advisor, id)).lines.find(
    ({ id: one }) => one === fourth.attendanceId,
  );
  await noteTold(rt, advisor, id, { attendanceId: fourth.attendanceId, telling: told?.pending ?? 0 });
  await expect(
    noteTold(rt, advisor, id, { attendanceId: fourth.attendanceId, telling: told?.pending ?? 0 }),
  ).rejects.toThrow('already-done');
  rt.forward(3 * DAY);
  await expect(join(rt, id, { relativeId: d })).rejects.toThrow('sign-up-closed');
});

test('staff sign up with consent to be written to, and are told when two who must not meet would', async () => {
  await using rt = await makeDesk();
  const id = await makeEvent(rt, { capacity: '' });
  const [a = ''] = await relatives(rt, 1);
  const [{ code } = { code: '' }] = await rowsOf(rt, 'select code from circles');
  const b = await addRelative(rt, { circle: String(code), number: '20 00 01 77' });
  await rt.db.client.execute('update circles set apart = 1');
  await join(rt, id, { relativeId: a });
  await expect(join(rt, id, { relativeId: b })).rejects.toThrow('field-missing: apart');
  expect(await join(rt, id, { relativeId: b, apart: 'yes', tell: '' })).toMatchObject({ seat: 'yes' });
  const consents = await rowsOf(
    rt,
    `select relative_id from ledger where kind = 'consent.given' and subject = '${id}'`,
  );
  expect(consents).toEqual([{ relative_id: a }]);
  expect(await listEventsOfRelative(rt, advisor, b)).toMatchObject([
    { eventId: id, state: 'yes', why: 'unasked' },
  ]);
  await expect(
    signUp(rt, reader, id, { id: rt.newId(), guests: '', tell: '', apart: '', name: 'X' }),
  ).rejects.toThrow('forbidden');
});

test('moved any number of times there is one telling to come; a change of nothing but the text tells nobody, and fewer seats than are taken there cannot be', async () => {
  await using rt = await makeDesk();
  const id = await makeEvent(rt);
  for (const name of ['Ansat 1', 'Ansat 2', 'Ansat 3', 'Ansat 4']) {
    rt.forward(1_000);
    await join(rt, id, { name });
  }
  const change = async (more: Parameters<typeof eventForm>[0]) =>
    changeEvent(rt, coordinator, id, { seen: await seenOf(rt, id), ...eventForm(more) });
  await change({ details: 'Ny tekst' });
  expect(await pendings(rt)).toEqual([null, null, null, null]);
  await expect(change({ capacity: '2' })).rejects.toThrow('seats-taken');
  const moved = { sessions: [{ when: '11/3-2027 kl. 15', minutes: '120' }], capacity: '4' };
  const preview = await previewChange(rt, coordinator, id, eventForm(moved));
  expect(preview).toMatchObject({ isMoved: true, capacityGrows: true, problems: [] });
  expect(preview.tells).toEqual([
    { state: 'waiting', channel: null, count: 1 },
    { state: 'yes', channel: null, count: 3 },
  ]);
  const seen = await seenOf(rt, id);
  const both = await Promise.allSettled([
    changeEvent(rt, coordinator, id, { seen, ...eventForm(moved) }),
    changeEvent(rt, coordinator, id, { seen, ...eventForm({ ...moved, place: 'Et tredje sted' }) }),
  ]);
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(await states(rt, id)).toEqual(['yes', 'yes', 'yes', 'yes']);
  await change({ sessions: [{ when: '12/3-2027 kl. 15', minutes: '90' }], capacity: '4' });
  const rows = await rowsOf(rt, 'select told, pending from attendances order by created_at');
  expect(rows.every(({ told, pending }) => Number(pending) > Number(told))).toBe(true);
  expect(await showEvent(rt, coordinator, id)).toMatchObject({ moves: 2, sessions: [{ n: 1, minutes: 90 }] });
  await cancelEvent(rt, coordinator, id, { seen: await seenOf(rt, id) });
  expect(await showEvent(rt, coordinator, id)).toMatchObject({ moves: 3, state: 'cancelled' });
  await expect(join(rt, id, { name: 'Nogen' })).rejects.toThrow('sign-up-closed');
});

test('a group is invited once, those left out are named with the reason, and it counts as announced also when it is cancelled', async () => {
  await using rt = await makeDesk();
  const id = await makeEvent(rt);
  const [a = '', b = '', c = '', d = '', quiet = ''] = await relatives(rt, 5);
  await rt.db.client.execute(`update relatives set quiet_until = ${rt.now() + DAY} where id = '${quiet}'`);
  await addRelative(rt, { relation: 'forælder', number: '20 00 01 88' });
  const { id: groupId } = await addGroup(rt, coordinator, {
    title: 'Søskende',
    note: '',
    unit: '',
    rule: { relations: ['søskende'] },
  });
  await join(rt, id, { relativeId: a });
  await rt.db.client.execute(
    `update numbers set stopped_at = 1 where id = (select number_id from relatives where id = '${b}')`,
  );
  await rt.db.client.execute(
    `update circles set apart = 1 where id in (select circle_id from relatives where id in ('${c}', '${d}'))`,
  );
  await rt.db.client.execute(
    `update relatives set circle_id = (select circle_id from relatives where id = '${c}') where id = '${d}'`,
  );
  const preview = await previewInvite(rt, coordinator, id, { groupId });
  expect(preview).toMatchObject({
    invited: { sms: 2 },
    total: 2,
    leftOut: { already: 1, stopped: 1, quiet: 1 },
    unseen: 0,
  });
  expect(preview.leftOutNames.map(({ name, why }) => `${name} ${why}`).sort()).toEqual([
    'Pårørende 0 already',
    'Pårørende 1 stopped',
    'Pårørende 4 quiet',
  ]);
  expect(preview.apart.map(({ name }) => name).sort()).toEqual(['Pårørende 2', 'Pårørende 3']);
  await expect(inviteGroup(rt, coordinator, id, { groupId, apart: '' })).rejects.toThrow(
    'field-missing: apart',
  );
  rt.forward(1_000);
  expect(await inviteGroup(rt, coordinator, id, { groupId, apart: 'yes' })).toEqual({
    invited: 2,
    goesOn: false,
  });
  rt.forward(1_000);
  expect(await inviteGroup(rt, coordinator, id, { groupId, apart: 'yes' })).toMatchObject({ invited: 0 });
  expect(await states(rt, id)).toEqual(['yes', 'invited', 'invited']);
  expect(await invitePeople(rt, coordinator, id, { relativeIds: [a, c], apart: 'yes' })).toMatchObject({
    invited: 0,
  });
  await cancelEvent(rt, coordinator, id, { seen: await seenOf(rt, id) });
  await makeEvent(rt, { isPublic: 'yes' });
  await makeEvent(rt);
  await draftEvent(rt, { isPublic: 'yes' });
  expect(await countFigures(rt, coordinator)).toMatchObject({ announced: 2 });
});

test('a course has one sign-up and a list for each session; closed, those nobody noted have stayed away, and who came most is told apart', async () => {
  await using rt = await makeDesk();
  const sessions = ['10/3-2027', '17/3-2027', '24/3-2027'].map((day) => ({
    when: `${day} kl. 9`,
    minutes: '180',
  }));
  const id = await makeEvent(rt, { sessions, audience: 'staff', kind: 'kursus' });
  const people = [];
  for (const name of ['Ansat 1', 'Ansat 2', 'Ansat 3']) people.push(await join(rt, id, { name }));
  const [one, two] = people.map(({ attendanceId }) => attendanceId);
  const note = (attendanceId = '', n = 1, came = true) =>
    notePresence(rt, advisor, id, { attendanceId, n, came, seen: null });
  await expect(note(one)).rejects.toThrow('field-unreadable');
  rt.forward(24 * DAY);
  await Promise.all([note(one, 1), note(one, 2), note(one, 3), note(two, 1), note(two, 3)]);
  await expect(note(two, 3, false)).rejects.toThrow('already-done');
  await notePresence(rt, advisor, id, { attendanceId: two ?? '', n: 1, came: null, seen: true });
  await notePresence(rt, advisor, id, { attendanceId: two ?? '', n: 1, came: true, seen: null });
  const fewer = {
    seen: await seenOf(rt, id),
    ...eventForm({ sessions: sessions.slice(1), audience: 'staff', kind: 'kursus' }),
  };
  await expect(changeEvent(rt, coordinator, id, fewer)).rejects.toThrow('date-past: sessions');
  await closeEvent(rt, coordinator, id, { seen: await seenOf(rt, id), rest: 'missed' });
  const certificates = await certificateList(rt, advisor, id);
  expect(certificates.map(({ name, came, of, reached }) => [name, came, of, reached]).sort()).toEqual([
    ['Ansat 1', 3, 3, 'all'],
    ['Ansat 2', 2, 3, 'most'],
    ['Ansat 3', 0, 3, 'less'],
  ]);
  expect(await rowsOf(rt, 'select count(*) as n from event_presences where came = 0')).toEqual([{ n: 4 }]);
  expect(await pendings(rt)).toEqual([null, null, null]);
  const past = await listEvents(rt, reader, { when: 'past' });
  expect(past.events).toMatchObject([{ id, state: 'held', came: 2, yes: 3 }]);
  expect((await listEvents(rt, reader, { when: 'coming' })).events).toEqual([]);
});

test('every second Tuesday is at the same time on the wall across the change of the clocks, and holidays are pointed out', async () => {
  await using rt = await makeDesk();
  const rhythm = { weeks: 2, times: 5 };
  const days = seriesDays(rt, '9/3-2027 kl. 17', rhythm);
  expect(days.map(({ value }) => value)).toEqual([
    '2027-03-09T17:00',
    '2027-03-23T17:00',
    '2027-04-06T17:00',
    '2027-04-20T17:00',
    '2027-05-04T17:00',
  ]);
  expect(days.map(({ at = 0 }) => new Date(at).getUTCHours())).toEqual([16, 16, 15, 15, 15]);
  expect(seriesDays(rt, '22/3-2027 kl. 17', { weeks: 1, times: 2 }).map(({ holiday }) => holiday)).toEqual([
    undefined,
    '2. påskedag',
  ]);
  expect(() => seriesDays(rt, '14/3-2027 kl. 2.30', { weeks: 2, times: 1 })).toThrow('field-unreadable');
  const form = {
    id: rt.newId(),
    ...eventForm({ sessions: [{ when: '9/3-2027 kl. 17', minutes: '90' }], signUpUntil: '7/3-2027 kl. 12' }),
  };
  const skip = ['2027-04-06'];
  const made = await makeSeries(rt, coordinator, form, { ...rhythm, skip });
  expect(await makeSeries(rt, coordinator, form, { ...rhythm, skip })).toEqual(made);
  const { events } = await listEvents(rt, coordinator, { when: 'coming', seriesId: made.seriesId });
  expect(events.map(({ signUpUntil, state }) => [new Date(signUpUntil ?? 0).toISOString(), state])).toEqual([
    ['2027-03-07T11:00:00.000Z', 'draft'],
    ['2027-03-21T11:00:00.000Z', 'draft'],
    ['2027-04-18T10:00:00.000Z', 'draft'],
    ['2027-05-02T10:00:00.000Z', 'draft'],
  ]);
});

test('in public a number gets one place, the same answer whoever asks, and none where it is closed or not public', async () => {
  await using rt = await makeDesk();
  const id = await makeEvent(rt, { capacity: '2', isPublic: 'yes' });
  const sign = (number: string, change: Partial<PublicSignUp> = {}) =>
    signUpInPublic(rt, change.eventId ?? id, {
      name: 'En borger',
      number,
      guests: '0',
      yes: 'yes',
      address: '192.0.2.1',
      ...change,
    });
  expect(await sign('20 00 02 01')).toBe('yes');
  expect(await sign('20 00 02 02')).toBe('yes');
  rt.forward(1_000);
  expect(await sign('+45 20000203')).toBe('waiting');
  expect(await sign('20000201')).toBe('waiting');
  expect(await states(rt, id)).toEqual(['yes', 'yes', 'waiting']);
  expect(await pendings(rt)).toEqual([null, null, null]);
  const [first] = (await listAttendances(rt, advisor, id)).lines;
  expect(first).toMatchObject({ name: 'En borger', relativeId: null, by: 'public' });
  await signOff(rt, advisor, id, first?.id ?? '');
  expect((await pendings(rt)).filter((pending) => pending !== null)).toHaveLength(1);
  rt.forward(1_000);
  const number = first?.contact ?? '';
  expect(await sign(number, { name: 'En anden borger' })).toBe('waiting');
  expect(await states(rt, id)).toEqual(['yes', 'yes', 'waiting']);
  const last = (await listAttendances(rt, advisor, id)).lines.at(-1);
  expect([last?.id, last?.name], 'the name of the last sign-up').toEqual([first?.id, 'En anden borger']);
  await expect(sign('12', {})).rejects.toThrow('number-unreadable');
  await expect(sign('20 00 02 09', { yes: '' })).rejects.toThrow('yes-missing');
  await expect(sign('20 00 02 09', { eventId: await makeEvent(rt) })).rejects.toThrow('not-found');
  rt.forward(9 * DAY);
  await expect(sign('20 00 02 09')).rejects.toThrow('sign-up-closed');
});

test('two records of one person keep the better of their places, and the seat that comes free is given on', async () => {
  await using rt = await makeDesk();
  const id = await makeEvent(rt, { capacity: '2' });
  const [a = '', b = '', c = ''] = await relatives(rt, 3);
  for (const relativeId of [a, b, c]) {
    rt.forward(1_000);
    await join(rt, id, { relativeId });
  }
  await invitePeople(rt, coordinator, await makeEvent(rt), { relativeIds: [a], apart: '' });
  const { seen } = await showMerge(rt, coordinator, a, b);
  await mergeTwo(rt, coordinator, a, b, { number: 'keep', seen });
  const { lines } = await listAttendances(rt, coordinator, id);
  expect(lines.map(({ relativeId, state }) => [relativeId, state])).toEqual([
    [a, 'yes'],
    [c, 'yes'],
  ]);
});

test('the better place of the record that goes is the one that stays', async () => {
  await using rt = await makeDesk();
  const id = await makeEvent(rt);
  const [a = '', b = ''] = await relatives(rt, 2);
  await invitePeople(rt, coordinator, id, { relativeIds: [a], apart: '' });
  await join(rt, id, { relativeId: b, guests: '1' });
  const { seen } = await showMerge(rt, coordinator, a, b);
  await mergeTwo(rt, coordinator, a, b, { number: 'keep', seen });
  expect(await rowsOf(rt, 'select relative_id, state, guests from attendances')).toEqual([
    { relative_id: a, state: 'yes', guests: 1 },
  ]);
});

test('an arrangement counts as announced from the first who is invited by a flow, and not from a sign-up by telephone', async () => {
  await using rt = await makeDesk();
  const parsed = parseFlow(readFlowFolder('temaeftermiddag'));
  if (!parsed.ok) throw new Error('flows/temaeftermiddag does not pass its check');
  await publishFlow(rt, parsed.flow);
  const id = await makeEvent(rt);
  const [a = '', b = ''] = await relatives(rt, 2);
  await join(rt, id, { relativeId: a });
  expect(await showEvent(rt, reader, id)).toMatchObject({ announcedAt: null });
  const order = { flow: 'temaeftermiddag', relativeId: b, anchors: { temadag: id }, by: advisor.id };
  await startJourney(rt, order);
  expect(await showEvent(rt, reader, id)).toMatchObject({ announcedAt: rt.now(), invited: 1 });
});
