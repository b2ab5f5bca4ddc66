import type { Check, Draft } from '../draft.ts';
import type { Form } from '../flow.ts';
import { type Path, valuePlace } from '../locate.ts';
import { nearest } from '../nearest.ts';
import type { Problem } from '../problem.ts';
import { problemAt } from '../sentences.ts';

/** A questionnaire asks each question once, lets choose from each choice once, and asks about an arrangement after it. */
export const checkForms: Check = (draft) =>
  draft.steps.flatMap(({ step, path }) =>
    step.kind === 'form'
      ? [
          ...checkQuestions(draft, step, path),
          ...checkChoices(draft, step, path),
          ...checkAbout(draft, step, path),
        ]
      : [],
  );

function checkQuestions({ yaml }: Draft, { questions }: Form, path: Path): Problem[] {
  return questions.flatMap(({ kind, id }, n) => {
    const isTwice = questions.findIndex((other) => other.id === id) < n;
    return isTwice
      ? [problemAt(valuePlace(yaml, [...path, 'questions', n, kind]), 'question-twice', { id })]
      : [];
  });
}

function checkChoices({ yaml }: Draft, { questions }: Form, path: Path): Problem[] {
  return questions.flatMap((question, n) => {
    const of = question.kind === 'choice' ? question.of : [];
    return of.flatMap((choice, m) =>
      of.indexOf(choice) < m
        ? [problemAt(valuePlace(yaml, [...path, 'questions', n, 'of', m]), 'choice-twice', { choice })]
        : [],
    );
  });
}

function checkAbout({ flow, yaml }: Draft, { about, timing }: Form, path: Path): Problem[] {
  if (about === undefined) return [];
  const place = valuePlace(yaml, [...path, 'about']);
  if (!Object.hasOwn(flow.anchors, about)) {
    const events = Object.keys(flow.anchors).filter((name) => flow.anchors[name]?.event);
    return [problemAt(place, 'unknown-anchor', { anchor: about, nearest: nearest(about, events) })];
  }
  if (!flow.anchors[about]?.event) return [problemAt(place, 'not-an-event', { anchor: about })];
  const isBefore = timing?.when.anchor === about && timing.when.direction === 'before';
  return isBefore
    ? [problemAt(valuePlace(yaml, [...path, 'when']), 'form-before-event', { anchor: about })]
    : [];
}
