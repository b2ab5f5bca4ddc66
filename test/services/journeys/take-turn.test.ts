import { expect, test } from 'vitest';
import type { Input } from '../../../src/journey/engine/inputs.ts';
import { fireTimers } from '../../../src/services/journeys/fire-timers.ts';
import { takeTurn, takeTurns } from '../../../src/services/journeys/take-turn.ts';
import { receiveSms } from '../../../src/services/replies/receive-sms.ts';
import { listDueTimers } from '../../../src/store/journeys/timers.ts';
import { ask, say, wait } from '../../journey/engine/make-flow.ts';
import { seedRelative } from '../../support/house.ts';
import { alerts, DAY, enrol, type House, makeHouse, PHONE, rows, run, sent, stateOf } from '../stand.ts';

const question = [ask('kommer', { ja: { say: 'godt' }, nej: {} })];
const opened = (at: number): Input => ({ kind: 'pageOpened', at, page: 'x' });

test('a turn that lost is decided again on the new state, and both inputs count', async () => {
  await using rt = await makeHouse();
  const { journeyId } = await enrol(rt, question);
  const at = rt.now();
  const turns = await Promise.all(
    [1, 2, 3].map((n) => takeTurns(rt, [{ journeyId, input: opened(at + n), beside: {} }])),
  );
  expect(turns.flat().every((turn) => 'taken' in turn)).toBe(true);
  const facts = await rows(rt, 'SELECT version, at FROM facts WHERE n = 0 ORDER BY version');
  expect(facts.map((f) => f.version)).toEqual([1, 2, 3, 4]);
});

test('of two answers at once the first counts and the second is recorded as ignored', async () => {
  await using rt = await makeHouse();
  const { journeyId } = await enrol(rt, question);
  const answered = (answer: 'ja' | 'nej'): Input => ({
    kind: 'answered',
    at: rt.now(),
    step: 'kommer',
    answer,
    by: 'staff-1',
  });
  await Promise.all([takeTurn(rt, journeyId, answered('ja')), takeTurn(rt, journeyId, answered('nej'))]);
  expect(await stateOf(rt, journeyId)).toMatchObject({ status: 'ended', answers: { kommer: 'ja' } });
  expect(await sent(rt)).toEqual(['kommer due', 'godt due']);
  expect(await rows(rt, "SELECT 1 FROM facts WHERE kind = 'inputIgnored'")).toHaveLength(1);
});

test('a journey that cannot go on fails alone: its neighbours in the batch are untouched', async () => {
  await using rt = await makeHouse();
  const ids: string[] = [];
  for (const n of [1, 2, 3]) {
    const relativeId = await seedRelative(rt, { number: `+452000002${n}` });
    ids.push((await enrol(rt, question, { relativeId })).journeyId);
  }
  const [first = '', poison = '', last = ''] = ids;
  // The facts of the next turn are there already: a row nothing in the house would write.
  await run(
    rt,
    'INSERT INTO facts SELECT journey_id, 2, 0, kind, step, at, body FROM facts WHERE journey_id = ? AND n = 0',
    [poison],
  );
  const turns = await takeTurns(
    rt,
    ids.map((journeyId) => ({ journeyId, input: opened(rt.now()), beside: {} })),
  );
  const failed = turns.filter((turn) => 'failed' in turn).map((turn) => turn.journeyId);
  expect(failed).toEqual([poison]);
  expect(await rows(rt, 'SELECT version FROM journeys WHERE id IN (?, ?)', [first, last])).toEqual([
    { version: 2 },
    { version: 2 },
  ]);
  expect(await rows(rt, 'SELECT version FROM journeys WHERE id = ?', [poison])).toEqual([{ version: 1 }]);
});

test('a timer of a journey that cannot go on is set aside with an alert, the others fire', async () => {
  await using rt = await makeHouse();
  const steps = [wait('vent', '2 days'), say('hej')];
  const { journeyId: poison } = await enrol(rt, steps, { relative: { number: '+4520000021' } });
  await enrol(rt, steps, { relative: { number: '+4520000022' } });
  await run(rt, "UPDATE journeys SET state = json_set(state, '$.step', 'væk') WHERE id = ?", [poison]);
  rt.forward(2 * DAY);
  await fireTimers(rt);
  expect(await sent(rt)).toEqual(['hej due']);
  expect(await alerts(rt)).toEqual(['broken!']);
  expect(await listDueTimers(rt.db, rt.now(), 10)).toEqual([]);
  await fireTimers(rt);
  expect(await alerts(rt)).toEqual(['broken!']);
});

test('while the database refuses to write, timers stay due and nobody is set aside', async () => {
  let full = false;
  await using rt = await makeHouse({
    around: () => {
      if (full) throw Object.assign(new Error('full'), { code: 'SQLITE_FULL' });
    },
  });
  await enrol(rt, [wait('vent', '2 days'), say('hej')]);
  rt.forward(2 * DAY);
  full = true;
  expect(await fireTimers(rt)).toBe(0);
  full = false;
  expect(await fireTimers(rt)).toBe(1);
  expect(await sent(rt)).toEqual(['hej due']);
  expect(await alerts(rt)).toEqual([]);
});

test('a timer row that no longer fits its journey is put right and not fired for ever', async () => {
  await using rt = await makeHouse();
  const { journeyId } = await enrol(rt, [wait('vent', '2 days'), say('hej')]);
  await run(rt, 'UPDATE timers SET due_at = due_at - 1000 WHERE journey_id = ?', [journeyId]);
  await run(rt, "INSERT INTO timers (journey_id, name, due_at, held) VALUES (?, 'silence', ?, 0)", [
    journeyId,
    rt.now(),
  ]);
  rt.forward(2 * DAY - 1000);
  await fireTimers(rt);
  expect(await rows(rt, 'SELECT name, due_at FROM timers')).toEqual([
    { name: 'moment', due_at: rt.now() + 1000 },
  ]);
  rt.forward(1000);
  await fireTimers(rt);
  expect(await sent(rt)).toEqual(['hej due']);
});

test('an unknown journey is told, also among others', async () => {
  await using rt = await makeHouse();
  const { journeyId } = await enrol(rt, question);
  await expect(takeTurn(rt, 'nobody', opened(rt.now()))).rejects.toThrow('not-found');
  const turns = await takeTurns(
    rt,
    ['nobody', journeyId].map((id) => ({ journeyId: id, input: opened(rt.now()), beside: {} })),
  );
  expect(turns.map((turn) => 'taken' in turn).sort()).toEqual([false, true]);
});

test('an answer that was lost on the way is not taken twice when it is looked up after another turn', async () => {
  let lose = false;
  await using rt = await makeHouse({
    around: (when) => {
      if (when === 'after' && lose) {
        lose = false;
        throw new TypeError('fetch failed');
      }
    },
  });
  const { journeyId } = await enrol(rt, question);
  lose = true;
  await takeTurn(rt, journeyId, opened(rt.now()));
  expect(await rows(rt, "SELECT 1 FROM facts WHERE kind = 'pageOpened'")).toHaveLength(1);
});

test('messages of one turn sort as they were composed, also when there are many', async () => {
  await using rt = await makeHouse();
  const steps = Array.from({ length: 8 }, (_, n) => say(`sms-${n}`));
  await enrol(rt, steps);
  const keys = await rows(rt, 'SELECT text_key FROM messages ORDER BY due_at, created_at, id');
  expect(keys.map((m) => m.text_key)).toEqual(steps.map((step) => step.id));
});

test('a message for somebody without a number goes to a person at once', async () => {
  await using rt = await makeHouse();
  const { journeyId, relativeId } = await enrol(rt, [ask('kommer'), say('tak')]);
  await run(rt, 'UPDATE relatives SET number_id = NULL WHERE id = ?', [relativeId]);
  const input = { kind: 'answered', at: rt.now(), step: 'kommer', answer: 'ja', by: 'staff-1' } as const;
  await takeTurn(rt, journeyId, input);
  expect(await sent(rt)).toEqual(['kommer due', 'tak failed']);
  expect(await alerts(rt)).toEqual(['delivery']);
});

test.each([
  [
    'STOP',
    async (rt: House) => receiveSms(rt, { providerId: '1', from: PHONE, to: '', text: 'STOP' }),
    'cancelled',
    'stopped',
  ],
  ['FORKERT', async (rt: House) => run(rt, 'UPDATE numbers SET wrong_at = 1'), 'cancelled', 'wrong-number'],
  ['a pause', async (rt: House) => run(rt, "UPDATE circles SET state = 'paused'"), 'held', 'held'],
  ['a death', async (rt: House) => run(rt, "UPDATE circles SET state = 'dead'"), 'cancelled', 'dead'],
] as const)(
  'what a turn composes after %s was stored does not become due, and says why',
  async (_, what, status, reason) => {
    await using rt = await makeHouse();
    const { journeyId } = await enrol(rt, [ask('kommer', { ja: { say: 'godt' } })]);
    const commit = rt.db.lane.put.bind(rt.db.lane);
    const db: typeof rt.db = {
      ...rt.db,
      lane: {
        ...rt.db.lane,
        async put(write, item) {
          if (write.name === 'turns') await what(rt);
          return commit(write, item);
        },
      },
    };
    const input = { kind: 'answered', at: rt.now(), step: 'kommer', answer: 'ja', by: 's' } as const;
    await takeTurns({ ...rt, db }, [{ journeyId, input, beside: {} }]);
    const composed = await rows(rt, "SELECT status, reason FROM messages WHERE text_key = 'godt'");
    expect(composed).toEqual([{ status, reason }]);
  },
);

test('a reply that was handled meanwhile is not taken again', async () => {
  await using rt = await makeHouse();
  const { journeyId } = await enrol(rt, question);
  await receiveSms(rt, { providerId: '1', from: PHONE, to: '', text: 'JA' });
  const [reply] = await rows(rt, 'SELECT id FROM replies');
  const id = String(reply?.id);
  await run(rt, "UPDATE replies SET status = 'handled'");
  const taken = takeTurn(
    rt,
    journeyId,
    { kind: 'replied', at: rt.now(), answer: 'ja', reply: id },
    { reply: { id, from: 'new' } },
  );
  await expect(taken).rejects.toMatchObject({ code: 'already-done' });
  expect(await stateOf(rt, journeyId)).toMatchObject({ answers: {} });
});
