import { SESSION_MS } from '../../src/services/staff/login-staff.ts';
import { insertSession } from '../../src/store/people/sessions.ts';
import { insertStaff } from '../../src/store/people/staff.ts';
import { seal, tokenHash } from '../../src/store/seal.ts';
import type { House } from './house.ts';

/** Someone who works at the desk, logged in and with all rights; gives the cookie's token. */
export async function seedStaff(house: House): Promise<string> {
  const { lane, keys } = house.db;
  const at = house.clock();
  await lane.put(insertStaff, {
    id: 'bench',
    nameSealed: seal(keys, 'staff.name:bench', 'Vera Vejleder'),
    role: 'administrator',
    allUnits: 1,
    createdAt: at,
  });
  const session = house.newId();
  await lane.put(insertSession, {
    tokenHash: tokenHash(session),
    kind: 'staff',
    subject: 'bench',
    verifiedAt: at,
    createdAt: at,
    seenAt: at,
    endsAt: at + SESSION_MS,
  });
  return session;
}
