// A message whose outcome is unknown is asked for, never sent blindly again (promise 2).
import type { Found } from '../../gateways/gateway.ts';
import { LINK } from '../../journey/text/segments.ts';
import { failureOf } from '../../store/messages/failures.ts';
import {
  isCarried,
  isLikeUnderWay,
  listUnknown,
  SEARCHES_A_TRY,
  type UnknownMessage,
} from '../../store/messages/messages.ts';
import { type Finding, recordFindings } from '../../store/messages/outcomes.ts';
import { mayPass } from '../report-broken.ts';
import type { Runtime } from '../runtime.ts';
import { openSms } from './post-message.ts';
import { recordStatus } from './record-status.ts';
import { reportFailure } from './report-failure.ts';

const PAGE = 50;
/**
 * How far around its intent a message is asked for: the clock it was posted by, or the one it is asked for by, may have been
 * an hour wrong. Looking further can only lead to doubt, and a person; not looking far enough, to a second SMS.
 */
const CLOCKS_DIFFER_MS = 2 * 3_600_000;

/** Asks the gateway about every message whose search is due. Gives how many were settled. */
export async function settleUnknown(rt: Runtime): Promise<number> {
  const unknown = await listUnknown(rt.db, rt.now(), rt.config.unknownGraceMs, PAGE);
  let settled = 0;
  for (const message of unknown) if (await settleOne(rt, message)) settled += 1;
  return settled;
}

async function settleOne(rt: Runtime, message: UnknownMessage): Promise<boolean> {
  const found = await ask(rt, message);
  const finding = findingOf(message, found);
  if (!finding) return false;
  const { id, searches } = message;
  const at = rt.now();
  const failure =
    finding.status === 'failed'
      ? { failure: failureOf(rt.db.keys, id, finding.reason ?? 'doubtful', at) }
      : {};
  const recorded = await rt.db.lane.put(recordFindings, { id, searches, at, ...finding, ...failure });
  if (!recorded) return false;
  if (finding.status === 'failed') await reportFailure(rt, id, finding.reason ?? 'doubtful');
  if (finding.status === 'due')
    rt.bell.ring({ job: 'dispatch-sender', sender: message.sender === 'name' ? 'name' : 'number' });
  if (found.outcome === 'found' && found.status)
    await recordStatus(rt, { reference: id, providerId: found.providerId, status: found.status }, 'found');
  return finding.status !== 'unknown';
}

/** What the gateway knows of it; a row that cannot be read, or whose link is no longer known, is in doubt. */
async function ask(rt: Runtime, message: UnknownMessage): Promise<Found> {
  const intentAt = message.intentAt ?? message.createdAt;
  const between = { from: intentAt - CLOCKS_DIFFER_MS, to: rt.now() + CLOCKS_DIFFER_MS };
  try {
    const { id, numberId, numberSealed, textSealed } = message;
    const sms = openSms(rt, message.sender === 'name' ? 'name' : 'number', {
      id,
      numberId: numberId ?? '',
      numberSealed,
      textSealed,
      linkSealed: message.linkSealed ?? undefined,
    });
    if (sms.text.includes(LINK)) return { outcome: 'doubtful' };
    return await notAnothers(rt, message, await rt.gateway.find(sms, between));
  } catch (error) {
    if (mayPass(error)) throw error;
    rt.log.error(
      { message: message.id, why: error instanceof Error ? error.name : 'Error' },
      'a message cannot be read',
    );
    return { outcome: 'doubtful' };
  }
}

/** An id that another message carries is not this one's; while another of the same words is being posted nobody knows yet. */
async function notAnothers(rt: Runtime, message: UnknownMessage, found: Found): Promise<Found> {
  if (found.outcome !== 'found') return found;
  if (await isLikeUnderWay(rt.db, message)) return { outcome: 'unavailable' };
  return (await isCarried(rt.db, found.providerId, message.id)) ? { outcome: 'absent' } : found;
}

/** Found is sent; absent twice is sent once more, and after that a person decides; doubt is for a person at once. */
function findingOf(
  { searches }: UnknownMessage,
  found: Found,
): Omit<Finding, 'id' | 'searches' | 'at' | 'failure'> | undefined {
  if (found.outcome === 'unavailable') return undefined;
  if (found.outcome === 'found') return { status: 'sent', providerId: found.providerId };
  if (found.outcome === 'doubtful') return { status: 'failed', reason: 'doubtful' };
  if ((searches + 1) % SEARCHES_A_TRY !== 0) return { status: 'unknown', reason: 'no-answer' };
  if (searches > SEARCHES_A_TRY) return { status: 'failed', reason: 'doubtful' };
  return { status: 'due', reason: 'sent-again' };
}
