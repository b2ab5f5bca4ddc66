import { describe, expect, it } from 'vitest';
import { type SignedWebhook, validateSignature } from '../../../src/gateways/twilio/validate-signature.ts';
import { signWebhook } from '../twilio-signature.ts';

const authToken = 'a-secret-token';
const publicUrl = 'https://limen.example';
const pathAndQuery = '/webhooks/twilio/status?ref=msg_1&kind=sms';
const params = { MessageSid: 'SM1', MessageStatus: 'delivered', Body: "Ja & tak, det er Åses 'nummer'" };

function webhook(different: Partial<SignedWebhook> = {}): SignedWebhook {
  const signature = signWebhook(authToken, publicUrl + pathAndQuery, params);
  return { authToken, publicUrl, pathAndQuery, signature, params, ...different };
}

describe('a Twilio webhook', () => {
  it('is believed when Twilio signed the configured address and every parameter', () => {
    expect(validateSignature(webhook())).toBe(true);
  });

  it('is believed with the example that Twilio’s own documentation signs', () => {
    const example = {
      authToken: '12345',
      publicUrl: 'https://example.com',
      pathAndQuery: '/myapp.php?foo=1&bar=2',
      signature: 'L/OH5YylLD5NRKLltdqwSvS0BnU=',
      params: {
        CallSid: 'CA1234567890ABCDE',
        Caller: '+14158675310',
        Digits: '1234',
        From: '+14158675310',
        To: '+18005551212',
      },
    };

    expect(validateSignature(example)).toBe(true);
  });

  it('is believed behind a proxy under a path of its own', () => {
    const url = 'https://kommune.example/limen';
    const signature = signWebhook(authToken, url + pathAndQuery, params);

    expect(validateSignature(webhook({ publicUrl: `${url}/`, signature }))).toBe(true);
  });

  it('is believed with parameters that Twilio adds later', () => {
    const more = { ...params, SomethingNew: 'x' };
    const signature = signWebhook(authToken, publicUrl + pathAndQuery, more);

    expect(validateSignature(webhook({ params: more, signature }))).toBe(true);
  });

  it.each<[string, Partial<SignedWebhook>]>([
    ['without a signature', { signature: undefined }],
    ['with an empty signature', { signature: '' }],
    ['with a signature of another length', { signature: 'AAAA' }],
    ['with a signature that is not base64 at all', { signature: '🙂'.repeat(28) }],
    ['signed with another token', { signature: signWebhook('other', publicUrl + pathAndQuery, params) }],
    [
      'when no token is configured',
      { authToken: '', signature: signWebhook('', publicUrl + pathAndQuery, params) },
    ],
    ['with a changed parameter', { params: { ...params, MessageStatus: 'failed' } }],
    ['with a parameter more', { params: { ...params, ErrorCode: '30003' } }],
    ['with a parameter less', { params: { MessageSid: 'SM1', MessageStatus: 'delivered' } }],
    ['with another reference in the query', { pathAndQuery: '/webhooks/twilio/status?ref=msg_2&kind=sms' }],
    ['with the query in another order', { pathAndQuery: '/webhooks/twilio/status?kind=sms&ref=msg_1' }],
    ['without its query', { pathAndQuery: '/webhooks/twilio/status' }],
    ['at another door', { pathAndQuery: '/webhooks/twilio/inbound?ref=msg_1&kind=sms' }],
    ['at another host', { publicUrl: 'https://limen.example.org' }],
    ['on http when the public address is https', { publicUrl: 'http://limen.example' }],
    ['at an address that is none', { publicUrl: 'limen' }],
    ['with a path that would leave the host', { pathAndQuery: '.evil.example/webhooks' }],
  ])('is not believed %s', (_, different) => {
    expect(validateSignature(webhook(different))).toBe(false);
  });
});
