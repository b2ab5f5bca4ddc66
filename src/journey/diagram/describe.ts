import type { Ask, Attend, Flow, Form, Invite, Outcome, Say, Step, Timing } from '../flow/flow.ts';
import {
  aboutWords,
  alertWords,
  attendWords,
  durationWords,
  labelWords,
  lateWords,
  momentWords,
  subjectWords,
  untilWords,
} from './words.ts';

/** A step in words: what kind it is, and what it says, when and to whom, a line each. */
export type Described = { kind: string; lines: string[] };

const KINDS: Record<Step['kind'], string> = {
  invite: 'Invitation',
  say: 'Sms',
  ask: 'Spørgsmål',
  form: 'Spørgeskema',
  wait: 'Vent',
  branch: 'Deler sig',
  alert: 'Opgave',
  join: 'Ind i gruppe',
  leave: 'Ud af gruppe',
  end: 'Slut',
};

/** Tells a step in Danish, with the first words of its text in the flow's first language. */
export const describeStep = (flow: Flow, step: Step): Described => ({
  kind: KINDS[step.kind],
  lines: linesOf(flow, step),
});

function linesOf(flow: Flow, step: Step): string[] {
  switch (step.kind) {
    case 'invite':
      return inviteLines(flow, step);
    case 'say':
      return sayLines(flow, step);
    case 'ask':
      return askLines(flow, step);
    case 'form':
      return formLines(flow, step);
    case 'wait':
      return [untilWords(flow, step.until)];
    case 'branch':
      return [`efter ${subjectWords(flow, step.on)}`];
    case 'alert':
      return [...whenLines(flow, step.timing), alertWords(step.order), ...quoteLines(flow, step.order.task)];
    case 'join':
    case 'leave':
      return [step.group];
    case 'end':
      return [step.reason];
  }
}

const inviteLines = (flow: Flow, step: Invite): string[] => [
  ...whenLines(flow, step.timing),
  ...quoteLines(flow, step.text),
  `side: ${step.page} (${step.access})`,
  ...(step.remind
    ? [`påmindelse efter ${durationWords(step.remind.every)}, højst ${step.remind.times} gange`]
    : []),
  `udløber efter ${durationWords(step.expires)}`,
  ...attendLines(flow, step.attend),
  ...outcomeLines(flow, {
    accepted: step.accepted,
    ...unseated(step.attend),
    declined: step.declined,
    expired: step.expired,
  }),
];

const sayLines = (flow: Flow, step: Say): string[] => [
  ...whenLines(flow, step.timing),
  ...quoteLines(flow, step.text),
  ...(step.page ? [`side: ${step.page} (${step.access})`] : []),
];

const askLines = (flow: Flow, step: Ask): string[] => [
  ...whenLines(flow, step.timing),
  ...quoteLines(flow, step.text),
  waitLine(step),
  ...attendLines(flow, step.attend),
  ...outcomeLines(flow, { ja: step.ja, ...unseated(step.attend), nej: step.nej, silent: step.silent }),
];

const waitLine = ({ silent: { after, remind } }: Ask | Form): string =>
  `venter ${durationWords(after)}${remind > 0 ? `, påmindelser: ${remind}` : ''}`;

const formLines = (flow: Flow, step: Form): string[] => [
  ...whenLines(flow, step.timing),
  ...quoteLines(flow, step.text),
  `side: ${step.page} (${step.access})`,
  ...step.questions.map(({ id }) => `spørger: ${quote(flow, id)}`),
  ...(step.about === undefined ? [] : [aboutWords(flow, step.about)]),
  waitLine(step),
  ...outcomeLines(flow, { answered: step.answered, silent: step.silent }),
];

const attendLines = (flow: Flow, attend: Attend | undefined): string[] =>
  attend ? [attendWords(flow, attend.anchors)] : [];

const unseated = (attend: Attend | undefined): Record<string, Outcome> =>
  attend ? { venteliste: attend.waiting, lukket: attend.closed ?? {} } : {};

const whenLines = (flow: Flow, timing: Timing | undefined): string[] =>
  timing ? [momentWords(flow, timing.when), lateWords(timing.late)] : [];

function outcomeLines(flow: Flow, outcomes: Readonly<Record<string, Outcome>>): string[] {
  return Object.entries(outcomes).flatMap(([label, { say, alert }]) => {
    const done = [...(say ? [`sms ${quote(flow, say)}`] : []), ...(alert ? [alertWords(alert)] : [])];
    return done.length > 0 ? [`${labelWords(label)}: ${done.join(', ')}`] : [];
  });
}

const quoteLines = (flow: Flow, key: string | undefined): string[] => (key ? [quote(flow, key)] : []);

const MOST_CHARACTERS = 72;

/** The first words of a text, its merge fields in brackets. */
function quote(flow: Flow, key: string): string {
  const text = flow.texts[flow.languages[0] ?? 'da']?.[key] ?? key;
  const plain = text
    .replace(/\{%.*?%\}/gs, ' ')
    .replace(/\{\{-?\s*([\w-]+)[^}]*\}\}/g, '[$1]')
    .replace(/\s+/g, ' ')
    .trim();
  if (plain.length <= MOST_CHARACTERS) return `"${plain}"`;
  const cut = plain.slice(0, MOST_CHARACTERS);
  return `"${cut.slice(0, Math.max(cut.lastIndexOf(' '), 20))} …"`;
}
