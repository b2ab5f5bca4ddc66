import { describe, expect, test } from 'vitest';
import { publishFlow } from '../../../src/services/journeys/publish-flow.ts';
import { showRelative } from '../../../src/services/relatives/show-relative.ts';
import { KEPT_MS, SILENT_MS } from '../../../src/services/requests/do-once.ts';
import type { Runtime } from '../../../src/services/runtime.ts';
import { sweepDoors } from '../../../src/services/sweep-doors.ts';
import { createApp } from '../../../src/web/app.ts';
import { type ApiAnswer, newRelative, openProgram } from '../../support/api.ts';
import { addRelative, addReply, advisor, type DeskRuntime, makeDesk, rowsOf } from '../../support/desk.ts';
import { invitation } from '../../support/house.ts';

const countOf = async (rt: DeskRuntime, table: string): Promise<unknown> =>
  (await rowsOf(rt, `select count(*) as n from ${table}`))[0]?.n;

const told = ({ status, text, headers }: ApiAnswer) => ({ status, text, location: headers.get('location') });

test('the same request under the same key gets the same answer to the byte, and is done once', async () => {
  await using rt = await makeDesk();
  const program = await openProgram(rt);
  const first = await program.post('/relatives', newRelative(), 'same-request');
  rt.forward(KEPT_MS - 1);
  const again = await program.post('/relatives', newRelative(), 'same-request');

  expect(told(again)).toEqual(told(first));
  expect([first, again].map(({ headers }) => headers.get('idempotent-replayed'))).toEqual([null, 'true']);
  expect(await countOf(rt, 'relatives')).toBe(1);
});

test('what was refused stays refused under its key, in the words it was refused with', async () => {
  await using rt = await makeDesk();
  await addRelative(rt, { number: '20 00 00 31' });
  const program = await openProgram(rt);
  const first = await program.post('/relatives', newRelative(), 'same-request');
  const again = await program.post('/relatives', newRelative(), 'same-request', { 'accept-language': 'en' });
  expect(first.status).toBe(409);
  expect(told(again)).toEqual(told(first));
});

test('a request that did not fit its shape may be mended under the same key', async () => {
  await using rt = await makeDesk();
  const program = await openProgram(rt);
  expect((await program.post('/relatives', { name: 'x' }, 'same-request')).status).toBe(422);
  expect((await program.post('/relatives', newRelative(), 'same-request')).status).toBe(201);
});

test('the key of one request is not taken for another', async () => {
  await using rt = await makeDesk();
  const program = await openProgram(rt);
  await program.post('/relatives', newRelative(), 'same-request');
  const other = await program.post('/relatives', newRelative({ name: 'Pårørende 2' }), 'same-request');
  const elsewhere = await program.post('/relatives/search', newRelative(), 'same-request');
  expect([other.status, other.json.code]).toEqual([422, 'request-differs']);
  expect(elsewhere.status).toBe(422);
});

test('two programs may use the same word as their key', async () => {
  await using rt = await makeDesk();
  const [one, two] = [await openProgram(rt), await openProgram(rt)];
  const first = await one.post('/relatives', newRelative(), 'same-request');
  const second = await two.post('/relatives', newRelative({ number: '20 00 00 32' }), 'same-request');
  expect([first.status, second.status]).toEqual([201, 201]);
  expect(second.json.id).not.toBe(first.json.id);
});

test('ten at once are done once: one answers, the others wait or hear the same', async () => {
  await using rt = await makeDesk();
  const program = await openProgram(rt);
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => program.post('/relatives', newRelative(), 'same-request')),
  );
  const made = answers.filter(({ status }) => status === 201);
  const waiting = answers.filter(({ status }) => status === 409);

  expect(made.length).toBeGreaterThan(0);
  expect(made.length + waiting.length).toBe(10);
  expect(new Set(made.map(({ text }) => text)).size).toBe(1);
  for (const { json, headers } of waiting)
    expect([json.code, headers.get('retry-after')]).toEqual(['request-under-way', '5']);
  expect(await countOf(rt, 'relatives')).toBe(1);
});

test('an answer is forgotten after a day, and sealed until then', async () => {
  await using rt = await makeDesk();
  const program = await openProgram(rt);
  await addRelative(rt, { name: 'Søster, 50' });
  await program.post('/relatives/search', { text: 'søster' }, 'same-request');
  const rows = JSON.stringify(await rowsOf(rt, 'select * from idempotency'));
  expect(rows).not.toMatch(/Søster|same-request/i);

  rt.forward(KEPT_MS + 1);
  const anew = await program.post('/relatives/search', { text: 'søster' }, 'same-request');
  expect(anew.headers.get('idempotent-replayed')).toBeNull();
  rt.forward(KEPT_MS + 1);
  await sweepDoors(rt);
  expect(await countOf(rt, 'idempotency')).toBe(0);
});

/** A runtime that dies at its n-th write, before or after the commit: nothing of it goes on. */
function dying(rt: DeskRuntime, n: number, when: 'before' | 'after'): { rt: Runtime; died: Promise<void> } {
  const { promise: died, resolve } = Promise.withResolvers<void>();
  let nth = 0;
  const put: typeof rt.db.lane.put = async (write, item) => {
    nth += 1;
    if (nth > n) return new Promise(() => undefined);
    if (nth < n) return rt.db.lane.put(write, item);
    if (when === 'after') await rt.db.lane.put(write, item);
    resolve();
    return new Promise(() => undefined);
  };
  return { rt: { ...rt, db: { ...rt.db, lane: { ...rt.db.lane, put } } }, died };
}

type Deed = {
  /** Where it is asked for, and with what. */
  prepare(rt: DeskRuntime): Promise<[string, Record<string, unknown>]>;
  /** The rows it leaves when it is done once. */
  done: string;
  /** Its answer is found again, whatever was lost. */
  found: boolean;
};

const deeds: Record<string, Deed> = {
  'register a relative': {
    prepare: async () => ['/relatives', newRelative()],
    done: 'select 1 from relatives',
    found: true,
  },
  enrol: {
    async prepare(rt) {
      await publishFlow(rt, invitation('link'));
      return [`/relatives/${await addRelative(rt)}/journeys`, { flow: 'indbydelse-link' }];
    },
    done: 'select 1 from journeys',
    found: true,
  },
  'answer in a conversation': {
    async prepare(rt) {
      const relativeId = await addRelative(rt);
      await addReply(rt, { text: 'Hvornår?', relativeId });
      return [`/conversations/${relativeId}/sms`, { text: 'I morgen.', seen: 1 }];
    },
    done: "select 1 from messages where purpose = 'staff'",
    found: false,
  },
  'book an appointment': {
    async prepare(rt) {
      const when = { when: '2027-03-05T14:00', minutes: 45, place: 'telefon', remind: false };
      return ['/appointments', { ...when, relatives: [await addRelative(rt)] }];
    },
    done: 'select 1 from appointments',
    found: false,
  },
  'pause a circle': {
    async prepare(rt) {
      const { circle } = await showRelative(rt, advisor, await addRelative(rt), 'direct');
      return [`/circles/${circle.id}/hold`, { as: 'paused' }];
    },
    done: "select 1 from ledger where kind = 'circle.paused'",
    found: false,
  },
};

const points = [2, 3, 4, 5, 6].flatMap((n) =>
  (['before', 'after'] as const).map((when) => [n, when] as const),
);

describe.each(Object.entries(deeds))(
  'a process that dies while it is to %s',
  (_, { prepare, done, found }) => {
    test.each(points)('at write %i, %s its commit: it is done once', async (n, when) => {
      await using rt = await makeDesk();
      const [at, body] = await prepare(rt);
      const mortal = dying(rt, n, when);
      const program = await openProgram(rt);
      const ask = (on: Runtime): Promise<Response> =>
        Promise.resolve(
          createApp(on).request(`https://limen.test/api/v1${at}`, {
            method: 'POST',
            body: JSON.stringify(body),
            headers: {
              authorization: `Bearer ${program.key}`,
              'content-type': 'application/json',
              'idempotency-key': 'same-request',
            },
          }),
        );
      const first = ask(mortal.rt).then(() => 'answered');
      await Promise.race([mortal.died, first]);

      const meanwhile = await ask(rt);
      rt.forward(SILENT_MS);
      const answer = await ask(rt);
      const again = await ask(rt);

      const text = await answer.text();
      expect([200, 201, 409]).toContain(answer.status);
      if (answer.status === 409)
        expect([found, text]).toEqual([false, expect.stringContaining('request-in-doubt')]);
      expect([again.status, (await again.text()).replace(/"requestId":"[^"]+"/, '')]).toEqual([
        answer.status,
        text.replace(/"requestId":"[^"]+"/, ''),
      ]);
      expect(meanwhile.status === answer.status || meanwhile.status === 409).toBe(true);
      expect(await rowsOf(rt, done)).toHaveLength(1);
    });
  },
);
