import {
  listSealedNames,
  listWaitingItems,
  listWaitingTexts,
  type WaitingItem,
} from '../../store/talks/waiting.ts';
import { openName, openStaffNames, openText } from '../relatives/open-names.ts';
import type { Runtime } from '../runtime.ts';
import { requireRight, type Staff, sightOf } from '../staff/staff.ts';

/** mine · unassigned · all that are awake · snoozed */
export const FILTERS = ['all', 'mine', 'unassigned', 'snoozed'] as const;
export type Filter = (typeof FILTERS)[number];

/** A conversation in which something waits: the newest words of it, and since when the oldest waits. */
export type ConversationLine = {
  id: string;
  relativeId: string | null;
  name: string | undefined;
  text: string;
  count: number;
  oldestAt: number;
  waitedMs: number;
  urgent: boolean;
  onPage: boolean;
  assignedTo: string | undefined;
  mine: boolean;
  snoozedUntil: number | undefined;
};

/** How many SMS, and how many page messages, are looked through: those that have waited longest. */
export const LOOKED_THROUGH = 500;
const PAGE = 50;

type Waiting = { first: WaitingItem; newest: WaitingItem; count: number; urgent: boolean };

/** Whether something that was said cannot wait: somebody in distress, or a death. */
export const isUrgent = (meaning: string): boolean => meaning === 'distress' || meaning === 'death';

const byAge = (a: WaitingItem, b: WaitingItem): number => a.at - b.at || (a.id < b.id ? -1 : 1);

function gather(items: readonly WaitingItem[]): Waiting[] {
  const found = new Map<string, Waiting>();
  for (const item of [...items].sort(byAge)) {
    const known = found.get(item.talk);
    if (!known) found.set(item.talk, { first: item, newest: item, count: 1, urgent: isUrgent(item.meaning) });
    else {
      known.newest = item;
      known.count += 1;
      known.urgent ||= isUrgent(item.meaning);
    }
  }
  return [...found.values()];
}

/** Put off, and nothing came since. */
export const isAsleep = (
  { snoozedUntil, snoozedAt }: { snoozedUntil: number | null; snoozedAt: number | null },
  newestAt: number,
  now: number,
): boolean => snoozedUntil !== null && snoozedUntil > now && newestAt <= (snoozedAt ?? 0);

const keeps = (filter: Filter, { first, newest }: Waiting, staff: Staff, now: number): boolean => {
  const asleep = isAsleep(first, newest.at, now);
  if (filter === 'snoozed') return asleep;
  if (asleep) return false;
  if (filter === 'mine') return first.assignedTo === staff.id;
  return filter === 'all' || first.assignedTo === null;
};

/** Conversations in which something waits, urgent ones first, then by how long the oldest has waited. */
async function listWaiting(
  rt: Runtime,
  staff: Staff,
  { filter, most, from }: { filter: Filter; most: number; from: Parameters<typeof listWaitingItems>[0] },
) {
  const items = await listWaitingItems(from, most, sightOf(staff));
  const kept = gather(items).filter((one) => keeps(filter, one, staff, rt.now()));
  return {
    urgent: kept.filter(({ urgent }) => urgent),
    others: kept.filter(({ urgent }) => !urgent),
    isCut: items.length >= most,
  };
}

async function toLines(rt: Runtime, staff: Staff, shown: readonly Waiting[]): Promise<ConversationLine[]> {
  const [texts, names, colleagues] = await Promise.all([
    listWaitingTexts(
      rt.db,
      shown.map(({ newest }) => newest.id),
    ),
    listSealedNames(
      rt.db,
      shown.flatMap(({ first }) => first.relativeId ?? []),
    ),
    openStaffNames(
      rt,
      shown.map(({ first }) => first.assignedTo),
    ),
  ]);
  const sealed = new Map(texts.map((row) => [row.id, row]));
  const named = new Map(names.map((row) => [row.id, row.nameSealed]));
  return shown.map(({ first, newest, count, urgent }) => {
    const text = sealed.get(newest.id);
    const column = newest.kind === 'sms' ? 'replies.text' : 'page_messages.text';
    return {
      id: first.talk,
      relativeId: first.relativeId,
      name: openName(rt, first.relativeId, named.get(first.relativeId ?? '')),
      text: text ? openText(rt, column, newest.id, text.textSealed) : '',
      count,
      oldestAt: first.at,
      waitedMs: Math.max(0, rt.now() - first.at),
      urgent,
      onPage: newest.kind === 'page',
      assignedTo: first.assignedTo ? (colleagues.get(first.assignedTo) ?? '') : undefined,
      mine: first.assignedTo === staff.id,
      snoozedUntil: isAsleep(first, newest.at, rt.now()) ? (first.snoozedUntil ?? undefined) : undefined,
    };
  });
}

/** A place in the list: what stands after it has waited less long. */
export type ConversationCursor = { at: number; id: string };

const isAfter = ({ first }: Waiting, { at, id }: ConversationCursor): boolean =>
  first.at > at || (first.at === at && first.talk > id);

/**
 * A page of conversations in which something waits: on the first page all that cannot wait, then the oldest first.
 * `isCut` when more waits than is looked through at once.
 */
export async function listConversations(
  rt: Runtime,
  staff: Staff,
  { filter = 'all', after, page = PAGE }: { filter?: Filter; after?: ConversationCursor; page?: number } = {},
): Promise<{ lines: ConversationLine[]; next?: ConversationCursor; isCut: boolean }> {
  requireRight(staff, 'look');
  const { urgent, others, isCut } = await listWaiting(rt, staff, {
    filter,
    most: LOOKED_THROUGH,
    from: rt.db,
  });
  const sorted = others.sort((a, b) => a.first.at - b.first.at || (a.first.talk < b.first.talk ? -1 : 1));
  const left = after ? sorted.filter((one) => isAfter(one, after)) : sorted;
  const shown = left.slice(0, page);
  const last = shown.at(-1);
  const lines = await toLines(rt, staff, after ? shown : [...urgent, ...shown]);
  const goesOn = left.length > shown.length && last !== undefined;
  return { lines, isCut, ...(goesOn ? { next: { at: last.first.at, id: last.first.talk } } : {}) };
}

/** Of so many of the oldest SMS and page messages the conversations are counted. */
const COUNTED_AMONG = 300;

/** How many conversations wait, for the menu: no further than `most`. */
export async function countConversations(rt: Runtime, staff: Staff, most: number): Promise<number> {
  requireRight(staff, 'look');
  const looked = { filter: 'all', most: COUNTED_AMONG, from: rt.db.reads } as const;
  const { urgent, others } = await listWaiting(rt, staff, looked);
  return Math.min(most, urgent.length + others.length);
}
