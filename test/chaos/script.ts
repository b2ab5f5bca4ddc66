// What happens whatever goes wrong: the flow, the relatives and what they answer, and the moments everybody is led through.
import type { Flow } from '../../src/journey/flow/flow.ts';
import { parseWallClock } from '../../src/journey/time/format.ts';
import { ask, makeFlow, say, wait } from '../journey/engine/make-flow.ts';
import type { Random } from '../sim/random.ts';

const drafted: Flow = makeFlow(
  [
    say('velkommen'),
    say('side', { page: 'side' }),
    wait('vent', '11 hours'),
    say('aften'),
    ask('samtale', {
      when: '2 days after start at 10:00',
      late: 'send',
      ja: { say: 'samtale-ja', alert: { to: 'advisor', urgent: false } },
      nej: { say: 'samtale-nej' },
      silent: { say: 'samtale-tavs' },
      after: '2 days',
      remind: 1,
    }),
    say('farvel', { when: '8 days after start at 10:00', late: 'send' }),
  ],
  { name: 'kaos', anchors: {} },
);

/** Three segments: where a sender is paced, messages that were claimed wait for their turn. */
const LONG = ` ${'Vi skriver kun, når der er noget at sige. '.repeat(8)}`.trimEnd();
const LONG_TEXTS = ['velkommen', 'samtale', 'farvel'];

/** Two senders at once, one day's wait, a question with reminder and silence, a farewell days later. */
export const flow: Flow = {
  ...drafted,
  texts: Object.fromEntries(
    Object.entries(drafted.texts).map(([language, texts]) => [
      language,
      Object.fromEntries(
        Object.entries(texts).map(([key, text]) => [key, LONG_TEXTS.includes(key) ? text + LONG : text]),
      ),
    ]),
  ),
};

/** A moment on the wall to which journeys' time is moved; `night` where nothing but answers may leave. */
export type Stage = { name: string; at: number };

const stage = (name: string, wall: string): Stage => {
  const read = parseWallClock(wall);
  if ('problem' in read) throw new Error(wall);
  return { name, at: read.at };
};

/** Nine days from a Thursday, over the Sunday on which the clocks change. */
export const STAGES = [
  stage('enrol', '2027-10-28T09:30'),
  stage('evening', '2027-10-28T21:00'),
  stage('morning', '2027-10-29T08:30'),
  stage('question', '2027-10-30T10:30'),
  stage('sunday', '2027-10-31T12:00'),
  stage('reminder', '2027-11-01T13:00'),
  stage('silence', '2027-11-03T15:00'),
  stage('farewell', '2027-11-05T10:30'),
] as const;

export type StageName = (typeof STAGES)[number]['name'];

/** How a relative answers: by the text key of what the phone got. STOP comes at a seeded stage. */
const MANNERS = {
  yes: { samtale: 'JA' },
  no: { samtale: 'NEJ' },
  silent: {},
  late: { 'samtale-igen': 'Ja tak' },
  asks: { velkommen: 'Hvornår kommer I?', samtale: 'ja' },
  'stops at velkommen': { velkommen: 'STOP' },
  'stops at side': { side: 'Stop' },
  'stops at aften': { aften: 'STOP' },
  'stops at samtale': { samtale: 'stop' },
  'stops at farvel': { farvel: 'STOP' },
} as const satisfies Record<string, Record<string, string>>;

export type Manner = keyof typeof MANNERS;

const WEIGHTS: Record<Manner, number> = {
  yes: 6,
  no: 3,
  silent: 5,
  late: 3,
  asks: 2,
  'stops at velkommen': 0.6,
  'stops at side': 0.6,
  'stops at aften': 0.6,
  'stops at samtale': 0.6,
  'stops at farvel': 0.6,
};

/** `late` ones are enrolled in the evening: what is said to them at once waits for the morning. */
export type Person = { phone: string; name: string; manner: Manner; enrolled: 'enrol' | 'evening' };

/** The relatives of a seed; everyone has a phone of their own. */
export const drawPeople = (random: Random, count: number): Person[] =>
  Array.from({ length: count }, (_, n) => ({
    phone: `+452000${1001 + n}`,
    name: `P${n}`,
    manner: random.weigh(WEIGHTS),
    enrolled: random.chance(0.2) ? 'evening' : 'enrol',
  }));

/** What a phone that got this text answers, if anything. */
export function answerTo({ manner, name }: Person, text: string): string | undefined {
  const key = new RegExp(`^Hej ${name}: (\\S+)`).exec(text)?.[1];
  const answers: Record<string, string> = MANNERS[manner];
  return key === undefined ? undefined : answers[key];
}
