// Messages a second from the database to Twilio and back: claim, open, post, record.
import { Pool } from 'undici';
import type { OutgoingSms } from '../../src/gateways/gateway.ts';
import { dispatchSender } from '../../src/services/sending/dispatch-sender.ts';
import { CONCURRENCY, type House } from '../support/house.ts';
import { type LocalTwilio, startLocalTwilio } from '../support/local-twilio.ts';
import { messageByMessage } from '../support/message-by-message.ts';
import { inParallel, race } from '../support/rounds.ts';
import { figureOf, type Row } from '../support/row.ts';
import { phoneOf, seedMessages, TEXT } from '../support/seeds.ts';
import { gatewayTo, openSending, PUBLIC_URL, SENDERS } from '../support/sending.ts';

const MESSAGES = 2_000;
const FEW = 200;
const ROUNDS = 5;
/** Adds messages that are due now. */
function someDue(house: House, count: number): () => Promise<void> {
  let batch = 0;
  return async () => {
    batch += 1;
    await seedMessages(house, `b${batch}`, count, house.now());
  };
}

const smsTo = (n: number): OutgoingSms => ({
  reference: `sms.${n}`,
  sender: 'name',
  to: phoneOf(n),
  text: n % 2 ? TEXT : `${TEXT}: ${PUBLIC_URL}/i/${'x'.repeat(22)}`,
  validityMinutes: 240,
});

/** The same requests without SDK and database, made ready beforehand. */
function bareUndici(twilio: LocalTwilio, all: readonly OutgoingSms[]): () => Promise<number> {
  const pool = new Pool(twilio.url, { connections: CONCURRENCY, pipelining: 1 });
  const path = `/2010-04-01/Accounts/${twilio.accountSid}/Messages.json`;
  const headers = {
    authorization: `Basic ${Buffer.from(`${twilio.accountSid}:${twilio.authToken}`).toString('base64')}`,
    'content-type': 'application/x-www-form-urlencoded',
  };
  const bodies = all.map(({ to, text, reference }) =>
    new URLSearchParams({
      To: to,
      From: SENDERS.name,
      Body: text,
      StatusCallback: `${PUBLIC_URL}/webhooks/twilio/status?ref=${reference}`,
      ValidityPeriod: '14400',
      SmartEncoded: 'false',
    }).toString(),
  );
  const post = async (body: string): Promise<void> => {
    const response = await pool.request({ method: 'POST', path, headers, body });
    await response.body.json();
  };
  return () => inParallel(CONCURRENCY, bodies, post);
}

async function sendAll(house: House, count: number): Promise<number> {
  const posted = await dispatchSender(house, 'name');
  if (posted !== count) throw new Error(`posted ${posted} of ${count}`);
  return posted;
}

export async function measure(folder: string): Promise<Row[]> {
  const twilio = await startLocalTwilio();
  const gateway = gatewayTo(twilio);
  const house = await openSending(folder, 'send', gateway, MESSAGES);
  const slow = await openSending(folder, 'slow', gateway, FEW);
  const all = Array.from({ length: MESSAGES }, (_, n) => smsTo(n));
  const rates = await race(ROUNDS, {
    undici: { run: bareUndici(twilio, all) },
    sdk: { run: () => inParallel(CONCURRENCY, all, (sms) => gateway.post(sms)) },
    house: { prepare: someDue(house, MESSAGES), run: () => sendAll(house, MESSAGES) },
    slow: { prepare: someDue(slow, FEW), run: () => messageByMessage(slow, FEW) },
  });
  await gateway.close();
  twilio.close();
  const against = (row: string, name: 'undici' | 'sdk' | 'slow', what: string, least?: number): Row => ({
    row,
    subject: figureOf(rates.house, 'messages/s'),
    baseline: { ...figureOf(rates[name], 'messages/s'), what },
    ratio: rates.house.perSecond / rates[name].perSecond,
    ...(least ? { aim: { least } } : {}),
  });
  return [
    against('send path / bare undici', 'undici', 'the same requests, ready made'),
    against('send path / SDK', 'sdk', 'a loop over the same gateway, no database', 0.45),
    against('send path / commit per message', 'slow', 'claim, post and result with a commit each', 5),
  ];
}
