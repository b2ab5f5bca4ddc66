/** Why a journey stands still although it is not over: an advisor's pause, or the cared-for person's death. */
export type Hold = 'paused' | 'dead';

export type TimerName = 'moment' | 'remind' | 'silence' | 'expiry';

/** What the journey waits for at its current step: the relative's yes or no, whether there is a seat, or a questionnaire. */
export type Awaiting = 'acceptance' | 'answer' | 'seat' | 'form';

/** Where the relative stands with an arrangement; `closed` when a yes came after sign-up had closed. */
export type Seat = 'invited' | 'yes' | 'waiting' | 'no' | 'closed';

/** The arrangement behind an event anchor: how often it had been changed when the journey was last told, and the seat. */
export type Attending = { id: string; moves: number; seat: Seat };

/** Everything a journey remembers between turns: plain JSON without personal data. Instants are UTC ms. */
export type State = {
  status: 'new' | 'active' | 'ended';
  hold?: Hold;
  heldAt?: number;
  /** Staff paused this journey by itself: it stands still until they let it go on, also when its circle is released. */
  alone?: true;
  startedAt: number;
  anchors: Record<string, string>;
  /** By event anchor. */
  events?: Record<string, Attending>;
  /** The yes that waits for a seat: when it was said, and how. */
  wanted?: { anchor: string; at: number; by: 'sms' | 'page' | 'staff' | 'silence' };
  step?: string;
  awaiting?: Awaiting;
  askedAt?: number;
  reminded: number;
  answers: Record<string, string>;
  timers: Partial<Record<TimerName, number>>;
  endedBecause?: string;
  /** The last reply, failed message or press of a button the journey was told of; told again, it does not count. */
  heard?: string;
};

/** The state before the first input. */
export const NEW_JOURNEY: State = {
  status: 'new',
  startedAt: 0,
  anchors: {},
  reminded: 0,
  answers: {},
  timers: {},
};
