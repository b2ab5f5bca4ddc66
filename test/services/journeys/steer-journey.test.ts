import { describe, expect, test } from 'vitest';
import type { Step } from '../../../src/journey/flow/flow.ts';
import { beat } from '../../../src/services/beat.ts';
import { holdCircle } from '../../../src/services/circles/hold-circle.ts';
import { releaseCircle } from '../../../src/services/circles/release-circle.ts';
import { endJourney } from '../../../src/services/journeys/end-journey.ts';
import {
  foreseeSteering,
  type Steering,
  steerJourney,
} from '../../../src/services/journeys/steer-journey.ts';
import { ask, say, wait } from '../../journey/engine/make-flow.ts';
import { advisor, reader } from '../../support/desk.ts';
import { DAY, enrol, HOUR, type House, makeHouse, rows, sent, stateOf } from '../stand.ts';

/** 2027-03-01 22:00 in Copenhagen: nothing leaves before the morning. */
const NIGHT = Date.UTC(2027, 2, 1, 21);

async function walk(rt: House, steps: Step[]) {
  const { journeyId, relativeId } = await enrol(rt, steps);
  const [row] = await rows(rt, 'SELECT circle_id FROM relatives WHERE id = ?', [relativeId]);
  const steer = async (what: Steering) => {
    const { order } = await foreseeSteering(rt, advisor, relativeId, journeyId, what);
    await steerJourney(rt, advisor, relativeId, journeyId, order);
  };
  return { journeyId, relativeId, circle: String(row?.circle_id), steer };
}

describe('a journey that staff pause by itself', () => {
  test('sends nothing, also what was written and waits, until they let it go on', async () => {
    await using rt = await makeHouse({ now: NIGHT });
    const { steer } = await walk(rt, [say('hej'), wait('vent', '2 days'), say('igen')]);
    expect(await sent(rt)).toEqual([]);
    rt.forward(10 * HOUR);
    await beat(rt);
    expect(rt.posted).toHaveLength(1);
    await steer('pause');
    rt.forward(10 * DAY);
    await beat(rt);
    expect(rt.posted).toHaveLength(1);
    await steer('resume');
    rt.forward(3 * DAY);
    await beat(rt);
    expect(rt.posted).toHaveLength(2);
  });

  test('holds back what is due, and frees it once', async () => {
    await using rt = await makeHouse();
    const { steer } = await walk(rt, [say('hej'), ask('kommer')]);
    await steer('pause');
    expect(await sent(rt)).toEqual(['hej held', 'kommer held']);
    await beat(rt);
    expect(rt.posted).toEqual([]);
    await steer('resume');
    expect(await sent(rt)).toEqual(['hej due', 'kommer due']);
    await beat(rt);
    rt.forward(HOUR);
    await beat(rt);
    expect(rt.posted).toHaveLength(2);
  });

  test('stays paused when its circle is paused and released', async () => {
    await using rt = await makeHouse();
    const { steer, circle, journeyId } = await walk(rt, [say('hej'), ask('kommer')]);
    await steer('pause');
    await holdCircle(rt, circle, 'paused', 'staff-1');
    await expect(steer('resume')).rejects.toThrow('circle-held');
    rt.forward(1);
    await releaseCircle(rt, circle, 'staff-1');
    await beat(rt);
    expect(rt.posted).toEqual([]);
    expect(await stateOf(rt, journeyId)).toMatchObject({ hold: 'paused', alone: true });
    await steer('resume');
    await beat(rt);
    expect(rt.posted.length).toBeGreaterThan(0);
  });

  test('is paused and released once by two who press at the same time', async () => {
    await using rt = await makeHouse();
    const { steer } = await walk(rt, [ask('kommer')]);
    for (const what of ['pause', 'resume'] as const) {
      const fates = await Promise.allSettled([steer(what), steer(what)]);
      expect(fates.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    }
    expect(
      await rows(rt, "SELECT kind FROM ledger WHERE kind LIKE 'journey.%ed' AND kind <> 'journey.started'"),
    ).toEqual([{ kind: 'journey.paused' }, { kind: 'journey.resumed' }]);
  });

  test('does not go on when its circle is held in the moment of pressing', async () => {
    await using rt = await makeHouse();
    const { steer, circle, journeyId, relativeId } = await walk(rt, [ask('kommer')]);
    await steer('pause');
    const { order } = await foreseeSteering(rt, advisor, relativeId, journeyId, 'resume');
    const held = holdCircle(rt, circle, 'dead', 'staff-1');
    await Promise.allSettled([held, steerJourney(rt, advisor, relativeId, journeyId, order)]);
    expect(await stateOf(rt, journeyId)).toHaveProperty('hold');
    await beat(rt);
    expect(rt.posted).toEqual([]);
  });
});

describe('a step that is passed over', () => {
  test('takes back what it wrote and has not sent, and the journey goes on', async () => {
    await using rt = await makeHouse();
    const { steer } = await walk(rt, [say('hej'), ask('kommer'), say('tak')]);
    await steer('skip');
    expect(await sent(rt)).toEqual(['hej due', 'kommer cancelled', 'tak due']);
  });

  test('is passed over once however often the button is pressed', async () => {
    await using rt = await makeHouse();
    const { journeyId, relativeId } = await walk(rt, [ask('en'), ask('to'), ask('tre')]);
    const { order } = await foreseeSteering(rt, advisor, relativeId, journeyId, 'skip');
    const press = () => steerJourney(rt, advisor, relativeId, journeyId, order);
    await Promise.allSettled([press(), press(), press()]);
    await expect(press()).rejects.toThrow('already-done');
    expect(await stateOf(rt, journeyId)).toMatchObject({ step: 'to' });
    expect(await rows(rt, "SELECT kind FROM ledger WHERE kind = 'journey.skipped'")).toHaveLength(1);
  });

  test('is refused while the journey stands still, and after its end', async () => {
    await using rt = await makeHouse();
    const { steer, journeyId } = await walk(rt, [ask('en'), ask('to')]);
    await steer('pause');
    await expect(steer('skip')).rejects.toThrow('already-done');
    await endJourney(rt, journeyId, 'fejl', 'staff-1');
    for (const what of ['pause', 'resume', 'skip'] as const)
      await expect(steer(what)).rejects.toThrow('already-done');
  });
});

test('a reader steers nothing, and nobody a journey of another or out of sight', async () => {
  await using rt = await makeHouse();
  const { journeyId, relativeId } = await walk(rt, [ask('en')]);
  const pause = { do: 'pause' } as const;
  await expect(steerJourney(rt, reader, relativeId, journeyId, pause)).rejects.toThrow('forbidden');
  await expect(steerJourney(rt, advisor, 'another', journeyId, pause)).rejects.toThrow('not-found');
  const elsewhere = { ...advisor, units: ['unit-2'] };
  await expect(steerJourney(rt, elsewhere, relativeId, journeyId, pause)).rejects.toThrow('not-found');
});
