import type { LedgerRow } from '../../store/ledger.ts';
import { type NewRelative, registerRelative } from '../../store/people/new-relatives.ts';
import { newNumber } from '../../store/people/numbers.ts';
import { seal } from '../../store/seal.ts';
import { AppError } from '../app-error.ts';
import { getOrganisation } from '../organisation.ts';
import { ledgerRow } from '../record-ledger.ts';
import type { Runtime } from '../runtime.ts';
import { requireRight, type Staff } from '../staff/staff.ts';
import { checkRelative, kindOf, numberOf, type RelativeForm } from './check-relative.ts';
import { chooseCircle } from './choose-circle.ts';
import { nameHashes } from './name-words.ts';
import { MINOR_BAND } from './relative-choices.ts';
import { yesHeard } from './yes-heard.ts';

/** A form that was checked as rows, under an id that was given before. */
export function toRow(
  rt: Runtime,
  form: RelativeForm,
  circleId: string,
  id: string,
  at: number,
): Pick<NewRelative, 'relative' | 'number' | 'shared' | 'words' | 'kind'> {
  const read = numberOf(form, rt.config.countries);
  const number = read ? newNumber(rt.db.keys, read.e164, at, read.landline) : null;
  const sealed = (column: string, text: string): string | null =>
    text.trim() === '' ? null : seal(rt.db.keys, `relatives.${column}:${id}`, text.trim());
  return {
    relative: {
      id,
      circleId,
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
    shared: form.shared === 'yes',
    words: nameHashes(rt.db.keys, form.name),
    ...kindOf(form),
  };
}

async function entriesOf(
  rt: Runtime,
  { id: actor }: Staff,
  form: RelativeForm,
  relativeId: string,
): Promise<LedgerRow[]> {
  const created = ledgerRow(rt, { kind: 'relative.created', actor, relativeId });
  if (form.consent !== 'yes') return [created];
  const body = yesHeard(await getOrganisation(rt), form.language);
  return [created, ledgerRow(rt, { kind: 'consent.given', actor, relativeId, purpose: 'sms', body })];
}

/**
 * What a form that can be registered is kept as, in a circle that is there or a new one; a landline is called instead of
 * written to. Throws the first problem of `checkRelative`.
 */
export async function newRelative(rt: Runtime, staff: Staff, form: RelativeForm): Promise<NewRelative> {
  requireRight(staff, 'care');
  const { people } = await getOrganisation(rt);
  const [problem] = checkRelative(form, rt.config.countries, people);
  if (problem) throw new AppError(problem.code, problem.field);
  const at = rt.now();
  const circle = await chooseCircle(rt, staff, form, at);
  const id = rt.newId();
  const row = toRow(rt, form, circle.id, id, at);
  return { ...row, circle: circle.made, ledger: await entriesOf(rt, staff, form, id) };
}

/**
 * Registers a relative. Throws what `newRelative` throws, and `number-taken` when another has the number and sharing is not
 * confirmed.
 */
export async function createRelative(rt: Runtime, staff: Staff, form: RelativeForm): Promise<{ id: string }> {
  const made = await newRelative(rt, staff, form);
  if ((await rt.db.lane.put(registerRelative, made)) === 'taken')
    throw new AppError('number-taken', 'number');
  return { id: made.relative.id };
}
