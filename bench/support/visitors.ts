// Those who write to the house and work at the desk while it has much to do: a process of its own, so that what is timed is the house.
import { fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { Agent, request } from 'undici';
import { signWebhook } from '../../test/gateways/twilio-signature.ts';
import { phoneOf } from './seeds.ts';
import { PUBLIC_URL, SENDERS } from './sending.ts';

/** How long each answer took, ms. */
export type Waits = { webhooks: number[]; pages: number[]; failed: number };

export type Visitors = {
  /** The waits since the last call. */
  take(): Promise<Waits>;
  close(): void;
};

type Options = { port: number; authToken: string; session: string };

const FLAG = '--serve-visitors';
/** One webhook and one page so often; the next does not wait for the last, as people do not. */
const EVERY_MS = 200;
const MOST_MS = 30_000;
const PHONES = 5_000;
const TEXTS = ['Tak for beskeden', 'Hvornår er det?', 'Kan I ringe til mig i morgen?', 'Ok'];
const PAGES = ['/desk', '/desk/paaroerende', '/desk/indbakke', '/desk/paaroerende/r7', '/desk/varsler'];

/** Starts them; they come until `close`, or this process ends. */
export async function startVisitors(options: Options): Promise<Visitors> {
  const child = fork(import.meta.filename, [FLAG, JSON.stringify(options)]);
  await once(child, 'message');
  return {
    async take() {
      child.send('take');
      const [waits] = (await once(child, 'message')) as [Waits];
      return waits;
    },
    close: () => child.disconnect(),
  };
}

function visit({ port, authToken, session }: Options): { take(): Waits } {
  const agent = new Agent({ connections: 200, headersTimeout: MOST_MS, bodyTimeout: MOST_MS });
  const none = (): Waits => ({ webhooks: [], pages: [], failed: 0 });
  let waits = none();
  const timed = async (into: 'webhooks' | 'pages', path: string, init: object): Promise<void> => {
    const began = performance.now();
    try {
      const answer = await request(`http://127.0.0.1:${port}${path}`, { dispatcher: agent, ...init });
      await answer.body.text();
      if (answer.statusCode === 200) waits[into].push(performance.now() - began);
      else waits.failed += 1;
    } catch {
      waits.failed += 1;
    }
  };
  const write = (n: number): Promise<void> => {
    const path = '/webhooks/twilio/inbound';
    const params = {
      MessageSid: `SM${randomBytes(16).toString('hex')}`,
      From: phoneOf((n * 7) % PHONES),
      To: SENDERS.number,
      Body: TEXTS[n % TEXTS.length] ?? '',
      NumMedia: '0',
    };
    const headers = {
      'content-type': 'application/x-www-form-urlencoded',
      'x-twilio-signature': signWebhook(authToken, PUBLIC_URL + path, params),
    };
    return timed('webhooks', path, {
      method: 'POST',
      headers,
      body: new URLSearchParams(params).toString(),
    });
  };
  const look = (n: number): Promise<void> =>
    timed('pages', PAGES[n % PAGES.length] ?? '/desk', {
      headers: { cookie: `__Host-limen_staff=${session}` },
    });
  let n = 0;
  setInterval(() => {
    n += 1;
    const mine = n;
    void write(mine);
    setTimeout(() => void look(mine), EVERY_MS / 2);
  }, EVERY_MS);
  return {
    take() {
      const taken = waits;
      waits = none();
      return taken;
    },
  };
}

if (process.argv[2] === FLAG) {
  const visitors = visit(JSON.parse(process.argv[3] ?? '') as Options);
  process.on('disconnect', () => process.exit());
  process.on('message', () => process.send?.(visitors.take()));
  process.send?.('ready');
}
