import type { OutgoingSms, Posted } from '../../gateways/gateway.ts';
import { LINK } from '../../journey/text/segments.ts';
import { type Claimed, LONGEST_BACK_OFF_MS } from '../../store/messages/claims.ts';
import { failureOf } from '../../store/messages/failures.ts';
import { openText, openToken } from '../../store/messages/messages.ts';
import { type PostResult, recordResults } from '../../store/messages/outcomes.ts';
import { openNumber } from '../../store/people/numbers.ts';
import { linkOf } from '../journeys/known.ts';
import type { Runtime } from '../runtime.ts';
import { awake, inSpan, untraced } from '../watching/in-span.ts';
import { noteAnswer, noteResult } from './note-post.ts';
import { reportFailure } from './report-failure.ts';
import { type Lease, mayPost } from './sender-lease.ts';

const FIRST_BACK_OFF_MS = 5_000;
/** With the longest back-off two days of open hours at least: a gateway that is down loses nobody's message. */
const MOST_ATTEMPTS = 200;

/** A message as it leaves the house: number, text and link in clear. */
export type Readable = Pick<Claimed, 'id' | 'numberId' | 'numberSealed' | 'textSealed' | 'linkSealed'>;

/** Opens a message for the gateway. */
export function openSms(rt: Runtime, sender: 'name' | 'number', message: Readable): OutgoingSms {
  const { keys } = rt.db;
  const text = openText(keys, message);
  const { linkSealed } = message;
  const token = linkSealed ? openToken(keys, { id: message.id, linkSealed }) : undefined;
  return {
    reference: message.id,
    sender,
    to: openNumber(keys, { id: message.numberId, numberSealed: message.numberSealed }),
    text: token ? text.replace(LINK, linkOf(rt, token)) : text,
    validityMinutes: rt.config.validityMinutes,
  };
}

const backOffMs = (attempts: number): number =>
  Math.min(LONGEST_BACK_OFF_MS, FIRST_BACK_OFF_MS * 2 ** Math.max(0, attempts - 1));

/** What came of one claimed message. */
export type Result = Omit<PostResult, 'id' | 'fence' | 'intentAt' | 'at' | 'failure'>;

/** Nothing left the house: due again at once, and the attempt does not count. */
export const UNTRIED: Result = { status: 'due', untried: true };

function resultOf(rt: Runtime, message: Claimed, posted: Posted): Result {
  if (posted.outcome === 'accepted') {
    const { providerId, segments } = posted;
    return { status: 'sent', providerId, ...(segments ? { segments } : {}) };
  }
  if (posted.outcome === 'untried') return UNTRIED;
  if (posted.outcome === 'unknown') return { status: 'unknown', reason: 'no-answer' };
  const why = { reason: posted.reason, ...(posted.code ? { code: posted.code } : {}) };
  if (!posted.retryable || message.attempts >= MOST_ATTEMPTS) return { status: 'failed', ...why };
  return { status: 'due', retryAt: rt.clock() + backOffMs(message.attempts), ...why };
}

const senderOf = (lease: Lease): 'name' | 'number' => (lease.name === 'sender:name' ? 'name' : 'number');

/** Hands an SMS to the gateway, measured and traced; nothing of the trace goes to the provider. */
async function handOver(rt: Runtime, lease: Lease, sms: OutgoingSms, segments: number): Promise<Posted> {
  const { sender, reference } = sms;
  const from = rt.monotonic();
  const posted = await inSpan(
    'post',
    { 'limen.sender': sender, 'limen.message': reference, 'limen.segments': segments },
    async (span) => {
      const answer = await untraced(() => rt.gateway.post(sms, () => mayPost(rt, lease)));
      span.setAttribute('limen.outcome', answer.outcome);
      return answer;
    },
    awake(),
  );
  rt.metrics.observe('postSeconds', (rt.monotonic() - from) / 1000, { sender });
  noteAnswer(rt, posted);
  return posted;
}

/** Posts a claimed message; never throws. When no answer comes it is of unknown outcome and never posted blindly. */
export async function postMessage(rt: Runtime, lease: Lease, message: Claimed): Promise<Result> {
  try {
    const { from } = message;
    const sms = { ...openSms(rt, senderOf(lease), message), ...(from ? { from } : {}) };
    return resultOf(rt, message, await handOver(rt, lease, sms, message.segments));
  } catch (error) {
    // Nothing was posted: a gateway never throws, so the row itself cannot be read.
    rt.log.error(
      { message: message.id, why: error instanceof Error ? error.name : 'Error' },
      'a message cannot be read',
    );
    return { status: 'failed', reason: 'broken' };
  }
}

/** Records what came of a post; a message that failed for good reaches a person in the same commit. */
export async function recordPost(rt: Runtime, lease: Lease, message: Claimed, result: Result): Promise<void> {
  noteResult(rt, senderOf(lease), result, message.segments);
  const at = rt.now();
  const reason = result.status === 'failed' ? (result.reason ?? 'unreachable') : undefined;
  await rt.db.lane.put(recordResults, {
    id: message.id,
    fence: lease.fence,
    intentAt: message.intentAt,
    at,
    ...result,
    ...(reason ? { failure: failureOf(rt.db.keys, message.id, reason, at) } : {}),
  });
  if (reason) await reportFailure(rt, message.id, reason);
}
