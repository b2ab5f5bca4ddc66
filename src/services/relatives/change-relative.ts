import { changeRelatives, type RelativeChange } from '../../store/people/relative-changes.ts';
import { findRelativeDetails } from '../../store/people/relative-details.ts';
import { seal } from '../../store/seal.ts';
import { AppError } from '../app-error.ts';
import { getOrganisation } from '../organisation.ts';
import { ledgerRow, recordLedger } from '../record-ledger.ts';
import type { Runtime } from '../runtime.ts';
import { requireSight, type Staff } from '../staff/staff.ts';
import { type ChangeForm, checkChange, readHours } from './check-change.ts';
import { type Hours, planHours, replanHours } from './move-hours.ts';
import { nameHashes } from './name-words.ts';
import { openText } from './open-names.ts';
import { openChoices } from './people-lists.ts';
import { MINOR_BAND } from './relative-choices.ts';
import { listSources, listStaffOptions } from './staff-choices.ts';

type Details = NonNullable<Awaited<ReturnType<typeof findRelativeDetails>>>;

async function load(rt: Runtime, staff: Staff, id: string): Promise<Details> {
  await requireSight(rt, staff, 'care', 'relative', id);
  const details = await findRelativeDetails(rt.db, id);
  if (!details) throw new AppError('not-found');
  return details;
}

const clockOf = (minutes: number | null): string =>
  minutes === null
    ? ''
    : `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

const seenOf = ({ relative }: Details): number => relative.changedAt ?? relative.createdAt;

function formOf(rt: Runtime, details: Details): ChangeForm {
  const { relative } = details;
  const open = (column: string, sealed: string | null): string =>
    sealed === null ? '' : openText(rt, `relatives.${column}`, relative.id, sealed);
  return {
    name: open('name', relative.nameSealed),
    tiltale: open('tiltale', relative.tiltaleSealed),
    relation: relative.relation,
    area: relative.area,
    language: relative.language,
    ageBand: relative.ageBand,
    gender: relative.gender,
    guardian: open('guardian', relative.guardianSealed),
    channel: relative.channel,
    onlyCall: relative.onlyCall === 1 ? 'yes' : '',
    hoursFrom: clockOf(relative.hoursFrom),
    hoursTo: clockOf(relative.hoursTo),
    foundBy: relative.foundBy ?? '',
    advisor: relative.advisorId ?? '',
    note: open('note', relative.noteSealed),
    seen: String(seenOf(details)),
  };
}

/** A record as the form of changes shows it, with the staff and sources to choose from; the look is in the ledger. Throws `not-found`. */
export async function showChangeForm(rt: Runtime, staff: Staff, id: string) {
  const details = await load(rt, staff, id);
  await recordLedger(rt, { kind: 'relative.viewed', actor: staff.id, relativeId: id, purpose: 'contact' });
  const [advisors, sources] = await Promise.all([
    listStaffOptions(rt, details.circle.unitId),
    listSources(rt),
  ]);
  return {
    form: formOf(rt, details),
    advisors: advisors.filter(({ role }) => role !== 'reader'),
    sources,
    landline: details.number?.landline === 1,
  };
}

/** What cannot be told by the form alone: who has the contact, and how they found us. What stood there before may stay. */
async function checkNamed(rt: Runtime, { circle, relative }: Details, form: ChangeForm): Promise<void> {
  if (form.advisor !== '' && form.advisor !== relative.advisorId) {
    const advisors = await listStaffOptions(rt, circle.unitId);
    if (!advisors.some(({ id, role }) => id === form.advisor && role !== 'reader'))
      throw new AppError('field-unreadable', 'advisor');
  }
  if (form.foundBy === '' || form.foundBy === relative.foundBy) return;
  const { people } = await getOrganisation(rt);
  if (openChoices(people, 'foundBy').includes(form.foundBy)) return;
  if (!(await listSources(rt)).some(({ id }) => id === form.foundBy))
    throw new AppError('field-unreadable', 'foundBy');
}

/** Calls only, whatever was chosen; and a landline is called. */
function channelOf({ number }: Details, form: ChangeForm): string {
  if (form.onlyCall === 'yes') return 'ring';
  return form.channel === 'sms' && number?.landline === 1 ? 'ring' : form.channel;
}

function rowOf(rt: Runtime, details: Details, form: ChangeForm): RelativeChange['row'] {
  const { id } = details.relative;
  const sealed = (column: string, text: string): string | null =>
    text.trim() === '' ? null : seal(rt.db.keys, `relatives.${column}:${id}`, text.trim());
  return {
    nameSealed: sealed('name', form.name) ?? '',
    tiltaleSealed: sealed('tiltale', form.tiltale) ?? '',
    guardianSealed: sealed('guardian', form.guardian),
    noteSealed: sealed('note', form.note),
    relation: form.relation,
    area: form.area,
    language: form.language,
    ageBand: form.ageBand,
    minor: form.ageBand === MINOR_BAND ? 1 : 0,
    gender: form.gender,
    channel: channelOf(details, form),
    onlyCall: form.onlyCall === 'yes' ? 1 : 0,
    ...readHours(form),
    foundBy: form.foundBy || null,
    advisorId: form.advisor || null,
  };
}

/** What decides when an SMS leaves. */
const REPLANS = ['hoursFrom', 'hoursTo', 'channel', 'onlyCall'] as const;

const hoursOf = ({ hoursFrom, hoursTo }: RelativeChange['row']): Hours =>
  hoursFrom === null || hoursTo === null ? undefined : { from: hoursFrom, to: hoursTo };

/** The fields that became others, by name: what they say stays out of the ledger. */
function changedFields(before: ChangeForm, after: ChangeForm, channel: string): string[] {
  const given = { ...after, channel, onlyCall: after.onlyCall === 'yes' ? 'yes' : '' };
  return (Object.keys(before) as (keyof ChangeForm)[]).filter(
    (field) => field !== 'seen' && before[field].trim() !== given[field].trim(),
  );
}

/**
 * Changes a record. "Kun ring" makes calls of what waits to be sent; other hours move it. Gives the fields that changed, which stand in the
 * ledger. Throws `not-found`, the first problem of `checkChange`, `field-unreadable`, and `changed-meanwhile`.
 */
export async function changeRelative(
  rt: Runtime,
  staff: Staff,
  id: string,
  form: ChangeForm,
): Promise<{ fields: string[] }> {
  const details = await load(rt, staff, id);
  const { people } = await getOrganisation(rt);
  const [problem] = checkChange(form, people, details.relative);
  if (problem) throw new AppError(problem.code, problem.field);
  await checkNamed(rt, details, form);
  const seen = seenOf(details);
  if (form.seen !== String(seen)) throw new AppError('changed-meanwhile');
  const fields = changedFields(formOf(rt, details), form, channelOf(details, form));
  if (fields.length === 0) return { fields };
  const row = rowOf(rt, details, form);
  const replans = REPLANS.some((field) => fields.includes(field));
  const change = {
    relativeId: id,
    seen,
    at: Math.max(rt.now(), seen + 1),
    row,
    words: nameHashes(rt.db.keys, form.name),
    ...(replans ? { moved: await planHours(rt, id, hoursOf(row)) } : {}),
    ledger: [ledgerRow(rt, { kind: 'relative.changed', actor: staff.id, relativeId: id, body: { fields } })],
  };
  if (!(await rt.db.lane.put(changeRelatives, change))) throw new AppError('changed-meanwhile');
  if (replans) await replanHours(rt, id, staff.id);
  return { fields };
}
