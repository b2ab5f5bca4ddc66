// A group message from the draft to the report, as its coordinator sees it.
import { expect, test } from 'vitest';
import type { Posted } from '../../../src/gateways/gateway.ts';
import { beat } from '../../../src/services/beat.ts';
import { listBroadcasts } from '../../../src/services/broadcasts/list-broadcasts.ts';
import { listReplies } from '../../../src/services/broadcasts/list-replies.ts';
import { orderBroadcast } from '../../../src/services/broadcasts/order-broadcast.ts';
import { previewBroadcast } from '../../../src/services/broadcasts/preview-broadcast.ts';
import { checkDraft, dropDraft, saveDraft, showDraft } from '../../../src/services/broadcasts/save-draft.ts';
import { reportBroadcast, showBroadcast } from '../../../src/services/broadcasts/show-broadcast.ts';
import {
  cancelBroadcast,
  pauseBroadcast,
  resumeBroadcast,
  retryFailed,
} from '../../../src/services/broadcasts/steer-broadcast.ts';
import { holdCircle } from '../../../src/services/circles/hold-circle.ts';
import { releaseCircle } from '../../../src/services/circles/release-circle.ts';
import { mergeTwo, showMerge } from '../../../src/services/relatives/merge-relatives.ts';
import { quietRelative } from '../../../src/services/relatives/quiet-relative.ts';
import type { Staff } from '../../../src/services/staff/staff.ts';
import { addUnits } from '../../../src/store/organisation.ts';
import { seedRelative } from '../../support/house.ts';
import { MONDAY } from '../../support/runtime.ts';
import { alerts, DAY, HOUR, hear, MINUTE, makeHouse, rows, run, scriptedGateway } from '../stand.ts';
import { coordinator, draft, makeGroup, order, phone, putIn, statusOf, TEXT } from './stand.ts';

test('the preview says who gets it how, who does not and why, and the order does just that', async () => {
  await using rt = await makeHouse();
  await run(rt, "UPDATE organisation SET settings = json_set(settings, '$.segmentPrice', 25)");
  const { groupId, people } = await makeGroup(rt, 10, (n) => ({
    tiltale: n === 0 ? 'Bo' : 'Alexandrine',
    ...(n === 1 ? { channel: 'ring' as const } : {}),
    ...(n === 2 ? { channel: 'brev' as const } : {}),
    ...(n === 3 ? { number: null } : {}),
    ...(n === 9 ? { language: 'en' } : {}),
  }));
  const set = (n: number, change: string) =>
    run(rt, `UPDATE relatives SET ${change} WHERE id = ?`, [people[n] ?? '']);
  await quietRelative(rt, coordinator, people[4] ?? '', rt.now() + DAY);
  await set(5, 'minor = 1');
  await run(rt, "UPDATE circles SET state = 'paused' WHERE id = ?", [`circle-${people[6]}`]);
  await hear(rt, 'STOP', phone(7));
  const id = await draft(rt, groupId, { texts: { da: TEXT, en: 'Hello {{ tiltale }}' } });
  const paced = { ...rt, config: { ...rt.config, segmentsPerSecond: 2 } };
  const seen = await previewBroadcast(paced, coordinator, id);
  expect(seen).toMatchObject({ audience: 10, sms: 3, calls: 1, letters: 1, unseen: 0, same: [], apart: [] });
  const why = (left: readonly { why: string; count: number }[]) =>
    Object.fromEntries(left.map((one) => [one.why, one.count]));
  const reasons = { 'circle-held': 1, minor: 1, quiet: 1, 'no-number': 1, stopped: 1 };
  expect(why(seen.leftOut)).toEqual(reasons);
  expect(seen.leftOut[0]?.people[0]?.name).toBe('Anne Prøve');
  expect(seen.languages).toEqual(
    expect.arrayContaining([
      { language: 'da', count: 4 },
      { language: 'en', count: 1 },
    ]),
  );
  expect(seen.samples.map(({ text }) => text)).toEqual(
    expect.arrayContaining(['Hello Alexandrine', 'Hej Bo. Vi ses på torsdag. Hilsen Prøve Kommune']),
  );
  expect(seen).toMatchObject({ segments: { total: 3, fewest: 1, most: 1 }, price: 75 });
  expect(seen.leaves).toEqual({ from: rt.now(), until: rt.now() + 1_500 });
  await order(rt, id);
  await beat(rt);
  await beat(rt);
  const shown = await showBroadcast(rt, coordinator, id);
  expect(shown.status).toBe('done');
  expect(shown.progress).toMatchObject({
    audience: 10,
    composed: 5,
    waiting: 0,
    messages: { sent: 3, todo: 2 },
  });
  expect(why(shown.progress.leftOut)).toEqual(reasons);
  expect(shown.leftOutPeople).toHaveLength(5);
  const texts = rt.posted.filter(({ reference }) => reference.startsWith('b.')).map(({ text }) => text);
  expect(texts.sort()).toEqual([
    'Hej Alexandrine. Vi ses på torsdag. Hilsen Prøve Kommune',
    'Hej Bo. Vi ses på torsdag. Hilsen Prøve Kommune',
    'Hello Alexandrine',
  ]);
});

test('a text that gives something away, has a field it may not have or is too long is not kept', async () => {
  await using rt = await makeHouse();
  const { groupId } = await makeGroup(rt, 1);
  const problem = async (text: string, way = 'sms') => {
    const form = { id: rt.newId(), title: 'Torsdag', groupId, way, texts: { da: text } };
    return (await checkDraft(rt, coordinator, form))[0]?.code;
  };
  expect(await problem('Kom til mødet på Bostedet Lindehuset')).toBe('text-confidential');
  expect(await problem('Kom og hør om demens')).toBe('text-confidential');
  expect(await problem('Hej {{ enhed }}')).toBe('template-wrong');
  expect(await problem('Hej {{ tiltale')).toBe('template-wrong');
  expect(await problem('Se www.example.org')).toBe('template-wrong');
  expect(await problem('Ring 010190-1234')).toBe('cpr-typed');
  expect(await problem('a'.repeat(470))).toBe('text-too-long');
  expect(await problem('Kære {{ tiltale }}. Mødet er på {{ enhed }}.', 'page')).toBeUndefined();
  expect(await problem('   ')).toBe('text-empty');
});

test('the same form is the same draft, and who changes one over somebody else is told', async () => {
  await using rt = await makeHouse();
  const { groupId } = await makeGroup(rt, 1);
  const form = { id: rt.newId(), title: 'Torsdag', groupId, way: 'sms', texts: { da: TEXT } };
  await Promise.all([saveDraft(rt, coordinator, form), saveDraft(rt, coordinator, form)]);
  await saveDraft(rt, coordinator, form);
  await expect(saveDraft(rt, coordinator, { ...form, title: 'Fredag' })).rejects.toThrow('changed-meanwhile');
  const first = await showDraft(rt, coordinator, form.id);
  await saveDraft(rt, coordinator, { ...first, title: 'Onsdag' });
  await expect(saveDraft(rt, coordinator, { ...first, title: 'Fredag' })).rejects.toThrow(
    'changed-meanwhile',
  );
  expect((await listBroadcasts(rt, coordinator)).lines).toMatchObject([{ title: 'Onsdag', status: 'draft' }]);
  const { seen } = await showDraft(rt, coordinator, form.id);
  await dropDraft(rt, coordinator, form.id, seen);
  expect((await listBroadcasts(rt, coordinator)).lines).toEqual([]);
  const reader: Staff = { id: 'staff-2', role: 'reader', units: 'all' };
  await expect(saveDraft(rt, reader, form)).rejects.toThrow('forbidden');
});

test('two who order at once send one, and the same again within a day asks first', async () => {
  await using rt = await makeHouse();
  const { groupId } = await makeGroup(rt, 3);
  const [id, twin] = [await draft(rt, groupId), await draft(rt, groupId)];
  const results = await Promise.allSettled([order(rt, id), order(rt, twin)]);
  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(results.find(({ status }) => status === 'rejected')).toMatchObject({
    reason: { code: 'field-missing', detail: 'twice' },
  });
  const [done, open] = (await statusOf(rt, id)) === 'draft' ? [twin, id] : [id, twin];
  const { changedAt } =
    (await rows(rt, 'SELECT changed_at AS changedAt FROM broadcasts WHERE id = ?', [done]))[0] ?? {};
  const other = { ...coordinator, id: 'staff-2' };
  const again = {
    seen: Number(changedAt),
    dueAt: null,
    sample: null,
    twiceConfirmed: true,
    apartConfirmed: true,
  };
  await expect(orderBroadcast(rt, other, done, again)).rejects.toThrow('already-done');
  await orderBroadcast(rt, coordinator, done, again);
  await beat(rt);
  expect((await previewBroadcast(rt, coordinator, open)).leftOut).toMatchObject([
    { why: 'had-one', count: 3 },
  ]);
  rt.forward(DAY - HOUR);
  expect((await previewBroadcast(rt, coordinator, open)).same).toMatchObject([{ id: done, count: 3 }]);
  await order(rt, open, { twiceConfirmed: true });
  await beat(rt);
  expect(rt.posted).toHaveLength(6);
});

test('a sample goes first, to phones, and the rest waits for a person; a group message can wait for its time', async () => {
  await using rt = await makeHouse();
  const { groupId } = await makeGroup(rt, 6, (n) => (n === 0 ? { channel: 'ring' } : {}));
  const id = await draft(rt, groupId);
  await order(rt, id, { sample: 2, dueAt: MONDAY + 2 * HOUR });
  await beat(rt);
  expect([await statusOf(rt, id), rt.posted.length]).toEqual(['scheduled', 0]);
  rt.forward(2 * HOUR);
  await beat(rt);
  await beat(rt);
  expect([await statusOf(rt, id), rt.posted.length]).toEqual(['sampled', 2]);
  await resumeBroadcast(rt, coordinator, id);
  await beat(rt);
  await beat(rt);
  expect([await statusOf(rt, id), rt.posted.length]).toEqual(['done', 5]);
  await expect(resumeBroadcast(rt, coordinator, id)).rejects.toThrow('already-done');
  rt.forward(DAY);
  const small = await draft(rt, groupId, { texts: { da: 'Noget andet' } });
  await order(rt, small, { sample: 6 });
  await beat(rt);
  await beat(rt);
  expect(await statusOf(rt, small)).toBe('done');
});

test('a pause holds what has not left, also through the pause of a circle, and a cancellation takes it back', async () => {
  await using rt = await makeHouse();
  const { groupId, people } = await makeGroup(rt, 4, (n) => (n === 3 ? { channel: 'ring' } : {}));
  const id = await draft(rt, groupId, {
    way: 'page',
    texts: { da: 'Kære {{ tiltale }}. Vi ses på {{ enhed }}.' },
  });
  await run(rt, "INSERT INTO senders (name, stopped_at, stopped_by) VALUES ('name', 1, 'staff-1')");
  await order(rt, id);
  await beat(rt);
  const messages = () => rows(rt, 'SELECT channel, status, reason FROM messages ORDER BY channel, rowid');
  expect(await rows(rt, 'SELECT count(*) AS n FROM page_messages')).toEqual([{ n: 3 }]);
  await pauseBroadcast(rt, coordinator, id);
  expect((await messages()).map(({ status, reason }) => `${status} ${reason}`)).toEqual(
    Array.from({ length: 4 }, () => 'held broadcast-paused'),
  );
  await holdCircle(rt, `circle-${people[0]}`, 'paused', 'staff-1');
  await releaseCircle(rt, `circle-${people[0]}`, 'staff-1');
  expect((await messages()).every(({ status }) => status === 'held')).toBe(true);
  await resumeBroadcast(rt, coordinator, id);
  expect((await messages()).map(({ status }) => status)).toEqual(['todo', 'due', 'due', 'due']);
  await cancelBroadcast(rt, coordinator, id);
  expect((await messages()).every(({ status }) => status === 'cancelled')).toBe(true);
  expect(await rows(rt, 'SELECT count(*) AS n FROM page_messages')).toEqual([{ n: 0 }]);
  await run(rt, 'DELETE FROM senders');
  await beat(rt);
  expect(rt.posted).toEqual([]);
  await expect(cancelBroadcast(rt, coordinator, id)).rejects.toThrow('already-done');
});

test('what failed is tried anew once it is asked for, what nobody knows of never, and the report tells all', async () => {
  const refused: Posted = { outcome: 'refused', reason: 'unreachable', retryable: false };
  let fails = true;
  const gateway = scriptedGateway(
    ({ to }, nth): Posted =>
      fails && to === phone(0) ? refused : { outcome: 'accepted', providerId: `P-${nth}` },
  );
  await using rt = await makeHouse({ gateway });
  const { groupId } = await makeGroup(rt, 3);
  const id = await draft(rt, groupId);
  await order(rt, id);
  await beat(rt);
  await beat(rt);
  const shown = await showBroadcast(rt, coordinator, id);
  expect(shown.progress).toMatchObject({ composed: 3, failed: 1, messages: { sent: 2, failed: 1 } });
  expect(shown.failedPeople).toMatchObject([{ why: 'unreachable' }]);
  expect(await alerts(rt)).toEqual(['broadcast-failed']);
  fails = false;
  expect(await retryFailed(rt, coordinator, id)).toEqual({ count: 1 });
  await expect(retryFailed(rt, coordinator, id)).rejects.toThrow('already-done');
  rt.forward(MINUTE);
  await beat(rt);
  await beat(rt);
  expect(gateway.posted.filter(({ to }) => to === phone(0))).toHaveLength(2);
  expect(gateway.posted).toHaveLength(4);
  await hear(rt, 'Tak, jeg kommer', phone(1));
  await hear(rt, 'JA', phone(2));
  await hear(rt, 'STOP', phone(0));
  await hear(rt, 'Hvem er I?', '+4520009998');
  const report = await reportBroadcast(rt, coordinator, id);
  expect(report).toMatchObject({
    segments: 3,
    cost: undefined,
    stops: 1,
    progress: { failed: 0, waiting: 0 },
  });
  expect(Object.fromEntries(report.replies.map(({ meaning, count }) => [meaning, count]))).toMatchObject({
    stop: 1,
  });
  const { replies } = await listReplies(rt, coordinator, id);
  expect(replies.map(({ text, name }) => [text, name])).toEqual([
    ['STOP', 'Anne Prøve'],
    ['JA', 'Anne Prøve'],
    ['Tak, jeg kommer', 'Anne Prøve'],
  ]);
});

test('two records that are merged get one message', async () => {
  await using rt = await makeHouse();
  const { groupId, people } = await makeGroup(rt, 2);
  const third = await seedRelative(rt, { number: phone(9), circle: `circle-${people[0]}` });
  await putIn(rt, groupId, third);
  const id = await draft(rt, groupId);
  await run(rt, "INSERT INTO senders (name, stopped_at, stopped_by) VALUES ('number', 1, 'staff-1')");
  await order(rt, id);
  await beat(rt);
  const { seen } = await showMerge(rt, coordinator, people[0] ?? '', third);
  await mergeTwo(rt, coordinator, people[0] ?? '', third, { number: 'keep', seen });
  await run(rt, 'DELETE FROM senders');
  await beat(rt);
  await beat(rt);
  expect(rt.posted).toHaveLength(2);
  expect((await showBroadcast(rt, coordinator, id)).progress).toMatchObject({ audience: 2, composed: 2 });
});

test('whoever sees some units alone reaches their relatives alone, and steers nothing that others wrote to all', async () => {
  await using rt = await makeHouse();
  await rt.db.lane.put(addUnits, { id: 'unit-2', parentId: null, name: 'Demo 2', area: 'Syd' });
  const { groupId, people } = await makeGroup(rt, 3);
  await run(rt, "UPDATE circles SET unit_id = 'unit-2' WHERE id = ?", [`circle-${people[1]}`]);
  const own: Staff = { id: 'staff-9', role: 'coordinator', units: ['unit-2'] };
  const form = { id: rt.newId(), title: 'Torsdag', groupId, way: 'sms', texts: { da: TEXT } };
  await saveDraft(rt, own, form);
  const seen = await previewBroadcast(rt, own, form.id);
  expect(seen).toMatchObject({ audience: 1, sms: 1, unseen: 2 });
  const asked = { dueAt: null, sample: null, twiceConfirmed: false, apartConfirmed: false };
  await orderBroadcast(rt, own, form.id, { seen: seen.seen, ...asked });
  await beat(rt);
  expect(rt.posted.map(({ to }) => to)).toEqual([phone(1)]);
  const others = await draft(rt, groupId, { texts: { da: 'Noget andet' } });
  await order(rt, others);
  await expect(pauseBroadcast(rt, own, others)).rejects.toThrow('forbidden');
  await expect(dropDraft(rt, own, others, 1)).rejects.toThrow('forbidden');
  expect((await showBroadcast(rt, own, others)).may).toEqual({
    ...{ change: false, pause: false, resume: false, cancel: false, retry: false },
  });
  const advisor: Staff = { id: 'staff-3', role: 'advisor', units: 'all' };
  await expect(pauseBroadcast(rt, advisor, others)).rejects.toThrow('forbidden');
});
