// What waits for a person, and what the house does next: each list by an index, oldest or soonest first, a page at a time.
import { and, asc, eq, inArray, isNotNull, isNull, type SQL, sql } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { Db, Reads } from '../open.ts';
import { alertInSight, circleInSight, inSight, numberInSight, type Sight } from '../people/sight.ts';
import { referrals } from '../schema/care.ts';
import { units } from '../schema/house.ts';
import { flows, journeys, timers } from '../schema/journeys.ts';
import { alerts, messages, replies } from '../schema/messages.ts';
import { circles, numbers, relatives } from '../schema/people.ts';

/** A place in a list that is sorted by time: what stands after it comes later. */
export type TimeCursor = { at: number; id: string };

/** A page of a list; `sight` keeps to what someone may see. */
export type PageOf = { after?: TimeCursor; limit: number; sight?: Sight };

const seen = (sight: Sight | undefined, relativeId: SQLiteColumn): SQL | undefined =>
  sight && inSight(sight, relativeId);

/** What a list shows of an alert. */
export const alertColumns = {
  id: alerts.id,
  kind: alerts.kind,
  audience: alerts.audience,
  urgent: alerts.urgent,
  step: alerts.step,
  textSealed: alerts.textSealed,
  raisedAt: alerts.raisedAt,
  relativeId: alerts.relativeId,
  journeyId: alerts.journeyId,
  messageId: alerts.messageId,
  replyId: alerts.replyId,
  nameSealed: relatives.nameSealed,
};

/** Open alerts, urgent ones or the others, the oldest first. */
export const listOpenAlerts = (db: Db, urgent: boolean, page: PageOf) =>
  db.orm
    .select(alertColumns)
    .from(alerts)
    .leftJoin(relatives, eq(relatives.id, alerts.relativeId))
    .where(
      and(
        eq(alerts.status, 'open'),
        eq(alerts.urgent, urgent ? 1 : 0),
        page.sight && alertInSight(page.sight, alerts),
        page.after && sql`(${alerts.raisedAt}, ${alerts.id}) > (${page.after.at}, ${page.after.id})`,
      ),
    )
    .orderBy(asc(alerts.raisedAt), asc(alerts.id))
    .limit(page.limit);

/** Open alerts about what the house could not carry out itself, the oldest first. */
export const listBroken = (db: Db, limit: number) =>
  db.orm
    .select(alertColumns)
    .from(alerts)
    .leftJoin(relatives, eq(relatives.id, alerts.relativeId))
    .where(
      and(
        eq(alerts.status, 'open'),
        eq(alerts.urgent, 1),
        inArray(alerts.kind, ['broken', 'broadcast-broken']),
      ),
    )
    .orderBy(asc(alerts.raisedAt), asc(alerts.id))
    .limit(limit);

export type ListedAlert = Awaited<ReturnType<typeof listOpenAlerts>>[number];

/** Replies that wait for a person, the oldest first. */
export const listWaitingReplies = (db: Db, page: PageOf) =>
  db.orm
    .select({
      id: replies.id,
      numberId: replies.numberId,
      relativeId: replies.relativeId,
      textSealed: replies.textSealed,
      meaning: replies.meaning,
      masked: replies.masked,
      receivedAt: replies.receivedAt,
      nameSealed: relatives.nameSealed,
    })
    .from(replies)
    .leftJoin(relatives, eq(relatives.id, replies.relativeId))
    .where(
      and(
        eq(replies.status, 'waiting'),
        page.sight && numberInSight(page.sight, replies.relativeId, replies.numberId),
        page.after && sql`(${replies.receivedAt}, ${replies.id}) > (${page.after.at}, ${page.after.id})`,
      ),
    )
    .orderBy(asc(replies.receivedAt), asc(replies.id))
    .limit(page.limit);

export type ListedReply = Awaited<ReturnType<typeof listWaitingReplies>>[number];

const messageColumns = {
  id: messages.id,
  relativeId: messages.relativeId,
  journeyId: messages.journeyId,
  step: messages.step,
  textKey: messages.textKey,
  channel: messages.channel,
  sender: messages.sender,
  status: messages.status,
  textSealed: messages.textSealed,
  segments: messages.segments,
  attempts: messages.attempts,
  dueAt: messages.dueAt,
  nameSealed: relatives.nameSealed,
  flowId: journeys.flowId,
  openStep: journeys.step,
  awaiting: journeys.awaiting,
  phoneId: numbers.id,
  phoneSealed: numbers.numberSealed,
  hoursFrom: relatives.hoursFrom,
  hoursTo: relatives.hoursTo,
};

const selectMessages = ({ orm }: Pick<Reads, 'orm'>, where: SQL | undefined) =>
  orm
    .select(messageColumns)
    .from(messages)
    .leftJoin(relatives, eq(relatives.id, messages.relativeId))
    .leftJoin(numbers, eq(numbers.id, relatives.numberId))
    .leftJoin(journeys, eq(journeys.id, messages.journeyId))
    .where(where);

/** Which tasks a list shows: of the relatives one advisor has, of one channel, due until an instant. */
export type TaskFilter = { advisorId?: string; channel?: 'ring' | 'brev'; until?: number };

/** Calls to make and letters to send, the oldest first. */
export const listTasks = (db: Db, page: PageOf & TaskFilter) =>
  selectMessages(
    db,
    and(
      sql`${messages.status} = 'todo'`,
      page.advisorId ? eq(relatives.advisorId, page.advisorId) : undefined,
      page.channel ? eq(messages.channel, page.channel) : undefined,
      page.until === undefined ? undefined : sql`${messages.dueAt} < ${page.until}`,
      seen(page.sight, messages.relativeId),
      page.after && sql`(${messages.dueAt}, ${messages.id}) > (${page.after.at}, ${page.after.id})`,
    ),
  )
    .orderBy(asc(messages.dueAt), asc(messages.id))
    .limit(page.limit);

export type ListedMessage = Awaited<ReturnType<typeof listTasks>>[number];

/** One call, letter or SMS as the lists show it. */
export const findListedMessage = async (db: Db, id: string): Promise<ListedMessage | undefined> =>
  (await selectMessages(db, eq(messages.id, id)).limit(1))[0];

/** Messages of which nobody knows yet whether they left. */
export const listUnknownMessages = (db: Db, limit: number, sight: Sight) =>
  selectMessages(
    db,
    and(
      sql`${messages.status} in ('sending', 'unknown') and ${messages.status} = 'unknown'`,
      inSight(sight, messages.relativeId),
    ),
  )
    .orderBy(asc(messages.intentAt))
    .limit(limit);

/** The messages that leave next, those put off after a refusal included, the soonest due first; may be a moment old. */
export async function listNextMessages(db: Db, limit: number, sight: Sight): Promise<ListedMessage[]> {
  const { status, sender, lane, retryAt, dueAt } = messages;
  const isDue = and(sql`${status} = 'due'`, inSight(sight, messages.relativeId));
  const list = (where: SQL | undefined, by: SQLiteColumn) =>
    selectMessages(db.reads, and(isDue, where)).orderBy(asc(by)).limit(limit);
  const found = await Promise.all(
    ['name', 'number'].flatMap((name) => [
      ...[0, 1, 2].map((n) => list(and(isNull(retryAt), eq(sender, name), eq(lane, n)), dueAt)),
      list(and(isNotNull(retryAt), eq(sender, name)), retryAt),
    ]),
  );
  return found
    .flat()
    .sort((a, b) => a.dueAt - b.dueAt)
    .slice(0, limit);
}

/** The next instants at which a journey goes on by itself, the soonest first; may be a moment old. */
export const listNextTimers = (db: Db, limit: number, sight: Sight) =>
  db.reads.orm
    .select({
      journeyId: timers.journeyId,
      name: timers.name,
      dueAt: timers.dueAt,
      step: journeys.step,
      flowTitle: flows.title,
      relativeId: journeys.relativeId,
      nameSealed: relatives.nameSealed,
    })
    .from(timers)
    .innerJoin(journeys, eq(journeys.id, timers.journeyId))
    .innerJoin(flows, eq(flows.id, journeys.flowId))
    .innerJoin(relatives, eq(relatives.id, journeys.relativeId))
    .where(and(sql`${timers.held} = 0`, inSight(sight, journeys.relativeId)))
    .orderBy(asc(timers.dueAt))
    .limit(limit);

/** Circles that are paused or whose cared-for person has died, the latest first. */
export const listHeldCircles = (db: Db, limit: number, sight: Sight) =>
  db.orm
    .select({
      id: circles.id,
      code: circles.code,
      state: circles.state,
      stateAt: circles.stateAt,
      unitName: units.name,
    })
    .from(circles)
    .leftJoin(units, eq(units.id, circles.unitId))
    .where(and(sql`${circles.state} <> 'alive'`, circleInSight(sight, circles.unitId)))
    .orderBy(sql`${circles.stateAt} desc`)
    .limit(limit);

/** How much waits, each counted no further than `most`; may be a moment old. */
export async function countWaiting(
  { reads: { orm } }: Db,
  most: number,
  sight: Sight,
): Promise<{ alerts: number; tasks: number; referrals: number }> {
  const count = (list: SQL): SQL => sql`(select count(*) from (select 1 ${list} limit ${most}))`;
  return orm.get(sql`select
    ${count(sql`from ${alerts} where ${alerts.status} = 'open' and ${alertInSight(sight, alerts)}`)} as alerts,
    ${count(sql`from ${messages} where ${messages.status} = 'todo' and ${inSight(sight, messages.relativeId)}`)} as tasks,
    ${count(sql`from ${referrals} where ${referrals.status} = 'waiting' and ${circleInSight(sight, referrals.unitId)}`)} as referrals`);
}

/** Whose alert it is and whether it is open. */
export const findAlertState = async (db: Db, id: string) =>
  (
    await db.orm
      .select({ relativeId: alerts.relativeId, status: alerts.status, kind: alerts.kind, step: alerts.step })
      .from(alerts)
      .where(eq(alerts.id, id))
      .limit(1)
  )[0];
