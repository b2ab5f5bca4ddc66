// Facts as staff read them: one sentence each, without a word that only the machine knows.

import type { Fact, Outcomes } from '../../journey/engine/facts.ts';
import type { Flow } from '../../journey/flow/flow.ts';
import { fill } from '../words/fill.ts';
import type { Language, Words } from '../words/language.ts';
import { wordOf } from '../words/lookup.ts';
import { tellingWords } from '../words/message-words.ts';
import { showAnchor, showInstant } from '../words/when.ts';
import { answerWords, factWords, ignoredWords } from './facts-words.ts';

/** What a sentence may need besides its fact. */
export type Telling = {
  flow: Flow;
  staffNames: ReadonlyMap<string, string>;
  now: number;
  language: Language;
};

const nameOf = (by: string, { staffNames, language }: Telling): string =>
  staffNames.get(by) ?? tellingWords.someone[language];

const byWhom = (by: string | undefined, telling: Telling): string =>
  by === undefined ? '' : ` ${fill(tellingWords.by[telling.language], { name: nameOf(by, telling) })}`;

const anchorTitle = (flow: Flow, name: string): string => flow.anchors[name]?.title ?? name;

/** The dates a journey began with, one sentence each. */
export function dateSentences(fact: Fact, { flow, language }: Telling): string[] {
  if (fact.kind !== 'started') return [];
  return Object.entries(fact.anchors).map(([name, value]) =>
    fill(factWords.startedAnchor[language], {
      anchor: anchorTitle(flow, name),
      date: showAnchor(value, language),
    }),
  );
}

/** The sentence of a fact; undefined for one that says nothing to people. */
export function factSentence(fact: Fact, telling: Telling): string | undefined {
  const { language, now, flow } = telling;
  const say = (wording: Words, values: Record<string, string | number | undefined> = {}): string =>
    fill(wording[language], values);
  const at = (instant: number): string => showInstant(instant, now, language);
  const answer = (value: string): string => wordOf(answerWords, value, language);
  switch (fact.kind) {
    case 'started':
      return fact.by ? say(factWords.startedBy, { name: nameOf(fact.by, telling) }) : say(factWords.started);
    case 'timerFired':
      return say(factWords[`fired_${fact.timer}`], { when: at(fact.dueAt) });
    case 'replied':
      return say(factWords.replied, { answer: answer(fact.answer) });
    case 'pageOpened':
      return say(factWords.pageOpened, { page: fact.page });
    case 'answered':
      return fact.by
        ? say(factWords.answeredStaff, {
            name: nameOf(fact.by, telling),
            answer: answer(fact.answer),
          })
        : say(factWords.answeredPage, { answer: answer(fact.answer) });
    case 'filled':
      if (!fact.by) return say(factWords.filledPage);
      return say(factWords[`filledStaff_${fact.answer}`], { name: nameOf(fact.by, telling) });
    case 'anchorMoved':
      return say(factWords.anchorMoved, {
        anchor: anchorTitle(flow, fact.anchor),
        date: showAnchor(fact.value, language),
        by: byWhom(fact.by, telling),
      });
    case 'remindersChanged':
    case 'anchorCancelled': {
      const by = byWhom('by' in fact ? fact.by : undefined, telling);
      return say(factWords[fact.kind], { anchor: anchorTitle(flow, fact.anchor), by });
    }
    case 'held':
      return say(factWords[`held_${fact.hold}`], { by: byWhom(fact.by, telling) });
    case 'skipped':
      return say(factWords.skipped, { step: fact.step, by: byWhom(fact.by, telling) });
    case 'released':
    case 'ended':
    case 'hoursChanged':
      return say(factWords[fact.kind], { by: byWhom(fact.by, telling) });
    case 'attendanceChanged':
      return say(factWords[`seat_${fact.seat}`], {
        anchor: anchorTitle(flow, fact.anchor),
        by: byWhom(fact.by, telling),
      });
    case 'asked':
    case 'deliveryFailed':
    case 'consentChanged':
      return say(factWords[fact.kind]);
    default:
      return outcomeSentence(fact, telling);
  }
}

function outcomeSentence(fact: Outcomes, { language, now, flow }: Telling): string | undefined {
  const say = (wording: Words, values: Record<string, string | number | undefined> = {}): string =>
    fill(wording[language], values);
  const at = (instant: number): string => showInstant(instant, now, language);
  switch (fact.kind) {
    case 'messageComposed':
      return say(factWords.messageComposed, { key: fact.key });
    case 'stepEntered':
      return say(factWords.stepEntered, { step: fact.step });
    case 'stepSkipped':
      return say(factWords.stepSkipped, { step: fact.step, when: at(fact.dueAt) });
    case 'timerSet':
      return say(factWords[`set_${fact.timer}`], { when: at(fact.dueAt) });
    case 'notAsked':
      return say(factWords[`notAsked_${fact.why}`]);
    case 'waitingBegan':
      return say(factWords[`waiting_${fact.awaiting}`]);
    case 'seatWanted':
    case 'seatGivenUp':
      return say(factWords[fact.kind], { anchor: anchorTitle(flow, fact.anchor) });
    case 'groupJoined':
    case 'groupLeft':
      return say(factWords[fact.kind], { group: fact.group });
    case 'reminded':
      return say(factWords.reminded, { count: fact.count });
    case 'answerRecorded':
      return say(factWords.answerRecorded, {
        step: fact.step,
        answer: wordOf(answerWords, fact.answer, language),
      });
    case 'consentGiven':
    case 'consentWithdrawn':
      return say(factWords[fact.kind], { key: fact.key });
    case 'alertRaised':
      return say(factWords[`alert_${fact.to}`]);
    case 'journeyEnded':
      return say(factWords.journeyEnded, { reason: fact.reason });
    case 'inputIgnored':
      return say(factWords.ignored, { why: wordOf(ignoredWords, fact.why, language) });
    default:
      return undefined;
  }
}
