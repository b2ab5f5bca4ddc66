// The send path to a provider that takes its time, as real ones do, with many posts at once.
import type { Gateway, OutgoingSms } from '../../src/gateways/gateway.ts';
import { dispatchSender } from '../../src/services/sending/dispatch-sender.ts';
import { addMessages } from '../../src/store/messages/messages.ts';
import { numberId } from '../../src/store/people/numbers.ts';
import { seal } from '../../src/store/seal.ts';
import type { House } from '../support/house.ts';
import { startLocalTwilio } from '../support/local-twilio.ts';
import { inParallel, race } from '../support/rounds.ts';
import { figureOf, type Row } from '../support/row.ts';
import { phoneOf, seedMessages, TEXT } from '../support/seeds.ts';
import { gatewayTo, openSending } from '../support/sending.ts';

const LATENCY_MS = 80;
const AT_ONCE = 400;
const BROADCAST = 10_000;
const ROUNDS = 1;
const ANSWER_EVERY_MS = 100;

const toSms = (_: unknown, n: number): OutgoingSms => ({
  reference: `sms.${n}`,
  sender: 'name',
  to: phoneOf(n),
  text: TEXT,
  validityMinutes: 240,
});

/** A gateway that notes how long each answer waited, ms, from its storing to its post. */
function noting(gateway: Gateway, stored: ReadonlyMap<string, number>, waits: number[]): Gateway {
  return {
    ...gateway,
    post(sms, mayLeave) {
      const since = stored.get(sms.reference);
      if (since !== undefined) waits.push(performance.now() - since);
      return gateway.post(sms, mayLeave);
    },
  };
}

/** Sends a broadcast and, meanwhile, an answer now and then; gives how many were sent. */
async function broadcast(house: House, name: string, stored: Map<string, number>): Promise<number> {
  let isOver = false;
  const sending = dispatchSender(house, 'name').finally(() => {
    isOver = true;
  });
  for (let n = 0; !isOver; n += 1) {
    await Promise.race([sending, new Promise((resolve) => setTimeout(resolve, ANSWER_EVERY_MS))]);
    if (!isOver) await answer(house, `${name}.answer${n}`, n, stored);
  }
  return sending;
}

async function answer(house: House, id: string, n: number, stored: Map<string, number>): Promise<void> {
  const { keys, lane } = house.db;
  const at = house.now();
  stored.set(id, performance.now());
  await lane.put(addMessages, {
    id,
    relativeId: `r${n}`,
    numberId: numberId(keys, phoneOf(n)),
    textKey: 'help',
    purpose: 'answer',
    channel: 'sms',
    sender: 'name',
    language: 'da',
    textSealed: seal(keys, `messages.text:${id}`, TEXT),
    segments: 1,
    lane: 0,
    status: 'due',
    dueAt: at,
    createdAt: at,
  });
}

/** Messages a second of a broadcast at 80 ms, and how long answers wait behind it. */
export async function measure(folder: string): Promise<Row[]> {
  const twilio = await startLocalTwilio(LATENCY_MS);
  const gateway = gatewayTo(twilio, AT_ONCE);
  const house = await openSending(folder, 'latency', gateway, BROADCAST);
  const stored = new Map<string, number>();
  const waits: number[] = [];
  house.config.concurrency = AT_ONCE;
  house.gateway = noting(gateway, stored, waits);
  let round = 0;
  const rates = await race(ROUNDS, {
    sdk: {
      run: () => inParallel(AT_ONCE, Array.from({ length: BROADCAST }, toSms), (sms) => gateway.post(sms)),
    },
    house: {
      async prepare() {
        round += 1;
        await seedMessages(house, `l${round}`, BROADCAST, house.now());
      },
      run: () => broadcast(house, `l${round}`, stored),
    },
  });
  await gateway.close();
  twilio.close();
  const allowed = (AT_ONCE / LATENCY_MS) * 1000;
  const subject = figureOf(rates.house, 'messages/s');
  const longest = Math.max(...waits);
  const lastMs = (BROADCAST / subject.value) * 1000;
  return [
    {
      row: `send path at ${LATENCY_MS} ms, ${AT_ONCE} at once`,
      subject,
      baseline: { value: allowed, unit: 'messages/s', what: 'what so many posts of that length make' },
      ratio: subject.value / allowed,
      aim: { least: 2_000 / allowed },
    },
    {
      row: 'the same / SDK',
      subject,
      baseline: { ...figureOf(rates.sdk, 'messages/s'), what: 'a loop over the same gateway, no database' },
      ratio: subject.value / rates.sdk.perSecond,
    },
    {
      row: 'longest wait of an answer behind it',
      subject: { value: longest, unit: 'ms' },
      baseline: { value: lastMs, unit: 'ms', what: `the last of a broadcast of ${BROADCAST} SMS` },
      ratio: longest / lastMs,
      aim: { most: 0.1 },
    },
  ];
}
