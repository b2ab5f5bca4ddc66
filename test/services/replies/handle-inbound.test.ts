import { describe, expect, test } from 'vitest';
import { beat } from '../../../src/services/beat.ts';
import { takeTurn } from '../../../src/services/journeys/take-turn.ts';
import { handleInbound } from '../../../src/services/replies/handle-inbound.ts';
import { receiveSms } from '../../../src/services/replies/receive-sms.ts';
import { ask, say, wait } from '../../journey/engine/make-flow.ts';
import { seedRelative } from '../../support/house.ts';
import {
  alerts,
  DAY,
  enrol,
  HOUR,
  hear,
  makeHouse,
  numberOf,
  PHONE,
  replies,
  rows,
  run,
  sent,
  stateOf,
} from '../stand.ts';

const question = (id: string) => [ask(id, { ja: { say: `${id}-ja` }, nej: { say: `${id}-nej` } })];

async function asked(options: Parameters<typeof makeHouse>[0] = {}) {
  const rt = await makeHouse(options);
  const { journeyId, relativeId } = await enrol(rt, question('kommer'));
  await beat(rt);
  return { rt, journeyId, relativeId };
}

describe('answers', () => {
  test.each([
    ['Ja tak!', 'kommer-ja'],
    ['nej desværre', 'kommer-nej'],
    ['1', 'kommer-ja'],
    ['AFMELD', 'kommer-nej'],
    ['frameld', 'kommer-nej'],
  ])('%s goes to the journey that asked: %s', async (text, key) => {
    const { rt, relativeId } = await asked();
    await using _ = rt;
    await hear(rt, text);
    expect(await sent(rt)).toEqual(['kommer sent', `${key} sent`]);
    expect(await rows(rt, 'SELECT status, relative_id FROM replies')).toEqual([
      { status: 'handled', relative_id: relativeId },
    ]);
  });

  test('AFMELD is a stop when nothing was asked', async () => {
    await using rt = await makeHouse();
    await enrol(rt, [wait('vent', '9 days'), say('hej')]);
    await hear(rt, 'AFMELD');
    expect((await numberOf(rt)).stopped_at).not.toBeNull();
    expect(await sent(rt)).toEqual(['stop sent']);
  });

  test('AFMELD to a question of a journey that stands still is no stop', async () => {
    const { rt, journeyId } = await asked();
    await using _ = rt;
    await takeTurn(rt, journeyId, { kind: 'held', at: rt.now(), hold: 'paused' });
    await hear(rt, 'AFMELD');
    expect((await numberOf(rt)).stopped_at).toBeNull();
    expect(await replies(rt)).toEqual(['waiting no']);
  });

  test('handled twice at once, an answer counts once', async () => {
    const { rt, journeyId } = await asked();
    await using _ = rt;
    await receiveSms(rt, { providerId: 'x', from: PHONE, to: '', text: 'JA' });
    const [reply] = await rows(rt, 'SELECT id FROM replies');
    const other = { ...rt, inOrder: <T>(_key: string, work: () => Promise<T>) => work() };
    await Promise.all([rt, other, other].map((one) => handleInbound(one, String(reply?.id))));
    await beat(rt);
    expect(await sent(rt)).toEqual(['kommer sent', 'kommer-ja sent']);
    expect(
      await rows(rt, "SELECT 1 FROM facts WHERE journey_id = ? AND kind = 'replied'", [journeyId]),
    ).toHaveLength(1);
  });

  test('of several questions the one asked a day later is answered; within a day a person decides', async () => {
    for (const [gap, outcome] of [
      [DAY, 'handled yes'],
      [DAY - HOUR, 'waiting yes'],
    ] as const) {
      const { rt, relativeId } = await asked();
      await using _ = rt;
      rt.forward(gap);
      const { journeyId } = await enrol(rt, question('ringe'), { relativeId, flow: { name: 'anden' } });
      await beat(rt);
      await hear(rt, 'JA');
      expect(await replies(rt)).toEqual([outcome]);
      const answers = (await stateOf(rt, journeyId)).answers;
      expect(answers).toEqual(gap === DAY ? { ringe: 'ja' } : {});
      expect((await sent(rt)).at(-1)).toBe(gap === DAY ? 'ringe-ja sent' : 'free-text sent');
    }
  });

  test('on a shared phone no answer by SMS counts: a person reads it', async () => {
    await using rt = await makeHouse();
    const relativeId = await seedRelative(rt);
    await seedRelative(rt);
    await run(rt, 'UPDATE numbers SET shared = 1');
    const { journeyId } = await enrol(rt, question('kommer'), { relativeId });
    await hear(rt, 'JA');
    expect(await replies(rt)).toEqual(['waiting yes']);
    expect((await stateOf(rt, journeyId)).answers).toEqual({});
    expect(await rows(rt, 'SELECT relative_id FROM replies')).toEqual([{ relative_id: null }]);
  });
});

describe('STOP', () => {
  test('ends every journey at the number with one receipt, a call task for each relative, and an entry for each', async () => {
    await using rt = await makeHouse();
    for (const name of ['a', 'b']) {
      const relativeId = await seedRelative(rt);
      await enrol(rt, [say('x'), ...question('kommer')], { relativeId, flow: { name } });
    }
    await hear(rt, 'STOP');
    await hear(rt, 'stop nu');
    expect(await alerts(rt)).toEqual(['stopped', 'stopped']);
    expect((await sent(rt)).filter((line) => !line.endsWith('cancelled'))).toEqual(['stop sent']);
    expect(await rows(rt, 'SELECT status FROM journeys')).toEqual([{ status: 'ended' }, { status: 'ended' }]);
    expect(await rows(rt, "SELECT purpose FROM ledger WHERE kind = 'consent.withdrawn'")).toEqual([
      { purpose: 'sms' },
      { purpose: 'sms' },
    ]);
    expect(await replies(rt)).toEqual(['handled stop', 'handled stop']);
  });

  test('an automatic answer that had not left when STOP came stays back; the receipt leaves', async () => {
    await using rt = await makeHouse();
    await enrol(rt, [wait('vent', '9 days'), say('hej')]);
    await receiveSms(rt, { providerId: '1', from: PHONE, to: '', text: 'Hvornår kommer I?' });
    const [reply] = await rows(rt, 'SELECT id FROM replies');
    await handleInbound(rt, String(reply?.id));
    await hear(rt, 'STOP');
    expect(await sent(rt)).toEqual(['free-text cancelled', 'stop sent']);
  });

  test('a journey that cannot go on keeps nobody from being told: the receipt leaves and a person looks', async () => {
    const { rt, journeyId } = await asked();
    await using _ = rt;
    await run(rt, "UPDATE journeys SET flow_id = 'væk' WHERE id = ?", [journeyId]);
    await hear(rt, 'STOP');
    expect((await sent(rt)).at(-1)).toBe('stop sent');
    expect(await alerts(rt)).toEqual(['broken!', 'stopped']);
  });
});

describe('START', () => {
  async function stopped() {
    const { rt, relativeId } = await asked();
    await hear(rt, 'STOP');
    return { rt, relativeId };
  }

  test('asks first, and JA within a day lets SMS leave again; a person starts anything anew', async () => {
    const { rt, relativeId } = await stopped();
    await using _ = rt;
    await hear(rt, 'START');
    expect((await numberOf(rt)).stopped_at).not.toBeNull();
    rt.forward(DAY - 1);
    await hear(rt, 'Ja tak');
    expect((await numberOf(rt)).stopped_at).toBeNull();
    expect((await sent(rt)).slice(-2)).toEqual(['start-ask sent', 'start-done sent']);
    expect(await rows(rt, "SELECT status FROM journeys WHERE status <> 'ended'")).toEqual([]);
    await enrol(rt, [say('igen')], { relativeId, flow: { name: 'nyt' } });
    await beat(rt);
    expect((await sent(rt)).at(-1)).toBe('igen sent');
  });

  test.each(['OK', '👍', 'kommer', 'Måske'])('%s is no consent', async (text) => {
    const { rt } = await stopped();
    await using _ = rt;
    await hear(rt, 'START');
    await hear(rt, text);
    expect((await numberOf(rt)).stopped_at).not.toBeNull();
    expect((await replies(rt)).at(-1)).toMatch(/^waiting/);
  });

  test('JA after a day is for a person, and so is JA without START', async () => {
    const { rt } = await stopped();
    await using _ = rt;
    await hear(rt, 'JA');
    await hear(rt, 'START');
    rt.forward(DAY);
    await hear(rt, 'JA');
    expect((await numberOf(rt)).stopped_at).not.toBeNull();
  });

  test('NEJ closes the question', async () => {
    const { rt } = await stopped();
    await using _ = rt;
    await hear(rt, 'START');
    await hear(rt, 'NEJ');
    await hear(rt, 'JA');
    expect((await numberOf(rt)).stopped_at).not.toBeNull();
  });

  test('a STOP that comes while the JA is being handled wins', async () => {
    const { rt } = await stopped();
    await using _ = rt;
    await hear(rt, 'START');
    rt.forward(1);
    await receiveSms(rt, { providerId: 'ja', from: PHONE, to: '', text: 'JA' });
    const put = rt.db.lane.put.bind(rt.db.lane);
    const db: typeof rt.db = {
      ...rt.db,
      lane: {
        ...rt.db.lane,
        async put(write, item) {
          if (write.name === 'settle-inbound')
            await receiveSms(rt, { providerId: 'stop', from: PHONE, to: '', text: 'STOP' });
          return put(write, item);
        },
      },
    };
    const [reply] = await rows(rt, "SELECT id FROM replies WHERE provider_id = 'ja'");
    await handleInbound({ ...rt, db }, String(reply?.id));
    expect((await numberOf(rt)).stopped_at).not.toBeNull();
  });

  test('somebody who never stopped is told so', async () => {
    const { rt } = await asked();
    await using _ = rt;
    await hear(rt, 'start');
    expect((await sent(rt)).at(-1)).toBe('start-running sent');
  });
});

describe('other words', () => {
  test('HJÆLP is answered, also after STOP', async () => {
    const { rt } = await asked();
    await using _ = rt;
    await hear(rt, 'STOP');
    await hear(rt, 'hjælp');
    expect((await sent(rt)).at(-1)).toBe('help sent');
  });

  test('FORKERT ends the journeys, closes the number, tells a person, and is thanked once', async () => {
    const { rt, journeyId } = await asked();
    await using _ = rt;
    await hear(rt, 'FORKERT');
    await hear(rt, 'forkert nummer');
    await hear(rt, 'START');
    expect((await numberOf(rt)).wrong_at).not.toBeNull();
    expect(await stateOf(rt, journeyId)).toMatchObject({ status: 'ended', endedBecause: 'forkert nummer' });
    expect(await alerts(rt)).toEqual(['wrongNumber']);
    expect(await sent(rt)).toEqual(['kommer sent', 'wrong-number sent']);
  });

  test('free text is for a person, with one automatic answer a day', async () => {
    await using rt = await makeHouse();
    await hear(rt, 'Hvornår kommer I?');
    rt.forward(DAY - 2);
    await hear(rt, 'Hallo?');
    expect(await sent(rt)).toEqual(['free-text sent']);
    await hear(rt, 'Er der nogen?');
    expect(await sent(rt)).toEqual(['free-text sent', 'free-text sent']);
    expect(await replies(rt)).toEqual(['waiting unclear', 'waiting unclear', 'waiting unclear']);
  });

  test('a CPR number gets an answer that says so', async () => {
    await using rt = await makeHouse();
    await hear(rt, 'Det er 010190-1234');
    expect(await sent(rt)).toEqual(['cpr sent']);
    expect(await replies(rt)).toEqual(['waiting unclear']);
  });

  test('two machines that answer each other fall silent after five answers a day, but a STOP gets its receipt', async () => {
    await using rt = await makeHouse();
    for (let n = 0; n < 8; n += 1) await hear(rt, 'HJÆLP');
    await hear(rt, 'STOP');
    const all = await sent(rt);
    expect(all.filter((line) => line.startsWith('help'))).toHaveLength(5);
    expect(all.at(-1)).toBe('stop sent');
  });

  test('an unknown number is answered as a known one is, and its alert names nobody', async () => {
    await using rt = await makeHouse();
    await hear(rt, 'Jeg vil dø', '+4520000077');
    expect(await sent(rt)).toEqual(['distress sent']);
    expect(await rows(rt, 'SELECT kind, relative_id FROM alerts')).toEqual([
      { kind: 'distress', relative_id: null },
    ]);
  });

  test('what cannot be read goes to a person and keeps the next SMS of that phone from nothing', async () => {
    const { rt } = await asked();
    await using _ = rt;
    await receiveSms(rt, { providerId: '1', from: PHONE, to: '', text: 'Hej' });
    await run(rt, "UPDATE replies SET text_sealed = 'nonsense'");
    await hear(rt, 'JA');
    expect(await replies(rt)).toEqual(['waiting unclear', 'handled yes']);
    expect(await alerts(rt)).toEqual(['broken!']);
  });
});

describe('distress and death', () => {
  test('distress is an urgent alert and one soft answer at any hour, without echo', async () => {
    const { rt } = await asked();
    await using _ = rt;
    rt.forward(13 * HOUR);
    await hear(rt, 'Jeg kan ikke mere, jeg vil ikke leve');
    expect(await alerts(rt)).toEqual(['distress!']);
    expect(await sent(rt)).toEqual(['kommer sent', 'distress sent']);
    expect(await replies(rt)).toEqual(['waiting distress']);
  });

  test('distress with STOP: both are done, one SMS leaves', async () => {
    const { rt, journeyId } = await asked();
    await using _ = rt;
    await hear(rt, 'Jeg vil dø. STOP');
    expect(await alerts(rt)).toEqual(['distress!', 'stopped']);
    expect(await sent(rt)).toEqual(['kommer sent', 'distress sent']);
    expect((await numberOf(rt)).stopped_at).not.toBeNull();
    expect((await stateOf(rt, journeyId)).status).toBe('ended');
  });

  test('distress after STOP: the alert alone', async () => {
    const { rt } = await asked();
    await using _ = rt;
    await hear(rt, 'STOP');
    await hear(rt, 'Jeg vil dø');
    expect(await alerts(rt)).toEqual(['distress!', 'stopped']);
    expect((await sent(rt)).at(-1)).toBe('stop sent');
  });

  test('a death pauses the journeys at that number and what they had not sent, and tells a person', async () => {
    await using rt = await makeHouse();
    const { journeyId } = await enrol(rt, [say('a'), say('b'), ...question('kommer')]);
    await hear(rt, 'Min mor er død i nat');
    expect(await stateOf(rt, journeyId)).toMatchObject({ hold: 'paused' });
    expect(await sent(rt)).toEqual(['a held', 'b held', 'kommer held', 'death sent']);
    expect(await alerts(rt)).toEqual(['death']);
    rt.forward(5 * DAY);
    await beat(rt);
    expect(await sent(rt)).toEqual(['a held', 'b held', 'kommer held', 'death sent']);
  });

  test('a death with STOP ends the journeys; the receipt is the one answer', async () => {
    const { rt, journeyId } = await asked();
    await using _ = rt;
    await hear(rt, 'Min mor er død. STOP');
    expect((await stateOf(rt, journeyId)).status).toBe('ended');
    expect((await sent(rt)).at(-1)).toBe('stop sent');
    expect(await alerts(rt)).toEqual(['death', 'stopped']);
  });
});
