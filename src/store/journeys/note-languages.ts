import type { Statement } from '../lane.ts';
import { at } from '../rows.ts';
import { forTaken, TAKEN } from './taken.ts';
import type { TurnRows } from './turns.ts';

/** The language that was chosen with a journey, for the relatives whose turn was taken. */
export const noteLanguages = (turns: readonly TurnRows[]): Statement[] =>
  forTaken(
    turns,
    ({ journey, language }) => (language === undefined ? [] : [[language, journey.startedAt]]),
    `UPDATE relatives SET language = ${at(2)}, changed_at = max(${at(3)}, COALESCE(changed_at, created_at) + 1)
      FROM ${TAKEN} WHERE relatives.id = j.relative_id AND relatives.language <> ${at(2)}`,
  );
