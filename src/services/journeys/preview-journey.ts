import type { Channel, Sender } from '../../journey/engine/facts.ts';
import { foresee, type Path } from '../../journey/engine/foresee.ts';
import type { Known } from '../../journey/engine/known.ts';
import type { Flow } from '../../journey/flow/flow.ts';
import { LINK } from '../../journey/text/segments.ts';
import { momentAt } from '../../journey/time/moment.ts';
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
  /** When it was planned for, UTC ms, where that was not an hour at which an SMS may leave. */
  movedFrom?: number;
  /** It leaves outside the relative's hours, which never meet the send window or only too late. */
  outsideHours?: true;
};

export type PlannedPath = {
  name: Path;
  messages: PlannedMessage[];
  /** Steps whose moment will have passed, with the moment they were due (UTC ms). */
  leftOut: { step: string; dueAt: number; why: 'late' }[];
  ends?: { at: number; reason: string };
};

/** What would be sent, in which language, and how the relative is reached: each SMS becomes a call or a letter where it is not by SMS. */
export type Preview = {
  paths: PlannedPath[];
  language?: { used: string; wanted: string; known: readonly string[] };
  channel?: Channel;
  /** The relative's hours, minutes of the wall-clock day, where what is sent by SMS keeps to them. */
  hours?: { from: number; to: number };
};

const PATHS: readonly Path[] = ['yes', 'silent', 'no'];

/** The moment a step names, when it is to come and its message leaves at another. */
function movedFrom(
  flow: Flow,
  id: string,
  { anchors, start, at }: { anchors: Readonly<Record<string, string>>; start: number; at: number },
): { movedFrom?: number } {
  const step = flow.steps.find((one) => one.id === id);
  const timing = step && 'timing' in step ? step.timing : undefined;
  const raw = timing && momentAt(timing.when, anchors, start);
  return raw !== undefined && raw !== at && raw > start ? { movedFrom: raw } : {};
}

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
        const text = fact.text.replace(LINK, link);
        const moved = fact.reminder > 0 ? {} : movedFrom(flow, step, { anchors, start: rt.now(), at });
        const misses = known.relative.hours && channel === 'sms' && !fact.answer && !fact.hours;
        const outside = misses ? { outsideHours: true as const } : {};
        path.messages.push({ at, step, channel, sender, segments, text, ...moved, ...outside });
      } else if (fact.kind === 'stepSkipped')
        path.leftOut.push({ step: fact.step, dueAt: fact.dueAt, why: 'late' });
      else if (fact.kind === 'journeyEnded') path.ends = { at, reason: fact.reason };
    }
    return path;
  };
  return PATHS.map(plan);
}

/** Everything an enrolment would send, by how the relative answers. Changes nothing; throws what `startJourney` throws. */
export async function previewJourney(
  rt: Runtime,
  order: Enrolment & { language?: string },
): Promise<Preview> {
  const { flow, relative } = await prepareEnrolment(rt, order);
  const wanted = order.language ?? relative.language;
  const known = knownOf(rt, await getOrganisation(rt), { ...relative, language: wanted });
  const used = flow.languages.includes(wanted) ? wanted : (flow.languages[0] ?? 'da');
  return {
    paths: planPaths(rt, flow, known, order.anchors),
    language: { used, wanted, known: flow.languages },
    channel: known.relative.channel,
    ...(known.relative.hours && known.relative.channel === 'sms' ? { hours: known.relative.hours } : {}),
  };
}
