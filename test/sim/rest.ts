// The end of a simulation: nothing goes wrong any more, and time passes until nothing is due.
import { narrow, nextOpen, STANDARD_WINDOW } from '../../src/journey/time/window.ts';
import { MINUTE_MS } from '../../src/journey/time/zone.ts';
import { beat } from '../../src/services/beat.ts';
import { startProcess, type World } from './world.ts';

const MOST_BEATS = 900;
/** Inside the narrowest window any flow of a simulation has. */
const OPEN = narrow(STANDARD_WINDOW, { from: '09:00', to: '17:00', weekdays: [1, 2, 3, 4, 5] });
const PATIENCE = 12;
/** After this long the network has told everything it has to tell. */
const LATEST_REPORT_MS = 10 * MINUTE_MS;

type Left = { now: number; next: number | undefined };

/** What is still to be done: how much now, and when something is due next, UTC ms. */
async function look({ eye, clock }: World): Promise<Left> {
  const now = clock.now();
  const found = await eye.execute({
    sql: `SELECT
      (SELECT count(*) FROM messages WHERE status IN ('sending', 'unknown') OR (status = 'due' AND due_at <= ?1))
      + (SELECT count(*) FROM timers WHERE held = 0 AND due_at <= ?1) + (SELECT count(*) FROM replies WHERE status = 'new')
      + (SELECT count(*) FROM attendances WHERE pending IS NOT NULL) AS now,
      (SELECT MIN(due) FROM (SELECT MIN(due_at) AS due FROM timers WHERE held = 0 AND due_at > ?1
        UNION ALL SELECT MIN(due_at) FROM messages WHERE status = 'due' AND due_at > ?1)) AS next`,
    args: [now],
  });
  const row = found.rows[0];
  return { now: Number(row?.now), next: row?.next === null ? undefined : Number(row?.next) };
}

/** Lets everything come to rest; a mistake when it never does. */
export async function comeToRest(world: World): Promise<void> {
  const { clock, faults, network, processes } = world;
  faults.off();
  world.say('nothing goes wrong any more');
  for (const one of processes) one.thaw();
  if (!processes.some((one) => one.isUp())) await startProcess(world);
  network.connect(world.house);
  let waited = 0;
  let isLast = false;
  for (let beats = 0; beats < MOST_BEATS; beats += 1) {
    world.catchUp();
    await network.settle();
    for (const one of processes.filter((up) => up.isUp())) {
      await one.does(beat);
      await one.answerBells();
    }
    const left = await look(world);
    waited = left.now > 0 ? waited + 1 : 0;
    if (left.now === 0 && left.next === undefined) {
      if (isLast) return;
      isLast = true;
      clock.forward(LATEST_REPORT_MS);
      continue;
    }
    isLast = false;
    if (left.now === 0 && left.next !== undefined) clock.forward(left.next - clock.now());
    else if (waited % PATIENCE !== 0) clock.forward(MINUTE_MS);
    else clock.forward(nextOpen(OPEN, clock.now() + MINUTE_MS) - clock.now());
  }
  world.mistakes.push('it never comes to rest');
}
