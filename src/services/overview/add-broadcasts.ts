import { nextOpen } from '../../journey/time/window.ts';
import { FILLED } from '../../store/broadcasts/audience.ts';
import type { WhyNotValues } from '../../store/broadcasts/why-not.ts';
import {
  type Coming,
  type ComingAudience,
  listComing,
  listComingAudience,
} from '../../store/groups/coming-audiences.ts';
import type { Sight } from '../../store/people/sight.ts';
import { breathe } from '../breathe.ts';
import { valuesOf } from '../broadcasts/audience-of.ts';
import { readTexts } from '../broadcasts/find-broadcast.ts';
import { readRule } from '../groups/group-rule.ts';
import { getOrganisation, type Organisation } from '../organisation.ts';
import type { Runtime } from '../runtime.ts';
import { type Staff, sightOf } from '../staff/staff.ts';
import { addLines, addPhone, type Sending, type Tally, type Way } from './sending.ts';

const PAGE = 1000;
const MOST_BROADCASTS = 50;

const NOTHING: Sight = { staffId: '', units: [] };

const audienceOf = (rt: Runtime, coming: Coming): ComingAudience =>
  coming.filledTo === FILLED
    ? { broadcastId: coming.id }
    : {
        group: { id: coming.groupId, rule: readRule(coming.rule), now: rt.now() },
        orderedIn: coming.orderedIn === null ? NOTHING : (JSON.parse(coming.orderedIn) as Sight),
      };

/** When it goes on, UTC ms. */
const momentOf = (rt: Runtime, { window }: Organisation, { dueAt }: Coming): number =>
  nextOpen(window, Math.max(dueAt ?? 0, rt.now()));

/** Who gets none is told for the moment at which it goes on, as its own preview does. */
const valuesAt = (rt: Runtime, organisation: Organisation, coming: Coming, at: number): WhyNotValues =>
  valuesOf(organisation, coming.id, readTexts(rt, coming), at);

/** The same message to one person of each way, made once and shared. */
function sendingsOf(coming: Coming, at: number): Record<Way, Sending> {
  const of = (way: Way): Sending => ({
    at,
    way,
    basis: 'broadcast',
    source: { kind: 'broadcast', id: coming.id, title: coming.title },
    free: false,
    answer: false,
  });
  return { name: of('name'), number: of('number'), ring: of('ring'), brev: of('brev') };
}

type Reader = Awaited<ReturnType<typeof listComingAudience>>[number];

/** How somebody gets it. */
function wayTo({ channel }: Reader, coming: Coming): Way {
  if (channel === 'ring' || channel === 'brev') return channel;
  return coming.way === 'page' ? 'name' : 'number';
}

/** Adds one group message; gives how many were read. */
async function addOne(
  rt: Runtime,
  staff: Staff,
  tally: Tally,
  { coming, organisation, most }: { coming: Coming; organisation: Organisation; most: number },
): Promise<number> {
  const isHeld = coming.status === 'paused' || coming.status === 'sampled';
  const at = momentOf(rt, organisation, coming);
  const sendings = sendingsOf(coming, at);
  const values = valuesAt(rt, organisation, coming, at);
  let after = '';
  let read = 0;
  for (; read < most; ) {
    const page = await listComingAudience(rt.db, audienceOf(rt, coming), values, {
      sight: sightOf(staff),
      after,
      limit: PAGE,
    });
    for (const reader of page) {
      const way = wayTo(reader, coming);
      if (isHeld) tally.held += 1;
      else {
        addLines(tally, [sendings[way]], 1);
        if (way === 'name' || way === 'number') addPhone(tally, reader.numberId, reader.id, [sendings[way]]);
      }
    }
    read += page.length;
    const last = page.at(-1);
    if (page.length < PAGE || !last) break;
    after = last.id;
    await breathe();
  }
  return read;
}

/** Adds group messages that are still to be written and leave before `until`; reads at most `most` people, and tells whether that was all. */
export async function addBroadcasts(
  rt: Runtime,
  staff: Staff,
  tally: Tally,
  { until, most }: { until: number; most: number },
): Promise<boolean> {
  const organisation = await getOrganisation(rt);
  const all = await listComing(rt.db, sightOf(staff), until, MOST_BROADCASTS + 1);
  let read = 0;
  for (const coming of all.slice(0, MOST_BROADCASTS)) {
    if (read >= most) return false;
    read += await addOne(rt, staff, tally, { coming, organisation, most: most - read });
  }
  return all.length <= MOST_BROADCASTS;
}
