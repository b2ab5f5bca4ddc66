import { expect, test } from 'vitest';
import { beat } from '../../../src/services/beat.ts';
import { previewJourney } from '../../../src/services/journeys/preview-journey.ts';
import { changeRelative, showChangeForm } from '../../../src/services/relatives/change-relative.ts';
import { ask, say, wait } from '../../journey/engine/make-flow.ts';
import { advisor } from '../../support/desk.ts';
import { enrol, HOUR, type House, makeHouse, rows } from '../stand.ts';

/** 2027-03-01 10:00 in Copenhagen, a Monday. */
const MORNING = Date.UTC(2027, 2, 1, 9);
const at = (day: number, hour: number): number => Date.UTC(2027, 2, day, hour - 1);

async function wish(rt: House, id: string, hoursFrom: string, hoursTo: string): Promise<void> {
  const { form } = await showChangeForm(rt, advisor, id);
  await changeRelative(rt, advisor, id, { ...form, hoursFrom, hoursTo });
}

const plannedOf = async (rt: House) =>
  (await rows(rt, "SELECT text_key, due_at, hours_from FROM messages WHERE status = 'due'")).map((row) => [
    row.text_key,
    row.due_at,
    row.hours_from,
  ]);

const sleepsUntil = async (rt: House) =>
  (await rows(rt, 'SELECT due_at FROM timers')).map(({ due_at }) => Number(due_at));

/** Nothing leaves the next morning, and one SMS in the afternoon. */
async function leavesInTheAfternoon(rt: House): Promise<void> {
  rt.forward(24 * HOUR);
  await beat(rt);
  expect(rt.posted).toEqual([]);
  rt.forward(6 * HOUR);
  await beat(rt);
  expect(rt.posted).toHaveLength(1);
}

test('what waits to be sent moves into hours that are wished meanwhile, leaves in them, and moves back without them', async () => {
  await using rt = await makeHouse({ now: MORNING });
  const { relativeId } = await enrol(rt, [say('hej')]);
  expect(await plannedOf(rt)).toEqual([['hej', MORNING, null]]);
  await wish(rt, relativeId, '16:00', '18:00');
  expect(await plannedOf(rt)).toEqual([['hej', at(1, 16), 16 * 60]]);
  await wish(rt, relativeId, '', '');
  expect(await plannedOf(rt)).toEqual([['hej', MORNING, null]]);
  await wish(rt, relativeId, '16:00', '18:00');
  await beat(rt);
  expect(rt.posted).toEqual([]);
  rt.forward(6 * HOUR);
  await beat(rt);
  expect(rt.posted).toHaveLength(1);
});

test('what sleeps is planned anew, in the journey itself', async () => {
  await using rt = await makeHouse({ now: MORNING });
  const { relativeId } = await enrol(rt, [say('a', { when: '1 day after start at 09:00', late: 'send' })]);
  expect(await sleepsUntil(rt)).toEqual([at(2, 9)]);
  await wish(rt, relativeId, '16:00', '18:00');
  expect(await sleepsUntil(rt)).toEqual([at(2, 16)]);
  await leavesInTheAfternoon(rt);
});

test('a moment that was planned by other hours is looked at again when it comes', async () => {
  await using rt = await makeHouse({ now: MORNING });
  const { relativeId } = await enrol(rt, [wait('v', '1 day'), ask('kommer')]);
  await rt.db.client.execute({
    sql: 'UPDATE relatives SET hours_from = 960, hours_to = 1080 WHERE id = ?',
    args: [relativeId],
  });
  await leavesInTheAfternoon(rt);
});

test('a preview shows the moments by the hours, and says where they cannot be kept', async () => {
  await using rt = await makeHouse({ now: MORNING });
  const { relativeId } = await enrol(rt, [say('hej')]);
  await wish(rt, relativeId, '16:00', '18:00');
  const preview = () => previewJourney(rt, { flow: 'example', relativeId, anchors: {}, by: 'staff-1' });
  const kept = await preview();
  expect(kept.hours).toEqual({ from: 960, to: 1080 });
  expect(kept.paths[0]?.messages[0]).toMatchObject({ at: at(1, 16) });
  expect(kept.paths[0]?.messages[0]?.outsideHours).toBeUndefined();
  await wish(rt, relativeId, '21:00', '22:00');
  expect((await preview()).paths[0]?.messages[0]).toMatchObject({ at: MORNING, outsideHours: true });
});
