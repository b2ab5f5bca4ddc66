// Leads everybody through the script while things go wrong, and waits after each moment until nothing is left to do.
import { isOpen, STANDARD_WINDOW } from '../../src/journey/time/window.ts';
import { ANSWER_WITHIN_MS } from '../../src/store/messages/claims.ts';
import { STAGES, type StageName } from './script.ts';
import { type Rest, sleep, type World } from './world.ts';

/** What goes wrong at one moment; it calls `move` once: time moves, and everything of that moment comes due. */
export type Fault = (world: World, move: () => Promise<void>) => Promise<void>;

export type Scenario = {
  name: string;
  /** Faults by the moment they strike at. */
  at: Partial<Record<StageName, Fault>>;
  /** Settings of the house that are others than elsewhere. */
  settings?: Record<string, string>;
  /** The database stands on a disk of this many megabytes. */
  diskMb?: number;
};

const LOOK_EVERY_MS = 100;
const QUIET_LOOKS = 3;

/**
 * What is left to do now; rejects while the database is away. An answer leaves at any hour only just after the relative's
 * own SMS, later it waits for the window like the rest; and what waits behind a message of unknown outcome waits with it.
 */
async function look({ eye, now, writing }: World, rest: Rest): Promise<string> {
  const at = now();
  const open = isOpen(STANDARD_WINDOW, at) ? 1 : 0;
  const found = await eye.db.client.execute({
    sql: `SELECT (SELECT count(*) FROM messages WHERE status IN ('sending', 'unknown')) AS unsettled,
      (SELECT count(*) FROM messages m WHERE status = 'due' AND due_at <= ?1 AND (?2 = 1 OR lane = 0
        AND EXISTS (SELECT 1 FROM replies p WHERE p.number_id = m.number_id AND p.received_at > ?1 - ?3))
        AND (?4 = 0 OR NOT EXISTS (SELECT 1 FROM messages u WHERE u.number_id = m.number_id
          AND u.status IN ('sending', 'unknown')))) AS due,
      (SELECT count(*) FROM timers WHERE held = 0 AND due_at <= ?1) AS timers,
      (SELECT count(*) FROM replies WHERE status = 'new') AS replies`,
    args: [at, open, ANSWER_WITHIN_MS, rest === 'settled-later' ? 1 : 0],
  });
  const left = Object.entries(found.rows[0] ?? {}).filter(
    ([what, count]) => Number(count) > 0 && !(what === 'unsettled' && rest === 'settled-later'),
  );
  const words = left.map(([what, count]) => `${what} ${count}`);
  return [...words, ...(writing() > 0 ? [`on the way ${writing()}`] : [])].join(', ');
}

/** Waits until nothing is due, under way or (unless that is settled later) unknown; a mistake when that takes longer than `withinMs`. */
export async function comeToRest(
  world: World,
  name: string,
  withinMs: number,
  rest: Exclude<Rest, 'none'> = 'whole',
): Promise<void> {
  const until = Date.now() + withinMs;
  let quiet = 0;
  let left = 'nothing was seen';
  let taken = -1;
  while (Date.now() < until) {
    left = await look(world, rest).catch(() => 'the database is away');
    quiet = left === '' && taken === world.accepted.length ? quiet + 1 : 0;
    taken = world.accepted.length;
    if (quiet >= QUIET_LOOKS) return;
    await sleep(LOOK_EVERY_MS);
  }
  world.mistakes.push(`never at rest after "${name}": ${left}`);
}

const plainly: Fault = (_, move) => move();

/** Plays every moment with the scenario's faults. */
export async function play(
  world: World,
  { at: faults }: Pick<Scenario, 'at'>,
  restWithinMs = 150_000,
  say: (line: string) => void = () => undefined,
): Promise<void> {
  for (const { name, at } of STAGES) {
    const began = performance.now();
    const enrolled = world.relatives.filter((one) => one.enrolled === name);
    const moves: Promise<void>[] = [];
    const move = async (): Promise<void> => {
      await world.moveTo(at);
      moves.push(world.enrol(enrolled));
    };
    await (faults[name as StageName] ?? plainly)(world, move);
    await Promise.all(moves);
    const rest = world.restDue();
    if (rest !== 'none') await comeToRest(world, name, restWithinMs, rest);
    world.rested();
    say(`${name}: ${((performance.now() - began) / 1000).toFixed(1)} s, ${world.accepted.length} accepted`);
  }
}
