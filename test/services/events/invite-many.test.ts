// A group is invited page by page: whoever waits meanwhile is served, and a process that dies leaves the rest to the next.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { work } from '../../../src/jobs/work.ts';
import { beat } from '../../../src/services/beat.ts';
import { carryOutInvitations } from '../../../src/services/events/carry-out-invitations.ts';
import { inviteGroup } from '../../../src/services/events/invite-many.ts';
import { cancelEvent } from '../../../src/services/events/settle-event.ts';
import { addGroup } from '../../../src/services/groups/write-group.ts';
import { sightOf } from '../../../src/services/staff/staff.ts';
import { orderInvitations } from '../../../src/store/events/invite-orders.ts';
import { addRelative, advisor, copyDesk, type DeskRuntime, makeDesk, rowsOf } from '../../support/desk.ts';
import { coordinator, makeEvent, seenOf } from '../../support/events.ts';
import { makeRuntime } from '../../support/runtime.ts';

const PEOPLE = 23;
const SIZE = 5;

/** A house with 23 relatives who are all in a group by its rule, and an open event. */
async function makeCrowd() {
  const rt = await makeDesk();
  for (let i = 0; i < PEOPLE; i += 1) await addRelative(rt, { number: `20 00 02 ${10 + i}` });
  const group = { title: 'Søskende', note: '', unit: '', rule: { relations: ['søskende'] } };
  const { id: groupId } = await addGroup(rt, coordinator, group);
  return { rt, groupId, eventId: await makeEvent(rt, { capacity: '' }) };
}

type Crowd = Awaited<ReturnType<typeof makeCrowd>>;

const order = (rt: DeskRuntime, { groupId, eventId }: Crowd) =>
  rt.db.lane.put(orderInvitations, {
    ...{ id: 'an-order', eventId, groupId, sight: sightOf(advisor), at: rt.now(), by: coordinator.id },
  });

const invited = async (rt: DeskRuntime): Promise<number> => {
  const rows = await rowsOf(rt, 'select relative_id, state from attendances');
  expect(new Set(rows.map((row) => row.relative_id)).size).toBe(rows.length);
  return rows.length;
};

test('a group is invited in pages, each its own commit, and pressed twice invites nobody twice', async () => {
  const crowd = await makeCrowd();
  await using rt = crowd.rt;
  await order(rt, crowd);
  expect(await carryOutInvitations(rt, 'an-order', { most: 2, size: SIZE })).toBe(2);
  expect(await invited(rt)).toBe(2 * SIZE);
  const other = await inviteGroup(rt, coordinator, crowd.eventId, { groupId: crowd.groupId, apart: 'yes' });
  expect(other).toEqual({ invited: PEOPLE - 2 * SIZE, goesOn: false });
  await work(rt, { job: 'invite', invitation: 'an-order' });
  expect(await invited(rt)).toBe(PEOPLE);
  const orders = await rowsOf(rt, 'select status, invited from event_invitations order by invited');
  expect(orders).toEqual([
    { status: 'done', invited: 2 * SIZE },
    { status: 'done', invited: PEOPLE - 2 * SIZE },
  ]);
  expect((await rowsOf(rt, 'select announced_at from events'))[0]?.announced_at).not.toBeNull();
});

test('wherever a process dies, the heartbeat invites the rest, each once; what was cancelled meanwhile invites nobody more', async () => {
  const crowd = await makeCrowd();
  await using first = crowd.rt;
  await order(first, crowd);
  const dies = fc.record({ at: fc.integer({ min: 1, max: 6 }), when: fc.constantFrom('before', 'after') });
  const play = async ({ at, when }: { at: number; when: string }): Promise<void> => {
    await using rt = await copyDesk(first);
    let commits = 0;
    const around = (moment: 'before' | 'after'): void => {
      if (moment === when && ++commits >= at) throw new Error('killed');
    };
    await using other = await makeRuntime({ beside: rt, around, config: { demo: true } });
    await carryOutInvitations(other, 'an-order', { size: SIZE }).catch(() => undefined);
    if (at === 2) {
      const left = await invited(rt);
      await cancelEvent(rt, coordinator, crowd.eventId, { seen: await seenOf(rt, crowd.eventId) });
      await beat(rt);
      expect(await invited(rt)).toBe(left);
      return;
    }
    await Promise.all([carryOutInvitations(rt, 'an-order', { size: SIZE }), beat(rt)]);
    expect(await invited(rt)).toBe(PEOPLE);
  };
  await fc.assert(fc.asyncProperty(dies, play), { numRuns: 6, seed: 3 });
}, 60_000);
