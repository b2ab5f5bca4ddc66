// Whoever sees the list of an arrangement and not the record of a relative in it is told that somebody comes, and not who.
import { expect, test } from 'vitest';
import { listAttendances } from '../../../src/services/events/list-attendances.ts';
import type { Staff } from '../../../src/services/staff/staff.ts';
import { addUnits } from '../../../src/store/organisation.ts';
import { openProgram } from '../../support/api.ts';
import { addRelative, makeDesk } from '../../support/desk.ts';
import { join, makeEvent } from '../../support/events.ts';

const far: Staff = { id: 'demo-coordinator', role: 'coordinator', units: ['unit-2'] };

test('of a relative out of sight the list tells neither circle nor channel nor journey, and the API no record', async () => {
  await using rt = await makeDesk();
  await rt.db.lane.put(addUnits, { id: 'unit-2', parentId: null, name: 'Demo 2', area: 'Syd' });
  const relativeId = await addRelative(rt);
  const id = await makeEvent(rt);
  await join(rt, id, { relativeId });
  await join(rt, id, { name: 'Medarbejder 1' });
  const { lines } = await listAttendances(rt, far, id);
  const unseen = lines.find((line) => line.relativeId !== null);
  const nothing = { circleCode: null, circleId: null, channel: null, journeyId: null, apart: null };
  expect(unseen).toMatchObject({ name: undefined, ...nothing, state: 'yes' });
  const program = await openProgram(rt, { role: 'coordinator', units: ['unit-2'] });
  const { data } = (await program.get(`/events/${id}/attendances`)).json;
  const told = (data as { relative: unknown; name: unknown }[]).map(({ relative, name }) => [relative, name]);
  expect(told).toEqual(
    expect.arrayContaining([
      [null, null],
      [null, 'Medarbejder 1'],
    ]),
  );
  const near = await openProgram(rt, { role: 'coordinator' });
  const seen = await near.get(`/events/${id}/attendances`);
  expect(seen.json.data).toEqual(expect.arrayContaining([expect.objectContaining({ relative: relativeId })]));
});
