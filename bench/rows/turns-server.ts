// The same durable turns on a libSQL server: what it costs that every commit is a request to another process.
import { startSqld } from '../../test/support/sqld.ts';
import { beginHourly, inPages, oneByOne } from '../support/hourly.ts';
import { type House, openHouse, openHouseAt } from '../support/house.ts';
import { type Rate, race } from '../support/rounds.ts';
import { figureOf, type Row, type Skipped } from '../support/row.ts';
import { whatLacks } from '../support/servers.ts';

const ROW = 'turns on sqld';
const JOURNEYS = 2_000;
const ROUNDS = 2;

export async function measure(folder: string): Promise<(Row | Skipped)[]> {
  const lacking = whatLacks('sqld');
  if (lacking) return [{ row: ROW, skipped: lacking }];
  await using sqld = await startSqld({ folder });
  const begun = async (house: Promise<House>) => beginHourly(await house, JOURNEYS, 2 * (ROUNDS + 1));
  const file = await begun(openHouse(folder, 'file'));
  const server = await begun(openHouseAt(sqld.url));
  const rates = await race(ROUNDS, {
    filePaged: inPages(file),
    serverPaged: inPages(server),
    fileSingle: oneByOne(file),
    serverSingle: oneByOne(server),
  });
  const row = (name: string, onServer: Rate, onFile: Rate): Row => ({
    row: `${ROW}, ${name}`,
    subject: figureOf(onServer, 'turns/s'),
    baseline: { ...figureOf(onFile, 'turns/s'), what: 'the same turns on a file' },
    ratio: onServer.perSecond / onFile.perSecond,
  });
  return [
    row('pages of 200', rates.serverPaged, rates.filePaged),
    row('200 callers at once', rates.serverSingle, rates.fileSingle),
  ];
}
