// Who is still to be told of an appointment or of a change of it.
import { and, eq } from 'drizzle-orm';
import type { Write } from '../lane.ts';
import type { Db } from '../open.ts';
import { at } from '../rows.ts';
import { appointmentRelatives } from '../schema/care.ts';

/** One relative who is to be told, of which change, and what holds now; `journeyId` is the journey that runs about it. */
export type Untold = {
  appointment: string;
  relativeId: string;
  change: number;
  startsAt: number;
  state: string;
  place: string;
  smsPlace: string;
  by: string;
  journeyId: string | undefined;
};

const SELECT = `SELECT p.appointment_id, p.relative_id, p.pending, a.starts_at, a.state, a.place, a.sms_place, a.created_by,
    (SELECT j.id FROM journeys j WHERE j.relative_id = p.relative_id AND j.flow_name = ? AND j.subject = a.id
      AND j.status <> 'ended') AS journey_id
  FROM appointment_relatives p JOIN appointments a ON a.id = p.appointment_id`;

/** Those who are to be told by journeys of this flow, of one appointment or of any. */
export async function listUntold(
  db: Db,
  flow: string,
  limit: number,
  appointment?: string,
): Promise<Untold[]> {
  const found = await db.client.execute({
    sql: `${SELECT} WHERE p.pending IS NOT NULL ${appointment ? 'AND p.appointment_id = ?' : ''} LIMIT ?`,
    args: [flow, ...(appointment ? [appointment] : []), limit],
  });
  return found.rows.map((row) => ({
    appointment: String(row.appointment_id),
    relativeId: String(row.relative_id),
    change: Number(row.pending),
    startsAt: Number(row.starts_at),
    state: String(row.state),
    place: String(row.place),
    smsPlace: String(row.sms_place),
    by: String(row.created_by),
    journeyId: row.journey_id === null ? undefined : String(row.journey_id),
  }));
}

/** The change one relative is still to be told of; null when there is none. */
export async function findPending(db: Db, appointment: string, relativeId: string): Promise<number | null> {
  const [row] = await db.orm
    .select({ pending: appointmentRelatives.pending })
    .from(appointmentRelatives)
    .where(
      and(
        eq(appointmentRelatives.appointmentId, appointment),
        eq(appointmentRelatives.relativeId, relativeId),
      ),
    );
  return row?.pending ?? null;
}

/** Nobody tells this relative of this change, and why; a newer change is told all the same. */
export const leaveUntold: Write<
  { appointment: string; relativeId: string; change: number; why: string | null },
  void
> = {
  name: 'leave-untold',
  statements: (items) => [
    {
      sql: `UPDATE appointment_relatives SET pending = NULL, why = ${at(3)} FROM json_each(?) e
        WHERE appointment_id = ${at(0)} AND relative_id = ${at(1)} AND pending = ${at(2)}`,
      args: [JSON.stringify(items.map((i) => [i.appointment, i.relativeId, i.change, i.why]))],
    },
  ],
  outcomes: (items) => items.map(() => undefined),
};
