import { addEntries, type LedgerRow } from '../store/ledger.ts';
import type { Runtime } from './runtime.ts';

/** One entry of the audit or consent chain; `body` holds ids, keys and counts, never a name, number or text of a person. */
export type Entry = {
  kind: string;
  actor: string;
  relativeId?: string;
  subject?: string;
  purpose?: string;
  body?: Record<string, unknown>;
};

/** A look through the API has a purpose of its own: which task a program does is not known here. */
const purposeOf = ({ kind, actor, purpose }: Entry): string | null =>
  kind === 'relative.viewed' && actor.startsWith('key:') ? 'api' : (purpose ?? null);

/** The entry as a row, for a commit it belongs to. */
export const ledgerRow = (rt: Runtime, entry: Entry): LedgerRow => ({
  at: rt.now(),
  kind: entry.kind,
  actor: entry.actor,
  relativeId: entry.relativeId ?? null,
  subject: entry.subject ?? null,
  purpose: purposeOf(entry),
  body: JSON.stringify(entry.body ?? {}),
});

/** Appends to the ledger; it is chained by the next heartbeat. */
export async function recordLedger(rt: Runtime, entry: Entry): Promise<void> {
  await rt.db.lane.put(addEntries, ledgerRow(rt, entry));
}
