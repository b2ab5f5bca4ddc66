// The same day of arrangements and a group message on a file and on a real libSQL server: both come to the same.
import { describe, expect, test } from 'vitest';
import { beat } from '../../../src/services/beat.ts';
import { showBroadcast } from '../../../src/services/broadcasts/show-broadcast.ts';
import { pauseBroadcast, resumeBroadcast } from '../../../src/services/broadcasts/steer-broadcast.ts';
import { changeEvent } from '../../../src/services/events/change-event.ts';
import { forgetNames } from '../../../src/services/events/forget-names.ts';
import { inviteGroup } from '../../../src/services/events/invite-many.ts';
import { linkPlace } from '../../../src/services/events/link-place.ts';
import { listAttendances } from '../../../src/services/events/list-attendances.ts';
import { listEvents } from '../../../src/services/events/list-events.ts';
import { listPublic } from '../../../src/services/events/list-public.ts';
import { setGuests, signOff } from '../../../src/services/events/sign-up.ts';
import { signUpInPublic } from '../../../src/services/events/sign-up-in-public.ts';
import { addGroup } from '../../../src/services/groups/write-group.ts';
import { draft, order } from '../../services/broadcasts/stand.ts';
import { DAY } from '../../services/stand.ts';
import { addRelative, advisor, type DeskRuntime, makeDesk, rowsOf } from '../../support/desk.ts';
import { coordinator, eventForm, join, makeEvent, seenOf } from '../../support/events.ts';
import { hasSqld, startSqld } from '../../support/sqld.ts';

const publicly = (rt: DeskRuntime, id: string, number: string, guests = '0') =>
  signUpInPublic(rt, id, { name: 'En borger', number, guests, yes: 'yes', address: '192.0.2.1' });

async function events(rt: DeskRuntime): Promise<unknown> {
  const id = await makeEvent(rt, { capacity: '4', guests: '2', isPublic: 'yes' });
  const relativeId = await addRelative(rt, { number: '20 00 03 02' });
  const seen: unknown[] = [];
  const look = async () => {
    const { lines } = await listAttendances(rt, coordinator, id);
    seen.push(
      lines.map(({ name, state, guests, place, isTooLarge }) => [name, state, guests, place, isTooLarge]),
    );
  };
  for (const [number, guests] of [
    ['20 00 03 01', '1'],
    ['20 00 03 02', '2'],
    ['20 00 03 03', '0'],
  ] as const) {
    rt.forward(1_000);
    await publicly(rt, id, number, guests);
  }
  await look();
  const [first, second] = (await listAttendances(rt, coordinator, id)).lines;
  const two = eventForm({ capacity: '2', guests: '1', isPublic: 'yes', place: 'Et andet sted' });
  await changeEvent(rt, coordinator, id, { seen: await seenOf(rt, id), ...two });
  await look();
  await linkPlace(rt, advisor, id, { attendanceId: second?.id ?? '', relativeId, tell: '', apart: '' });
  rt.forward(1_000);
  await setGuests(rt, advisor, id, { attendanceId: second?.id ?? '', guests: '0' });
  await signOff(rt, advisor, id, first?.id ?? '');
  await look();
  await join(rt, id, { name: 'Ansat 1' });
  seen.push((await listPublic(rt)).map(({ door, guests }) => [door, guests]));
  rt.forward(45 * DAY);
  await forgetNames(rt);
  await look();
  const { events: past } = await listEvents(rt, coordinator, { when: 'past' });
  const kinds = await rowsOf(
    rt,
    "select kind, count(*) as n from ledger where kind like 'event%' group by 1 order by 1",
  );
  const calls = await rowsOf(rt, "select kind, status from alerts where kind like 'event%' order by id");
  return {
    seen,
    past: past.map(({ yes, seats, waiting, moves }) => [yes, seats, waiting, moves]),
    kinds,
    calls,
  };
}

async function groupMessage(rt: DeskRuntime): Promise<unknown> {
  for (const n of [1, 2, 3, 4]) await addRelative(rt, { number: `20 00 04 0${n}` });
  const rule = { relations: ['søskende'] };
  const { id: groupId } = await addGroup(rt, coordinator, { title: 'Søskende', note: '', unit: '', rule });
  const event = await makeEvent(rt, { sessions: [{ when: '10/6-2027 kl. 14', minutes: '60' }] });
  const invited = await inviteGroup(rt, coordinator, event, { groupId, apart: 'yes' });
  const id = await draft(rt, groupId);
  await order(rt, id);
  await pauseBroadcast(rt, coordinator, id);
  await beat(rt);
  const paused = await showBroadcast(rt, coordinator, id);
  await resumeBroadcast(rt, coordinator, id);
  for (let i = 0; i < 3; i += 1) await beat(rt);
  const done = await showBroadcast(rt, coordinator, id);
  return { invited, paused: [paused.status, paused.progress], done: [done.status, done.progress] };
}

const day = async (rt: DeskRuntime): Promise<unknown> => ({
  events: await events(rt),
  message: await groupMessage(rt),
});

describe.skipIf(!hasSqld)('on a libSQL server', () => {
  test('seats, the line, names that go, and a group message that is paused come to the same as on a file', async () => {
    await using sqld = await startSqld();
    await using file = await makeDesk();
    await using server = await makeDesk({ on: sqld });
    const [onFile, onServer] = [await day(file), await day(server)];
    expect(onServer).toEqual(onFile);
    expect(onFile).toMatchObject({
      message: { done: ['done', { composed: 5 }] },
      events: { past: [[2, 2, 1, 1]] },
    });
  });
});
