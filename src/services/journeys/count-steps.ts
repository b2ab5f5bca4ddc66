import { DAY_MS } from '../../journey/time/zone.ts';
import { countHumanAnswers, listEndings, listStepCounts } from '../../store/journeys/step-counts.ts';
import type { Runtime } from '../runtime.ts';
import { requireRight, type Staff } from '../staff/staff.ts';
import { getNewestFlow } from './load-flow.ts';

/** What is counted at a step: journeys in which it happened at least once. */
export const COUNTED = [
  'entered',
  'sent',
  'delivered',
  'opened',
  'reminded',
  'answered',
  'silent',
  'skipped',
  'failed',
] as const;
export type Counted = (typeof COUNTED)[number];

/** Periods one can choose, in days back from now; the cost follows the journeys begun in the period. */
export const PERIODS = [30, 90, 365] as const;

export type StepLine = { step: string; kind: string; counts: Record<Counted, number> };

const nothing = (): Record<Counted, number> =>
  Object.fromEntries(COUNTED.map((what) => [what, 0])) as Record<Counted, number>;

/** How many journeys of a flow, begun in the last `days`, reached each step and what came of them. Throws `flow-unknown`. */
export async function countSteps(rt: Runtime, staff: Staff, name: string, days: number) {
  requireRight(staff, 'look');
  const { flow } = await getNewestFlow(rt, name);
  const since = rt.now() - days * DAY_MS;
  const [counts, endings, human] = await Promise.all([
    listStepCounts(rt.db, name, since),
    listEndings(rt.db, name, since),
    countHumanAnswers(rt.db, name, since),
  ]);
  const known = flow.steps.filter(({ kind }) => kind !== 'end' && kind !== 'branch');
  const gone = [...new Set(counts.map(({ step }) => step))].filter(
    (step) => !flow.steps.some(({ id }) => id === step),
  );
  const lines = [...known, ...gone.map((id) => ({ id, kind: 'gone' as const }))].map(
    ({ id, kind }): StepLine => {
      const line: StepLine = { step: id, kind, counts: nothing() };
      for (const { step, what, journeys } of counts)
        if (step === id && isCounted(what)) line.counts[what] = journeys;
      return line;
    },
  );
  const started = endings.reduce((sum, { journeys }) => sum + journeys, 0);
  return { name, title: flow.title, days, started, lines, endings, human };
}

const isCounted = (what: string): what is Counted => COUNTED.some((known) => known === what);

export type StepCounts = Awaited<ReturnType<typeof countSteps>>;
