// Carries Twilio's signed requests to the house, those of one message in order, and again when the house could not take them.
import { Agent, request } from 'undici';
import { signWebhook } from './twilio-signature.ts';

/** One signed request to the house; `path` is the part after the origin, with the query. */
export type SignedRequest = {
  url: string;
  path: string;
  params: Record<string, string>;
  headers: Record<string, string>;
  body: string;
};

export type WebhookOptions = {
  authToken: string;
  /** Origin the house really listens on when that is another one than the signed address says. */
  deliverTo?: string | undefined;
  /** Carries a signed request to the house and answers its HTTP status; a real POST when left out. */
  deliver?: ((request: SignedRequest) => Promise<number>) | undefined;
  /** Tries a failed one again by itself; otherwise it waits for the next `run`. */
  retries: boolean;
};

type Errand = { url: string; params: Record<string, string>; attempts: number };

const mostAttempts = 5;

/** A postman with nothing to carry yet. */
export function createTwilioWebhooks(options: WebhookOptions) {
  const agent = new Agent({ connections: 32, pipelining: 1 });
  const errands: Errand[] = [];
  const underWay = new Set<Promise<void>>();

  /** Signs one request and carries it; answers the house's status, 0 when it did not answer. */
  async function carry(url: string, params: Record<string, string>): Promise<number> {
    const { origin, pathname, search } = new URL(url);
    const signed: SignedRequest = {
      url,
      path: pathname + search,
      params,
      headers: {
        'content-type': 'application/x-www-form-urlencoded; charset=utf-8',
        'x-twilio-signature': signWebhook(options.authToken, url, params),
      },
      body: new URLSearchParams(params).toString(),
    };
    try {
      return await (options.deliver ?? ((it) => post(options.deliverTo ?? origin, it)))(signed);
    } catch {
      return 0;
    }
  }

  async function post(origin: string, { path, headers, body }: SignedRequest): Promise<number> {
    const response = await request(origin + path, { method: 'POST', headers, body, dispatcher: agent });
    await response.body.dump();
    return response.statusCode;
  }

  function run(): void {
    const byMessage = Map.groupBy(errands.splice(0), ({ params }) => params.MessageSid ?? '');
    for (const group of byMessage.values()) {
      const done = carryAll(group).finally(() => underWay.delete(done));
      underWay.add(done);
    }
  }

  async function carryAll(group: readonly Errand[]): Promise<void> {
    for (const errand of group) {
      const status = await carry(errand.url, errand.params);
      errand.attempts += 1;
      if ((status >= 200 && status < 300) || errand.attempts >= mostAttempts) continue;
      errands.push(errand);
      if (options.retries) setTimeout(run, 50 * 2 ** errand.attempts).unref();
    }
  }

  return {
    carry,
    add: (url: string, params: Record<string, string>) => void errands.push({ url, params, attempts: 0 }),
    run,
    /** Carries everything that waits, once, and waits for it. */
    async settle(): Promise<void> {
      run();
      while (underWay.size > 0) await Promise.all(underWay);
    },
    close: () => agent.destroy(),
  };
}
