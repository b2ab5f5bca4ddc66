import { expect, test } from 'vitest';
import { changeEvent, previewChange } from '../../../src/services/events/change-event.ts';
import { checkEvent, type EventForm } from '../../../src/services/events/check-event.ts';
import { listAttendances } from '../../../src/services/events/list-attendances.ts';
import { showPublic } from '../../../src/services/events/list-public.ts';
import { giveSeat, setGuests, signOff } from '../../../src/services/events/sign-up.ts';
import { addRelative, advisor, makeDesk, rowsOf } from '../../support/desk.ts';
import { coordinator, eventForm, join, makeEvent, seenOf } from '../../support/events.ts';
import type { TestRuntime } from '../../support/runtime.ts';
import { DAY, HOUR } from '../stand.ts';

/** Each by name with the state and the guests, in the order of the list. */
const places = async (rt: TestRuntime, id: string): Promise<string[]> =>
  (await listAttendances(rt, coordinator, id)).lines.map(
    ({ name, state, guests }) => `${name} ${state} ${guests}`,
  );

/** Signs people up by name, one second after the other. */
async function joinAll(rt: TestRuntime, id: string, people: Record<string, string>): Promise<string[]> {
  const ids: string[] = [];
  for (const [name, guests] of Object.entries(people)) {
    rt.forward(1_000);
    ids.push((await join(rt, id, { name, guests })).attendanceId);
  }
  return ids;
}

const change = async (rt: TestRuntime, id: string, more: Partial<EventForm>): Promise<void> =>
  changeEvent(rt, coordinator, id, { seen: await seenOf(rt, id), ...eventForm(more) });

test('nobody may bring so many that there would never be seats enough, and no one signs up so many', async () => {
  await using rt = await makeDesk();
  const checked = await checkEvent(rt, coordinator, eventForm({ capacity: '2', guests: '2' }));
  expect(checked).toMatchObject({ problems: [{ field: 'guests', code: 'guests-over-seats' }] });
  expect(await checkEvent(rt, coordinator, eventForm({ capacity: '', guests: '9' }))).toHaveProperty('event');
  const id = await makeEvent(rt, { capacity: '3', guests: '2' });
  await expect(change(rt, id, { capacity: '2', guests: '2' })).rejects.toThrow('guests-over-seats: guests');
  await rt.db.client.execute('update events set capacity = 2');
  await expect(join(rt, id, { name: 'Ansat 1', guests: '2' })).rejects.toThrow('too-many-guests: guests');
  const { attendanceId } = await join(rt, id, { name: 'Ansat 1', guests: '1' });
  await expect(setGuests(rt, advisor, id, { attendanceId, guests: '2' })).rejects.toThrow('too-many-guests');
  expect(await showPublic(rt, await makeEvent(rt, { capacity: '1', isPublic: 'yes' }))).toMatchObject({
    guests: 0,
  });
});

test('a party in line that became larger than the arrangement keeps its place and nobody waiting, and is first again when it fits', async () => {
  await using rt = await makeDesk();
  const id = await makeEvent(rt, { capacity: '4', guests: '2', isPublic: 'yes' });
  const [, large = ''] = await joinAll(rt, id, { 'Ansat 1': '1', 'Ansat 2': '2', 'Ansat 3': '0' });
  expect(await places(rt, id)).toEqual(['Ansat 1 yes 1', 'Ansat 2 waiting 2', 'Ansat 3 waiting 0']);
  const two = { capacity: '2', guests: '1', isPublic: 'yes' };
  expect(await previewChange(rt, coordinator, id, eventForm(two))).toMatchObject({ tooLarge: 1 });
  await change(rt, id, two);
  expect(await places(rt, id)).toEqual(['Ansat 1 yes 1', 'Ansat 2 waiting 2', 'Ansat 3 waiting 0']);
  const [first] = (await listAttendances(rt, coordinator, id)).lines;
  await setGuests(rt, advisor, id, { attendanceId: first?.id ?? '', guests: '0' });
  expect(await places(rt, id)).toEqual(['Ansat 1 yes 0', 'Ansat 3 yes 0', 'Ansat 2 waiting 2']);
  await signOff(rt, advisor, id, first?.id ?? '');
  expect(await showPublic(rt, id), 'one who is too many keeps no free seat').toMatchObject({ door: 'open' });
  const { lines } = await listAttendances(rt, coordinator, id, { states: ['waiting'] });
  expect(lines).toMatchObject([{ id: large, place: 1, isTooLarge: true }]);
  rt.forward(1_000);
  await setGuests(rt, advisor, id, { attendanceId: large, guests: '0' });
  expect(await places(rt, id)).toEqual(['Ansat 3 yes 0', 'Ansat 2 yes 0', 'Ansat 1 no 0']);
});

test('whoever has a place and is signed up again keeps it as it was, guests and ledger too; another number of guests is noted', async () => {
  await using rt = await makeDesk();
  const id = await makeEvent(rt, { capacity: '2', guests: '1' });
  await joinAll(rt, id, { 'Ansat 1': '1' });
  const ids: string[] = [];
  for (const number of ['20 00 01 01', '20 00 01 02']) {
    rt.forward(1_000);
    const relativeId = await addRelative(rt, { number });
    ids.push((await join(rt, id, { relativeId, guests: '0' })).attendanceId);
  }
  const all = async () => ({
    rows: await rowsOf(rt, 'select * from attendances order by id'),
    ledger: await rowsOf(rt, 'select seq from ledger'),
  });
  const before = await all();
  const [first] = await rowsOf(rt, `select relative_id from attendances where id = '${ids[0]}'`);
  rt.forward(1_000);
  const relativeId = String(first?.relative_id);
  await expect(join(rt, id, { relativeId, guests: '1' })).rejects.toThrow('already-done');
  expect(await all()).toEqual(before);

  const line = async (): Promise<string[]> =>
    (await listAttendances(rt, coordinator, id, { states: ['waiting'] })).lines.map((one) => one.id);
  await setGuests(rt, advisor, id, { attendanceId: ids[1] ?? '', guests: '0' });
  expect(await line(), 'the same party keeps its place').toEqual(ids);
  await setGuests(rt, advisor, id, { attendanceId: ids[0] ?? '', guests: '1' });
  expect(await line(), 'one that grows goes to the end').toEqual(ids.toReversed());
  rt.forward(1_000);
  await setGuests(rt, advisor, id, { attendanceId: ids[0] ?? '', guests: '0' });
  expect(await line(), 'one that shrinks stays').toEqual(ids.toReversed());
  const noted = await rowsOf(
    rt,
    `select body from ledger where kind = 'event.guests' and relative_id = '${relativeId}' order by seq`,
  );
  expect(noted.map(({ body }) => JSON.parse(String(body)))).toEqual([{ guests: 1 }, { guests: 0 }]);
});

test('in the lock period staff sign up into a free seat while nobody waits, and else into the line, which they alone let somebody pass', async () => {
  await using rt = await makeDesk();
  const id = await makeEvent(rt, { capacity: '2', guests: '0', lockHours: '24' });
  const [one = ''] = await joinAll(rt, id, { 'Ansat 1': '0' });
  rt.forward(9 * DAY - HOUR);
  expect((await joinAll(rt, id, { 'Ansat 2': '0', 'Ansat 3': '0' })).length).toBe(2);
  await signOff(rt, advisor, id, one);
  const [last = ''] = await joinAll(rt, id, { 'Ansat 4': '0' });
  const inLine = ['Ansat 3 waiting 0', 'Ansat 4 waiting 0'];
  expect(await places(rt, id)).toEqual(['Ansat 2 yes 0', ...inLine, 'Ansat 1 no 0']);
  await giveSeat(rt, advisor, id, last);
  expect(await places(rt, id)).toEqual([
    'Ansat 2 yes 0',
    'Ansat 4 yes 0',
    'Ansat 3 waiting 0',
    'Ansat 1 no 0',
  ]);
});
