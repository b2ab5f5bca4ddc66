import { describe, expect, test } from 'vitest';
import { foldFacts } from '../../../src/journey/engine/evolve.ts';
import { NEW_JOURNEY } from '../../../src/journey/engine/state.ts';
import { beat } from '../../../src/services/beat.ts';
import { holdCircle } from '../../../src/services/circles/hold-circle.ts';
import { releaseCircle } from '../../../src/services/circles/release-circle.ts';
import { fireTimers } from '../../../src/services/journeys/fire-timers.ts';
import { takeTurn, takeTurns } from '../../../src/services/journeys/take-turn.ts';
import { listTurns } from '../../../src/store/journeys/journey-reads.ts';
import { ask, invite, say, wait } from '../../journey/engine/make-flow.ts';
import { seedRelative } from '../../support/house.ts';
import { DAY, enrol, HOUR, type House, hear, makeHouse, rows, sent, stateOf } from '../stand.ts';

/** Two relatives of one circle, one of them by telephone, and a third of another circle. */
async function family(rt: House) {
  const mother = await seedRelative(rt, { number: '+4520000021' });
  const [row] = await rows(rt, 'SELECT circle_id FROM relatives WHERE id = ?', [mother]);
  const circle = String(row?.circle_id);
  const brother = await seedRelative(rt, { number: '+4520000022', channel: 'ring', circle });
  const other = await seedRelative(rt, { number: '+4520000023' });
  const steps = [say('hej'), wait('vent', '2 days'), say('husk')];
  const journeys: string[] = [];
  for (const relativeId of [mother, brother, other])
    journeys.push((await enrol(rt, steps, { relativeId })).journeyId);
  return { circle, journeys: journeys as [string, string, string] };
}

const statusOf = async (rt: House, journeyId: string): Promise<unknown[]> =>
  (await rows(rt, 'SELECT status FROM messages WHERE journey_id = ? ORDER BY rowid', [journeyId])).map(
    (m) => m.status,
  );

const foldOf = async (rt: House, journeyId: string) =>
  foldFacts(
    NEW_JOURNEY,
    (await listTurns(rt.db, journeyId, 1000)).flatMap((turn) => turn.facts),
  );

describe('holding', () => {
  test.each([
    ['paused', 'held'],
    ['dead', 'cancelled'],
  ] as const)(
    '%s stops journeys, timers and everything unsent of the whole circle in one commit',
    async (hold, unsent) => {
      await using rt = await makeHouse();
      const { circle, journeys } = await family(rt);
      const before = rt.db.lane.counts().batches;
      expect(await holdCircle(rt, circle, hold, 'staff-1')).toEqual({ journeys: 2, messages: 2 });
      expect(rt.db.lane.counts().batches - before).toBe(1);
      expect(await rows(rt, 'SELECT kind, body FROM ledger WHERE subject = ?', [circle])).toEqual([
        { kind: `circle.${hold}`, body: '{"journeys":2,"messages":2}' },
      ]);
      expect(await statusOf(rt, journeys[0])).toEqual([unsent]);
      expect(await statusOf(rt, journeys[1])).toEqual([unsent]);
      expect(await rows(rt, 'SELECT sum(held) AS held, count(*) AS timers FROM timers')).toEqual([
        { held: 2, timers: 3 },
      ]);
      rt.forward(5 * DAY);
      await beat(rt);
      expect(await statusOf(rt, journeys[0])).toEqual([unsent]);
      expect(await statusOf(rt, journeys[2])).toEqual(['sent', 'sent']);
      for (const id of journeys) expect(await foldOf(rt, id)).toEqual(await stateOf(rt, id));
    },
  );

  test('a turn that was decided before the hold loses, and sees it', async () => {
    await using rt = await makeHouse();
    const { circle, journeys } = await family(rt);
    rt.forward(2 * DAY);
    const [fired] = await Promise.all([fireTimers(rt), holdCircle(rt, circle, 'paused', 'staff-1')]);
    expect(fired).toBeGreaterThan(0);
    expect(await statusOf(rt, journeys[0])).not.toContain('due');
    await beat(rt);
    expect(rt.posted.map((sms) => sms.to)).toEqual(['+4520000023', '+4520000023']);
  });

  test('in whatever order a hold and a turn are put, nothing leaves afterwards', async () => {
    for (const first of ['hold', 'turn']) {
      await using rt = await makeHouse();
      const { journeyId, relativeId } = await enrol(rt, [ask('kommer', { ja: { say: 'godt' } })]);
      const [row] = await rows(rt, 'SELECT circle_id FROM relatives WHERE id = ?', [relativeId]);
      const hold = () => holdCircle(rt, String(row?.circle_id), 'dead', 'staff-1');
      const answer = () =>
        takeTurns(rt, [
          {
            journeyId,
            input: { kind: 'answered', at: rt.now(), step: 'kommer', answer: 'ja', by: 's' },
            beside: {},
          },
        ]);
      await Promise.all(first === 'hold' ? [hold(), answer()] : [answer(), hold()]);
      await beat(rt);
      expect(rt.posted).toEqual([]);
      expect(await foldOf(rt, journeyId)).toEqual(await stateOf(rt, journeyId));
    }
  });

  test('a pause never makes a death less', async () => {
    await using rt = await makeHouse();
    const { circle, journeys } = await family(rt);
    await holdCircle(rt, circle, 'dead', 'staff-1');
    rt.forward(HOUR);
    await holdCircle(rt, circle, 'paused', 'staff-1');
    expect(await rows(rt, 'SELECT state FROM circles WHERE id = ?', [circle])).toEqual([{ state: 'dead' }]);
    expect(await stateOf(rt, journeys[0])).toMatchObject({ hold: 'dead' });
    expect(await foldOf(rt, journeys[0])).toEqual(await stateOf(rt, journeys[0]));
  });

  test("an answer to a relative's SMS of before leaves no more; one to an SMS of afterwards does", async () => {
    await using rt = await makeHouse();
    const { journeyId, relativeId } = await enrol(rt, [ask('kommer', { ja: { say: 'godt' } }), say('mere')]);
    await beat(rt);
    await takeTurn(rt, journeyId, { kind: 'replied', at: rt.now(), answer: 'ja', reply: 'r' });
    const [row] = await rows(rt, 'SELECT circle_id FROM relatives WHERE id = ?', [relativeId]);
    await holdCircle(rt, String(row?.circle_id), 'paused', 'staff-1');
    await hear(rt, 'HJÆLP');
    await hear(rt, 'Hvornår er det?');
    expect(await sent(rt)).toEqual(['kommer sent', 'godt held', 'mere held', 'help sent', 'free-text sent']);
  });

  test('a circle nobody knows is told', async () => {
    await using rt = await makeHouse();
    await expect(holdCircle(rt, 'nobody', 'paused', 's')).rejects.toThrow('not-found');
    await expect(releaseCircle(rt, 'nobody', 's')).rejects.toThrow('not-found');
  });
});

describe('releasing', () => {
  test('lets what was held leave, and plans each journey again from now', async () => {
    await using rt = await makeHouse();
    const { circle, journeys } = await family(rt);
    await holdCircle(rt, circle, 'paused', 'staff-1');
    rt.forward(DAY);
    const before = rt.db.lane.counts().batches;
    expect(await releaseCircle(rt, circle, 'staff-1')).toBe(2);
    expect(rt.db.lane.counts().batches - before).toBe(2);
    await beat(rt);
    expect(await statusOf(rt, journeys[0])).toEqual(['sent']);
    expect(await statusOf(rt, journeys[1])).toEqual(['todo']);
    rt.forward(2 * DAY - 1);
    await beat(rt);
    expect(await statusOf(rt, journeys[0])).toEqual(['sent']);
    rt.forward(1);
    await beat(rt);
    expect(await statusOf(rt, journeys[0])).toEqual(['sent', 'sent']);
    for (const id of journeys) expect(await foldOf(rt, id)).toEqual(await stateOf(rt, id));
  });

  test('after a death brings nothing back that was to be sent', async () => {
    await using rt = await makeHouse();
    const { circle, journeys } = await family(rt);
    await holdCircle(rt, circle, 'dead', 'staff-1');
    await releaseCircle(rt, circle, 'staff-1');
    expect(await statusOf(rt, journeys[0])).toEqual(['cancelled']);
  });

  test('cut short by a crash, is seen and can be pressed again', async () => {
    let left = Number.POSITIVE_INFINITY;
    await using rt = await makeHouse({
      around: () => {
        if (left-- <= 0) throw new Error('killed');
      },
    });
    const { circle, journeys } = await family(rt);
    await holdCircle(rt, circle, 'paused', 'staff-1');
    left = 2;
    await expect(releaseCircle(rt, circle, 'staff-1')).rejects.toThrow();
    left = Number.POSITIVE_INFINITY;
    expect(await rows(rt, 'SELECT state FROM circles WHERE id = ?', [circle])).toEqual([{ state: 'paused' }]);
    await beat(rt);
    expect(await statusOf(rt, journeys[0])).toEqual(['held']);
    await releaseCircle(rt, circle, 'staff-1');
    await beat(rt);
    expect(await statusOf(rt, journeys[0])).toEqual(['sent']);
    expect(await rows(rt, 'SELECT DISTINCT hold FROM journeys')).toEqual([{ hold: null }]);
  });

  test('loses to a death that is told in the same moment', async () => {
    await using rt = await makeHouse();
    const { circle } = await family(rt);
    await holdCircle(rt, circle, 'paused', 'staff-1');
    rt.forward(HOUR);
    const fates = await Promise.allSettled([
      releaseCircle(rt, circle, 'staff-1'),
      holdCircle(rt, circle, 'dead', 'staff-2'),
    ]);
    expect(fates.map((fate) => fate.status)).toEqual(['rejected', 'fulfilled']);
    expect(await rows(rt, 'SELECT state FROM circles WHERE id = ?', [circle])).toEqual([{ state: 'dead' }]);
    await beat(rt);
    expect(rt.posted.map((sms) => sms.to)).toEqual(['+4520000023']);
  });

  test('frees a journey that a death by SMS had paused in a circle that lives', async () => {
    await using rt = await makeHouse();
    const { relativeId } = await enrol(rt, [say('a'), invite('b')]);
    await hear(rt, 'Min far er død');
    const [row] = await rows(rt, 'SELECT circle_id FROM relatives WHERE id = ?', [relativeId]);
    await releaseCircle(rt, String(row?.circle_id), 'staff-1');
    await beat(rt);
    await beat(rt);
    expect(await sent(rt)).toEqual(['a sent', 'b sent', 'death sent']);
  });

  test('what was held past its day goes to a person', async () => {
    await using rt = await makeHouse();
    const { relativeId } = await enrol(
      rt,
      [say('husk', { when: '1 day before dag at 09:00', late: 'send' })],
      {
        flow: { anchors: { dag: { title: 'Dagen', time: false } } },
        anchors: { dag: '2027-03-02' },
      },
    );
    const [row] = await rows(rt, 'SELECT circle_id FROM relatives WHERE id = ?', [relativeId]);
    await holdCircle(rt, String(row?.circle_id), 'paused', 'staff-1');
    rt.forward(3 * DAY);
    await releaseCircle(rt, String(row?.circle_id), 'staff-1');
    await beat(rt);
    expect(await sent(rt)).toEqual(['husk expired']);
    expect(await rows(rt, 'SELECT kind FROM alerts')).toEqual([{ kind: 'delivery' }]);
  });
});
