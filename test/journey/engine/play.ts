/** Plays flows in tests: a script in, what leaves or ends out, one line each. */
import type { KnownOrganisation, KnownRelative } from '../../../src/journey/engine/known.ts';
import { sampleKnown } from '../../../src/journey/engine/sample-known.ts';
import { parseScriptLine } from '../../../src/journey/engine/script.ts';
import { type Simulated, simulate } from '../../../src/journey/engine/simulate.ts';
import { told } from '../../../src/journey/engine/story.ts';
import type { Flow } from '../../../src/journey/flow/flow.ts';
import { wall } from '../time/wall.ts';

export type Play = {
  start: string;
  anchors?: Record<string, string>;
  relative?: Partial<KnownRelative>;
  organisation?: KnownOrganisation;
  script?: string[];
  until?: string;
};

/** Everything that happened. */
export function play(flow: Flow, p: Play): Simulated {
  const script = (p.script ?? []).map((text) => {
    const parsed = parseScriptLine(text);
    if (!parsed.ok) throw new Error(parsed.en);
    return parsed.line;
  });
  return simulate(flow, {
    start: wall(p.start),
    anchors: p.anchors ?? {},
    known: sampleKnown(p.relative, p.organisation),
    script,
    ...(p.until ? { until: wall(p.until) } : {}),
  });
}

/** What left or ended. */
export const leaves = (flow: Flow, p: Play): string[] => play(flow, p).lines.flatMap(told);

/** The facts of one kind. */
export function factsOf<K extends Simulated['lines'][number]['fact']['kind']>(played: Simulated, kind: K) {
  type Of = Extract<Simulated['lines'][number]['fact'], { kind: K }>;
  return played.lines.flatMap(({ fact }) => (fact.kind === kind ? [fact as Of] : []));
}
