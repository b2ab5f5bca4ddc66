import type { Statement } from '../lane.ts';
import { at } from '../rows.ts';
import type { TurnRows } from './turns.ts';

/** The language that was chosen with a journey, for the relatives whose turn was taken. */
export const noteLanguages = (turns: readonly TurnRows[]): Statement[] => {
  const chosen = turns.flatMap(({ journey: j, language }) =>
    language === undefined ? [] : [[j.id, j.turn, language, j.startedAt]],
  );
  if (chosen.length === 0) return [];
  const sql = `UPDATE relatives SET language = ${at(2)}, changed_at = max(${at(3)}, COALESCE(changed_at, created_at) + 1)
    FROM json_each(?) e JOIN journeys j ON j.id = ${at(0)} AND j.turn = ${at(1)}
    WHERE relatives.id = j.relative_id AND relatives.language <> ${at(2)}`;
  return [{ sql, args: [JSON.stringify(chosen)] }];
};
