// Whose journey is still to be planned by the reminders its arrangement has now.
import type { State } from '../../journey/engine/state.ts';
import type { Write } from '../lane.ts';
import type { Db } from '../open.ts';
import { at } from '../rows.ts';

/** One whose reminders changed; `journey` is the one that tells, absent when none runs any more. */
export type PlaceToReplan = {
  attendance: string;
  replan: number;
  eventId: string;
  journey: { id: string; flowId: string; state: State } | undefined;
};

/** Those whose journey runs or is over, of one arrangement or of any: one that stands still is planned when it goes on. */
export async function listPlacesToReplan(db: Db, limit: number, event?: string): Promise<PlaceToReplan[]> {
  const found = await db.client.execute({
    sql: `SELECT a.id, a.replan, a.event_id, j.id AS journey, j.flow_id, j.state FROM attendances a
      LEFT JOIN journeys j ON j.id = a.journey_id AND j.status <> 'ended'
      WHERE a.replan IS NOT NULL AND j.hold IS NULL ${event ? 'AND a.event_id = ?' : ''} LIMIT ?`,
    args: [...(event ? [event] : []), limit],
  });
  return found.rows.map((row) => ({
    attendance: String(row.id),
    replan: Number(row.replan),
    eventId: String(row.event_id),
    journey:
      row.journey === null
        ? undefined
        : {
            id: String(row.journey),
            flowId: String(row.flow_id),
            state: JSON.parse(String(row.state)) as State,
          },
  }));
}

/** Which of these steps a journey came to last; undefined when it came to none. */
export async function lastEntered(
  { client }: Db,
  journeyId: string,
  steps: readonly string[],
): Promise<string | undefined> {
  const found = await client.execute({
    sql: `SELECT step FROM facts WHERE journey_id = ? AND kind = 'stepEntered'
      AND step IN (SELECT value FROM json_each(?)) ORDER BY version DESC, n DESC LIMIT 1`,
    args: [journeyId, JSON.stringify(steps)],
  });
  const [row] = found.rows;
  return row ? String(row.step) : undefined;
}

/** What was planned is not to be planned any more; a newer change is all the same. */
export const noteReplanned: Write<Pick<PlaceToReplan, 'attendance' | 'replan'>, void> = {
  name: 'note-replanned',
  statements: (items) => [
    {
      sql: `UPDATE attendances SET replan = NULL FROM json_each(?) e
        WHERE attendances.id = ${at(0)} AND attendances.replan = ${at(1)}`,
      args: [JSON.stringify(items.map(({ attendance, replan }) => [attendance, replan]))],
    },
  ],
  outcomes: (items) => items.map(() => undefined),
};
