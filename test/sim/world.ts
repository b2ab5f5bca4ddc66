// A house with everything around it, in virtual time: people with phones, a network, processes on one database file.
import type { Client } from '@libsql/client';
import type { House, PhoneNetwork } from '../../src/gateways/phone/phone.ts';
import { createPhoneNetwork } from '../../src/gateways/phone/phone-network.ts';
import type { Flow } from '../../src/journey/flow/flow.ts';
import { publishFlow } from '../../src/services/journeys/publish-flow.ts';
import { isLandline } from '../../src/services/phone-number.ts';
import { receiveSms } from '../../src/services/replies/receive-sms.ts';
import type { Runtime, RuntimeConfig } from '../../src/services/runtime.ts';
import { recordStatus } from '../../src/services/sending/record-status.ts';
import { endAllLeases } from '../../src/store/leases.ts';
import { seedOrganisation } from '../support/house.ts';
import { makeClock, type WorldClock } from './clock.ts';
import { freshDatabase } from './database.ts';
import { openSimulated } from './events.ts';
import { drawShares, type Faults, makeFaults, NO_FAULTS, type Shares } from './faults.ts';
import { ANY_TIMES, CALM_TIMES, drawFlow, houseFlows } from './flows.ts';
import { moveIn, type Person } from './people.ts';
import { openProcess, type Process } from './process.ts';
import { makeRandom, type Random } from './random.ts';
import { watch } from './watch.ts';

/** What a process needs of the world it runs in. */
export type Surroundings = {
  seed: number;
  clock: WorldClock;
  faults: Faults;
  config: RuntimeConfig;
  url: string;
  network: PhoneNetwork;
  /** What never should happen: unexpected errors. */
  mistakes: string[];
  say(line: string): void;
  /** Does something once so much time has passed. */
  later(ms: number, what: () => void): void;
};

export type World = Surroundings & {
  random: Random;
  /** A connection of the observer's own: reading through it disturbs nobody. */
  eye: Client;
  house: House;
  flows: Flow[];
  people: Person[];
  /** All that were ever started, dead ones included. */
  processes: Process[];
  started: number;
  /** What happened, a line each. */
  trace: string[];
  /** Does what was to be done by now. */
  catchUp(): void;
  close(): Promise<void>;
};

/** 2027-03-15 in Copenhagen: a Monday two weeks before Easter comes and the clocks change. */
const START = Date.UTC(2027, 2, 15);
const DAY_MINUTES = 24 * 60;

const drawConfig = (random: Random): RuntimeConfig => ({
  publicUrl: 'https://limen.test',
  demo: false,
  segmentsPerSecond: random.pick([0, 0, 1, 5]),
  concurrency: random.pick([1, 3, 10]),
  leaseMs: 30_000,
  unknownGraceMs: 60_000,
  validityMinutes: 240,
  countries: ['DK'],
});

/** How much goes wrong in a world, and which flows it has, where that is not left to its seed. */
export type Given = { shares?: Shares; calm?: boolean };

/** Draws a world from its seed. */
export async function makeWorld(seed: number, { shares, calm = false }: Given = {}): Promise<World> {
  const random = makeRandom(seed);
  const clock = makeClock(START + (calm ? 8 * 60 : random.whole(8 * 60, 6 * DAY_MINUTES)) * 60_000);
  const { url, discard } = await freshDatabase();
  const faults = makeFaults(makeRandom(seed + 0x5eed), shares ?? drawShares(random));
  const processes: Process[] = [];
  const trace: string[] = [];
  const planned: { at: number; what: () => void }[] = [];
  const house = housed(processes, random);
  const network = createPhoneNetwork({
    now: clock.now,
    senders: { name: 'Limen', number: '+4520009999' },
    isLandline,
    schedule: () => () => undefined,
    faults: faults.phone,
    deliver: house,
  });
  const surroundings: Surroundings = {
    seed,
    clock,
    faults,
    config: drawConfig(random),
    url,
    network,
    mistakes: [],
    say: (line) => {
      trace.push(`${clock.text()} ${line}`);
    },
    later: (ms, what) => {
      planned.push({ at: clock.now() + ms, what });
    },
  };
  const { rt, kill } = await openProcess(
    { ...surroundings, faults: makeFaults(random, NO_FAULTS) },
    'builder',
  );
  await watch(rt.db.client);
  await seedOrganisation(rt);
  const drawn = [0, 1, 2].map((nth) => drawFlow(random, nth, calm ? CALM_TIMES : ANY_TIMES));
  const flows = calm ? drawn : [...drawn, ...houseFlows];
  for (const flow of flows) await publishFlow(rt, flow);
  const people = await moveIn(rt, random);
  await openSimulated(rt);
  return {
    ...surroundings,
    random,
    eye: rt.db.client,
    house,
    flows,
    people,
    processes,
    started: 0,
    trace,
    catchUp() {
      for (const one of planned.filter(({ at }) => at <= clock.now())) {
        planned.splice(planned.indexOf(one), 1);
        one.what();
      }
    },
    async close() {
      for (const one of processes) one.kill();
      kill();
      await network.close();
      await discard();
    },
  };
}

/** The house as the network sees it: whichever process is up takes a webhook; it fails when none is, or when that one dies meanwhile. */
function housed(processes: readonly Process[], random: Random): House {
  const hand = async (what: (rt: Runtime) => Promise<void>): Promise<void> => {
    const up = processes.filter((one) => one.isUp());
    if (up.length === 0) throw new Error('nobody is at home');
    const taken = await random.pick(up).does(async (rt) => {
      await what(rt);
      return true;
    });
    if (!taken) throw new Error('no answer');
  };
  return {
    onIncoming: (sms) => hand((rt) => receiveSms(rt, sms)),
    onStatus: (report) => hand((rt) => recordStatus(rt, report)),
  };
}

/** Starts a process; one that owns the file alone may end the leases its earlier self left, as an embedded house does. */
export async function startProcess(world: World): Promise<Process> {
  const isAlone = world.processes.every((one) => one.isDead());
  world.started += 1;
  const one = await openProcess(world, `p${world.started}`);
  world.processes.push(one);
  world.say(`${one.name} starts`);
  if (isAlone && world.random.chance(0.5)) await one.does((rt) => rt.db.lane.put(endAllLeases, null));
  return one;
}
