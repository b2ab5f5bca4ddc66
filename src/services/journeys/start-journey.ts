import { advance } from '../../journey/engine/advance.ts';
import { NEW_JOURNEY } from '../../journey/engine/state.ts';
import type { Flow } from '../../journey/flow/flow.ts';
import { isAnchorValue, parseWallClock } from '../../journey/time/format.ts';
import type { Told } from '../../store/journeys/about-appointment.ts';
import type { ToldPlace, TurnPlaces } from '../../store/journeys/about-event.ts';
import type { Beginning, Meeting } from '../../store/journeys/journeys.ts';
import { commitTurns, type TurnRows } from '../../store/journeys/turns.ts';
import { AppError } from '../app-error.ts';
import { getOrganisation } from '../organisation.ts';
import { ledgerRow } from '../record-ledger.ts';
import type { Runtime } from '../runtime.ts';
import { attendingOf, type Dated, dateEvents } from './begin-events.ts';
import { knownOf } from './known.ts';
import { getNewestFlow, isBooked } from './load-flow.ts';
import { ringFor } from './take-turn.ts';
import { turnRows } from './turn-rows.ts';

/** Enrol one relative into the newest version of a flow. `by` is a member of staff's id. */
export type Enrolment = { flow: string; relativeId: string; anchors: Record<string, string>; by: string };

/** Throws when an anchor is missing, unknown, or no date (with a time where the flow needs one); for an arrangement its id is said. */
export function checkAnchors(flow: Flow, anchors: Readonly<Record<string, string>>): void {
  for (const name of Object.keys(anchors))
    if (!Object.hasOwn(flow.anchors, name)) throw new AppError('anchor-unknown', name);
  for (const [name, anchor] of Object.entries(flow.anchors)) {
    const value = anchors[name];
    if (!value) throw new AppError('anchor-missing', anchor.title);
    if (anchor.event) continue;
    if (!isAnchorValue(value) || value.includes('T') !== anchor.time)
      throw new AppError('date-unreadable', anchor.title);
    const read = anchor.time ? parseWallClock(value) : undefined;
    if (read && 'problem' in read) throw new AppError(`date-${read.problem}`, anchor.title);
  }
}

/** Throws when this relative may not begin this flow now. */
export function checkMayBegin(flow: Flow, relative: Beginning): void {
  if (relative.circleState !== 'alive') throw new AppError('circle-held');
  if (flow.track === 'inddragelse' && !relative.consentCheckedOn) throw new AppError('consent-missing');
  if (relative.minor && !(flow.minors && relative.guardianNoted)) throw new AppError('minor');
  if (relative.channel !== 'sms') return;
  if (!relative.numberId || relative.wrong) throw new AppError('no-number');
  if (relative.stopped) throw new AppError('stopped');
}

/** An enrolment into a version that is known; in a fan-out it settles its relative there, in the same commit. */
type EnrolmentOf = Omit<Enrolment, 'flow'> & {
  /** In which language the relative is written to from now on, noted in the same commit; as it is when absent. */
  language?: string;
  fanOut?: string;
  /** The appointment it is about, and which change of it the relative is told of in the same commit. */
  about?: { told: Told; meeting: Meeting };
  /** What it tells of the arrangement it begins with. */
  toldPlace?: ToldPlace;
  /** The arrangement was moved since the relative was invited: it begins with what the flow says then. */
  isMoved?: boolean;
};

/** A published version with its id. */
export type Version = { id: string; flow: Flow };

/** Loads what an enrolment into a version needs and checks it. Throws an AppError that says what is wrong. */
async function prepare(
  rt: Runtime,
  { flow }: Version,
  order: Pick<EnrolmentOf, 'relativeId' | 'anchors' | 'about'>,
): Promise<Beginning> {
  if (isBooked(flow) && !order.about) throw new AppError('flow-unknown', flow.name);
  const relative = await rt.db.findBeginning(order.relativeId);
  if (!relative) throw new AppError('not-found');
  checkAnchors(flow, order.anchors);
  checkMayBegin(flow, relative);
  return relative;
}

/** Loads what an enrolment into the newest version needs and checks it. Throws an AppError that says what is wrong. */
export async function prepareEnrolment(
  rt: Runtime,
  order: Pick<Enrolment, 'flow' | 'relativeId' | 'anchors'>,
): Promise<Version & { relative: Beginning; dated: Dated }> {
  const version = await getNewestFlow(rt, order.flow);
  const relative = await prepare(rt, version, order);
  return { ...version, relative, dated: await dateEvents(rt, version.flow, order.anchors) };
}

/** Starts a journey on the newest version of a flow; throws what `startJourneyOf` throws. */
export async function startJourney(
  rt: Runtime,
  order: Enrolment & Pick<EnrolmentOf, 'language'>,
): Promise<{ journeyId: string }> {
  return startJourneyOf(rt, await getNewestFlow(rt, order.flow), order);
}

/**
 * Starts a journey on a version; those of one moment share the select and the commit. Throws `already-enrolled` when the
 * relative already walks this flow, also when two press at once, and what says why this relative may not begin it, also
 * when the circle was held or the number stopped in the same moment.
 */
export async function startJourneyOf(
  rt: Runtime,
  version: Version,
  order: EnrolmentOf,
): Promise<{ journeyId: string }> {
  const relative = await prepare(rt, version, order);
  const dated = await dateEvents(rt, version.flow, order.anchors, order.toldPlace !== undefined);
  const rows = await beginningRows(rt, version, { ...order, dated }, relative);
  if (!(await rt.db.lane.put(commitTurns, rows))) {
    await prepare(rt, version, order);
    if (!order.toldPlace && (await wasMoved(rt, version.flow, order.anchors, dated)))
      return startJourneyOf(rt, version, order);
    throw new AppError('already-enrolled');
  }
  ringFor(rt, rows);
  return { journeyId: rows.journey.id };
}

/** Whether an arrangement became another after it was looked at. */
async function wasMoved(
  rt: Runtime,
  flow: Flow,
  anchors: Record<string, string>,
  { events: seen = {} }: Dated,
): Promise<boolean> {
  const { events = {} } = await dateEvents(rt, flow, anchors);
  return Object.entries(events).some(([name, { moves }]) => moves !== seen[name]?.moves);
}

async function beginningRows(
  rt: Runtime,
  { id: flowId, flow }: Version,
  order: EnrolmentOf & { dated: Dated },
  relative: Beginning,
): Promise<TurnRows> {
  const { about, dated, toldPlace } = order;
  const { anchors, events } = dated;
  const meeting = { ...(about ? { meeting: about.meeting } : {}), ...(events ? { events } : {}) };
  const language = order.language ?? relative.language;
  const known = knownOf(rt, await getOrganisation(rt), { ...relative, ...meeting, language });
  const subject = {
    id: rt.newId(),
    flowId,
    flowName: flow.name,
    relativeId: order.relativeId,
    numberId: relative.numberId,
    version: 0,
    state: NEW_JOURNEY,
    startedBy: order.by,
    subject: about?.told.appointment ?? Object.values(events ?? {})[0]?.id ?? '',
  };
  const input = {
    kind: 'started',
    at: rt.now(),
    anchors,
    by: order.by,
    ...(await attend(rt, order)),
  } as const;
  const rows = turnRows(rt, subject, flow, known, advance(flow, NEW_JOURNEY, input, known), {
    ...(about ? { told: about.told } : {}),
    ...(toldPlace ? { toldPlace } : {}),
  });
  if (events) rows.places = placesBegun(rt, events);
  rows.ledger.push(
    ledgerRow(rt, {
      kind: 'journey.started',
      actor: order.by,
      relativeId: order.relativeId,
      subject: subject.id,
      body: { flow: flowId },
    }),
  );
  if (language !== relative.language) speak(rt, rows, order, language);
  return order.fanOut ? { ...rows, fanOut: order.fanOut } : rows;
}

/** What a journey is told of its arrangements as it begins. */
async function attend(
  rt: Runtime,
  { relativeId, dated: { events }, isMoved }: Pick<EnrolmentOf, 'relativeId' | 'isMoved'> & { dated: Dated },
) {
  if (!events) return {};
  const [moved] = isMoved ? Object.keys(events) : [];
  const cancelled = Object.keys(events).find((name) => events[name]?.state === 'cancelled');
  const attending = await attendingOf(rt, relativeId, events);
  return {
    events: attending,
    ...(cancelled === undefined ? {} : { cancelled }),
    ...(moved === undefined ? {} : { moved }),
  };
}

function placesBegun(rt: Runtime, events: NonNullable<Dated['events']>): TurnPlaces {
  const at = rt.now();
  const begun = Object.values(events).map(({ id, moves }) => ({ id: rt.newId(), eventId: id, moves, at }));
  return { begun, wanted: [], givenUp: [] };
}

/** Writes to the relative in this language from now on, also outside the flow. */
function speak(rt: Runtime, rows: TurnRows, { relativeId, by }: EnrolmentOf, language: string): void {
  const body = { fields: ['language'] };
  rows.language = language;
  rows.ledger.push(ledgerRow(rt, { kind: 'relative.changed', actor: by, relativeId, body }));
}
