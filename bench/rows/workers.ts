// Two processes that send against one: the unit of sending is the sender, so a second process takes the second sender.
import { startSqld } from '../../test/support/sqld.ts';
import { type House, openHouseAt } from '../support/house.ts';
import { startLocalTwilio } from '../support/local-twilio.ts';
import { type Contender, race } from '../support/rounds.ts';
import { figureOf, type Row, type Skipped } from '../support/row.ts';
import { seedMessages, seedPeople } from '../support/seeds.ts';
import { type SenderProcess, startSender } from '../support/sender-process.ts';
import { whatLacks } from '../support/servers.ts';

const ROW = 'two processes that send, 80 ms, 50 connections each';
const LATENCY_MS = 80;
const CONNECTIONS = 50;
const EACH = 1_500;
const ROUNDS = 2;

const SENDERS = ['name', 'number'] as const;

/** Messages for both senders, to phones of their own; timed until the last process is done. */
function sendBoth(house: House, name: string, processes: readonly SenderProcess[]): Contender {
  let batch = 0;
  return {
    async prepare() {
      batch += 1;
      for (const [i, sender] of SENDERS.entries())
        await seedMessages(house, `${name}${batch}.${sender}`, EACH, house.now(), { sender, from: i * EACH });
    },
    async run() {
      const posted = await Promise.all(processes.map((one) => one.dispatch()));
      const count = posted.reduce((sum, n) => sum + n, 0);
      if (count !== SENDERS.length * EACH) throw new Error(`posted ${count}`);
      return count;
    },
  };
}

export async function measure(folder: string): Promise<(Row | Skipped)[]> {
  const lacking = whatLacks('sqld');
  if (lacking) return [{ row: ROW, skipped: lacking }];
  await using sqld = await startSqld({ folder });
  const twilio = await startLocalTwilio(LATENCY_MS);
  const house = await openHouseAt(sqld.url);
  await seedPeople(house, SENDERS.length * EACH);
  const start = (...senders: ('name' | 'number')[]) =>
    startSender({ databaseUrl: sqld.url, twilio, connections: CONNECTIONS, senders });
  const one = [await start('name', 'number')];
  const two = [await start('name'), await start('number')];
  const rates = await race(ROUNDS, { one: sendBoth(house, 'a', one), two: sendBoth(house, 'b', two) });
  for (const process of [...one, ...two]) process.close();
  twilio.close();
  return [
    {
      row: ROW,
      subject: figureOf(rates.two, 'messages/s'),
      baseline: { ...figureOf(rates.one, 'messages/s'), what: 'one process with both senders' },
      ratio: rates.two.perSecond / rates.one.perSecond,
      aim: { least: 1.5 },
    },
  ];
}
