// The rule of a group: what it may say, and what stands against it. The sentence people read is made at the desk.
import { z } from 'zod';
import { findEventRow } from '../../store/events/event-lists.ts';
import { AT_EVENT, type GroupRule } from '../../store/groups/group-rule.ts';
import type { ErrorCode } from '../app-error.ts';
import { getNewestFlow } from '../journeys/load-flow.ts';
import { getOrganisation } from '../organisation.ts';
import { allChoices } from '../relatives/people-lists.ts';
import { LANGUAGES } from '../relatives/relative-choices.ts';
import type { Runtime } from '../runtime.ts';

export { AT_EVENT, type AtEvent, type GroupRule } from '../../store/groups/group-rule.ts';

const some = z.array(z.string().min(1).max(100)).min(1).max(100).optional();
const name = z.string().min(1).max(100);

/** A rule as it is kept; what is not named does not count. */
export const groupRule = z.strictObject({
  relations: some,
  areas: some,
  languages: some,
  units: some,
  flow: name.optional(),
  step: name.optional(),
  answer: z.strictObject({ flow: name, step: name, answer: name }).optional(),
  silentDays: z.int().min(1).max(3_650).optional(),
  event: z.strictObject({ id: name, as: z.enum(AT_EVENT) }).optional(),
}) satisfies z.ZodType<GroupRule>;

/** A kept rule; null for a group whose members are put in. */
export const readRule = (text: string | null): GroupRule | null =>
  text === null ? null : groupRule.parse(JSON.parse(text));

export type RuleField = keyof GroupRule;
export type RuleProblem = { field: RuleField | 'rule'; code: ErrorCode };

const unknown = (values: readonly string[] | undefined, known: readonly string[]): boolean =>
  values?.some((value) => !known.includes(value)) ?? false;

/** What a question can have been answered with, silence included, as the engine records it. */
const ANSWERS = { ask: ['ja', 'nej', 'silent'], invite: ['accepted', 'declined', 'expired'] } as const;

export type Question = { flow: string; flowTitle: string; step: string; answers: readonly string[] };

/** The questions of a flow's newest version, each with the answers it can have had. Throws `flow-unknown`. */
export async function listQuestions(rt: Runtime, flowName: string): Promise<Question[]> {
  const { flow } = await getNewestFlow(rt, flowName);
  return flow.steps.flatMap((step) =>
    step.kind === 'ask' || step.kind === 'invite'
      ? [{ flow: flow.name, flowTitle: flow.title, step: step.id, answers: ANSWERS[step.kind] }]
      : [],
  );
}

async function checkFlow(rt: Runtime, { flow, step }: GroupRule): Promise<RuleProblem[]> {
  if (flow === undefined) return step === undefined ? [] : [{ field: 'step', code: 'field-unreadable' }];
  const found = await getNewestFlow(rt, flow).catch(() => undefined);
  if (!found) return [{ field: 'flow', code: 'field-unreadable' }];
  const isThere = step === undefined || found.flow.steps.some(({ id }) => id === step);
  return isThere ? [] : [{ field: 'step', code: 'field-unreadable' }];
}

async function checkAnswer(rt: Runtime, { answer }: GroupRule): Promise<RuleProblem[]> {
  if (!answer) return [];
  const questions = await listQuestions(rt, answer.flow).catch(() => []);
  const asked = questions.find(({ step }) => step === answer.step);
  const isKnown = asked?.answers.includes(answer.answer) ?? false;
  return isKnown ? [] : [{ field: 'answer', code: 'field-unreadable' }];
}

async function checkEvent(
  rt: Runtime,
  { event }: GroupRule,
  units: readonly { id: string }[],
): Promise<RuleProblem[]> {
  if (!event) return [];
  const row = await findEventRow(rt.db, event.id);
  const isSeen = row && (row.unitId === null || units.some(({ id }) => id === row.unitId));
  return isSeen && AT_EVENT.includes(event.as) ? [] : [{ field: 'event', code: 'field-unreadable' }];
}

/** What a rule names that is not there, at most one problem a field; a rule that names nothing would fit everybody, and is refused. */
export async function checkRule(
  rt: Runtime,
  rule: GroupRule,
  units: readonly { id: string }[],
): Promise<RuleProblem[]> {
  if (Object.values(rule).every((value) => value === undefined))
    return [{ field: 'rule', code: 'field-missing' }];
  const { people = {} } = await getOrganisation(rt);
  const lists: [RuleField, readonly string[] | undefined, readonly string[]][] = [
    ['relations', rule.relations, allChoices(people, 'relations')],
    ['areas', rule.areas, allChoices(people, 'areas')],
    ['languages', rule.languages, LANGUAGES],
    ['units', rule.units, units.map(({ id }) => id)],
  ];
  const wrong = lists.filter(([, values, known]) => unknown(values, known));
  const { silentDays } = rule;
  const isDays = silentDays === undefined || groupRule.shape.silentDays.safeParse(silentDays).success;
  return [
    ...(isDays ? [] : [{ field: 'silentDays' as const, code: 'field-unreadable' as const }]),
    ...wrong.map(([field]) => ({ field, code: 'field-unreadable' as const })),
    ...(await checkFlow(rt, rule)),
    ...(await checkAnswer(rt, rule)),
    ...(await checkEvent(rt, rule, units)),
  ];
}
