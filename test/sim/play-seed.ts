import { HOUR_MS, MINUTE_MS } from '../../src/journey/time/zone.ts';
import { beat } from '../../src/services/beat.ts';
import { findNextInstant } from '../../src/store/instants.ts';
import { act, enrol } from './actions.ts';
import type { Shares } from './faults.ts';
import { holdPromises } from './promises.ts';
import { readRecord } from './record.ts';
import { comeToRest } from './rest.ts';
import { makeWorld, startProcess, type World } from './world.ts';

/** What became of one seed: the promises it broke (none, one hopes) and everything that happened, a line each. */
export type Played = {
  seed: number;
  broken: string[];
  trace: string[];
  counts: { sms: number; journeys: number; deaths: number };
};

const STEPS = 36;

async function passTime(
  world: World,
  up: { rt: { db: Parameters<typeof findNextInstant>[0] } } | undefined,
): Promise<void> {
  const { clock, random } = world;
  const how = random.weigh({ moment: 3, minutes: 4, hours: 2, next: 5 });
  if (how === 'moment') clock.forward(random.whole(1, 2_000));
  if (how === 'minutes') clock.forward(random.whole(1, 12) * MINUTE_MS);
  if (how === 'hours') clock.forward(random.whole(1, 6) * HOUR_MS);
  if (how !== 'next' || !up) return;
  const next = await findNextInstant(up.rt.db, clock.now());
  clock.forward(
    next === undefined ? HOUR_MS : next - clock.now() + random.pick([0, 0, 1_000, 20 * MINUTE_MS]),
  );
}

/** One moment of the world: time passes, the network does what is due, people act, bells and hearts beat, all at once. */
async function step(world: World): Promise<void> {
  const { random, network, processes } = world;
  const first = processes.find((one) => one.isUp());
  await passTime(world, first);
  world.catchUp();
  await network.settle();
  if (!processes.some((one) => one.isUp()) && random.chance(0.8)) await startProcess(world);
  const up = processes.filter((one) => one.isUp());
  const deeds: Promise<unknown>[] = [];
  const count = up.length === 0 ? 0 : random.whole(0, 3);
  for (let n = 0; n < count; n += 1) deeds.push(act(world, random.pick(up)));
  for (const one of up) {
    deeds.push(one.answerBells());
    if (random.chance(0.7)) deeds.push(one.does(beat));
  }
  await Promise.all(deeds);
  await Promise.all(up.map((one) => one.answerBells()));
}

/** Plays one seed from its first day to the last thing that is due in it. The same seed plays the same, always. */
export async function playSeed(seed: number, shares?: Shares): Promise<Played> {
  const world = await makeWorld(seed, shares ? { shares } : {});
  try {
    const first = await startProcess(world);
    for (let n = world.random.whole(3, 7); n > 0; n -= 1) await enrol(world, first);
    for (let n = 0; n < STEPS; n += 1) await step(world);
    await comeToRest(world);
    const record = await readRecord(world);
    const deaths = world.processes.filter((one) => one.isDead()).length;
    const counts = { sms: record.accepted.length, journeys: record.journeys.length, deaths };
    return {
      seed,
      broken: await holdPromises(record, world),
      trace: [...world.trace, ...tell(record)],
      counts,
    };
  } finally {
    await world.close();
  }
}

const tell = ({ seen, accepted }: Awaited<ReturnType<typeof readRecord>>): string[] => [
  'committed, in order:',
  ...seen.map(({ seq, what, id, detail }) => `${seq} ${what} ${id} ${detail}`),
  'what the phones got:',
  ...accepted.map(({ at, to, text, status }) => `${new Date(at).toISOString()} ${to} ${status}: ${text}`),
];
