// The port of the figures: what a process counts of itself. Names and labels are closed lists, so that a slip is a type error
// and no id, phone or text can become a label.
import type { ReplyMeaning } from '../../journey/reply/reading.ts';

type SenderName = 'name' | 'number';
type None = Record<never, never>;

/** What came of handing one message over: *put-off* will be tried again, *untried* never left the house. */
export type PostOutcome = 'accepted' | 'unknown' | 'put-off' | 'failed' | 'untried';

/** What is counted, with its labels. */
export type Counters = {
  messages: { sender: SenderName; outcome: PostOutcome };
  /** Segments the provider took. */
  segments: { sender: SenderName };
  /** Status reports that changed a message. */
  reports: { status: 'sent' | 'delivered' | 'undelivered' | 'failed' };
  replies: { meaning: ReplyMeaning };
  /** `job` is a name in the code. */
  jobs: { job: string; outcome: 'done' | 'failed' };
  /** What cannot go on and was left to a person. */
  setAside: { what: 'journey' | 'reply' | 'broadcast' };
  /** `route` is the pattern, never the path. */
  requests: { route: string; status: `${number}xx` };
  /** Writes the database refused or did not answer. */
  refusedWrites: None;
};

/** What is measured, with its labels; times in seconds. */
export type Histograms = {
  /** A timer fired minus due. */
  lateness: None;
  /** From handing a message over to the provider's answer. */
  postSeconds: { sender: SenderName };
  /** Writes that shared one commit. */
  commitItems: None;
  commitSeconds: None;
};

export type Metrics = {
  count<N extends keyof Counters>(name: N, labels: Counters[N], by?: number): void;
  observe<N extends keyof Histograms>(name: N, value: number, labels: Histograms[N]): void;
};

/** Counts nothing: for the edge and for tests. */
export const noMetrics: Metrics = { count: () => undefined, observe: () => undefined };
