// What the engine may know of the people and the organisation around a journey. Read at each turn, never stored in the state.
import type { SendWindow } from '../time/window.ts';
import type { Channel } from './facts.ts';

export type KnownRelative = {
  /** How the relative is addressed, a field of its own; never derived from a name or an alias. */
  tiltale: string;
  language: string;
  relation: string;
  area: string;
  ageBand: string;
  channel: Channel;
  /** When an SMS suits best, minutes of the wall-clock day from and up to; what is an answer does not wait for it. */
  hours?: { from: number; to: number };
  /** Several people read this phone: no answer by SMS is asked for. */
  sharedPhone: boolean;
};

export type KnownOrganisation = {
  kommune: string;
  telefon: string;
  akut: string;
  aabningstid: string;
  openingHours: SendWindow;
  window: SendWindow;
  /** Length of a secure link as it stands in an SMS, in characters. */
  linkLength: number;
};

/** An arrangement as it is now. `title` and `place` are what an SMS may say of it; instants UTC ms. */
export type KnownEvent = {
  title: string;
  place: string;
  /** So many days before it begins one is reminded. */
  remindDays: readonly number[];
  /** So many hours before it begins a no comes late. */
  lockHours: number;
  /** Nobody can sign up after. */
  signUpUntil?: number;
  /** Whether the relative was there, where somebody noted it. */
  came?: boolean;
};

/** `place` is what an SMS may say of where the agreed thing is, for a flow whose anchor has a place; `events` are by their anchor. */
export type Known = {
  relative: KnownRelative;
  organisation: KnownOrganisation;
  place?: string;
  events?: Readonly<Record<string, KnownEvent>>;
};
