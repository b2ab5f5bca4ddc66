import type { IncomingSms } from '../gateway.ts';
import { type FormParams, findParam, type Parsed } from './parsed.ts';

/** Reads Twilio's inbound webhook; an empty text is an SMS (a picture alone, say), a missing one is not. */
export function parseInbound(params: FormParams): Parsed<IncomingSms> {
  const providerId = findParam(params, 'MessageSid', 'SmsMessageSid', 'SmsSid');
  const from = findParam(params, 'From');
  const to = findParam(params, 'To');
  if (!providerId) return { ok: false, reason: 'no-message-id' };
  if (!from) return { ok: false, reason: 'no-sender' };
  if (!to) return { ok: false, reason: 'no-recipient' };
  if (from.includes(':') || to.includes(':')) return { ok: false, reason: 'not-sms' };
  if (!Object.hasOwn(params, 'Body')) return { ok: false, reason: 'no-text' };
  return { ok: true, value: { providerId, from, to, text: findParam(params, 'Body') ?? '' } };
}
