import { and, inArray, ne } from 'drizzle-orm';
import type { State } from '../../journey/engine/state.ts';
import { mostGuests } from '../events/seats.ts';
import { type Find, gather } from '../gather.ts';
import type { Db } from '../open.ts';
import { journeys } from '../schema/journeys.ts';
import { unseal } from '../seal.ts';

/** Where an appointment takes place: the kind of place, and what an SMS may say of it. */
export type Meeting = { place: string; smsPlace: string };

/** An arrangement a journey is about; instants UTC ms. */
export type EventFacts = {
  id: string;
  title: string;
  smsTitle: string;
  /** `video` where one joins by video. */
  place: string;
  smsPlace: string;
  remindDays: number[];
  lockHours: number;
  signUpUntil: number | null;
  /** The most guests each may bring, never more than there are seats beside their own. */
  guests: number;
  /** 1 when the relative came, 0 when not, null where nobody noted it; of a course, to any part. */
  came?: number | null;
};

/** A journey with what its next turn must know of its relative. */
export type LoadedJourney = {
  id: string;
  flowId: string;
  flowName: string;
  relativeId: string;
  numberId: string | undefined;
  circleState: string;
  version: number;
  state: State;
  startedBy: string | undefined;
  tiltale: string;
  language: string;
  relation: string;
  area: string;
  ageBand: string;
  channel: string;
  sharedPhone: boolean;
  /** When an SMS suits best, minutes of the wall-clock day. */
  hours?: { from: number; to: number };
  /** The appointment it is about, or empty, and what is known of the place. */
  subject: string;
  meeting?: Meeting;
  /** The arrangements it is about, by their anchors. */
  events?: Record<string, EventFacts>;
};

/** An arrangement as JSON. */
export const EVENT_FACTS = `json_object('id', v.id, 'title', v.title, 'smsTitle', v.sms_title,
  'place', iif(v.video_sealed IS NULL, '', 'video'), 'smsPlace', v.sms_place, 'remindDays', json(v.remind_days),
  'lockHours', v.lock_hours, 'signUpUntil', v.sign_up_until,
  'guests', ${mostGuests('v')})`;

const CAME = `(SELECT max(p.came) FROM attendances t JOIN event_presences p ON p.attendance_id = t.id
  WHERE t.event_id = v.id AND t.relative_id = j.relative_id)`;

const EVENTS = `(SELECT json_group_object(x.key, json_set(${EVENT_FACTS}, '$.came', ${CAME}))
  FROM json_each(iif(json_valid(j.state), j.state, '{}'), '$.events') x JOIN events v ON v.id = x.value ->> '$.id')`;

const SELECT = `SELECT j.id, j.flow_id, j.flow_name, j.relative_id, j.version, j.state, j.started_by,
    r.number_id, r.tiltale_sealed, r.language, r.relation, r.area, r.age_band, r.channel, r.hours_from, r.hours_to,
    COALESCE(n.shared, 0) AS shared, c.state AS circle_state,
    j.subject, a.place, a.sms_place, ${EVENTS} AS events
  FROM journeys j JOIN relatives r ON r.id = j.relative_id JOIN circles c ON c.id = r.circle_id
    LEFT JOIN numbers n ON n.id = r.number_id LEFT JOIN appointments a ON a.id = j.subject`;

type Row = Record<string, unknown>;
type Reading = Pick<Db, 'client' | 'keys'>;

/** What a journey knows of its relative, whether it runs or is to begin. */
const toPerson = (db: Reading, relativeId: string, row: Row) => ({
  numberId: row.number_id === null ? undefined : String(row.number_id),
  circleState: String(row.circle_state),
  tiltale: unseal(db.keys, `relatives.tiltale:${relativeId}`, String(row.tiltale_sealed)),
  language: String(row.language),
  relation: String(row.relation),
  area: String(row.area),
  ageBand: String(row.age_band),
  channel: String(row.channel),
  sharedPhone: row.shared === 1,
  ...(row.hours_from === null || row.hours_to === null
    ? {}
    : { hours: { from: Number(row.hours_from), to: Number(row.hours_to) } }),
});

const toJourney = (db: Reading, row: Row): LoadedJourney => ({
  id: String(row.id),
  flowId: String(row.flow_id),
  flowName: String(row.flow_name),
  relativeId: String(row.relative_id),
  version: Number(row.version),
  state: JSON.parse(String(row.state)) as State,
  startedBy: row.started_by === null ? undefined : String(row.started_by),
  ...toPerson(db, String(row.relative_id), row),
  subject: String(row.subject),
  ...(row.place === null ? {} : { meeting: { place: String(row.place), smsPlace: String(row.sms_place) } }),
  ...(row.events === '{}' ? {} : { events: JSON.parse(String(row.events)) as Record<string, EventFacts> }),
});

/** Makes the finder of one journey: calls of one moment share a select; a journey that cannot be read fails its own caller alone. */
export function gatherJourneys(db: Reading): Find<string, LoadedJourney> {
  const findRow = gather(async (ids: string[]): Promise<Map<string, Row>> => {
    const found = await db.client.execute({
      sql: `${SELECT} WHERE j.id IN (SELECT value FROM json_each(?))`,
      args: [JSON.stringify(ids)],
    });
    return new Map(found.rows.map((row) => [String(row.id), row]));
  });
  return async (id) => {
    const row = await findRow(id);
    return row && toJourney(db, row);
  };
}

/** The running journeys of everyone who is reached at this number. */
export async function loadJourneysOfNumber(db: Db, numberId: string): Promise<LoadedJourney[]> {
  const found = await db.client.execute({
    sql: `${SELECT} WHERE r.number_id = ? AND j.status <> 'ended' ORDER BY j.started_at`,
    args: [numberId],
  });
  return found.rows.map((row) => toJourney(db, row));
}

/** The ids of the running journeys of these relatives. */
export async function listRunningJourneys(db: Db, relativeIds: readonly string[]): Promise<string[]> {
  if (relativeIds.length === 0) return [];
  const rows = await db.orm
    .select({ id: journeys.id })
    .from(journeys)
    .where(and(inArray(journeys.relativeId, [...relativeIds]), ne(journeys.status, 'ended')));
  return rows.map((row) => row.id);
}

/** What a new journey must know of the relative it begins for. */
export type Beginning = Omit<
  LoadedJourney,
  'id' | 'flowId' | 'flowName' | 'version' | 'state' | 'startedBy' | 'subject' | 'meeting' | 'events'
> & {
  minor: boolean;
  consentCheckedOn: string | undefined;
  stopped: boolean;
  wrong: boolean;
  guardianNoted: boolean;
};

const SELECT_BEGINNING = `SELECT r.*, COALESCE(n.shared, 0) AS shared, n.stopped_at, n.wrong_at,
    c.state AS circle_state, c.consent_checked_on
  FROM relatives r JOIN circles c ON c.id = r.circle_id LEFT JOIN numbers n ON n.id = r.number_id
  WHERE r.id IN (SELECT value FROM json_each(?))`;

/** Makes the finder of what a journey begins with; calls of one moment share a select. */
export function gatherBeginnings(db: Reading): Find<string, Beginning> {
  const findRow = gather(async (ids: string[]): Promise<Map<string, Row>> => {
    const found = await db.client.execute({ sql: SELECT_BEGINNING, args: [JSON.stringify(ids)] });
    return new Map(found.rows.map((row) => [String(row.id), row]));
  });
  return async (id) => {
    const row = await findRow(id);
    return row && toBeginning(db, row);
  };
}

const toBeginning = (db: Reading, row: Row): Beginning => ({
  relativeId: String(row.id),
  consentCheckedOn: row.consent_checked_on === null ? undefined : String(row.consent_checked_on),
  ...toPerson(db, String(row.id), row),
  minor: row.minor === 1,
  guardianNoted: row.guardian_sealed !== null,
  stopped: row.stopped_at !== null,
  wrong: row.wrong_at !== null,
});
