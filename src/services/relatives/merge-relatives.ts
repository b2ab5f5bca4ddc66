import type { MovedMessage } from '../../store/messages/unsent-hours.ts';
import { countMerge, findMergedInto } from '../../store/people/merge-reads.ts';
import { type KeptRow, mergeRelatives } from '../../store/people/merges.ts';
import { findRelativeDetails } from '../../store/people/relative-details.ts';
import { seal } from '../../store/seal.ts';
import { AppError } from '../app-error.ts';
import { getFlow } from '../journeys/load-flow.ts';
import { ledgerRow } from '../record-ledger.ts';
import type { Runtime } from '../runtime.ts';
import { requireSight, type Staff } from '../staff/staff.ts';
import { MOST_LETTERS } from './check-change.ts';
import { needsConsent } from './move-circle.ts';
import { planHours, replanHours } from './move-hours.ts';
import { openText } from './open-names.ts';
import { showRelative } from './show-relative.ts';

type Details = NonNullable<Awaited<ReturnType<typeof findRelativeDetails>>>;

/** Whose number counts from now on, and the states of both records as they were shown. */
export type MergeForm = { number: 'keep' | 'other'; seen: string };

async function load(rt: Runtime, staff: Staff, id: string): Promise<Details> {
  await requireSight(rt, staff, 'care', 'relative', id);
  const details = await findRelativeDetails(rt.db, id);
  if (!details) throw new AppError('not-found');
  return details;
}

async function loadBoth(rt: Runtime, staff: Staff, keepId: string, otherId: string) {
  if (keepId === otherId) throw new AppError('not-found');
  return { keep: await load(rt, staff, keepId), other: await load(rt, staff, otherId) };
}

const stateOf = ({ relative }: Details): number => relative.changedAt ?? relative.createdAt;

const seenOf = (keep: Details, other: Details): string => `${stateOf(keep)}.${stateOf(other)}`;

/** The notes of both below each other; each alone where the other has none. */
function joinNotes(rt: Runtime, keep: Details, other: Details): string {
  const open = ({ relative }: Details): string =>
    relative.noteSealed ? openText(rt, 'relatives.note', relative.id, relative.noteSealed) : '';
  return [open(keep), open(other)].filter((note) => note !== '').join('\n\n');
}

/** Both records side by side, what would move, and what stands in the way; both looks are in the ledger. Throws `not-found`. */
export async function showMerge(rt: Runtime, staff: Staff, keepId: string, otherId: string) {
  const { keep, other } = await loadBoth(rt, staff, keepId, otherId);
  const [kept, merged, { moves, clashes }] = await Promise.all([
    showRelative(rt, staff, keepId, 'contact'),
    showRelative(rt, staff, otherId, 'contact'),
    countMerge(rt.db, keepId, otherId),
  ]);
  const flows = await Promise.all(clashes.map((flow) => getFlow(rt, flow)));
  return {
    kept,
    merged,
    moves,
    clashes: flows.map(({ title }) => title),
    notesTooLong: joinNotes(rt, keep, other).length > MOST_LETTERS.note,
    askNumber: Boolean(keep.number && other.number && keep.number.id !== other.number.id),
    seen: seenOf(keep, other),
  };
}

/** The one that is kept says what it said; where it says nothing, the other does. "Kun ring" of one is of both. */
function keptRow(rt: Runtime, keep: Details, other: Details, number: MergeForm['number']): KeptRow {
  const [k, o] = [keep.relative, other.relative];
  const leading = (number === 'other' && other.number) || !keep.number ? other : keep;
  const numberId = leading.number?.id ?? keep.number?.id ?? null;
  const onlyCall = Math.max(k.onlyCall, o.onlyCall);
  const sealed = (column: string, text: string): string | null =>
    text === '' ? null : seal(rt.db.keys, `relatives.${column}:${k.id}`, text);
  const guardian = o.guardianSealed ? openText(rt, 'relatives.guardian', o.id, o.guardianSealed) : '';
  const aged = k.ageBand === 'ukendt' ? o : k;
  const hours = k.hoursFrom === null ? o : k;
  return {
    numberId,
    channel: onlyCall === 1 ? 'ring' : (numberId === null ? k : leading.relative).channel,
    onlyCall,
    noteSealed: sealed('note', joinNotes(rt, keep, other)),
    guardianSealed: k.guardianSealed ?? sealed('guardian', guardian),
    ageBand: aged.ageBand,
    minor: aged.minor,
    gender: k.gender === 'ukendt' ? o.gender : k.gender,
    hoursFrom: hours.hoursFrom,
    hoursTo: hours.hoursTo,
    foundBy: k.foundBy ?? o.foundBy,
    advisorId: k.advisorId ?? o.advisorId,
  };
}

/** What decides when an SMS leaves. */
const REPLANS = ['hoursFrom', 'hoursTo', 'channel', 'onlyCall'] as const;

/** What waits to be sent to those for whom the merge changes when it leaves, by the hours that are kept. */
async function planMerge(rt: Runtime, both: readonly Details[], row: KeptRow): Promise<MovedMessage[]> {
  const { hoursFrom: from, hoursTo: to } = row;
  const hours = from === null || to === null ? undefined : { from, to };
  const changed = both.filter(({ relative }) => REPLANS.some((field) => relative[field] !== row[field]));
  return (await Promise.all(changed.map(({ relative }) => planHours(rt, relative.id, hours)))).flat();
}

/**
 * Makes one record of two: journeys, messages, replies, contacts and appointments move to the first; consents and looks
 * stay in the ledger under the id they were written for and are shown with it; what waits to be sent keeps to the hours
 * that are kept; the address of the second leads on. It cannot be undone. Throws `not-found`, `changed-meanwhile`, `journeys-clash` while both run one flow, `consent-missing`
 * when a journey would go on in a circle whose resident has not agreed to it, and `text-too-long` for the notes together.
 */
export async function mergeTwo(
  rt: Runtime,
  staff: Staff,
  keepId: string,
  otherId: string,
  form: MergeForm,
): Promise<void> {
  const { keep, other } = await loadBoth(rt, staff, keepId, otherId);
  if (form.seen !== seenOf(keep, other)) throw new AppError('changed-meanwhile');
  if ((await countMerge(rt.db, keepId, otherId)).clashes.length > 0) throw new AppError('journeys-clash');
  const isAsked = keep.circle.id !== other.circle.id && !keep.circle.consentCheckedOn;
  if (isAsked && (await needsConsent(rt, otherId))) throw new AppError('consent-missing');
  if (joinNotes(rt, keep, other).length > MOST_LETTERS.note) throw new AppError('text-too-long', 'note');
  const entry = (relativeId: string, subject: string, kind: string) =>
    ledgerRow(rt, { kind, actor: staff.id, relativeId, subject });
  const row = keptRow(rt, keep, other, form.number);
  const merged = await rt.db.lane.put(mergeRelatives, {
    keep: keepId,
    other: otherId,
    keepSeen: stateOf(keep),
    otherSeen: stateOf(other),
    at: Math.max(rt.now(), stateOf(keep) + 1, stateOf(other) + 1),
    turn: rt.newId(),
    row,
    moved: await planMerge(rt, [keep, other], row),
    ledger: [entry(keepId, otherId, 'relative.merged'), entry(otherId, keepId, 'relative.merged-into')],
  });
  if (!merged) throw new AppError('changed-meanwhile');
  await replanHours(rt, keepId, staff.id);
}

/** The record that stands for this one since they were merged, if that is in sight; undefined for one that stands by itself. */
export async function leadOn(rt: Runtime, staff: Staff, id: string): Promise<string | undefined> {
  const into = await findMergedInto(rt.db, id);
  if (into) await requireSight(rt, staff, 'look', 'relative', into);
  return into;
}
