// Why a message that is composed now may not leave: its number was closed or its circle held. The order of writes decides.
import { placeOf } from '../rows.ts';
import { messages } from '../schema/messages.ts';

/** Nothing is said of what is not due, nor of receipts, which may leave. */
const whenDue = (reasons: string): string =>
  `CASE WHEN ${placeOf(messages, 'status')} <> 'due' OR ${placeOf(messages, 'purpose')} = 'receipt' THEN NULL ${reasons} END`;

const CLOSED = `WHEN n.stopped_at IS NOT NULL THEN 'stopped' WHEN n.wrong_at IS NOT NULL THEN 'wrong-number'`;
const HELD = `WHEN c.state = 'dead' THEN 'dead' WHEN c.state = 'paused' THEN 'held'`;

/** The status and reason with which a message is inserted, for `insertIf`. */
const overridden = (why: string) => ({
  status: (status: string) =>
    `CASE ${why} WHEN 'held' THEN 'held' ELSE iif(${why} IS NULL, ${status}, 'cancelled') END`,
  reason: (reason: string) => `COALESCE(${why}, ${reason})`,
});

/** Needs the number joined as `n`. */
export const unlessClosed = overridden(whenDue(CLOSED));

/** Needs the number joined as `n` and the circle as `c`. */
export const unlessClosedOrHeld = overridden(whenDue(`${CLOSED} ${HELD}`));
