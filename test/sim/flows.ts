// The flows people walk in a simulation: small ones from the seed, and the ones of the house.
import type { Flow, Outcome, Step } from '../../src/journey/flow/flow.ts';
import { parseFlow } from '../../src/journey/flow/parse-flow.ts';
import { flowFolders, readFlowFolder } from '../flows/read-folder.ts';
import { alert, ask, branch, end, form, invite, makeFlow, say, wait } from '../journey/engine/make-flow.ts';
import type { Random } from './random.ts';

/** The times a drawn flow may name. */
export type Times = { moments: readonly string[]; waits: readonly string[]; silences: readonly string[] };

/** Everything, also what is over in minutes. */
export const ANY_TIMES: Times = {
  moments: [
    '2 days before dag at 09:00',
    '1 day after dag at 18:30',
    '3 hours before moede',
    '1 day before moede at 10:00',
    '2 days after start at 08:00',
    '5 minutes after start',
  ],
  waits: [
    '2 hours',
    '20 minutes',
    '1 days',
    'until 1 day before dag at 12:00',
    'until next tuesday at 10:00',
    'until next opening hour',
  ],
  silences: ['4 hours', '1 days', '3 days'],
};

/** Whole days alone: a minute more or less decides nothing. */
export const CALM_TIMES: Times = {
  moments: ['2 days before dag at 12:00', '1 day after dag at 12:00', '2 days after start at 12:00'],
  waits: ['2 days', 'until next tuesday at 12:00'],
  silences: ['2 days', '3 days'],
};

type Draw = (random: Random, id: string, times: Times) => Step;

const moment = (random: Random, { moments }: Times): { when?: string; late?: 'skip' | 'send' | 'next' } =>
  random.chance(0.4)
    ? { when: random.pick(moments), late: random.pick(['skip', 'send', 'next'] as const) }
    : {};

const outcome = (random: Random, id: string): Outcome => ({
  ...(random.chance(0.6) ? { say: id } : {}),
  ...(random.chance(0.3) ? { alert: { to: 'advisor', urgent: false } } : {}),
});

const DRAWS: Record<'say' | 'link' | 'ask' | 'form' | 'invite' | 'wait' | 'alert', Draw> = {
  say: (random, id, times) => say(id, moment(random, times)),
  link: (random, id, times) => say(id, { ...moment(random, times), page: `${id}-side` }),
  ask: (random, id, times) =>
    ask(id, {
      ...moment(random, times),
      ja: outcome(random, `${id}-ja`),
      nej: outcome(random, `${id}-nej`),
      silent: outcome(random, `${id}-tavs`),
      after: random.pick(times.silences),
      remind: random.whole(0, 2),
    }),
  form: (random, id, times) =>
    form(id, {
      ...moment(random, times),
      answered: outcome(random, `${id}-svar`),
      silent: outcome(random, `${id}-tavs`),
      after: random.pick(times.silences),
      remind: random.whole(0, 2),
    }),
  invite: (random, id, times) =>
    invite(id, {
      ...moment(random, times),
      ...(random.chance(0.6) ? { remind: `every ${random.whole(1, 3)} days, 2 times` } : {}),
      accepted: outcome(random, `${id}-ja`),
      declined: outcome(random, `${id}-nej`),
      expires: random.pick(['2 days', '9 days']),
      consent: `${id}-samtykke`,
    }),
  wait: (random, id, { waits }) => wait(id, random.pick(waits)),
  alert: (_, id) => alert(id),
};

const WEIGHTS = { say: 4, link: 2, ask: 4, form: 1, invite: 2, wait: 3, alert: 1 };

/** A flow of two to six steps. Three in ten have a narrower window of their own. */
export function drawFlow(random: Random, nth: number, times: Times = ANY_TIMES): Flow {
  const steps: Step[] = [];
  const count = random.whole(2, 6);
  for (let n = 0; n < count; n += 1) steps.push(DRAWS[random.weigh(WEIGHTS)](random, `f${nth}-${n}`, times));
  const asked = steps.findLast((step) => step.kind === 'ask');
  if (asked && random.chance(0.5)) {
    steps.push(branch('vej', `answer.${asked.id}`, { nej: 'farvel' }), say('tak'), end('farvel'));
  }
  const window = random.chance(0.3)
    ? { window: { from: '09:00', to: '17:00', weekdays: [1, 2, 3, 4, 5] } }
    : {};
  return makeFlow(steps, { name: `drawn-${nth}`, ...window });
}

/** The flows of the house that pass their check. */
export const houseFlows: readonly Flow[] = flowFolders.flatMap((name) => {
  const parsed = parseFlow(readFlowFolder(name));
  return parsed.ok ? [parsed.flow] : [];
});
