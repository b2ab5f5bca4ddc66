// What is written of a group message and has not left is taken back from whoever is not to get it any more.
import { expect, test } from 'vitest';
import { beat } from '../../../src/services/beat.ts';
import { showBroadcast } from '../../../src/services/broadcasts/show-broadcast.ts';
import {
  cancelBroadcast,
  pauseBroadcast,
  resumeBroadcast,
} from '../../../src/services/broadcasts/steer-broadcast.ts';
import { holdCircle } from '../../../src/services/circles/hold-circle.ts';
import { releaseCircle } from '../../../src/services/circles/release-circle.ts';
import { recordLedger } from '../../../src/services/record-ledger.ts';
import { changeRelative, showChangeForm } from '../../../src/services/relatives/change-relative.ts';
import { mergeTwo, showMerge } from '../../../src/services/relatives/merge-relatives.ts';
import { quietRelative } from '../../../src/services/relatives/quiet-relative.ts';
import { MINOR_BAND } from '../../../src/services/relatives/relative-choices.ts';
import { stepInOrOut } from '../../../src/store/groups/members.ts';
import { seedRelative } from '../../support/house.ts';
import { DAY, type House, hear, makeHouse, rows, run } from '../stand.ts';
import { coordinator, draft, makeGroup, order, phone, putIn } from './stand.ts';

const PAGED = { way: 'page', texts: { da: 'Kære {{ tiltale }}. Vi ses på {{ enhed }}.' } };

/** Nothing leaves by SMS until `go`. */
const stand = async (rt: House): Promise<void> => {
  await run(
    rt,
    "INSERT INTO senders (name, stopped_at, stopped_by) VALUES ('name', 1, 'staff-1'), ('number', 1, 'staff-1')",
  );
};

const go = async (rt: House): Promise<void> => {
  await run(rt, 'DELETE FROM senders');
  for (let n = 0; n < 3; n += 1) await beat(rt);
};

const why = async (rt: House, id: string): Promise<Record<string, number>> => {
  const { progress } = await showBroadcast(rt, coordinator, id);
  expect(progress.composed + progress.waiting + progress.leftOut.reduce((n, { count }) => n + count, 0)).toBe(
    progress.audience,
  );
  return Object.fromEntries(progress.leftOut.map((one) => [one.why, one.count]));
};

const pages = async (rt: House): Promise<number> => (await rows(rt, 'SELECT 1 FROM page_messages')).length;

test('one that is stuck sends nothing more, nor when a circle that stood still goes on, is told of by its name, and can be taken back', async () => {
  await using rt = await makeHouse();
  const { groupId, people } = await makeGroup(rt, 2, (n) => (n === 1 ? { channel: 'ring' } : {}));
  const id = await draft(rt, groupId);
  await stand(rt);
  await order(rt, id);
  await beat(rt);
  const [{ sealed = '' } = {}] = await rows(rt, 'SELECT texts_sealed AS sealed FROM broadcasts');
  await run(rt, "UPDATE broadcasts SET texts_sealed = 'unreadable'");
  await beat(rt);
  expect((await showBroadcast(rt, coordinator, id)).texts).toEqual({});
  await run(rt, 'UPDATE broadcasts SET texts_sealed = ?', [String(sealed)]);
  await holdCircle(rt, `circle-${people[0]}`, 'paused', 'staff-1');
  await releaseCircle(rt, `circle-${people[0]}`, 'staff-1');
  await go(rt);
  expect(rt.posted).toEqual([]);
  expect(await rows(rt, 'SELECT kind, step, urgent FROM alerts')).toEqual([
    { kind: 'broadcast-broken', step: id, urgent: 1 },
  ]);
  const shown = await showBroadcast(rt, coordinator, id);
  expect(shown).toMatchObject({ status: 'broken', progress: { messages: { held: 2 } } });
  expect(shown.may).toMatchObject({ cancel: true, pause: false, resume: true });
  await cancelBroadcast(rt, coordinator, id);
  expect((await showBroadcast(rt, coordinator, id)).progress.messages).toEqual({ cancelled: 2 });
});

test('one that was stuck goes on when what was wrong is mended', async () => {
  await using rt = await makeHouse();
  const { groupId } = await makeGroup(rt, 3);
  const id = await draft(rt, groupId);
  await stand(rt);
  await order(rt, id);
  await beat(rt);
  await run(rt, "UPDATE broadcasts SET status = 'broken'");
  await run(rt, "UPDATE messages SET status = 'held', reason = 'broadcast-paused'");
  await go(rt);
  expect(rt.posted).toEqual([]);
  await resumeBroadcast(rt, coordinator, id);
  await go(rt);
  expect(rt.posted).toHaveLength(3);
  expect((await showBroadcast(rt, coordinator, id)).status).toBe('done');
});

test('who wants none for a while, or turns out to be under 18, gets nothing that is already written, nor finds it on the page', async () => {
  await using rt = await makeHouse();
  const { groupId, people } = await makeGroup(rt, 4, (n) => (n === 3 ? { channel: 'ring' } : {}));
  const [quiet = '', minor = '', , called = ''] = people;
  const id = await draft(rt, groupId, PAGED);
  await stand(rt);
  await order(rt, id);
  await beat(rt);
  expect(await pages(rt)).toBe(3);
  await quietRelative(rt, coordinator, quiet, rt.now() + DAY);
  await quietRelative(rt, coordinator, called, rt.now() + DAY);
  const { form } = await showChangeForm(rt, coordinator, minor);
  await changeRelative(rt, coordinator, minor, { ...form, ageBand: MINOR_BAND, guardian: 'Mor' });
  expect(await pages(rt)).toBe(1);
  await go(rt);
  expect(rt.posted.map(({ to }) => to)).toEqual([phone(2)]);
  expect(await why(rt, id)).toEqual({ quiet: 2, minor: 1 });
  const reasons = await rows(rt, "SELECT reason FROM messages WHERE status = 'cancelled' ORDER BY reason");
  expect(reasons.map(({ reason }) => reason)).toEqual(['minor', 'quiet', 'quiet']);
});

test('after a pause it is asked anew who gets it: time has passed, and what was written is no promise', async () => {
  await using rt = await makeHouse();
  const { groupId, people } = await makeGroup(rt, 7, (n) => (n === 5 ? { channel: 'brev' } : {}));
  const id = await draft(rt, groupId, PAGED);
  await stand(rt);
  await order(rt, id);
  await beat(rt);
  await pauseBroadcast(rt, coordinator, id);
  rt.forward(DAY);
  const set = (n: number, change: string) =>
    run(rt, `UPDATE relatives SET ${change} WHERE id = ?`, [people[n] ?? '']);
  await set(0, `quiet_until = ${rt.now() + DAY}`);
  await set(1, 'minor = 1');
  const leave = {
    groupId,
    relativeId: people[2] ?? '',
    leave: true,
    at: rt.now(),
    by: 'staff-1',
    ledger: [],
  };
  await rt.db.lane.put(stepInOrOut, leave);
  await run(rt, "UPDATE circles SET state = 'paused' WHERE id = ?", [`circle-${people[3]}`]);
  await hear(rt, 'STOP', phone(4));
  const relativeId = people[5] ?? '';
  await recordLedger(rt, { kind: 'consent.withdrawn', actor: 'relative', relativeId, purpose: 'sms' });
  await resumeBroadcast(rt, coordinator, id);
  expect(await pages(rt)).toBe(2);
  await go(rt);
  expect(rt.posted.filter(({ reference }) => reference.startsWith('b.')).map(({ to }) => to)).toEqual([
    phone(6),
  ]);
  expect(await why(rt, id)).toEqual({
    ...{ quiet: 1, minor: 1, 'left-group': 1, 'circle-held': 1, 'no-consent': 1 },
  });
});

test('what waits long to leave is asked about once more when it leaves: another one of the same day went before it', async () => {
  await using rt = await makeHouse();
  const { groupId, people } = await makeGroup(rt, 3);
  const id = await draft(rt, groupId, PAGED);
  await stand(rt);
  await order(rt, id);
  await beat(rt);
  rt.forward(DAY);
  await run(rt, `UPDATE relatives SET quiet_until = ${rt.now() + DAY} WHERE id = ?`, [people[0] ?? '']);
  await run(
    rt,
    "UPDATE messages SET sent_at = ?, status = 'sent', broadcast_id = 'other' WHERE relative_id = ?",
    [rt.now(), people[1] ?? ''],
  );
  await run(
    rt,
    `INSERT INTO messages (id, relative_id, number_id, broadcast_id, text_key, purpose, channel, sender, language, text_sealed,
      segments, lane, status, due_at, created_at) SELECT 'b.own', relative_id, number_id, ?, text_key, purpose, channel, sender,
      language, text_sealed, segments, lane, 'due', due_at, created_at FROM messages WHERE relative_id = ?`,
    [id, people[1] ?? ''],
  );
  await go(rt);
  expect(rt.posted.map(({ to }) => to)).toEqual([phone(2)]);
  expect(await why(rt, id)).toEqual({ quiet: 1, 'had-one': 1 });
  expect(await pages(rt)).toBe(2);
});

test('a call that was made counts when two records become one, and what is taken back of the other leaves no page behind', async () => {
  await using rt = await makeHouse();
  const { groupId, people } = await makeGroup(rt, 2);
  const [kept = '', paged = ''] = people;
  const other = await seedRelative(rt, { number: phone(8), circle: `circle-${kept}`, channel: 'ring' });
  const twin = await seedRelative(rt, { number: phone(9), circle: `circle-${paged}` });
  for (const relative of [other, twin]) await putIn(rt, groupId, relative);
  const id = await draft(rt, groupId, PAGED);
  await stand(rt);
  await order(rt, id);
  await beat(rt);
  await run(rt, "UPDATE messages SET status = 'done' WHERE channel = 'ring'");
  for (const [keep, goes] of [
    [kept, other],
    [paged, twin],
  ] as const) {
    const { seen } = await showMerge(rt, coordinator, keep, goes);
    await mergeTwo(rt, coordinator, keep, goes, { number: 'keep', seen });
  }
  expect(await pages(rt)).toBe(1);
  await go(rt);
  expect(rt.posted.map(({ to }) => to)).toEqual([phone(1)]);
  expect(await why(rt, id)).toEqual({});
});

test('of two records that become one the one who wants none decides', async () => {
  await using rt = await makeHouse();
  const { groupId, people } = await makeGroup(rt, 1);
  const [kept = ''] = people;
  const other = await seedRelative(rt, { number: phone(8), circle: `circle-${kept}` });
  await quietRelative(rt, coordinator, other, rt.now() + DAY);
  const id = await draft(rt, groupId, PAGED);
  await stand(rt);
  await order(rt, id);
  await beat(rt);
  const { seen } = await showMerge(rt, coordinator, kept, other);
  await mergeTwo(rt, coordinator, kept, other, { number: 'keep', seen });
  await go(rt);
  expect(rt.posted).toEqual([]);
  expect(await why(rt, id)).toEqual({ quiet: 1 });
});
