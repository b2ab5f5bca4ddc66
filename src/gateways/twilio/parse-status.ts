import type { StatusReport } from '../gateway.ts';
import { toDeliveryStatus } from './delivery-status.ts';
import { type FormParams, findParam, type Parsed } from './parsed.ts';
import { findRefusal } from './refusals.ts';

/** Reads Twilio's status callback; `ref` is our reference from the callback's own address. */
export function parseStatus(params: FormParams, ref: string | undefined): Parsed<StatusReport> {
  const providerId = findParam(params, 'MessageSid', 'SmsSid');
  const status = toDeliveryStatus(findParam(params, 'MessageStatus', 'SmsStatus') ?? '');
  if (!ref) return { ok: false, reason: 'no-reference' };
  if (!providerId) return { ok: false, reason: 'no-message-id' };
  if (!status) return { ok: false, reason: 'unknown-status' };
  return { ok: true, value: { reference: ref, providerId, status, ...failure(params) } };
}

function failure(params: FormParams): Pick<StatusReport, 'code' | 'reason'> {
  const code = Number(findParam(params, 'ErrorCode'));
  if (!Number.isInteger(code) || code <= 0) return {};
  const meaning = findRefusal(code);
  return meaning ? { code, reason: meaning.reason } : { code };
}
