// Whom a group's rule fits, as a condition on a row of relatives.
import { and, inArray, type SQL, sql } from 'drizzle-orm';
import { underUnits } from '../people/under-units.ts';
import { relatives } from '../schema/people.ts';

/**
 * Everything that is named must fit; of a list one is enough. `units` take those under them along. `flow`: walks it now;
 * `step`: and waits at this step. `answer`: the newest answer to a question of a flow. `silentDays`: registered longer
 * than that, and not heard from since, by SMS, on the page, or in a registered conversation. `event`: how they stand to an
 * arrangement; `silent` was invited and has not answered, `missed` had a seat and was noted as away.
 */
export type GroupRule = {
  relations?: readonly string[] | undefined;
  areas?: readonly string[] | undefined;
  languages?: readonly string[] | undefined;
  units?: readonly string[] | undefined;
  flow?: string | undefined;
  step?: string | undefined;
  answer?: { flow: string; step: string; answer: string } | undefined;
  silentDays?: number | undefined;
  event?: { id: string; as: AtEvent } | undefined;
};

/** How somebody stands to an arrangement. */
export const AT_EVENT = ['coming', 'waiting', 'silent', 'declined', 'came', 'missed'] as const;
export type AtEvent = (typeof AT_EVENT)[number];

const DAY_MS = 86_400_000;

const walks = (flow: string, step: string | undefined): SQL => sql`exists (select 1 from journeys j
  where j.relative_id = ${relatives.id} and j.status = 'active' and j.flow_name = ${flow}
    and (${step ?? null} is null or j.step = ${step ?? null}))`;

const answered = ({ flow, step, answer }: NonNullable<GroupRule['answer']>): SQL => sql`${answer} = (
  select f.body ->> '$.answer' from journeys j join facts f on f.journey_id = j.id
  where j.relative_id = ${relatives.id} and j.flow_name = ${flow} and f.kind = 'answerRecorded' and f.step = ${step}
  order by j.started_at desc, f.version desc, f.n desc limit 1)`;

const silentSince = (at: number): SQL => sql`${relatives.createdAt} < ${at}
  and not exists (select 1 from replies p where p.relative_id = ${relatives.id} and p.received_at >= ${at})
  and not exists (select 1 from replies p
    where p.number_id = ${relatives.numberId} and p.relative_id is null and p.received_at >= ${at})
  and not exists (select 1 from page_messages m
    where m.relative_id = ${relatives.id} and m.at >= ${at} and m.from_staff = 0)
  and not exists (select 1 from contact_relatives cr join contacts c on c.id = cr.contact_id
    where cr.relative_id = ${relatives.id} and c.at >= ${at})`;

const STATES = { coming: 'yes', waiting: 'waiting', silent: 'invited', declined: 'no' } as const;

const noted = (came: number): SQL =>
  sql`exists (select 1 from event_presences p where p.attendance_id = a.id and p.came = ${came})`;

const stands = (as: AtEvent): SQL => {
  if (as === 'came') return noted(1);
  if (as === 'missed') return sql`a.state = 'yes' and ${noted(0)} and not ${noted(1)}`;
  return sql`a.state = ${STATES[as]}`;
};

const atEvent = ({ id, as }: NonNullable<GroupRule['event']>): SQL => sql`exists (select 1 from attendances a
  where a.event_id = ${id} and a.relative_id = ${relatives.id} and ${stands(as)})`;

/** The condition of a rule; days are counted back from `now`, UTC ms. */
export const fitsRule = (rule: GroupRule, now: number): SQL | undefined =>
  and(
    rule.relations && inArray(relatives.relation, [...rule.relations]),
    rule.areas && inArray(relatives.area, [...rule.areas]),
    rule.languages && inArray(relatives.language, [...rule.languages]),
    rule.units && underUnits(rule.units),
    rule.flow ? walks(rule.flow, rule.step) : undefined,
    rule.answer && answered(rule.answer),
    rule.event && atEvent(rule.event),
    rule.silentDays === undefined ? undefined : silentSince(now - rule.silentDays * DAY_MS),
  );
