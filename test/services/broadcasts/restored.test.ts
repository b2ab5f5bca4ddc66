// A backup that was put back knows nothing of whom a group message has reached since: it rests until a person lets it go on.
import { expect, test } from 'vitest';
import { resumeBroadcast } from '../../../src/services/broadcasts/steer-broadcast.ts';
import { buildEstate } from '../restored/stand.ts';
import { HOUR, rows } from '../stand.ts';
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
