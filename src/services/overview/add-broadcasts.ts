import { nextOpen, type SendWindow } from '../../journey/time/window.ts';
import {
  type Coming,
  type ComingAudience,
  listComing,
  listComingAudience,
} from '../../store/groups/coming-audiences.ts';
import { breathe } from '../breathe.ts';
import { readRule } from '../groups/group-rule.ts';
import { getOrganisation } from '../organisation.ts';
import type { Runtime } from '../runtime.ts';
import { type Staff, sightOf } from '../staff/staff.ts';
import { addLines, addPhone, type Sending, type Tally, type Way } from './sending.ts';

const PAGE = 1000;
const MOST_BROADCASTS = 50;

const audienceOf = (rt: Runtime, coming: Coming): ComingAudience =>
  coming.status === 'scheduled'
    ? { group: { id: coming.groupId, rule: readRule(coming.rule), now: rt.now() } }
    : { broadcastId: coming.id };

/** The same message to one person of each way, made once and shared. */
function sendingsOf(rt: Runtime, coming: Coming, window: SendWindow): Record<Way, Sending> {
  const at = nextOpen(window, Math.max(coming.dueAt ?? 0, rt.now()));
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

/** How somebody gets it; undefined when no SMS can leave to their number. */
function wayTo({ channel, takesSms }: Reader, coming: Coming): Way | undefined {
  if (channel === 'ring' || channel === 'brev') return channel;
  if (takesSms !== 1) return undefined;
  return coming.way === 'page' ? 'name' : 'number';
}

/** Adds one group message; gives how many were read. */
async function addOne(
  rt: Runtime,
  staff: Staff,
  tally: Tally,
  { coming, window, most }: { coming: Coming; window: SendWindow; most: number },
): Promise<number> {
  const isHeld = coming.status === 'paused' || coming.status === 'sampled';
  const sendings = sendingsOf(rt, coming, window);
  let after = '';
  let read = 0;
  for (; read < most; ) {
    const page = await listComingAudience(rt.db, audienceOf(rt, coming), {
      sight: sightOf(staff),
      after,
      limit: PAGE,
    });
    for (const reader of page) {
      const way = wayTo(reader, coming);
      if (way && isHeld) tally.held += 1;
      else if (way) {
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
  const { window } = await getOrganisation(rt);
  const all = await listComing(rt.db, sightOf(staff), until, MOST_BROADCASTS + 1);
  let read = 0;
  for (const coming of all.slice(0, MOST_BROADCASTS)) {
    if (read >= most) return false;
    read += await addOne(rt, staff, tally, { coming, window, most: most - read });
  }
  return all.length <= MOST_BROADCASTS;
}
