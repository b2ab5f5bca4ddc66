// Answers staff use again.
import { asc, eq, isNull } from 'drizzle-orm';
import type { Write } from '../lane.ts';
import { always, type Noted, noting, wasNoted } from '../noting.ts';
import type { Db } from '../open.ts';
import { insertRows } from '../rows.ts';
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

/** An answer as it now is. */
type Kept = { answer: SavedAnswer } & Noted;

/** Keeps answers as they now are; a retired one is no longer offered. */
export const putSavedAnswers: Write<Kept, true> = noting<Kept, true>(
  {
    name: 'put-saved-answers',
    statements: (items) => [
      insertRows(
        savedAnswers,
        items.map(({ answer }) => answer),
        'replace',
      ),
    ],
    outcomes: (items) => items.map(() => true as const),
    lookUp: wasNoted,
  },
  always,
);
