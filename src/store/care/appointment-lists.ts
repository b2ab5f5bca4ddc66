// How the desk reads appointments: by their time, each with those who come.
import { type SQL, sql } from 'drizzle-orm';
import type { Db } from '../open.ts';
import { inSight, type Sight } from '../people/sight.ts';

/** One appointment; `detailsSealed` opens at `appointments.details:<id>`. Instants UTC ms. */
export type ListedAppointment = {
  id: string;
  startsAt: number;
  minutes: number;
  place: string;
  smsPlace: string;
  detailsSealed: string | null;
  advisorId: string;
  state: string;
  moves: number;
  contactId: string | null;
};

/** Who comes to one; `nameSealed` is null for a relative out of sight. */
export type Appointee = {
  appointmentId: string;
  relativeId: string;
  nameSealed: string | null;
  channel: string;
  answer: string | null;
  pending: number | null;
  why: string | null;
  journeyId: string | null;
};

const columns = sql`a.id, a.starts_at as startsAt, a.minutes, a.place, a.sms_place as smsPlace,
  a.details_sealed as detailsSealed, a.advisor_id as advisorId, a.state, a.moves, a.contact_id as contactId`;

const seen = (sight: Sight): SQL => sql`exists (select 1 from appointment_relatives part
  where part.appointment_id = a.id and ${inSight(sight, sql`part.relative_id`)})`;

/** Which appointments: those that begin in a span of time, of one advisor or all, in some states or any, soonest first. */
export type AppointmentQuery = {
  from: number;
  to: number;
  advisorId?: string;
  states?: readonly string[];
  /** What stands after this one in the list. */
  after?: { at: number; id: string };
  sight: Sight;
  limit: number;
};

export const listAppointmentRows = ({ orm }: Db, query: AppointmentQuery): Promise<ListedAppointment[]> => {
  const { from, to, advisorId, states, after, sight, limit } = query;
  const mine = advisorId ? sql`and a.advisor_id = ${advisorId}` : sql``;
  const inState = states
    ? sql`and a.state in (select value from json_each(${JSON.stringify(states)}))`
    : sql``;
  const later = after ? sql`and (a.starts_at, a.id) > (${after.at}, ${after.id})` : sql``;
  return orm.all<ListedAppointment>(sql`select ${columns} from appointments a
    where a.starts_at >= ${from} and a.starts_at < ${to} ${mine} ${inState} ${later} and ${seen(sight)}
    order by a.starts_at, a.id limit ${limit}`);
};

/** The appointments of one relative, the latest first. */
export const listAppointmentsOf = ({ orm }: Db, relativeId: string, limit: number) =>
  orm.all<ListedAppointment>(sql`select ${columns} from appointment_relatives part
    join appointments a on a.id = part.appointment_id where part.relative_id = ${relativeId}
    order by a.starts_at desc, a.id limit ${limit}`);

/** One appointment. */
export const findAppointmentRow = async ({ orm }: Db, id: string): Promise<ListedAppointment | undefined> =>
  (await orm.all<ListedAppointment>(sql`select ${columns} from appointments a where a.id = ${id}`))[0];

/** Everyone who comes to these appointments, named where in sight. */
export const listAppointees = ({ orm }: Db, ids: readonly string[], sight: Sight): Promise<Appointee[]> =>
  orm.all<Appointee>(sql`select p.appointment_id as appointmentId, p.relative_id as relativeId, p.answer, p.pending,
      p.why, p.journey_id as journeyId, r.channel,
      case when ${inSight(sight, sql`p.relative_id`)} then r.name_sealed end as nameSealed
    from appointment_relatives p join relatives r on r.id = p.relative_id
    where p.appointment_id in (select value from json_each(${JSON.stringify(ids)})) order by r.created_at, r.id`);

/** The journeys about an appointment that still run. */
export async function listJourneysAbout({ orm }: Db, appointment: string): Promise<string[]> {
  const rows = await orm.all<{ id: string }>(sql`select j.id from appointment_relatives p
    join journeys j on j.id = p.journey_id where p.appointment_id = ${appointment} and j.status <> 'ended'`);
  return rows.map(({ id }) => id);
}
