import { expect, test } from 'vitest';
import { parseInbound } from '../../../src/gateways/twilio/parse-inbound.ts';
import { parseStatus } from '../../../src/gateways/twilio/parse-status.ts';
import { validateSignature } from '../../../src/gateways/twilio/validate-signature.ts';
import { createApp } from '../../../src/web/app.ts';
import type { TwilioDoor } from '../../../src/web/env.ts';
import { signWebhook } from '../../gateways/twilio-signature.ts';
import { seedOrganisation } from '../../support/house.ts';
import { makeRuntime, type TestRuntime } from '../../support/runtime.ts';
import { countRows, openInvitation } from '../../support/visit.ts';

const authToken = 'a'.repeat(32);
const publicUrl = 'https://limen.test';

const door: TwilioDoor = {
  validate: (url, params, signature) =>
    validateSignature({ authToken, publicUrl, pathAndQuery: url.slice(publicUrl.length), params, signature }),
  parseInbound,
  parseStatus,
};

const appOf = (rt: TestRuntime) => createApp(rt, { twilio: door });

const inbound = {
  MessageSid: 'SM1',
  From: '+4520000011',
  To: '+4520000099',
  Body: 'Hej, jeg har et spørgsmål + et til',
};

type Call = { path?: string; params?: Record<string, string>; sign?: string; body?: string; host?: string };

function call(
  app: ReturnType<typeof appOf>,
  { path = '/webhooks/twilio/inbound', params = inbound, ...rest }: Call,
) {
  const signature = rest.sign ?? signWebhook(authToken, publicUrl + path, params);
  return app.request((rest.host ?? publicUrl) + path, {
    method: 'POST',
    body: rest.body ?? new URLSearchParams(params).toString(),
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      ...(signature ? { 'x-twilio-signature': signature } : {}),
    },
  });
}

test('an SMS with a fitting signature is stored once and answered with an empty reply', async () => {
  await using rt = await makeRuntime();
  await seedOrganisation(rt);
  const app = appOf(rt);

  const first = await call(app, {});
  const again = await call(app, {});

  expect([first.status, again.status]).toEqual([200, 200]);
  expect(first.headers.get('content-type')).toContain('text/xml');
  expect(await first.text()).toContain('<Response/>');
  expect(await countRows(rt, 'replies')).toBe(1);
});

test('the signature is held against the configured address, not the one the request claims', async () => {
  await using rt = await makeRuntime();
  await seedOrganisation(rt);

  expect((await call(appOf(rt), { host: 'http://10.0.0.7:3000' })).status).toBe(200);
});

test.each<[string, Call]>([
  ['no signature', { sign: '' }],
  ['a made-up one', { sign: 'AAAAAAAAAAAAAAAAAAAAAAAAAAA=' }],
  [
    'one of another key',
    { sign: signWebhook('b'.repeat(32), `${publicUrl}/webhooks/twilio/inbound`, inbound) },
  ],
  [
    'one of another address',
    { sign: signWebhook(authToken, `${publicUrl}/webhooks/twilio/status`, inbound) },
  ],
  ['one of another text', { body: new URLSearchParams({ ...inbound, Body: 'STOP' }).toString() }],
  ['a parameter more', { body: `${new URLSearchParams(inbound)}&Extra=1` }],
  ['a parameter twice', { body: `${new URLSearchParams(inbound)}&Body=STOP` }],
  ['a parameter less', { body: 'MessageSid=SM1' }],
])('with %s it is refused and nothing is stored', async (_, how) => {
  await using rt = await makeRuntime();
  await seedOrganisation(rt);

  expect((await call(appOf(rt), how)).status).toBe(403);
  expect(await countRows(rt, 'replies')).toBe(0);
});

test('the provider needs no form token and no origin of ours', async () => {
  await using rt = await makeRuntime();
  await seedOrganisation(rt);
  const app = appOf(rt);

  const answer = await app.request(`${publicUrl}/webhooks/twilio/inbound`, {
    method: 'POST',
    body: new URLSearchParams(inbound).toString(),
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      origin: 'https://elsewhere.test',
      'x-twilio-signature': signWebhook(authToken, `${publicUrl}/webhooks/twilio/inbound`, inbound),
    },
  });

  expect(answer.status).toBe(200);
});

test('when it cannot be stored the provider is told to come again', async () => {
  await using rt = await makeRuntime({
    around: (when) => {
      if (when === 'before' && full) throw Object.assign(new Error('disk full'), { code: 'SQLITE_FULL' });
    },
  });
  let full = false;
  await seedOrganisation(rt);
  full = true;

  const answer = await call(appOf(rt), {});
  full = false;

  expect(answer.status).toBe(503);
  expect(await countRows(rt, 'replies')).toBe(0);
  expect((await call(appOf(rt), {})).status).toBe(200);
  expect(await countRows(rt, 'replies')).toBe(1);
});

test('a signed call that says nothing usable is answered with the reason, and logged without what it carried', async () => {
  await using rt = await makeRuntime();
  await seedOrganisation(rt);
  const params = { MessageSid: 'SM1', To: '+4520000099', Body: 'hemmeligt' };

  const answer = await call(appOf(rt), { params });

  expect([answer.status, await answer.text()]).toEqual([400, 'no-sender']);
  expect(rt.lines.join('\n')).not.toContain('hemmeligt');
});

test('a status finds its message by the reference in the address, and doubled or late ones change nothing', async () => {
  await using rt = await makeRuntime();
  await openInvitation(rt, 'link');
  const app = appOf(rt);
  await rt.db.client.execute("UPDATE messages SET status = 'sending', intent_at = 1");
  const found = await rt.db.client.execute('SELECT id FROM messages');
  const path = `/webhooks/twilio/status?ref=${encodeURIComponent(String(found.rows[0]?.id))}`;
  const tell = (status: string) => call(app, { path, params: { MessageSid: 'SM9', MessageStatus: status } });

  for (const status of ['sent', 'delivered', 'delivered', 'sent', 'queued'])
    expect((await tell(status)).status).toBe(204);

  const after = await rt.db.client.execute('SELECT status, provider_id FROM messages');
  expect(after.rows[0]).toMatchObject({ status: 'delivered', provider_id: 'SM9' });
});

test('a status for a message we do not know, or without a reference, is taken and changes nothing', async () => {
  await using rt = await makeRuntime();
  await seedOrganisation(rt);
  const params = { MessageSid: 'SM9', MessageStatus: 'delivered' };

  for (const path of ['/webhooks/twilio/status', '/webhooks/twilio/status?ref=unknown'])
    expect((await call(appOf(rt), { path, params })).status).toBe(204);
});

test('the reference is signed too: a status cannot be sent for another message', async () => {
  await using rt = await makeRuntime();
  await seedOrganisation(rt);
  const params = { MessageSid: 'SM9', MessageStatus: 'failed' };
  const sign = signWebhook(authToken, `${publicUrl}/webhooks/twilio/status?ref=a`, params);

  expect((await call(appOf(rt), { path: '/webhooks/twilio/status?ref=b', params, sign })).status).toBe(403);
});

test('without Twilio the webhooks are not there at all', async () => {
  await using rt = await makeRuntime();
  await seedOrganisation(rt);
  const app = createApp(rt);

  for (const path of ['/webhooks/twilio/inbound', '/webhooks/twilio/status'])
    expect((await call(app, { path })).status).toBe(404);
});

test('GET on a webhook is nothing', async () => {
  await using rt = await makeRuntime();
  await seedOrganisation(rt);

  expect((await appOf(rt).request('/webhooks/twilio/inbound')).status).toBe(404);
});

test('an SMS of five thousand characters and an empty one are both stored', async () => {
  await using rt = await makeRuntime();
  await seedOrganisation(rt);
  const app = appOf(rt);

  for (const [sid, Body] of [
    ['SM1', '🙂å'.repeat(1700)],
    ['SM2', ''],
  ] as const)
    expect((await call(app, { params: { ...inbound, MessageSid: sid, Body } })).status).toBe(200);

  expect(await countRows(rt, 'replies')).toBe(2);
});
