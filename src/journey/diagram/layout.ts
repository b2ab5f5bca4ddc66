// Where everything stands: steps in one column in the order of the flow, endings to the right, jumps in lanes to the left.
import type { Flow, Step } from '../flow/flow.ts';
import { describeStep } from './describe.ts';
import { type Way, waysOf } from './ways.ts';
import { linesWide, wrap } from './wrap.ts';

export type Box = {
  step: Step;
  kind: string;
  lines: string[];
  x: number;
  y: number;
  width: number;
  height: number;
};
export type Pill = { text: string; x: number; y: number; width: number; height: number };
/** A line through points with an arrow at its end, and what it is called, starting or ending (`anchor`) at a point. */
export type Arrow = {
  points: [x: number, y: number][];
  label?: { text: string; x: number; y: number; anchor: 'start' | 'end' };
};
export type Layout = {
  width: number;
  height: number;
  start: Pill;
  boxes: Box[];
  endings: Pill[];
  arrows: Arrow[];
};

export const LINE = 18;
export const PADDING = 12;
const WIDTH = 380;
const MARGIN = 24;
const GAP = 42;
const PILL = 28;
const SLOT = 36;
const LANE = 16;
const TURN = 26;

/** Lays out a flow; sizes in pixels. */
export function layOut(flow: Flow): Layout {
  const steps = flow.steps.filter((step) => step.kind !== 'end');
  const ways = waysOf(flow);
  const nextOf = new Map(steps.map((step, n) => [step.id, steps[n + 1]?.id]));
  const jumps = ways.flatMap((way) => ('to' in way && way.to !== nextOf.get(way.from) ? [way] : []));
  const ended = ways.filter((way) => 'ends' in way);
  const lanes = assignLanes(steps, jumps);
  const left =
    MARGIN + (jumps.length > 0 ? (1 + Math.max(...lanes.values())) * LANE + widest(jumps) + PADDING : 0);
  const boxes = stack(flow, steps, { jumps, ended }, left);
  const start: Pill = { text: 'Start', x: left + WIDTH / 2 - 40, y: MARGIN, width: 80, height: PILL };
  const endings = ended.map((way) => placeEnding(boxes, ended, way));
  const down = boxes.map((box, n) => arrowDown(n === 0 ? start : (boxes[n - 1] ?? start), box, ways));
  const last = boxes.at(-1) ?? start;
  return {
    width: Math.max(left + WIDTH, ...endings.map(({ pill }) => pill.x + pill.width)) + MARGIN,
    height: Math.max(last.y + last.height, ...endings.map(({ pill }) => pill.y + pill.height)) + MARGIN,
    start,
    boxes,
    endings: endings.map(({ pill }) => pill),
    arrows: [
      ...down.filter((arrow) => arrow !== undefined),
      ...endings.map(({ arrow }) => arrow),
      ...jumps.map((jump) => arrowAside(boxes, jumps, lanes, jump)),
    ],
  };
}

type Jump = Way & { to: string };
type Ending = Way & { ends: string };
/** What leaves a box beside it, and not down to the next. */
type Aside = { jumps: readonly Jump[]; ended: readonly Ending[] };

const called = (way: Way): string => way.labels.join(', ');
const widest = (ways: readonly Way[]): number =>
  Math.max(0, ...ways.map((way) => linesWide(called(way)))) + PADDING;
const leaving = <W extends Way>(ways: readonly W[], id: string): W[] => ways.filter((way) => way.from === id);

function stack(flow: Flow, steps: readonly Step[], { jumps, ended }: Aside, x: number): Box[] {
  let y = MARGIN + PILL + GAP;
  return steps.map((step) => {
    const { kind, lines } = describeStep(flow, step);
    const wrapped = lines.flatMap((line) => wrap(line, WIDTH - 2 * PADDING));
    const aside =
      leaving(jumps, step.id).length * TURN + (jumps.some((jump) => jump.to === step.id) ? TURN : 0);
    const beside = leaving(ended, step.id).length * SLOT;
    const height = Math.max((wrapped.length + 1) * LINE + 2 * PADDING, aside, beside);
    const box: Box = { step, kind, lines: wrapped, x, y, width: WIDTH, height };
    y += height + GAP;
    return box;
  });
}

function placeEnding(boxes: readonly Box[], ended: readonly Ending[], way: Ending) {
  const box = boxOf(boxes, way.from);
  const slots = leaving(ended, way.from);
  const y = box.y + ((slots.indexOf(way) + 0.5) * box.height) / slots.length;
  const from = box.x + box.width;
  const x = from + 24 + widest(slots);
  const pill: Pill = {
    text: way.ends,
    x,
    y: y - PILL / 2,
    width: linesWide(way.ends) + 2 * PADDING,
    height: PILL,
  };
  const arrow: Arrow = {
    points: [
      [from, y],
      [x, y],
    ],
    ...labelled(way, from + 8, y - 5, 'start'),
  };
  return { pill, arrow };
}

function arrowDown(above: Box | Pill, box: Box, ways: readonly Way[]): Arrow | undefined {
  const way = ways.find(
    (w) => 'to' in w && w.to === box.step.id && 'step' in above && w.from === above.step.id,
  );
  if ('step' in above && !way) return undefined;
  const x = box.x + box.width / 2;
  const [from, to] = [above.y + above.height, box.y];
  return {
    points: [
      [x, from],
      [x, to],
    ],
    ...(way ? labelled(way, x + 8, (from + to) / 2 + 2, 'start') : {}),
  };
}

/** Leaves a box low on its left side, goes along its target's lane and comes in high. */
function arrowAside(
  boxes: readonly Box[],
  jumps: readonly Jump[],
  lanes: ReadonlyMap<string, number>,
  jump: Jump,
): Arrow {
  const [box, target] = [boxOf(boxes, jump.from), boxOf(boxes, jump.to)];
  const slots = leaving(jumps, jump.from);
  const y = box.y + box.height - (slots.length - slots.indexOf(jump)) * TURN + 12;
  const into = target.y + 14;
  const lane = box.x - PADDING - widest(jumps) - (lanes.get(jump.to) ?? 0) * LANE;
  return {
    points: [
      [box.x, y],
      [lane, y],
      [lane, into],
      [target.x, into],
    ],
    ...labelled(jump, box.x - 8, y - 5, 'end'),
  };
}

function labelled(way: Way, x: number, y: number, anchor: 'start' | 'end'): Pick<Arrow, 'label'> {
  const text = called(way);
  return text === '' ? {} : { label: { text, x, y, anchor } };
}

/** Jumps to the same step share a lane; short ones run inside long ones, and lanes are used again further down. */
function assignLanes(steps: readonly Step[], jumps: readonly Jump[]): Map<string, number> {
  const row = (id: string): number => steps.findIndex((step) => step.id === id);
  const spans = [...new Set(jumps.map((jump) => jump.to))].map((to) => {
    const rows = [row(to), ...jumps.filter((jump) => jump.to === to).map((jump) => row(jump.from))];
    return { to, from: Math.min(...rows), until: Math.max(...rows) };
  });
  const taken: (typeof spans)[] = [];
  const lanes = new Map<string, number>();
  for (const span of spans.sort((a, b) => a.until - a.from - (b.until - b.from))) {
    const free = taken.findIndex((others) => others.every((o) => o.until < span.from || o.from > span.until));
    const lane = free >= 0 ? free : taken.push([]) - 1;
    taken[lane]?.push(span);
    lanes.set(span.to, lane);
  }
  return lanes;
}

function boxOf(boxes: readonly Box[], id: string): Box {
  const box = boxes.find(({ step }) => step.id === id);
  if (!box) throw new Error(`no step ${id}`);
  return box;
}
