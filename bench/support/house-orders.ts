import type { Lateness } from './tap-lateness.ts';

/** What the bench asks of a process of the house. */
export type Order =
  | { do: 'set-clock'; now: number }
  /** Nothing leaves for so long, as if another process had the senders. */
  | { do: 'give-senders-away'; ms: number }
  | { do: 'enrol'; flow: string; count: number }
  /** Everyone is to get a group message. */
  | { do: 'broadcast' }
  | { do: 'look'; fanOut?: string; broadcast?: string }
  | { do: 'forget-peak' }
  /** What is held after everything that is not was given back, bytes. */
  | { do: 'weigh' }
  | { do: 'take-lateness' }
  | { do: 'stop' };

export type Asked = Order & { nr: number };

/** Memory in bytes, SMS the provider took from this process, turns of timers, and where a fan-out or a group message is. */
export type Seen = {
  rss: number;
  peak: number;
  sent: { name: number; number: number };
  turns: number;
  status?: string;
};

export type Answered = {
  nr: number;
  answer?: Seen | Lateness | number | string | undefined;
  failed?: string;
};
