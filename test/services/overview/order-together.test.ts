// Enrolling many shows on whom much falls, before it is ordered.
import { expect, test } from 'vitest';
import { chooseMany } from '../../../src/services/journeys/choose-many.ts';
import { previewMany } from '../../../src/services/journeys/preview-many.ts';
import { publishFlow } from '../../../src/services/journeys/publish-flow.ts';
import { startJourney } from '../../../src/services/journeys/start-journey.ts';
import type { Staff } from '../../../src/services/staff/staff.ts';
import { makeFlow, say } from '../../journey/engine/make-flow.ts';
import { advisor } from '../../support/desk.ts';
import { seedRelative } from '../../support/house.ts';
import { coordinator, draft, makeGroup, order as orderBroadcast } from '../broadcasts/stand.ts';
import { makeHouse, run } from '../stand.ts';

const flow = (name: string, whens: readonly string[]) =>
  makeFlow(
    whens.map((when, n) => say(`${name}-${n}`, { when })),
    { name, title: name, anchors: { dag: { title: 'Dagen', time: false } } },
  );

const anchors = { dag: '2027-03-05' };

test('an order for many tells whose phone gets much on a day, other flows and group messages included, and what the limit puts off', async () => {
  await using rt = await makeHouse();
  await publishFlow(rt, flow('a', ['2 days before dag at 09:00', '2 days before dag at 12:00']));
  await publishFlow(rt, flow('b', ['2 days before dag at 11:00', 'on dag at 09:00']));
  const { groupId, people } = await makeGroup(rt, 2);
  const [busy = '', written = ''] = people;
  const calm = await seedRelative(rt, { number: '+4520000099' });
  for (const relativeId of people) await startJourney(rt, { flow: 'a', relativeId, anchors, by: 'staff-1' });
  await run(rt, 'UPDATE relatives SET minor = 1 WHERE id = ?', [busy]);
  await orderBroadcast(rt, await draft(rt, groupId), { dueAt: Date.UTC(2027, 2, 3, 9) });
  await run(rt, 'UPDATE relatives SET minor = 0 WHERE id = ?', [busy]);
  await run(rt, 'UPDATE relatives SET quiet_until = ? WHERE id = ?', [rt.now() + 9e9, busy]);
  const id = await chooseMany(rt, advisor, { ids: [busy, written, calm] });
  const see = async (staff: Staff = advisor) =>
    (await previewMany(rt, staff, id, { flow: 'b', anchors })).together;
  expect(await see()).toEqual({
    crowded: [
      {
        day: expect.any(Number),
        date: '2027-03-03',
        relativeId: written,
        name: 'Anne Prøve',
        count: 4,
        putOff: 0,
      },
      {
        day: expect.any(Number),
        date: '2027-03-03',
        relativeId: busy,
        name: 'Anne Prøve',
        count: 3,
        putOff: 0,
      },
    ],
    ...{ more: 0, putOff: 0, limit: null, isPart: false },
  });
  await run(
    rt,
    "UPDATE organisation SET settings = json_set(settings, '$.dayLimit', 2), updated_at = updated_at + 1",
  );
  expect(await see()).toMatchObject({ limit: 2, putOff: 3, crowded: [{ putOff: 2 }, { putOff: 1 }] });
  await expect(previewMany(rt, coordinator, id, { flow: 'b', anchors })).rejects.toThrow('not-found');
});
