// How SQLite carries out what runs often: by index, whatever sleeps beside it. A plan that walks through a table fails here.
import type { InStatement } from '@libsql/client';
import { beforeAll, describe, expect, it } from 'vitest';
import { findNextInstant } from '../../src/store/instants.ts';
import { loadJourneysOfNumber } from '../../src/store/journeys/journeys.ts';
import { findNextTimer, listDueTimers } from '../../src/store/journeys/timers.ts';
import { freeTimers, setTimersAside } from '../../src/store/journeys/timers-aside.ts';
import { commitTurns, type TurnRows } from '../../src/store/journeys/turns.ts';
import type { Statement } from '../../src/store/lane.ts';
import { takeLease } from '../../src/store/leases.ts';
import { listRemembered, noteForgotten } from '../../src/store/messages/bodies.ts';
import { claimMessages, doubtOldIntents, workStatement } from '../../src/store/messages/claims.ts';
import {
  expireMessages,
  findMessage,
  isCarried,
  isLikeUnderWay,
  listTooLate,
  listUnknown,
} from '../../src/store/messages/messages.ts';
import { recordFindings, recordReports, recordResults } from '../../src/store/messages/outcomes.ts';
import { findReply, listNewReplies, storeReplies } from '../../src/store/messages/replies.ts';
import { holdCircles, releaseCircles } from '../../src/store/people/holds.ts';
import { findLink } from '../../src/store/people/links.ts';
import { closeNumbers, findNumber, noteNumber } from '../../src/store/people/numbers.ts';
import { findSession } from '../../src/store/people/sessions.ts';
import { makeRuntime, type TestRuntime } from '../support/runtime.ts';

let rt: TestRuntime & AsyncDisposable;
beforeAll(async () => {
  rt = await makeRuntime();
  return () => rt[Symbol.asyncDispose]();
});

const turn: TurnRows = {
  journey: {
    id: 'j',
    flowId: 'f',
    flowName: 'f',
    relativeId: 'r',
    version: 1,
    turn: 't',
    status: 'active',
    state: '{}',
    startedAt: 1,
  },
  expected: 0,
  isNew: true,
  facts: [{ journeyId: 'j', version: 1, n: 0, kind: 'started', at: 1, body: '{}' }],
  timersSet: [{ journeyId: 'j', name: 'moment', dueAt: 1 }],
  timersCleared: ['remind'],
  messages: [
    {
      id: 'm',
      textKey: 'k',
      purpose: 'flow',
      channel: 'sms',
      sender: 'name',
      language: 'da',
      textSealed: 'x',
      segments: 1,
      lane: 1,
      status: 'due',
      dueAt: 1,
      createdAt: 1,
    },
  ],
  links: [
    {
      tokenHash: 'h',
      messageId: 'm',
      relativeId: 'r',
      journeyId: 'j',
      step: 's',
      page: 'p',
      access: 'pin',
      endsAt: 1,
    },
  ],
  alerts: [{ id: 'a', kind: 'flow', audience: 'advisor', textSealed: 'x', status: 'open', raisedAt: 1 }],
  ledger: [{ at: 1, kind: 'k', actor: 'a', body: '{}' }],
  reply: { id: 'p', from: 'new', relativeId: 'r' },
  task: 't',
  unsent: { status: 'cancelled', reason: 'ended' },
};

const claim = {
  sender: 'name',
  lease: 'l',
  fence: 1,
  clock: 1,
  now: 1,
  minute: 600,
  weekday: 1,
  open: true,
  limit: 10,
};

const failure = {
  message: 'm',
  alert: {
    id: 'a',
    kind: 'delivery',
    audience: 'advisor',
    textSealed: 'x',
    status: 'open',
    raisedAt: 1,
  },
};

const received = {
  reply: {
    id: 'p',
    providerId: 'p',
    numberId: 'n',
    textSealed: 'x',
    meaning: 'stop',
    status: 'new',
    receivedAt: 1,
  },
  number: { id: 'n', numberHash: 'n', numberSealed: 'x', createdAt: 1 },
  stop: true,
};

const WRITES: [string, Statement[]][] = [
  ['a turn', commitTurns.statements([turn])],
  ['a claim', claimMessages.statements([claim])],
  ['whether there is anything to claim', [workStatement({ sender: 'name', now: 1, clock: 1, open: true })]],
  ['a lease', takeLease.statements([{ name: 'l', owner: 'o', now: 1, endsAt: 2 }])],
  ['old intents', doubtOldIntents.statements([{ sender: 'name', fence: 1 }])],
  [
    'results of posts',
    recordResults.statements([
      { id: 'm', fence: 1, intentAt: 1, status: 'due', at: 1, failure },
      { id: 'n', fence: 1, intentAt: 1, status: 'sent', at: 1, providerId: 'p' },
    ]),
  ],
  [
    'status reports',
    recordReports.statements([{ id: 'm', rank: 1, status: 'sent', providerId: 'p', at: 1 }]),
  ],
  ['findings', recordFindings.statements([{ id: 'm', searches: 1, status: 'due', at: 1 }])],
  ['what makes no sense any more', expireMessages.statements([failure])],
  ['received SMS with an opt-out', storeReplies.statements([received])],
  ['an opt-out by reply', noteNumber({ id: 'n', stoppedAt: 1, wrongAt: 1 }, 'p')],
  [
    'a closed number',
    closeNumbers.statements([{ id: 'n', as: 'stopped', at: 1, alerts: [failure.alert], ledger: [] }]),
  ],
  ['a circle held', holdCircles.statements([{ circleId: 'c', hold: 'paused', at: 1, by: 's', turn: 't' }])],
  ['a circle released', releaseCircles.statements([{ circleId: 'c', at: 1, stateAt: 1 }])],
  [
    'a timer set aside',
    setTimersAside.statements([
      { timer: { journeyId: 'j', name: 'moment', dueAt: 1 }, alert: failure.alert },
    ]),
  ],
  ['bodies that are gone', noteForgotten.statements([{ id: 'm', forgottenAt: 1 }])],
  ['a timer freed', freeTimers.statements([{ alert: 'a', at: 1, by: 's', ledger: turn.ledger }])],
];

const READS: [string, () => Promise<unknown>][] = [
  ['due timers', () => listDueTimers(rt.db, 1, 10)],
  ['the next timer', () => findNextTimer(rt.db)],
  ['the next instant', () => findNextInstant(rt.db, 1)],
  ['what makes no sense any more', () => listTooLate(rt.db, 1, 10)],
  ['who carries an id of the provider', () => isCarried(rt.db, 'p', 'm')],
  [
    'whether another with its words is being posted',
    () => isLikeUnderWay(rt.db, { id: 'm', numberId: 'n', textKey: 'k' }),
  ],
  ['journeys', () => rt.db.findJourney('j')],
  ['journeys of a number', () => loadJourneysOfNumber(rt.db, 'n')],
  ['unknown messages', () => listUnknown(rt.db, 1, 1, 10)],
  ['new replies', () => listNewReplies(rt.db, 10)],
  ['a reply', () => findReply(rt.db, 'p')],
  ['a message', () => findMessage(rt.db, 'm')],
  ['a number', () => findNumber(rt.db, 'n')],
  [
    'bodies the provider still keeps',
    () => listRemembered(rt.db, { deliveredBefore: 1, sentBefore: 1, clock: 1, limit: 10 }),
  ],
  ['a link', () => findLink(rt.db, 'h')],
  ['a session', () => findSession(rt.db, 'h')],
];

async function planOf(statement: Statement): Promise<string[]> {
  const explained = await rt.db.client.execute({ ...statement, sql: `EXPLAIN QUERY PLAN ${statement.sql}` });
  return explained.rows.map((row) => String(row.detail));
}

/** The statements a read sends. */
async function statementsOf(read: () => Promise<unknown>): Promise<Statement[]> {
  const sent: Statement[] = [];
  const { client } = rt.db;
  const { execute } = client;
  client.execute = (statement: InStatement | string) => {
    sent.push(typeof statement === 'string' ? { sql: statement } : statement);
    return Reflect.apply(execute, client, [statement]);
  };
  await read().finally(() => {
    client.execute = execute;
  });
  return sent;
}

/** Rows given as JSON are read through, and what a claim picked, at most its limit; an index that holds only what is unsettled may be, too. */
const MAY_BE_READ_THROUGH =
  /VIRTUAL TABLE|CONSTANT ROW|SCAN (pick|\(subquery-\d+\))$|USING INDEX messages_unsettled$/;

const walks = (plan: string[]): string[] =>
  plan.filter((line) => line.startsWith('SCAN') && !MAY_BE_READ_THROUGH.test(line));

const sorts = (plan: string[]): string[] => plan.filter((line) => line.includes('TEMP B-TREE'));

describe.each(WRITES)('writing %s', (_name, statements) => {
  it('walks through no table and sorts nothing', async () => {
    for (const statement of statements) {
      const plan = await planOf(statement);
      expect({ sql: statement.sql, walks: walks(plan), sorts: sorts(plan) }).toMatchObject({
        walks: [],
        sorts: [],
      });
    }
  });
});

describe.each(READS)('reading %s', (_name, read) => {
  it('walks through no table', async () => {
    const statements = await statementsOf(read);
    expect(statements.length).toBeGreaterThan(0);
    for (const statement of statements)
      expect({ sql: statement.sql, walks: walks(await planOf(statement)) }).toMatchObject({ walks: [] });
  });
});

it('finds due timers in the order they are kept', async () => {
  const [statement] = await statementsOf(() => listDueTimers(rt.db, 1, 10));
  expect(statement && (await planOf(statement))).toEqual(['SEARCH timers USING INDEX timers_due (due_at<?)']);
});

it('moves a journey by its primary key', async () => {
  const moving = commitTurns.statements([turn]).find(({ sql }) => sql.startsWith('UPDATE journeys'));
  expect(moving && (await planOf(moving))).toContain(
    'SEARCH journeys USING INDEX sqlite_autoindex_journeys_1 (id=?)',
  );
});

it('claims through the index of what is due, and looks at one phone alone for the order', async () => {
  const [waking, claiming] = claimMessages.statements([claim]);
  const plan = claiming ? await planOf(claiming) : [];
  expect(plan).toContain('SEARCH s USING INDEX messages_number (number_id=? AND intent_at>?)');
  expect(plan).toContain('SEARCH m USING INDEX messages_due (sender=? AND lane=? AND due_at<?)');
  expect(plan).toContain('SEARCH e USING INDEX messages_open (number_id=?)');
  const woken = waking ? await planOf(waking) : [];
  expect(woken.filter((line) => line.includes('messages_retry'))).toEqual([
    'SEARCH messages USING COVERING INDEX messages_retry (sender=? AND retry_at>? AND retry_at<?)',
    'SEARCH messages USING COVERING INDEX messages_retry (sender=? AND retry_at>?)',
  ]);
});
