// A change and its ledger entries are one commit: a fault leaves both or neither.
import type { Client } from '@libsql/client';
import type { Statement, Write } from './lane.ts';
import type { LedgerRow } from './ledger.ts';
import { type Condition, insertIf } from './rows.ts';
import { ledger } from './schema/house.ts';

/** What a change that is noted carries: the entries that tell of it. */
export type Noted = { ledger?: readonly LedgerRow[] };

/**
 * After a lost answer: true when the change these entries tell of took, since it left the first of them behind; undefined
 * when it left none.
 */
export async function wasNoted<I extends Noted>(client: Client, item: I): Promise<true | undefined> {
  const [entry] = item.ledger ?? [];
  if (!entry) return undefined;
  const found = await client.execute({
    sql: `SELECT 1 FROM ledger WHERE relative_id IS ? AND kind = ? AND subject IS ? AND actor = ? AND at = ? LIMIT 1`,
    args: [entry.relativeId ?? null, entry.kind, entry.subject ?? null, entry.actor, entry.at],
  });
  return found.rows.length > 0 ? true : undefined;
}

/** When a change will take: the join that lets it through, by the places of the item's keys; `override` may reckon the body. */
export type Takes<I> = Condition & { keys(item: I): readonly (string | number)[] };

/** A change that takes in any case. */
export const always = { keys: () => [], join: () => '' };

/**
 * Makes a write carry its items' ledger entries, each only where its change takes: `takes` asks, right before the
 * change and in the same commit, for what the change itself asks for. Items go one after the other, so that of two that
 * change the same row the second sees the first.
 */
export function noting<I extends Noted, O>(
  write: Write<NoInfer<I>, O>,
  { keys, ...takes }: Takes<NoInfer<I>>,
): Write<I, O> {
  const entries = (item: I): Statement[] =>
    insertIf(
      ledger,
      (item.ledger ?? []).map((row) => ({ row, keys: keys(item) })),
      takes,
    );
  return {
    ...write,
    statements: (items) => items.flatMap((item) => [...entries(item), ...write.statements([item])]),
    outcomes(items, results) {
      let from = 0;
      return items.flatMap((item) => {
        from += entries(item).length;
        const upTo = from + write.statements([item]).length;
        const outcome = write.outcomes([item], results.slice(from, upTo));
        from = upTo;
        return outcome;
      });
    },
  };
}
