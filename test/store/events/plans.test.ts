// How SQLite carries out what is asked of arrangements again and again: by index, whatever is stored of those that are over.
import type { InStatement } from '@libsql/client';
import { expect, test } from 'vitest';
import { seatByHand, signOffs, signUps } from '../../../src/store/events/attend.ts';
import {
  findAttendance,
  listAttendanceRows,
  listAttendancesOf,
} from '../../../src/store/events/attendance-lists.ts';
import { findHeldSeats } from '../../../src/store/events/event-facts.ts';
import {
  findEventRow,
  listEventRows,
  listPublicEntries,
  listPublicEvents,
} from '../../../src/store/events/event-lists.ts';
import { linkPlaces } from '../../../src/store/events/link-places.ts';
import { forgetPlaces, listEventCalls, listPlacesToForget } from '../../../src/store/events/named-places.ts';
import { listPlacesToTell } from '../../../src/store/journeys/places-to-tell.ts';
import type { Statement } from '../../../src/store/lane.ts';
import type { Db } from '../../../src/store/open.ts';
import { makeRuntime, type TestRuntime } from '../../support/runtime.ts';

const sight = { staffId: 's', units: 'all' } as const;
const states = ['yes', 'waiting', 'invited', 'no'];
const wish = { id: 'a', eventId: 'e', relativeId: 'r', guests: 0, at: 1, by: 'staff', createdBy: 's' };
const place = { eventId: 'e', attendanceId: 'a', at: 1, by: 'staff', tell: true };

const READS: Record<string, (db: Db) => Promise<unknown>> = {
  'who is still to be told': (db) => listPlacesToTell(db, 50),
  'who is still to be told of one': (db) => listPlacesToTell(db, 50, 'e'),
  'whom staff are to call': (db) => listEventCalls(db, 1, 50),
  'whose names are to go': (db) => listPlacesToForget(db, { namesBefore: 1, staffNamesBefore: 1 }, 50),
  'what is public': (db) => listPublicEvents(db, 1, 50),
  'what public calendars show': (db) => listPublicEntries(db, 1, 50),
  'one that is public': (db) => listPublicEvents(db, 1, 1, 'e'),
  'those to come': (db) => listEventRows(db, { when: 'coming', now: 1, sight, limit: 50 }),
  'one of them': (db) => findEventRow(db, 'e'),
  'who is in it': (db) => listAttendanceRows(db, { eventId: 'e', states, sight, skip: 0, limit: 50 }),
  'one who is in it': (db) => findAttendance(db, 'e', 'a', sight),
  'what somebody is in': (db) => listAttendancesOf(db, 'r', sight, 30),
  'who holds a seat': (db) => findHeldSeats(db, ['r'], 1),
};

const WRITES: Record<string, readonly Statement[]> = {
  'signing up': signUps.statements([{ ...wish, byHand: true }]),
  'signing off': signOffs.statements([place]),
  'a seat by hand': seatByHand.statements([place]),
  'joining to a relative': linkPlaces.statements([
    { eventId: 'e', attendanceId: 'a', relativeId: 'r', tell: true },
  ]),
  'names that go': forgetPlaces.statements([
    { places: [{ id: 'a', eventId: 'e', withName: true, newId: 'f' }] },
  ]),
};

/** The statements a read sends. */
async function sentBy({ db }: TestRuntime, read: (db: Db) => Promise<unknown>): Promise<Statement[]> {
  const sent: Statement[] = [];
  const { execute } = db.client;
  db.client.execute = (statement: InStatement | string) => {
    sent.push(typeof statement === 'string' ? { sql: statement } : statement);
    return Reflect.apply(execute, db.client, [statement]);
  };
  await read(db).finally(() => {
    db.client.execute = execute;
  });
  return sent;
}

/** Rows given as JSON, and indexes of what is unsettled or kept for a time alone, may be read through. */
const MAY_BE_READ_THROUGH =
  /VIRTUAL TABLE|CONSTANT ROW|SCAN (p|k|\(subquery-\d+\))$|USING (COVERING )?INDEX attendances_(pending|named)$/;

/** What a statement reads from one end to the other. */
async function walksOf({ db }: TestRuntime, statement: Statement): Promise<string[]> {
  const { rows } = await db.client.execute({ ...statement, sql: `EXPLAIN QUERY PLAN ${statement.sql}` });
  const plan = rows.map(({ detail }) => String(detail));
  return plan.filter((line) => line.startsWith('SCAN') && !MAY_BE_READ_THROUGH.test(line));
}

test('nothing that is asked of arrangements walks through those that are over, nor through who was there', async () => {
  await using rt = await makeRuntime();
  const asked: [string, readonly Statement[]][] = Object.entries(WRITES);
  for (const [name, read] of Object.entries(READS)) {
    const sent = await sentBy(rt, read);
    expect([name, sent.length > 0]).toEqual([name, true]);
    asked.push([name, sent]);
  }
  const found: [string, string[]][] = [];
  for (const [name, statements] of asked)
    for (const statement of statements) found.push([name, await walksOf(rt, statement)]);
  expect(found.filter(([, walks]) => walks.length > 0)).toEqual([]);
});
