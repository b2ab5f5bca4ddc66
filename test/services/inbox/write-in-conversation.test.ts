import { expect, test } from 'vitest';
import { beat } from '../../../src/services/beat.ts';
import { assignConversation } from '../../../src/services/inbox/assign-conversation.ts';
import { followConversation, measureText } from '../../../src/services/inbox/follow-conversation.ts';
import { listConversations } from '../../../src/services/inbox/list-conversations.ts';
import { openConversation } from '../../../src/services/inbox/open-conversation.ts';
import { closeConversation, reopenConversation } from '../../../src/services/inbox/settle-conversation.ts';
import { snoozeConversation, snoozeUntil } from '../../../src/services/inbox/snooze-conversation.ts';
import { writeSecure, writeSms } from '../../../src/services/inbox/write-in-conversation.ts';
import { changeRelative, showChangeForm } from '../../../src/services/relatives/change-relative.ts';
import { stopNumber } from '../../../src/services/replies/stop-number.ts';
import type { Staff } from '../../../src/services/staff/staff.ts';
import {
  addRelative,
  addReply,
  advisor,
  type DeskRuntime,
  makeDesk,
  reader,
  rowsOf,
} from '../../support/desk.ts';

const HOUR_MS = 60 * 60_000;
const coordinator: Staff = { id: 'demo-coordinator', role: 'coordinator', units: 'all' };

/** What somebody who looks now would send. */
async function writing(rt: DeskRuntime, id: string, text: string, staff: Staff = advisor) {
  const { seen, form } = await openConversation(rt, staff, id);
  return { text, seen, form };
}

const smsOf = (rt: DeskRuntime) =>
  rowsOf(
    rt,
    "select id, sender, channel, status, text_key, number_id from messages where created_by like 'demo%'",
  );

test('an answer goes to everything that waits, and each wait is recorded', async () => {
  await using rt = await makeDesk();
  const id = await addRelative(rt);
  await addReply(rt, { text: 'Hvornår ringer I?', relativeId: id });
  rt.forward(HOUR_MS);
  await addReply(rt, { text: 'Er I der?' });
  rt.forward(HOUR_MS);

  await writeSms(rt, advisor, id, await writing(rt, id, ' Vi ringer i morgen. \r\n'));

  expect((await openConversation(rt, advisor, id)).said.map(({ from, text }) => [from, text])).toEqual([
    ['relative', 'Hvornår ringer I?'],
    ['relative', 'Er I der?'],
    ['us', 'Vi ringer i morgen.'],
  ]);
  expect(await rowsOf(rt, 'select status from replies')).toEqual([
    { status: 'answered' },
    { status: 'answered' },
  ]);
  expect(await rowsOf(rt, "select body from ledger where kind = 'reply.answered' order by seq")).toEqual([
    { body: `{"waitedMs":${2 * HOUR_MS}}` },
    { body: `{"waitedMs":${HOUR_MS}}` },
  ]);
  expect((await listConversations(rt, advisor)).lines).toEqual([]);
  expect((await openConversation(rt, advisor, id)).assignedTo).toBe(advisor.id);
});

test('two who answer at once send one SMS: the second is told, and after reading may send', async () => {
  await using rt = await makeDesk();
  const id = await addRelative(rt);
  await addReply(rt, { text: 'Hej', relativeId: id });
  const first = await writing(rt, id, 'Første');
  const second = await writing(rt, id, 'Andet', coordinator);

  const fates = await Promise.allSettled([
    writeSms(rt, advisor, id, first),
    writeSms(rt, coordinator, id, second),
  ]);

  expect(fates.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
  expect(fates[1]).toMatchObject({ reason: { code: 'conversation-moved' } });
  expect(await smsOf(rt)).toHaveLength(1);
  const { seen } = await followConversation(rt, coordinator, id);
  await writeSms(rt, coordinator, id, { ...second, seen });
  expect(await smsOf(rt)).toHaveLength(2);
});

test('a form pressed twice sends once, and with other words under it nothing more and says so', async () => {
  await using rt = await makeDesk();
  const id = await addRelative(rt);
  const order = await writing(rt, id, 'Hej fra os');
  await Promise.all([writeSms(rt, advisor, id, order), writeSms(rt, advisor, id, order)]);
  expect(await smsOf(rt)).toHaveLength(1);
  await expect(writeSms(rt, advisor, id, { ...order, text: 'Noget andet' })).rejects.toThrow(
    'conversation-moved',
  );
});

test('a reply that came while somebody wrote is not answered unseen, nor put away unseen', async () => {
  await using rt = await makeDesk();
  const id = await addRelative(rt);
  await addReply(rt, { text: 'Hej', relativeId: id });
  const order = await writing(rt, id, 'Svar');
  await addReply(rt, { text: 'Vent, jeg mente noget andet', relativeId: id });

  await expect(writeSms(rt, advisor, id, order)).rejects.toThrow('conversation-moved');
  await expect(closeConversation(rt, advisor, id, order.seen)).rejects.toThrow('conversation-moved');

  expect(await smsOf(rt)).toEqual([]);
  expect((await listConversations(rt, advisor)).lines).toMatchObject([{ id, count: 2 }]);
  expect(await rowsOf(rt, "select count(*) as n from ledger where kind like 'reply.%'")).toEqual([{ n: 0 }]);
});

test('a secure message stands on the page alone; the SMS from the name tells of nothing but a link', async () => {
  await using rt = await makeDesk();
  const id = await addRelative(rt);
  await addReply(rt, { text: 'Hvordan går det?', relativeId: id });

  const told = await writeSecure(rt, advisor, id, await writing(rt, id, 'Hendes demens er værre.'));

  expect(told).toMatchObject({ told: 'sms', leaves: { why: 'now' } });
  expect(await smsOf(rt)).toMatchObject([
    { sender: 'name', channel: 'sms', status: 'due', text_key: 'secure' },
  ]);
  const { said } = await openConversation(rt, advisor, id);
  expect(said.map(({ by, text }) => [by, text])).toEqual([
    ['sms', 'Hvordan går det?'],
    ['page', 'Hendes demens er værre.'],
  ]);
  expect(await rowsOf(rt, 'select access, page from links')).toEqual([{ access: 'pin', page: 'beskeder' }]);
  expect(rt.rings).toContainEqual({ job: 'dispatch-sender', sender: 'name' });
});

test.each(['stopped_at', 'wrong_at'])(
  'with %s no SMS tells of a secure message: it is a call to make',
  async (column) => {
    await using rt = await makeDesk();
    const id = await addRelative(rt);
    const order = await writing(rt, id, 'Noget fortroligt om hendes demens');
    await rt.db.client.execute(`update numbers set ${column} = 1`);

    expect(await writeSecure(rt, advisor, id, order)).toEqual({ told: 'call' });

    expect(await smsOf(rt)).toMatchObject([{ channel: 'ring', status: 'todo', number_id: null }]);
    await expect(writeSms(rt, advisor, id, await writing(rt, id, 'Hej'))).rejects.toThrow('stopped');
  },
);

test('whenever STOP comes while a secure message is written, it is called about or taken back, and never leaves', async () => {
  await using rt = await makeDesk();
  const id = await addRelative(rt);
  const { number_id: numberId } = (await rowsOf(rt, 'select number_id from relatives'))[0] ?? {};
  const order = await writing(rt, id, 'Fortroligt');
  await Promise.all([
    writeSecure(rt, advisor, id, order),
    stopNumber(rt, String(numberId), 'page', `relative:${id}`),
  ]);
  expect(
    await rowsOf(rt, "select count(*) as n from messages where channel = 'sms' and status = 'due'"),
  ).toEqual([{ n: 0 }]);
  expect(await rowsOf(rt, 'select count(*) as n from page_messages')).toEqual([{ n: 1 }]);
});

test('a conversation put off is asleep until its time, and a new reply wakes it', async () => {
  await using rt = await makeDesk();
  const id = await addRelative(rt);
  await addReply(rt, { text: 'Hej', relativeId: id });
  rt.forward(1_000);
  await snoozeConversation(rt, advisor, id, 'morgen');
  const listed = async (filter: 'all' | 'snoozed') =>
    (await listConversations(rt, reader, { filter })).lines.length;
  expect([await listed('all'), await listed('snoozed')]).toEqual([0, 1]);
  rt.forward(1_000);
  await addReply(rt, { text: 'Er I der?', relativeId: id });
  rt.forward(1_000);
  await assignConversation(rt, advisor, id, coordinator.id);
  expect([await listed('all'), await listed('snoozed')]).toEqual([1, 0]);
  await snoozeConversation(rt, advisor, id, 'morgen');
  rt.forward(24 * HOUR_MS);
  expect([await listed('all'), await listed('snoozed')]).toEqual([1, 0]);
});

test.each([
  ['eftermiddag', '2027-03-01T12:00:00.000Z'],
  ['morgen', '2027-03-02T07:00:00.000Z'],
  ['mandag', '2027-03-08T07:00:00.000Z'],
  ['2027-03-29', '2027-03-29T06:00:00.000Z'],
  ['2027-03-01', undefined],
  ['2030-01-01', undefined],
  ['i går', undefined],
])('on a Monday at ten, %s is %s', (choice, iso) => {
  const at = snoozeUntil(choice, Date.UTC(2027, 2, 1, 9));
  expect(at === undefined ? undefined : new Date(at).toISOString()).toBe(iso);
});

test('what is mine, what is nobody’s, and who may have it', async () => {
  await using rt = await makeDesk();
  const id = await addRelative(rt);
  await addReply(rt, { text: 'Hej', relativeId: id });
  const count = async (filter: 'mine' | 'unassigned', staff: Staff) =>
    (await listConversations(rt, staff, { filter })).lines.length;
  expect([await count('mine', advisor), await count('unassigned', advisor)]).toEqual([0, 1]);
  await assignConversation(rt, coordinator, id, advisor.id);
  expect([
    await count('mine', advisor),
    await count('mine', coordinator),
    await count('unassigned', advisor),
  ]).toEqual([1, 0, 0]);
  await expect(assignConversation(rt, advisor, id, 'demo-reader')).rejects.toThrow('field-unreadable');
  await expect(assignConversation(rt, reader, id, advisor.id)).rejects.toThrow('forbidden');
});

test('done is done, and can be opened again', async () => {
  await using rt = await makeDesk();
  const id = await addRelative(rt);
  await addReply(rt, { text: 'Tak', relativeId: id });
  const { seen } = await openConversation(rt, advisor, id);
  await closeConversation(rt, advisor, id, seen);
  expect((await listConversations(rt, advisor)).lines).toEqual([]);
  await expect(closeConversation(rt, advisor, id, seen)).rejects.toThrow('already-done');
  await reopenConversation(rt, advisor, id);
  expect((await listConversations(rt, advisor)).lines).toMatchObject([{ id, text: 'Tak' }]);
  await expect(reopenConversation(rt, advisor, id)).rejects.toThrow('already-done');
});

test('two on one conversation see each other for a minute, and who of them writes', async () => {
  await using rt = await makeDesk();
  const id = await addRelative(rt);
  await followConversation(rt, advisor, id);
  await measureText(rt, advisor, id, 'Kære');
  expect((await followConversation(rt, coordinator, id)).others).toEqual([
    { name: 'Demo advisor', writes: true },
  ]);
  rt.forward(30_000);
  expect((await followConversation(rt, coordinator, id)).others).toEqual([
    { name: 'Demo advisor', writes: false },
  ]);
  rt.forward(31_000);
  expect((await followConversation(rt, coordinator, id)).others).toEqual([]);
});

test('an unknown number has a conversation of its own, which becomes the relative’s once they are known', async () => {
  await using rt = await makeDesk();
  const reply = await addReply(rt, { number: '+4520000077', text: 'Hvem er I?' });
  const { id, people } = await openConversation(rt, advisor, reply);
  expect(people).toEqual([]);
  await writeSms(rt, advisor, id, await writing(rt, id, 'Vi er kommunen'));
  await expect(writeSecure(rt, advisor, id, await writing(rt, id, 'Hej'))).rejects.toThrow('not-found');
  const relative = await addRelative(rt, { number: '20 00 00 77' });
  const conversation = await openConversation(rt, advisor, id);
  expect([conversation.id, conversation.said.length]).toEqual([relative, 2]);
});

test('who works elsewhere neither sees nor touches a conversation', async () => {
  await using rt = await makeDesk();
  const id = await addRelative(rt);
  const reply = await addReply(rt, { text: 'Hej', relativeId: id });
  const order = await writing(rt, id, 'Hej');
  const far: Staff = { id: 'far', role: 'coordinator', units: [] };
  expect((await listConversations(rt, far)).lines).toEqual([]);
  for (const act of [
    () => openConversation(rt, far, id),
    () => openConversation(rt, far, reply),
    () => followConversation(rt, far, id),
    () => measureText(rt, far, id, 'x'),
    () => writeSms(rt, far, id, order),
    () => writeSecure(rt, far, id, order),
    () => closeConversation(rt, far, id, order.seen),
    () => reopenConversation(rt, far, id),
    () => assignConversation(rt, far, id, ''),
    () => snoozeConversation(rt, far, id, 'morgen'),
  ])
    await expect(act()).rejects.toThrow('not-found');
});

/** Half past nine in the evening of Monday, 1 March 2027: the send window is closed. */
const EVENING_MS = 11.5 * HOUR_MS;

const plannedOf = (rt: DeskRuntime) =>
  rowsOf(
    rt,
    "select lane, due_at, hours_from, hours_to from messages where created_by like 'demo%' order by rowid",
  );

const wish = (rt: DeskRuntime, from: number, to: number) =>
  rt.db.client.execute({
    sql: 'update relatives set hours_from = ?, hours_to = ?',
    args: [from * 60, to * 60],
  });

test('what staff write keeps to the relative’s hours, and the page says before and after when it leaves', async () => {
  await using rt = await makeDesk();
  const id = await addRelative(rt);
  await wish(rt, 16, 18);
  const at = rt.now() + 6 * HOUR_MS;
  expect((await openConversation(rt, advisor, id)).leaves).toEqual({
    at,
    why: 'hours',
    wished: { from: 960, to: 1080 },
  });
  expect(await writeSms(rt, advisor, id, await writing(rt, id, 'Hej'))).toMatchObject({ at });
  expect(await writeSecure(rt, advisor, id, await writing(rt, id, 'Hej igen'))).toMatchObject({
    leaves: { at },
  });
  const planned = { lane: 1, due_at: at, hours_from: 960, hours_to: 1080 };
  expect(await plannedOf(rt)).toEqual([planned, planned]);
  await beat(rt);
  expect(rt.posted).toEqual([]);
  rt.forward(6 * HOUR_MS);
  await beat(rt);
  expect(rt.posted).toHaveLength(2);
});

test('an answer to an SMS that just came leaves at once, in the evening and outside the hours; a quarter later it waits', async () => {
  await using rt = await makeDesk();
  const id = await addRelative(rt);
  await wish(rt, 16, 18);
  rt.forward(EVENING_MS);
  await addReply(rt, { text: 'Er I der?', relativeId: id });
  rt.forward(5 * 60_000);
  expect(await writeSms(rt, advisor, id, await writing(rt, id, 'Ja.'))).toEqual({
    at: rt.now(),
    why: 'answer',
  });
  await beat(rt);
  expect(rt.posted).toHaveLength(1);
  rt.forward(10 * 60_000);
  const later = await writeSms(rt, advisor, id, await writing(rt, id, 'Og i morgen igen.'));
  expect(later).toMatchObject({ why: 'window', at: Date.UTC(2027, 2, 2, 15) });
  await beat(rt);
  expect(rt.posted).toHaveLength(1);
});

test('what staff wrote moves with the hours when those become others', async () => {
  await using rt = await makeDesk();
  const id = await addRelative(rt);
  await wish(rt, 16, 18);
  await writeSms(rt, advisor, id, await writing(rt, id, 'Hej'));
  const { form } = await showChangeForm(rt, advisor, id);
  await changeRelative(rt, advisor, id, { ...form, hoursFrom: '12:00', hoursTo: '14:00' });
  expect(await plannedOf(rt)).toMatchObject([{ due_at: rt.now() + 2 * HOUR_MS, hours_from: 720 }]);
});
