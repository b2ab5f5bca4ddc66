// A local server that behaves as Twilio's Messages API is documented to, faults included. It knows nothing of our code but
// types: auth, Create, List, Fetch, Update, Delete, error bodies that carry phone numbers, signed callbacks and webhooks.
import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { DeliveryStatus } from '../../src/gateways/gateway.ts';
import { createTwilioAccount, type TwilioMessage } from './twilio-account.ts';
import { createTwilioWebhooks, type SignedRequest } from './twilio-webhooks.ts';

/** What goes wrong with one request. *accept-…* has taken the message; the others have not. */
export type TwilioFault =
  | 'accept-then-drop'
  | 'accept-then-500'
  | 'accept-then-hang'
  | 'accept-then-garbage'
  | 'drop'
  | 'hang'
  | 'redirect'
  | 429
  | 500
  | 503
  | { status: number; code: number };

/** How callbacks reach the house. */
export type CallbackMode = 'normal' | 'doubled' | 'reordered' | 'doubled-reordered' | 'lost';

export type TwilioServerOptions = {
  accountSid?: string;
  authToken?: string;
  /** Where the house says it is; inbound webhooks are signed for it. */
  publicUrl?: string;
  /** Origin the house really listens on when that is another one than the signed address says. */
  deliverTo?: string;
  /** Carries a signed request to the house and answers its HTTP status; a real POST when left out. */
  deliver?: (request: SignedRequest) => Promise<number>;
  /** *settle* (default): statuses and callbacks move when `settle` is called; *auto*: at once; *none*: never. */
  callbacks?: 'settle' | 'auto' | 'none';
  /** The account's own numbers and names; any sender will do when left out. */
  senders?: readonly string[];
  /** Twilio's own STOP and START handling: a stopped number gets 21610. */
  keywordHandling?: boolean;
  /** Decides a fault for each attempt to create a message, after those planned. */
  faultFor?: (attempt: { index: number; to: string }) => TwilioFault | undefined;
  latencyMs?: number;
  maxPageSize?: number;
  now?: () => number;
  port?: number;
};

export type TwilioServer = Awaited<ReturnType<typeof startTwilioServer>>;

type Ending = { status: DeliveryStatus; code?: number };
type Answer = { status: number; body?: object | string; location?: string } | 'drop' | 'hang';
type Received = {
  method: string;
  path: string;
  query: URLSearchParams;
  authorization: string;
  form: URLSearchParams;
};

/** Starts the server on 127.0.0.1; `accepted` records every message it took, in order. */
export async function startTwilioServer(options: TwilioServerOptions = {}) {
  const accountSid = options.accountSid ?? `AC${'0'.repeat(31)}1`;
  const authToken = options.authToken ?? 'test-auth-token';
  const publicUrl = options.publicUrl ?? 'https://limen.example';
  const now = options.now ?? Date.now;
  const account = createTwilioAccount(accountSid, options.maxPageSize ?? 1000);
  const { deliver, deliverTo } = options;
  const webhooks = createTwilioWebhooks({
    authToken,
    deliver,
    deliverTo,
    retries: options.callbacks === 'auto',
  });
  const authorization = `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}`;
  const accepted: TwilioMessage[] = [];
  const planned: TwilioFault[] = [];
  const plannedForList: TwilioFault[] = [];
  const refused = new Map<string, number>();
  const endings = new Map<string, Ending>();
  const stopped = new Set<string>();
  const unsettled: TwilioMessage[] = [];
  let always: TwilioFault | undefined;
  let callbackMode: CallbackMode = 'normal';
  let attempts = 0;

  const server = createServer((req, res) => {
    const chunks: Buffer[] = [];
    req.on('data', (chunk: Buffer) => chunks.push(chunk));
    req.on('end', () => {
      const [path = '', query = ''] = (req.url ?? '').split('?', 2);
      const received: Received = {
        method: req.method ?? '',
        path,
        query: new URLSearchParams(query),
        authorization: req.headers.authorization ?? '',
        form: new URLSearchParams(Buffer.concat(chunks).toString('utf8')),
      };
      if (options.latencyMs) setTimeout(() => send(res, answer(received)), options.latencyMs);
      else send(res, answer(received));
    });
  });

  function answer({ method, path, query, authorization: given, form }: Received): Answer {
    if (given !== authorization) return refuse({ status: 401, code: 20003 }, 'Authenticate');
    if (path === `${account.path}.json`) return method === 'POST' ? create(form) : list(query);
    const sid = path.startsWith(`${account.path}/`)
      ? path.slice(account.path.length + 1, -'.json'.length)
      : '';
    const message = account.get(sid);
    if (!message) return refuse({ status: 404, code: 20404 }, `The requested resource ${path} was not found`);
    if (method === 'GET') return { status: 200, body: account.show(message) };
    if (!isFinal(message))
      return refuse(
        { status: 409, code: 20009 },
        'Cannot delete message because delivery has not been completed.',
      );
    if (method === 'DELETE') {
      account.remove(sid);
      return { status: 204 };
    }
    if (form.get('Body') !== '') return refuse({ status: 400, code: 20001 }, 'Body must be empty');
    message.body = '';
    return { status: 200, body: account.show(message) };
  }

  function create(form: URLSearchParams): Answer {
    const to = form.get('To') ?? '';
    const index = attempts++;
    const fault = planned.shift() ?? always ?? options.faultFor?.({ index, to });
    if (fault !== undefined && !isAccepting(fault)) return fail(fault);
    const wrong = findWrong(form);
    if (wrong) return refuse(wrong, `The 'To' number ${to} cannot be used: ${form.get('Body') ?? ''}`);
    const message = accept(form);
    if (fault === 'accept-then-500') return fail(500);
    if (fault === 'accept-then-drop') return 'drop';
    if (fault === 'accept-then-hang') return 'hang';
    if (fault === 'accept-then-garbage') return { status: 201, body: '<html>' };
    return { status: 201, body: account.show(message) };
  }

  function accept(form: URLSearchParams): TwilioMessage {
    const message: TwilioMessage = {
      sid: account.newSid(),
      to: form.get('To') ?? '',
      from: form.get('From') ?? '',
      body: form.get('Body') ?? '',
      direction: 'outbound-api',
      status: 'queued',
      errorCode: undefined,
      statusCallback: form.get('StatusCallback') ?? undefined,
      validityPeriod: Number(form.get('ValidityPeriod') ?? 36_000),
      createdAt: now(),
      sentAt: undefined,
    };
    account.add(message);
    accepted.push(message);
    if (options.callbacks === 'auto') {
      setImmediate(() => {
        progress(message);
        webhooks.run();
      });
    } else if (options.callbacks !== 'none') unsettled.push(message);
    return message;
  }

  function findWrong(form: URLSearchParams): { status: number; code: number } | undefined {
    const to = form.get('To') ?? '';
    const from = form.get('From') ?? '';
    const body = form.get('Body') ?? '';
    const validity = Number(form.get('ValidityPeriod') ?? 36_000);
    const code =
      refused.get(to) ??
      (to === '' ? 21604 : undefined) ??
      (/^\+[1-9]\d{6,14}$/.test(to) ? undefined : 21211) ??
      (from === '' ? 21603 : undefined) ??
      (options.senders && !options.senders.includes(from) ? 21606 : undefined) ??
      (stopped.has(`${to} ${from}`) ? 21610 : undefined) ??
      (body === '' ? 21602 : undefined) ??
      (body.length > 1600 ? 21617 : undefined) ??
      (URL.canParse(form.get('StatusCallback') ?? 'http://none.example') ? undefined : 21609) ??
      (validity >= 1 && validity <= 36_000 ? undefined : 20001);
    return code === undefined ? undefined : { status: 400, code };
  }

  function list(query: URLSearchParams): Answer {
    const fault = plannedForList.shift();
    return fault === undefined ? { status: 200, body: account.list(query) } : fail(fault);
  }

  function fail(fault: TwilioFault): Answer {
    if (fault === 'redirect') return { status: 307, location: `${publicUrl}/elsewhere` };
    if (fault === 429) return refuse({ status: 429, code: 20429 }, 'Too Many Requests');
    if (fault === 500 || fault === 503)
      return refuse({ status: fault, code: 20_000 + fault }, 'Server error');
    if (typeof fault === 'object') return refuse(fault, 'Refused');
    return fault === 'drop' ? 'drop' : 'hang';
  }

  /** Moves a message to its end and makes the callbacks that Twilio would send on the way. */
  function progress(message: TwilioMessage): void {
    const ending: Ending = endings.get(message.to) ?? { status: 'delivered' };
    message.sentAt = now();
    message.status = ending.status;
    message.errorCode = ending.code;
    const reports = [callbackOf(message, 'sent'), callbackOf(message, ending.status, ending.code)];
    if (!message.statusCallback || callbackMode === 'lost') return;
    if (callbackMode.includes('reordered')) reports.reverse();
    for (const params of reports) {
      webhooks.add(message.statusCallback, params);
      if (callbackMode.startsWith('doubled')) webhooks.add(message.statusCallback, params);
    }
  }

  function callbackOf(message: TwilioMessage, status: string, code?: number): Record<string, string> {
    return {
      AccountSid: accountSid,
      ApiVersion: '2010-04-01',
      From: message.from,
      MessageSid: message.sid,
      MessageStatus: status,
      SmsSid: message.sid,
      SmsStatus: status,
      To: message.to,
      ...(code ? { ErrorCode: String(code) } : {}),
    };
  }

  /** Lets everything that is under way happen: statuses move, callbacks are carried, failed ones once more. */
  async function settle(): Promise<void> {
    for (const message of unsettled.splice(0)) progress(message);
    await webhooks.settle();
  }

  /** Carries an SMS from a phone to the house and answers the house's HTTP status; the same `sid` again is the webhook sent twice. */
  async function sendInbound(sms: { from: string; to: string; text: string; sid?: string }) {
    const sid = sms.sid ?? account.newSid();
    if (!account.get(sid)) account.add(inboundOf(sid, sms, now()));
    if (options.keywordHandling) obeyKeyword(stopped, sms);
    const params = {
      AccountSid: accountSid,
      ApiVersion: '2010-04-01',
      Body: sms.text,
      From: sms.from,
      FromCountry: 'DK',
      MessageSid: sid,
      NumMedia: '0',
      NumSegments: '1',
      SmsMessageSid: sid,
      SmsSid: sid,
      SmsStatus: 'received',
      To: sms.to,
    };
    return { sid, status: await webhooks.carry(`${publicUrl}/webhooks/twilio/inbound`, params) };
  }

  async function close(): Promise<void> {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
    await webhooks.close();
  }

  server.listen(options.port ?? 0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    accountSid,
    authToken,
    accepted,
    /** Attempts to create a message, refused and failed ones included. */
    attempts: () => attempts,
    /** Faults for the next attempts to create a message, one each. */
    plan: (...faults: TwilioFault[]) => void planned.push(...faults),
    /** Faults for the next searches, one each. */
    planList: (...faults: TwilioFault[]) => void plannedForList.push(...faults),
    /** The same fault for every attempt from now on; undefined mends it. */
    always: (fault: TwilioFault | undefined) => {
      always = fault;
    },
    callbackMode: (mode: CallbackMode) => {
      callbackMode = mode;
    },
    /** Refuses every message to this number with this code. */
    refuse: (to: string, code: number) => void refused.set(to, code),
    /** How messages to this number end, instead of delivered. */
    endsAs: (to: string, ending: Ending) => void endings.set(to, ending),
    settle,
    sendInbound,
    close,
  };
}

function isAccepting(fault: TwilioFault): boolean {
  return typeof fault === 'string' && fault.startsWith('accept');
}

function isFinal(message: TwilioMessage): boolean {
  return ['delivered', 'undelivered', 'failed', 'received'].includes(message.status);
}

function inboundOf(sid: string, sms: { from: string; to: string; text: string }, at: number): TwilioMessage {
  return {
    sid,
    to: sms.to,
    from: sms.from,
    body: sms.text,
    direction: 'inbound',
    status: 'received',
    errorCode: undefined,
    statusCallback: undefined,
    validityPeriod: 0,
    createdAt: at,
    sentAt: at,
  };
}

function obeyKeyword(stopped: Set<string>, sms: { from: string; to: string; text: string }): void {
  const word = sms.text.trim().toUpperCase();
  if (['STOP', 'STOPALL', 'UNSUBSCRIBE', 'CANCEL', 'END', 'QUIT'].includes(word))
    stopped.add(`${sms.from} ${sms.to}`);
  if (['START', 'UNSTOP', 'YES'].includes(word)) stopped.delete(`${sms.from} ${sms.to}`);
}

function refuse({ status, code }: { status: number; code: number }, message: string): Answer {
  const more_info = `https://www.twilio.com/docs/errors/${code}`;
  return { status, body: { code, message, more_info, status } };
}

function send(res: ServerResponse, answer: Answer): void {
  if (answer === 'hang') return;
  if (answer === 'drop') {
    res.socket?.destroy();
    return;
  }
  if (answer.location) res.setHeader('location', answer.location);
  if (typeof answer.body === 'object') res.setHeader('content-type', 'application/json;charset=utf-8');
  const body = typeof answer.body === 'object' ? JSON.stringify(answer.body) : answer.body;
  res.writeHead(answer.status).end(body);
}
