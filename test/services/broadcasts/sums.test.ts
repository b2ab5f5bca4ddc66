// What is told of a group message adds up: everyone counts once, whatever was tried, taken back or said twice about them.
import { expect, test } from 'vitest';
import type { Posted } from '../../../src/gateways/gateway.ts';
import { beat } from '../../../src/services/beat.ts';
import { previewBroadcast } from '../../../src/services/broadcasts/preview-broadcast.ts';
import { reportBroadcast, showBroadcast } from '../../../src/services/broadcasts/show-broadcast.ts';
import {
  cancelBroadcast,
  pauseBroadcast,
  resumeBroadcast,
  retryFailed,
} from '../../../src/services/broadcasts/steer-broadcast.ts';
import { quietRelative } from '../../../src/services/relatives/quiet-relative.ts';
import { DAY, HOUR, MINUTE, makeHouse, rows, run, scriptedGateway } from '../stand.ts';
import { coordinator, draft, makeGroup, order, phone } from './stand.ts';

const sum = (counts: Readonly<Record<string, number>>): number =>
  Object.values(counts).reduce((all, count) => all + count, 0);

test('what was tried anew is told once, as it stands now', async () => {
  const refused: Posted = { outcome: 'refused', reason: 'unreachable', retryable: false };
  let fails = true;
  const gateway = scriptedGateway(
    ({ to }, nth): Posted =>
      fails && to === phone(0) ? refused : { outcome: 'accepted', providerId: `P-${nth}` },
  );
  await using rt = await makeHouse({ gateway });
  const { groupId } = await makeGroup(rt, 2);
  const id = await draft(rt, groupId, { way: 'page' });
  await order(rt, id);
  for (let n = 0; n < 2; n += 1) await beat(rt);
  fails = false;
  await retryFailed(rt, coordinator, id);
  rt.forward(MINUTE);
  for (let n = 0; n < 2; n += 1) await beat(rt);
  const { progress } = await showBroadcast(rt, coordinator, id);
  expect(progress).toMatchObject({ failed: 0, audience: 2, composed: 2, messages: { sent: 2 } });
  expect(sum(progress.messages)).toBe(2);
  const { written } = await reportBroadcast(rt, coordinator, id);
  expect(written).toEqual([{ channel: 'sms', status: 'sent', count: 2 }]);
});

test('who was left out after all is told once, and not as taken back as well', async () => {
  await using rt = await makeHouse();
  const { groupId, people } = await makeGroup(rt, 3);
  const id = await draft(rt, groupId);
  await run(rt, "INSERT INTO senders (name, stopped_at, stopped_by) VALUES ('number', 1, 'staff-1')");
  await order(rt, id);
  await beat(rt);
  await pauseBroadcast(rt, coordinator, id);
  await quietRelative(rt, coordinator, people[0] ?? '', rt.now() + 9 * DAY);
  await resumeBroadcast(rt, coordinator, id);
  const { progress } = await showBroadcast(rt, coordinator, id);
  expect(progress).toMatchObject({ audience: 3, composed: 2, leftOut: [{ why: 'quiet', count: 1 }] });
  expect(progress.messages).toEqual({ due: 2 });
});

test('what is looked at in the evening is told as it will be when the sending hours begin', async () => {
  await using rt = await makeHouse();
  const { groupId } = await makeGroup(rt, 2);
  const first = await draft(rt, groupId);
  await order(rt, first);
  for (let n = 0; n < 2; n += 1) await beat(rt);
  expect(rt.posted).toHaveLength(2);
  rt.forward(12 * HOUR);
  const second = await draft(rt, groupId, { texts: { da: 'Et nyt sted på torsdag.' } });
  const seen = await previewBroadcast(rt, coordinator, second);
  expect(seen).toMatchObject({ sms: 2, leftOut: [] });
  await order(rt, second);
  rt.forward(12 * HOUR);
  for (let n = 0; n < 3; n += 1) await beat(rt);
  expect(rt.posted).toHaveLength(4);
});

test('what is tried anew stands once on the page, and what its claim took back of one that is stopped does not', async () => {
  const refused: Posted = { outcome: 'refused', reason: 'unreachable', retryable: false };
  let fails = true;
  const gateway = scriptedGateway(
    (_, nth): Posted => (fails ? refused : { outcome: 'accepted', providerId: `P-${nth}` }),
  );
  await using rt = await makeHouse({ gateway });
  const { groupId, people } = await makeGroup(rt, 3);
  const pages = async (one: string) =>
    (await rows(rt, 'SELECT id FROM page_messages WHERE relative_id = ?', [one])).length;
  const tried = await draft(rt, groupId, { way: 'page' });
  await order(rt, tried);
  for (let n = 0; n < 2; n += 1) await beat(rt);
  fails = false;
  await retryFailed(rt, coordinator, tried);
  rt.forward(MINUTE);
  for (let n = 0; n < 2; n += 1) await beat(rt);
  expect(await Promise.all(people.map(pages))).toEqual([1, 1, 1]);
  await run(rt, 'DELETE FROM page_messages');
  rt.forward(DAY);
  const id = await draft(rt, groupId, { way: 'page', texts: { da: 'Nyt sted på fredag.' } });
  await order(rt, id, { sample: 2 });
  await run(rt, "INSERT INTO senders (name, stopped_at, stopped_by) VALUES ('name', 1, 'staff-1')");
  await beat(rt);
  const written = await rows(rt, 'SELECT relative_id FROM messages WHERE broadcast_id = ?', [id]);
  expect(written).toHaveLength(2);
  await run(rt, `UPDATE relatives SET quiet_until = ${rt.now() + 9 * DAY}`);
  rt.forward(2 * MINUTE);
  await run(rt, 'DELETE FROM senders');
  await beat(rt);
  await cancelBroadcast(rt, coordinator, id);
  expect(await Promise.all(people.map(pages))).toEqual([0, 0, 0]);
  const { progress } = await showBroadcast(rt, coordinator, id);
  expect(progress).toMatchObject({ audience: 3, composed: 0, waiting: 1, messages: {} });
  expect(progress.leftOut).toEqual([{ why: 'quiet', count: 2 }]);
});
