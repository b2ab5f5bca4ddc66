// Durable turns a second: what loading, deciding, sealing and the compare-and-set cost on top of writing the rows.
import type { Input } from '../../src/journey/engine/inputs.ts';
import { takeTurn, takeTurns } from '../../src/services/take-turn.ts';
import type { Statement } from '../../src/store/lane.ts';
import { at, insertRows } from '../../src/store/rows.ts';
import { facts, timers } from '../../src/store/schema/journeys.ts';
import { messages } from '../../src/store/schema/messages.ts';
import { links } from '../../src/store/schema/people.ts';
import { commitTurns, type TurnRows } from '../../src/store/turns.ts';
import { hourlyFlow } from '../support/hourly-flow.ts';
import { HOUR_MS, type House, MONDAY, openHouse } from '../support/house.ts';
import { inParallel, type Rate, race } from '../support/rounds.ts';
import { figureOf, type Row } from '../support/row.ts';
import { seedJourneys, seedPeople } from '../support/seeds.ts';

const JOURNEYS = 2_000;
const ROUNDS = 5;
const PAGE = 200;

async function openHourly(folder: string, name: string): Promise<{ house: House; ids: string[] }> {
  const house = await openHouse(folder, name);
  await seedPeople(house, JOURNEYS);
  return { house, ids: await seedJourneys(house, hourlyFlow(ROUNDS + 1), JOURNEYS) };
}

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

const pagesOf = <T>(all: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(all.length / PAGE) }, (_, n) => all.slice(n * PAGE, (n + 1) * PAGE));

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

const nextHour = (house: House) => async (): Promise<void> => {
  house.time.now += HOUR_MS;
};

const fired = (house: House): Input => ({
  kind: 'timerFired',
  at: house.time.now,
  timer: 'moment',
  dueAt: house.time.now,
});

export async function measure(folder: string): Promise<Row[]> {
  const raw = await openHourly(folder, 'raw');
  const paged = await openHourly(folder, 'paged');
  const single = await openHourly(folder, 'single');
  const committed = tapTurns(paged.house);
  let statements: Statement[][] = [];
  const rates = await race(ROUNDS, {
    paged: {
      prepare: nextHour(paged.house),
      async run() {
        for (const page of pagesOf(paged.ids)) {
          const orders = page.map((journeyId) => ({ journeyId, input: fired(paged.house), beside: {} }));
          for (const turn of await takeTurns(paged.house, orders)) if ('failed' in turn) throw turn.failed;
        }
        return JOURNEYS;
      },
    },
    raw: {
      async prepare() {
        statements = pagesOf(committed()).map(plainWrites);
      },
      async run() {
        for (const batch of statements) await raw.house.db.client.batch(batch, 'write');
        return JOURNEYS;
      },
    },
    single: {
      prepare: nextHour(single.house),
      run: () => inParallel(PAGE, single.ids, (id) => takeTurn(single.house, id, fired(single.house))),
    },
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
  return [row('turns, pages of 200', rates.paged), row('turns, 200 callers at once', rates.single)];
}
