// Counting an audience part by part, so that nobody at the desk waits for the whole of it.
import {
  type Audience,
  countAudience as countPart,
  countUnseen,
  FILLED,
  findPart,
  listLeftOut,
} from '../../store/broadcasts/audience.ts';
import type { WhyNotValues } from '../../store/broadcasts/why-not.ts';
import { countMembers } from '../../store/groups/members.ts';
import { breathe } from '../breathe.ts';
import { openName } from '../relatives/open-names.ts';
import type { Runtime } from '../runtime.ts';
import { type Staff, sightOf } from '../staff/staff.ts';
import { audienceOf } from './audience-of.ts';
import { requireBroadcast } from './find-broadcast.ts';

/** Relatives that are looked at in one breath. */
const PART = 4_000;
/** How many names are shown for each reason. */
const MOST_NAMED = 200;

/** How many are in the group of a broadcast and in sight of whoever asks: what a preview and an order look at one by one. Throws `forbidden`, `not-found`. */
export async function countInGroup(rt: Runtime, staff: Staff, id: string): Promise<number> {
  const { broadcast, group } = await requireBroadcast(rt, staff, 'coordinate', id);
  const audience = audienceOf(rt, { id: broadcast.groupId, rule: group.rule }, sightOf(staff));
  return countMembers(rt.db, audience.group, audience.sight);
}

/** How many of one kind: left out and why or not, reached how, of which language. */
export type Count = Awaited<ReturnType<typeof countPart>>[number];

export type LeftOut = { why: string; count: number; people: { id: string; name: string }[] };

export type Counted = { counts: Count[]; leftOut: LeftOut[]; unseen: number };

/** The counts of those that fit, together. */
export const sum = (counts: readonly Count[], fits: (count: Count) => boolean): number =>
  counts.filter(fits).reduce((all, { count }) => all + count, 0);

type Names = Map<string, { id: string; name: string }[]>;

/** Adds the names of a part to those of the parts before it, up to so many for each reason. */
async function addNames(
  rt: Runtime,
  names: Names,
  reasons: ReadonlySet<string>,
  list: (reason: { why: string; most: number }) => ReturnType<typeof listLeftOut>,
): Promise<void> {
  for (const why of reasons) {
    const known = names.get(why) ?? [];
    const most = MOST_NAMED - known.length;
    const rows = most > 0 ? await list({ why, most }) : [];
    const named = rows.map(({ id, nameSealed }) => ({ id, name: openName(rt, id, nameSealed) ?? '' }));
    names.set(why, [...known, ...named]);
  }
}

const reasonsIn = (counts: readonly Count[]): Set<string> => new Set(counts.flatMap(({ why }) => why ?? []));

/** Counts the audience, names who is left out (200 for each reason at most), and counts who is out of sight. */
export async function countAudience(rt: Runtime, audience: Audience, values: WhyNotValues): Promise<Counted> {
  const counts: Count[] = [];
  const names: Names = new Map();
  let unseen = 0;
  for (let from = ''; from !== FILLED; ) {
    await breathe();
    const part = await findPart(rt.db, from, PART);
    const counted = await countPart(rt.db, audience, values, part);
    counts.push(...counted);
    await addNames(rt, names, reasonsIn(counted), (reason) =>
      listLeftOut(rt.db, audience, values, part, reason),
    );
    unseen += await countUnseen(rt.db, audience, part);
    from = part.upTo;
  }
  const leftOut = [...names].map(([why, people]) => ({
    why,
    count: sum(counts, (count) => count.why === why),
    people: people.sort((a, b) => a.name.localeCompare(b.name, 'da')),
  }));
  return { counts, leftOut: leftOut.sort((a, b) => b.count - a.count), unseen };
}
