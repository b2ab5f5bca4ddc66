import { expect, test } from 'vitest';
import type { Step } from '../../../src/journey/flow/flow.ts';
import { beat } from '../../../src/services/beat.ts';
import { putInGroup } from '../../../src/services/groups/step-in-or-out.ts';
import { addGroup } from '../../../src/services/groups/write-group.ts';
import { addRelative, advisor, makeDesk, rowsOf } from '../../support/desk.ts';
import { coordinator } from '../../support/events.ts';
import { DAY, enrol } from '../stand.ts';

const STEPS: Step[] = [
  { kind: 'join', id: 'ind', group: 'Café' },
  { kind: 'wait', id: 'venter', until: { kind: 'duration', duration: { amount: 2, unit: 'days' } } },
  { kind: 'leave', id: 'ud', group: 'Café' },
];

test('a flow puts a relative into a group and takes them out, but not back in who left it by their own word', async () => {
  await using rt = await makeDesk();
  const { id } = await addGroup(rt, coordinator, { title: 'Café', note: '', unit: '', rule: null });
  const isIn = async (relativeId: string): Promise<boolean> =>
    (await rowsOf(rt, `select 1 from group_members where relative_id = '${relativeId}' and left_at is null`))
      .length > 0;
  const first = await addRelative(rt);
  await enrol(rt, STEPS, { relativeId: first });
  expect(await isIn(first)).toBe(true);
  rt.forward(2 * DAY);
  await beat(rt);
  expect(await isIn(first)).toBe(false);

  const second = await addRelative(rt, { number: '20 00 00 22' });
  await putInGroup(rt, advisor, { groupId: id, relativeId: second, leave: false });
  await rt.db.client.execute(
    `update group_members set left_at = 1, by = 'relative:${second}' where relative_id = '${second}'`,
  );
  await enrol(rt, STEPS, { relativeId: second });
  expect(await isIn(second)).toBe(false);
});
