// The design people build instead: one delayed BullMQ job a step. It looks its message up, posts it, marks it as sent and
// adds the job of the next step; no consent, window or order is checked, and a crash sends twice or never.
import { type Job, Queue, Worker } from 'bullmq';
import { dispatchSender } from '../../src/services/sending/dispatch-sender.ts';
import { openSms } from '../../src/services/sending/post-message.ts';
import { startRedis } from '../../test/support/redis.ts';
import { CONCURRENCY, HOUR_MS, type House } from '../support/house.ts';
import { startLocalTwilio } from '../support/local-twilio.ts';
import { type Contender, race } from '../support/rounds.ts';
import { figureOf, type Row, type Skipped } from '../support/row.ts';
import { seedMessages } from '../support/seeds.ts';
import { gatewayTo, openSending } from '../support/sending.ts';
import { whatLacks } from '../support/servers.ts';

const ROW = 'send path / one BullMQ job a step';
const MESSAGES = 1_000;
const ROUNDS = 3;
const DAY_MS = 24 * HOUR_MS;

type Step = { message: string };

async function takeStep(house: House, queue: Queue<Step>, message: string): Promise<void> {
  const { client } = house.db;
  const found = await client.execute({
    sql: `SELECT m.number_id, n.number_sealed, m.text_sealed, m.link_sealed FROM messages m
      JOIN numbers n ON n.id = m.number_id WHERE m.id = ?`,
    args: [message],
  });
  const row = found.rows[0];
  if (!row) throw new Error(`no message ${message}`);
  const sms = openSms(house, 'name', {
    id: message,
    numberId: String(row.number_id),
    numberSealed: String(row.number_sealed),
    textSealed: String(row.text_sealed),
    linkSealed: row.link_sealed === null ? undefined : String(row.link_sealed),
  });
  const posted = await house.gateway.post(sms);
  if (posted.outcome !== 'accepted') throw new Error(posted.outcome);
  await client.execute({
    sql: "UPDATE messages SET status = 'sent', sent_at = ?, provider_id = ? WHERE id = ?",
    args: [house.now(), posted.providerId, message],
  });
  await queue.add('step', { message }, { delay: DAY_MS, removeOnComplete: true });
}

/** Adds the delayed jobs beforehand and times the worker until the last is done. */
function naive(house: House, url: string, batch: () => string): Contender {
  const connection = { url };
  let queue: Queue<Step> | undefined;
  let name = '';
  const prepare = async (): Promise<void> => {
    name = batch();
    await seedMessages(house, name, MESSAGES, house.now());
    queue = new Queue<Step>(name, { connection });
    const ids = Array.from({ length: MESSAGES }, (_, n) => `${name}.${n}`);
    const opts = { delay: 1, removeOnComplete: true };
    await queue.addBulk(ids.map((message) => ({ name: 'step', data: { message }, opts })));
  };
  const run = async (): Promise<number> => {
    const mine = queue;
    if (!mine) throw new Error('not prepared');
    let done = 0;
    const { promise, resolve } = Promise.withResolvers<void>();
    const work = async ({ data }: Job<Step>): Promise<void> => {
      await takeStep(house, mine, data.message);
      done += 1;
      if (done === MESSAGES) resolve();
    };
    const worker = new Worker<Step>(name, work, {
      connection: { ...connection, maxRetriesPerRequest: null },
      concurrency: CONCURRENCY,
      autorun: false,
    });
    void worker.run();
    await promise;
    void worker.close().then(() => mine.close());
    return MESSAGES;
  };
  return { prepare, run };
}

export async function measure(folder: string): Promise<(Row | Skipped)[]> {
  const lacking = whatLacks('redis');
  if (lacking) return [{ row: ROW, skipped: lacking }];
  await using redis = await startRedis();
  const twilio = await startLocalTwilio();
  const gateway = gatewayTo(twilio);
  const house = await openSending(folder, 'house', gateway, MESSAGES);
  const other = await openSending(folder, 'naive', gateway, MESSAGES);
  let batches = 0;
  const batch = (): string => `b${batches++}`;
  const rates = await race(ROUNDS, {
    naive: naive(other, redis.url, batch),
    house: {
      prepare: () => seedMessages(house, batch(), MESSAGES, house.now()),
      run: () => dispatchSender(house, 'name'),
    },
  });
  await gateway.close();
  twilio.close();
  return [
    {
      row: ROW,
      subject: figureOf(rates.house, 'messages/s'),
      baseline: {
        ...figureOf(rates.naive, 'messages/s'),
        what: 'look up, post, mark as sent and add the next job, Redis in memory',
      },
      ratio: rates.house.perSecond / rates.naive.perSecond,
    },
  ];
}
