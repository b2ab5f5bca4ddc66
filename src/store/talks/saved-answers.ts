// Answers staff use again.
import { asc, eq, isNull } from 'drizzle-orm';
import { changeSeen } from '../change-seen.ts';
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

/** Changes answers as they were seen; not one that was retired meanwhile. */
export const changeSavedAnswers = changeSeen(
  'change-saved-answers',
  savedAnswers,
  ['title', 'text', 'language'],
  { holds: (row) => `${row}.retired_at IS NULL` },
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
    outcomes: (items, [retired]) => items.map(() => (retired?.rows.length ?? 0) > 0),
    lookUp: wasNoted,
  },
  {
    keys: ({ id }) => [id],
    join: (id) => `join saved_answers a on a.id = ${id} and a.retired_at is null`,
  },
);
