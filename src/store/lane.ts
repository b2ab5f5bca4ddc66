// The write lane: one per process. What concurrent callers want to write is gathered and committed together; each is told only after the commit.
import type { Client, InStatement, ResultSet } from '@libsql/client';
import { type Context, context } from '@opentelemetry/api';
import { DatabaseAway, isBusy, isPassing, wasAnswered } from './away.ts';
import { type Commit, watchCommit } from './watch-commit.ts';

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
  /** Whose trace the caller is part of. */
  caller: Context;
  resolve: (outcome: unknown) => void;
  reject: (error: unknown) => void;
};

export type LaneOptions = {
  maxItems?: number;
  /** Called before a batch and after its commit; a test lets the process "die" here. */
  around?: (when: 'before' | 'after') => void;
  /** Told of every commit that was tried. */
  committed?: (commit: Commit) => void;
};

const nextTick = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Two turns of the event loop: who waits one turn for others of its kind (reads are gathered so) is still in time. */
const gathered = async (): Promise<void> => {
  await nextTick();
  await nextTick();
};

const groupByWrite = (batch: readonly Waiting[]): Waiting[][] => {
  const groups = new Map<unknown, Waiting[]>();
  for (const waiting of batch) {
    const group = groups.get(waiting.write);
    if (group) group.push(waiting);
    else groups.set(waiting.write, [waiting]);
  }
  return [...groups.values()];
};

/** How often a batch is tried again while another process writes, each time after about twice as long. */
const BUSY_TRIES = 6;
const BUSY_MS = 10;

const aWhile = (tried: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, BUSY_MS * 2 ** tried * (0.5 + Math.random())));

/** Commits statements together; throws `DatabaseAway` when no answer came. */
async function runBatch(
  client: Client,
  statements: Statement[],
  { around }: LaneOptions,
): Promise<ResultSet[]> {
  for (let tried = 0; ; tried += 1) {
    try {
      around?.('before');
      const results = await client.batch(statements, 'write');
      around?.('after');
      return results;
    } catch (error) {
      if (!wasAnswered(error)) throw new DatabaseAway(error);
      if (!isBusy(error) || tried >= BUSY_TRIES) throw error;
      await aWhile(tried);
    }
  }
}

async function commitTogether(
  client: Client,
  batch: readonly Waiting[],
  options: LaneOptions,
): Promise<void> {
  const groups = groupByWrite(batch);
  const statements = groups.map((group) => group[0]?.write.statements(group.map((w) => w.item)) ?? []);
  const results = await runBatch(client, statements.flat(), options);
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

/** What became of an item whose batch was never answered; undefined when it did not commit. */
async function lookUp(client: Client, { write, item }: Waiting): Promise<unknown> {
  try {
    return await write.lookUp?.(client, item);
  } catch (error) {
    throw new DatabaseAway(error);
  }
}

/** Commits one item by itself and gives its outcome. */
const commitOne = (client: Client, waiting: Waiting, options: LaneOptions): Promise<unknown> =>
  new Promise((resolve, reject) => {
    commitTogether(client, [{ ...waiting, resolve, reject }], options).catch(reject);
  });

/**
 * Commits one item. When nobody knows whether it was already (`unanswered`), it is looked up before and after: what was
 * asked of a server that gave no answer may still be done, and then the second try is refused for the first one's sake.
 */
async function commitKnown(
  client: Client,
  waiting: Waiting,
  options: LaneOptions,
  unanswered: boolean,
): Promise<unknown> {
  const before = unanswered ? await lookUp(client, waiting) : undefined;
  if (before !== undefined) return before;
  try {
    const outcome = await commitOne(client, waiting, options);
    return unanswered ? ((await lookUp(client, waiting)) ?? outcome) : outcome;
  } catch (error) {
    const inDoubt = unanswered || error instanceof DatabaseAway;
    const done = inDoubt ? await lookUp(client, waiting) : undefined;
    if (done === undefined) throw error;
    return done;
  }
}

/** Tries one member of a failed batch by itself and tells its caller. Throws only when the database is away. */
async function commitAlone(
  client: Client,
  waiting: Waiting,
  options: LaneOptions,
  unanswered: boolean,
): Promise<void> {
  try {
    waiting.resolve(await commitKnown(client, waiting, options, unanswered));
  } catch (error) {
    if (error instanceof DatabaseAway) throw error;
    waiting.reject(error);
  }
}

/** On a refusal the members go one by one, so that only the poisoned one fails; when no answer came they are looked up first. */
async function commitOrSplit(client: Client, batch: readonly Waiting[], options: LaneOptions): Promise<void> {
  const open = new Set(batch);
  try {
    await commitTogether(client, batch, options);
  } catch (error) {
    const unanswered = error instanceof DatabaseAway;
    try {
      if (isPassing(error) && !unanswered) throw error;
      for (const waiting of batch) {
        await commitAlone(client, waiting, options, unanswered);
        open.delete(waiting);
      }
    } catch (passing) {
      for (const waiting of open) waiting.reject(passing);
    }
  }
}

/** Opens the lane of this process. At most `maxItems` (default 200) items share a commit; commits follow each other, never overlap. */
export function openLane(client: Client, options: LaneOptions = {}): Lane {
  const queue: Waiting[] = [];
  const counted = { batches: 0, items: 0 };
  let running: Promise<void> | undefined;
  let refused = 0;
  const commit = (batch: readonly Waiting[]): Promise<void> =>
    watchCommit(
      batch.map(({ caller }) => caller),
      async () => {
        refused = 0;
        await commitOrSplit(client, batch, options);
        return refused;
      },
      options.committed,
    );
  const run = async (): Promise<void> => {
    await gathered();
    while (queue.length > 0) {
      const batch = queue.splice(0, options.maxItems ?? 200);
      counted.batches += 1;
      counted.items += batch.length;
      await commit(batch);
      await gathered();
    }
    running = undefined;
  };
  return {
    put<I, O>(write: Write<I, O>, item: I): Promise<O> {
      return new Promise<O>((resolve, reject) => {
        queue.push({
          write: write as Write<unknown, unknown>,
          item,
          caller: context.active(),
          resolve: resolve as (outcome: unknown) => void,
          reject: (error) => {
            refused += 1;
            reject(error);
          },
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
