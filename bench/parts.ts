/** A part of the bench: rows that are measured together in a process of their own, named as its file in `rows/`. */
export type Part = {
  name: string;
  longestMs: number /** Too long to be measured unless it is asked for. */;
  big?: true;
};

const MINUTE_MS = 60_000;

export const PARTS: readonly Part[] = [
  { name: 'turns', longestMs: 2 * MINUTE_MS },
  { name: 'turns-server', longestMs: 2 * MINUTE_MS },
  { name: 'send', longestMs: 2 * MINUTE_MS },
  { name: 'latency', longestMs: 2 * MINUTE_MS },
  { name: 'send-server', longestMs: 2 * MINUTE_MS },
  { name: 'workers', longestMs: 2 * MINUTE_MS },
  { name: 'naive', longestMs: 2 * MINUTE_MS },
  { name: 'lateness', longestMs: 5 * MINUTE_MS },
  { name: 'claims', longestMs: 2 * MINUTE_MS },
  { name: 'journeys', longestMs: MINUTE_MS },
  { name: 'desk', longestMs: 5 * MINUTE_MS },
  { name: 'memory', longestMs: 2 * MINUTE_MS },
  { name: 'crowd', longestMs: 15 * MINUTE_MS, big: true },
  { name: 'broadcast', longestMs: 15 * MINUTE_MS, big: true },
  { name: 'broadcast-memory', longestMs: 5 * MINUTE_MS, big: true },
  { name: 'crowd-workers', longestMs: 15 * MINUTE_MS, big: true },
];

/** What is told to every part. */
export type Options = { relatives: number };
