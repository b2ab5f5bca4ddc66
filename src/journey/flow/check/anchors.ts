import { countsDays } from '../../time/duration.ts';
import type { Check, Draft } from '../draft.ts';
import { keyPlace, valuePlace } from '../locate.ts';
import { nearest } from '../nearest.ts';
import type { Problem } from '../problem.ts';
import type { MomentReference } from '../references.ts';
import { problemAt } from '../sentences.ts';
import { ANCHOR_NAME } from '../shape.ts';

/** The anchor every journey has. */
const START = 'start';

/** Anchors have names that moments and fields can use, and moments name anchors that exist. */
export const checkAnchors: Check = (draft) => [
  ...checkNames(draft),
  ...draft.references.flatMap((reference) =>
    reference.kind === 'moment' ? checkMoment(draft, reference) : [],
  ),
];

function checkNames({ yaml }: Draft): Problem[] {
  const written = yaml.value.anchors;
  return Object.keys(typeof written === 'object' && written !== null ? written : {}).flatMap((name) => {
    const place = keyPlace(yaml, ['anchors', name]);
    if (name === START) return [problemAt(place, 'reserved-name', { name })];
    if (ANCHOR_NAME.test(name)) return [];
    return [
      problemAt(place, 'wrong-value', { value: `"${name}"`, expected: 'anchorName', nearest: undefined }),
    ];
  });
}

function checkMoment({ flow, yaml }: Draft, { moment, path }: MomentReference): Problem[] {
  const { anchor, offset, reminder } = moment;
  if (anchor === START && reminder === undefined) return [];
  const place = valuePlace(yaml, path);
  if (!Object.hasOwn(flow.anchors, anchor)) {
    const known = [...Object.keys(flow.anchors), START];
    return [problemAt(place, 'unknown-anchor', { anchor, nearest: nearest(anchor, known) })];
  }
  if (reminder !== undefined && !flow.anchors[anchor]?.event)
    return [problemAt(place, 'not-an-event', { anchor })];
  const needsTime = offset !== undefined && !countsDays(offset);
  return needsTime && !flow.anchors[anchor]?.time
    ? [problemAt(place, 'anchor-without-time', { anchor })]
    : [];
}
