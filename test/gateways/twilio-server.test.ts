// The local Twilio itself, where the gateways' suite does not reach: real callbacks over HTTP, filters, keywords.
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { request } from 'undici';
import { afterEach, describe, expect, it } from 'vitest';
import { startTwilioServer, type TwilioServer, type TwilioServerOptions } from './twilio-server.ts';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function start(options: TwilioServerOptions = {}): Promise<TwilioServer> {
  const server = await startTwilioServer(options);
  closing.push(() => server.close());
  return server;
}

async function call(server: TwilioServer, path: string, form?: Record<string, string>) {
  const credentials = Buffer.from(`${server.accountSid}:${server.authToken}`).toString('base64');
  const response = await request(`${server.url}/2010-04-01/Accounts/${server.accountSid}${path}`, {
    method: form ? 'POST' : 'GET',
    headers: { authorization: `Basic ${credentials}`, 'content-type': 'application/x-www-form-urlencoded' },
    body: form ? new URLSearchParams(form).toString() : null,
  });
  return { status: response.statusCode, body: (await response.body.json()) as Record<string, unknown> };
}

const message = { To: '+4520000001', From: '+4520009999', Body: 'Hej' };

describe('the local Twilio', () => {
  it('sends its callbacks over HTTP by itself, signed for the public address', async () => {
    const calls: string[] = [];
    const seen = Promise.withResolvers<void>();
    const house = createServer((req, res) => {
      calls.push(`${req.method} ${req.url} ${typeof req.headers['x-twilio-signature']}`);
      res.end();
      if (calls.length === 2) seen.resolve();
    });
    house.listen(0, '127.0.0.1');
    await once(house, 'listening');
    closing.push(async () => void house.close());
    const { port } = house.address() as AddressInfo;
    const server = await start({ callbacks: 'auto', deliverTo: `http://127.0.0.1:${port}` });

    const StatusCallback = 'https://limen.example/webhooks/twilio/status?ref=1';
    const created = await call(server, '/Messages.json', { ...message, StatusCallback });
    await seen.promise;

    expect(created).toMatchObject({ status: 201, body: { status: 'queued', date_sent: null } });
    expect(calls).toEqual(Array(2).fill('POST /webhooks/twilio/status?ref=1 string'));
  });

  it('leaves queued messages out of every list that filters on DateSent', async () => {
    const server = await start({ now: () => Date.parse('2027-03-01T12:00:00Z') });
    await call(server, '/Messages.json', message);

    const count = async (query: string) => {
      const { body } = await call(server, `/Messages.json?To=%2B4520000001${query}`);
      return (body.messages as unknown[]).length;
    };
    const whileQueued = [await count(''), await count('&DateSent%3E=2027-02-28')];
    await server.settle();
    const onceSent = [
      await count('&DateSent%3E=2027-02-28'),
      await count('&DateSent%3C=2027-03-01'),
      await count('&DateSent=2027-03-01'),
      await count('&DateSent%3E=2027-03-02'),
    ];

    expect(whileQueued).toEqual([1, 0]);
    expect(onceSent).toEqual([1, 1, 1, 0]);
  });

  it('blocks a number that wrote STOP when its own keyword handling is on, until START', async () => {
    const server = await start({ keywordHandling: true, deliver: async () => 200 });
    const from = message.To;
    const to = message.From;

    await server.sendInbound({ from, to, text: ' stop ' });
    const stopped = await call(server, '/Messages.json', message);
    await server.sendInbound({ from, to, text: 'START' });
    const started = await call(server, '/Messages.json', message);

    expect(stopped).toMatchObject({ status: 400, body: { code: 21610 } });
    expect(started.status).toBe(201);
  });

  it('can be asked for one message, and tells what it does not have', async () => {
    const server = await start();
    const { body } = await call(server, '/Messages.json', message);

    const there = await call(server, `/Messages/${body.sid}.json`);
    const gone = await call(server, '/Messages/SM0.json');

    expect(there.body).toMatchObject({ body: 'Hej', num_segments: '1', direction: 'outbound-api' });
    expect(gone).toMatchObject({ status: 404, body: { code: 20404 } });
  });

  it('asks for a fault before each attempt, so that a seed can plan a whole run', async () => {
    const server = await start({ faultFor: ({ index }) => (index % 2 === 0 ? 503 : undefined) });

    const statuses = [];
    for (let index = 0; index < 4; index += 1)
      statuses.push((await call(server, '/Messages.json', message)).status);

    expect(statuses).toEqual([503, 201, 503, 201]);
    expect(server.accepted).toHaveLength(2);
  });
});
