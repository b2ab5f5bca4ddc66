import type { Check } from '../draft.ts';
import { valuePlace } from '../locate.ts';
import { nearest } from '../nearest.ts';
import { problemAt } from '../sentences.ts';

/** A step that puts somebody into a group, or takes them out, names one that staff keep by hand. */
export const checkGroups: Check = ({ against: { groups }, steps, yaml }) =>
  steps.flatMap(({ step, path }) => {
    if ((step.kind !== 'join' && step.kind !== 'leave') || !groups || groups.includes(step.group)) return [];
    const details = { group: step.group, nearest: nearest(step.group, groups) };
    return [problemAt(valuePlace(yaml, [...path, step.kind]), 'unknown-group', details)];
  });
