// Group messages and events through the API, as their words promise it.
import { expect, test } from 'vitest';
import { openProgram } from '../../support/api.ts';
import { addRelative, makeDesk } from '../../support/desk.ts';
import { newEvent } from './operations/meetings.ts';

test('a group message is seen before it is ordered, asks before it says the same twice, and knows who rests', async () => {
  await using rt = await makeDesk();
  const program = await openProgram(rt, { role: 'coordinator' });
  const [first, second] = [await addRelative(rt), await addRelative(rt, { number: '20 00 00 22' })];
  const { id: group } = (await program.post('/groups', { title: 'Caféen' })).json;
  for (const relative of [first, second])
    await program.post(`/groups/${group}/members`, { relative, member: true });
  const until = new Date(rt.now() + 86_400_000).toISOString();
  await program.post(`/relatives/${second}/quiet`, { until });
  expect((await program.get(`/relatives/${second}`)).json.quietUntil).toBe(until);

  const form = { title: 'Program', group, way: 'sms', texts: { da: 'Hej {{ tiltale }}. Nyt program.' } };
  const linked = await program.post('/broadcasts', { ...form, texts: { da: 'Se https://limen.test' } });
  expect([linked.status, (await program.get('/broadcasts')).json.data]).toEqual([422, []]);
  const nobody = await program.post('/broadcasts', { ...form, group: 'nobody' });
  expect(nobody.json.errors).toMatchObject([{ pointer: '#/group', code: 'field-unreadable' }]);
  const orderOne = async (more: object = {}) => {
    const { id } = (await program.post('/broadcasts', form)).json;
    const { json: seen } = await program.get(`/broadcasts/${id}/preview`);
    const answer = await program.post(`/broadcasts/${id}/order`, { seen: seen.seen, ...more });
    return { id, seen, answer };
  };
  const { id, seen, answer } = await orderOne();
  expect(answer.status).toBe(200);
  expect(seen).toMatchObject({ audience: 2, sms: 1, leftOut: [{ why: 'quiet', count: 1 }], same: [] });
  expect((await program.get(`/broadcasts/${id}`)).json.may).toMatchObject({ change: false, pause: true });
  const again = await orderOne();
  expect(again.seen.same).toMatchObject([{ id }]);
  expect(again.answer.json.errors).toMatchObject([{ pointer: '#/twice', code: 'field-missing' }]);
  expect((await orderOne({ twice: true })).answer.status).toBe(200);
});

test('at the edge a group message to very many is neither looked through nor ordered, one to a few is', async () => {
  await using rt = await makeDesk({ config: { edge: true } });
  const program = await openProgram(rt, { role: 'coordinator' });
  const relative = await addRelative(rt);
  const { id: group } = (await program.post('/groups', { title: 'Caféen' })).json;
  await program.post(`/groups/${group}/members`, { relative, member: true });
  const form = { title: 'Program', group, way: 'sms', texts: { da: 'Nyt program.' } };
  const { id } = (await program.post('/broadcasts', form)).json;
  const few = await program.get(`/broadcasts/${id}/preview`);
  expect([few.status, few.json.audience]).toEqual([200, 1]);
  await rt.db.client.batch(
    [
      `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000)
        INSERT INTO relatives (id, circle_id, name_sealed, tiltale_sealed, language, relation, area, channel, created_at)
        SELECT 'r' || i, circle_id, name_sealed, tiltale_sealed, language, relation, area, channel, created_at FROM n, relatives`,
      `INSERT INTO group_members (group_id, relative_id, since, by) SELECT m.group_id, r.id, m.since, m.by
        FROM group_members m, relatives r WHERE r.id <> m.relative_id`,
    ],
    'write',
  );
  const many = await program.get(`/broadcasts/${id}/preview`);
  expect([many.status, many.json.code]).toEqual([501, 'not-at-edge']);
  const order = await program.post(`/broadcasts/${id}/order`, { seen: few.json.seen });
  expect([order.status, order.json.code]).toEqual([501, 'not-at-edge']);
});

test('an event is read as it is sent, changed as it was seen, and its line moves up', async () => {
  await using rt = await makeDesk();
  const program = await openProgram(rt, { role: 'coordinator' });
  const made = await program.post('/events', { ...newEvent, capacity: 1, guests: 0 });
  const at = `/events/${made.json.id}`;
  const draft = (await program.get(at)).json;
  expect(draft).toMatchObject({ ...newEvent, capacity: 1, guests: 0, state: 'draft', remindDays: [5, 1] });
  expect((await program.post(`${at}/open`, { seen: draft.seen })).status).toBe(200);

  const join = async (name: string) => (await program.post(`${at}/attendances`, { name })).json;
  const [one, two] = [await join('Medarbejder 1'), await join('Medarbejder 2')];
  expect([one.seat, two.seat]).toEqual(['yes', 'waiting']);
  await program.post(`${at}/attendances/${one.id}/sign-off`);
  const { data } = (await program.get(`${at}/attendances?state=yes&limit=1`)).json;
  expect(data).toMatchObject([{ id: two.id, name: 'Medarbejder 2', state: 'yes' }]);

  const { sessions, seen } = (await program.get(at)).json;
  const content = Object.keys({ ...newEvent, video: '', details: '', signUpUntil: '', lockHours: 0 });
  const rest = Object.fromEntries([...content, 'remindDays', 'public'].map((name) => [name, draft[name]]));
  const moved = { ...rest, sessions: [{ when: '2027-03-11T14:00', minutes: 60 }] };
  expect(sessions).toMatchObject([{ n: 1, when: '2027-03-01T11:00', startsAt: '2027-03-01T10:00:00.000Z' }]);
  const preview = (await program.post(`${at}/preview`, moved)).json;
  expect(preview).toMatchObject({ moved: true, tells: [{ state: 'yes', channel: null, count: 1 }] });
  expect((await program.post(at, { ...moved, capacity: 0, seen })).json.errors).toMatchObject([
    { pointer: '#/capacity', code: 'too-short' },
  ]);
  expect((await program.post(at, { ...moved, seen: 1 })).json.code).toBe('changed-meanwhile');
  expect((await program.post(at, { ...moved, seen })).status).toBe(200);

  const calendar = await program.get(`${at}/calendar`);
  expect(calendar.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
  expect(calendar.text).toMatch(/^BEGIN:VCALENDAR[\s\S]*UID:[\w-]+@limen[\s\S]*SEQUENCE:1/);
  expect(calendar.text).not.toContain('demens');
});
