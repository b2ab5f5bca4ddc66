// The grammar of flow.yaml as schemas. An issue's message is the name of what was expected, or for unknown keys the known ones.
import { z } from 'zod';
import { parseClock } from '../time/clock.ts';
import { type Duration, parseDuration } from '../time/duration.ts';
import { parseMoment } from '../time/moment.ts';
import { parseRepeat } from '../time/repeat.ts';
import { parseUntil } from '../time/until.ts';
import type { Question } from './flow.ts';
import type { Expected } from './sentences/expected.ts';

const KEBAB = /^[\p{Ll}\p{N}]+(-[\p{Ll}\p{N}]+)*$/u;
const ASCII_KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** What an anchor may be called, so that moments and merge fields can name it. */
export const ANCHOR_NAME = /^\p{L}[\p{L}\p{N}_-]{0,39}$/u;

const as = (expected: Expected): string => expected;

const matching = (pattern: RegExp, expected: Expected) =>
  z.string(as(expected)).max(60, as(expected)).regex(pattern, as(expected));

const parsed = <T>(expected: Expected, parse: (text: string) => T | undefined) =>
  z.string(as(expected)).transform((text, context): T => {
    const value = parse(text);
    if (value !== undefined) return value;
    context.addIssue({ code: 'custom', message: as(expected) });
    return z.NEVER;
  });

const oneOf = <const T extends readonly string[]>(expected: Expected, words: T) =>
  z.enum(words, as(expected));

/** A map with these keys and no others. */
function map<S extends z.core.$ZodLooseShape>(expected: Expected, shape: S) {
  const known = Object.keys(shape).join(' ');
  return z.strictObject(shape, {
    error: ({ code }) => (code === 'unrecognized_keys' ? known : as(expected)),
  });
}

const text = z.string(as('text')).trim().min(1, as('text')).max(200, as('text'));
const longText = z.string(as('text')).trim().min(1, as('text')).max(1000, as('text'));
const textKey = matching(KEBAB, 'textKey');
const name = matching(KEBAB, 'name');
const page = matching(ASCII_KEBAB, 'ascii');
const yesNo = z.boolean(as('yesNo'));
const access = oneOf('access', ['link', 'pin', 'mitid']);
const late = oneOf('late', ['skip', 'send', 'next']);
const person = oneOf('person', ['advisor', 'coordinator']);
const moment = parsed('moment', parseMoment);
const duration = parsed('duration', parseDuration);
const anchorName = matching(ANCHOR_NAME, 'anchorName');
const deadline = parsed('after', parseDeadline);

const outcomeKeys = {
  say: textKey.optional(),
  alert: person.optional(),
  task: textKey.optional(),
  urgent: yesNo.optional(),
  go: name.optional(),
};
const outcome = map('outcome', outcomeKeys);
/** What a yes leads to where there is no seat. */
const unseated = { venteliste: outcome.optional(), lukket: outcome.optional() };
const silent = map('silent', {
  after: duration,
  remind: z.int(as('count')).min(0, as('count')).max(5, as('count')).optional(),
  reminder: textKey.optional(),
  ...outcomeKeys,
});
const question = map('question', {
  scale: textKey.optional(),
  yesno: textKey.optional(),
  choice: textKey.optional(),
  words: textKey.optional(),
  of: z.array(textKey, as('choices')).min(2, as('choices')).max(8, as('choices')).optional(),
}).transform(toQuestion);
const timing = { when: moment.optional(), late: late.optional() };
const id = name.optional();

/** The shape of each kind of step, by its word. */
export const STEP_SHAPES = {
  invite: map('step', {
    invite: textKey,
    id,
    page,
    access,
    consent: textKey.optional(),
    attend: z
      .union([anchorName, z.array(anchorName, as('attend')).min(1, as('attend'))], as('attend'))
      .optional(),
    ...timing,
    remind: parsed('repeat', parseRepeat).optional(),
    reminder: textKey.optional(),
    expires: deadline,
    accepted: outcome.optional(),
    ...unseated,
    declined: outcome.optional(),
    expired: outcome.optional(),
  }),
  say: map('step', { say: textKey, id, page: page.optional(), access: access.optional(), ...timing }),
  ask: map('step', {
    ask: textKey,
    id,
    attend: anchorName.optional(),
    ...timing,
    answers: map('answers', { ja: outcome, ...unseated, nej: outcome }),
    silent,
  }),
  form: map('step', {
    form: textKey,
    id,
    page,
    access,
    about: anchorName.optional(),
    questions: z.array(question, as('questions')).min(1, as('questions')).max(12, as('questions')),
    ...timing,
    answered: outcome.optional(),
    silent,
  }),
  wait: map('step', { wait: parsed('until', parseUntil), id }),
  branch: map('step', {
    branch: text,
    id,
    is: z.record(z.string(), name, as('cases')).refine((cases) => Object.keys(cases).length > 0, as('cases')),
    otherwise: name.optional(),
  }),
  alert: map('step', { alert: person, id, task: textKey.optional(), urgent: yesNo.optional(), ...timing }),
  join: map('step', { join: text, id }),
  leave: map('step', { leave: text, id }),
  end: map('step', { end: text, id }),
} as const;

/** The word a step begins with. */
export type StepWord = keyof typeof STEP_SHAPES;

/** A step as it is written, with its times read. */
export type Written<W extends StepWord> = z.output<(typeof STEP_SHAPES)[W]>;

/** What an answer leads to, as it is written. */
export type WrittenOutcome = z.output<typeof outcome>;

const anchor = z.preprocess(
  (value) => (typeof value === 'string' ? { title: value } : value),
  map('anchor', {
    title: text,
    time: yesNo.optional(),
    event: yesNo.optional(),
    moved: name.optional(),
    cancelled: name.optional(),
    where: name.optional(),
    seated: name.optional(),
  }),
);
const clock = (latest: string) =>
  parsed('clock', (value) => (value === latest || parseClock(value) !== undefined ? value : undefined));

/** The shape of flow.yaml, its steps not looked at. */
export const HEAD_SHAPE = map('text', {
  flow: matching(ASCII_KEBAB, 'ascii'),
  title: text,
  track: oneOf('track', ['støtte', 'inddragelse']),
  target: longText.optional(),
  minors: yesNo.optional(),
  languages: z.array(z.string(as('languages')), as('languages')).min(1, as('languages')),
  anchors: z.record(z.string(), anchor, as('anchors')).optional(),
  window: map('window', {
    from: clock('00:00').optional(),
    to: clock('24:00').optional(),
    weekdays: z
      .array(z.int(as('weekdays')).min(1, as('weekdays')).max(7, as('weekdays')), as('weekdays'))
      .min(1, as('weekdays'))
      .optional(),
  }).optional(),
  steps: z.array(z.unknown(), as('steps')),
});

/** The head of a flow as it is written. */
export type WrittenHead = z.output<typeof HEAD_SHAPE>;

function parseDeadline(written: string): Duration | undefined {
  const found = /^\s*after\s+(.+)$/.exec(written);
  return found?.[1] === undefined ? undefined : parseDuration(found[1]);
}

type WrittenQuestion = Partial<Record<Question['kind'], string | undefined>> & { of?: string[] | undefined };

/** A question is of one kind, and only a choice has something to choose from. */
function toQuestion(written: WrittenQuestion, context: z.RefinementCtx): Question {
  if (context.issues.length > 0) return z.NEVER;
  const [kind, ...more] = (['scale', 'yesno', 'choice', 'words'] as const).filter((one) => written[one]);
  const { of } = written;
  const id = kind && written[kind];
  if (!kind || !id || more.length > 0 || (kind === 'choice') !== (of !== undefined)) {
    context.addIssue({ code: 'custom', message: as('question') });
    return z.NEVER;
  }
  return kind === 'choice' ? { kind, id, of: of ?? [] } : { kind, id };
}
