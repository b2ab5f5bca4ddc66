import { serve } from '@hono/node-server';
import { describe, expect, test, vi } from 'vitest';
import { BROTHER, MOTHER, openPhones } from './phones.ts';

type Reader = { next(): Promise<string>; cancel(): Promise<void> };

/** Reads the events of a stream one by one; each is the data of one message. */
function readEvents(answer: Response): Reader {
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  if (!reader) throw new Error('no stream');
  let kept = '';
  return {
    async next() {
      for (;;) {
        const end = kept.indexOf('\n\n');
        if (end >= 0) {
          const event = kept.slice(0, end);
          kept = kept.slice(end + 2);
          return event.replace(/^data: ?/gm, '');
        }
        const { value, done } = await reader.read();
        if (done) throw new Error('the stream has ended');
        kept += value;
      }
    },
    cancel: () => reader.cancel(),
  };
}

describe('the live screen of a phone', () => {
  test('shows what is there at once, then every change', async () => {
    await using stand = await openPhones();
    const events = readEvents(await stand.app.request('/phone/4520000116/live'));
    expect(await events.next()).toContain('Ingen sms&#39;er endnu.');

    await stand.network.type(BROTHER, 'JA');

    expect(await events.next()).toContain('JA</p>');
    await events.cancel();
  });

  test('is a stream nobody keeps', async () => {
    await using stand = await openPhones();

    const answer = await stand.app.request('/phone/4520000116/live');

    expect(answer.headers.get('content-type')).toBe('text/event-stream');
    expect(answer.headers.get('cache-control')).toBe('no-cache');
    expect(answer.headers.get('content-security-policy')).toContain("script-src 'self'");
    await answer.body?.cancel();
  });

  test('shows many changes at once as one, and misses none', async () => {
    await using stand = await openPhones();
    const events = readEvents(await stand.app.request('/phone/4520000116/live'));
    await events.next();

    for (let n = 1; n <= 40; n += 1) await stand.network.type(BROTHER, `nummer ${n}`);

    let last = '';
    let count = 0;
    while (!last.includes('nummer 40')) {
      last = await events.next();
      count += 1;
    }
    expect(last.match(/nummer \d+/g)).toHaveLength(40);
    expect(count).toBeLessThan(40);
    await events.cancel();
  });

  test('says nothing of what happens on other phones', async () => {
    await using stand = await openPhones();
    const events = readEvents(await stand.app.request('/phone/4520000116/live'));
    await events.next();

    await stand.network.type(MOTHER, 'ikke til dig');
    await stand.network.type(BROTHER, 'til mig');

    const next = await events.next();
    expect(next).toContain('til mig');
    expect(next).not.toContain('ikke til dig');
    await events.cancel();
  });
});

describe('the live wall', () => {
  test('shows every change, by alias', async () => {
    await using stand = await openPhones();
    const events = readEvents(await stand.app.request('/phone/live'));
    expect(await events.next()).toContain('20 00 01 17');

    await stand.network.type(BROTHER, 'STOP');

    expect(await events.next()).toMatch(/Bror, 22.*STOP/s);
    await events.cancel();
  });
});

describe('a reader who goes away', () => {
  test.each(['/phone/live', '/phone/4520000116/live'])('is forgotten at %s', async (path) => {
    await using stand = await openPhones();
    const events = readEvents(await stand.app.request(path));
    await events.next();
    expect(stand.watchers()).toBe(1);

    await events.cancel();

    await vi.waitFor(() => expect(stand.watchers()).toBe(0));
  });

  test('is forgotten before reading anything, and while a change waits to be read', async () => {
    await using stand = await openPhones();
    const answers = await Promise.all(
      Array.from({ length: 20 }, async () => stand.app.request('/phone/4520000116/live')),
    );
    for (let n = 0; n < 50; n += 1) await stand.network.type(BROTHER, 'x'.repeat(1_000));

    await Promise.all(answers.map((answer) => answer.body?.cancel()));

    await vi.waitFor(() => expect(stand.watchers()).toBe(0));
  });

  test('is forgotten when the connection breaks', async () => {
    await using stand = await openPhones();
    const server = serve({ fetch: stand.app.fetch, hostname: '127.0.0.1', port: 0 });
    await new Promise((resolve) => server.once('listening', resolve));
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const connection = new AbortController();
    const answer = await fetch(`http://127.0.0.1:${port}/phone/live`, { signal: connection.signal });
    await readEvents(answer).next();
    expect(stand.watchers()).toBe(1);

    connection.abort();

    await vi.waitFor(() => expect(stand.watchers()).toBe(0));
    await new Promise((resolve) => server.close(resolve));
  });
});
