// What happened in a journey, append-only; folding them gives the state. Instants are UTC ms.
import type { Access, Late } from '../flow/flow.ts';
import type { Input } from './inputs.ts';
import type { Awaiting, TimerName } from './state.ts';

export type Channel = 'sms' | 'ring' | 'brev';
export type Sender = 'name' | 'number';
export type AlertKind =
  | 'flow'
  | 'call'
  | 'letter'
  | 'reply'
  | 'resumed'
  | 'distress'
  | 'death'
  | 'delivery'
  | 'stopped'
  | 'wrongNumber'
  | 'notMe'
  | 'broken';

/** Why a questionnaire is not for a relative. */
export type NotAsked = 'noSeat' | 'absent' | 'letters' | 'answered';

export type MessageComposed = {
  kind: 'messageComposed';
  at: number;
  /** When it may leave: now for an answer, otherwise when the send window is open. */
  dueAt: number;
  step: string;
  key: string;
  channel: Channel;
  sender: Sender;
  language: string;
  /** Without the link: `{link}` stands where the address goes. Kept with the message, never with the fact. */
  text: string;
  segments: number;
  reminder: number;
  /** An answer to the relative's own SMS of this turn: leaves at any hour, before everything else. */
  answer: boolean;
  page?: string;
  access?: Access;
  /** The relative's hours, minutes of the wall-clock day, when it keeps to them; from `until` (UTC ms) on it no longer does, since it would be lost. */
  hours?: { from: number; to: number; until?: number };
  /** After this instant the message makes no sense any more: it goes to a person instead. */
  notAfter?: number;
};

export type Outcomes =
  | MessageComposed
  | { kind: 'stepEntered'; at: number; step: string }
  | { kind: 'stepSkipped'; at: number; step: string; dueAt: number; late: Late }
  | { kind: 'stepLeft'; at: number; step: string }
  | { kind: 'timerSet'; at: number; timer: TimerName; dueAt: number }
  | { kind: 'timerCleared'; at: number; timer: TimerName }
  /** The relative is not asked: had no seat, was noted as absent, gets letters, or has answered before. */
  | { kind: 'notAsked'; at: number; step: string; why: NotAsked }
  | { kind: 'waitingBegan'; at: number; step: string; awaiting: Awaiting }
  | {
      kind: 'seatWanted';
      at: number;
      step: string;
      anchor: string;
      guests?: number;
      by: 'sms' | 'page' | 'staff' | 'silence';
    }
  | { kind: 'seatGivenUp'; at: number; anchor: string }
  | { kind: 'groupJoined' | 'groupLeft'; at: number; step: string; group: string }
  | { kind: 'reminded'; at: number; step: string; count: number }
  | {
      kind: 'answerRecorded';
      at: number;
      step: string;
      answer: string;
      by: 'sms' | 'page' | 'staff' | 'silence';
    }
  | { kind: 'consentGiven'; at: number; key: string; language: string }
  | { kind: 'consentWithdrawn'; at: number; key: string; language: string }
  | {
      kind: 'alertRaised';
      at: number;
      alert: AlertKind;
      to: 'advisor' | 'coordinator';
      urgent: boolean;
      text: string;
      step?: string;
    }
  | { kind: 'inputIgnored'; at: number; why: string }
  | { kind: 'journeyEnded'; at: number; reason: string };

export type Fact = Input | Outcomes;
