// The words of SMS, page messages and questionnaires, when their time is over: what happened stays, what was said goes.
import type { Write } from '../lane.ts';

const STATEMENTS = 4;

/** Erases words older than `before` (UTC ms), at most `limit` of each table; gives how many went. */
export const eraseOldTexts: Write<{ before: number; limit: number }, number> = {
  name: 'erase-old-texts',
  statements: (orders) =>
    orders.flatMap(({ before, limit }) => [
      {
        sql: `update messages set text_sealed = '', link_sealed = null where rowid in (select rowid from messages indexed by messages_words
          where text_sealed <> '' and created_at < ?1
            and status not in ('due', 'held', 'sending', 'unknown', 'todo') limit ?2)`,
        args: [before, limit],
      },
      {
        sql: `update replies set text_sealed = '' where rowid in (select rowid from replies indexed by replies_words
          where text_sealed <> '' and received_at < ?1 and status not in ('new', 'waiting') limit ?2)`,
        args: [before, limit],
      },
      {
        sql: `update page_messages set text_sealed = '' where rowid in (select rowid from page_messages indexed by page_messages_words
          where text_sealed <> '' and at < ?1 and status <> 'waiting' limit ?2)`,
        args: [before, limit],
      },
      {
        sql: `update form_answers set words_sealed = '' where line in (select a.line from form_responses f
          join form_answers a on a.response = f.line and a.words_sealed <> ''
          where f.day < date(?1 / 1000, 'unixepoch') limit ?2)`,
        args: [before, limit],
      },
    ]),
  outcomes: (orders, results) =>
    orders.map((_, n) =>
      results
        .slice(n * STATEMENTS, (n + 1) * STATEMENTS)
        .reduce((sum, { rowsAffected }) => sum + rowsAffected, 0),
    ),
};
