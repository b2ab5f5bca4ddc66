import { chainEntries, entryText, findUnchained, hashesOf, listEntries } from '../store/ledger.ts';
import type { Db } from '../store/open.ts';
import { chainHash } from '../store/seal.ts';
import type { Runtime } from './runtime.ts';

const PAGE = 500;

/** Gives new entries their place in the chain. */
export async function chainLedger(rt: Runtime): Promise<void> {
  const from = await findUnchained(rt.db);
  if (!from) return;
  const entries = await listEntries(rt.db, from.seq, PAGE);
  await rt.db.lane.put(chainEntries, hashesOf(from.previous, entries));
}

/** The chain's head, or the first entry that does not fit. `unchained` entries are newer than the last heartbeat. */
export type Verified = { ok: boolean; entries: number; head: string; brokenAt?: number; unchained: number };

/** Reckons the whole chain again. */
export async function verifyLedger(db: Db): Promise<Verified> {
  let head = '';
  let entries = 0;
  let unchained = 0;
  for (let from = 0; ; ) {
    const page = await listEntries(db, from, PAGE);
    for (const entry of page) {
      from = entry.seq + 1;
      entries += 1;
      if (entry.hash === null) unchained += 1;
      else if (unchained > 0 || chainHash(head, entryText(entry)) !== entry.hash)
        return { ok: false, entries, head, brokenAt: entry.seq, unchained };
      else head = entry.hash;
    }
    if (page.length < PAGE) return { ok: true, entries, head, unchained };
  }
}
