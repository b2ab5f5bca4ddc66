import { readdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { expect, test } from 'vitest';
import { parseInbound } from '../../src/gateways/twilio/parse-inbound.ts';
import { parseStatus } from '../../src/gateways/twilio/parse-status.ts';
import { openInstruments } from '../../src/main/operations/instruments.ts';
import { beat } from '../../src/services/beat.ts';
import { endJourney } from '../../src/services/journeys/end-journey.ts';
import { publishFlow } from '../../src/services/journeys/publish-flow.ts';
import { startJourney } from '../../src/services/journeys/start-journey.ts';
import { takeTurn } from '../../src/services/journeys/take-turn.ts';
import { createRelative } from '../../src/services/relatives/create-relative.ts';
import { receiveSms } from '../../src/services/replies/receive-sms.ts';
import { stopNumber } from '../../src/services/replies/stop-number.ts';
import { recordStatus } from '../../src/services/sending/record-status.ts';
import { seal } from '../../src/store/seal.ts';
import { createApp } from '../../src/web/app.ts';
import { alert, ask, invite, makeFlow, say } from '../journey/engine/make-flow.ts';
import { openBrowser } from '../support/browser.ts';
import { advisor, relativeForm } from '../support/desk.ts';
import { recordSpans } from '../support/tracing.ts';
import {
  accepted,
  alerts,
  type House,
  hear,
  makeHouse,
  numberOf,
  rows,
  run,
  scriptedGateway,
} from './stand.ts';

/** What must never stand anywhere in clear: each is a word that occurs nowhere else. */
const CANARY = {
  number: '+4520004711',
  digits: '20004711',
  name: 'Kanarie Fugleholm',
  tiltale: 'Kanariefuglen',
  guardian: 'Værge Fugleholm',
  note: 'Notatet om reden',
  reply: 'Bemærkningen om fjerene',
  cpr: '010190-4711',
  answer: 'Svaret om buret',
} as const;

/** Every way an SMS can fail, one after the other. */
function unlucky() {
  return scriptedGateway((_, nth) => {
    if (nth % 5 === 1) return { outcome: 'unknown' };
    if (nth % 5 === 2) return { outcome: 'refused', reason: 'rate', retryable: true, code: 20429 };
    if (nth % 5 === 3) return { outcome: 'refused', reason: 'unreachable', retryable: false, code: 21612 };
    return accepted(nth);
  });
}

/** A house in which everything happens to one relative, errors included; gives what was thrown. */
async function live(rt: House): Promise<string[]> {
  const thrown: string[] = [];
  const attempt = async (work: () => Promise<unknown>): Promise<void> => {
    try {
      await work();
    } catch (error) {
      for (let at: unknown = error; at instanceof Error; at = at.cause)
        thrown.push(`${at.message}\n${at.stack}`);
    }
  };
  const form = relativeForm({
    name: CANARY.name,
    tiltale: CANARY.tiltale,
    number: CANARY.number,
    guardian: CANARY.guardian,
    note: CANARY.note,
    consent: 'yes',
  });
  const { id: relativeId } = await createRelative(rt, advisor, form);
  await attempt(() => createRelative(rt, advisor, form));
  await attempt(() => createRelative(rt, advisor, { ...form, number: `${CANARY.digits}x` }));
  const steps = [
    invite('ind', { consent: 'ja-til-sms', remind: 'every 4 days, 2 times' }),
    say('hej'),
    ask('kommer'),
    alert('se', { task: 'opgave' }),
  ];
  await publishFlow(rt, makeFlow(steps, { anchors: {} }));
  const order = { flow: 'example', relativeId, anchors: {}, by: 'staff-1' };
  const { journeyId } = await startJourney(rt, order);
  await attempt(() => startJourney(rt, order));
  await attempt(() => startJourney(rt, { ...order, relativeId: CANARY.name.slice(0, 3) }));
  const pass = async (times: number): Promise<void> => {
    for (let n = 0; n < times; n += 1) {
      rt.forward(5 * 60_000);
      await beat(rt);
    }
  };
  await pass(6);
  await takeTurn(rt, journeyId, { kind: 'answered', at: rt.now(), step: 'ind', answer: 'ja' });
  await pass(6);
  for (const text of [
    CANARY.reply,
    `Hun hedder ${CANARY.cpr}`,
    'HJÆLP',
    'JA',
    `Jeg vil dø. ${CANARY.reply}`,
    CANARY.answer,
  ])
    await hear(rt, text, CANARY.number);
  await pass(6);
  for (const { id } of await rows(rt, 'SELECT id FROM messages'))
    await recordStatus(rt, {
      reference: String(id),
      providerId: `X-${id}`,
      status: 'undelivered',
      code: 30003,
    });
  await run(
    rt,
    "UPDATE messages SET status = 'due', number_id = ?, text_sealed = ? WHERE id = (SELECT max(id) FROM messages)",
    [String((await numberOf(rt, CANARY.number)).id), seal(rt.db.keys, 'elsewhere', CANARY.reply)],
  );
  await receiveSms(rt, { providerId: 'broken', from: CANARY.number, to: '', text: CANARY.reply });
  await run(rt, "UPDATE replies SET text_sealed = ? WHERE provider_id = 'broken'", [
    seal(rt.db.keys, 'elsewhere', CANARY.reply),
  ]);
  await pass(2);
  await endJourney(rt, journeyId, 'aftalt', 'staff-1');
  await hear(rt, 'STOP', CANARY.number);
  await stopNumber(rt, String((await numberOf(rt, CANARY.number)).id), 'staff', 'staff-1');
  await pass(2);
  return thrown;
}

/** Comes to every door that relatives and the provider have, with what must not be told in path, query, form and headers. */
async function knock(rt: House, tokens: readonly string[]): Promise<void> {
  const app = createApp(rt, { twilio: { validate: () => true, parseInbound, parseStatus } });
  const browser = openBrowser(app);
  for (const token of tokens) {
    await browser.get(`/i/${token}`);
    await browser.follow(await browser.post(`/i/${token}`, { valg: 'laes' }));
    await browser.post('/mit/pin', { pin: CANARY.digits, navn: CANARY.name });
  }
  await browser.get(`/${CANARY.digits}/${tokens[0]}?navn=${CANARY.name}`, { 'user-agent': CANARY.name });
  const sms = { MessageSid: 'SM-canary', From: CANARY.number, To: '+4520009999', Body: CANARY.reply };
  for (const path of ['inbound', `status?ref=${CANARY.digits}`])
    await app.request(`https://limen.test/webhooks/twilio/${path}`, {
      method: 'POST',
      body: new URLSearchParams(sms),
    });
  await beat(rt);
}

/** The tokens of links that left the house, as they stood in the SMS. */
const tokensIn = (texts: readonly string[]): string[] =>
  texts.flatMap((text) => /\/i\/([\w-]{22})/.exec(text)?.[1] ?? []);

test('a number, name, text or token stands in no log line, figure, span, error, fact or ledger, and nowhere in the raw database', async () => {
  let full = 0;
  const gateway = unlucky();
  await using rt = await makeHouse({
    gateway,
    around: () => {
      if (++full % 17 === 0) throw Object.assign(new Error('full'), { code: 'SQLITE_BUSY' });
    },
  });
  const instruments = openInstruments();
  rt.metrics = instruments.metrics;
  using tracing = recordSpans();
  const thrown = await live(rt);
  const tokens = tokensIn(gateway.posted.map((sms) => sms.text));
  await knock(rt, tokens);
  const secrets = [...Object.values(CANARY), ...tokens];

  // It did go through everything: the phone had it in clear, and every kind of trouble was met.
  expect(gateway.posted.some((sms) => sms.to === CANARY.number && sms.text.includes(CANARY.tiltale))).toBe(
    true,
  );
  expect(tokens.length).toBeGreaterThan(0);
  expect(thrown.length).toBeGreaterThan(2);
  expect(rt.lines.length).toBeGreaterThan(0);
  expect(new Set(await alerts(rt))).toEqual(new Set(['broken!', 'delivery', 'distress!', 'flow', 'stopped']));

  const told = {
    log: rt.lines.join('\n'),
    errors: thrown.join('\n'),
    figures: await instruments.text(),
    spans: JSON.stringify(tracing.spans().map((s) => [s.name, s.attributes, s.events, s.links, s.status])),
  };
  for (const [where, what] of [
    [told.log, '"route":"/i/:token"'],
    [told.figures, 'limen_http_requests_total{route="/i/:token",status="2xx"}'],
    [told.figures, 'limen_messages_total{sender="name",outcome="unknown"}'],
    [told.spans, 'POST /webhooks/twilio/inbound'],
    [told.spans, '"post"'],
  ] as const)
    expect(where).toContain(what);
  const raw = await rawDatabase(rt);
  const kept = await rows(rt, 'SELECT body FROM facts UNION ALL SELECT body FROM ledger');
  const bodies = kept.map((row) => String(row.body)).join('\n');
  for (const secret of secrets) {
    for (const [where, text] of Object.entries(told))
      expect(text.includes(secret), `${secret} in ${where}`).toBe(false);
    expect(bodies).not.toContain(secret);
    expect(raw.includes(secret), `${secret} in the database`).toBe(false);
  }
});

/** The bytes of the database file and its journals. */
async function rawDatabase(rt: House): Promise<Buffer> {
  const [row] = await rows(rt, "SELECT file FROM pragma_database_list WHERE name = 'main'");
  const file = String(row?.file);
  const names = await readdir(dirname(file));
  return Buffer.concat(await Promise.all(names.map((name) => readFile(`${dirname(file)}/${name}`))));
}
