// What staff do with arrangements and the ledger entry of it are one commit, wherever the process dies.
import { expect, test } from 'vitest';
import { changeEvent } from '../../../src/services/events/change-event.ts';
import { invitePeople } from '../../../src/services/events/invite-many.ts';
import { notePresence } from '../../../src/services/events/note-presence.ts';
import { saveEvent } from '../../../src/services/events/save-event.ts';
import { cancelEvent, closeEvent, openEvent } from '../../../src/services/events/settle-event.ts';
import { setGuests, signOff } from '../../../src/services/events/sign-up.ts';
import { addRelative, type DeskRuntime, makeDesk, rowsOf } from '../../support/desk.ts';
import { coordinator, draftEvent, eventForm, join, makeEvent, seenOf } from '../../support/events.ts';

/** What is done, how one sees that it was, and its entry. */
type Act = { act: () => Promise<unknown>; changed: string; kind: string };

const DAY = 86_400_000;
const inState = (state: string): string => `select 1 from attendances where state = '${state}'`;

async function withGuest(rt: DeskRuntime) {
  const id = await makeEvent(rt, { isPublic: 'yes' });
  const { attendanceId } = await join(rt, id, { name: 'Ansat 1', guests: '1' });
  return { id, attendanceId, seen: await seenOf(rt, id) };
}

const acts: Record<string, (rt: DeskRuntime) => Promise<Act>> = {
  'a draft is made': async (rt) => ({
    act: () => saveEvent(rt, coordinator, { id: 'an-event-of-its-own', ...eventForm() }),
    changed: 'select 1 from events e join event_sessions s on s.event_id = e.id',
    kind: 'event.added',
  }),
  'a draft is opened': async (rt) => {
    const id = await draftEvent(rt);
    const seen = await seenOf(rt, id);
    return {
      act: () => openEvent(rt, coordinator, id, { seen }),
      changed: "select 1 from events where state = 'open'",
      kind: 'event.opened',
    };
  },
  'an arrangement is moved': async (rt) => {
    const { id, seen } = await withGuest(rt);
    const form = eventForm({ place: 'Et andet sted', isPublic: 'yes' });
    return {
      act: () => changeEvent(rt, coordinator, id, { seen, ...form }),
      changed:
        'select 1 from events e join attendances a on a.event_id = e.id where e.moves = 1 and a.pending = 3',
      kind: 'event.moved',
    };
  },
  'an arrangement is cancelled': async (rt) => {
    const { id, seen } = await withGuest(rt);
    return {
      act: () => cancelEvent(rt, coordinator, id, { seen }),
      changed: `select 1 from events e join attendances a on a.event_id = e.id
        where e.state = 'cancelled' and a.pending is not null`,
      kind: 'event.cancelled',
    };
  },
  'an arrangement is closed': async (rt) => {
    const { id, seen } = await withGuest(rt);
    rt.forward(10 * DAY);
    return {
      act: () => closeEvent(rt, coordinator, id, { seen, rest: 'missed' }),
      changed: "select 1 from events e, event_presences p where e.state = 'held' and p.came = 0",
      kind: 'event.held',
    };
  },
  'somebody is signed up': async (rt) => {
    const id = await makeEvent(rt);
    return {
      act: () => join(rt, id, { id: 'one-form-of-its-own', name: 'Ansat 1' }),
      changed: inState('yes'),
      kind: 'event.signed-up',
    };
  },
  'somebody is signed off': async (rt) => {
    const { id, attendanceId } = await withGuest(rt);
    return {
      act: () => signOff(rt, coordinator, id, attendanceId),
      changed: inState('no'),
      kind: 'event.signed-off',
    };
  },
  'guests are changed': async (rt) => {
    const { id, attendanceId } = await withGuest(rt);
    return {
      act: () => setGuests(rt, coordinator, id, { attendanceId, guests: '0' }),
      changed: 'select 1 from attendances where guests = 0',
      kind: 'event.guests',
    };
  },
  'some are invited': async (rt) => {
    const id = await makeEvent(rt);
    const relativeIds = [await addRelative(rt)];
    return {
      act: () => invitePeople(rt, coordinator, id, { relativeIds, apart: '' }),
      changed: inState('invited'),
      kind: 'event.invited',
    };
  },
  'presence is noted': async (rt) => {
    const { id, attendanceId } = await withGuest(rt);
    rt.forward(10 * DAY);
    return {
      act: () => notePresence(rt, coordinator, id, { n: 1, attendanceId, came: true, seen: null }),
      changed: 'select 1 from event_presences where came = 1',
      kind: 'event.presence',
    };
  },
};

/** Does it in a process that dies when its lane has `kill` moments more; true when it lived to the end. */
async function doIt(prepare: (rt: DeskRuntime) => Promise<Act>, kill: number): Promise<boolean> {
  let left = Number.POSITIVE_INFINITY;
  await using rt = await makeDesk({
    around: () => {
      if (left-- <= 0) throw new Error('killed');
    },
  });
  const { act, changed, kind } = await prepare(rt);
  left = kill;
  const lived = await act().then(
    () => true,
    () => false,
  );
  left = Number.POSITIVE_INFINITY;
  const done = (await rowsOf(rt, changed)).length > 0;
  const entries = await rowsOf(rt, `select 1 from ledger where kind = '${kind}'`);
  expect(entries, `killed at ${kill}`).toHaveLength(done ? 1 : 0);
  if (lived) expect(done).toBe(true);
  return lived;
}

test.each(Object.entries(acts))(
  '%s: killed anywhere, it stands in the ledger or did not happen',
  async (_, prepare) => {
    for (let kill = 0; !(await doIt(prepare, kill)); kill += 1) expect(kill).toBeLessThan(12);
  },
);
