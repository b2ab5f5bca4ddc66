import type { Flow } from '../../journey/flow/flow.ts';
import { anchorAt, isoDate } from '../../journey/time/format.ts';
import { findPin } from '../../store/people/pins.ts';
import { listOthersInFlow } from '../../store/people/relative-details.ts';
import { findListedRelative } from '../../store/people/relative-lists.ts';
import { AppError } from '../app-error.ts';
import { openName } from '../relatives/open-names.ts';
import type { Runtime } from '../runtime.ts';
import { requireSight, type Staff, sightOf } from '../staff/staff.ts';
import { requireEvents } from './begin-events.ts';
import { getNewestFlow } from './load-flow.ts';
import { type Preview, previewJourney } from './preview-journey.ts';
import { startJourney } from './start-journey.ts';

/** Who is enrolled where: the flow's name and its dates. */
export type Enrolment = {
  flow: string;
  relativeId: string;
  anchors: Record<string, string>;
  /** In which language the relative is written to from now on; as it is when absent. */
  language?: string;
  /** Staff know that another of a circle "hver for sig" walks the same flow. */
  apartConfirmed?: boolean;
  /** Staff know that a date of the journey has passed. */
  pastConfirmed?: boolean;
};

/** What staff must think of before they enrol. */
export type Warnings = {
  /** Others of a circle "hver for sig" who walk the same flow now. */
  apart: { id: string; name: string }[];
  /** The flow has pages behind a PIN, and the relative has none yet. */
  pinMissing: boolean;
  /** Dates that have passed: a day before today, or a moment before now. */
  past: { title: string; value: string }[];
};

/** The dates of an enrolment that have passed. */
export function findPast(
  flow: Flow,
  anchors: Readonly<Record<string, string>>,
  now: number,
): Warnings['past'] {
  const hasPassed = (value: string): boolean => {
    const at = anchorAt(value);
    if (at === undefined) return false;
    return value.includes('T') ? at < now : value < isoDate(now);
  };
  return Object.entries(flow.anchors).flatMap(([name, { title }]) => {
    const value = anchors[name];
    return value !== undefined && hasPassed(value) ? [{ title, value }] : [];
  });
}

async function warn(
  rt: Runtime,
  staff: Staff,
  { flow: name, relativeId, anchors }: Enrolment,
): Promise<Warnings> {
  const { flow } = await getNewestFlow(rt, name);
  await requireEvents(rt, staff, flow, anchors);
  const [others, pin, relative] = await Promise.all([
    listOthersInFlow(rt.db, relativeId, name, sightOf(staff)),
    findPin(rt.db, relativeId),
    findListedRelative(rt.db, relativeId),
  ]);
  if (!relative) throw new AppError('not-found');
  const asksPin = flow.steps.some((step) => 'access' in step && step.access === 'pin');
  return {
    apart: relative.apart
      ? others.map((other) => ({ id: other.id, name: openName(rt, other.id, other.nameSealed) ?? '' }))
      : [],
    pinMissing: asksPin && relative.channel === 'sms' && !pin?.pinHash && !pin?.codeHash,
    past: findPast(flow, anchors, rt.now()),
  };
}

/** What would be sent, by path, and what to think of first. Throws what `previewJourney` throws. */
export async function previewEnrolment(
  rt: Runtime,
  staff: Staff,
  order: Enrolment,
): Promise<{ preview: Preview; warnings: Warnings }> {
  await requireSight(rt, staff, 'care', 'relative', order.relativeId);
  const warnings = await warn(rt, staff, order);
  const { flow, relativeId, anchors, language } = order;
  const chosen = language ? { language: await checkLanguage(rt, flow, language) } : {};
  const preview = await previewJourney(rt, { flow, relativeId, anchors, by: staff.id, ...chosen });
  return { preview, warnings };
}

/** Gives a language the flow has texts in that a person has approved; throws `field-unreadable` for any other. */
async function checkLanguage(rt: Runtime, flow: string, language: string): Promise<string> {
  const { languages } = (await getNewestFlow(rt, flow)).flow;
  if (!languages.includes(language)) throw new AppError('field-unreadable', 'sprog');
  return language;
}

/** Enrols. Throws what `startJourney` throws, and `field-missing` (apart, past) until staff have confirmed. */
export async function enrolRelative(
  rt: Runtime,
  staff: Staff,
  order: Enrolment,
): Promise<{ journeyId: string }> {
  await requireSight(rt, staff, 'care', 'relative', order.relativeId);
  const warnings = await warn(rt, staff, order);
  if (warnings.apart.length > 0 && !order.apartConfirmed) throw new AppError('field-missing', 'apart');
  if (warnings.past.length > 0 && !order.pastConfirmed) throw new AppError('field-missing', 'past');
  const { flow, relativeId, anchors, language } = order;
  const chosen = language ? { language: await checkLanguage(rt, flow, language) } : {};
  return startJourney(rt, { flow, relativeId, anchors, by: staff.id, ...chosen });
}
