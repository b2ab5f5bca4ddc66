// How SQLite carries out what a group message does over and over: by the members that are named, whatever their number.
import { expect, test } from 'vitest';
import {
  composePage,
  countAhead,
  endBroadcasts,
  listWaiting,
} from '../../../src/store/broadcasts/compose.ts';
import { countBroadcast, countWritten, listFailedMembers } from '../../../src/store/broadcasts/counts.ts';
import { cancelBroadcasts, resumeBroadcasts, retryFailures } from '../../../src/store/broadcasts/steer.ts';
import { takeBack } from '../../../src/store/broadcasts/take-back.ts';
import type { Statement } from '../../../src/store/lane.ts';
import { makeRuntime } from '../../support/runtime.ts';

const values = { broadcast: 'b', now: 1, dayBegan: 1, languages: ['da'], asksConsent: true };
const message = {
  ...{ id: 'm', textKey: 'k', purpose: 'broadcast', channel: 'sms', sender: 'number', language: 'da' },
  ...{ textSealed: 'x', segments: 1, lane: 2, status: 'due', dueAt: 1, createdAt: 1 },
};
const page = {
  values,
  composed: [{ relativeId: 'r', tries: 0, numberId: 'n', message }],
  leftOut: [{ relativeId: 'q', why: 'quiet' }],
};

// Others of one person are found by the person: by the group message, all of it would be read for each who failed.
test('no step walks through a table, nor through all who wait for those it is about', async () => {
  await using rt = await makeRuntime();
  const seen: Statement[] = [
    ...composePage.statements([page]),
    ...endBroadcasts.statements([{ id: 'b', at: 1 }]),
    ...resumeBroadcasts.statements([{ id: 'b', at: 1, values }]),
    ...cancelBroadcasts.statements([{ id: 'b', at: 1 }]),
    ...retryFailures.statements([{ id: 'b', at: 1 }]),
    ...takeBack('messages.relative_id = ?1', 'quiet', ['r']),
  ];
  const { client } = rt.db;
  const asked = {
    execute: async (statement: Statement) => {
      seen.push(statement);
      return client.execute(statement);
    },
    batch: async (statements: Statement[]) => {
      seen.push(...statements);
      return client.batch(statements, 'read');
    },
  };
  const db = { ...rt.db, client: Object.assign(Object.create(client) as typeof client, asked) };
  await listWaiting(db, values, 10);
  await countAhead(db, 'number', 1, 10);
  await countBroadcast(db, 'b');
  await countWritten(db, 'b');
  const failed = listFailedMembers(db, 'b', { staffId: '', units: 'all' }, 10).toSQL();
  seen.push({ sql: failed.sql, args: failed.params as (string | number)[] });
  expect(seen.length).toBeGreaterThan(9);
  for (const statement of seen) {
    const { rows } = await client.execute({ ...statement, sql: `EXPLAIN QUERY PLAN ${statement.sql}` });
    const plan = rows.map(({ detail }) => String(detail));
    const walks = plan.filter((line) => /^SCAN (broadcast|message|relative|circle|number|ledger)/.test(line));
    const throughAll = statement.sql.startsWith('UPDATE broadcast_members')
      ? plan.filter((line) => line.includes('broadcast_members_status'))
      : [];
    const forEach = plan.filter((line) => line.startsWith('SEARCH x USING INDEX messages_broadcast'));
    expect({ sql: statement.sql, walks, throughAll, forEach }).toMatchObject({
      ...{ walks: [], throughAll: [], forEach: [] },
    });
  }
});
