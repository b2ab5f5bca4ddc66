// The official SDK over an undici pool: one configured host, no redirects, no second attempt, a bounded time, nothing logged.
import type RequestClient from 'twilio/lib/base/RequestClient.js';
import { type Dispatcher, Pool } from 'undici';
import { type Asking, askBeforeLeaving } from './ask-before-leaving.ts';

export type RequestClientOptions = {
  /** Base URL that every request goes to, whatever host the SDK thinks of. */
  apiUrl: string;
  requestTimeoutMs: number;
  connections: number;
  /** The question whether what is requested may still leave. */
  asking: Asking;
};

type RequestOptions = RequestClient.RequestOptions<object>;
type Answer = { statusCode: number; body: string; headers: object };

const mostAnswerBytes = 16 * 1024 * 1024;

/** Builds the SDK's HTTP client; a request settles within `requestTimeoutMs`, and `close` waits for those under way. */
export function createRequestClient(options: RequestClientOptions): {
  client: RequestClient;
  close(): Promise<void>;
} {
  const base = new URL(options.apiUrl);
  const pool = new Pool(base.origin, {
    connections: options.connections,
    pipelining: 1,
    allowH2: false,
    // Shorter than the whole, so that a host that cannot be reached is a certain refusal and not an unknown outcome.
    connect: { timeout: Math.ceil(options.requestTimeoutMs / 2) },
    maxResponseSize: mostAnswerBytes,
  });
  const prefix = base.pathname.replace(/\/+$/, '');
  const asked = pool.compose(askBeforeLeaving(options.asking));
  const request = (opts: RequestOptions) => send(asked, prefix, options.requestTimeoutMs, opts);
  // The SDK calls `request` and nothing else of the class, whose constructor would build an axios and an agent of its own.
  return { client: { request } as unknown as RequestClient, close: () => pool.close() };
}

async function send(
  pool: Dispatcher,
  prefix: string,
  timeoutMs: number,
  opts: RequestOptions,
): Promise<Answer> {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), timeoutMs);
  try {
    const response = await pool.request({
      method: opts.method === 'post' ? 'POST' : opts.method === 'delete' ? 'DELETE' : 'GET',
      path: prefix + pathOf(opts),
      headers: headersOf(opts),
      body: opts.data ? encode(opts.data) : null,
      signal: controller.signal,
    });
    const body = await response.body.text();
    return { statusCode: response.statusCode, body, headers: response.headers };
  } finally {
    clearTimeout(timer);
  }
}

function pathOf(opts: RequestOptions): string {
  const { pathname, search } = new URL(opts.uri);
  const params = opts.params ? encode(opts.params) : '';
  return params ? `${pathname}?${params}` : pathname + search;
}

function headersOf(opts: RequestOptions): Record<string, string> {
  const credentials = Buffer.from(`${opts.username}:${opts.password}`).toString('base64');
  return {
    accept: 'application/json',
    authorization: `Basic ${credentials}`,
    'content-type': 'application/x-www-form-urlencoded',
    'user-agent': 'limen',
  };
}

function encode(fields: object): string {
  const form = new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) form.append(name, String(value));
  return form.toString();
}
