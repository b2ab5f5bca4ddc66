// A backup that was put back knows nothing of whom a group message has reached since: it rests until a person lets it go on.
import { expect, test } from 'vitest';
import { pauseBroadcast, resumeBroadcast } from '../../../src/services/broadcasts/steer-broadcast.ts';
import { buildEstate } from '../restored/stand.ts';
import { DAY, HOUR, rows } from '../stand.ts';
import { coordinator, draft, makeGroup, order, statusOf } from './stand.ts';

test('nobody gets a group message again after a backup, and a person is asked before it goes on', async () => {
  await using estate = await buildEstate();
  const { groupId } = await makeGroup(estate.rt(), 3);
  const id = await draft(estate.rt(), groupId);
  await order(estate.rt(), id, { dueAt: estate.now() + 2 * HOUR });
  const backup = await estate.backUp();
  await estate.pass(3 * HOUR);
  expect(estate.outside.accepted()).toHaveLength(3);
  await estate.putBack(backup);
  await estate.pass(HOUR);
  expect(estate.outside.accepted()).toHaveLength(3);
  expect(await statusOf(estate.rt(), id)).toBe('paused');
  const open = await rows(
    estate.rt(),
    "SELECT kind, step FROM alerts WHERE status = 'open' AND urgent = 1 ORDER BY kind",
  );
  expect(open).toMatchObject([{ kind: 'broadcast-doubt', step: id }, { kind: 'restored' }]);
  await resumeBroadcast(estate.rt(), coordinator, id);
  expect(await statusOf(estate.rt(), id)).toBe('filling');
});

test('one that rested while the backup was made is doubted, too: it may have gone on since', async () => {
  await using estate = await buildEstate();
  const { groupId } = await makeGroup(estate.rt(), 3);
  const sampled = await draft(estate.rt(), groupId);
  await order(estate.rt(), sampled, { sample: 1 });
  await estate.pass(HOUR);
  const paused = await draft(estate.rt(), groupId, { texts: { da: 'Noget andet' } });
  await order(estate.rt(), paused, { dueAt: estate.now() + 2 * HOUR });
  await pauseBroadcast(estate.rt(), coordinator, paused);
  expect(await statusOf(estate.rt(), sampled)).toBe('sampled');
  const backup = await estate.backUp();
  await resumeBroadcast(estate.rt(), coordinator, sampled);
  await estate.pass(HOUR);
  await estate.putBack(backup);
  await estate.pass(HOUR);
  const doubts = await rows(
    estate.rt(),
    "SELECT step FROM alerts WHERE kind = 'broadcast-doubt' ORDER BY step",
  );
  expect(doubts.map(({ step }) => step)).toEqual([sampled, paused].sort());
  expect([await statusOf(estate.rt(), sampled), await statusOf(estate.rt(), paused)]).toEqual([
    'paused',
    'paused',
  ]);
});

test('a draft whose words left since the backup asks before it is ordered again; another one does not', async () => {
  await using estate = await buildEstate();
  const { groupId } = await makeGroup(estate.rt(), 3);
  const [id, paged, other] = [
    await draft(estate.rt(), groupId),
    await draft(estate.rt(), groupId, { way: 'page', texts: { da: 'Kære {{ tiltale }}' } }),
    await draft(estate.rt(), groupId, { texts: { da: 'Noget andet' } }),
  ];
  const backup = await estate.backUp();
  await order(estate.rt(), id);
  await estate.pass(HOUR);
  await order(estate.rt(), paged, { dueAt: estate.now() + DAY });
  await estate.pass(DAY + HOUR);
  expect(estate.outside.accepted()).toHaveLength(6);
  await estate.putBack(backup);
  await estate.pass(HOUR);
  const doubts = await rows(estate.rt(), "SELECT step FROM alerts WHERE kind = 'broadcast-draft-doubt'");
  expect(doubts.map(({ step }) => step).sort()).toEqual([id, paged].sort());
  await expect(order(estate.rt(), id)).rejects.toMatchObject({ code: 'field-missing', detail: 'twice' });
  await order(estate.rt(), other);
  await estate.pass(HOUR);
  expect(estate.outside.accepted().filter(({ text }) => text === 'Noget andet')).toHaveLength(3);
});
