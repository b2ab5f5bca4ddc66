import type { Check, Draft } from '../draft.ts';
import type { Branch, Step } from '../flow.ts';
import { edgesOf, reachableFrom } from '../graph.ts';
import { isLanguage } from '../languages.ts';
import { keyPlace, type Path, valuePlace } from '../locate.ts';
import { nearest } from '../nearest.ts';
import type { Problem } from '../problem.ts';
import { problemAt } from '../sentences.ts';
import { waysAreClear } from './clear-ways.ts';

const SUBJECTS = ['relation', 'area', 'language', 'channel', 'ageBand'];
const CHANNELS = ['sms', 'ring', 'brev'];

/** Branches ask for something that is known, and for values it can have. */
export const checkBranches: Check = (draft) =>
  draft.steps.flatMap(({ step, path }) => (step.kind === 'branch' ? checkBranch(draft, step, path) : []));

function checkBranch(draft: Draft, step: Branch, path: Path): Problem[] {
  const [subject = '', name] = splitOnce(step.on);
  if (name !== undefined && subject === 'answer') return checkAnswer(draft, step, path, name);
  if (name !== undefined && subject === 'anchor') return checkAnchor(draft, step, path, name);
  if (name !== undefined && subject === 'seat') return checkSeat(draft, step, path, name);
  if (!SUBJECTS.includes(step.on)) {
    const known = [...SUBJECTS, 'answer.<trin>', 'anchor.<dato>', 'seat.<arrangement>'];
    const details = { subject: step.on, nearest: nearest(step.on, SUBJECTS), known };
    return [problemAt(valuePlace(draft.yaml, [...path, 'branch']), 'unknown-subject', details)];
  }
  if (step.on === 'channel') return checkValues(draft, step, path, CHANNELS);
  if (step.on !== 'language') return [];
  const codes = Object.keys(step.is).filter(isLanguage);
  return checkValues(draft, step, path, codes.length > 0 ? codes : draft.flow.languages);
}

function checkAnswer(draft: Draft, branch: Branch, path: Path, id: string): Problem[] {
  if (draft.broken.includes(id)) return [];
  const place = valuePlace(draft.yaml, [...path, 'branch']);
  const asking = draft.flow.steps.filter(
    ({ kind }) => kind === 'ask' || kind === 'invite' || kind === 'form',
  );
  const asked = asking.find((step) => step.id === id);
  if (!asked) {
    const ids = asking.map((step) => step.id);
    return [problemAt(place, 'no-answer-step', { id, nearest: nearest(id, ids) })];
  }
  const problems = checkValues(draft, branch, path, answersOf(asked));
  const comesFirst = !waysAreClear(draft) || reachableFrom(id, edgesOf(draft.flow)).has(branch.id);
  return comesFirst ? problems : [...problems, problemAt(place, 'answer-too-late', { id })];
}

function checkAnchor(draft: Draft, branch: Branch, path: Path, anchor: string): Problem[] {
  const known = Object.keys(draft.flow.anchors);
  if (known.includes(anchor)) return checkValues(draft, branch, path, ['set']);
  const place = valuePlace(draft.yaml, [...path, 'branch']);
  return [problemAt(place, 'unknown-anchor', { anchor, nearest: nearest(anchor, known) })];
}

const SEATS = ['ja', 'venteliste'];

function checkSeat(draft: Draft, branch: Branch, path: Path, anchor: string): Problem[] {
  const known = Object.keys(draft.flow.anchors).filter((name) => draft.flow.anchors[name]?.event);
  if (known.includes(anchor)) return checkValues(draft, branch, path, SEATS);
  const place = valuePlace(draft.yaml, [...path, 'branch']);
  if (Object.hasOwn(draft.flow.anchors, anchor)) return [problemAt(place, 'not-an-event', { anchor })];
  return [problemAt(place, 'unknown-anchor', { anchor, nearest: nearest(anchor, known) })];
}

/** The answers after which the journey goes on: a declined or expired invitation ends it unless it goes somewhere. */
function answersOf(step: Step): string[] {
  if (step.kind === 'form') return ['answered', 'silent'];
  if (step.kind !== 'invite') return ['ja', 'nej', 'silent'];
  const { declined, expired } = step;
  return ['accepted', ...(declined.go ? ['declined'] : []), ...(expired.go ? ['expired'] : [])];
}

function checkValues(draft: Draft, branch: Branch, path: Path, known: readonly string[]): Problem[] {
  return Object.keys(branch.is)
    .filter((value) => !known.includes(value))
    .map((value) =>
      problemAt(keyPlace(draft.yaml, [...path, 'is', value]), 'impossible-value', { value, known }),
    );
}

function splitOnce(on: string): [string, string?] {
  const dot = on.indexOf('.');
  return dot < 0 ? [on] : [on.slice(0, dot), on.slice(dot + 1)];
}
