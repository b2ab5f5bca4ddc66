// Rotation of keys on a real file: nothing is lost, nothing stays under an old key, and what was cut short goes on.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getTableColumns, getTableName, is } from 'drizzle-orm';
import { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readConfig } from '../../src/main/config.ts';
import { openHouse } from '../../src/main/open-house.ts';
import { rotateKeys } from '../../src/main/rotate-keys.ts';
import { runCli } from '../../src/main/run-cli.ts';
import { SEALED } from '../../src/store/copies/reseal.ts';
import { alertRow, raiseAlerts } from '../../src/store/messages/alerts.ts';
import { openText } from '../../src/store/messages/messages.ts';
import { openReply } from '../../src/store/messages/replies.ts';
import { closeDatabase, type Db, openDatabase } from '../../src/store/open.ts';
import { findNumber, numberId, openNumber } from '../../src/store/people/numbers.ts';
import { putPin } from '../../src/store/people/pins.ts';
import { insertRows } from '../../src/store/rows.ts';
import * as broadcasts from '../../src/store/schema/broadcasts.ts';
import * as care from '../../src/store/schema/care.ts';
import * as events from '../../src/store/schema/events.ts';
import * as forms from '../../src/store/schema/forms.ts';
import * as groups from '../../src/store/schema/groups.ts';
import * as house from '../../src/store/schema/house.ts';
import * as journeys from '../../src/store/schema/journeys.ts';
import * as messages from '../../src/store/schema/messages.ts';
import * as people from '../../src/store/schema/people.ts';
import * as staff from '../../src/store/schema/staff.ts';
import * as talks from '../../src/store/schema/talks.ts';
import { pinHash, readKeys, seal, unseal } from '../../src/store/seal.ts';
import { say } from '../journey/engine/make-flow.ts';
import { enrol, type House, hear, makeHouse, PHONE, rows } from '../services/stand.ts';

/** The key of `makeHouse` and newer ones. */
const [FIRST = '', SECOND = '', THIRD = ''] = [7, 8, 9].map((n) => Buffer.alloc(32, n).toString('base64'));
const idOf = (key: string): string => readKeys([key]).writer.id;

const TABLES = [broadcasts, care, events, forms, groups, house, journeys, messages, people, staff, talks]
  .flatMap((room) => Object.values(room))
  .filter((one) => is(one, SQLiteTable));

/** A row in every table with sealed columns that the story does not fill: something in each of them. */
async function fillTheRest({ db }: House): Promise<void> {
  for (const table of TABLES) {
    const name = getTableName(table);
    const fields = SEALED.filter((one) => one.table === name).map(({ field }) => `${field}_sealed`);
    const { rows: there } = await db.client.execute(
      `SELECT ${fields.map((field) => `max(${field} IS NOT NULL)`).join(' + ') || 1} AS n FROM ${name}`,
    );
    if (fields.length === 0 || Number(there[0]?.n) === fields.length) continue;
    const values = Object.entries(getTableColumns(table)).map(([key, column]) => [
      key,
      fields.includes(column.name)
        ? seal(db.keys, `${name}.${column.name.replace('_sealed', '')}:rest`, 'noget')
        : key === 'id'
          ? 'rest'
          : column.dataType === 'number'
            ? 0
            : '',
    ]);
    await db.client.batch([insertRows(table, [Object.fromEntries(values)])], 'write');
  }
}

let folder: string;
let rt: House;
let relativeId: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'limen-rotate-'));
  rt = await makeHouse();
  await closeDatabase(await openHouse(settings(FIRST)));
  ({ relativeId } = await enrol(rt, [
    say('nu', { page: 'side' }),
    say('senere', { when: '2 days after start at 10:00' }),
  ]));
  await hear(rt, 'Hvornår kommer I?');
  await hear(rt, 'STOP', '+4520000012');
  await enrol(rt, [say('link', { page: 'side' })], { relativeId, flow: { name: 'anden' } });
  await rt.db.client.execute({
    sql: 'UPDATE relatives SET note_sealed = ?, guardian_sealed = ? WHERE id = ?',
    args: [
      seal(rt.db.keys, `relatives.note:${relativeId}`, 'ringer helst'),
      seal(rt.db.keys, `relatives.guardian:${relativeId}`, 'Mor'),
      relativeId,
    ],
  });
  await rt.db.lane.put(
    raiseAlerts,
    alertRow(rt.db.keys, { id: 'a', kind: 'flow', audience: 'advisor', text: 'Ring', raisedAt: 1 }),
  );
  await rt.db.lane.put(putPin, { relativeId, pinHash: pinHash(rt.db.keys, relativeId, '123456'), at: 1 });
  await fillTheRest(rt);
});
afterEach(async () => {
  await rt[Symbol.asyncDispose]();
  await rm(folder, { recursive: true });
});

const settings = (...keys: string[]) =>
  readConfig({ DATABASE_URL: rt.url, LIMEN_DATA: folder, LIMEN_KEYS: keys.join(',') });

/** Ids of the keys that have sealed anything. */
async function sealers(): Promise<string[]> {
  const found = new Set<string>();
  for (const { table, field } of SEALED)
    for (const row of await rows(
      rt,
      `SELECT ${field}_sealed AS s FROM ${table} WHERE ${field}_sealed IS NOT NULL`,
    ))
      found.add(String(row.s).slice(0, 8));
  return [...found];
}

/** Everything sealed, in clear, as these keys open it. */
async function openAll(...texts: string[]): Promise<string[]> {
  const keys = readKeys(texts);
  const clear: string[] = [];
  for (const { table, field } of SEALED)
    for (const row of await rows(
      rt,
      `SELECT id, ${field}_sealed AS s FROM ${table} WHERE ${field}_sealed IS NOT NULL`,
    )) {
      const id = table === 'numbers' ? '' : String(row.id);
      clear.push(`${table}.${field}:${id} ${unseal(keys, `${table}.${field}:${row.id}`, String(row.s))}`);
    }
  return clear.sort();
}

async function withHouse<T>(keys: string[], what: (db: Db) => Promise<T>): Promise<T> {
  const db = await openHouse(settings(...keys));
  try {
    return await what(db);
  } finally {
    await closeDatabase(db);
  }
}

describe('the rotation of seals', () => {
  it('knows every sealed column of the schema', () => {
    const sealed = TABLES.flatMap((table) =>
      Object.values(getTableColumns(table))
        .filter(({ name }) => name.endsWith('_sealed'))
        .map(({ name }) => `${getTableName(table)}.${name}`),
    );

    expect(SEALED.map(({ table, field }) => `${table}.${field}_sealed`).sort()).toEqual(sealed.sort());
  });

  it('leaves nothing under an old key and loses nothing', async () => {
    const before = await openAll(FIRST);
    expect(await sealers()).toEqual([idOf(FIRST)]);

    const { resealed, left } = await rotateKeys(settings(SECOND, FIRST), {});

    expect(await sealers()).toEqual([idOf(SECOND)]);
    expect(await openAll(SECOND, FIRST)).toEqual(before);
    expect(left).toBe(0);
    expect(Object.values(resealed).every((count) => count > 0)).toBe(true);
    expect(await rotateKeys(settings(SECOND, FIRST), {})).toMatchObject({ resealed: { 'messages.text': 0 } });
  });

  it('lets a key be left out that is neither the newest nor the one that indexes', async () => {
    await withHouse([SECOND, FIRST], async (db) => {
      await db.client.execute({
        sql: "UPDATE alerts SET text_sealed = ? WHERE id = 'a'",
        args: [seal(db.keys, 'alerts.text:a', 'Ring')],
      });
    });

    const { droppable } = await rotateKeys(settings(THIRD, SECOND, FIRST), {});

    expect(droppable).toEqual([idOf(SECOND)]);
    await withHouse([THIRD, FIRST], async (db) => {
      expect((await findNumber(db, numberId(db.keys, PHONE)))?.id).toBe(numberId(rt.db.keys, PHONE));
    });
    await expect(openHouse(settings(THIRD))).rejects.toThrow(/^LIMEN_KEYS: /);
  });

  it('goes on where it was when it was cut short', async () => {
    await rt.db.client.execute(
      "CREATE TRIGGER broken BEFORE UPDATE OF text_sealed ON replies BEGIN SELECT RAISE(ABORT, 'no more'); END",
    );
    await expect(rotateKeys(settings(SECOND, FIRST), {})).rejects.toThrow();
    expect((await sealers()).sort()).toEqual([idOf(FIRST), idOf(SECOND)].sort());
    await rt.db.client.execute('DROP TRIGGER broken');

    await rotateKeys(settings(SECOND, FIRST), {});

    expect(await sealers()).toEqual([idOf(SECOND)]);
  });

  it('reseals the rest when a field cannot be opened, and names its place', async () => {
    await rt.db.client.execute("UPDATE alerts SET text_sealed = text_sealed || 'x' WHERE id = 'a'");

    await expect(rotateKeys(settings(SECOND, FIRST), {})).rejects.toThrow(
      /old keys must stay: alerts\.text:a$/,
    );
    expect(await rows(rt, `SELECT 1 FROM messages WHERE text_sealed NOT LIKE '${idOf(SECOND)}.%'`)).toEqual(
      [],
    );
  });

  it('says so when another process goes on writing with an old key', async () => {
    await rt.db.client.execute(
      'CREATE TRIGGER other AFTER UPDATE OF text_sealed ON messages BEGIN UPDATE messages SET text_sealed = OLD.text_sealed WHERE id = NEW.id; END',
    );
    for (const [name, value] of Object.entries({
      DATABASE_URL: rt.url,
      LIMEN_DATA: folder,
      LIMEN_KEYS: `${SECOND},${FIRST}`,
    }))
      vi.stubEnv(name, value);
    const said: string[] = [];
    const spy = vi.spyOn(process.stderr, 'write').mockImplementation((text) => said.push(String(text)) > 0);
    const code = await runCli(['rotate-keys']);
    spy.mockRestore();
    vi.unstubAllEnvs();

    expect(code).toBe(2);
    expect(said.join('')).toMatch(/still writes with an older key/);
    await withHouse([SECOND, FIRST], async () => undefined);
  });
});

describe('the rotation of the index', () => {
  it('finds every number again under the newest key alone: opt-outs, replies and messages with it', async () => {
    const before = await openAll(FIRST);
    const counts = 'SELECT (SELECT count(*) FROM replies) AS r, (SELECT count(*) FROM messages) AS m';
    const [was] = await rows(rt, counts);

    const done = await rotateKeys(settings(SECOND, FIRST), { index: true });

    expect(done).toMatchObject({ numbers: 2, pins: 1, droppable: [idOf(FIRST)] });
    expect(await openAll(SECOND)).toEqual(before);
    await withHouse([SECOND], async (db) => {
      const id = numberId(db.keys, PHONE);
      const row = await findNumber(db, id);
      expect(row && openNumber(db.keys, row)).toBe(PHONE);
      expect((await findNumber(db, numberId(db.keys, '+4520000012')))?.stoppedAt).toBeGreaterThan(0);
      const [joined] = await rows(
        rt,
        `SELECT (SELECT count(*) FROM replies p JOIN numbers n ON n.id = p.number_id) AS r,
          (SELECT count(*) FROM messages m JOIN numbers n ON n.id = m.number_id) AS m`,
      );
      expect(joined).toEqual(was);
      expect(await rows(rt, 'SELECT number_id FROM relatives')).toEqual([{ number_id: id }]);
      const [reply] = await rows(rt, 'SELECT id, text_sealed FROM replies WHERE number_id = ?', [id]);
      expect(openReply(db.keys, { id: String(reply?.id), textSealed: String(reply?.text_sealed) })).toBe(
        'Hvornår kommer I?',
      );
      const [message] = await rows(rt, 'SELECT id, text_sealed FROM messages WHERE number_id = ?', [id]);
      expect(
        openText(db.keys, { id: String(message?.id), textSealed: String(message?.text_sealed) }),
      ).not.toBe('');
    });
    expect(await rows(rt, 'SELECT pin_hash FROM pins')).toEqual([{ pin_hash: null }]);
    expect(await rows(rt, "SELECT body FROM ledger WHERE kind = 'keys.rotated'")).toEqual([
      { body: JSON.stringify({ key: idOf(SECOND), numbers: 2, pins: 1 }) },
    ]);
  });

  it('lets the house start only without the old key, and says which', async () => {
    await rotateKeys(settings(SECOND, FIRST), { index: true });

    await expect(openHouse(settings(SECOND, FIRST))).rejects.toThrow(`key ${idOf(SECOND)} must be the last`);
    await expect(openHouse(settings(FIRST))).rejects.toThrow(/^LIMEN_KEYS: /);
    await withHouse([SECOND], async () => undefined);
    await withHouse([THIRD, SECOND], async () => undefined);
  });

  it('keeps the house from starting while the index is half moved, and finishes when it is run again', async () => {
    await rt.db.client.execute(
      "CREATE TRIGGER broken BEFORE UPDATE OF pin_hash ON pins BEGIN SELECT RAISE(ABORT, 'no more'); END",
    );
    await expect(rotateKeys(settings(SECOND, FIRST), { index: true })).rejects.toThrow();
    for (const keys of [[SECOND, FIRST], [SECOND], [FIRST]])
      await expect(openHouse(settings(...keys))).rejects.toThrow(/rotate-keys --index/);
    await rt.db.client.execute('DROP TRIGGER broken');

    await rotateKeys(settings(SECOND, FIRST), { index: true });

    await withHouse([SECOND], async (db) => {
      expect(await findNumber(db, numberId(db.keys, PHONE))).toBeDefined();
    });
  });

  it('is refused while a lease is held on a server, since other processes would write the old index', async () => {
    const db = await openDatabase({ url: rt.url, keys: readKeys([FIRST]) });
    await closeDatabase(db);
    const { checkAlone } = await import('../../src/main/rotate-keys.ts');
    await rt.db.client.execute(
      "INSERT INTO leases (name, owner, fence, ends_at) VALUES ('heartbeat', 'w1', 1, 9999999999999)",
    );

    await expect(checkAlone(rt.db)).rejects.toThrow(/^DATABASE_URL: is in use/);
  });
});
