// Arrangements of a simulation: two with few seats, which staff move and cancel while people answer.

import type { State } from '../../src/journey/engine/state.ts';
import { anchorAt } from '../../src/journey/time/format.ts';
import { DAY_MS, wallAt } from '../../src/journey/time/zone.ts';
import { changeEvent } from '../../src/services/events/change-event.ts';
import { saveEvent } from '../../src/services/events/save-event.ts';
import { cancelEvent, openEvent } from '../../src/services/events/settle-event.ts';
import { signOff, signUp } from '../../src/services/events/sign-up.ts';
import type { Runtime } from '../../src/services/runtime.ts';
import type { Staff } from '../../src/services/staff/staff.ts';
import { findEventRow } from '../../src/store/events/event-lists.ts';
import { eventForm } from '../support/events.ts';
import type { Process } from './process.ts';
import type { World } from './world.ts';

const coordinator: Staff = { id: 'staff-1', role: 'coordinator', units: 'all' };

/** Every simulation has these. */
export const EVENTS = ['simulated-event-1', 'simulated-event-2'] as const;

const formOn = (day: number) => {
  const wall = new Date(wallAt(day));
  const when = `${wall.getUTCDate()}/${wall.getUTCMonth() + 1}-${wall.getUTCFullYear()} kl. 14`;
  return eventForm({ capacity: '2', sessions: [{ when, minutes: '60' }] });
};

const seenOf = async (rt: Runtime, id: string): Promise<number> =>
  (await findEventRow(rt.db, id))?.changedAt ?? 0;

/** Opens them, weeks from now. */
export async function openSimulated(rt: Runtime): Promise<void> {
  for (const [n, id] of EVENTS.entries()) {
    await saveEvent(rt, coordinator, { id, ...formOn(rt.now() + (20 + 10 * n) * DAY_MS) });
    await openEvent(rt, coordinator, id, { seen: await seenOf(rt, id) });
  }
}

type Action = (world: World, up: Process) => Promise<unknown>;

export const moveEvent: Action = async (world, up) => {
  const id = world.random.pick(EVENTS);
  const day = world.clock.now() + world.random.whole(3, 20) * DAY_MS;
  world.say(`${up.name} moves ${id}`);
  await up.does(async (rt) =>
    changeEvent(rt, coordinator, id, { ...formOn(day), seen: await seenOf(rt, id) }),
  );
};

export const cancelSimulated: Action = async (world, up) => {
  const id = world.random.pick(EVENTS);
  world.say(`${up.name} cancels ${id}`);
  await up.does(async (rt) => cancelEvent(rt, coordinator, id, { seen: await seenOf(rt, id) }));
};

export const signUpBy: Action = async (world, up) => {
  const id = world.random.pick(EVENTS);
  const { id: relativeId, phone } = world.random.pick(world.people);
  world.say(`${up.name} signs ${phone} up for ${id}`);
  const form = { guests: '', tell: 'yes', apart: 'yes', relativeId };
  await up.does((rt) => signUp(rt, coordinator, id, { ...form, id: rt.newId() }));
};

export const signOffBy: Action = async (world, up) => {
  const found = await world.eye.execute(
    "SELECT id, event_id FROM attendances WHERE state <> 'no' ORDER BY rowid",
  );
  if (found.rows.length === 0) return;
  const row = world.random.pick(found.rows);
  world.say(`${up.name} signs ${row.id} off`);
  await up.does((rt) => signOff(rt, coordinator, String(row.event_id), String(row.id)));
};

/** What is wrong with the arrangements at the end: more seats than there are, somebody untold, a journey that believes otherwise. */
export async function brokenPlaces({ eye }: World): Promise<string[]> {
  const seats = await eye.execute(
    `SELECT e.id, e.capacity, sum(1 + a.guests) AS taken FROM events e JOIN attendances a ON a.event_id = e.id AND a.state = 'yes'
      GROUP BY e.id HAVING taken > e.capacity`,
  );
  const untold = await eye.execute('SELECT id FROM attendances WHERE pending IS NOT NULL');
  const known = await eye.execute(
    `SELECT j.id, j.state, a.state AS seat, e.id AS event, e.starts_at, e.state AS event_state FROM attendances a
      JOIN journeys j ON j.id = a.journey_id AND j.status <> 'ended' JOIN events e ON e.id = a.event_id`,
  );
  return [
    ...seats.rows.map((row) => `places: ${row.taken} seats of ${row.capacity} are taken at ${row.id}`),
    ...untold.rows.map((row) => `places: ${row.id} was never told`),
    ...known.rows.flatMap((row) => {
      const state = JSON.parse(String(row.state)) as State;
      const [anchor = '', place] =
        Object.entries(state.events ?? {}).find(([, { id }]) => id === row.event) ?? [];
      const isTime = anchorAt(state.anchors[anchor] ?? '') === Number(row.starts_at);
      const isSeat = row.event_state === 'cancelled' || place?.seat === row.seat;
      return isTime && isSeat ? [] : [`places: ${row.id} believes ${place?.seat}, it is ${row.seat}`];
    }),
  ];
}
