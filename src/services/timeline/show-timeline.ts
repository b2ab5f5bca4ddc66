import { findListedRelative } from '../../store/people/relative-lists.ts';
import type { Place } from '../../store/timeline/places.ts';
import { AppError } from '../app-error.ts';
import { recordLedger } from '../record-ledger.ts';
import { openName, openStaffNames } from '../relatives/open-names.ts';
import type { Runtime } from '../runtime.ts';
import { requireSight, type Staff, sightOf } from '../staff/staff.ts';
import { actorsOf, type Entry, KINDS, type Kind, type Readable, readTimeline } from './timeline.ts';

const PAGE = 50;

/** What an export is for; it stands in the ledger as its purpose. */
export const EXPORT_PURPOSES = ['journalisering', 'indsigt', 'aktindsigt', 'overdragelse'] as const;
export type ExportPurpose = (typeof EXPORT_PURPOSES)[number];

/** How many entries an export holds at most. */
export const MOST_EXPORTED = 5_000;

/** A timeline, or a page of it. */
export type Timeline = {
  id: string;
  name: string;
  entries: Entry[];
  staffNames: Map<string, string>;
  next?: Place;
};

const chosen = (kinds: readonly Kind[]): readonly Kind[] => (kinds.length === 0 ? KINDS : kinds);

async function namesOf(rt: Runtime, id: string, entries: readonly Entry[]) {
  const relative = await findListedRelative(rt.db, id);
  if (!relative) throw new AppError('not-found');
  const staffNames = await openStaffNames(rt, entries.flatMap(actorsOf));
  return { id, name: openName(rt, id, relative.nameSealed) ?? '', staffNames };
}

/** A page of a relative's timeline, newest first, of some kinds or of all; `next` leads on. The look is in the ledger. Throws `not-found`. */
export async function showTimeline(
  rt: Runtime,
  staff: Staff,
  id: string,
  page: { kinds: readonly Kind[]; before?: Place },
): Promise<Timeline> {
  await requireSight(rt, staff, 'look', 'relative', id);
  await recordLedger(rt, { kind: 'relative.viewed', actor: staff.id, relativeId: id, purpose: 'timeline' });
  const { before } = page;
  const slice = { relativeId: id, limit: PAGE + 1, sight: sightOf(staff), ...(before ? { before } : {}) };
  const found = await readTimeline(rt, chosen(page.kinds), slice);
  const entries = found.slice(0, PAGE);
  const last = entries.at(-1);
  const next = found.length > PAGE && last ? { next: { at: last.at, key: last.key } } : {};
  return { ...(await namesOf(rt, id, entries)), entries, ...next };
}

/**
 * A relative's whole timeline, newest first, at most 5,000 entries (`cut` when there were more); what it is for stands in
 * the ledger before anything is given. For the relative's own access it also holds when their record was looked at and
 * why, but not by whom. Throws `not-found`, and `field-unreadable` for a purpose that is not on the list.
 */
export async function exportTimeline(
  rt: Runtime,
  staff: Staff,
  id: string,
  order: { kinds: readonly Kind[]; purpose: string; format: 'csv' | 'html' },
): Promise<Timeline & { purpose: ExportPurpose; cut: boolean }> {
  await requireSight(rt, staff, 'care', 'relative', id);
  const purpose = EXPORT_PURPOSES.find((known) => known === order.purpose);
  if (!purpose) throw new AppError('field-unreadable', 'formaal');
  const kinds: Readable[] = [...chosen(order.kinds), ...(purpose === 'indsigt' ? (['look'] as const) : [])];
  const body = { format: order.format, kinds };
  await recordLedger(rt, { kind: 'relative.exported', actor: staff.id, relativeId: id, purpose, body });
  const slice = { relativeId: id, limit: MOST_EXPORTED + 1, sight: sightOf(staff) };
  const found = await readTimeline(rt, kinds, slice);
  const entries = found.slice(0, MOST_EXPORTED);
  return { ...(await namesOf(rt, id, entries)), entries, purpose, cut: found.length > MOST_EXPORTED };
}
