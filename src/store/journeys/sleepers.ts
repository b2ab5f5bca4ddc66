// The journeys that something sleeps in, page by page in the order in which it wakes, with what tells one kind from another.
import { sql } from 'drizzle-orm';
import type { Db } from '../open.ts';
import { inSight, type Sight } from '../people/sight.ts';

/** A journey in sight that something sleeps in. */
export type Sleeper = {
  journeyId: string;
  flowId: string;
  /** As it is stored: JSON. */
  state: string;
  eventId: string | undefined;
  eventTitle: string | undefined;
  relativeId: string;
  numberId: string | undefined;
  language: string;
  relation: string;
  area: string;
  ageBand: string;
  channel: string;
  shared: boolean;
  hours: string;
  /** Whether the relative came to the arrangement, where somebody noted it. */
  came: boolean | undefined;
  /** Whether an SMS can leave to the number. */
  takesSms: boolean;
};

/** Where a page ended: the next begins after it. */
export type SleeperCursor = { dueAt: number; line: number };

type Row = Record<string, string | number | null>;

const textOf = (value: string | number | null | undefined): string | undefined =>
  value === null || value === undefined ? undefined : String(value);

const toSleeper = (row: Row): Sleeper => ({
  journeyId: String(row.id),
  flowId: String(row.flow_id),
  state: String(row.state),
  eventId: textOf(row.event_id),
  eventTitle: textOf(row.event_title),
  relativeId: String(row.relative_id),
  numberId: textOf(row.number_id),
  language: String(row.language),
  relation: String(row.relation),
  area: String(row.area),
  ageBand: String(row.age_band),
  channel: String(row.channel),
  shared: row.shared === 1,
  hours: row.hours_from === null ? '' : `${row.hours_from}-${row.hours_to}`,
  came: row.came === null || row.came === undefined ? undefined : row.came === 1,
  takesSms: row.takes_sms === 1,
});

/**
 * A page of timers that are due before `until`, UTC ms, as the journeys in sight they belong to; one with two timers may
 * come twice. Reads `limit` timers, whoever they are about; `next` is absent after the last.
 */
export async function listSleepers(
  { orm }: Db,
  sight: Sight,
  page: { until: number; after: SleeperCursor; limit: number },
): Promise<{ sleepers: Sleeper[]; next?: SleeperCursor }> {
  const { until, after, limit } = page;
  const rows = await orm.all<Row>(sql`select t.line, t.due_at, j.id, j.flow_id, j.state,
      e.id as event_id, e.title as event_title, (select max(p.came) from attendances a
        join event_presences p on p.attendance_id = a.id
        where a.event_id = e.id and a.relative_id = j.relative_id) as came,
      r.id as relative_id, r.number_id, r.language, r.relation, r.area, r.age_band, r.channel, r.hours_from, r.hours_to,
      coalesce(n.shared, 0) as shared,
      (n.id is not null and n.stopped_at is null and n.wrong_at is null and r.only_call = 0) as takes_sms
    from (select rowid as line, journey_id, due_at from timers indexed by timers_due
        where held = 0 and due_at < ${until} and (due_at, rowid) > (${after.dueAt}, ${after.line})
        order by due_at, rowid limit ${limit}) t
      cross join journeys j on j.id = t.journey_id
      left join relatives r on r.id = j.relative_id and ${inSight(sight, sql`r.id`)}
      left join numbers n on n.id = r.number_id
      left join events e on j.subject <> '' and e.id = j.subject
    order by t.due_at, t.line`);
  const last = rows.at(-1);
  const sleepers = rows.filter((row) => row.relative_id !== null).map(toSleeper);
  if (rows.length < limit || !last) return { sleepers };
  return { sleepers, next: { dueAt: Number(last.due_at), line: Number(last.line) } };
}
