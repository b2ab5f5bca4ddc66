import type { Channel, Sender } from '../../journey/engine/facts.ts';
import { foresee, type Path } from '../../journey/engine/foresee.ts';
import type { Known } from '../../journey/engine/known.ts';
import type { Line } from '../../journey/engine/simulate.ts';
import type { Flow } from '../../journey/flow/flow.ts';
import { tellsChange } from '../../journey/flow/tells-change.ts';
import { LINK } from '../../journey/text/segments.ts';
import { momentAt } from '../../journey/time/moment.ts';
import { DAY_MS } from '../../journey/time/zone.ts';
import { getOrganisation } from '../organisation.ts';
import type { Limited } from '../overview/keep-day-limit.ts';
import { type LimitOfOne, limitOfOne } from '../overview/limit-of-one.ts';
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
  /** When it leaves instead, UTC ms, since its phone has as many SMS that day as the limit allows. */
  putOffUntil?: number;
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
  /** So many SMS that are no answers get to the phone a day at most, where there is a limit. */
  dayLimit?: number;
  /** The relative's hours, minutes of the wall-clock day, where what is sent by SMS keeps to them. */
  hours?: { from: number; to: number };
};

/** How far what goes to the same phone anyway is looked for. */
const LOOKS_AHEAD_MS = 90 * DAY_MS;

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

type Composed = Extract<Line['fact'], { kind: 'messageComposed' }>;

/** A message as the limit a day sees it. */
const limited = (flow: Flow, at: number, { answer, step, notAfter }: Composed): Limited => ({
  ...{ at, answer, free: answer || tellsChange(flow, step) },
  ...(notAfter === undefined ? {} : { notAfter }),
});

/** Notes in the SMS of a path until when each is put off. */
function putOff(messages: readonly PlannedMessage[], sms: readonly Limited[], limit: LimitOfOne): void {
  const bySms = messages.filter(({ channel }) => channel === 'sms');
  for (const [n, until] of limit(sms).entries()) {
    const message = bySms[n];
    if (message && until !== undefined) message.putOffUntil = until;
  }
}

/** Everything a flow would send to somebody, by how they answer; `limit` tells what a limit a day puts off. */
export function planPaths(
  rt: Runtime,
  flow: Flow,
  known: Known,
  anchors: Readonly<Record<string, string>>,
  limit: LimitOfOne = () => [],
): PlannedPath[] {
  const link = linkOf(rt, '…');
  const start = rt.now();
  const plan = (name: Path): PlannedPath => {
    const { lines } = foresee(flow, { start, anchors, known }, name);
    const path: PlannedPath = { name, messages: [], leftOut: [] };
    const sms: Limited[] = [];
    for (const { at, fact } of lines) {
      if (fact.kind === 'messageComposed') {
        const { step, channel, sender, segments } = fact;
        const text = fact.text.replace(LINK, link);
        const moved = fact.reminder > 0 ? {} : movedFrom(flow, step, { anchors, start, at });
        const misses = known.relative.hours && channel === 'sms' && !fact.answer && !fact.hours;
        const outside = misses ? { outsideHours: true as const } : {};
        path.messages.push({ at, step, channel, sender, segments, text, ...moved, ...outside });
        if (channel === 'sms') sms.push(limited(flow, at, fact));
      } else if (fact.kind === 'stepSkipped')
        path.leftOut.push({ step: fact.step, dueAt: fact.dueAt, why: 'late' });
      else if (fact.kind === 'journeyEnded') path.ends = { at, reason: fact.reason };
    }
    putOff(path.messages, sms, limit);
    return path;
  };
  return PATHS.map(plan);
}

/** Everything an enrolment would send, by how the relative answers. Changes nothing; throws what `startJourney` throws. */
export async function previewJourney(
  rt: Runtime,
  order: Enrolment & { language?: string },
): Promise<Preview> {
  const { flow, relative, dated } = await prepareEnrolment(rt, order);
  const { anchors, events } = dated;
  const wanted = order.language ?? relative.language;
  const organisation = await getOrganisation(rt);
  const known = knownOf(rt, organisation, {
    ...relative,
    ...(events ? { events } : {}),
    language: wanted,
  });
  const limit = await limitOfOne(rt, relative.numberId, rt.now() + LOOKS_AHEAD_MS);
  const used = flow.languages.includes(wanted) ? wanted : (flow.languages[0] ?? 'da');
  return {
    paths: planPaths(rt, flow, known, anchors, limit),
    ...(organisation.dayLimit === null ? {} : { dayLimit: organisation.dayLimit }),
    language: { used, wanted, known: flow.languages },
    channel: known.relative.channel,
    ...(known.relative.hours && known.relative.channel === 'sms' ? { hours: known.relative.hours } : {}),
  };
}
