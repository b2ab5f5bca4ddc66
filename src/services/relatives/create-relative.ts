import type { LedgerRow } from '../../store/ledger.ts';
import { type NewRelative, registerRelative } from '../../store/people/new-relatives.ts';
import { newNumber } from '../../store/people/numbers.ts';
import { findCircleByCode } from '../../store/people/relative-details.ts';
import { seal } from '../../store/seal.ts';
import { AppError } from '../app-error.ts';
import { codeFrom } from '../circles/codes.ts';
import { listUnits } from '../organisation.ts';
import { ledgerRow } from '../record-ledger.ts';
import type { Runtime } from '../runtime.ts';
import { requireRight, type Staff } from '../staff/staff.ts';
import { checkRelative, kindOf, numberOf, type RelativeForm } from './check-relative.ts';
import { nameHashes } from './name-words.ts';
import { MINOR_BAND } from './relative-choices.ts';

type Circle = { id: string; made: NewRelative['circle'] };

async function chooseCircle(rt: Runtime, form: RelativeForm, at: number): Promise<Circle> {
  const code = form.circle.trim().toUpperCase();
  if (code !== '') {
    const circle = await findCircleByCode(rt.db, code);
    if (!circle) throw new AppError('field-unreadable', 'circle');
    return { id: circle.id, made: null };
  }
  const unit = (await listUnits(rt)).find(({ id }) => id === form.unit);
  if (!unit) throw new AppError('field-unreadable', 'unit');
  const id = rt.newId();
  return { id, made: { id, code: codeFrom(rt.newId()), unitId: unit.id, createdAt: at } };
}

function toRow(rt: Runtime, form: RelativeForm, circle: Circle, at: number): NewRelative {
  const id = rt.newId();
  const read = numberOf(form, rt.config.countries);
  const number = read ? newNumber(rt.db.keys, read.e164, at, read.landline) : null;
  const sealed = (column: string, text: string): string | null =>
    text.trim() === '' ? null : seal(rt.db.keys, `relatives.${column}:${id}`, text.trim());
  return {
    relative: {
      id,
      circleId: circle.id,
      numberId: number?.id ?? null,
      nameSealed: sealed('name', form.name) ?? '',
      tiltaleSealed: sealed('tiltale', form.tiltale) ?? '',
      language: form.language,
      relation: form.relation,
      area: form.area,
      ageBand: form.ageBand,
      channel: read?.landline && form.channel === 'sms' ? 'ring' : form.channel,
      minor: form.ageBand === MINOR_BAND ? 1 : 0,
      guardianSealed: sealed('guardian', form.guardian),
      noteSealed: sealed('note', form.note),
      createdAt: at,
    },
    number,
    circle: circle.made,
    shared: form.shared === 'yes',
    words: nameHashes(rt.db.keys, form.name),
    ...kindOf(form),
  };
}

function entriesOf(rt: Runtime, { id: actor }: Staff, form: RelativeForm, relativeId: string): LedgerRow[] {
  const created = ledgerRow(rt, { kind: 'relative.created', actor, relativeId });
  if (form.consent !== 'yes') return [created];
  const body = { how: 'staff', language: form.language };
  return [created, ledgerRow(rt, { kind: 'consent.given', actor, relativeId, purpose: 'sms', body })];
}

/**
 * Registers a relative, in a circle that is there or a new one. A landline is kept and called instead of written to.
 * Throws the first problem of `checkRelative`, and `number-taken` when another has the number and sharing is not confirmed.
 */
export async function createRelative(rt: Runtime, staff: Staff, form: RelativeForm): Promise<{ id: string }> {
  requireRight(staff, 'care');
  const [problem] = checkRelative(form, rt.config.countries);
  if (problem) throw new AppError(problem.code, problem.field);
  const at = rt.now();
  const row = toRow(rt, form, await chooseCircle(rt, form, at), at);
  const { id } = row.relative;
  const outcome = await rt.db.lane.put(registerRelative, { ...row, ledger: entriesOf(rt, staff, form, id) });
  if (outcome === 'taken') throw new AppError('number-taken', 'number');
  return { id };
}
