import { type StoredReferral, storeReferrals } from '../../store/care/referrals.ts';
import { findSourceRow } from '../../store/care/sources.ts';
import { seal, unseal } from '../../store/seal.ts';
import { AppError } from '../app-error.ts';
import { limitTries } from '../limit-tries.ts';
import { getOrganisation } from '../organisation.ts';
import { readNumber } from '../phone-number.ts';
import { ledgerRow } from '../record-ledger.ts';
import type { Runtime } from '../runtime.ts';
import { requireRight, type Staff, sightOf } from '../staff/staff.ts';
import { checkReferral, type ReferralForm, type ReferredBy } from './check-referral.ts';
import type { OpenSource } from './open-source.ts';

/** So many working days it takes at most until somebody of the desk calls, as the public page promises. */
export const ANSWER_DAYS = 5;

/** In a quarter of an hour: one address, one source (a whole ward may use it at once), and all together. */
const MOST = { address: 10, source: 60, everybody: 600 };

/** What the page sends: `id` was made for the form it showed, so that the same form sent twice is one referral. */
export type Referral = { id: string; form: ReferralForm; by: ReferredBy; address: string };

const isId = (id: string): boolean => /^[\w-]{22}$/.test(id);

/**
 * Stores a referral that waits for the desk. Throws the first problem of `checkReferral`, `too-many` before anything is
 * looked at, and `form-stale` for an id that is none or another person's, or when the source was closed meanwhile.
 */
export async function referRelative(rt: Runtime, source: OpenSource, referral: Referral): Promise<void> {
  await limitTries(rt, [
    { what: 'refer.address', who: referral.address, most: MOST.address },
    { what: 'refer.source', who: source.id, most: MOST.source },
    { what: 'refer', who: 'everybody', most: MOST.everybody },
  ]);
  if (!isId(referral.id)) throw new AppError('form-stale');
  await store(rt, source, { ...referral, actor: referral.by });
}

/**
 * Stores a referral for a source in sight, sent in by somebody with a right to care, who has the relative's yes. Throws
 * `not-found` for a source that is closed or out of sight, and the first problem of `checkReferral`.
 */
export async function referToSource(
  rt: Runtime,
  staff: Staff,
  sourceId: string,
  form: ReferralForm,
): Promise<{ id: string }> {
  requireRight(staff, 'care');
  const source = await findSourceRow(rt.db, sightOf(staff), sourceId);
  if (!source || source.closedAt !== null) throw new AppError('not-found');
  const id = rt.newId();
  await store(rt, source, { id, form, by: 'staff', actor: staff.id });
  return { id };
}

type ToStore = Pick<Referral, 'id' | 'form' | 'by'> & { actor: string };

async function store(rt: Runtime, source: Omit<OpenSource, 'code'>, referral: ToStore): Promise<void> {
  const { id, form, by, actor } = referral;
  const { people } = await getOrganisation(rt);
  const [problem] = checkReferral(form, by, rt.config.countries, people);
  if (problem) throw new AppError(problem.code, problem.field);
  const row = rowOf(rt, source, referral);
  const entry = { kind: 'referral.received', actor, subject: id, body: { source: source.id, yes: true } };
  const stored = await rt.db.lane.put(storeReferrals, { row, ledger: [ledgerRow(rt, entry)] });
  if (!stored || !isSame(rt, row, stored)) throw new AppError('form-stale');
}

function rowOf(rt: Runtime, source: Omit<OpenSource, 'code'>, { id, form, by }: ToStore) {
  const sealed = (field: string, text: string): string => seal(rt.db.keys, `referrals.${field}:${id}`, text);
  const note = form.note.trim();
  return {
    id,
    sourceId: source.id,
    unitId: source.unitId,
    nameSealed: sealed('name', form.name.trim()),
    numberSealed: sealed('number', readNumber(form.number, rt.config.countries).e164),
    relation: form.relation,
    area: form.area,
    noteSealed: note === '' ? null : sealed('note', note),
    bySealed: by === 'self' ? null : sealed('by', `${form.byName.trim()}\n${form.byContact.trim()}`),
    status: 'waiting',
    receivedAt: rt.now(),
  };
}

/** Whether two seals of one referral are of the same person: a form that was sent before may not swallow another's. */
function isSame(rt: Runtime, row: StoredReferral & { id: string }, stored: StoredReferral): boolean {
  const open = (field: string, sealed: string) => unseal(rt.db.keys, `referrals.${field}:${row.id}`, sealed);
  return (
    open('name', row.nameSealed) === open('name', stored.nameSealed) &&
    open('number', row.numberSealed) === open('number', stored.numberSealed)
  );
}
