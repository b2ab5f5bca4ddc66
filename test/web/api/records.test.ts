// Records by a program: the timeline, two made one, who may see one, and saved answers.
import { expect, test } from 'vitest';
import { publishFlow } from '../../../src/services/journeys/publish-flow.ts';
import { newRelative, openProgram } from '../../support/api.ts';
import { addRelative, addReply, makeDesk, rowsOf } from '../../support/desk.ts';
import { invitation } from '../../support/house.ts';

test('the timeline is told in words, in the language of the program, and the look is noted', async () => {
  await using rt = await makeDesk();
  const program = await openProgram(rt);
  const id = await addRelative(rt);
  await addReply(rt, { text: 'Hvornår er det?', relativeId: id });
  const english = await program.get(`/relatives/${id}/timeline?kind=reply`, { 'accept-language': 'en' });
  const danish = await program.get(`/relatives/${id}/timeline?kind=reply`);
  expect(english.json.data).toMatchObject([{ kind: 'reply', text: 'Hvornår er det?' }]);
  const what = ({ json }: typeof english) => (json.data as { what: string }[])[0]?.what;
  expect(what(english)).not.toBe(what(danish));
  expect(await rowsOf(rt, "select purpose from ledger where kind = 'relative.viewed'")).toContainEqual({
    purpose: 'api',
  });
});

test('two records are compared and made one, as they were read', async () => {
  await using rt = await makeDesk();
  const program = await openProgram(rt);
  const keep = String((await program.post('/relatives', newRelative())).json.id);
  const other = String((await program.post('/relatives', newRelative({ number: '20 00 00 32' }))).json.id);
  const effect = await program.get(`/relatives/${keep}/merge/${other}`);
  expect(effect.json).toMatchObject({ kept: { id: keep }, merged: { id: other }, askNumber: true });
  const stale = await program.post(`/relatives/${keep}/merge`, { other, seen: '1.1' });
  expect([stale.status, stale.json.code]).toEqual([409, 'changed-meanwhile']);
  const merged = await program.post(`/relatives/${keep}/merge`, { other, seen: effect.json.seen });
  expect(merged.status).toBe(200);
  expect(await rowsOf(rt, `select merged_into from relatives where id = '${other}'`)).toEqual([
    { merged_into: keep },
  ]);
});

test('a shielded relative is gone for every other key, and lifting the shield brings it back', async () => {
  await using rt = await makeDesk();
  const [program, other] = [await openProgram(rt), await openProgram(rt)];
  const id = await addRelative(rt);
  const nobody = await program.post(`/relatives/${id}/shield`, { staff: [], seen: '0.' });
  expect([nobody.status, nobody.json.code]).toEqual([422, 'request-invalid']);
  await program.post(`/relatives/${id}/shield`, { staff: ['demo-advisor'], seen: '0.' });
  const shown = await program.get(`/relatives/${id}/shield`);
  expect(shown.json).toMatchObject({ shielded: true });
  expect([...(shown.json.named as string[])].sort()).toEqual(['demo-advisor', `key:${program.keyId}`]);
  expect((await other.get(`/relatives/${id}`)).status).toBe(404);
  await program.post(`/relatives/${id}/shield`, { staff: null, seen: shown.json.seen });
  expect((await other.get(`/relatives/${id}`)).status).toBe(200);
});

test('a saved answer is kept without confidential words and reads as it will be sent', async () => {
  await using rt = await makeDesk();
  const program = await openProgram(rt, { role: 'coordinator' });
  const answer = { title: 'Vi ringer', text: 'Kære {{ tiltale }}. Vi ringer i morgen.' };
  const made = await program.post('/saved-answers', answer);
  const blank = await program.post('/saved-answers', { ...answer, title: '  ' });
  expect(blank.json.errors).toMatchObject([{ pointer: '#/title', code: 'field-missing' }]);
  const secret = await program.post('/saved-answers', { ...answer, text: 'Se dig på Bostedet Lindehuset' });
  expect([secret.status, secret.json.code]).toEqual([422, 'text-confidential']);
  const relative = await addRelative(rt, { tiltale: 'Mads' });
  await addReply(rt, { text: 'Hej', relativeId: relative });
  const filled = await program.get(`/conversations/${relative}/saved-answers/${made.json.id}`);
  expect(filled.json.text).toBe('Kære Mads. Vi ringer i morgen.');
});

test("another's work is taken over, with the effect told first", async () => {
  await using rt = await makeDesk();
  const program = await openProgram(rt, { role: 'coordinator' });
  const id = await addRelative(rt);
  await rt.db.client.execute(`update relatives set advisor_id = 'staff-1' where id = '${id}'`);
  const order = { from: 'staff-1', to: 'demo-advisor' };
  const effect = await program.post('/take-overs/preview', order);
  expect(effect.json).toMatchObject({ relatives: [{ id }], unseen: 0 });
  expect((await program.post('/take-overs', order)).json).toMatchObject({ relatives: 1 });
  const nobody = await program.post('/take-overs', { ...order, to: 'nobody' });
  expect(nobody.json.errors).toMatchObject([{ pointer: '#/to' }]);
});

test('what an enrolment must say is told with the flow, and a date that is missing by its name', async () => {
  await using rt = await makeDesk();
  await publishFlow(rt, {
    ...invitation('link'),
    anchors: { indflytning: { title: 'Indflytningsdato', time: false } },
  });
  const program = await openProgram(rt);
  const [flow] = (await program.get('/flows')).json.data as { name: string; anchors: { name: string }[] }[];
  expect(flow?.anchors).toEqual([
    { name: 'indflytning', title: 'Indflytningsdato', time: false, event: false },
  ]);
  const path = `/relatives/${await addRelative(rt)}/journeys`;
  const missing = await program.post(path, { flow: flow?.name });
  expect(missing.json.errors).toMatchObject([{ pointer: '#/anchors/indflytning', code: 'anchor-missing' }]);
  const anchors = { [flow?.anchors[0]?.name ?? '']: '2027-04-01' };
  expect((await program.post(path, { flow: flow?.name, anchors })).status).toBe(201);
});
