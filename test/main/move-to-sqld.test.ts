// A house that began on a file goes on on a server: same keys, same links, same journeys, nothing twice.
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Config, readConfig } from '../../src/main/config.ts';
import { copyHouse } from '../../src/main/copy-house.ts';
import { holdDatabase } from '../../src/main/hold-database.ts';
import { openHouse } from '../../src/main/open-house.ts';
import { beat } from '../../src/services/beat.ts';
import { createHold } from '../../src/services/hold-lease.ts';
import { closeDatabase } from '../../src/store/open.ts';
import { findLink } from '../../src/store/people/links.ts';
import { tokenHash } from '../../src/store/seal.ts';
import { ask, say, wait } from '../journey/engine/make-flow.ts';
import { DAY, enrol, HOUR, hear, makeHouse, replies, rows, run, sent } from '../services/stand.ts';
import { invitation, seedRelative, startWithLink } from '../support/house.ts';
import { makeRuntime, testKey } from '../support/runtime.ts';
import { hasSqld, type Sqld, startSqld } from '../support/sqld.ts';

describe.skipIf(!hasSqld)('moving to a server', () => {
  let sqld: Sqld;
  let folder: string;
  beforeAll(async () => {
    sqld = await startSqld();
  });
  afterAll(() => sqld.close());
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'limen-move-'));
    await using _ = await makeRuntime({ on: sqld });
  });
  afterEach(() => rm(folder, { recursive: true }));

  const settings = (DATABASE_URL: string, more: Record<string, string> = {}): Config =>
    readConfig({ DATABASE_URL, LIMEN_DATA: folder, LIMEN_KEYS: testKey, ...more });

  test('a journey that began on a file goes on there, and its links and opt-outs hold', async () => {
    await using file = await makeHouse();
    const { journeyId } = await enrol(file, [
      ask('kommer', { ja: { say: 'godt' }, nej: {} }),
      wait('saa', '3 days'),
      say('senere'),
    ]);
    const other = await seedRelative(file, { number: '+4520000012' });
    const { token } = await startWithLink(file, invitation('link'), other);
    await beat(file);
    await hear(file, 'STOP', '+4520000013');
    expect(file.posted).toHaveLength(3);
    await file.db.lane.idle();

    const copied = await copyHouse(settings(sqld.url), file.url);
    expect(copied.find(({ table }) => table === 'journeys')).toEqual({ table: 'journeys', rows: 2 });

    await using server = await makeRuntime({
      beside: { url: sqld.url, clock: file.clock },
      seed: 7,
      owner: 'new',
    });
    await beat(server);
    expect(server.posted).toEqual([]);
    await hear(server, 'Ja');
    expect((await replies(server)).at(-1)).toBe('handled yes');
    expect((await rows(server, 'SELECT flow_id FROM journeys WHERE id = ?', [journeyId])).length).toBe(1);
    expect(await findLink(server.db, tokenHash(token))).toBeDefined();
    const stopped = await rows(server, 'SELECT 1 FROM numbers WHERE stopped_at IS NOT NULL');
    expect(stopped).toHaveLength(1);
    server.forward(3 * DAY + HOUR);
    await beat(server);
    expect(await sent(server)).toContain('senere sent');
    expect(server.posted).toHaveLength(2);
  });

  test('and back to a file', async () => {
    await using server = await makeHouse({ on: sqld });
    await enrol(server, [wait('vent', '2 days'), say('hej')]);
    const url = `file:${join(folder, 'back.db')}`;

    await copyHouse(settings(url), sqld.url);

    await using file = await makeRuntime({ beside: { url, clock: server.clock }, seed: 7 });
    file.forward(2 * DAY);
    await beat(file);
    expect(await sent(file)).toEqual(['hej sent']);
  });

  test('is refused where something is already, from nowhere, and from under a running house', async () => {
    await using file = await makeHouse();
    await using _ = await makeHouse({ on: sqld });
    await expect(copyHouse(settings(sqld.url), file.url)).rejects.toThrow(/^DATABASE_URL: .*not empty/);
    await expect(copyHouse(settings(sqld.url), `file:${join(folder, 'none.db')}`)).rejects.toThrow(
      /^--from: .*not there/,
    );
    const release = await holdDatabase({ DATABASE_URL: file.url });
    await expect(copyHouse(settings(sqld.url), file.url)).rejects.toThrow(/^DATABASE_URL: .*running/);
    release();
  });

  test('leaves the source as it is, what it notes of its keys included', async () => {
    await using file = await makeHouse();
    await enrol(file, [say('hej')]);
    const all = async () => [
      await rows(file, 'SELECT * FROM memory'),
      await rows(file, 'SELECT * FROM __drizzle_migrations'),
      await rows(file, 'SELECT * FROM restorations'),
    ];
    const before = await all();

    await copyHouse(settings(`file:${join(folder, 'next.db')}`), file.url);

    expect(await all()).toEqual(before);
  });

  test.each([
    [
      'of an older version',
      'DELETE FROM __drizzle_migrations WHERE created_at = (SELECT max(created_at) FROM __drizzle_migrations)',
      /^--from: .*older.*limen migrate/,
    ],
    [
      'of a newer version',
      "INSERT INTO __drizzle_migrations (hash, created_at) VALUES ('x', 9999999999999)",
      /^--from: .*newer/,
    ],
    ['of something else', 'DROP TABLE memory', /^--from: .*no database of Limen/],
    [
      'of other keys',
      `INSERT INTO memory VALUES ('key-check', '{"oldest":"x","writers":[]}')`,
      /^LIMEN_KEYS: /,
    ],
  ])('is refused of a source %s, which stays so', async (_what, make, sentence) => {
    await using file = await makeHouse();
    await run(file, make);
    const versions = await rows(file, 'SELECT * FROM __drizzle_migrations');
    const next = settings(`file:${join(folder, 'next.db')}`);

    await expect(copyHouse(next, file.url)).rejects.toThrow(sentence);

    expect(await rows(file, 'SELECT * FROM __drizzle_migrations')).toEqual(versions);
  });

  test('is refused while a house runs on the server it comes from, and not once that has stopped', async () => {
    await using running = await makeHouse({ on: sqld, now: Date.now() });
    const hold = createHold(running, { name: 'heartbeat', ms: 30_000 });
    await hold.mine();
    const next = settings(`file:${join(folder, 'next.db')}`);

    await expect(copyHouse(next, sqld.url)).rejects.toThrow(/^--from: .*stop every Limen process/);

    await hold.giveBack();
    await copyHouse(next, sqld.url);
  });

  test.each(['source', 'target'])("shows a server its own token alone: the %s's", async (which) => {
    const shown = new Set<string | undefined>();
    const server = createServer((request, response) => {
      shown.add(request.headers.authorization);
      response.writeHead(404).end();
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    await using file = await makeHouse();
    const next = `file:${join(folder, 'next.db')}`;
    const tokens = { DATABASE_AUTH_TOKEN: 'target', SOURCE_AUTH_TOKEN: 'source' };

    const copying =
      which === 'source'
        ? copyHouse(settings(next, tokens), url)
        : copyHouse(settings(url, tokens), file.url);
    await expect(copying).rejects.toThrow();
    server.close();

    expect([...shown]).toEqual([`Bearer ${which}`]);
  });

  test('that breaks off leaves a half that no house opens and nothing is copied from', async () => {
    await using file = await makeHouse();
    await enrol(file, [wait('vent', '2 days'), say('hej')]);
    await using half = await makeRuntime({ on: sqld });
    await half.db.client.execute(
      "CREATE TRIGGER broken BEFORE INSERT ON timers BEGIN SELECT RAISE(ABORT, 'broken'); END",
    );
    await expect(copyHouse(settings(sqld.url), file.url)).rejects.toThrow(/broken/);
    await half.db.client.execute('DROP TRIGGER broken');
    expect(await rows(half, 'SELECT count(*) AS n FROM journeys')).toEqual([{ n: 1 }]);

    await expect(copyHouse(settings(sqld.url), file.url)).rejects.toThrow(/^DATABASE_URL: .*not empty/);
    await expect(openHouse(settings(sqld.url))).rejects.toThrow(/^DATABASE_URL: .*not finished.*empty it/);
    expect(await half.db.isHeldBack()).toBe(true);
    const next = settings(`file:${join(folder, 'next.db')}`);
    await expect(copyHouse(next, sqld.url)).rejects.toThrow(/^--from: .*not finished/);
  });

  test('leaves a whole that opens at once', async () => {
    await using file = await makeHouse();
    await run(file, "INSERT INTO memory (name, value) VALUES ('one', '1'), ('two', '2')");
    await using _ = await makeRuntime({ on: sqld });

    await copyHouse(settings(sqld.url), file.url);

    const house = await openHouse(settings(sqld.url));
    expect(await house.isHeldBack()).toBe(false);
    await closeDatabase(house);
  });
});
