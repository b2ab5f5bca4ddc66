// Seats at arrangements, as a journey sees them.
import type { Ask, Attend, Flow, Invite, Step } from '../flow/flow.ts';
import { anchorAt } from '../time/format.ts';
import type { Seat, State } from './state.ts';
import { record, type Turn } from './turn.ts';

const HOUR_MS = 3_600_000;

export const attendOf = (step: Step | undefined): Attend | undefined =>
  step && 'attend' in step ? step.attend : undefined;

export const seatOf = ({ events }: Pick<State, 'events'>, anchor: string): Seat | undefined =>
  events?.[anchor]?.seat;

/** The instant an anchor's arrangement begins, UTC ms. */
export const beginOf = ({ anchors }: Pick<State, 'anchors'>, anchor: string): number =>
  anchorAt(anchors[anchor] ?? '') ?? 0;

const isHeld = (seat: Seat | undefined): boolean => seat === 'yes' || seat === 'waiting';

/** The anchors of arrangements still to come at which the relative has a seat or stands in line. */
export const heldSeats = (state: State, now: number): string[] =>
  Object.keys(state.events ?? {}).filter(
    (anchor) => isHeld(seatOf(state, anchor)) && beginOf(state, anchor) > now,
  );

/** The question whose yes a NEJ takes back where a seat is held: one by SMS before one on a page, one that was answered before others. */
export function questionOfSeat(flow: Flow, state: State, anchor: string): Ask | Invite | undefined {
  const asking = flow.steps.filter(
    (step): step is Ask | Invite => attendOf(step)?.anchors.includes(anchor) ?? false,
  );
  const bySms = asking.filter(({ kind }) => kind === 'ask');
  const fit = bySms.length > 0 ? bySms : asking;
  return fit.find(({ id }) => Object.hasOwn(state.answers, id)) ?? fit[0];
}

/** The arrangement a yes is for: the chosen one of the list, else the first that is not closed; undefined when none is open. */
export function chosenAnchor(
  turn: Turn,
  { anchors }: Attend,
  chosen: string | undefined,
): string | undefined {
  const open = anchors.filter((anchor) => seatOf(turn.state, anchor) !== 'closed');
  return chosen === undefined ? (open[0] ?? anchors[0]) : open.find((anchor) => anchor === chosen);
}

/** Where the yes to a question stands: the seat at the one of its arrangements that it was for. */
export const seatAt = ({ state }: Turn, { anchors }: Attend): Seat | undefined =>
  (['yes', 'waiting', 'closed'] as const).find((seat) =>
    anchors.some((anchor) => seatOf(state, anchor) === seat),
  );

/** What the coordinator reads when a seat is given up too late for it to be given on by itself. */
const LATE_NO = 'Har meldt fra, efter at fristen var gået. Pladsen er givet fri.';

/** Gives up seats, places in line and invitations; a seat in the lock period asks the coordinator to look. */
export function giveUp(turn: Turn, anchors: readonly string[]): void {
  const { at, known } = turn;
  for (const anchor of anchors) {
    const seat = seatOf(turn.state, anchor);
    if (seat === undefined || seat === 'no' || seat === 'closed') continue;
    record(turn, { kind: 'seatGivenUp', at, anchor });
    const lockMs = (known.events?.[anchor]?.lockHours ?? 0) * HOUR_MS;
    if (seat !== 'yes' || at < beginOf(turn.state, anchor) - lockMs) continue;
    const alert = { alert: 'flow', to: 'coordinator', urgent: false, text: LATE_NO } as const;
    record(turn, {
      kind: 'alertRaised',
      at,
      ...alert,
      ...(turn.state.step ? { step: turn.state.step } : {}),
    });
  }
}

/** The last instant at which asking for a seat makes sense: the beginning, or the end of sign-up for who has none. */
export function attendUntil(turn: Turn, step: Step): number | undefined {
  const ends = (attendOf(step)?.anchors ?? []).map((anchor) => {
    const begin = beginOf(turn.state, anchor);
    const until = turn.known.events?.[anchor]?.signUpUntil;
    return isHeld(seatOf(turn.state, anchor)) || until === undefined ? begin : Math.min(begin, until);
  });
  return ends.length === 0 ? undefined : Math.max(...ends);
}
