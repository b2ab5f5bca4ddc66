// Durable turns a second: what loading, deciding, sealing and the compare-and-set cost on top of writing the rows.

import { commitTurns, type TurnRows } from '../../src/store/journeys/turns.ts';
import type { Statement } from '../../src/store/lane.ts';
import { at, insertRows } from '../../src/store/rows.ts';
import { facts, timers } from '../../src/store/schema/journeys.ts';
import { messages } from '../../src/store/schema/messages.ts';
import { links } from '../../src/store/schema/people.ts';
import { beginHourly, inPages, oneByOne, pagesOf } from '../support/hourly.ts';
import { type House, MONDAY, openHouse } from '../support/house.ts';
import { type Rate, race } from '../support/rounds.ts';
import { figureOf, type Row } from '../support/row.ts';

const JOURNEYS = 2_000;
const ROUNDS = 5;

const openHourly = async (folder: string, name: string) =>
  beginHourly(await openHouse(folder, name), JOURNEYS, ROUNDS + 1);

/** The same rows as plain multi-row writes: nothing is compared, nothing joined. */
function plainWrites(turns: readonly TurnRows[]): Statement[] {
  const moved = turns.map(({ journey: j }) => [j.id, j.version, j.turn, j.status, j.step, j.state]);
  return [
    {
      sql: `UPDATE journeys SET version = ${at(1)}, turn = ${at(2)}, status = ${at(3)}, step = ${at(4)}, state = ${at(5)}
        FROM json_each(?) e WHERE journeys.id = ${at(0)}`,
      args: [JSON.stringify(moved)],
    },
    insertRows(
      facts,
      turns.flatMap((t) => t.facts),
    ),
    insertRows(
      timers,
      turns.flatMap((t) => t.timersSet),
      'replace',
    ),
    insertRows(
      messages,
      turns.flatMap((t) => t.messages),
    ),
    insertRows(
      links,
      turns.flatMap((t) => t.links),
    ),
  ];
}

/** Keeps what a house commits, to write it once more in the raw. */
function tapTurns(house: House): () => TurnRows[] {
  let kept: TurnRows[] = [];
  const { lane } = house.db;
  const put: typeof lane.put = (write, item) => {
    if (Object.is(write, commitTurns)) kept.push(item as TurnRows);
    return lane.put(write, item);
  };
  house.db.lane = { ...lane, put };
  return () => {
    const taken = kept;
    kept = [];
    return taken;
  };
}

export async function measure(folder: string): Promise<Row[]> {
  const raw = await openHourly(folder, 'raw');
  const paged = await openHourly(folder, 'paged');
  const single = await openHourly(folder, 'single');
  const committed = tapTurns(paged.house);
  let statements: Statement[][] = [];
  const rates = await race(ROUNDS, {
    paged: inPages(paged),
    raw: {
      async prepare() {
        statements = pagesOf(committed()).map(plainWrites);
      },
      async run() {
        for (const batch of statements) await raw.house.db.client.batch(batch, 'write');
        return JOURNEYS;
      },
    },
    single: oneByOne(single),
  });
  const baseline = {
    ...figureOf(rates.raw, 'turns/s'),
    what: 'the same rows as plain writes, 200 in a commit',
  };
  const row = (name: string, rate: Rate): Row => ({
    row: name,
    subject: figureOf(rate, 'turns/s'),
    baseline,
    ratio: rate.perSecond / rates.raw.perSecond,
    aim: { least: 0.4 },
  });
  if (raw.house.time.now !== MONDAY) throw new Error('the raw writes keep no time');
  return [
    row('turns, pages of 200', rates.paged),
    row('turns, 200 callers at once', rates.single),
    { ...row('turns, on a free machine', rates.paged), aim: { least: 5_000, of: 'measured' } },
  ];
}
