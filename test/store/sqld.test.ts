// What the house's memory promises, on a real libSQL server with the clients of two processes, and through its faults.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Input } from '../../src/journey/engine/inputs.ts';
import { beat } from '../../src/services/beat.ts';
import { fireTimers } from '../../src/services/journeys/fire-timers.ts';
import { takeTurn } from '../../src/services/journeys/take-turn.ts';
import { dispatchSender } from '../../src/services/sending/dispatch-sender.ts';
import { DatabaseAway } from '../../src/store/away.ts';
import type { Write } from '../../src/store/lane.ts';
import { takeLease } from '../../src/store/leases.ts';
import { remember } from '../../src/store/memory.ts';
import { claimMessages, doubtOldIntents } from '../../src/store/messages/claims.ts';
import { addMessages } from '../../src/store/messages/messages.ts';
import { recordResults } from '../../src/store/messages/outcomes.ts';
import { ask, say, wait } from '../journey/engine/make-flow.ts';
import {
  accepted,
  DAY,
  enrol,
  type House,
  makeHouse,
  rows,
  scriptedGateway,
  sent,
} from '../services/stand.ts';
import { seedRelative } from '../support/house.ts';
import { messageRow } from '../support/messages.ts';
import { makeRuntime, type TestOptions } from '../support/runtime.ts';
import { hasSqld, type Sqld, startSqld } from '../support/sqld.ts';

const opened = (at: number): Input => ({ kind: 'pageOpened', at, page: 'x' });

/** Counts in one row: a write that shows when it was done twice. */
const count: Write<number, number> = {
  name: 'count',
  statements: (by) => [
    {
      sql: `INSERT INTO memory (name, value) SELECT 'count', sum(value) FROM json_each(?) WHERE true
        ON CONFLICT (name) DO UPDATE SET value = value + excluded.value RETURNING value`,
      args: [JSON.stringify(by)],
    },
  ],
  outcomes: (by, results) => by.map(() => Number(results[0]?.rows[0]?.value)),
};

describe.skipIf(!hasSqld)('on a libSQL server', () => {
  let sqld: Sqld;
  beforeAll(async () => {
    sqld = await startSqld();
  });
  afterAll(() => sqld.close());

  /** Two processes on one fresh database. */
  async function two(options: TestOptions = {}): Promise<{ a: House; b: House }> {
    const a = await makeHouse({ on: sqld, owner: 'a', seed: 1, ...options });
    const b = await makeRuntime({ beside: a, owner: 'b', seed: 2, ...options });
    return { a, b };
  }

  const manyJourneys = async (rt: House, n: number, steps = [wait('vent', '2 days'), say('hej')]) => {
    const ids: string[] = [];
    for (let i = 0; i < n; i += 1) {
      const relativeId = await seedRelative(rt, { number: `+45200001${String(i).padStart(2, '0')}` });
      ids.push((await enrol(rt, steps, { relativeId })).journeyId);
    }
    return ids;
  };

  test('the lanes of four processes write at once: everything is committed, once', async () => {
    await using a = await makeHouse({ on: sqld });
    const others = await Promise.all([1, 2, 3].map(() => makeRuntime({ beside: a })));
    const writers = [a, ...others];
    const rounds = Array.from({ length: 25 });
    await Promise.all(
      writers.map(async ({ db }) => {
        for (const _ of rounds) await Promise.all([1, 2, 3, 4].map(() => db.lane.put(count, 1)));
      }),
    );
    expect(await rows(a, "SELECT value FROM memory WHERE name = 'count'")).toEqual([{ value: '400' }]);
    for (const other of others) await other[Symbol.asyncDispose]();
  });

  test('turns of two processes in the same journeys all count, each on the state the other left', async () => {
    const { a, b } = await two();
    await using _a = a;
    await using _b = b;
    const ids = await manyJourneys(a, 3);
    const at = a.now();
    await Promise.all(
      [a, b].flatMap((rt, p) =>
        ids.flatMap((id) => Array.from({ length: 5 }, (_, n) => takeTurn(rt, id, opened(at + 10 * n + p)))),
      ),
    );
    const facts = await rows(a, 'SELECT journey_id, version FROM facts WHERE n = 0');
    expect(facts).toHaveLength(3 * 11);
    expect(await rows(a, 'SELECT DISTINCT version FROM journeys')).toEqual([{ version: 11 }]);
    expect(await rows(a, "SELECT DISTINCT at FROM facts WHERE kind = 'pageOpened'")).toHaveLength(10);
  });

  test('of two processes one holds a lease, and what was claimed under the old fence is its alone', async () => {
    const { a, b } = await two();
    await using _a = a;
    await using _b = b;
    const relativeId = await seedRelative(a);
    const [numberRow] = await rows(a, 'SELECT id FROM numbers');
    const message = (id: string) =>
      messageRow(a.now(), { id, relativeId, numberId: String(numberRow?.id), purpose: 'staff' });
    const lease = (now: number) => ({ name: 'sender:number', now, endsAt: now + 30_000 });
    const claim = async (rt: House, fence: number) => {
      const claimed = await rt.db.lane.put(claimMessages, {
        sender: 'number',
        lease: 'sender:number',
        fence,
        clock: rt.clock(),
        now: rt.now(),
        minute: 600,
        weekday: 1,
        open: true,
        limit: 10,
      });
      return typeof claimed === 'string' ? claimed : claimed.map(({ id }) => id);
    };
    const fences = await Promise.all(
      [a, b].map((rt) => rt.db.lane.put(takeLease, { ...lease(rt.clock()), owner: rt.owner })),
    );
    expect(fences.filter((fence) => fence === 1)).toHaveLength(1);
    expect(fences.filter((fence) => fence === undefined)).toHaveLength(1);
    const [first, second] = fences[0] === 1 ? [a, b] : [b, a];
    await first.db.lane.put(addMessages, message('m1'));
    expect(await claim(first, 1)).toEqual(['m1']);

    second.forward(31_000);
    expect(await second.db.lane.put(takeLease, { ...lease(second.clock()), owner: second.owner })).toBe(2);
    await second.db.lane.put(doubtOldIntents, { sender: 'number', fence: 2 });
    await first.db.lane.put(addMessages, message('m2'));
    expect(await claim(first, 1)).toEqual([]);
    const result = { id: 'm1', intentAt: first.now(), status: 'sent', at: a.now() } as const;
    const statusOf = async (): Promise<unknown> =>
      (await rows(a, "SELECT status FROM messages WHERE id = 'm1'"))[0]?.status;
    await second.db.lane.put(recordResults, { ...result, fence: 2 });
    expect(await statusOf()).toBe('unknown');
    await first.db.lane.put(recordResults, { ...result, fence: 1, providerId: 'P' });
    expect(await statusOf()).toBe('sent');
    expect(await claim(second, 2)).toEqual(['m2']);
  });

  test('two dispatchers at once post every message once', async () => {
    const posted: string[] = [];
    const gateway = scriptedGateway((sms, nth) => {
      posted.push(sms.reference);
      return accepted(nth);
    });
    const { a, b } = await two({ gateway });
    await using _a = a;
    await using _b = b;
    await manyJourneys(a, 20, [say('hej')]);
    await Promise.all([dispatchSender(a, 'number'), dispatchSender(b, 'number')]);
    expect(posted).toHaveLength(20);
    expect(new Set(posted).size).toBe(20);
    expect(await rows(a, 'SELECT DISTINCT status FROM messages')).toEqual([{ status: 'sent' }]);
  });

  test('reads of one moment share a select, and see what was committed before', async () => {
    const { a, b } = await two();
    await using _a = a;
    await using _b = b;
    const ids = await manyJourneys(a, 5);
    const found = await Promise.all([...ids, 'none'].map((id) => b.db.findJourney(id)));
    expect(found.map((journey) => journey?.id)).toEqual([...ids, undefined]);
    await takeTurn(a, ids[0] ?? '', opened(a.now()));
    expect((await b.db.findJourney(ids[0] ?? ''))?.version).toBe(2);
  });

  describe('when an answer is lost after the commit', () => {
    /** A runtime that is not told of the commit of the first write of this name after `deafen`. */
    async function deafFor(
      name: string,
      options: TestOptions = {},
    ): Promise<{ rt: House; deafen(): void; wasDeaf(): boolean }> {
      const told = { deaf: false, write: false, lost: false };
      const rt = await makeHouse({
        on: sqld,
        ...options,
        around(when) {
          if (when === 'before' || !told.write || told.lost) return;
          told.lost = true;
          throw new TypeError('fetch failed');
        },
      });
      const { put } = rt.db.lane;
      rt.db.lane.put = (write, item) => {
        told.write ||= told.deaf && write.name === name;
        return put(write, item);
      };
      const deafen = (): void => {
        told.deaf = true;
      };
      return { rt, deafen, wasDeaf: () => told.lost };
    }

    test('a turn is known to be taken, and not taken again', async () => {
      const { rt, deafen, wasDeaf } = await deafFor('turns');
      await using _ = rt;
      const [journeyId = ''] = await manyJourneys(rt, 1);
      deafen();
      await takeTurn(rt, journeyId, opened(rt.now()));
      expect(wasDeaf()).toBe(true);
      expect(await rows(rt, 'SELECT version FROM journeys')).toEqual([{ version: 2 }]);
      expect(await rows(rt, 'SELECT kind FROM facts WHERE version = 2 AND n = 0')).toEqual([
        { kind: 'pageOpened' },
      ]);
    });

    test('a timer fires once', async () => {
      const { rt, deafen, wasDeaf } = await deafFor('turns');
      await using _ = rt;
      await manyJourneys(rt, 3);
      rt.forward(2 * DAY);
      deafen();
      await fireTimers(rt);
      expect(wasDeaf()).toBe(true);
      expect(await sent(rt)).toEqual(['hej due', 'hej due', 'hej due']);
      expect(await rows(rt, 'SELECT DISTINCT version FROM journeys')).toEqual([{ version: 2 }]);
    });

    test('a claim leaves messages that are asked for before they are sent again', async () => {
      const gateway = scriptedGateway((_, nth) => accepted(nth));
      const { rt, deafen, wasDeaf } = await deafFor('claim-messages', { gateway });
      await using _ = rt;
      await manyJourneys(rt, 3, [say('hej')]);
      deafen();
      await dispatchSender(rt, 'number');
      expect(wasDeaf()).toBe(true);
      expect(gateway.posted).toEqual([]);
      expect(await rows(rt, 'SELECT DISTINCT status FROM messages')).toEqual([{ status: 'sending' }]);

      await beat(rt);
      expect(await rows(rt, 'SELECT DISTINCT status FROM messages')).toEqual([{ status: 'unknown' }]);
      for (let i = 0; i < 8; i += 1) {
        rt.forward(10 * 60_000);
        await beat(rt);
      }
      expect(gateway.posted).toHaveLength(3);
      expect(await rows(rt, 'SELECT DISTINCT status FROM messages')).toEqual([{ status: 'sent' }]);
    });

    test('a result stays written down', async () => {
      const gateway = scriptedGateway((_, nth) => accepted(nth));
      const { rt, deafen, wasDeaf } = await deafFor('record-results', { gateway });
      await using _ = rt;
      await manyJourneys(rt, 1, [say('hej')]);
      deafen();
      await dispatchSender(rt, 'number');
      expect(wasDeaf()).toBe(true);
      await beat(rt);
      expect(gateway.posted).toHaveLength(1);
      expect(await rows(rt, 'SELECT status, provider_id FROM messages')).toEqual([
        { status: 'sent', provider_id: 'P-1' },
      ]);
    });
  });

  test('what hangs longer than the deadline is told to be away, and is done once when the server goes on', async () => {
    await using rt = await makeHouse({ on: sqld, timeoutMs: 400 });
    await manyJourneys(rt, 5, [wait('vent', '2 days'), ask('kommer', { ja: {}, nej: {} })]);
    rt.forward(2 * DAY);
    {
      using _ = await sqld.freeze();
      await expect(rt.db.lane.put(remember, { name: 'x', value: '1' })).rejects.toThrow(DatabaseAway);
      await expect(fireTimers(rt)).rejects.toThrow();
    }
    await beat(rt);
    expect(await sent(rt)).toEqual(Array.from({ length: 5 }, () => 'kommer sent'));
    expect(await rows(rt, 'SELECT DISTINCT version FROM journeys')).toEqual([{ version: 2 }]);
  });

  test('a server that is killed among turns and started again has lost none and doubled none', async () => {
    let left = Number.POSITIVE_INFINITY;
    const around = (when: 'before' | 'after'): void => {
      if (when === 'before' && --left === 0) sqld.signal('SIGKILL');
    };
    const { a, b } = await two({ around });
    await using _a = a;
    await using _b = b;
    await manyJourneys(a, 20);
    for (const rt of [a, b]) rt.forward(2 * DAY);
    for (const after of [1, 2, 3, 5]) {
      left = after;
      await Promise.allSettled([beat(a), beat(b)]);
      await sqld.restart();
    }
    left = Number.POSITIVE_INFINITY;
    for (let i = 0; i < 8; i += 1) {
      for (const rt of [a, b]) rt.forward(10 * 60_000);
      await beat(a);
      await beat(b);
    }
    expect(await rows(a, "SELECT count(*) AS n FROM facts WHERE kind = 'messageComposed'")).toEqual([
      { n: 20 },
    ]);
    expect(await rows(a, 'SELECT DISTINCT status FROM messages')).toEqual([{ status: 'sent' }]);
    const refs = [...a.posted, ...b.posted].map((sms) => sms.reference);
    expect(new Set(refs).size).toBe(20);
  });
});
