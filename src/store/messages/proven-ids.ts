// Whose an id of the provider is: a report's reference and the answer to a post prove it, a search by number, time and text only finds it.
import type { Statement } from '../lane.ts';
import { at } from '../rows.ts';
import { SEARCHES_A_TRY } from './messages.ts';

/** The provider has told that it gave this id to this message. */
export type Proof = { id: string; providerId: string };

const packed = (proofs: readonly Proof[]): string[] => [
  JSON.stringify(proofs.map(({ id, providerId }) => [id, providerId])),
];

/** Lets messages that were posted carry the ids that were proven theirs, in place of ones that were found. */
export const carryProven = (proofs: readonly Proof[]): Statement[] =>
  proofs.length === 0
    ? []
    : [
        {
          sql: `UPDATE messages SET provider_id = ${at(1)}, forgotten_at = NULL, forget_after = NULL FROM json_each(?) e
            WHERE messages.id = ${at(0)} AND messages.intent_at IS NOT NULL AND messages.provider_id IS NOT ${at(1)}`,
          args: packed(proofs),
        },
      ];

const BECOMES =
  "CASE WHEN status IN ('sent', 'delivered') THEN 'unknown' WHEN status = 'undelivered' THEN 'failed' ELSE status END";

const WHY =
  "CASE WHEN status IN ('sent', 'delivered') THEN 'no-answer' WHEN status = 'undelivered' THEN 'doubtful' ELSE reason END";

/**
 * Takes proven ids from other messages that carry them, since a search found them for those. Nobody knows what became of
 * them: they are asked for again, from where their try began; a person knows already of one that was thought undelivered.
 */
export const takeFromOthers = (proofs: readonly Proof[]): Statement[] =>
  proofs.length === 0
    ? []
    : [
        {
          sql: `UPDATE messages INDEXED BY messages_provider SET status = ${BECOMES}, reason = ${WHY}, code = NULL,
              provider_id = NULL, rank = 0, sent_at = NULL, delivered_at = NULL, forgotten_at = NULL, forget_after = NULL,
              searches = MAX(searches - 1, 0) / ${SEARCHES_A_TRY} * ${SEARCHES_A_TRY}
            FROM json_each(?) e
            WHERE messages.provider_id IS NOT NULL AND messages.provider_id = ${at(1)} AND messages.id <> ${at(0)}
              AND messages.number_id IS NOT NULL
              AND EXISTS (SELECT 1 FROM messages p WHERE p.id = ${at(0)} AND p.intent_at IS NOT NULL)`,
          args: packed(proofs),
        },
      ];
