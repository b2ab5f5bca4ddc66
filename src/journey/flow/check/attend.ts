import type { Check, Draft } from '../draft.ts';
import type { Attend, Step } from '../flow.ts';
import { keyPlace, type Path, valuePlace } from '../locate.ts';
import { nearest } from '../nearest.ts';
import type { Problem } from '../problem.ts';
import { problemAt } from '../sentences.ts';

/**
 * A question for a seat names arrangements, each once, and says what happens without a free seat and when one becomes free;
 * nothing else has to do with seats.
 */
export const checkAttend: Check = (draft) => [
  ...draft.steps.flatMap(({ step, path }) => {
    const attend = attendOf(step);
    return attend ? checkStep(draft, step, path, attend) : checkUnasked(draft, path);
  }),
  ...Object.keys(draft.flow.anchors).flatMap((name) => checkAnchor(draft, name)),
];

const attendOf = (step: Step): Attend | undefined => ('attend' in step ? step.attend : undefined);

function checkStep(draft: Draft, step: Step, path: Path, { anchors }: Attend): Problem[] {
  const at = [...path, 'attend'];
  const isList = anchors.length > 1;
  const named = anchors.flatMap((anchor, index) =>
    checkNamed(draft, isList ? [...at, index] : at, anchor, anchors.indexOf(anchor) < index),
  );
  const answers = step.kind === 'ask' ? [...path, 'answers'] : path;
  if (isWritten(draft, [...answers, 'venteliste'])) return named;
  return [...named, problemAt(keyPlace(draft.yaml, at), 'no-waiting-list', { id: step.id })];
}

function checkNamed({ flow, yaml }: Draft, path: Path, anchor: string, isTwice: boolean): Problem[] {
  const place = valuePlace(yaml, path);
  if (isTwice) return [problemAt(place, 'attend-twice', { anchor })];
  if (flow.anchors[anchor]?.event) return [];
  if (Object.hasOwn(flow.anchors, anchor)) return [problemAt(place, 'not-an-event', { anchor })];
  return [
    problemAt(place, 'unknown-anchor', { anchor, nearest: nearest(anchor, Object.keys(flow.anchors)) }),
  ];
}

/** What a yes leads to without a seat makes sense only where it asks for one. */
function checkUnasked(draft: Draft, path: Path): Problem[] {
  return ['venteliste', 'lukket']
    .flatMap((key) => [
      [...path, key],
      [...path, 'answers', key],
    ])
    .filter((at) => isWritten(draft, at))
    .map((at) =>
      problemAt(keyPlace(draft.yaml, at), 'key-alone', { key: String(at.at(-1)), needs: 'attend' }),
    );
}

/** Whoever stands on a waiting list is told of the seat that comes. */
function checkAnchor({ flow, yaml }: Draft, name: string): Problem[] {
  const anchor = flow.anchors[name];
  const isAsked = flow.steps.some((step) => attendOf(step)?.anchors.includes(name));
  if (anchor?.seated !== undefined && !anchor.event) {
    const place = keyPlace(yaml, ['anchors', name, 'seated']);
    return [problemAt(place, 'key-alone', { key: 'seated', needs: 'event' })];
  }
  if (!anchor?.event || !isAsked || anchor.seated !== undefined) return [];
  return [problemAt(keyPlace(yaml, ['anchors', name]), 'no-seated-step', { anchor: name })];
}

function isWritten({ yaml }: Draft, path: Path): boolean {
  let value: unknown = yaml.value;
  for (const segment of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, segment)) return false;
    value = (value as Record<string | number, unknown>)[segment];
  }
  return true;
}
