import type { Client, InArgs, InStatement } from '@libsql/client';
import { wasAnswered } from './away.ts';

/** How long a replica that gave no answer is left alone, ms. */
const REST_MS = 30_000;

const refuse = (): never => {
  throw new Error('a replica is only read');
};

/**
 * A client for reads that may be a moment old: the replica answers, and the primary whatever it cannot. After no answer it
 * is not asked for half a minute; `monotonic` is in ms.
 */
export function readFrom(
  replica: Client,
  primary: Client,
  monotonic: () => number = () => performance.now(),
): Client {
  let restsUntil = Number.NEGATIVE_INFINITY;
  const ask = async <T>(read: (from: Client) => Promise<T>): Promise<T> => {
    if (monotonic() < restsUntil) return read(primary);
    try {
      return await read(replica);
    } catch (error) {
      if (!wasAnswered(error)) restsUntil = monotonic() + REST_MS;
      return read(primary);
    }
  };
  return {
    execute: (statement: InStatement | string, args?: InArgs) =>
      ask((from) =>
        typeof statement === 'string' ? from.execute(statement, args) : from.execute(statement),
      ),
    batch: (statements) => ask((from) => from.batch(statements, 'read')),
    migrate: refuse,
    transaction: refuse,
    executeMultiple: refuse,
    sync: refuse,
    reconnect: () => replica.reconnect(),
    close: () => replica.close(),
    get closed() {
      return replica.closed;
    },
    protocol: replica.protocol,
  };
}
