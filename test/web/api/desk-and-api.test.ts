// What people do at the desk and programs do too: senders, lists, referrals in, figures, registrations that are changed.
import { expect, test } from 'vitest';
import { enrolRelative } from '../../../src/services/journeys/enrol-relative.ts';
import { carryOutAll } from '../../../src/services/journeys/fan-out.ts';
import { publishFlow } from '../../../src/services/journeys/publish-flow.ts';
import { addSource, closeSource } from '../../../src/services/referrals/keep-source.ts';
import type { Staff } from '../../../src/services/staff/staff.ts';
import { addUnits } from '../../../src/store/organisation.ts';
import { openProgram } from '../../support/api.ts';
import { addRelative, type DeskRuntime, makeDesk, rowsOf } from '../../support/desk.ts';
import { invitation } from '../../support/house.ts';

const coordinator: Staff = { id: 'demo-coordinator', role: 'coordinator', units: 'all' };
const openAdministration = (rt: DeskRuntime) => openProgram(rt, { role: 'administrator' });

type Sender = { sender: string; address: string; stopped: { by: string } | null };

test('a sender is renamed, stopped and let go on by a program, as by hand', async () => {
  await using rt = await makeDesk();
  const program = await openAdministration(rt);
  const { seen } = (await program.get('/settings/senders')).json;
  const odd = await program.post('/settings/senders/name', { seen, name: 'Ny Kommune' });
  expect(odd.json.errors).toMatchObject([{ pointer: '#/name', code: 'sender-name' }]);
  expect((await program.post('/settings/senders/name', { seen, name: 'NyKommune' })).status).toBe(200);
  const stale = await program.post('/settings/senders/name', { seen, name: 'EnAnden' });
  expect(stale.json.code).toBe('changed-meanwhile');

  expect((await program.post('/settings/senders/all/stop')).status).toBe(200);
  const { json } = await program.get('/settings/senders');
  const senders = json.senders as Sender[];
  expect(senders.map(({ sender, stopped }) => [sender, stopped?.by])).toEqual([
    ['name', 'API: Fagsystem'],
    ['number', 'API: Fagsystem'],
  ]);
  expect([senders[0]?.address, json.names]).toEqual([
    'NyKommune',
    [expect.objectContaining({ name: 'NyKommune' })],
  ]);
  expect((await program.post('/settings/senders/name/start')).status).toBe(200);
  expect((await program.post('/settings/senders/name/start')).json.code).toBe('already-done');
  expect(
    await rowsOf(rt, "select step from alerts where kind = 'sender-stopped' and status = 'open'"),
  ).toEqual([{ step: 'number' }]);
});

type Choice = { value: string; da: string; en: string; closed: boolean; used: number; locked: string | null };

const asSent = (choices: readonly Choice[]) =>
  choices.map(({ value, da, en, closed }) => ({ value, da, en, closed }));

test('a list of what is chosen of a relative is read, put in another order, closed in part and added to', async () => {
  await using rt = await makeDesk();
  await addRelative(rt, { relation: 'søskende' });
  const program = await openAdministration(rt);
  const at = '/settings/people-lists/relations';
  const read = (await program.get(at)).json;
  const choices = read.choices as Choice[];
  expect(choices.find(({ value }) => value === 'søskende')).toMatchObject({ da: 'Søskende', used: 1 });
  const gone = await program.post(at, {
    seen: read.seen,
    choices: asSent(choices.filter(({ value }) => value !== 'søskende')),
  });
  expect([gone.status, gone.json.code]).toEqual([409, 'choice-used']);
  const doubled = await program.post(at, {
    seen: read.seen,
    choices: [...asSent(choices), { da: 'Søskende', en: 'Sibling' }],
  });
  expect(doubled.json.errors).toMatchObject([
    { pointer: `#/choices/${choices.length}/da`, code: 'choice-double' },
  ]);

  const [first, ...rest] = asSent(choices).map((one) =>
    one.value === 'søskende' ? { ...one, closed: true } : one,
  );
  const changed = await program.post(at, {
    seen: read.seen,
    choices: [...rest, first, { da: 'Svigerdatter', en: 'Daughter-in-law' }],
  });
  expect(changed.status).toBe(200);
  const now = (await program.get(at)).json as unknown as { own: boolean; choices: Choice[] };
  expect([now.own, now.choices.at(-1)?.value, now.choices.at(-2)?.value]).toEqual([
    true,
    'svigerdatter',
    first?.value,
  ]);
  expect((await program.get('/choices')).json.relations).not.toContain('søskende');
});

const referral = {
  ...{ name: 'Pårørende 3', number: '20 00 00 41', relation: 'søskende', area: 'demens' },
  ...{ consent: true, byName: 'Sygeplejerske 1', byContact: '20 00 00 03' },
};

test('a referral is sent in for an open source with the yes of the relative, and by nobody without it', async () => {
  await using rt = await makeDesk();
  const { id } = await addSource(rt, coordinator, { title: 'Afdelingen', unit: 'unit-1' });
  const program = await openProgram(rt);
  const at = `/sources/${id}/referrals`;
  const without = await program.post(at, { ...referral, consent: false });
  expect(without.json.errors).toMatchObject([{ pointer: '#/consent', code: 'yes-missing' }]);
  const cpr = await program.post(at, { ...referral, note: '010190-1234' });
  expect(cpr.json.errors).toMatchObject([{ pointer: '#/note', code: 'cpr-typed' }]);
  expect(await rowsOf(rt, 'select 1 from referrals')).toEqual([]);

  const sent = await program.post(at, referral);
  expect([sent.status, sent.headers.get('location')]).toEqual([201, `/api/v1/referrals/${sent.json.id}`]);
  expect((await program.get(`/referrals/${sent.json.id}`)).json).toMatchObject({
    ...{ name: 'Pårørende 3', status: 'waiting', source: 'Afdelingen', byName: 'Sygeplejerske 1' },
  });
  expect(await rowsOf(rt, "select actor from ledger where kind = 'referral.received'")).toEqual([
    { actor: `key:${program.keyId}` },
  ]);
  for (let n = 0; n < 12; n += 1) expect((await program.post(at, referral)).status).toBe(201);
  await closeSource(rt, coordinator, id, true);
  expect((await program.post(at, referral)).status).toBe(404);
});

test('the four figures are told with what they count, of the year that is asked for', async () => {
  await using rt = await makeDesk();
  const program = await openProgram(rt);
  const relatives = [await addRelative(rt)];
  for (const minutes of [30, 10]) await program.post('/contacts', { relatives, date: '2027-03-01', minutes });
  const counselled = {
    date: '2027-03-01',
    unit: 'unit-1',
    kind: 'kortlægning',
    participants: 4,
    minutes: 60,
  };
  const { id } = (await program.post('/counsellings', counselled)).json;
  const counts = async (query = '') => {
    const { json } = await program.get(`/figures${query}`);
    const count = (name: string) => (json[name] as { count: number }).count;
    return [json.year, ...['announcedEvents', 'staffConversations', 'conversations', 'relatives'].map(count)];
  };
  expect(await counts()).toEqual([2027, 0, 1, 1, 1]);
  expect(await counts('?year=2026')).toEqual([2026, 0, 0, 0, 0]);
  const danish = await program.get('/figures', { 'accept-language': 'da' });
  expect(danish.json.conversations).toMatchObject({ means: 'Kontakter på 20 minutter eller mere.' });
  expect((await program.get('/figures?year=i-fjor')).status).toBe(422);

  expect((await program.post(`/counsellings/${id}/count`, { counts: false })).status).toBe(200);
  expect(await counts()).toEqual([2027, 0, 0, 1, 1]);
  expect((await program.get(`/counsellings/${id}`)).json.takenBackAt).toEqual(expect.any(String));
});

test('a registration is changed by the key that made it, as it was seen', async () => {
  await using rt = await makeDesk();
  const [program, other] = [await openProgram(rt), await openProgram(rt)];
  const relatives = [await addRelative(rt)];
  const made = await program.post('/contacts', {
    ...{ relatives, date: '2027-03-01', minutes: 30, note: 'Det var svært' },
  });
  const at = `/contacts/${made.json.id}`;
  const read = (await program.get(at)).json;
  const fields = ['date', 'minutes', 'kind', 'level', 'place', 'initiative', 'themes', 'outcome'];
  const all = [...fields, 'followUp', 'handedTo', 'nextStep', 'note', 'seen'];
  const body = { ...Object.fromEntries(all.map((name) => [name, read[name]])), minutes: 45 };
  expect((await other.post(at, body)).status).toBe(403);
  expect((await program.post(at, body)).status).toBe(200);
  expect((await program.post(at, { ...body, minutes: 50 })).json.code).toBe('changed-meanwhile');
  expect((await program.get(at)).json).toMatchObject({ minutes: 45, note: 'Det var svært', own: true });

  const counselled = {
    date: '2027-03-01',
    unit: 'unit-1',
    kind: 'kortlægning',
    participants: 4,
    minutes: 60,
  };
  const one = `/counsellings/${(await program.post('/counsellings', counselled)).json.id}`;
  const { seen, staffGroups, themes, material, followUp, note } = (await program.get(one)).json;
  const anew = { ...counselled, participants: 6, seen, staffGroups, themes, material, followUp, note };
  expect((await program.post(one, anew)).status).toBe(200);
  expect((await program.post(one, { ...anew, participants: 7 })).json.code).toBe('changed-meanwhile');
  expect((await program.get(one)).json.participants).toBe(6);
});

test('the way somebody was shown is listed and taken back; a taken-out offer is found among those taken out', async () => {
  await using rt = await makeDesk();
  const program = await openProgram(rt, { role: 'coordinator' });
  const relative = await addRelative(rt);
  const offer = { title: 'Café', text: 'En café.', target: 'Alle', area: 'demens', contact: 'Ring' };
  const { id } = (await program.post('/offers', { ...offer, inside: true })).json;
  await program.post(`/offers/${id}/signpost`, { relative });
  const at = `/relatives/${relative}/signposts`;
  const [shown] = (await program.get(at)).json.data as { id: string; title: string }[];
  expect(shown?.title).toBe('Café');
  expect((await program.post(`/signposts/${shown?.id}/undo`)).status).toBe(200);
  expect((await program.get(at)).json.data).toEqual([]);
  await program.post(`/offers/${id}/retire`, { retired: true });
  expect((await program.get('/offers')).json.data).toEqual([]);
  expect((await program.get('/offers?retired=true')).json.data).toMatchObject([{ id, retired: true }]);
});

test('a relative is moved to a new circle, and a no by telephone ends what is sent about an appointment', async () => {
  await using rt = await makeDesk();
  const program = await openProgram(rt);
  const relative = await addRelative(rt);
  const before = (await program.get(`/relatives/${relative}`)).json.circle as { id: string };
  expect((await program.post(`/relatives/${relative}/circle`, { unit: 'unit-1' })).status).toBe(200);
  const after = (await program.get(`/relatives/${relative}`)).json.circle as { id: string };
  expect(after.id).not.toBe(before.id);
  expect((await program.post(`/relatives/${relative}/circle`, {})).json.errors).toMatchObject([
    { pointer: '#/circle', code: 'field-missing' },
  ]);

  const when = { when: '2027-03-05T14:00', minutes: 45, place: 'telefon', relatives: [relative] };
  const { id } = (await program.post('/appointments', when)).json;
  const said = { relative, answer: 'nej' };
  expect((await program.post(`/appointments/${id}/answer`, said)).status).toBe(200);
  expect(await rowsOf(rt, "select 1 from journeys where status <> 'ended'")).toEqual([]);
});

test('many are chosen, seen, enrolled in one go and counted, and the draft is seen by the key that made it alone', async () => {
  await using rt = await makeDesk();
  await publishFlow(rt, invitation('link'));
  const [program, other] = [await openProgram(rt), await openProgram(rt)];
  for (const n of [1, 2, 3])
    await addRelative(rt, { name: `Pårørende ${n}`, number: `20 00 00 5${n}`, area: 'demens' });
  const two = await program.post('/enrolments', { search: { area: 'demens' }, circle: 'x' });
  expect(two.json.errors).toMatchObject([{ pointer: '#/relatives', code: 'field-missing' }]);
  const { id } = (await program.post('/enrolments', { search: { area: 'demens' } })).json;
  const plan = { flow: 'indbydelse-link' };
  expect((await other.post(`/enrolments/${id}/preview`, plan)).status).toBe(404);
  const effect = (await program.post(`/enrolments/${id}/preview`, plan)).json;
  expect(effect).toMatchObject({ going: 3, leftOut: [] });
  expect((await program.get(`/enrolments/${id}`)).status).toBe(404);

  expect((await program.post(`/enrolments/${id}/order`, plan)).status).toBe(200);
  await carryOutAll(rt, async () => true);
  expect((await program.get(`/enrolments/${id}`)).json).toMatchObject({
    ...{ flow: 'indbydelse-link', status: 'done', begun: 3, waiting: 0 },
  });
  expect((await program.post(`/enrolments/${id}/cancel`)).json.code).toBe('already-done');
});

test('the overview comes as one answer, and tells of nobody out of sight', async () => {
  await using rt = await makeDesk();
  await publishFlow(rt, invitation('link'));
  const relative = await addRelative(rt, { number: '20 00 00 71', name: 'Pårørende 7' });
  await enrolRelative(rt, coordinator, { flow: 'indbydelse-link', relativeId: relative, anchors: {} });
  await rt.bell.quiet();
  const near = await openProgram(rt, { role: 'reader' });
  const waiting = { replies: 0, alerts: 0, tasks: 0, referrals: 0 };
  expect((await near.get('/overview')).json).toMatchObject({
    waiting,
    timers: [{ relative, name: 'Pårørende 7', flow: expect.any(String) }],
  });
  await rt.db.lane.put(addUnits, { id: 'unit-2', parentId: null, name: 'Sydhuset', area: 'demens' });
  const far = await openProgram(rt, { role: 'reader', units: ['unit-2'] });
  expect((await far.get('/overview')).json).toEqual({
    waiting,
    unknown: [],
    messages: [],
    timers: [],
    held: [],
  });
});
