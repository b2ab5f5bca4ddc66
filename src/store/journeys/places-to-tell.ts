// Who is still to be told of an arrangement, or of what became of their place in it.
import { eq } from 'drizzle-orm';
import type { State } from '../../journey/engine/state.ts';
import type { Write } from '../lane.ts';
import type { Db } from '../open.ts';
import { at } from '../rows.ts';
import { attendances } from '../schema/events.ts';

/**
 * One relative who is to be told, and what holds now; `running` is the journey that tells. `begun` is undefined where none
 * ever did, and `stopped` where staff ended the last one, or the relative said stop.
 */
export type PlaceToTell = {
  attendance: string;
  telling: number;
  told: number;
  eventId: string;
  relativeId: string;
  seat: 'invited' | 'yes' | 'waiting' | 'no';
  begun: 'ended' | 'stopped' | undefined;
  startsAt: number;
  state: string;
  moves: number;
  by: string;
  running: { id: string; state: State } | undefined;
  /** Staff signed them up and chose not to write. */
  isUnasked: boolean;
  /** The circle is paused, or the resident has died. */
  isHeld: boolean;
};

const SELECT = `SELECT a.id, a.pending, a.told, a.event_id, a.relative_id, a.state AS seat, a.journey_id, v.starts_at, v.state, v.moves,
    v.created_by, j.id AS running, j.state AS journey_state, a.why IS 'unasked' AS unasked,
    EXISTS (SELECT 1 FROM relatives r JOIN circles c ON c.id = r.circle_id WHERE r.id = a.relative_id AND c.state <> 'alive') AS held,
    EXISTS (SELECT 1 FROM facts f WHERE f.journey_id = a.journey_id AND f.kind IN ('ended', 'consentChanged')) AS stopped
  FROM attendances a JOIN events v ON v.id = a.event_id
    LEFT JOIN journeys j ON j.id = a.journey_id AND j.status <> 'ended'
  WHERE a.pending IS NOT NULL AND a.relative_id IS NOT NULL`;

/** Those who are to be told, of one arrangement or of any. */
export async function listPlacesToTell(db: Db, limit: number, event?: string): Promise<PlaceToTell[]> {
  const found = await db.client.execute({
    sql: `${SELECT} ${event ? 'AND a.event_id = ?' : ''} LIMIT ?`,
    args: [...(event ? [event] : []), limit],
  });
  return found.rows.map((row) => ({
    attendance: String(row.id),
    telling: Number(row.pending),
    told: Number(row.told),
    eventId: String(row.event_id),
    relativeId: String(row.relative_id),
    seat: String(row.seat) as PlaceToTell['seat'],
    begun: row.journey_id === null ? undefined : row.stopped === 1 ? 'stopped' : 'ended',
    startsAt: Number(row.starts_at),
    state: String(row.state),
    moves: Number(row.moves),
    by: String(row.created_by),
    running:
      row.running === null
        ? undefined
        : { id: String(row.running), state: JSON.parse(String(row.journey_state)) as State },
    isUnasked: row.unasked === 1,
    isHeld: row.held === 1,
  }));
}

/** The telling of one place that is still to come; null when there is none. */
export async function findTelling({ orm }: Db, attendance: string): Promise<number | null> {
  const [row] = await orm
    .select({ pending: attendances.pending })
    .from(attendances)
    .where(eq(attendances.id, attendance));
  return row?.pending ?? null;
}

/** Nobody tells of this, and why; something newer is told all the same. */
export const leaveUntoldPlaces: Write<{ attendance: string; telling: number; why: string | null }, void> = {
  name: 'leave-untold-places',
  statements: (items) => [
    {
      sql: `UPDATE attendances SET told = pending, pending = NULL, why = ${at(2)} FROM json_each(?) e
        WHERE attendances.id = ${at(0)} AND attendances.pending = ${at(1)}`,
      args: [JSON.stringify(items.map((i) => [i.attendance, i.telling, i.why]))],
    },
  ],
  outcomes: (items) => items.map(() => undefined),
};
