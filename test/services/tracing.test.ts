// What whoever runs the house sees of it: one tree for one webhook, and nothing of people in it.
import { context, propagation } from '@opentelemetry/api';
import { expect, test } from 'vitest';
import { parseInbound } from '../../src/gateways/twilio/parse-inbound.ts';
import { parseStatus } from '../../src/gateways/twilio/parse-status.ts';
import { createInlineBell } from '../../src/jobs/inline-bell.ts';
import { beat } from '../../src/services/beat.ts';
import { createApp } from '../../src/web/app.ts';
import { ask, say } from '../journey/engine/make-flow.ts';
import { recordSpans } from '../support/tracing.ts';
import { accepted, enrol, type House, makeHouse, PHONE, rows, scriptedGateway } from './stand.ts';

const TEXT = 'JA tak, sagde kanariefuglen';

const receive = async (rt: House, text = TEXT): Promise<Response> =>
  createApp(rt, { twilio: { validate: () => true, parseInbound, parseStatus } }).request(
    'https://limen.test/webhooks/twilio/inbound',
    {
      method: 'POST',
      body: new URLSearchParams({ MessageSid: 'SM1', From: PHONE, To: '+4520009999', Body: text }),
    },
  );

/** A house that does its own work as soon as a bell rings. */
async function ringing(rt: House, work: () => Promise<unknown>): Promise<void> {
  rt.bell = createInlineBell(() => rt);
  await work();
  await rt.bell.quiet();
}

test('an SMS that comes in is one tree: stored, read, answered by a turn, and the answer posted', async () => {
  const told: Record<string, string>[] = [];
  const gateway = scriptedGateway((_, nth) => {
    const headers: Record<string, string> = {};
    propagation.inject(context.active(), headers);
    told.push(headers);
    return accepted(nth);
  });
  await using rt = await makeHouse({ gateway });
  await enrol(rt, [ask('kommer', { ja: { go: 'tak' } }), say('tak')]);
  await beat(rt);
  told.length = 0;
  using tracing = recordSpans();

  await ringing(rt, async () => expect((await receive(rt, 'Ja tak!')).status).toBe(200));

  const isCommit = (line: string) => line.endsWith('commit');
  expect(tracing.tree().filter((line) => !isCommit(line))).toEqual([
    'POST /webhooks/twilio/inbound',
    '  job handle-inbound',
    '    take-turn',
    '      job dispatch-sender',
    '        claim',
    '        post',
    '        claim',
  ]);
  // The inbox row, the turn and the claim were each committed where they were asked for.
  expect(tracing.tree().filter(isCommit)).toEqual(
    expect.arrayContaining(['  commit', '      commit', '          commit']),
  );
  expect(new Set(tracing.spans().map((span) => span.spanContext().traceId)).size).toBe(1);
  // The provider is told nothing of it.
  expect(gateway.posted).toHaveLength(2);
  expect(told).toEqual([{}]);
});

test('no number, text, name or token stands in any span', async () => {
  await using rt = await makeHouse();
  const { relativeId } = await enrol(rt, [ask('kommer')]);
  using tracing = recordSpans();

  await ringing(rt, () => receive(rt));
  await createApp(rt).request('https://limen.test/i/hemmeligt-hemmeligt-aa?x=kanariefugl');

  const seen = JSON.stringify(
    tracing
      .spans()
      .map(({ name, attributes, events, links, status }) => ({ name, attributes, events, links, status })),
  );
  expect(seen).toContain('/i/:token');
  expect(seen).not.toMatch(/20000011|kanariefugl|hemmeligt|Anne/);
  expect(seen).not.toContain(relativeId);
});

test('a span that failed tells the name of the fault alone', async () => {
  await using rt = await makeHouse();
  await enrol(rt, [say('hej')]);
  await rows(rt, 'DROP TABLE replies');
  using tracing = recordSpans();

  const answer = await receive(rt);

  expect(answer.status).toBe(500);
  const [span] = tracing.spans();
  expect(span?.attributes).toMatchObject({
    'error.type': 'LibsqlBatchError',
    'http.response.status_code': 500,
  });
  expect(span?.status).toEqual({ code: 2 });
  expect(span?.events).toEqual([]);
});

test('a commit shared by several hangs under one of them and points to the others', async () => {
  await using rt = await makeHouse();
  using tracing = recordSpans();

  await Promise.all([receive(rt), receive(rt), receive(rt)]);

  const commits = tracing.spans().filter(({ name }) => name === 'commit');
  expect(commits.map(({ attributes, links }) => [attributes['limen.items'], links.length])).toEqual([[3, 2]]);
});

test('an idle heartbeat leaves no trace, and the work it finds does', async () => {
  await using rt = await makeHouse();
  using tracing = recordSpans();
  await beat(rt);
  expect(tracing.tree()).toEqual([]);

  await enrol(rt, [say('hej')]);
  await beat(rt);

  expect(tracing.tree()).toContain('post');
});
