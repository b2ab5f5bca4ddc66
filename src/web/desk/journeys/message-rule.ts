// The rule of the flow that one message follows: its step's time, a reminder, or an answer.
import type { Fact } from '../../../journey/engine/facts.ts';
import type { Flow, Step } from '../../../journey/flow/flow.ts';
import { answerWords } from '../../telling/facts-words.ts';
import { fill } from '../../words/fill.ts';
import type { Language } from '../../words/language.ts';
import { wordOf } from '../../words/lookup.ts';
import { ruleSource, timingSentences, waitingSentences } from './rule-sentence.ts';
import { ruleWords } from './rules-words.ts';

type Recorded = Extract<Fact, { kind: 'answerRecorded' }>;
type Rule = { sentences: string[]; source?: string };

/** The answer a message answers: the one that was recorded for its step before it, in the same turn. */
function answerBefore(facts: readonly Fact[], key: string): Recorded | undefined {
  const end = facts.findIndex((fact) => fact.kind === 'messageComposed' && fact.key === key);
  const composed = facts[end];
  if (composed?.kind !== 'messageComposed') return undefined;
  return facts
    .slice(0, end)
    .filter((fact) => fact.kind === 'answerRecorded')
    .findLast(({ step }) => step === composed.step);
}

const answers = (step: Step): (string | undefined)[] =>
  step.kind === 'ask'
    ? [step.ja.say, step.nej.say, step.silent.say]
    : step.kind === 'invite'
      ? [step.accepted.say, step.declined.say, step.expired.say]
      : step.kind === 'form'
        ? [step.answered.say, step.silent.say]
        : [];

/** The rule that applies to the message with this text in a step; `facts` are those of the turn that composed it. */
export function ruleOfMessage(
  order: { step: Step; key: string; facts: readonly Fact[]; flow: Flow },
  language: Language,
): Rule {
  const { step, key, facts, flow } = order;
  const answer = answers(step).includes(key) ? answerBefore(facts, key) : undefined;
  if (answer?.by === 'silence')
    return { sentences: [ruleWords.becauseSilent[language], ...waitingSentences(step, language)] };
  if (answer)
    return {
      sentences: [
        fill(ruleWords.becauseAnswer[language], { answer: wordOf(answerWords, answer.answer, language) }),
      ],
    };
  const [input] = facts;
  if (input?.kind === 'attendanceChanged')
    return { sentences: [ruleWords[`becauseSeat_${input.seat}`][language]] };
  const reminded = facts.find((fact) => fact.kind === 'messageComposed' && fact.key === key);
  if (reminded?.kind === 'messageComposed' && reminded.reminder > 0)
    return {
      sentences: [
        fill(ruleWords.becauseReminder[language], { n: reminded.reminder }),
        ...waitingSentences(step, language),
      ],
    };
  const source = ruleSource(step);
  return { sentences: timingSentences(step, flow, language), ...(source ? { source } : {}) };
}
