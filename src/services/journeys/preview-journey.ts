import type { Channel, Sender } from '../../journey/engine/facts.ts';
import { foresee, type Path } from '../../journey/engine/foresee.ts';
import type { Known } from '../../journey/engine/known.ts';
import type { Flow } from '../../journey/flow/flow.ts';
import { LINK } from '../../journey/text/segments.ts';
import { getOrganisation } from '../organisation.ts';
import type { Runtime } from '../runtime.ts';
import { knownOf, linkOf } from './known.ts';
import { type Enrolment, prepareEnrolment } from './start-journey.ts';

export type PlannedMessage = {
  /** When it leaves, UTC ms. */
  at: number;
  step: string;
  channel: Channel;
  sender: Sender;
  text: string;
  segments: number;
};

export type PlannedPath = {
  name: Path;
  messages: PlannedMessage[];
  /** Steps whose moment will have passed, with the moment they were due (UTC ms). */
  leftOut: { step: string; dueAt: number; why: 'late' }[];
  ends?: { at: number; reason: string };
};

export type Preview = { paths: PlannedPath[] };

const PATHS: readonly Path[] = ['yes', 'silent', 'no'];

/** Everything a flow would send to somebody, by how they answer. */
export function planPaths(
  rt: Runtime,
  flow: Flow,
  known: Known,
  anchors: Readonly<Record<string, string>>,
): PlannedPath[] {
  const link = linkOf(rt, '…');
  const plan = (name: Path): PlannedPath => {
    const { lines } = foresee(flow, { start: rt.now(), anchors, known }, name);
    const path: PlannedPath = { name, messages: [], leftOut: [] };
    for (const { at, fact } of lines) {
      if (fact.kind === 'messageComposed') {
        const { step, channel, sender, segments } = fact;
        path.messages.push({ at, step, channel, sender, segments, text: fact.text.replace(LINK, link) });
      } else if (fact.kind === 'stepSkipped')
        path.leftOut.push({ step: fact.step, dueAt: fact.dueAt, why: 'late' });
      else if (fact.kind === 'journeyEnded') path.ends = { at, reason: fact.reason };
    }
    return path;
  };
  return PATHS.map(plan);
}

/** Everything an enrolment would send, by how the relative answers. Changes nothing; throws what `startJourney` throws. */
export async function previewJourney(rt: Runtime, order: Enrolment): Promise<Preview> {
  const { flow, relative } = await prepareEnrolment(rt, order);
  const known = knownOf(rt, await getOrganisation(rt), relative);
  return { paths: planPaths(rt, flow, known, order.anchors) };
}
