// What happens to a journey from outside. Every input is kept as the first fact of its turn. Instants are UTC ms.
import type { Attending, Hold, TimerName } from './state.ts';

export type Input =
  /**
   * `events` are the arrangements behind the event anchors, `cancelled` and `moved` the anchor of one that was before the
   * journey began, since its relative was invited.
   */
  | {
      kind: 'started';
      at: number;
      anchors: Record<string, string>;
      events?: Record<string, Attending>;
      cancelled?: string;
      moved?: string;
      by?: string;
    }
  | { kind: 'timerFired'; at: number; timer: TimerName; dueAt: number }
  | { kind: 'replied'; at: number; answer: 'ja' | 'nej'; reply: string }
  | { kind: 'pageOpened'; at: number; page: string }
  /** An answer on the page, or one given by phone or letter and typed by staff (then with `by`). */
  | {
      kind: 'answered';
      at: number;
      step: string;
      answer: 'ja' | 'nej';
      language?: string;
      /** Which of several arrangements the yes is for, and with how many guests. */
      attend?: string;
      guests?: number;
      by?: string;
    }
  /** A questionnaire was answered, on its page or through staff (then with `by`), who may also note that it will not be. What was answered is kept elsewhere, without a name. */
  | { kind: 'filled'; at: number; step: string; answer: 'answered' | 'silent'; by?: string }
  /** What came of a yes, that a seat became free or was given back, with the arrangement's time as it is now. */
  | {
      kind: 'attendanceChanged';
      at: number;
      anchor: string;
      seat: Exclude<Attending['seat'], 'invited'>;
      value?: string;
      moves?: number;
      by?: string;
    }
  /** HVOR: where is it? Answered at once; the journey stays where it is. */
  | { kind: 'asked'; at: number; reply: string }
  /** A new time, or (with the same value) a new place. */
  | { kind: 'anchorMoved'; at: number; anchor: string; value: string; moves?: number; by?: string }
  /** The relative's hours, or whether they are written to, became others: what sleeps is planned anew. */
  | { kind: 'hoursChanged'; at: number; by?: string }
  /** The arrangement has other reminders; `walked` is the last of them the journey came to, and nobody is told. */
  | { kind: 'remindersChanged'; at: number; anchor: string; walked: string }
  | { kind: 'anchorCancelled'; at: number; anchor: string; by?: string }
  | { kind: 'deliveryFailed'; at: number; message: string; reason: string }
  | { kind: 'consentChanged'; at: number; purpose: 'sms'; given: false }
  /** `alone`: by staff for this journey by itself, whatever its circle does. */
  | { kind: 'held'; at: number; hold: Hold; by?: string; alone?: true }
  | { kind: 'released'; at: number; by?: string; alone?: true }
  /** Staff pass over the step the journey is at; `press` is what the button stood for, so that it counts once. */
  | { kind: 'skipped'; at: number; step: string; press: string; by?: string }
  | { kind: 'ended'; at: number; reason: string; by?: string };
