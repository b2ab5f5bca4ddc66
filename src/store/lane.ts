// The write lane: one per process. What concurrent callers want to write is gathered and committed together; each is told only after the commit.
import type { Client, InStatement, ResultSet } from '@libsql/client';

export type Statement = Extract<InStatement, { sql: string }>;

/** A kind of write: set-based statements for any number of items, and what became of each item. */
export type Write<I, O> = {
  name: string;
  statements(items: readonly I[]): Statement[];
  /** One outcome per item, in order, read from the results of `statements`. */
  outcomes(items: readonly I[], results: readonly ResultSet[]): O[];
  /** When the server never answered: what became of the item, or undefined when it did not commit. */
  lookUp?(client: Client, item: I): Promise<O | undefined>;
};

export type Lane = {
  /** Resolves with the item's outcome after it is committed; rejects, for this item alone, when the database refuses it. */
  put<I, O>(write: Write<I, O>, item: I): Promise<O>;
  /** Resolves when nothing is waiting or under way. */
  idle(): Promise<void>;
  /** Batches committed and items in them since the start. */
  counts(): { batches: number; items: number };
};

type Waiting = {
  write: Write<unknown, unknown>;
  item: unknown;
  resolve: (outcome: unknown) => void;
  reject: (error: unknown) => void;
};

export type LaneOptions = {
  maxItems?: number;
  /** Called before a batch and after its commit; a test lets the process "die" here. */
  around?: (when: 'before' | 'after') => void;
};

const nextTick = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

const groupByWrite = (batch: readonly Waiting[]): Waiting[][] => {
  const groups = new Map<unknown, Waiting[]>();
  for (const waiting of batch) {
    const group = groups.get(waiting.write);
    if (group) group.push(waiting);
    else groups.set(waiting.write, [waiting]);
  }
  return [...groups.values()];
};

/** True when the server gave an answer: the batch was rolled back and can be told from one whose fate is unknown. */
const wasAnswered = (error: unknown): boolean => {
  const code = (error as { code?: string }).code ?? '';
  return code.startsWith('SQLITE_') || code === 'SQL_INPUT_ERROR' || code === 'ARGS_INVALID';
};

async function commitTogether(
  client: Client,
  batch: readonly Waiting[],
  options: LaneOptions,
): Promise<void> {
  const groups = groupByWrite(batch);
  const statements = groups.map((group) => group[0]?.write.statements(group.map((w) => w.item)) ?? []);
  options.around?.('before');
  const results = await client.batch(statements.flat(), 'write');
  options.around?.('after');
  let from = 0;
  groups.forEach((group, i) => {
    const count = statements[i]?.length ?? 0;
    const outcomes = group[0]?.write.outcomes(
      group.map((w) => w.item),
      results.slice(from, from + count),
    );
    from += count;
    group.forEach((waiting, k) => {
      waiting.resolve(outcomes?.[k]);
    });
  });
}

async function commitAlone(client: Client, waiting: Waiting, options: LaneOptions): Promise<void> {
  try {
    await commitTogether(client, [waiting], options);
  } catch (error) {
    const outcome = wasAnswered(error) ? undefined : await waiting.write.lookUp?.(client, waiting.item);
    if (outcome === undefined) waiting.reject(error);
    else waiting.resolve(outcome);
  }
}

async function commitOrSplit(client: Client, batch: readonly Waiting[], options: LaneOptions): Promise<void> {
  try {
    await commitTogether(client, batch, options);
  } catch (error) {
    for (const waiting of batch) {
      const done = wasAnswered(error) ? undefined : await waiting.write.lookUp?.(client, waiting.item);
      if (done !== undefined) waiting.resolve(done);
      else await commitAlone(client, waiting, options);
    }
  }
}

/** Opens the lane of this process. At most `maxItems` (default 200) items share a commit; commits follow each other, never overlap. */
export function openLane(client: Client, options: LaneOptions = {}): Lane {
  const queue: Waiting[] = [];
  const counted = { batches: 0, items: 0 };
  let running: Promise<void> | undefined;
  const run = async (): Promise<void> => {
    await nextTick();
    while (queue.length > 0) {
      const batch = queue.splice(0, options.maxItems ?? 200);
      counted.batches += 1;
      counted.items += batch.length;
      await commitOrSplit(client, batch, options);
      await nextTick();
    }
    running = undefined;
  };
  return {
    put<I, O>(write: Write<I, O>, item: I): Promise<O> {
      return new Promise<O>((resolve, reject) => {
        queue.push({
          write: write as Write<unknown, unknown>,
          item,
          resolve: resolve as (outcome: unknown) => void,
          reject,
        });
        running ??= run();
      });
    },
    async idle() {
      while (running) await running;
    },
    counts: () => ({ ...counted }),
  };
}
