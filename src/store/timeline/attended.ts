// The arrangements a relative was invited to, signed up for or came to.
import { sql } from 'drizzle-orm';
import type { Db } from '../open.ts';
import { eventInSight } from '../people/sight.ts';
import { inOrder, type Slice } from './places.ts';

/** One place at an arrangement, by when it begins; out of sight it is called by what an SMS may call it. Instants UTC ms. */
export type EventSlice = {
  id: string;
  key: string;
  at: number;
  eventId: string;
  title: string;
  place: string;
  /** Of the arrangement: open, held or cancelled. */
  state: string;
  moves: number;
  seat: string;
  since: number;
  invitedAt: number;
  guests: number;
  /** Sessions there were or are, and of them those they came to, and stayed away from. */
  sessions: number;
  came: number;
  missed: number;
  /** 1 for an arrangement of a unit in sight. */
  isSeen: number;
};

/** Also those to come. */
export const sliceEvents = ({ orm }: Db, slice: Slice) => {
  const key = sql`'event:' || a.id`;
  const isSeen = eventInSight(slice.sight, sql`ev.unit_id`);
  const noted = (came: number) => sql`(select count(*) from event_presences p
    join event_sessions s on s.event_id = ev.id and s.n = p.n and s.removed_at is null
    where p.attendance_id = a.id and p.came = ${came})`;
  return orm.all<EventSlice>(sql`select a.id, ${key} as key, ev.starts_at as at, ev.id as eventId,
      iif(${isSeen}, ev.title, ev.sms_title) as title, iif(${isSeen}, ev.place, ev.sms_place) as place, ev.state,
      ev.moves - (ev.state = 'cancelled') as moves, a.state as seat, a.since, a.created_at as invitedAt, a.guests,
      (select count(*) from event_sessions s where s.event_id = ev.id and s.removed_at is null) as sessions,
      ${noted(1)} as came, ${noted(0)} as missed, iif(${isSeen}, 1, 0) as isSeen
    from attendances a join events ev on ev.id = a.event_id and ev.state <> 'draft'
    where a.relative_id = ${slice.relativeId} ${inOrder(sql`ev.starts_at`, key, slice)}`);
};
