// What a flow says in its own grammar, in the Danish a coordinator reads.
import type { Flow, Late } from '../flow/flow.ts';
import type { Duration } from '../time/duration.ts';
import type { Moment } from '../time/moment.ts';
import type { Until } from '../time/until.ts';

const UNITS: Record<Duration['unit'], readonly [one: string, many: string]> = {
  minutes: ['minut', 'minutter'],
  hours: ['time', 'timer'],
  days: ['dag', 'dage'],
  weeks: ['uge', 'uger'],
  months: ['måned', 'måneder'],
};

const WEEKDAYS = ['mandag', 'tirsdag', 'onsdag', 'torsdag', 'fredag', 'lørdag', 'søndag'] as const;

const LATE: Record<Late, string> = {
  skip: 'springes over, hvis det er forbi',
  send: 'straks, hvis det er forbi',
  next: 'næste åbne dag, hvis det er forbi',
};

/** "3 dage", "1 uge". */
export const durationWords = ({ amount, unit }: Duration): string =>
  `${amount} ${UNITS[unit][amount === 1 ? 0 : 1]}`;

const clockWords = (clock: string): string => `kl. ${clock.replace(':', '.')}`;

function anchorWords(flow: Pick<Flow, 'anchors'>, anchor: string): string {
  if (anchor === 'start') return 'starten';
  const title = flow.anchors[anchor]?.title ?? anchor;
  return title.charAt(0).toLowerCase() + title.slice(1);
}

/** "3 dage før indflytningsdato kl. 10.00". */
export function momentWords(flow: Pick<Flow, 'anchors'>, moment: Moment): string {
  const { offset, direction, anchor, clock, reminder } = moment;
  const away = reminder
    ? `${reminder}. påmindelse før`
    : offset
      ? `${durationWords(offset)} ${direction === 'before' ? 'før' : 'efter'}`
      : 'på dagen for';
  return [away, anchorWords(flow, anchor), ...(clock ? [clockWords(clock)] : [])].join(' ');
}

/** "springes over, hvis det er forbi". */
export const lateWords = (late: Late): string => LATE[late];

/** "2 dage", "til næste tirsdag kl. 10.00". */
export function untilWords(flow: Pick<Flow, 'anchors'>, until: Until): string {
  if (until.kind === 'duration') return durationWords(until.duration);
  if (until.kind === 'opening') return 'til næste åbningstid';
  if (until.kind === 'moment') return `til ${momentWords(flow, until.moment)}`;
  return `til næste ${WEEKDAYS[until.weekday - 1]} ${clockWords(until.clock)}`;
}

const PERSONS = { advisor: 'vejleder', coordinator: 'koordinator' } as const;

/** "opgave til vejleder". */
export const alertWords = ({ to, urgent }: { to: keyof typeof PERSONS; urgent: boolean }): string =>
  `${urgent ? 'hasteopgave' : 'opgave'} til ${PERSONS[to]}`;

const ANSWERS: Readonly<Record<string, string>> = {
  ja: 'JA',
  nej: 'NEJ',
  venteliste: 'venteliste',
  lukket: 'lukket',
  silent: 'intet svar',
  accepted: 'ja tak',
  declined: 'nej tak',
  expired: 'udløbet',
  answered: 'besvaret',
  otherwise: 'ellers',
  skipped: 'for sent',
  next: '',
  end: '',
  set: 'kendes',
};

/** "plads: temaeftermiddagen". */
export const attendWords = (flow: Pick<Flow, 'anchors'>, anchors: readonly string[]): string =>
  `plads: ${anchors.map((anchor) => anchorWords(flow, anchor)).join(' eller ')}`;

/** "om temaeftermiddagen, kun dem, der var med". */
export const aboutWords = (flow: Pick<Flow, 'anchors'>, anchor: string): string =>
  `om ${anchorWords(flow, anchor)}: kun dem, der var med`;

/** How a way out of a step is called; a branch's own values stand as they are. */
export const labelWords = (label: string): string =>
  (Object.hasOwn(ANSWERS, label) ? ANSWERS[label] : undefined) ?? label;

const SUBJECTS: Readonly<Record<string, string>> = {
  relation: 'relation',
  area: 'område',
  language: 'sprog',
  channel: 'sms, opkald eller brev',
  ageBand: 'alder',
};

/** What a branch looks at. */
export function subjectWords(flow: Pick<Flow, 'anchors'>, on: string): string {
  if (on.startsWith('answer.')) return `svaret på ${on.slice('answer.'.length)}`;
  if (on.startsWith('anchor.')) return anchorWords(flow, on.slice('anchor.'.length));
  if (on.startsWith('seat.')) return `plads: ${anchorWords(flow, on.slice('seat.'.length))}`;
  return SUBJECTS[on] ?? on;
}
