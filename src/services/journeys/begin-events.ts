// The arrangements a journey begins with: for an event anchor an enrolment says the arrangement's id, its time follows from it.
import type { Attending, Seat } from '../../journey/engine/state.ts';
import type { Flow } from '../../journey/flow/flow.ts';
import { isoWithOffset } from '../../journey/time/format.ts';
import { type EventNow, findEventFacts, findSeatsOf } from '../../store/events/event-facts.ts';
import { AppError } from '../app-error.ts';
import { listEvents } from '../events/list-events.ts';
import type { Runtime } from '../runtime.ts';
import { requireSight, type Staff } from '../staff/staff.ts';

/** The dates of an enrolment with those of its arrangements, and the arrangements by their anchors. */
export type Dated = { anchors: Record<string, string>; events?: Record<string, EventNow> };

/** The wall clock of an instant, as an anchor has it. */
export const anchorValue = (at: number): string => isoWithOffset(at).slice(0, 16);

export const eventAnchors = ({ anchors }: Flow): string[] =>
  Object.keys(anchors).filter((name) => anchors[name]?.event);

/**
 * Gives the dates of the arrangements an enrolment names. Throws `anchor-missing` where none is named or there is none of
 * that id, and `sign-up-closed` for one that is not open or has begun; not with `told`, where one that was cancelled is told of.
 */
export async function dateEvents(
  rt: Runtime,
  flow: Flow,
  anchors: Readonly<Record<string, string>>,
  told = false,
): Promise<Dated> {
  const named = eventAnchors(flow);
  if (named.length === 0) return { anchors: { ...anchors } };
  const found = await findEventFacts(
    rt.db,
    named.map((name) => anchors[name] ?? ''),
  );
  const dated: Required<Dated> = { anchors: { ...anchors }, events: {} };
  for (const name of named) {
    const event = found.get(anchors[name] ?? '');
    const title = flow.anchors[name]?.title ?? name;
    if (!event) throw new AppError('anchor-missing', title);
    if (!told && (event.state !== 'open' || event.startsAt <= rt.now()))
      throw new AppError('sign-up-closed', title);
    dated.anchors[name] = anchorValue(event.startsAt);
    dated.events[name] = event;
  }
  return dated;
}

/** Throws `not-found` for an arrangement of an enrolment that is not in sight. */
export async function requireEvents(
  rt: Runtime,
  staff: Staff,
  flow: Flow,
  anchors: Readonly<Record<string, string>>,
): Promise<void> {
  for (const name of eventAnchors(flow)) {
    const id = anchors[name];
    if (id) await requireSight(rt, staff, 'care', 'event', id);
  }
}

/** The dates of an order as people read them: an arrangement's own where it names one. */
export async function showDates(
  rt: Runtime,
  flow: Flow,
  anchors: Readonly<Record<string, string>>,
): Promise<Record<string, string>> {
  const named = eventAnchors(flow);
  const ids = named.map((name) => anchors[name] ?? '');
  const found = await findEventFacts(rt.db, ids);
  const dates = named.flatMap((name) => {
    const event = found.get(anchors[name] ?? '');
    return event ? [[name, anchorValue(event.startsAt)] as const] : [];
  });
  return { ...anchors, ...Object.fromEntries(dates) };
}

/** An arrangement one can enrol for. */
export type EventChoice = { id: string; title: string; startsAt: number };

const MOST_CHOICES = 200;

/** The arrangements in sight one can enrol for, soonest first; none for a flow that has to do with none. */
export async function listEventChoices(rt: Runtime, staff: Staff, flow: Flow): Promise<EventChoice[]> {
  if (eventAnchors(flow).length === 0) return [];
  const { events } = await listEvents(rt, staff, { when: 'coming', most: MOST_CHOICES });
  return events
    .filter(({ state, startsAt }) => state === 'open' && startsAt > rt.now())
    .map(({ id, title, startsAt }) => ({ id, title, startsAt }));
}

const SEATS: readonly string[] = ['yes', 'waiting'] satisfies Seat[];

/** Where a relative stands with those arrangements as their journey begins: who said no before is invited anew. */
export async function attendingOf(
  rt: Runtime,
  relativeId: string,
  events: Readonly<Record<string, EventNow>>,
): Promise<Record<string, Attending>> {
  const ids = Object.values(events).map(({ id }) => id);
  const seats = await findSeatsOf(rt.db, relativeId, ids);
  return Object.fromEntries(
    Object.entries(events).map(([name, { id, moves }]) => {
      const held = seats.get(id) ?? '';
      return [name, { id, moves, seat: SEATS.includes(held) ? (held as Seat) : 'invited' }];
    }),
  );
}
