import { beforeAll, expect, test } from 'vitest';
import { holdCircleByStaff } from '../../../src/services/circles/hold-circle-by-staff.ts';
import { showCircle } from '../../../src/services/circles/show-circle.ts';
import { listConversations } from '../../../src/services/inbox/list-conversations.ts';
import { openConversation } from '../../../src/services/inbox/open-conversation.ts';
import { closeConversation } from '../../../src/services/inbox/settle-conversation.ts';
import { writeSms } from '../../../src/services/inbox/write-in-conversation.ts';
import { previewEnrolment } from '../../../src/services/journeys/enrol-relative.ts';
import { changeNumber } from '../../../src/services/relatives/change-number.ts';
import { findRelatives } from '../../../src/services/relatives/find-relatives.ts';
import { givePin } from '../../../src/services/relatives/give-pin.ts';
import { listRelatives } from '../../../src/services/relatives/list-relatives.ts';
import { showRelative } from '../../../src/services/relatives/show-relative.ts';
import type { Staff } from '../../../src/services/staff/staff.ts';
import { listAlerts } from '../../../src/services/waiting/list-alerts.ts';
import { countDesk, listOverview } from '../../../src/services/waiting/list-overview.ts';
import { settleAlert } from '../../../src/services/waiting/settle-alert.ts';
import { alertRow, raiseAlerts } from '../../../src/store/messages/alerts.ts';
import { addUnits } from '../../../src/store/organisation.ts';
import { findUnitsOf, insertStaff } from '../../../src/store/people/staff.ts';
import { addRelative, addReply, advisor, type DeskRuntime, makeDesk } from '../../support/desk.ts';

const near: Staff = { id: 'near', role: 'advisor', units: ['unit-1'] };
const far: Staff = { id: 'far', role: 'advisor', units: ['unit-2'] };
const nowhere: Staff = { id: 'nowhere', role: 'administrator', units: [] };

let rt: DeskRuntime;
let relativeId = '';
let circleId = '';
let replyId = '';
let alertId = '';

beforeAll(async () => {
  rt = await makeDesk();
  await rt.db.lane.put(addUnits, { id: 'unit-2', parentId: null, name: 'Sydhuset', area: 'demens' });
  relativeId = await addRelative(rt);
  circleId = (await showRelative(rt, advisor, relativeId, 'direct')).circle.id;
  replyId = await addReply(rt, { text: 'Hvornår er det?', relativeId });
  alertId = rt.newId();
  const alert = { id: alertId, kind: 'task', audience: 'advisor', raisedAt: rt.now(), relativeId };
  await rt.db.lane.put(raiseAlerts, alertRow(rt.db.keys, alert));
  return () => rt[Symbol.asyncDispose]();
});

const verbs: Record<string, (staff: Staff) => Promise<unknown>> = {
  'show a relative': (staff) => showRelative(rt, staff, relativeId, 'direct'),
  'preview an enrolment': (staff) =>
    previewEnrolment(rt, staff, { flow: 'velkomst', relativeId, anchors: {} }),
  'change a number': (staff) =>
    changeNumber(rt, staff, relativeId, { number: '20 00 00 29', phone: 'auto', channel: 'sms', shared: '' }),
  'give a PIN': (staff) => givePin(rt, staff, relativeId),
  'show a circle': (staff) => showCircle(rt, staff, circleId),
  'pause a circle': (staff) => holdCircleByStaff(rt, staff, circleId, 'paused'),
  'show a conversation': (staff) => openConversation(rt, staff, replyId),
  'answer a reply': (staff) => writeSms(rt, staff, replyId, { text: 'Hej', seen: 1, form: 'f'.repeat(22) }),
  'close a reply': (staff) => closeConversation(rt, staff, replyId, 1),
  'settle an alert': (staff) => settleAlert(rt, staff, alertId),
};

test.each(Object.keys(verbs))('%s of another unit answers as if it did not exist', async (verb) => {
  await expect(verbs[verb]?.(far)).rejects.toThrow('not-found');
  await expect(verbs[verb]?.(nowhere)).rejects.toThrow('not-found');
});

test('lists, searches and counts show only relatives of the own units', async () => {
  const seen = async (staff: Staff) => ({
    relatives: (await listRelatives(rt, staff, {})).lines.length,
    found: (await findRelatives(rt, staff, 'Bror')).lines.length,
    byNumber: (await findRelatives(rt, staff, '20 00 00 21')).lines.length,
    replies: (await listConversations(rt, staff)).lines.length,
    alerts: (await listAlerts(rt, staff)).lines.length,
    counts: await countDesk(rt, staff),
    overview: (await listOverview(rt, staff)).replies.length,
  });
  const all = { relatives: 1, found: 1, byNumber: 1, replies: 1, alerts: 1, overview: 1 };
  const none = { relatives: 0, found: 0, byNumber: 0, replies: 0, alerts: 0, overview: 0 };
  expect(await seen(advisor)).toEqual({ ...all, counts: { replies: 1, alerts: 1, tasks: 0, referrals: 0 } });
  expect(await seen(near)).toEqual({ ...all, counts: { replies: 1, alerts: 1, tasks: 0, referrals: 0 } });
  expect(await seen(far)).toEqual({ ...none, counts: { replies: 0, alerts: 0, tasks: 0, referrals: 0 } });
});

test('what a number nobody knows has written is seen by every advisor', async () => {
  await addReply(rt, { number: '+4520000099', text: 'Hvem er I?' });
  expect((await listConversations(rt, far)).lines).toHaveLength(1);
});

test('a shielded record is seen only by those who are named', async () => {
  const id = await addRelative(rt, { number: '20 00 00 22' });
  await rt.db.client.execute({ sql: 'update relatives set shielded = 1 where id = ?', args: [id] });
  await expect(showRelative(rt, advisor, id, 'direct')).rejects.toThrow('not-found');
  await rt.db.client.execute({ sql: 'insert into relative_shields values (?, ?)', args: [id, near.id] });
  expect((await showRelative(rt, near, id, 'direct')).id).toBe(id);
  await expect(showRelative(rt, advisor, id, 'direct')).rejects.toThrow('not-found');
});

test('whoever works in a unit sees those under it, and one without units sees none', async () => {
  await rt.db.lane.put(addUnits, { id: 'unit-2-1', parentId: 'unit-2', name: 'Stuen', area: 'demens' });
  await rt.db.lane.put(insertStaff, { id: 'far', nameSealed: '', role: 'advisor', createdAt: 1 });
  expect(await findUnitsOf(rt.db, { id: 'far', allUnits: 0 })).toEqual([]);
  await rt.db.client.execute("insert into staff_units values ('far', 'unit-2')");
  expect(await findUnitsOf(rt.db, { id: 'far', allUnits: 0 })).toEqual(['unit-2', 'unit-2-1']);
});
