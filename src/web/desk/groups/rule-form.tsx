// The rule of a group as a form: what it asks, and what was ticked and typed.
import type { FC } from 'hono/jsx';
import { formatDate } from '../../../journey/time/format.ts';
import { listEventNames } from '../../../services/events/list-events.ts';
import { AT_EVENT, type GroupRule, listQuestions } from '../../../services/groups/group-rule.ts';
import { getNewestFlow, listFlows } from '../../../services/journeys/load-flow.ts';
import { listOwnUnits } from '../../../services/relatives/choose-circle.ts';
import { LANGUAGES } from '../../../services/relatives/relative-choices.ts';
import { Select } from '../../layout/choose.tsx';
import { Field, only } from '../../layout/form.tsx';
import { languageWords } from '../../words/choices.ts';
import { inLanguage } from '../../words/language.ts';
import { wordOf } from '../../words/lookup.ts';
import { choiceOptions } from '../../words/people-choices.ts';
import { CheckGroup } from '../frame/check-group.tsx';
import type { DeskContext } from '../frame/desk-env.ts';
import type { Problems } from '../frame/problems.tsx';
import { atEventChoices, groupWords, ruleAnswerWords } from './group-words.ts';

type Options = readonly (readonly [string, string])[];

/** What a rule's form offers: "flow", "flow step" and "flow step answer" are written with a space between, and so is "event as". */
export type RuleOptions = {
  units: Options;
  flows: Options;
  steps: Options;
  answers: Options;
  events: Options;
  /** What each event is called. */
  eventTitles: Options;
};

/** Loads what can be chosen: units in sight, flows that are published, their steps and questions. */
export async function loadRuleOptions(c: DeskContext): Promise<RuleOptions> {
  const { rt, staff, language } = c.var;
  const [units, flows, events] = await Promise.all([
    listOwnUnits(rt, staff),
    listFlows(rt),
    listEventNames(rt, staff),
  ]);
  const steps = await Promise.all(
    flows.map(async ({ name, title }) =>
      (await getNewestFlow(rt, name)).flow.steps.map(
        ({ id }) => [`${name} ${id}`, `${title}: ${id}`] as const,
      ),
    ),
  );
  const questions = (await Promise.all(flows.map(({ name }) => listQuestions(rt, name)))).flat();
  return {
    units: units.map(({ id, name }) => [id, name]),
    flows: flows.map(({ name, title }) => [name, title]),
    steps: steps.flat(),
    answers: questions.flatMap(({ flow, flowTitle, step, answers }) =>
      answers.map(
        (answer) =>
          [
            `${flow} ${step} ${answer}`,
            `${flowTitle}, ${step}: ${wordOf(ruleAnswerWords, answer, language)}`,
          ] as const,
      ),
    ),
    events: events.flatMap(({ id, title, startsAt }) =>
      AT_EVENT.map(
        (as) =>
          [
            `${id} ${as}`,
            `${title}, ${formatDate(startsAt, language)}: ${atEventChoices[as][language]}`,
          ] as const,
      ),
    ),
    eventTitles: events.map(({ id, title }) => [id, title]),
  };
}

/** A rule as its form sends it; `silentDays` that is no number is kept as -1, which is refused at its field. */
export function readRuleForm(form: URLSearchParams): GroupRule {
  const list = (name: string): string[] | undefined => {
    const values = form.getAll(name).filter((value) => value !== '');
    return values.length > 0 ? values : undefined;
  };
  const text = (name: string): string | undefined => (form.get(name) ?? '').trim() || undefined;
  const [stepFlow, step] = text('step')?.split(' ') ?? [];
  const [answerFlow, answerStep, answer] = text('answer')?.split(' ') ?? [];
  const [event, stands] = text('event')?.split(' ') ?? [];
  const as = AT_EVENT.find((one) => one === stands);
  const days = text('silentDays')?.replaceAll('.', '');
  return {
    ...only({
      relations: list('relations'),
      areas: list('areas'),
      languages: list('languages'),
      units: list('units'),
      flow: stepFlow ?? text('flow'),
      step,
      answer: answerFlow && answerStep && answer ? { flow: answerFlow, step: answerStep, answer } : undefined,
      event: event && as ? { id: event, as } : undefined,
      silentDays: days === undefined ? undefined : /^\d{1,4}$/.test(days) ? Number(days) : -1,
    }),
  };
}

/** The fields of a rule. */
export const RuleFields: FC<{
  c: DeskContext;
  rule: GroupRule;
  options: RuleOptions;
  problems: Problems;
}> = ({ c, rule, options, problems }) => {
  const { language } = c.var;
  const t = inLanguage(groupWords, language);
  const any = ['', t.any] as const;
  const ticks = (name: 'relations' | 'areas' | 'languages' | 'units', choices: Options) => (
    <CheckGroup
      name={name}
      legend={t[name]}
      options={choices}
      chosen={rule[name] ?? []}
      {...only({ error: problems[name] })}
    />
  );
  const one = (name: 'flow' | 'step' | 'answer' | 'event', value: string, choices: Options) => (
    <Select
      name={name}
      label={t[name]}
      language={language}
      value={value}
      options={[any, ...choices]}
      {...only({ error: problems[name] })}
    />
  );
  const { flow, step, answer, silentDays, event } = rule;
  return (
    <fieldset class="desk-section" id="rule">
      <legend class="form-label">{t.rule}</legend>
      <p class="form-hint">{t.ruleLead}</p>
      {problems.rule ? <span class="form-error-message">{problems.rule}</span> : null}
      {ticks('relations', choiceOptions(c, 'relations'))}
      {ticks('areas', choiceOptions(c, 'areas'))}
      {ticks(
        'languages',
        LANGUAGES.map((value) => [value, languageWords[value][language]] as const),
      )}
      {ticks('units', options.units)}
      {one('flow', step ? '' : (flow ?? ''), options.flows)}
      {one('step', step ? `${flow} ${step}` : '', options.steps)}
      {one('answer', answer ? `${answer.flow} ${answer.step} ${answer.answer}` : '', options.answers)}
      {options.events.length > 0
        ? one('event', event ? `${event.id} ${event.as}` : '', options.events)
        : null}
      <Field
        name="silentDays"
        label={t.silentDays}
        hint={t.silentHint}
        language={language}
        value={silentDays === undefined || silentDays < 0 ? '' : String(silentDays)}
        inputmode="numeric"
        width="xs"
        optional
        {...only({ error: problems.silentDays })}
      />
    </fieldset>
  );
};
