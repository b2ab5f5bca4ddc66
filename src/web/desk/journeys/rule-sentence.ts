// A step's own rule as staff read it, and as it stands in the flow.
import type { Flow, Step } from '../../../journey/flow/flow.ts';
import type { Duration } from '../../../journey/time/duration.ts';
import { type Moment, momentText } from '../../../journey/time/moment.ts';
import type { Until } from '../../../journey/time/until.ts';
import { fill } from '../../words/fill.ts';
import type { Language } from '../../words/language.ts';
import { lengthWords, ruleWords, timesWords, weekdayWords } from './rules-words.ts';

/** "3 dage", "1 uge". */
function showDuration({ amount, unit }: Duration, language: Language): string {
  const words = lengthWords[unit];
  return fill((amount === 1 ? words.one : words.many)[language], { n: amount });
}

/** "3 dage før Indflytningsdato kl. 09.00". */
export function showMoment(moment: Moment, flow: Flow, language: Language): string {
  const anchor =
    moment.anchor === 'start'
      ? ruleWords.start[language]
      : (flow.anchors[moment.anchor]?.title ?? moment.anchor);
  const { reminder: n, offset } = moment;
  const words = n ? ruleWords.reminder : offset ? ruleWords[moment.direction] : ruleWords.on;
  const length = offset ? showDuration(offset, language) : '';
  const said = fill(words[language], { length, anchor, n });
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

/** When a step is due, and what happens when that has passed. */
export function timingSentences(step: Step, flow: Flow, language: Language): string[] {
  const timing = 'timing' in step ? step.timing : undefined;
  if (timing)
    return [
      fill(ruleWords.due[language], { moment: showMoment(timing.when, flow, language) }),
      ruleWords[timing.late][language],
    ];
  return step.kind === 'wait'
    ? [fill(ruleWords.wait[language], { until: showUntil(step.until, flow, language) })]
    : [ruleWords.atOnce[language]];
}

/** How long a step waits for an answer and how often it reminds; nothing for a step that asks nothing. */
export function waitingSentences(step: Step, language: Language): string[] {
  const length = (duration: Duration): string => showDuration(duration, language);
  const times = (n: number): string => fill((n === 1 ? timesWords.one : timesWords.many)[language], { n });
  if (step.kind === 'ask' || step.kind === 'form') {
    const { after, remind } = step.silent;
    const words = remind === 0 ? ruleWords.silenceOnly : ruleWords.silence;
    return [fill(words[language], { length: length(after), times: times(remind) })];
  }
  if (step.kind !== 'invite') return [];
  const expires = fill(ruleWords.expires[language], { length: length(step.expires) });
  if (!step.remind) return [expires];
  const { every, times: n } = step.remind;
  return [fill(ruleWords.remind[language], { length: length(every), times: times(n) }), expires];
}

/** The step's rule as its author wrote it: "when: 3 days before indflytning at 09:00". */
export function ruleSource(step: Step): string | undefined {
  if (!('timing' in step) || !step.timing) return undefined;
  return `when: ${momentText(step.timing.when)}, late: ${step.timing.late}`;
}
