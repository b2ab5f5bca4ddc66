import { describe, expect, it } from 'vitest';
import { parseInbound } from '../../../src/gateways/twilio/parse-inbound.ts';
import { parseStatus } from '../../../src/gateways/twilio/parse-status.ts';

const inbound = { MessageSid: 'SM1', From: '+4520000001', To: '+4520009999', Body: 'JA', NumMedia: '0' };
const status = { MessageSid: 'SM1', MessageStatus: 'delivered' };

describe('an inbound webhook', () => {
  it('is an SMS with an id, a sender, a recipient and a text', () => {
    const value = { providerId: 'SM1', from: '+4520000001', to: '+4520009999', text: 'JA' };

    expect(parseInbound(inbound)).toEqual({ ok: true, value });
  });

  it('is an SMS without words when only a picture came', () => {
    expect(parseInbound({ ...inbound, Body: '', NumMedia: '1' })).toMatchObject({
      ok: true,
      value: { text: '' },
    });
  });

  it('counts the first value where a name comes twice', () => {
    expect(parseInbound({ ...inbound, Body: ['JA', 'NEJ'] })).toMatchObject({ value: { text: 'JA' } });
  });

  it.each([
    ['its id', { MessageSid: '' }, 'no-message-id'],
    ['its sender', { From: '' }, 'no-sender'],
    ['its recipient', { To: '' }, 'no-recipient'],
    ['being an SMS', { From: 'whatsapp:+4520000001' }, 'not-sms'],
  ])('is refused without %s, and the reason says nothing of the form', (_, different, reason) => {
    expect(parseInbound({ ...inbound, ...different })).toEqual({ ok: false, reason });
  });

  it('is refused when the form has no text field at all', () => {
    const { Body: _, ...rest } = inbound;

    expect(parseInbound(rest)).toEqual({ ok: false, reason: 'no-text' });
  });

  it('reads nothing from what every object has', () => {
    expect(parseInbound({})).toEqual({ ok: false, reason: 'no-message-id' });
    expect(parseStatus({}, 'constructor')).toEqual({ ok: false, reason: 'no-message-id' });
  });
});

describe('a status callback', () => {
  it('is a report with our reference from its own address', () => {
    const value = { reference: 'msg_1', providerId: 'SM1', status: 'delivered' };

    expect(parseStatus(status, 'msg_1')).toEqual({ ok: true, value });
  });

  it.each([
    ['accepted', 'queued'],
    ['queued', 'queued'],
    ['sending', 'queued'],
    ['sent', 'sent'],
    ['delivered', 'delivered'],
    ['undelivered', 'undelivered'],
    ['failed', 'failed'],
    ['canceled', 'failed'],
  ])('reads Twilio’s %s as %s', (MessageStatus, ours) => {
    expect(parseStatus({ ...status, MessageStatus }, 'msg_1')).toMatchObject({ value: { status: ours } });
  });

  it.each([
    ['30003', { code: 30003, reason: 'unreachable' }],
    ['30005', { code: 30005, reason: 'invalid-number' }],
    ['30006', { code: 30006, reason: 'landline' }],
    ['30007', { code: 30007, reason: 'content' }],
    ['39999', { code: 39999 }],
    ['', {}],
    ['nonsense', {}],
  ])('reads error code "%s" from the closed list, and keeps one it does not know', (ErrorCode, failure) => {
    const parsed = parseStatus({ ...status, MessageStatus: 'undelivered', ErrorCode }, 'msg_1');

    const value = { reference: 'msg_1', providerId: 'SM1', status: 'undelivered', ...failure };
    expect(parsed).toEqual({ ok: true, value });
  });

  it('is refused without a reference, without an id, and with a status that is not about delivery', () => {
    expect(parseStatus(status, undefined)).toEqual({ ok: false, reason: 'no-reference' });
    expect(parseStatus({ MessageStatus: 'sent' }, 'msg_1')).toEqual({ ok: false, reason: 'no-message-id' });
    const odd = { ...status, MessageStatus: 'receiving' };
    expect(parseStatus(odd, 'msg_1')).toEqual({ ok: false, reason: 'unknown-status' });
  });
});
