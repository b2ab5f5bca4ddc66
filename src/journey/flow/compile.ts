// From a step as it is written to the step the engine reads: defaults filled in, times read, short forms spelled out.
import type {
  Alert,
  AlertOrder,
  Ask,
  Attend,
  Branch,
  End,
  Form,
  Invite,
  Membership,
  Outcome,
  Say,
  Step,
  Timing,
  Wait,
} from './flow.ts';
import type { StepWord, Written, WrittenOutcome } from './shape.ts';

/** A step of any kind, with its word. */
export type WrittenStep = { [W in StepWord]: { word: W; step: Written<W> } }[StepWord];

/** Compiles a step that stands at a position, counted from 1, from which its id follows when it has none. */
export function compileStep(written: WrittenStep, position: number): Step {
  const numbered = `${written.word}-${position}`;
  if (written.word === 'invite') return invite(written.step);
  if (written.word === 'say') return say(written.step);
  if (written.word === 'ask') return ask(written.step);
  if (written.word === 'form') return form(written.step);
  if (written.word === 'wait') return wait(written.step, numbered);
  if (written.word === 'branch') return branch(written.step, numbered);
  if (written.word === 'alert') return alert(written.step, numbered);
  if (written.word === 'join') return membership('join', written.step.join, written.step.id ?? numbered);
  if (written.word === 'leave') return membership('leave', written.step.leave, written.step.id ?? numbered);
  return end(written.step, numbered);
}

function membership(kind: Membership['kind'], group: string, id: string): Membership {
  return { kind, id, group };
}

function invite(step: Written<'invite'>): Invite {
  const { remind, reminder } = step;
  return {
    kind: 'invite',
    id: step.id ?? step.invite,
    text: step.invite,
    page: step.page,
    access: step.access,
    ...(step.consent === undefined ? {} : { consent: step.consent }),
    ...attended(step.attend, step),
    ...timing(step),
    ...(remind === undefined
      ? {}
      : { remind: { ...remind, ...(reminder === undefined ? {} : { text: reminder }) } }),
    expires: step.expires,
    accepted: outcome(step.accepted ?? {}),
    declined: outcome(step.declined ?? {}),
    expired: outcome(step.expired ?? {}),
  };
}

function say(step: Written<'say'>): Say {
  return {
    kind: 'say',
    id: step.id ?? step.say,
    text: step.say,
    ...(step.page === undefined ? {} : { page: step.page }),
    access: step.access ?? 'link',
    ...timing(step),
  };
}

function ask(step: Written<'ask'>): Ask {
  return {
    kind: 'ask',
    id: step.id ?? step.ask,
    text: step.ask,
    ...attended(step.attend, step.answers),
    ...timing(step),
    ja: outcome(step.answers.ja),
    nej: outcome(step.answers.nej),
    silent: silent(step.silent),
  };
}

function form(step: Written<'form'>): Form {
  const { page, access, about, questions } = step;
  return {
    kind: 'form',
    id: step.id ?? step.form,
    text: step.form,
    ...{ page, access, questions },
    ...(about === undefined ? {} : { about }),
    ...timing(step),
    answered: outcome(step.answered ?? {}),
    silent: silent(step.silent),
  };
}

function silent({ after, remind, reminder, ...rest }: Written<'ask'>['silent']): Ask['silent'] {
  return {
    after,
    remind: remind ?? 0,
    ...(reminder === undefined ? {} : { text: reminder }),
    ...outcome(rest),
  };
}

function wait(step: Written<'wait'>, numbered: string): Wait {
  return { kind: 'wait', id: step.id ?? numbered, until: step.wait };
}

function branch(step: Written<'branch'>, numbered: string): Branch {
  const { branch: on, is, otherwise } = step;
  return {
    kind: 'branch',
    id: step.id ?? numbered,
    on,
    is,
    ...(otherwise === undefined ? {} : { otherwise }),
  };
}

function alert(step: Written<'alert'>, numbered: string): Alert {
  return { kind: 'alert', id: step.id ?? numbered, order: order(step.alert, step), ...timing(step) };
}

function end(step: Written<'end'>, numbered: string): End {
  return { kind: 'end', id: step.id ?? numbered, reason: step.end };
}

function timing(step: { when?: Timing['when'] | undefined; late?: Timing['late'] | undefined }): {
  timing?: Timing;
} {
  const { when, late } = step;
  return when === undefined || late === undefined ? {} : { timing: { when, late } };
}

function attended(
  attend: string | string[] | undefined,
  { venteliste, lukket }: { venteliste?: WrittenOutcome | undefined; lukket?: WrittenOutcome | undefined },
): { attend?: Attend } {
  if (attend === undefined) return {};
  const anchors = typeof attend === 'string' ? [attend] : attend;
  return {
    attend: { anchors, waiting: outcome(venteliste ?? {}), ...(lukket ? { closed: outcome(lukket) } : {}) },
  };
}

function outcome({ say, alert, go, ...rest }: WrittenOutcome): Outcome {
  return {
    ...(say === undefined ? {} : { say }),
    ...(alert === undefined ? {} : { alert: order(alert, rest) }),
    ...(go === undefined ? {} : { go }),
  };
}

function order(
  to: AlertOrder['to'],
  extra: { task?: string | undefined; urgent?: boolean | undefined },
): AlertOrder {
  return { to, ...(extra.task === undefined ? {} : { task: extra.task }), urgent: extra.urgent ?? false };
}
