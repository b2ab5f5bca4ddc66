// Whose records someone may see. Held in the statement that reads them, so that what is out of sight answers as if it were not there.
import { type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import type { Db } from '../open.ts';

/** Of which units (those under them included), and of shielded records only those where `staffId` is named. */
export type Sight = { staffId: string; units: 'all' | readonly string[] };

const ofUnits = ({ units }: Sight): SQL =>
  units === 'all'
    ? sql`true`
    : sql`seen_circle.unit_id in (select value from json_each(${JSON.stringify(units)}))`;

const ofShield = ({ staffId }: Sight): SQL => sql`(seen.shielded = 0 or exists
  (select 1 from relative_shields shield where shield.relative_id = seen.id and shield.staff_id = ${staffId}))`;

const seenBy = (sight: Sight, where: SQL): SQL => sql`exists (select 1 from relatives seen
  join circles seen_circle on seen_circle.id = seen.circle_id
  where ${where} and ${ofUnits(sight)} and ${ofShield(sight)})`;

/** True for a row whose relative is in sight, and for one that is about nobody. */
export const inSight = (sight: Sight, relativeId: SQLWrapper): SQL =>
  sql`(${relativeId} is null or ${seenBy(sight, sql`seen.id = ${relativeId}`)})`;

/** The same for what came from a number: someone reached there is in sight, or nobody is known there. */
export const numberInSight = (sight: Sight, relativeId: SQLWrapper, numberId: SQLWrapper): SQL =>
  sql`case when ${relativeId} is not null then ${seenBy(sight, sql`seen.id = ${relativeId}`)}
    else (${seenBy(sight, sql`seen.number_id = ${numberId}`)}
      or not exists (select 1 from relatives known where known.number_id = ${numberId})) end`;

/** True for a circle of one of the units. */
export const circleInSight = ({ units }: Sight, unitId: SQLWrapper): SQL =>
  units === 'all' ? sql`true` : sql`${unitId} in (select value from json_each(${JSON.stringify(units)}))`;

/** True for an arrangement of one of the units, and of the whole organisation. */
export const eventInSight = (sight: Sight, unitId: SQLWrapper): SQL =>
  sql`(${unitId} is null or ${circleInSight(sight, unitId)})`;

/** The same for an alert: one that asks to call of an arrangement (its step) is seen by who sees that. */
export const alertInSight = (
  sight: Sight,
  { relativeId, kind, step }: { relativeId: SQLWrapper; kind: SQLWrapper; step: SQLWrapper },
): SQL => sql`(${inSight(sight, relativeId)} and (${kind} <> 'event-calls' or exists (select 1 from events called
  where called.id = ${step} and ${eventInSight(sight, sql`called.unit_id`)})))`;

/** What can be asked for by its id. */
export type Seen =
  | 'relative'
  | 'journey'
  | 'reply'
  | 'alert'
  | 'message'
  | 'circle'
  | 'appointment'
  | 'contact'
  | 'counselling'
  | 'referral'
  | 'event';

const one = (table: SQL, id: string, condition: SQL): SQL =>
  sql`select 1 as found from ${table} it where it.id = ${id} and ${condition}`;

const itsRelative = sql`it.relative_id`;

/** What several relatives take part in is in sight when one of them is. */
const ofSome = (sight: Sight, table: SQL, key: SQL): SQL =>
  sql`exists (select 1 from ${table} part where part.${key} = it.id and ${seenBy(sight, sql`seen.id = part.relative_id`)})`;

const QUESTIONS: Record<Seen, (sight: Sight, id: string) => SQL> = {
  relative: (sight, id) =>
    one(sql`relatives`, id, sql`it.merged_into is null and ${seenBy(sight, sql`seen.id = it.id`)}`),
  journey: (sight, id) => one(sql`journeys`, id, inSight(sight, itsRelative)),
  reply: (sight, id) => one(sql`replies`, id, numberInSight(sight, itsRelative, sql`it.number_id`)),
  alert: (sight, id) =>
    one(
      sql`alerts`,
      id,
      alertInSight(sight, { relativeId: itsRelative, kind: sql`it.kind`, step: sql`it.step` }),
    ),
  message: (sight, id) => one(sql`messages`, id, inSight(sight, itsRelative)),
  circle: (sight, id) => one(sql`circles`, id, circleInSight(sight, sql`it.unit_id`)),
  appointment: (sight, id) =>
    one(sql`appointments`, id, ofSome(sight, sql`appointment_relatives`, sql`appointment_id`)),
  contact: (sight, id) => one(sql`contacts`, id, ofSome(sight, sql`contact_relatives`, sql`contact_id`)),
  counselling: (sight, id) => one(sql`counsellings`, id, circleInSight(sight, sql`it.unit_id`)),
  referral: (sight, id) => one(sql`referrals`, id, circleInSight(sight, sql`it.unit_id`)),
  event: (sight, id) => one(sql`events`, id, eventInSight(sight, sql`it.unit_id`)),
};

/** Whether this one is there and in sight. */
export async function isInSight({ orm }: Db, sight: Sight, what: Seen, id: string): Promise<boolean> {
  return (await orm.all<unknown>(QUESTIONS[what](sight, id))).length > 0;
}
