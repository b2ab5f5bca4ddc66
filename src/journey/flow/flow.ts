// A flow as the engine reads it: parsed, checked and plain JSON, so that a published version is one database row.
import type { Duration } from '../time/duration.ts';
import type { Moment } from '../time/moment.ts';
import type { Repeat } from '../time/repeat.ts';
import type { Until } from '../time/until.ts';
import type { SendWindow } from '../time/window.ts';

/** Støtte needs only the relative's own yes; inddragelse needs the resident's consent, checked on a date. */
export type Track = 'støtte' | 'inddragelse';

/** How a page is protected: public content, a PIN handed over apart from the phone, or MitID. */
export type Access = 'link' | 'pin' | 'mitid';

/** What happens when the moment of a step has already passed: leave it out, send now, or the same clock time on the next open day. */
export type Late = 'skip' | 'send' | 'next';

/**
 * A named date. `moved` and `cancelled` are the steps a journey goes to when it is, whatever it was doing; `where` is the
 * step that answers HVOR, said without going there: an anchor that has it has a place, the field `<anchor>_sted`. An
 * `event` is an arrangement one is enrolled for and can have a seat at: it has the field `<anchor>_titel`, and `seated` is
 * the step a journey goes to when its relative moves up from the waiting list.
 */
export type Anchor = {
  title: string;
  time: boolean;
  event?: true;
  moved?: string;
  cancelled?: string;
  where?: string;
  seated?: string;
};

/** `task` is the text key of what the person is asked to do; without it the desk says which step and answer raised the alert. */
export type AlertOrder = { to: 'advisor' | 'coordinator'; task?: string; urgent: boolean };

/** What an answer leads to: an SMS at once, an alert, another step (the next one when absent), in that order. */
export type Outcome = { say?: string; alert?: AlertOrder; go?: string };

/**
 * A yes asks for a seat at an event anchor, or at one of several that the page lets choose from. What it leads to is known
 * when the seat is given: the yes, `waiting` on the waiting list, `closed` when nobody can sign up any more.
 */
export type Attend = { anchors: string[]; waiting: Outcome; closed?: Outcome };

/** When a step is due; at once when absent. `late` is always there when `when` is. */
export type Timing = { when: Moment; late: Late };

export type Invite = {
  kind: 'invite';
  id: string;
  text: string;
  page: string;
  access: Access;
  /** Text key of the wording a yes on the page agrees to. */
  consent?: string;
  attend?: Attend;
  timing?: Timing;
  remind?: Repeat & { text?: string };
  expires: Duration;
  accepted: Outcome;
  declined: Outcome;
  expired: Outcome;
};

export type Say = { kind: 'say'; id: string; text: string; page?: string; access: Access; timing?: Timing };

export type Ask = {
  kind: 'ask';
  id: string;
  text: string;
  attend?: Attend;
  timing?: Timing;
  ja: Outcome;
  nej: Outcome;
  silent: { after: Duration; remind: number; text?: string } & Outcome;
};

/** One question of a questionnaire; its id is the key of its words, and each choice the key of its own. A scale goes from 1 to 5. */
export type Question =
  | { kind: 'scale' | 'yesno' | 'words'; id: string }
  | { kind: 'choice'; id: string; of: string[] };

/**
 * A questionnaire on a page, answered without a name. With `about`, an event anchor, only who had a seat and is not noted as
 * absent is asked, and the answers are counted with that arrangement. Whoever gets letters is not asked.
 */
export type Form = {
  kind: 'form';
  id: string;
  text: string;
  page: string;
  access: Access;
  about?: string;
  questions: Question[];
  timing?: Timing;
  answered: Outcome;
  silent: { after: Duration; remind: number; text?: string } & Outcome;
};

export type Wait = { kind: 'wait'; id: string; until: Until };

/** Goes to a step by what is known: `relation`, `area`, `language`, `channel`, `ageBand`, `answer.<step>`, `anchor.<name>` (`set` when it has a value) or `seat.<event anchor>` (`ja`, `venteliste`). */
export type Branch = {
  kind: 'branch';
  id: string;
  on: string;
  is: Record<string, string>;
  otherwise?: string;
};

export type Alert = { kind: 'alert'; id: string; order: AlertOrder; timing?: Timing };

/** Puts the relative into a group of the organisation, by its title, or takes them out of it. */
export type Membership = { kind: 'join' | 'leave'; id: string; group: string };

export type End = { kind: 'end'; id: string; reason: string };

export type Step = Invite | Say | Ask | Form | Wait | Branch | Alert | Membership | End;

export type Flow = {
  name: string;
  title: string;
  track: Track;
  /** Whom the flow is for and what else to offer the others: what staff read where they enrol. */
  target?: string;
  /** Whether people under 18 may be enrolled; then the guardian or the reason is noted. */
  minors: boolean;
  /** The first language is the fallback. */
  languages: string[];
  anchors: Record<string, Anchor>;
  /** Narrows the organisation's send window, never widens it. */
  window?: Partial<SendWindow>;
  steps: Step[];
  /** Language → key → Liquid template. */
  texts: Record<string, Record<string, string>>;
  /** Page → language → markdown. */
  pages: Record<string, Record<string, string>>;
};
