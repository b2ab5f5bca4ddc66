// The send path to a provider that takes its time, as real ones do, with many posts at once.
import type { Gateway } from '../../src/gateways/gateway.ts';
import { dispatchSender } from '../../src/services/dispatch-sender.ts';
import { addMessages } from '../../src/store/messages.ts';
import { numberId } from '../../src/store/numbers.ts';
import { seal } from '../../src/store/seal.ts';
import type { House } from '../support/house.ts';
import { startLocalTwilio } from '../support/local-twilio.ts';
import { median } from '../support/rounds.ts';
import type { Row } from '../support/row.ts';
import { phoneOf, seedMessages, TEXT } from '../support/seeds.ts';
import { gatewayTo, openSending } from '../support/sending.ts';

const LATENCY_MS = 80;
const AT_ONCE = 400;
const BROADCAST = 10_000;
const ROUNDS = 2;
const ANSWER_EVERY_MS = 100;

type Broadcast = { ms: number; waits: number[] };

/** Sends a broadcast and, meanwhile, an answer now and then; gives how long all of it took and how long each answer waited. */
async function broadcast(house: House, gateway: Gateway, name: string): Promise<Broadcast> {
  await seedMessages(house, name, BROADCAST, house.now());
  const stored = new Map<string, number>();
  const waits: number[] = [];
  house.gateway = {
    ...gateway,
    post(sms, mayLeave) {
      const since = stored.get(sms.reference);
      if (since !== undefined) waits.push(performance.now() - since);
      return gateway.post(sms, mayLeave);
    },
  };
  const began = performance.now();
  let isOver = false;
  const sending = dispatchSender(house, 'name').finally(() => {
    isOver = true;
  });
  for (let n = 0; !isOver; n += 1) {
    await Promise.race([sending, new Promise((resolve) => setTimeout(resolve, ANSWER_EVERY_MS))]);
    if (!isOver) await answer(house, `${name}.answer${n}`, n, stored);
  }
  return { ms: performance.now() - began, waits };
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
  house.config.concurrency = AT_ONCE;
  const rounds: Broadcast[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) rounds.push(await broadcast(house, gateway, `l${round}`));
  await gateway.close();
  twilio.close();
  const measured = rounds.slice(1);
  const took = median(measured.map(({ ms }) => ms));
  const perSecond = (BROADCAST / took) * 1000;
  const allowed = (AT_ONCE / LATENCY_MS) * 1000;
  const longest = Math.max(...measured.flatMap(({ waits }) => waits));
  return [
    {
      row: `send path at ${LATENCY_MS} ms, ${AT_ONCE} at once`,
      subject: { value: perSecond, unit: 'messages/s' },
      baseline: { value: allowed, unit: 'messages/s', what: 'what so many posts of that length make' },
      ratio: perSecond / allowed,
      aim: { least: 2_000 / allowed },
    },
    {
      row: 'longest wait of an answer behind it',
      subject: { value: longest, unit: 'ms' },
      baseline: { value: took, unit: 'ms', what: `the last of the broadcast of ${BROADCAST} SMS` },
      ratio: longest / took,
      aim: { most: 0.1 },
    },
  ];
}
