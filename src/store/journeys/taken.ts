// What follows the turns of one batch: done for the journeys that carry their turn's token, since the others have lost.
import type { Statement } from '../lane.ts';
import { at } from '../rows.ts';
import type { TurnRows } from './turns.ts';

/** After FROM: the values of `forTaken`, each with its journey `j`, where the turn was taken. */
export const TAKEN = `json_each(?) e JOIN journeys j ON j.id = ${at(0)} AND j.turn = ${at(1)}`;

/** Runs SQL over what turns carry, whose values stand from `at(2)` on; nothing is run where no turn carries any. */
export function forTaken(
  turns: readonly TurnRows[],
  carried: (turn: TurnRows) => readonly (readonly unknown[])[],
  ...all: readonly string[]
): Statement[] {
  const rows = turns.flatMap((turn) =>
    carried(turn).map((values) => [turn.journey.id, turn.journey.turn, ...values]),
  );
  return rows.length === 0 ? [] : all.map((sql) => ({ sql, args: [JSON.stringify(rows)] }));
}
