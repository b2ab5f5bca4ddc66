import { nextOpen } from '../../journey/time/window.ts';
import { type Audience, countAlsoIn, listApart } from '../../store/broadcasts/audience.ts';
import { countAhead } from '../../store/broadcasts/compose.ts';
import { listSame } from '../../store/broadcasts/counts.ts';
import { SAME_WITHIN_MS } from '../../store/broadcasts/order.ts';
import { isDoubted } from '../../store/copies/drafts.ts';
import { getOrganisation } from '../organisation.ts';
import type { Runtime } from '../runtime.ts';
import { type Staff, sightOf } from '../staff/staff.ts';
import { audienceOf, valuesOf } from './audience-of.ts';
import { bookOf, type Way } from './broadcast-text.ts';
import { type Count, countAudience, type LeftOut, sum } from './count-audience.ts';
import { openTexts, requireBroadcast, statusOf, wayOf } from './find-broadcast.ts';
import { type Reckoned, reckonTexts } from './reckon-texts.ts';
import { whenLeft } from './when-left.ts';

const MOST_APART = 50;
/** More that is due before it is not counted. */
const MOST_AHEAD = 50_000;

/** The same text, ordered within a day for some of the same people. */
export type Same = { id: string; title: string; orderedAt: number; count: number };

/** What an order would do, before it is given. The sum of `sms`, `calls`, `letters` and those left out is `audience`. */
export type BroadcastPreview = {
  id: string;
  /** Goes back with the order. */
  seen: number;
  title: string;
  way: Way;
  groupTitle: string;
  audience: number;
  sms: number;
  calls: number;
  letters: number;
  leftOut: LeftOut[];
  /** Members of the group out of sight of whoever asks: they get nothing and are not named. */
  unseen: number;
  /** In how many's language it leaves. */
  languages: { language: string; count: number }[];
  segments: Reckoned['segments'];
  samples: Reckoned['samples'];
  /** Øre, when the organisation has said what a segment costs. */
  price: number | undefined;
  /** When the first leaves and the last has left, UTC ms; absent when no SMS does. */
  leaves: { from: number; until?: number } | undefined;
  same: Same[];
  /** A backup was put back, and what left since may have been this: it is ordered with `twiceConfirmed`. */
  doubted: boolean;
  /** Codes of circles "hver for sig" of which more than one gets it. */
  apart: string[];
};

const reached = (counts: readonly Count[], channel: string): number =>
  sum(counts, (count) => count.why === null && count.channel === channel);

/** The language each gets is their own where there is a text in it, else Danish. */
function languagesOf(counts: readonly Count[], written: readonly string[]) {
  const languages = new Map<string, number>();
  for (const { why, language, count } of counts) {
    if (why !== null) continue;
    const spoken = written.includes(language) ? language : 'da';
    languages.set(spoken, (languages.get(spoken) ?? 0) + count);
  }
  return [...languages].map(([language, count]) => ({ language, count }));
}

async function sameOf(
  rt: Runtime,
  audience: Audience,
  broadcast: { id: string; textsHash: string },
): Promise<Same[]> {
  const all = await listSame(rt.db, broadcast, rt.now() - SAME_WITHIN_MS);
  const same = await Promise.all(
    all.map(async ({ id, title, orderedAt, groupId }) => {
      const inBoth = await countAlsoIn(rt.db, audience, id);
      const isItsGroup = groupId === audience.group.id;
      return inBoth > 0 || isItsGroup ? [{ id, title, orderedAt, count: inBoth }] : [];
    }),
  );
  return same.flat();
}

/**
 * Shows what a broadcast would do if it were ordered now, or for `dueAt` (UTC ms), when the sending hours let it begin. Throws `forbidden`, `not-found`.
 * Reads the audience in pages and holds nothing of it but sums, samples and the names of those left out.
 */
export async function previewBroadcast(
  rt: Runtime,
  staff: Staff,
  id: string,
  { dueAt }: { dueAt?: number | null | undefined } = {},
): Promise<BroadcastPreview> {
  const { broadcast, group } = await requireBroadcast(rt, staff, 'coordinate', id);
  const organisation = await getOrganisation(rt);
  const texts = openTexts(rt, broadcast);
  const from = nextOpen(organisation.window, Math.max(rt.now(), dueAt ?? 0));
  const audience = audienceOf(rt, { id: broadcast.groupId, rule: group.rule }, sightOf(staff));
  const values = valuesOf(organisation, id, texts, from);
  const way = wayOf(broadcast);
  const { counts, leftOut, unseen } = await countAudience(rt, audience, values);
  const { segments, samples } = await reckonTexts(
    rt,
    { organisation, book: bookOf(texts), way },
    audience,
    values,
  );
  const ahead = await countAhead(rt.db, way === 'page' ? 'name' : 'number', from, MOST_AHEAD);
  const { segmentPrice } = organisation;
  const rate = rt.config.segmentsPerSecond;
  return {
    id,
    seen: broadcast.changedAt,
    title: broadcast.title,
    way,
    groupTitle: group.title,
    audience: sum(counts, () => true),
    sms: reached(counts, 'sms'),
    calls: reached(counts, 'ring'),
    letters: reached(counts, 'brev'),
    leftOut,
    unseen,
    languages: languagesOf(counts, Object.keys(texts)),
    segments,
    samples,
    price: segmentPrice === null ? undefined : segments.total * segmentPrice,
    leaves:
      segments.total > 0
        ? whenLeft(organisation.window, { from, ahead, segments: segments.total, rate })
        : undefined,
    same: statusOf(broadcast) === 'draft' ? await sameOf(rt, audience, broadcast) : [],
    doubted: await isDoubted(rt.db, id),
    apart: await listApart(rt.db, audience, MOST_APART),
  };
}
