import {
  listOpenTasks,
  listUnsentSms,
  type OpenCursor,
  type OpenSending,
} from '../../store/messages/open-sendings.ts';
import { breathe } from '../breathe.ts';
import { getFlow } from '../journeys/load-flow.ts';
import type { Runtime } from '../runtime.ts';
import { type Staff, sightOf } from '../staff/staff.ts';
import { addLines, addPhone, type Sending, type Source, type Tally, type Way } from './sending.ts';

const PAGE = 1000;
const START: OpenCursor = { number: '', dueAt: 0, line: 0 };

const HANDS: Record<string, Source['kind']> = { staff: 'staff', notice: 'house', receipt: 'house' };

async function sourceOf(rt: Runtime, open: OpenSending): Promise<Source> {
  if (open.broadcastId) return { kind: 'broadcast', id: open.broadcastId, title: open.broadcastTitle ?? '' };
  if (!open.flowId) return { kind: HANDS[open.purpose] ?? 'house', id: '', title: '' };
  const { title } = await getFlow(rt, open.flowId);
  return { kind: 'flow', id: open.flowId, title, ...(open.step ? { step: open.step } : {}) };
}

const wayOf = ({ channel, sender }: OpenSending): Way =>
  channel === 'ring' || channel === 'brev' ? channel : sender === 'name' ? 'name' : 'number';

/** A written message as it will be sent; what should have left already leaves today. */
async function toSending(rt: Runtime, open: OpenSending): Promise<Sending> {
  const { lane, pressing, purpose, notAfter } = open;
  return {
    at: Math.max(open.dueAt, rt.now()),
    way: wayOf(open),
    basis: 'due',
    source: await sourceOf(rt, open),
    free: lane === 0 || pressing === 1 || purpose === 'staff' || purpose === 'notice',
    answer: lane === 0,
    ...(notAfter === null ? {} : { notAfter }),
  };
}

async function add(rt: Runtime, tally: Tally, open: OpenSending, until: number): Promise<void> {
  if (open.status === 'held') {
    tally.held += 1;
    return;
  }
  if (open.dueAt >= until) return;
  const sending = await toSending(rt, open);
  addLines(tally, [sending], 1);
  if (open.status === 'due') addPhone(tally, open.numberId, open.relativeId, [sending]);
}

/** Adds what is written and leaves before `until`, at most `most` of each sort; false when there is more. */
export async function addOpenMessages(
  rt: Runtime,
  staff: Staff,
  tally: Tally,
  { until, most }: { until: number; most: number },
): Promise<boolean> {
  const sight = sightOf(staff);
  for (const list of [listUnsentSms, listOpenTasks]) {
    let after: OpenCursor | undefined = START;
    for (let read = 0; after; read += PAGE) {
      if (read >= most) return false;
      const page: Awaited<ReturnType<typeof listUnsentSms>> = await list(rt.db, sight, {
        until,
        after,
        limit: PAGE,
      });
      for (const open of page.sendings) await add(rt, tally, open, until);
      after = page.next;
      await breathe();
    }
  }
  return true;
}
