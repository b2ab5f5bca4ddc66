// What the steps of a flow name: texts, pages, other steps and anchors, and where they name them.

import type { Moment } from '../time/moment.ts';
import type { AlertOrder, Ask, Attend, Form, Invite, Outcome, Step } from './flow.ts';
import type { Path } from './locate.ts';
import type { PlacedStep } from './read-steps.ts';
import type { WrittenHead } from './shape.ts';

/**
 * What a text is for: `link` an SMS from the sender's name with a link, `question` one that is to be answered,
 * `notice` any other SMS; `consent` and `form` (a question, a choice) stand on the page, `task` on the desk.
 */
export type TextUse = 'link' | 'question' | 'notice' | 'consent' | 'form' | 'task';

export type TextReference = { kind: 'text'; step: Step; path: Path; key: string; use: TextUse };
export type PageReference = {
  kind: 'page';
  step: Invite | Form | (Step & { kind: 'say' });
  path: Path;
  page: string;
};
export type TargetReference = { kind: 'target'; path: Path; id: string };
export type MomentReference = { kind: 'moment'; step: Step; path: Path; moment: Moment };
export type Reference = TextReference | PageReference | TargetReference | MomentReference;

/** Everything the anchors and steps name, in the order in which it is written. */
export function referencesOf(
  steps: readonly PlacedStep[],
  anchors: WrittenHead['anchors'] = {},
): Reference[] {
  return [
    ...ofAnchors(anchors),
    ...steps.flatMap(({ step, path }) => [...ofStep(step, path), ...ofTiming(step, path)]),
  ];
}

function ofAnchors(anchors: NonNullable<WrittenHead['anchors']>): TargetReference[] {
  return Object.entries(anchors).flatMap(([name, anchor]) =>
    (['moved', 'cancelled', 'where', 'seated'] as const).flatMap((key) => {
      const id = anchor[key];
      return id === undefined ? [] : [target(['anchors', name, key], id)];
    }),
  );
}

function ofStep(step: Step, path: Path): Reference[] {
  if (step.kind === 'invite') return ofInvite(step, path);
  if (step.kind === 'ask') return ofAsk(step, path);
  if (step.kind === 'form') return ofForm(step, path);
  if (step.kind === 'say') {
    const use = step.page === undefined ? 'notice' : 'link';
    const page: Reference[] =
      step.page === undefined ? [] : [{ kind: 'page', step, path: [...path, 'page'], page: step.page }];
    return [text(step, [...path, 'say'], step.text, use), ...page];
  }
  if (step.kind === 'branch') {
    const targets = Object.entries(step.is).map(([value, id]) => target([...path, 'is', value], id));
    return [...targets, ...(step.otherwise ? [target([...path, 'otherwise'], step.otherwise)] : [])];
  }
  if (step.kind === 'alert') return ofOrder(step, path, step.order);
  if (step.kind === 'wait' && step.until.kind === 'moment') {
    return [{ kind: 'moment', step, path: [...path, 'wait'], moment: step.until.moment }];
  }
  return [];
}

function ofInvite(step: Invite, path: Path): Reference[] {
  const { consent, remind } = step;
  return [
    text(step, [...path, 'invite'], step.text, 'link'),
    { kind: 'page', step, path: [...path, 'page'], page: step.page },
    ...(consent === undefined ? [] : [text(step, [...path, 'consent'], consent, 'consent')]),
    ...(remind?.text === undefined ? [] : [text(step, [...path, 'reminder'], remind.text, 'link')]),
    ...ofOutcome(step, [...path, 'accepted'], step.accepted),
    ...ofAttend(step, path, step.attend),
    ...ofOutcome(step, [...path, 'declined'], step.declined),
    ...ofOutcome(step, [...path, 'expired'], step.expired),
  ];
}

function ofAsk(step: Ask, path: Path): Reference[] {
  return [
    text(step, [...path, 'ask'], step.text, 'question'),
    ...ofOutcome(step, [...path, 'answers', 'ja'], step.ja),
    ...ofAttend(step, [...path, 'answers'], step.attend),
    ...ofOutcome(step, [...path, 'answers', 'nej'], step.nej),
    ...ofSilence(step, path, 'question'),
  ];
}

function ofForm(step: Form, path: Path): Reference[] {
  return [
    text(step, [...path, 'form'], step.text, 'link'),
    { kind: 'page', step, path: [...path, 'page'], page: step.page },
    ...step.questions.flatMap((question, n) => {
      const at = [...path, 'questions', n];
      const choices = question.kind === 'choice' ? question.of : [];
      return [
        text(step, [...at, question.kind], question.id, 'form'),
        ...choices.map((choice, m) => text(step, [...at, 'of', m], choice, 'form')),
      ];
    }),
    ...ofOutcome(step, [...path, 'answered'], step.answered),
    ...ofSilence(step, path, 'link'),
  ];
}

function ofSilence(step: Ask | Form, path: Path, use: 'question' | 'link'): Reference[] {
  const at = [...path, 'silent'];
  const reminder = step.silent.text;
  return [
    ...(reminder === undefined ? [] : [text(step, [...at, 'reminder'], reminder, use)]),
    ...ofOutcome(step, at, step.silent),
  ];
}

function ofAttend(step: Step, path: Path, attend: Attend | undefined): Reference[] {
  if (!attend) return [];
  const { waiting, closed = {} } = attend;
  return [
    ...ofOutcome(step, [...path, 'venteliste'], waiting),
    ...ofOutcome(step, [...path, 'lukket'], closed),
  ];
}

function ofOutcome(step: Step, path: Path, outcome: Outcome): Reference[] {
  return [
    ...(outcome.say === undefined ? [] : [text(step, [...path, 'say'], outcome.say, 'notice')]),
    ...(outcome.alert ? ofOrder(step, path, outcome.alert) : []),
    ...(outcome.go === undefined ? [] : [target([...path, 'go'], outcome.go)]),
  ];
}

function ofOrder(step: Step, path: Path, order: AlertOrder): Reference[] {
  return order.task === undefined ? [] : [text(step, [...path, 'task'], order.task, 'task')];
}

function ofTiming(step: Step, path: Path): Reference[] {
  const timing = 'timing' in step ? step.timing : undefined;
  return timing ? [{ kind: 'moment', step, path: [...path, 'when'], moment: timing.when }] : [];
}

function text(step: Step, path: Path, key: string, use: TextUse): TextReference {
  return { kind: 'text', step, path, key, use };
}

function target(path: Path, id: string): TargetReference {
  return { kind: 'target', path, id };
}
