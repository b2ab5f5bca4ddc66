// How far the journeys of one flow came, counted by the database from facts, messages and links. The cost follows the journeys begun in the period;
// they may be a moment old.
import type { Db } from '../open.ts';

const BEGUN = `with begun as (select j.id, j.relative_id, j.status, j.hold, j.state, j.started_at, j.ended_at
  from flows f join journeys j on j.flow_id = f.id where f.name = ?1 and j.started_at >= ?2)`;

/** Journeys per step: how many have at least one of each. */
export type StepCount = { step: string; what: string; journeys: number };

/** For every step: entered, skipped, reminded, answered, silent, sent, delivered, failed, opened. */
export async function listStepCounts(db: Db, flow: string, since: number): Promise<StepCount[]> {
  const found = await db.reads.client.execute({
    sql: `${BEGUN}, told as (
        select f.journey_id, f.step, case f.kind
            when 'stepEntered' then 'entered' when 'stepSkipped' then 'skipped' when 'reminded' then 'reminded'
            else case when f.body->>'by' = 'silence' then 'silent' else 'answered' end end as what
          from begun b join facts f on f.journey_id = b.id
          where f.kind in ('stepEntered', 'stepSkipped', 'reminded', 'answerRecorded')
        union all
        select m.journey_id, m.step, 'sent' from begun b join messages m on m.journey_id = b.id
          where m.status in ('sent', 'delivered', 'undelivered', 'done')
        union all
        select m.journey_id, m.step, case when m.status in ('delivered', 'done') then 'delivered' else 'failed' end
          from begun b join messages m on m.journey_id = b.id
          where m.status in ('delivered', 'done', 'undelivered', 'failed', 'expired')
        union all
        select l.journey_id, l.step, 'opened' from begun b join links l on l.journey_id = b.id
          where l.opened_at is not null)
      select step, what, count(distinct journey_id) as journeys from told where step is not null group by step, what`,
    args: [flow, since],
  });
  return found.rows.map((row) => ({
    step: String(row.step),
    what: String(row.what),
    journeys: Number(row.journeys),
  }));
}

/** What became of the journeys begun in the period: running, held, and ended by reason. */
export async function listEndings(db: Db, flow: string, since: number) {
  const found = await db.reads.client.execute({
    sql: `${BEGUN} select case when status = 'ended' then 'ended' when hold is not null then 'held' else 'running' end as what,
        state->>'endedBecause' as reason, count(*) as journeys from begun group by 1, 2 order by 3 desc`,
    args: [flow, since],
  });
  return found.rows.map((row) => ({
    what: String(row.what),
    reason: row.reason === null ? undefined : String(row.reason),
    journeys: Number(row.journeys),
  }));
}

/** Replies a person answered while the relative was in the flow, and the mean and longest wait in ms. */
export async function countHumanAnswers(db: Db, flow: string, since: number) {
  const found = await db.reads.client.execute({
    sql: `${BEGUN} select count(distinct r.id) as answers, avg(r.settled_at - r.received_at) as mean,
        max(r.settled_at - r.received_at) as longest
      from begun b join replies r on r.relative_id = b.relative_id
      where r.status = 'answered' and r.received_at >= b.started_at
        and (b.ended_at is null or r.received_at <= b.ended_at)`,
    args: [flow, since],
  });
  const row = found.rows[0];
  return {
    answers: Number(row?.answers ?? 0),
    meanMs: row?.mean == null ? undefined : Number(row.mean),
    longestMs: row?.longest == null ? undefined : Number(row.longest),
  };
}
