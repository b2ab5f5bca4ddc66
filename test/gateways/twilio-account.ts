// What Twilio remembers of one account: its messages, how the API shows them, how the list filters and pages.
import { randomBytes } from 'node:crypto';
import type { DeliveryStatus } from '../../src/gateways/gateway.ts';

export type TwilioMessage = {
  sid: string;
  to: string;
  from: string;
  body: string;
  direction: 'outbound-api' | 'inbound';
  status: DeliveryStatus | 'received';
  errorCode: number | undefined;
  statusCallback: string | undefined;
  validityPeriod: number;
  createdAt: number;
  sentAt: number | undefined;
};

export type TwilioAccount = ReturnType<typeof createTwilioAccount>;

/** An account with no messages yet. */
export function createTwilioAccount(accountSid: string, maxPageSize: number) {
  const prefix = randomBytes(12).toString('hex');
  const bySid = new Map<string, TwilioMessage>();
  const byNumber = new Map<string, TwilioMessage[]>();
  const path = `/2010-04-01/Accounts/${accountSid}/Messages`;

  const newSid = () => `SM${prefix}${(bySid.size + 1).toString(16).padStart(8, '0')}`;

  function add(message: TwilioMessage): void {
    bySid.set(message.sid, message);
    const others = byNumber.get(message.to);
    if (others) others.push(message);
    else byNumber.set(message.to, [message]);
  }

  function remove(sid: string): void {
    const message = bySid.get(sid);
    bySid.delete(sid);
    if (message) byNumber.set(message.to, byNumber.get(message.to)?.filter((one) => one.sid !== sid) ?? []);
  }

  function list(query: URLSearchParams): object {
    const to = query.get('To');
    const found = (to === null ? [...bySid.values()] : (byNumber.get(to) ?? [])).filter((one) =>
      passes(one, query),
    );
    const pageSize = Math.min(Number(query.get('PageSize') ?? 50), maxPageSize);
    const page = Number(query.get('Page') ?? 0);
    const newestFirst = found.toReversed().slice(page * pageSize, (page + 1) * pageSize);
    return {
      messages: newestFirst.map(show),
      page,
      page_size: pageSize,
      uri: pageUri(query, pageSize, page),
      next_page_uri: (page + 1) * pageSize < found.length ? pageUri(query, pageSize, page + 1) : null,
    };
  }

  function pageUri(query: URLSearchParams, pageSize: number, page: number): string {
    const next = new URLSearchParams(query);
    next.set('PageSize', String(pageSize));
    next.set('Page', String(page));
    next.set('PageToken', `PASM${page}`);
    return `${path}.json?${next}`;
  }

  function show(message: TwilioMessage): object {
    return {
      account_sid: accountSid,
      api_version: '2010-04-01',
      body: message.body,
      date_created: rfc2822(message.createdAt),
      date_sent: message.sentAt === undefined ? null : rfc2822(message.sentAt),
      date_updated: rfc2822(message.sentAt ?? message.createdAt),
      direction: message.direction,
      error_code: message.errorCode ?? null,
      error_message: null,
      from: message.from,
      messaging_service_sid: null,
      num_media: '0',
      num_segments: String(segmentsOf(message.body)),
      price: null,
      price_unit: 'USD',
      sid: message.sid,
      status: message.status,
      subresource_uris: { media: `${path}/${message.sid}/Media.json` },
      to: message.to,
      uri: `${path}/${message.sid}.json`,
    };
  }

  return { path, newSid, add, remove, list, show, get: (sid: string) => bySid.get(sid) };
}

/** A message that is still queued has no `DateSent`, so every filter on it leaves that message out. */
function passes(message: TwilioMessage, query: URLSearchParams): boolean {
  const from = query.get('From');
  if (from !== null && message.from !== from) return false;
  const on = query.get('DateSent');
  const after = query.get('DateSent>');
  const before = query.get('DateSent<');
  if (on === null && after === null && before === null) return true;
  if (message.sentAt === undefined) return false;
  if (on !== null && (message.sentAt < Date.parse(on) || message.sentAt > endOf(on))) return false;
  if (after !== null && message.sentAt < Date.parse(after)) return false;
  return before === null || message.sentAt <= endOf(before);
}

function endOf(moment: string): number {
  return moment.includes('T') ? Date.parse(moment) : Date.parse(moment) + 86_399_999;
}

function rfc2822(at: number): string {
  return new Date(at).toUTCString().replace('GMT', '+0000');
}

const gsm7 = /^[A-Za-z0-9 \n\r@£$¥èéùìòÇØøÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ!"#¤%&'()*+,\-./:;<=>?¡ÄÖÑÜ§¿äöñüà^{}\\[~\]|€]*$/;

function segmentsOf(body: string): number {
  const [alone, joined] = gsm7.test(body) ? [160, 153] : [70, 67];
  return body.length <= alone ? 1 : Math.ceil(body.length / joined);
}
