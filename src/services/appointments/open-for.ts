import { numberId } from '../../store/people/numbers.ts';
import { listRelativesOfCircle } from '../../store/people/relative-details.ts';
import { findListedRelative, listRelativesOfNumber } from '../../store/people/relative-lists.ts';
import { AppError } from '../app-error.ts';
import { readNumber } from '../phone-number.ts';
import { recordLedger } from '../record-ledger.ts';
import { openName } from '../relatives/open-names.ts';
import type { Runtime } from '../runtime.ts';
import { requireRight, requireSight, type Staff, sightOf } from '../staff/staff.ts';

/** Who can come: the relatives to choose among, the first of them chosen; `apart` when they must not hear of each other. */
export type Company = {
  people: { id: string; name: string; channel: string; isSilent: boolean }[];
  apart: boolean;
};

const MOST = 30;

/** For whom something is booked or registered: the relative and those of the same circle; the look is in the ledger. Throws `not-found`. */
export async function openFor(
  rt: Runtime,
  staff: Staff,
  relativeId: string,
  purpose: 'appointment' | 'contact',
): Promise<Company> {
  await requireSight(rt, staff, 'care', 'relative', relativeId);
  const relative = await findListedRelative(rt.db, relativeId);
  if (!relative) throw new AppError('not-found');
  await recordLedger(rt, { kind: 'relative.viewed', actor: staff.id, relativeId, purpose });
  const others = await listRelativesOfCircle(rt.db, relative.circleId, MOST, sightOf(staff));
  const ids = [relativeId, ...others.map(({ id }) => id).filter((id) => id !== relativeId)];
  return { people: await nameAll(rt, ids), apart: relative.apart === 1 };
}

/** The relatives in sight who are reached at a number; empty when nobody is known there. Throws what `readNumber` throws. */
export async function openForNumber(rt: Runtime, staff: Staff, number: string): Promise<Company> {
  requireRight(staff, 'care');
  const { e164 } = readNumber(number, rt.config.countries);
  const found = await listRelativesOfNumber(rt.db, numberId(rt.db.keys, e164), MOST, sightOf(staff));
  for (const { id: relativeId } of found)
    await recordLedger(rt, { kind: 'relative.viewed', actor: staff.id, relativeId, purpose: 'appointment' });
  return {
    people: await nameAll(
      rt,
      found.map(({ id }) => id),
    ),
    apart: false,
  };
}

async function nameAll(rt: Runtime, ids: readonly string[]): Promise<Company['people']> {
  const rows = await Promise.all(ids.map((id) => findListedRelative(rt.db, id)));
  return rows
    .filter((row) => row !== undefined)
    .map((row) => ({
      id: row.id,
      name: openName(rt, row.id, row.nameSealed) ?? '',
      channel: row.channel,
      isSilent: row.channel === 'sms' && (row.stoppedAt !== null || row.wrongAt !== null),
    }));
}
