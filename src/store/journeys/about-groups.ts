// The groups a turn puts its relative into or takes them out of, by the titles the flow says.
import type { Statement } from '../lane.ts';
import { at } from '../rows.ts';
import { forTaken, TAKEN } from './taken.ts';
import type { TurnRows } from './turns.ts';

/** One step into a group kept by hand, or out of any. Instants UTC ms. */
export type GroupStep = { title: string; leave: boolean; at: number };

/** Who has left a group by their own word is not put into it by a flow. A group that was closed meanwhile is left alone. */
export const aboutGroups = (turns: readonly TurnRows[]): Statement[] =>
  forTaken(
    turns,
    ({ groups = [] }) => groups.map((step) => [step.title, step.leave ? 1 : 0, step.at]),
    `INSERT INTO group_members (group_id, relative_id, since, by, left_at)
      SELECT g.id, j.relative_id, ${at(4)}, 'journey:' || j.id, iif(${at(3)}, ${at(4)}, NULL)
      FROM ${TAKEN} JOIN groups g ON g.id = (SELECT x.id FROM groups x WHERE x.title = ${at(2)} AND x.closed_at IS NULL
        AND (x.rule IS NULL OR ${at(3)}) ORDER BY x.rule IS NOT NULL, x.created_at, x.id LIMIT 1)
      WHERE true
      ON CONFLICT (group_id, relative_id) DO UPDATE SET left_at = excluded.left_at, by = excluded.by,
        since = iif(excluded.left_at IS NULL, excluded.since, since)
      WHERE (group_members.left_at IS NULL) <> (excluded.left_at IS NULL)
        AND (excluded.left_at IS NOT NULL OR group_members.by NOT LIKE 'relative:%')`,
  );
