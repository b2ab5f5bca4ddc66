import { AsyncLocalStorage } from 'node:async_hooks';
import type { MessageInstance } from 'twilio/lib/rest/api/v2010/account/message.js';
import Twilio from 'twilio/lib/rest/Twilio.js';
import type { Found, Gateway, OutgoingSms, Posted } from '../gateway.ts';
import { type Candidate, matchCandidates } from '../match-candidates.ts';
import type { Asking } from './ask-before-leaving.ts';
import { classifyFailure } from './classify-failure.ts';
import { toDeliveryStatus } from './delivery-status.ts';
import { listMessages, withoutTrialPrefix } from './list-messages.ts';
import { createRequestClient } from './request-client.ts';

export type TwilioGatewayOptions = {
  accountSid: string;
  authToken: string;
  /** Another base URL: region, proxy, test server. */
  apiUrl?: string;
  /** The alphanumeric sender and the number (E.164) that the two profiles leave from. */
  senders: { name: string; number: string };
  /** Where Twilio reaches us; status callbacks go to `/webhooks/twilio/status` under it. */
  publicUrl: string;
  requestTimeoutMs: number;
  connections: number;
};

type Messages = Twilio['messages'];

const always = (): boolean => true;

/** Twilio keeps a message queued for ten hours at most. */
const longestValiditySeconds = 36_000;
/** Beyond this many messages to one recipient the search gives up as doubtful. */
const mostSearched = 5_000;
const searchPageSize = 1_000;

/** Sends through Twilio's Messages API with the official SDK; opens no connection before the first request. */
export function createTwilioGateway(options: TwilioGatewayOptions): Gateway {
  const { requestTimeoutMs, connections } = options;
  const apiUrl = options.apiUrl ?? 'https://api.twilio.com';
  const asking: Asking = new AsyncLocalStorage();
  const { client, close } = createRequestClient({ apiUrl, requestTimeoutMs, connections, asking });
  const sdk = new Twilio(options.accountSid, options.authToken, { httpClient: client, autoRetry: false });
  const { messages } = sdk;
  const statusUrl = `${options.publicUrl.replace(/\/+$/, '')}/webhooks/twilio/status`;
  return {
    name: 'twilio',
    senders: options.senders,
    requestTimeoutMs,
    post(sms, mayLeave = always) {
      return asking.run(mayLeave, () => post(messages, options.senders, statusUrl, sms));
    },
    find: (sms, between) => find(messages, sms, between),
    list: (since, take) => listMessages(messages, options.senders.number, since, take),
    forget: (providerId) => forget(messages, providerId),
    close,
  };
}

async function post(
  messages: Messages,
  senders: TwilioGatewayOptions['senders'],
  statusUrl: string,
  sms: OutgoingSms,
): Promise<Posted> {
  try {
    const message = await messages.create({
      to: sms.to,
      from: sms.from ?? senders[sms.sender],
      body: sms.text,
      statusCallback: `${statusUrl}?ref=${encodeURIComponent(sms.reference)}`,
      validityPeriod: Math.min(Math.max(Math.round(sms.validityMinutes * 60), 1), longestValiditySeconds),
      smartEncoded: false,
    });
    return message.sid ? accepted(message) : { outcome: 'unknown' };
  } catch (error) {
    return classifyFailure(error);
  }
}

function accepted(message: MessageInstance): Posted {
  const segments = Number(message.numSegments);
  const providerId = message.sid;
  return segments > 0 ? { outcome: 'accepted', providerId, segments } : { outcome: 'accepted', providerId };
}

/**
 * Searches by recipient alone and compares `dateCreated` here: Twilio's own time filter is on `DateSent`, which a
 * message still in its queue does not have, and such a message must not be taken for one that never arrived.
 */
async function find(
  messages: Messages,
  sms: OutgoingSms,
  between: { from: number; to: number },
): Promise<Found> {
  try {
    const listed = await messages.list({ to: sms.to, pageSize: searchPageSize, limit: mostSearched + 1 });
    if (listed.length > mostSearched) return { outcome: 'doubtful' };
    const ours = listed.filter((message) => message.direction !== 'inbound');
    return matchCandidates(ours.map(toCandidate), sms.text, between);
  } catch {
    return { outcome: 'unavailable' };
  }
}

function toCandidate(message: MessageInstance): Candidate {
  const at = message.dateCreated instanceof Date ? message.dateCreated.getTime() : Number.NaN;
  return {
    providerId: message.sid,
    text: withoutTrialPrefix(message.body),
    at: Number.isNaN(at) ? undefined : at,
    status: toDeliveryStatus(message.status),
  };
}

/** Redacts rather than deletes, so that the bill can still be checked; Twilio refuses it until the status is final. */
async function forget(messages: Messages, providerId: string): Promise<boolean> {
  try {
    await messages(providerId).update({ body: '' });
    return true;
  } catch (error) {
    return isGone(error);
  }
}

function isGone(error: unknown): boolean {
  return typeof error === 'object' && error !== null && Reflect.get(error, 'status') === 404;
}
