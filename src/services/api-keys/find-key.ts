import { type ApiKeyRow, findApiKeyRow, findUnitsUnder, touchApiKey } from '../../store/people/api-keys.ts';
import { sameHash, tokenHash } from '../../store/seal.ts';
import type { Runtime } from '../runtime.ts';
import { isRole, type Staff } from '../staff/staff.ts';
import { isScope, type Scope } from './scopes.ts';

/** The one who asks through the API: acts as staff with the key's role and units, within its scopes. */
export type KeyHolder = { id: string; staff: Staff; scopes: readonly Scope[] };

/** How a key is written: what it is, its id, and 256 secret bits. */
const KEY_SHAPE = /^limen_([0-9a-f]{16})_[\w-]{44}$/;

/** A use is noted at most this often, ms. */
const TOUCH_MS = 60_000;

/** Compared with when there is no such key, so that both take the same time. */
const NO_HASH = tokenHash('');

const isOver = ({ revokedAt, endsAt }: ApiKeyRow, at: number): boolean =>
  revokedAt !== null || (endsAt !== null && at >= endsAt);

/** The texts of a JSON list, as the row keeps units and scopes. */
export const readTexts = (json: string): string[] =>
  (JSON.parse(json) as unknown[]).filter((text) => typeof text === 'string');

/** Who holds this key; undefined for one that is unknown, was revoked or has ended. */
export async function findKey(rt: Runtime, text: string): Promise<KeyHolder | undefined> {
  const id = KEY_SHAPE.exec(text)?.[1];
  if (id === undefined) return undefined;
  const row = await findApiKeyRow(rt.db, id);
  const isSame = sameHash(tokenHash(text), row?.keyHash ?? NO_HASH);
  const at = rt.clock();
  if (!row || !isSame || isOver(row, at) || !isRole(row.role)) return undefined;
  if (at - (row.usedAt ?? 0) >= TOUCH_MS) await rt.db.lane.put(touchApiKey, { id, at });
  const units = row.units === null ? 'all' : await findUnitsUnder(rt.db, readTexts(row.units));
  return {
    id,
    staff: { id: `key:${id}`, role: row.role, units },
    scopes: readTexts(row.scopes).filter(isScope),
  };
}
