import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import type { OutgoingSms, Posted, Refusal } from '../gateway.ts';
import { planNext } from './carry-sms.ts';
import { countSegments } from './count-segments.ts';
import { type NetworkState, record } from './network-state.ts';
import type { PhoneBehaviour, PhoneSms } from './phone.ts';

type Refused = Extract<Posted, { outcome: 'refused' }>;

const longestText = 1_600;

/** Takes an SMS into the network, or refuses it with the codes Twilio would give. */
export function postSms(state: NetworkState, sms: OutgoingSms): Posted {
  const fault = state.options.faults?.post?.(sms);
  if (fault === 'unknown') return { outcome: 'unknown' };
  if (fault === 'rate') return { outcome: 'refused', reason: 'rate', retryable: true, code: 20429 };
  if (fault === 'temporary') return { outcome: 'refused', reason: 'temporary', retryable: true };
  const refusal = findRefusal(state, sms);
  if (refusal) return refusal;
  const taken = take(state, sms);
  if (!taken) return { outcome: 'refused', reason: 'temporary', retryable: true };
  if (fault === 'accept-then-unknown') return { outcome: 'unknown' };
  return {
    outcome: 'accepted',
    providerId: taken.id,
    segments: countSegments(sms.text),
  };
}

/** Makes the id of the next SMS; it never comes again in this network. */
export function nextId({ memory }: NetworkState): string {
  return `${memory.prefix}-${memory.entries.size + 1}`;
}

function take(state: NetworkState, sms: OutgoingSms): PhoneSms | undefined {
  const taken: PhoneSms = {
    id: nextId(state),
    at: state.options.now(),
    from: sms.from ?? state.options.senders[sms.sender],
    to: sms.to,
    text: sms.text,
    direction: 'toPhone',
    status: 'queued',
    reference: sms.reference,
  };
  try {
    record(state, { type: 'sms', sms: taken });
  } catch {
    return undefined;
  }
  const entry = state.memory.entries.get(taken.id);
  if (entry) planNext(state, entry);
  return taken;
}

function findRefusal({ memory, options }: NetworkState, { to, text }: OutgoingSms): Refused | undefined {
  if (!isPossibleNumber(to)) return refused('invalid-number', 21211);
  if (options.isLandline(to)) return refused('landline', 21614);
  if (text === '') return refused('content', 21602);
  if (text.length > longestText) return refused('content', 21617);
  return refusals[memory.phones.get(to)?.behaviour ?? 'normal'];
}

/** Whether this can be a telephone number at all. */
function isPossibleNumber(number: string): boolean {
  return /^\+[1-9]\d+$/.test(number) && parsePhoneNumberFromString(number)?.isPossible() === true;
}

function refused(reason: Refusal, code: number): Refused {
  return { outcome: 'refused', reason, retryable: false, code };
}

const refusals: Partial<Record<PhoneBehaviour, Refused>> = {
  invalid: refused('invalid-number', 21211),
  unreachable: refused('unreachable', 21612),
};
