import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import { createClient } from '@libsql/client';
import { expect, test } from 'vitest';
import { isPassing, wasAnswered } from '../../src/store/away.ts';
import { fetchWithin } from '../../src/store/fetch-within.ts';
import { hasSqld, startSqld } from '../support/sqld.ts';

/** What a server answers, for as long as the test asks. */
async function answering(listener: RequestListener): Promise<{ url: string } & Disposable> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return { url: `http://127.0.0.1:${address.port}`, [Symbol.dispose]: () => void server.close() };
}

const clientOf = (url: string, ms: number) =>
  createClient({ url, intMode: 'number', fetch: fetchWithin(ms) });

const fateOf = async (work: Promise<unknown>): Promise<unknown> => {
  try {
    return await work;
  } catch (error) {
    return error;
  }
};

test.skipIf(!hasSqld)('a server that hangs is given up on, and asked again when it goes on', async () => {
  await using sqld = await startSqld();
  const client = clientOf(sqld.url, 300);
  await client.batch(['CREATE TABLE t (x)'], 'write');
  const frozen = await sqld.freeze();
  const begun = performance.now();
  const [read, write] = await Promise.all([
    fateOf(client.execute('SELECT 1')),
    fateOf(client.batch(['INSERT INTO t VALUES (1)'], 'write')),
  ]);
  expect(performance.now() - begun).toBeLessThan(2_000);
  for (const error of [read, write]) {
    expect(error).toMatchObject({ name: 'TimeoutError' });
    expect([isPassing(error), wasAnswered(error)]).toEqual([true, false]);
  }
  frozen[Symbol.dispose]();
  await client.batch(['INSERT INTO t VALUES (2)'], 'write');
  client.close();
});

test('an answer that stops in the middle is given up on', async () => {
  using server = await answering((_, response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.write('{"baton":null,');
  });
  const client = clientOf(server.url, 200);
  expect(await fateOf(client.execute('SELECT 1'))).toMatchObject({ name: 'TimeoutError' });
  client.close();
});

/** As sqld answered a batch of ten steps that it ended in the sixth, since another had waited five seconds. */
const done = { cols: [], rows: [], affected_row_count: 1, last_insert_rowid: '1' };
const ended = { message: 'Transaction timed out', code: 'TRANSACTION_TIMEOUT' };
const timedOut = JSON.stringify({
  baton: null,
  base_url: null,
  results: [
    { type: 'ok', response: { type: 'store_sql' } },
    {
      type: 'ok',
      response: {
        type: 'batch',
        result: {
          step_results: [done, done, null, null, null, null],
          step_errors: [null, null, ended, ended, ended, ended],
        },
      },
    },
    { type: 'ok', response: { type: 'close' } },
  ],
});

test('a transaction that the server ended is told to its caller and leaves no rejection that nobody handles', async () => {
  const unhandled: unknown[] = [];
  const note = (error: unknown): void => void unhandled.push(error);
  process.on('unhandledRejection', note);
  using server = await answering((_, response) => {
    response.setHeader('content-type', 'application/json').end(timedOut);
  });
  const client = clientOf(server.url, 1_000);
  const error = await fateOf(client.batch(['SELECT 1', 'SELECT 1', 'SELECT 1'], 'write'));
  await new Promise((resolve) => setImmediate(resolve));
  process.off('unhandledRejection', note);
  expect(error).toMatchObject({ code: 'TRANSACTION_TIMEOUT' });
  expect([isPassing(error), wasAnswered(error)]).toEqual([true, false]);
  expect(unhandled).toEqual([]);
  client.close();
});

test('nobody is sent elsewhere with the token', async () => {
  const asked: string[] = [];
  using elsewhere = await answering((request, response) => {
    asked.push(String(request.headers.authorization));
    response.end('{}');
  });
  using server = await answering((_, response) => {
    response.writeHead(307, { location: elsewhere.url }).end();
  });
  const client = createClient({ url: server.url, authToken: 'secret', fetch: fetchWithin(1_000) });
  expect(isPassing(await fateOf(client.execute('SELECT 1')))).toBe(true);
  expect(asked).toEqual([]);
  client.close();
});
