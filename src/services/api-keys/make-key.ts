import { anchorAt, isAnchorValue } from '../../journey/time/format.ts';
import { nextDayStart } from '../../journey/time/open-days.ts';
import { DAY_MS } from '../../journey/time/zone.ts';
import { insertApiKey } from '../../store/people/api-keys.ts';
import { tokenHash } from '../../store/seal.ts';
import { AppError } from '../app-error.ts';
import { listUnits } from '../organisation.ts';
import { ledgerRow } from '../record-ledger.ts';
import { looksLikeCpr } from '../relatives/looks-like-cpr.ts';
import type { Runtime } from '../runtime.ts';
import { isRole, type Role, requireRight, type Staff } from '../staff/staff.ts';
import { isScope, type Scope } from './scopes.ts';

/** A key as the form asks for it; `endsOn` is the last day it works (ISO date). */
export type KeyForm = {
  title: string;
  role: string;
  units: 'all' | readonly string[];
  scopes: readonly string[];
  endsOn: string;
};

const MOST_DAYS = 2 * 366;

const refuse = (field: string): never => {
  throw new AppError('field-unreadable', field);
};

function readTitle(title: string): string {
  const text = title.trim();
  if (text === '') throw new AppError('field-missing', 'title');
  if (text.length > 60) throw new AppError('text-too-long', 'title');
  if (looksLikeCpr(text)) throw new AppError('cpr-typed', 'title');
  return text;
}

/** The instant after the last day, real time; not in the past and at most two years ahead. */
function readEnd(rt: Runtime, endsOn: string): number {
  const start = endsOn.length === 10 && isAnchorValue(endsOn) ? anchorAt(endsOn) : undefined;
  const endsAt = start === undefined ? Number.NaN : nextDayStart(start);
  const ahead = endsAt - rt.clock();
  if (!(ahead > 0 && ahead <= MOST_DAYS * DAY_MS)) throw new AppError('date-unreadable', 'endsOn');
  return endsAt;
}

/** Units that are there, and that whoever makes the key sees. */
async function readUnits(rt: Runtime, staff: Staff, units: KeyForm['units']): Promise<'all' | string[]> {
  if (units === 'all') return staff.units === 'all' ? 'all' : refuse('units');
  const known = new Set((await listUnits(rt)).map(({ id }) => id));
  const mine = staff.units === 'all' ? known : new Set(staff.units);
  const asked = [...new Set(units)];
  if (asked.length === 0) throw new AppError('field-missing', 'units');
  return asked.every((id) => known.has(id) && mine.has(id)) ? asked : refuse('units');
}

function readScopes(scopes: readonly string[]): Scope[] {
  const asked = [...new Set(scopes)];
  if (asked.length === 0) throw new AppError('field-missing', 'scopes');
  return asked.every(isScope) ? asked.filter(isScope) : refuse('scopes');
}

const hexOf = (random: string): string => Buffer.from(random, 'base64url').toString('hex');

/**
 * Makes a key of the API and gives it, this once. Throws `field-missing`, `field-unreadable`, `text-too-long`, `cpr-typed` and
 * `date-unreadable` with the field as detail.
 */
export async function makeKey(
  rt: Runtime,
  staff: Staff,
  form: KeyForm,
): Promise<{ id: string; key: string }> {
  requireRight(staff, 'administer');
  const title = readTitle(form.title);
  const role: Role = isRole(form.role) ? form.role : refuse('role');
  const units = await readUnits(rt, staff, form.units);
  const scopes = readScopes(form.scopes);
  const endsAt = readEnd(rt, form.endsOn);
  const id = hexOf(rt.newId()).slice(0, 16);
  const key = `limen_${id}_${rt.newId()}${rt.newId()}`;
  await rt.db.lane.put(insertApiKey, {
    id,
    keyHash: tokenHash(key),
    title,
    role,
    scopes: JSON.stringify(scopes),
    units: units === 'all' ? null : JSON.stringify(units),
    createdAt: rt.clock(),
    createdBy: staff.id,
    endsAt,
    ledger: [
      ledgerRow(rt, {
        kind: 'key.made',
        actor: staff.id,
        subject: `key:${id}`,
        body: { role, units, scopes, endsAt },
      }),
    ],
  });
  return { id, key };
}
