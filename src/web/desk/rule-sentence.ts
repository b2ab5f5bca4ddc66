// A step's own rule as staff read it, and as it stands in the flow.
import type { Flow, Step } from '../../journey/flow/flow.ts';
import type { Duration } from '../../journey/time/duration.ts';
import { type Moment, momentText } from '../../journey/time/moment.ts';
import type { Until } from '../../journey/time/until.ts';
import type { Language } from '../words/language.ts';
import { fill } from './fill.ts';
import { lengthWords, ruleWords, timesWords, weekdayWords } from './words/rules.ts';

/** "3 dage", "1 uge". */
export function showDuration({ amount, unit }: Duration, language: Language): string {
  const words = lengthWords[unit];
  return fill((amount === 1 ? words.one : words.many)[language], { n: amount });
}

/** "3 dage før Indflytningsdato kl. 09.00". */
export function showMoment(moment: Moment, flow: Flow, language: Language): string {
  const anchor =
    moment.anchor === 'start'
      ? ruleWords.start[language]
      : (flow.anchors[moment.anchor]?.title ?? moment.anchor);
  const words = moment.offset ? ruleWords[moment.direction] : ruleWords.on;
  const length = moment.offset ? showDuration(moment.offset, language) : '';
  const said = fill(words[language], { length, anchor });
  if (moment.clock === undefined) return said;
  const clock = language === 'da' ? moment.clock.replace(':', '.') : moment.clock;
  return fill(ruleWords.at[language], { moment: said, clock });
}

function showUntil(until: Until, flow: Flow, language: Language): string {
  if (until.kind === 'duration') return showDuration(until.duration, language);
  if (until.kind === 'opening') return ruleWords.untilOpening[language];
  if (until.kind === 'moment')
    return fill(ruleWords.untilMoment[language], { moment: showMoment(until.moment, flow, language) });
  const weekday = weekdayWords[until.weekday - 1]?.[language] ?? '';
  return fill(ruleWords.untilWeekday[language], { weekday, clock: until.clock });
}

/** When a step is due, reminded of and over, in sentences. */
export function ruleSentences(step: Step, flow: Flow, language: Language): string[] {
  const say = (words: Record<Language, string>, values: Record<string, string | number> = {}): string =>
    fill(words[language], values);
  const length = (duration: Duration): string => showDuration(duration, language);
  const times = (n: number): string => say(n === 1 ? timesWords.one : timesWords.many, { n });
  const timing = 'timing' in step ? step.timing : undefined;
  const sentences = timing
    ? [say(ruleWords.due, { moment: showMoment(timing.when, flow, language) }), say(ruleWords[timing.late])]
    : step.kind === 'wait'
      ? [say(ruleWords.wait, { until: showUntil(step.until, flow, language) })]
      : [say(ruleWords.atOnce)];
  if (step.kind === 'invite') {
    if (step.remind)
      sentences.push(
        say(ruleWords.remind, { length: length(step.remind.every), times: times(step.remind.times) }),
      );
    sentences.push(say(ruleWords.expires, { length: length(step.expires) }));
  }
  if (step.kind === 'ask')
    sentences.push(
      say(step.silent.remind === 0 ? ruleWords.silenceOnly : ruleWords.silence, {
        length: length(step.silent.after),
        times: times(step.silent.remind),
      }),
    );
  return sentences;
}

/** The step's rule as its author wrote it: "when: 3 days before indflytning at 09:00". */
export function ruleSource(step: Step): string | undefined {
  if (!('timing' in step) || !step.timing) return undefined;
  return `when: ${momentText(step.timing.when)}, late: ${step.timing.late}`;
}
