// The same send path on a libSQL server, to a provider that answers at once and to one that takes its time.

import { dispatchSender } from '../../src/services/sending/dispatch-sender.ts';
import { startSqld } from '../../test/support/sqld.ts';
import { type House, openHouse, openHouseAt } from '../support/house.ts';
import { startLocalTwilio } from '../support/local-twilio.ts';
import { type Contender, race } from '../support/rounds.ts';
import { figureOf, type Row, type Skipped } from '../support/row.ts';
import { seedMessages, seedPeople } from '../support/seeds.ts';
import { gatewayTo } from '../support/sending.ts';
import { whatLacks } from '../support/servers.ts';

const ROW = 'send path on sqld';
const MESSAGES = 3_000;
const ROUNDS = 2;

type Pair = { file: House; server: House };

function sendAll(house: House, name: string): Contender {
  let batch = 0;
  return {
    async prepare() {
      batch += 1;
      await seedMessages(house, `${name}${batch}`, MESSAGES, house.now());
    },
    async run() {
      const posted = await dispatchSender(house, 'name');
      if (posted !== MESSAGES) throw new Error(`posted ${posted} of ${MESSAGES}`);
      return posted;
    },
  };
}

/** Both send the same to a Twilio of this latency, so many posts at once. */
async function sendAt({ file, server }: Pair, latencyMs: number, atOnce: number): Promise<Row> {
  const twilio = await startLocalTwilio(latencyMs);
  const gateway = gatewayTo(twilio, atOnce);
  const through = (house: House): House => ({
    ...house,
    gateway,
    config: { ...house.config, concurrency: atOnce },
  });
  const rates = await race(ROUNDS, {
    file: sendAll(through(file), `l${latencyMs}.`),
    server: sendAll(through(server), `l${latencyMs}.`),
  });
  await gateway.close();
  twilio.close();
  return {
    row: `${ROW}, ${latencyMs} ms, ${atOnce} at once`,
    subject: figureOf(rates.server, 'messages/s'),
    baseline: { ...figureOf(rates.file, 'messages/s'), what: 'the same on a file' },
    ratio: rates.server.perSecond / rates.file.perSecond,
  };
}

export async function measure(folder: string): Promise<(Row | Skipped)[]> {
  const lacking = whatLacks('sqld');
  if (lacking) return [{ row: ROW, skipped: lacking }];
  await using sqld = await startSqld({ folder });
  const pair: Pair = { file: await openHouse(folder, 'file'), server: await openHouseAt(sqld.url) };
  for (const house of [pair.file, pair.server]) await seedPeople(house, MESSAGES);
  return [await sendAt(pair, 0, 100), await sendAt(pair, 80, 400)];
}
