// What happened around a relative: turns of journeys, alerts, appointments, conversations, referrals, and what staff did.
import { sql } from 'drizzle-orm';
import type { Fact } from '../../journey/engine/facts.ts';
import type { Db } from '../open.ts';
import { inOrder, type Slice } from './places.ts';

export type TurnSlice = { journeyId: string; flowId: string; version: number; key: string; at: number };

/** The turns of all journeys of the relative. */
export const sliceTurns = ({ orm }: Db, slice: Slice) => {
  const key = sql`'journey:' || f.journey_id || '.' || printf('%06d', f.version)`;
  return orm.all<TurnSlice>(sql`select f.journey_id as journeyId, j.flow_id as flowId, f.version, ${key} as key, f.at
    from journeys j join facts f on f.journey_id = j.id and f.n = 0
    where j.relative_id = ${slice.relativeId} ${inOrder(sql`f.at`, key, slice)}`);
};

/** The facts of these turns, in order, by the turn's key. */
export async function listFactsOf({ orm }: Db, turns: readonly TurnSlice[]): Promise<Map<string, Fact[]>> {
  const facts = new Map<string, Fact[]>(turns.map(({ key }) => [key, []]));
  if (turns.length === 0) return facts;
  const wanted = JSON.stringify(turns.map(({ journeyId, version, key }) => [journeyId, version, key]));
  const rows = await orm.all<{ key: string; kind: string; at: number; body: string }>(sql`
    select e.value ->> '$[2]' as key, f.kind, f.at, f.body from json_each(${wanted}) e
      join facts f on f.journey_id = e.value ->> '$[0]' and f.version = e.value ->> '$[1]' order by e.key, f.n`);
  for (const { key, kind, at, body } of rows) {
    const rest = JSON.parse(body) as Record<string, unknown>;
    facts.get(key)?.push({ text: '', ...rest, kind, at } as unknown as Fact);
  }
  return facts;
}

export type AlertSlice = {
  id: string;
  key: string;
  at: number;
  kind: string;
  textSealed: string;
  status: string;
  doneAt: number | null;
  doneBy: string | null;
};

/** What a person was asked to look at. */
export const sliceAlerts = ({ orm }: Db, slice: Slice) =>
  orm.all<AlertSlice>(sql`select a.id, 'alert:' || a.id as key, a.raised_at as at, a.kind, a.text_sealed as textSealed,
      a.status, a.done_at as doneAt, a.done_by as doneBy
    from alerts a where a.relative_id = ${slice.relativeId}
    ${inOrder(sql`a.raised_at`, sql`'alert:' || a.id`, slice)}`);

export type AppointmentSlice = {
  id: string;
  key: string;
  at: number;
  minutes: number;
  place: string;
  state: string;
  moves: number;
  advisorId: string;
  answer: string | null;
  answeredAt: number | null;
};

/** Appointments by when they are, also those to come. */
export const sliceAppointments = ({ orm }: Db, slice: Slice) =>
  orm.all<AppointmentSlice>(sql`select a.id, 'appointment:' || a.id as key, a.starts_at as at, a.minutes, a.place, a.state,
      a.moves, a.advisor_id as advisorId, p.answer, p.answered_at as answeredAt
    from appointment_relatives p join appointments a on a.id = p.appointment_id
    where p.relative_id = ${slice.relativeId} ${inOrder(sql`a.starts_at`, sql`'appointment:' || a.id`, slice)}`);

export type ContactSlice = {
  id: string;
  key: string;
  at: number;
  minutes: number;
  kind: string;
  place: string;
  level: string;
  themes: string;
  outcome: string;
  followUp: string;
  noteSealed: string | null;
  confirmedAt: number | null;
  advisorId: string;
};

/** Registered conversations. */
export const sliceContacts = ({ orm }: Db, slice: Slice) =>
  orm.all<ContactSlice>(sql`select c.id, 'contact:' || c.id as key, c.at, c.minutes, c.kind, c.place, c.level, c.themes,
      c.outcome, c.follow_up as followUp, c.note_sealed as noteSealed, c.confirmed_at as confirmedAt,
      c.advisor_id as advisorId
    from contact_relatives p join contacts c on c.id = p.contact_id
    where p.relative_id = ${slice.relativeId} ${inOrder(sql`c.at`, sql`'contact:' || c.id`, slice)}`);

export type ReferralSlice = {
  id: string;
  key: string;
  at: number;
  title: string;
  by: string | null;
  way: 'in' | 'out';
};

/** Who was referred to us, and what the relative was shown the way to. */
export const sliceReferrals = ({ orm }: Db, slice: Slice) =>
  orm.all<ReferralSlice>(sql`select * from (
      select r.id, 'referral:' || r.id as key, r.received_at as at, coalesce(s.title, '') as title,
        r.settled_by as "by", 'in' as way
      from referrals r left join sources s on s.id = r.source_id where r.relative_id = ${slice.relativeId}
      union all
      select g.id, 'referral:' || g.id, g.at, coalesce(o.title, ''), g."by", 'out'
      from signposted g left join offers o on o.id = g.offer_id where g.relative_id = ${slice.relativeId}) as it
    where true ${inOrder(sql`it.at`, sql`it.key`, slice)}`);

export type LedgerSlice = {
  key: string;
  at: number;
  kind: string;
  actor: string;
  purpose: string | null;
  body: string;
};

/** What other entries tell already, and mere looks, which `sliceLooks` gives. */
const TOLD = [
  'relative.viewed',
  'journey.started',
  'journey.ended',
  'journey.paused',
  'journey.resumed',
  'journey.skipped',
];
const CONSENTS = ['consent.given', 'consent.withdrawn'];
const OF_CIRCLES = [
  'circle.paused',
  'circle.dead',
  'circle.released',
  'circle.noted',
  'circle.moved',
  'circle.consent-withdrawn',
];

const json = (all: readonly string[]) => sql`(select value from json_each(${JSON.stringify(all)}))`;

/** Entries about the relative, of this record and of those that were merged into it. */
const isOf = ({ relativeId }: Slice) => sql`l.relative_id in (
  select ${relativeId} union all select m.id from relatives m where m.merged_into = ${relativeId})`;

export type LookSlice = { key: string; at: number; purpose: string | null };

/** Looks at the record, by whom left out: GDPR art. 15 asks for dates and purposes, not for the employee's name. */
export const sliceLooks = ({ orm }: Db, slice: Slice) => {
  const key = sql`'look:' || printf('%012d', l.seq)`;
  return orm.all<LookSlice>(sql`select ${key} as key, l.at, l.purpose from ledger l
    where ${isOf(slice)} and l.kind = 'relative.viewed' ${inOrder(sql`l.at`, key, slice)}`);
};

/** Consents given and withdrawn. */
export const sliceConsents = ({ orm }: Db, slice: Slice) => {
  const key = sql`'consent:' || printf('%012d', l.seq)`;
  return orm.all<LedgerSlice>(sql`select ${key} as key, l.at, l.kind, l.actor, l.purpose, l.body from ledger l
    where ${isOf(slice)} and l.kind in ${json(CONSENTS)} ${inOrder(sql`l.at`, key, slice)}`);
};

/** What staff did to the relative or the circle, as the ledger has it. */
export const sliceChanges = ({ orm }: Db, slice: Slice) => {
  const key = sql`'change:' || printf('%012d', it.seq)`;
  return orm.all<LedgerSlice>(sql`select ${key} as key, it.at, it.kind, it.actor, it.purpose, it.body from (
      select l.* from ledger l where ${isOf(slice)}
        and l.kind not in ${json([...TOLD, ...CONSENTS])}
      union all
      select l.* from ledger l where l.relative_id is null and l.kind in ${json(OF_CIRCLES)}
        and l.subject = (select circle_id from relatives where id = ${slice.relativeId})) as it
    where true ${inOrder(sql`it.at`, key, slice)}`);
};
