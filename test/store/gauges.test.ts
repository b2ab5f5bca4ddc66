import { beforeAll, describe, expect, it } from 'vitest';
import { gaugeStatements, LATE_MS, readGauges } from '../../src/store/gauges.ts';
import { makeRuntime, type TestRuntime } from '../support/runtime.ts';

let rt: TestRuntime & AsyncDisposable;
beforeAll(async () => {
  rt = await makeRuntime();
  return () => rt[Symbol.asyncDispose]();
});

const AT = { now: 10_000_000, clock: 20_000_000 };

const run = (sql: string) => rt.db.client.execute(sql);

async function planOf(index: number): Promise<string[]> {
  const statement = gaugeStatements(AT)[index];
  if (!statement) return [];
  const explained = await rt.db.client.execute({ ...statement, sql: `EXPLAIN QUERY PLAN ${statement.sql}` });
  return explained.rows.map((row) => String(row.detail));
}

describe('what waits', () => {
  it('is nothing in a new house', async () => {
    expect(await readGauges(rt.db, AT)).toMatchObject({
      timers: { count: 0, late: 0, oldestAt: undefined },
      unknown: { count: 0, oldestAt: undefined },
      alerts: { open: 0, urgent: 0, broken: 0 },
      unchained: 0,
    });
  });

  it('is counted by kind, with the oldest of each, and what sleeps, is held or done is not', async () => {
    const { now, clock } = AT;
    const timers = [
      [now - LATE_MS - 1, 0],
      [now - LATE_MS, 0],
      [now - 1, 0],
      [now + 1, 0],
      [now - 5, 1],
    ];
    for (const [i, [due, held]] of timers.entries())
      await run(
        `INSERT INTO timers (journey_id, name, due_at, held) VALUES ('j${i}', 'moment', ${due}, ${held})`,
      );
    const messages: [string, string, number, number, number | null, number | null][] = [
      ['name', 'due', 1, now - 7_000, null, null],
      ['name', 'due', 1, now, null, null],
      ['name', 'due', 1, now + 1, null, null],
      ['number', 'due', 0, now - 2_000, null, null],
      ['number', 'due', 1, now - 2_000, clock + 1, null],
      ['number', 'sending', 1, 1, null, now - 3],
      ['number', 'unknown', 1, 1, null, now - 90_000],
      ['name', 'unknown', 1, 1, null, now - 4],
      ['name', 'delivered', 1, 1, null, 1],
    ];
    for (const [i, [sender, status, lane, due, retry, intent]] of messages.entries())
      await run(`INSERT INTO messages (id, text_key, purpose, channel, sender, language, text_sealed, segments, lane, status, due_at,
        retry_at, intent_at, created_at) VALUES ('m${i}', 'k', 'flow', 'sms', '${sender}', 'da', 'x', 1, ${lane}, '${status}', ${due},
        ${retry}, ${intent}, 1)`);
    for (const [i, status] of ['new', 'waiting', 'waiting', 'handled'].entries())
      await run(`INSERT INTO replies (id, provider_id, number_id, text_sealed, meaning, status, received_at)
        VALUES ('r${i}', 'p${i}', 'n', 'x', 'yes', '${status}', ${100 + i})`);
    for (const [i, [kind, urgent, status]] of [
      ['broken', 1, 'open'],
      ['distress', 1, 'open'],
      ['delivery', 0, 'open'],
      ['broken', 1, 'done'],
    ].entries())
      await run(`INSERT INTO alerts (id, kind, audience, urgent, text_sealed, status, raised_at)
        VALUES ('a${i}', '${kind}', 'advisor', ${urgent}, 'x', '${status}', 1)`);
    await run("INSERT INTO restorations (id, taken_at, restored_at) VALUES ('x', 1, 2)");
    await run("INSERT INTO ledger (at, kind, actor, body) VALUES (1, 'k', 'a', '{}')");
    await run(
      `INSERT INTO leases (name, owner, fence, ends_at) VALUES ('sender:name', 'x', 1, ${clock + 9_000})`,
    );

    expect(await readGauges(rt.db, AT)).toEqual({
      timers: { count: 3, late: 2, oldestAt: now - LATE_MS - 1 },
      due: [
        { sender: 'name', lane: 'answers', count: 0, oldestAt: undefined },
        { sender: 'name', lane: 'rest', count: 2, oldestAt: now - 7_000 },
        { sender: 'name', lane: 'broadcasts', count: 0, oldestAt: undefined },
        { sender: 'number', lane: 'answers', count: 1, oldestAt: now - 2_000 },
        { sender: 'number', lane: 'rest', count: 0, oldestAt: undefined },
        { sender: 'number', lane: 'broadcasts', count: 0, oldestAt: undefined },
      ],
      putOff: [
        { sender: 'name', count: 0 },
        { sender: 'number', count: 1 },
      ],
      sending: { count: 1, oldestAt: now - 3 },
      unknown: { count: 2, oldestAt: now - 90_000 },
      newReplies: { count: 1, oldestAt: 100 },
      waitingReplies: { count: 2, oldestAt: 101 },
      alerts: { open: 3, urgent: 2, broken: 1 },
      unchained: 1,
      restoring: 1,
      leases: [{ name: 'sender:name', endsAt: clock + 9_000 }],
    });
  });

  it('is found by index alone: what sleeps and what is done costs nothing', async () => {
    for (let i = 0; i < gaugeStatements(AT).length; i += 1) {
      const plan = await planOf(i);
      const walks = plan.filter(
        (line) =>
          line.startsWith('SCAN') &&
          !/SCAN \(subquery-\d+\)|INDEX (messages_unsettled|ledger_unchained|restorations_open)$/.test(line),
      );
      expect({ walks, sorts: plan.filter((line) => line.includes('TEMP B-TREE')), plan }).toMatchObject({
        walks: [],
        sorts: [],
      });
      expect(plan.some((line) => / USING (COVERING )?INDEX /.test(line))).toBe(true);
    }
  });
});
