import { type ApiKeyRow, listApiKeyRows } from '../../store/people/api-keys.ts';
import { openStaffNames } from '../relatives/open-names.ts';
import type { Runtime } from '../runtime.ts';
import { requireRight, type Staff } from '../staff/staff.ts';
import { readTexts } from './find-key.ts';

/** A key as administrators see it; `state` tells whether it still lets anybody in. Instants are real time, UTC ms. */
export type KeyLine = Omit<ApiKeyRow, 'keyHash' | 'scopes' | 'units'> & {
  scopes: string[];
  units: 'all' | string[];
  state: 'open' | 'revoked' | 'ended';
  makerName: string | undefined;
};

function stateOf({ revokedAt, endsAt }: ApiKeyRow, at: number): KeyLine['state'] {
  if (revokedAt !== null) return 'revoked';
  return endsAt !== null && at >= endsAt ? 'ended' : 'open';
}

const MOST = 200;

/** The keys that were made, the newest first; those that still work before the others. */
export async function listKeys(rt: Runtime, staff: Staff): Promise<KeyLine[]> {
  requireRight(staff, 'administer');
  const rows = await listApiKeyRows(rt.db, MOST);
  const names = await openStaffNames(
    rt,
    rows.map(({ createdBy }) => createdBy),
  );
  const lines = rows.map(
    ({ keyHash: _neverShown, ...row }): KeyLine => ({
      ...row,
      scopes: readTexts(row.scopes),
      units: row.units === null ? 'all' : readTexts(row.units),
      state: stateOf({ ...row, keyHash: '' }, rt.clock()),
      makerName: names.get(row.createdBy),
    }),
  );
  return [...lines.filter(({ state }) => state === 'open'), ...lines.filter(({ state }) => state !== 'open')];
}
