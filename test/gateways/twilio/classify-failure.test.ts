import { describe, expect, it } from 'vitest';
import { TooLateError } from '../../../src/gateways/twilio/ask-before-leaving.ts';
import { classifyFailure } from '../../../src/gateways/twilio/classify-failure.ts';

const system = (code: string, syscall: string) => Object.assign(new Error(code), { code, syscall });
const http = (status: number, code?: number) => Object.assign(new Error('to +4520000001'), { status, code });

describe('a failed attempt to post', () => {
  it.each([
    ['429', http(429, 20429), 'rate', true],
    ['429 without a code', http(429), 'rate', true],
    ['a full queue', http(400, 21611), 'rate', true],
    ['a wrong token', http(401, 20003), 'configuration', true],
    ['a forbidden account', http(403), 'configuration', true],
    ['an unknown account', http(404, 20404), 'configuration', true],
    ['no credit', http(402), 'credit', true],
    ['a redirect', http(307), 'configuration', true],
    ['an opted-out number', http(400, 21610), 'opted-out', false],
    ['an invalid number', http(400, 21211), 'invalid-number', false],
    ['a landline', http(400, 21614), 'landline', false],
    ['a country that is not allowed', http(400, 21408), 'country', false],
    ['a text that is too long', http(400, 21617), 'content', false],
    ['a code nobody has seen', http(400, 29999), 'configuration', false],
    ['a connection refused', system('ECONNREFUSED', 'connect'), 'temporary', true],
    ['a host that is not found', system('ENOTFOUND', 'getaddrinfo'), 'temporary', true],
    [
      'a connection that took too long',
      Object.assign(new Error(), { code: 'UND_ERR_CONNECT_TIMEOUT' }),
      'temporary',
      true,
    ],
    [
      'every address of the host refused',
      new AggregateError([system('ECONNREFUSED', 'connect')]),
      'temporary',
      true,
    ],
    [
      'a certificate that does not fit',
      Object.assign(new Error(), { code: 'ERR_TLS_CERT_ALTNAME_INVALID' }),
      'configuration',
      true,
    ],
  ])('was certainly not taken: %s', (_, error, reason, retryable) => {
    expect(classifyFailure(error)).toMatchObject({ outcome: 'refused', reason, retryable });
  });

  it.each([
    ['500', http(500, 20500)],
    ['503', http(503)],
    ['a server error with a code of a refusal', http(500, 21610)],
    ['408', http(408)],
    ['a success without a body that can be read', new SyntaxError('Unexpected token')],
    ['a reset connection', system('ECONNRESET', 'read')],
    ['a host that became unreachable on the way', system('EHOSTUNREACH', 'read')],
    ['an abort', Object.assign(new Error(), { name: 'AbortError', code: 'UND_ERR_ABORTED' })],
    ['a closed socket', Object.assign(new Error(), { code: 'UND_ERR_SOCKET' })],
    [
      'some addresses refused and one broken later',
      new AggregateError([system('ECONNREFUSED', 'connect'), system('ECONNRESET', 'read')]),
    ],
    ['nothing anybody knows', undefined],
  ])('may have been taken: %s', (_, error) => {
    expect(classifyFailure(error)).toEqual({ outcome: 'unknown' });
  });

  it('was never tried when it was too late to leave', () => {
    expect(classifyFailure(new TooLateError())).toEqual({ outcome: 'untried' });
  });

  it('says nothing of the number that Twilio’s own message names', () => {
    expect(JSON.stringify(classifyFailure(http(400, 21211)))).not.toContain('2000');
  });
});
