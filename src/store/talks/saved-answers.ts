// Answers staff use again.
import { asc, eq, isNull } from 'drizzle-orm';
import type { Write } from '../lane.ts';
import { always, type Noted, noting, wasNoted } from '../noting.ts';
import type { Db } from '../open.ts';
import { at, insertRows } from '../rows.ts';
import { savedAnswers } from '../schema/talks.ts';

export type SavedAnswer = typeof savedAnswers.$inferSelect;

/** More than anybody finds their way in. */
const MOST = 200;

/** Those in use, by title. */
export const listSavedAnswers = ({ orm }: Db): Promise<SavedAnswer[]> =>
  orm
    .select()
    .from(savedAnswers)
    .where(isNull(savedAnswers.retiredAt))
    .orderBy(asc(savedAnswers.title), asc(savedAnswers.id))
    .limit(MOST);

export const findSavedAnswer = async ({ orm }: Db, id: string): Promise<SavedAnswer | undefined> =>
  (await orm.select().from(savedAnswers).where(eq(savedAnswers.id, id)).limit(1))[0];

/** Keeps new answers. */
export const addSavedAnswers: Write<{ answer: SavedAnswer } & Noted, true> = noting(
  {
    name: 'add-saved-answers',
    statements: (items) => [
      insertRows(
        savedAnswers,
        items.map(({ answer }) => answer),
        'ignore',
      ),
    ],
    outcomes: (items) => items.map(() => true as const),
    lookUp: wasNoted,
  },
  always,
);

const changedOf = (items: readonly { id: string }[], rows: readonly Record<string, unknown>[] = []) => {
  const ids = new Set(rows.map(({ id }) => id));
  return items.map(({ id }) => ids.has(id));
};

/** An answer as it is to be, and when it had last been changed as it was read. */
export type AnswerChange = Pick<SavedAnswer, 'id' | 'title' | 'text' | 'language'> & {
  seen: number;
  at: number;
} & Noted;

/** Changes answers as they were seen; false for one that was changed or retired since. */
export const changeSavedAnswers: Write<AnswerChange, boolean> = noting(
  {
    name: 'change-saved-answers',
    statements: (items) => [
      {
        sql: `update saved_answers set title = ${at(2)}, text = ${at(3)}, language = ${at(4)},
                changed_at = max(changed_at + 1, ${at(5)}) from json_each(?) e
              where saved_answers.id = ${at(0)} and saved_answers.changed_at = ${at(1)}
                and saved_answers.retired_at is null returning saved_answers.id`,
        args: [
          JSON.stringify(
            items.map(({ id, seen, title, text, language, at: when }) => [
              id,
              seen,
              title,
              text,
              language,
              when,
            ]),
          ),
        ],
      },
    ],
    outcomes: (items, [changed]) => changedOf(items, changed?.rows),
    lookUp: wasNoted,
  },
  {
    keys: ({ id, seen }) => [id, seen],
    join: (id, seen) =>
      `join saved_answers a on a.id = ${id} and a.changed_at = ${seen} and a.retired_at is null`,
  },
);

/** Offers answers no longer; false for one that is retired already. */
export const retireSavedAnswers: Write<{ id: string; at: number } & Noted, boolean> = noting(
  {
    name: 'retire-saved-answers',
    statements: (items) => [
      {
        sql: `update saved_answers set retired_at = ${at(1)} from json_each(?) e
              where saved_answers.id = ${at(0)} and saved_answers.retired_at is null returning saved_answers.id`,
        args: [JSON.stringify(items.map(({ id, at: when }) => [id, when]))],
      },
    ],
    outcomes: (items, [retired]) => changedOf(items, retired?.rows),
    lookUp: wasNoted,
  },
  {
    keys: ({ id }) => [id],
    join: (id) => `join saved_answers a on a.id = ${id} and a.retired_at is null`,
  },
);
