import type { Statement } from '../lane.ts';
import { at } from '../rows.ts';
import { forTaken, TAKEN } from './taken.ts';
import type { TurnRows } from './turns.ts';

/** Before the rest is taken back: an answer that ends the journey settles the call it was given in. */
const settleTasks = (turns: readonly TurnRows[]): Statement[] =>
  forTaken(
    turns,
    ({ facts: [input], task }) => (task ? [[task, input?.at ?? null]] : []),
    `UPDATE messages SET status = 'done', attempts = attempts + 1, reason = NULL, sent_at = ${at(3)}
      FROM ${TAKEN} WHERE messages.id = ${at(2)} AND messages.status = 'todo'`,
  );

const keepUnsent = (turns: readonly TurnRows[]): Statement[] =>
  forTaken(
    turns,
    ({ unsent }) =>
      unsent && unsent.status !== 'free' ? [[unsent.status, unsent.reason, unsent.step ?? null]] : [],
    `UPDATE messages SET status = ${at(2)}, reason = ${at(3)} FROM ${TAKEN}
      WHERE messages.journey_id = j.id AND messages.status IN ('due', 'held', 'todo')
        AND (${at(4)} IS NULL OR messages.step = ${at(4)})`,
  );

const freeUnsent = (turns: readonly TurnRows[]): Statement[] =>
  forTaken(
    turns,
    ({ unsent }) => (unsent?.status === 'free' ? [[]] : []),
    `UPDATE messages SET reason = NULL, status = iif(channel = 'sms', 'due', 'todo')
      FROM ${TAKEN} AND j.hold IS NULL WHERE messages.journey_id = j.id AND messages.status = 'held'`,
  );

/** What becomes of messages that earlier turns of the journeys composed and that have not left. */
export const settleUnsent = (turns: readonly TurnRows[]): Statement[] => [
  ...settleTasks(turns),
  ...keepUnsent(turns),
  ...freeUnsent(turns),
];
