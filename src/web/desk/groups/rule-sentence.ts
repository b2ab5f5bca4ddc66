import type { GroupRule } from '../../../services/groups/group-rule.ts';
import { languageWords } from '../../words/choices.ts';
import { fill } from '../../words/fill.ts';
import { inLanguage } from '../../words/language.ts';
import { wordOf } from '../../words/lookup.ts';
import { choiceText } from '../../words/people-choices.ts';
import type { DeskContext } from '../frame/desk-env.ts';
import { atEventWords, ruleAnswerWords, ruleWords } from './group-words.ts';

/** What a rule speaks of by a name of its own; what is not there any more is shown as it was written. */
export type Names = {
  units: ReadonlyMap<string, string>;
  flows: ReadonlyMap<string, string>;
  events: ReadonlyMap<string, string>;
};

/** A rule in words: "Alle pårørende, der er søskende eller forælder, og går i forløbet Velkomst." */
export function ruleSentence(c: DeskContext, rule: GroupRule, { units, flows, events }: Names): string {
  const { language } = c.var;
  const t = inLanguage(ruleWords, language);
  const low = (text: string): string => text.toLocaleLowerCase(language);
  const any = (values: readonly string[] | undefined, word: (value: string) => string): string | undefined =>
    values?.map(word).join(t.or);
  const part = (sentence: string, named: string | undefined): string[] =>
    named === undefined ? [] : [fill(sentence, { any: named })];
  const title = (flow: string): string => flows.get(flow) ?? flow;
  const { flow, step, answer, silentDays, event } = rule;
  const walks =
    flow === undefined ? [] : [fill(step ? t.step : t.flow, { flow: title(flow), step: step ?? '' })];
  const answered = answer
    ? [
        fill(t.answer, {
          answer: wordOf(ruleAnswerWords, answer.answer, language),
          step: answer.step,
          flow: title(answer.flow),
        }),
      ]
    : [];
  const parts = [
    ...part(
      t.relations,
      any(rule.relations, (value) => low(choiceText(c, 'relations', value))),
    ),
    ...part(
      t.areas,
      any(rule.areas, (value) => low(choiceText(c, 'areas', value))),
    ),
    ...part(
      t.languages,
      any(rule.languages, (value) => low(wordOf(languageWords, value, language))),
    ),
    ...part(
      t.units,
      any(rule.units, (value) => units.get(value) ?? value),
    ),
    ...walks,
    ...answered,
    ...(event ? [fill(atEventWords[event.as][language], { event: events.get(event.id) ?? event.id })] : []),
    ...(silentDays === undefined ? [] : [fill(t.silentDays, { n: silentDays })]),
  ];
  const [last = '', ...before] = parts.reverse();
  const list = before.length === 0 ? last : `${before.reverse().join(', ')}${t.and}${last}`;
  return `${t.all}${list}.`;
}
