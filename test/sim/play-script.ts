// The same deeds at the same moments, once with faults and once without: what journeys remember and what phones got must be the same.
import { isoDate } from '../../src/journey/time/format.ts';
import { DAY_MS, MINUTE_MS } from '../../src/journey/time/zone.ts';
import { beat } from '../../src/services/beat.ts';
import { holdCircle } from '../../src/services/circles/hold-circle.ts';
import { releaseCircle } from '../../src/services/circles/release-circle.ts';
import { startJourney } from '../../src/services/journeys/start-journey.ts';
import { takeTurn } from '../../src/services/journeys/take-turn.ts';
import type { Runtime } from '../../src/services/runtime.ts';
import type { Shares } from './faults.ts';
import type { Person } from './people.ts';
import { makeRandom, type Random } from './random.ts';
import { readRecord } from './record.ts';
import { comeToRest } from './rest.ts';
import { makeWorld, startProcess, type World } from './world.ts';

/** Something a person does, pressed again until it is done: what a fault swallowed is never lost on a person. */
type Deed = { says: string; do(rt: Runtime): Promise<unknown>; isDone(world: World): Promise<boolean> };

const DAYS = 6;
/** Minutes that a deed is given at least, for what a fault has swallowed, and at most. */
const MINUTES = { least: 3, most: 12 };

const ask = async (world: World, sql: string, args: string[]): Promise<string | undefined> => {
  const [row] = (await world.eye.execute({ sql, args })).rows;
  return row ? String(row[Object.keys(row)[0] ?? '']) : undefined;
};

function enrol(world: World, random: Random): Deed {
  const person = random.pick(world.people);
  const flow = random.pick(world.flows);
  const day = isoDate(world.clock.now() + random.whole(1, 6) * DAY_MS);
  const anchors = { dag: day, moede: `${day}T14:00` };
  const order = { flow: flow.name, relativeId: person.id, anchors, by: 'staff-1' };
  let refused = false;
  return {
    says: `enrol ${person.phone} into ${flow.name}`,
    do: async (rt) => {
      try {
        await startJourney(rt, order);
      } catch (error) {
        refused = (error as { name?: string }).name === 'AppError';
        throw error;
      }
    },
    isDone: async (at) =>
      refused ||
      (await ask(at, 'SELECT id FROM journeys WHERE relative_id = ? AND flow_name = ?', [
        person.id,
        flow.name,
      ])) !== undefined,
  };
}

function answer(world: World, random: Random): Deed {
  const person = random.pick(world.people);
  const given = random.pick(['ja', 'nej'] as const);
  const find =
    'SELECT id || char(32) || step || char(32) || awaiting FROM journeys WHERE relative_id = ? AND awaiting IS NOT NULL AND hold IS NULL ORDER BY rowid';
  let open: string | undefined | null = null;
  return {
    says: `${given} on the page of ${person.phone}`,
    do: async (rt) => {
      if (open === null) open = await ask(world, find, [person.id]);
      const [id, step, awaiting] = open?.split(' ') ?? [];
      if (!id || !step) return;
      const input =
        awaiting === 'form'
          ? ({ kind: 'filled', at: rt.now(), step, answer: 'answered' } as const)
          : ({ kind: 'answered', at: rt.now(), step, answer: given } as const);
      await takeTurn(rt, id, input);
    },
    isDone: async (at) => open !== null && (!open || (await ask(at, find, [person.id])) !== open),
  };
}

function hold({ circle }: Person): Deed {
  return {
    says: `pause ${circle}`,
    do: (rt) => holdCircle(rt, circle, 'paused', 'staff-1'),
    isDone: async (at) => (await ask(at, 'SELECT state FROM circles WHERE id = ?', [circle])) === 'paused',
  };
}

function release({ circle }: Person): Deed {
  return {
    says: `release ${circle}`,
    do: (rt) => releaseCircle(rt, circle, 'staff-1'),
    isDone: async (at) => (await ask(at, 'SELECT state FROM circles WHERE id = ?', [circle])) === 'alive',
  };
}

function write(world: World, random: Random): Deed {
  const { phone } = random.pick(world.people);
  const text = random.weigh({ JA: 4, NEJ: 3, STOP: 1, START: 1, HJÆLP: 1, 'Hvornår kommer I?': 1 });
  let typed = false;
  return {
    says: `${phone} writes ${text}`,
    do: async () => {
      if (!typed) {
        typed = true;
        await world.network.type(phone, text);
      }
    },
    isDone: async () => typed,
  };
}

/** Time passes by the minute for a while, so that what was killed comes back, and is pressed again. */
async function give(world: World, deed: Deed): Promise<void> {
  world.say(deed.says);
  for (let minute = 0; minute < MINUTES.most; minute += 1) {
    const up = world.processes.find((one) => one.isUp()) ?? (await startProcess(world));
    if (!(await deed.isDone(world))) await up.does(deed.do);
    world.catchUp();
    await world.network.settle();
    await up.does(beat);
    await up.answerBells();
    if (minute >= MINUTES.least && up.isUp() && (await deed.isDone(world))) return;
    world.clock.forward(MINUTE_MS);
  }
}

/** What must be the same: where each journey stands, what each phone got, what each reply came to. Times apart. */
export type Outcome = { journeys: string[]; phones: string[]; replies: string[] };

/** Plays the script of a seed with these faults. */
export async function playScript(
  seed: number,
  shares: Shares,
): Promise<Outcome & { trace: string[]; deaths: number }> {
  const world = await makeWorld(seed, { shares, calm: true });
  const random = makeRandom(seed + 77);
  const began = world.clock.now();
  try {
    for (let day = 0; day < DAYS; day += 1) {
      for (const hour of [9, 10, 14, 15]) {
        world.clock.forward(began + (day * 24 + hour - 9) * 60 * MINUTE_MS - world.clock.now());
        const kind = random.weigh({ enrol: day < 3 ? 6 : 1, answer: 2, write: 4, hold: 0.7, release: 0.7 });
        const person = random.pick(world.people);
        if (kind === 'enrol') await give(world, enrol(world, random));
        else if (kind === 'answer') await give(world, answer(world, random));
        else if (kind === 'write') await give(world, write(world, random));
        else await give(world, kind === 'hold' ? hold(person) : release(person));
      }
    }
    await comeToRest(world);
    const deaths = world.processes.filter((one) => one.isDead()).length;
    return { ...(await outcomeOf(world)), trace: world.trace, deaths };
  } finally {
    await world.close();
  }
}

async function outcomeOf(world: World): Promise<Outcome> {
  const { journeys, accepted, replies } = await readRecord(world);
  return {
    journeys: journeys
      .map(
        ({
          numberId,
          flowName,
          state: { status, step, hold, awaiting, answers, anchors, endedBecause, reminded },
        }) =>
          JSON.stringify({
            numberId,
            flowName,
            status,
            step,
            hold,
            awaiting,
            answers,
            anchors,
            endedBecause,
            reminded,
          }),
      )
      .sort(),
    phones: accepted.map(({ to, text }) => `${to} ${text.replace(/https:\S+/, '{link}')}`).sort(),
    replies: replies.map(({ numberId, status }) => `${numberId} ${status}`).sort(),
  };
}
