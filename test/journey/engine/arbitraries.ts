/** Any flow the checker lets through, anybody it may be sent to, and anything that may happen to it. */
import fc from 'fast-check';
import type { Input } from '../../../src/journey/engine/inputs.ts';
import type { Known } from '../../../src/journey/engine/known.ts';
import { sampleKnown } from '../../../src/journey/engine/sample-known.ts';
import type { State, TimerName } from '../../../src/journey/engine/state.ts';
import type { Flow, Outcome, Question, Step, Timing } from '../../../src/journey/flow/flow.ts';
import { alwaysWaits } from '../../../src/journey/flow/graph.ts';
import type { Duration } from '../../../src/journey/time/duration.ts';
import type { Moment } from '../../../src/journey/time/moment.ts';
import type { Until } from '../../../src/journey/time/until.ts';
import { makeFlow } from './make-flow.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

const durations: fc.Arbitrary<Duration> = fc.record({
  amount: fc.integer({ min: 1, max: 30 }),
  unit: fc.constantFrom('minutes', 'hours', 'days', 'weeks', 'months'),
});

const clocks = fc.constantFrom('00:00', '06:30', '08:00', '10:00', '19:59', '20:00', '23:00');

const moments: fc.Arbitrary<Moment> = fc
  .record({
    offset: fc.option(durations, { nil: undefined }),
    direction: fc.constantFrom('before' as const, 'after' as const),
    anchor: fc.constantFrom('start', 'dag', 'moede'),
    clock: clocks,
  })
  .map((moment): Moment => {
    if (!moment.offset) return { ...moment, direction: 'before' };
    const isExact = moment.offset.unit === 'minutes' || moment.offset.unit === 'hours';
    return isExact
      ? { ...moment, anchor: moment.anchor === 'dag' ? 'moede' : moment.anchor, clock: undefined }
      : moment;
  });

const timings: fc.Arbitrary<{ timing?: Timing }> = fc.oneof(
  fc.constant({}),
  fc.record({ timing: fc.record({ when: moments, late: fc.constantFrom('skip', 'send', 'next') }) }),
);

const untils: fc.Arbitrary<Until> = fc.oneof(
  fc.record({ kind: fc.constant('duration' as const), duration: durations }),
  fc.record({ kind: fc.constant('moment' as const), moment: moments }),
  fc.record({
    kind: fc.constant('weekday' as const),
    weekday: fc.constantFrom(1, 2, 3, 4, 5, 6, 7),
    clock: clocks,
  }),
  fc.constant({ kind: 'opening' as const }),
);

const SUBJECTS = {
  relation: ['søskende', 'forælder'],
  channel: ['sms', 'ring', 'brev'],
  'anchor.dag': ['set'],
  'answer.s0': ['ja', 'nej', 'silent', 'answered', 'accepted', 'declined', 'expired'],
} as const;

const orders = fc.record({
  to: fc.constantFrom('advisor' as const, 'coordinator' as const),
  urgent: fc.boolean(),
});

function outcomes(targets: fc.Arbitrary<string>): fc.Arbitrary<Outcome> {
  return fc.record(
    { say: fc.constantFrom('tak', 'farvel'), alert: orders, go: targets },
    { requiredKeys: [] },
  );
}

function stepsAt(id: string, targets: fc.Arbitrary<string>): fc.Arbitrary<Step> {
  const out = outcomes(targets);
  const texts = { id: fc.constant(id), text: fc.constant(id) };
  const timed = <S extends object>(step: fc.Arbitrary<S>) =>
    fc.tuple(step, timings).map(([one, timing]) => ({ ...one, ...timing }));
  const access = fc.constantFrom('link' as const, 'pin' as const, 'mitid' as const);
  const repeat = fc.record({ every: durations, times: fc.integer({ min: 1, max: 4 }) });
  const invite = fc.record(
    {
      kind: fc.constant('invite' as const),
      ...texts,
      page: fc.constant('side'),
      access,
      consent: fc.constant('samtykke'),
      remind: repeat,
      expires: durations,
      accepted: out,
      declined: out,
      expired: out,
    },
    { requiredKeys: ['kind', 'id', 'text', 'page', 'access', 'expires', 'accepted', 'declined', 'expired'] },
  );
  const say = fc.record(
    { kind: fc.constant('say' as const), ...texts, page: fc.constant('side'), access },
    { requiredKeys: ['kind', 'id', 'text', 'access'] },
  );
  const silent = fc
    .tuple(out, durations, fc.integer({ min: 0, max: 3 }))
    .map(([outcome, after, remind]) => ({ ...outcome, after, remind }));
  const ask = fc.record({ kind: fc.constant('ask' as const), ...texts, ja: out, nej: out, silent });
  const form = fc.record({
    kind: fc.constant('form' as const),
    ...texts,
    page: fc.constant('side'),
    access,
    questions: fc.constant<Question[]>([{ kind: 'scale', id: 'udbytte' }]),
    answered: out,
    silent,
  });
  const branch = fc.constantFrom(...(Object.keys(SUBJECTS) as (keyof typeof SUBJECTS)[])).chain((on) =>
    fc.record(
      {
        kind: fc.constant('branch' as const),
        id: fc.constant(id),
        on: fc.constant(on),
        is: fc.dictionary(fc.constantFrom<string>(...SUBJECTS[on]), targets, {
          minKeys: 1,
          noNullPrototype: true,
        }),
        otherwise: targets,
      },
      { requiredKeys: ['kind', 'id', 'on', 'is'] },
    ),
  );
  const alert = fc.record({ kind: fc.constant('alert' as const), id: fc.constant(id), order: orders });
  return fc.oneof(
    { weight: 4, arbitrary: timed(invite) },
    { weight: 4, arbitrary: timed(say) },
    { weight: 7, arbitrary: timed(ask) },
    { weight: 3, arbitrary: timed(form) },
    {
      weight: 2,
      arbitrary: fc.record({ kind: fc.constant('wait' as const), id: fc.constant(id), until: untils }),
    },
    { weight: 2, arbitrary: branch },
    {
      weight: 1,
      arbitrary: timed(alert),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('end' as const),
        id: fc.constant(id),
        reason: fc.constant('slut'),
      }),
    },
  );
}

/** A way back is kept only from or to a step that always waits: so no ring is without a wait, as the checker demands. */
function withoutRestlessRings(steps: readonly Step[]): Step[] {
  const row = (id: string) => steps.findIndex((step) => step.id === id);
  return steps.map((step, at) => {
    const isFine = (to: string) => {
      const target = steps[row(to)];
      return row(to) > at || alwaysWaits(step) || (target !== undefined && alwaysWaits(target));
    };
    const clear = (outcome: Outcome): Outcome => {
      const { go, ...rest } = outcome;
      return go !== undefined && isFine(go) ? outcome : rest;
    };
    if (step.kind === 'invite')
      return {
        ...step,
        accepted: clear(step.accepted),
        declined: clear(step.declined),
        expired: clear(step.expired),
      };
    if (step.kind === 'form')
      return {
        ...step,
        answered: clear(step.answered),
        silent: { ...step.silent, ...cleared(step.silent, isFine) },
      };
    if (step.kind === 'ask')
      return {
        ...step,
        ja: clear(step.ja),
        nej: clear(step.nej),
        silent: { ...step.silent, ...cleared(step.silent, isFine) },
      };
    if (step.kind !== 'branch') return step;
    const { otherwise, ...rest } = step;
    const is = Object.fromEntries(Object.entries(step.is).filter(([, to]) => isFine(to)));
    return { ...rest, is, ...(otherwise !== undefined && isFine(otherwise) ? { otherwise } : {}) };
  });
}

const cleared = ({ go }: Outcome, isFine: (to: string) => boolean) =>
  go !== undefined && !isFine(go) ? { go: '' } : {};

const windows = fc.constantFrom<Flow['window'][]>(
  undefined,
  { from: '09:00', to: '17:00', weekdays: [1, 2, 3, 4, 5] },
  { weekdays: [2, 6] },
  { from: '12:00' },
);

/** Flows of up to twelve steps. */
export const flows: fc.Arbitrary<Flow> = fc.integer({ min: 1, max: 12 }).chain((length) => {
  const ids = Array.from({ length }, (_, n) => `s${n}`);
  const targets = fc.constantFrom(...ids);
  return fc
    .tuple(fc.tuple(...ids.map((id) => stepsAt(id, targets))), windows)
    .map(([steps, window]) => withExtras(makeFlow(withoutRestlessRings(steps), window ? { window } : {})));
});

function withExtras(flow: Flow): Flow {
  const steps = flow.steps.map((step) => {
    if ((step.kind !== 'ask' && step.kind !== 'form') || step.silent.go !== '') return step;
    const { go: _none, ...silent } = step.silent;
    return { ...step, silent };
  });
  return { ...flow, steps };
}

/** The hours of a relative, minutes of the day, mostly by day. */
export const hoursWished = fc
  .tuple(fc.integer({ min: 0, max: 1438 }), fc.integer({ min: 1, max: 600 }))
  .map(([begin, length]) => ({ from: begin, to: Math.min(begin + length, 1439) }));

/** Anybody. */
export const peopleKnown: fc.Arbitrary<Known> = fc
  .record({
    language: fc.constantFrom('da', 'en', 'ar'),
    relation: fc.constantFrom('søskende', 'forælder', 'anden'),
    channel: fc.constantFrom('sms', 'sms', 'sms', 'ring', 'brev'),
    sharedPhone: fc.constantFrom(false, false, true),
    hours: fc.option(hoursWished, { nil: undefined }),
  })
  .map(({ hours, ...relative }) => sampleKnown({ ...relative, ...(hours ? { hours } : {}) }));

const from = Date.UTC(2027, 0, 1);
/** When a journey starts: any minute from 2027 to 2030. */
export const starts: fc.Arbitrary<number> = fc
  .integer({ min: 0, max: 4 * 365 * 24 * 60 })
  .map((n) => from + n * MINUTE);

const isoDay = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** Dates within two months of an instant. */
export const anchorsAround = (at: number): fc.Arbitrary<Record<string, string>> =>
  fc.tuple(fc.integer({ min: -60, max: 60 }), fc.integer({ min: -60, max: 60 })).map(([dag, moede]) => ({
    dag: isoDay(at + dag * DAY),
    moede: `${isoDay(at + moede * DAY)}T14:00`,
  }));

/** Something that happens `later` minutes on; what exactly depends on where the journey is. */
export type Happening = { what: string; later: number; pick: number };

export const happenings: fc.Arbitrary<Happening[]> = fc.array(
  fc.record({
    what: fc.oneof(
      { weight: 12, arbitrary: fc.constant('timer') },
      { weight: 8, arbitrary: fc.constant('answer') },
      { weight: 4, arbitrary: fc.constantFrom('open', 'move', 'fail', 'hold', 'release', 'release') },
      { weight: 3, arbitrary: fc.constantFrom('pause', 'resume', 'skip', 'skip', 'hours') },
      { weight: 1, arbitrary: fc.constantFrom('stale', 'other step', 'start again', 'stop', 'end') },
    ),
    later: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 3 * 24 * 60 })),
    pick: fc.nat(11),
  }),
  { maxLength: 40, size: 'max' },
);

/** An answer in the way the open question can be answered, mostly. */
function answerOf({ pick }: Happening, state: State, at: number, n: number): Input {
  const answer = pick % 2 === 0 ? 'ja' : 'nej';
  const step = state.step ?? 's0';
  if (state.awaiting === 'form' ? pick < 10 : pick === 11)
    return { kind: 'filled', at, step, answer: 'answered', ...(pick % 3 === 0 ? { by: 'staff' } : {}) };
  if (state.awaiting === 'answer' ? pick < 8 : pick === 0)
    return { kind: 'replied', at, answer, reply: `r${n}` };
  return pick % 3 === 0
    ? { kind: 'answered', at, step, answer, by: 'staff' }
    : { kind: 'answered', at, step, answer, language: 'en' };
}

/** The input a happening is for a journey in this state, at `now` or, for a timer, when it is due. */
export function inputOf(happening: Happening, state: State, now: number, n: number): Input {
  const { what, later, pick } = happening;
  const at = now + later * MINUTE;
  const timers = Object.entries(state.timers) as [TimerName, number][];
  const [timer, dueAt = 0] = timers.sort((a, b) => a[1] - b[1])[0] ?? [];
  const late = pick > 8 ? later * MINUTE : 0;
  if (what === 'timer' && timer) return { kind: 'timerFired', at: Math.max(now, dueAt) + late, timer, dueAt };
  if (what === 'timer' && state.hold) return { kind: 'released', at };
  if (what === 'stale') return { kind: 'timerFired', at, timer: 'moment', dueAt: at - MINUTE };
  if (what === 'other step') return { kind: 'answered', at, step: `s${pick}`, answer: 'ja' };
  if (what === 'move')
    return { kind: 'anchorMoved', at, anchor: 'dag', value: isoDay(at + (pick - 4) * 5 * DAY) };
  if (what === 'fail') return { kind: 'deliveryFailed', at, message: `m${n}`, reason: 'undelivered' };
  if (what === 'hold') return { kind: 'held', at, hold: pick === 0 ? 'dead' : 'paused' };
  if (what === 'hours') return { kind: 'hoursChanged', at };
  if (what === 'release') return { kind: 'released', at };
  if (what === 'pause') return { kind: 'held', at, hold: 'paused', by: 'staff', alone: true };
  if (what === 'resume') return { kind: 'released', at, by: 'staff', alone: true };
  if (what === 'skip')
    return { kind: 'skipped', at, step: state.step ?? `s${pick}`, press: `p${n}`, by: 'staff' };
  if (what === 'start again') return { kind: 'started', at, anchors: {} };
  if (what === 'stop') return { kind: 'consentChanged', at, purpose: 'sms', given: false };
  if (what === 'end') return { kind: 'ended', at, reason: 'andet' };
  return what === 'open' ? { kind: 'pageOpened', at, page: 'side' } : answerOf(happening, state, at, n);
}
