// Tells a certain refusal from an unknown outcome. It reads codes and statuses only: Twilio's messages carry phone numbers.
import type { Posted } from '../gateway.ts';
import { TooLateError } from './ask-before-leaving.ts';
import { findRefusal, type RefusalMeaning } from './refusals.ts';

type NotAccepted = Exclude<Posted, { outcome: 'accepted' }>;

/** Says what a failed attempt to post means; everything that may have reached Twilio and was not clearly refused is unknown. */
export function classifyFailure(error: unknown): NotAccepted {
  const status = numberAt(error, 'status');
  if (status !== undefined) return classifyStatus(status, numberAt(error, 'code'));
  if (error instanceof TooLateError) return { outcome: 'untried' };
  if (neverConnected(error)) return { outcome: 'refused', reason: 'temporary', retryable: true };
  if (untrusted(error)) return { outcome: 'refused', reason: 'configuration', retryable: true };
  return { outcome: 'unknown' };
}

function classifyStatus(status: number, code: number | undefined): NotAccepted {
  if (status < 300 || status >= 500 || status === 408) return { outcome: 'unknown' };
  const meaning = (code && findRefusal(code)) || meaningOfStatus(status);
  return { outcome: 'refused', ...meaning, ...(code ? { code } : {}) };
}

function meaningOfStatus(status: number): RefusalMeaning {
  if (status === 429) return { reason: 'rate', retryable: true };
  if (status === 402) return { reason: 'credit', retryable: true };
  // No redirect is followed; like a wrong token or account, it waits for someone to mend the settings.
  if (status < 400 || status === 401 || status === 403 || status === 404)
    return { reason: 'configuration', retryable: true };
  return { reason: 'configuration', retryable: false };
}

/** Nothing can have been written when there was no connection; a broken established one has another system call. */
function neverConnected(error: unknown): boolean {
  if (textAt(error, 'code') === 'UND_ERR_CONNECT_TIMEOUT') return true;
  if (error instanceof AggregateError) return error.errors.length > 0 && error.errors.every(neverConnected);
  const call = textAt(error, 'syscall');
  return call === 'connect' || call === 'getaddrinfo';
}

/** The handshake failed on the certificate, before any request was written. */
function untrusted(error: unknown): boolean {
  return /^(ERR_TLS_CERT|CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_)/.test(textAt(error, 'code') ?? '');
}

function numberAt(error: unknown, key: string): number | undefined {
  const value = fieldOf(error, key);
  return typeof value === 'number' ? value : undefined;
}

function textAt(error: unknown, key: string): string | undefined {
  const value = fieldOf(error, key);
  return typeof value === 'string' ? value : undefined;
}

function fieldOf(error: unknown, key: string): unknown {
  return typeof error === 'object' && error !== null ? Reflect.get(error, key) : undefined;
}
