// What the limit a day does to an enrolment is shown before it is done, and is what comes of it.
import { expect, test } from 'vitest';
import { STANDARD_WINDOW } from '../../../src/journey/time/window.ts';
import { beat } from '../../../src/services/beat.ts';
import { previewJourney } from '../../../src/services/journeys/preview-journey.ts';
import { publishFlow } from '../../../src/services/journeys/publish-flow.ts';
import { startJourney } from '../../../src/services/journeys/start-journey.ts';
import { OrganisationSettings } from '../../../src/services/organisation.ts';
import { keepDayLimit } from '../../../src/services/overview/keep-day-limit.ts';
import { setOrganisation } from '../../../src/store/organisation.ts';
import { makeFlow, say } from '../../journey/engine/make-flow.ts';
import { seedRelative } from '../../support/house.ts';
import { type House, makeHouse, rows } from '../stand.ts';

const setLimit = async (rt: House, dayLimit: number): Promise<void> => {
  const settings = JSON.parse((await rt.db.findSettings()) ?? '{}') as object;
  const changed = JSON.stringify(OrganisationSettings.parse({ ...settings, dayLimit }));
  await rt.db.lane.put(setOrganisation, { settings: changed, at: rt.now() + 1 });
};

const flow = (name: string) => makeFlow([say(`${name}-1`), say(`${name}-2`)], { name, anchors: {} });

test('a plan tells what waits for another day beside what goes to the phone anyway, and so it comes to be', async () => {
  await using rt = await makeHouse();
  await setLimit(rt, 3);
  for (const name of ['a', 'b']) await publishFlow(rt, flow(name));
  const relativeId = await seedRelative(rt);
  const order = { relativeId, anchors: {}, by: 'staff-1' };
  await startJourney(rt, { ...order, flow: 'a' });
  const { paths, dayLimit } = await previewJourney(rt, { ...order, flow: 'b' });
  const tuesday = Date.UTC(2027, 2, 2, 7);
  expect(dayLimit).toBe(3);
  expect(paths[0]?.messages.map(({ putOffUntil }) => putOffUntil)).toEqual([undefined, tuesday]);
  await startJourney(rt, { ...order, flow: 'b' });
  for (let n = 0; n < 4; n += 1) await beat(rt);
  expect(await rows(rt, "SELECT step, reason FROM messages WHERE status = 'due'")).toEqual([
    { step: 'b-2', reason: 'day-limit' },
  ]);
  expect(rt.posted).toHaveLength(3);
  rt.forward(tuesday + 60_000 - rt.now());
  await beat(rt);
  expect(rt.posted).toHaveLength(4);
});

test('the plan and the sending agree: free ones leave and count, answers do not, what would be lost leaves', () => {
  const at = Date.UTC(2027, 2, 1, 9);
  const one = { at, free: false, answer: false };
  const order = { limit: 1, window: STANDARD_WINDOW, now: at };
  const tuesday = Date.UTC(2027, 2, 2, 7);
  expect(keepDayLimit([one, { ...one, free: true }, one], order)).toEqual([at, at, tuesday]);
  expect(keepDayLimit([{ ...one, free: true, answer: true }, one], order)).toEqual([at, at]);
  expect(keepDayLimit([one, { ...one, notAfter: tuesday }, one, one], order)).toEqual([
    at,
    at,
    tuesday,
    Date.UTC(2027, 2, 3, 7),
  ]);
  expect(keepDayLimit([one], { ...order, before: 1 })).toEqual([tuesday]);
});
