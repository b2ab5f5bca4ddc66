// Who came to which session, as somebody noted it.
import type { Statement, Write } from '../lane.ts';
import { type Noted, noting, wasNoted } from '../noting.ts';
import { at } from '../rows.ts';

/** `seen` is what was noted when the list was shown: 1, 0, or null for nothing; `came` null takes the note back. */
export type PresenceNote = {
  eventId: string;
  attendanceId: string;
  n: number;
  came: 0 | 1 | null;
  seen: 0 | 1 | null;
  at: number;
  by: string;
} & Noted;

/** As it was seen, of an arrangement that was not cancelled, and a session that has come so near. */
const asSeen = (
  attendance = '',
  event = '',
  n = '',
  seen = '',
  until = '',
): string => `JOIN events ev ON ev.id = ${event}
    AND ev.state IN ('open', 'held')
  JOIN attendances a ON a.id = ${attendance} AND a.event_id = ev.id
  JOIN event_sessions s ON s.event_id = ev.id AND s.n = ${n} AND s.starts_at <= ${until} AND s.removed_at IS NULL
  LEFT JOIN event_presences p ON p.attendance_id = a.id AND p.n = s.n
  WHERE p.came IS nullif(${seen}, '')`;

const EARLY_MS = 3 * 3_600_000;

const packed = (i: PresenceNote): [string] => [
  JSON.stringify([[i.attendanceId, i.eventId, i.n, i.seen ?? '', i.at + EARLY_MS, i.came, i.at, i.by]]),
];

const SEEN = asSeen(at(0), at(1), at(2), at(3), at(4));

const note = (item: PresenceNote): Statement => ({
  sql: `INSERT INTO event_presences (attendance_id, n, came, noted_at, noted_by)
    SELECT a.id, s.n, ${at(5)}, ${at(6)}, ${at(7)} FROM json_each(?) e ${SEEN}
    ON CONFLICT (attendance_id, n) DO UPDATE SET came = excluded.came, noted_at = excluded.noted_at,
      noted_by = excluded.noted_by RETURNING attendance_id`,
  args: packed(item),
});

const takeBack = (item: PresenceNote): Statement => ({
  sql: `DELETE FROM event_presences WHERE (attendance_id, n) IN
    (SELECT a.id, s.n FROM json_each(?) e ${SEEN}) RETURNING attendance_id`,
  args: packed(item),
});

/** Notes who came, from three hours before; false where somebody noted it otherwise meanwhile, or it is too early. */
export const notePresences: Write<PresenceNote, boolean> = noting(
  {
    name: 'note-presences',
    statements: (items) => items.map((item) => (item.came === null ? takeBack(item) : note(item))),
    outcomes: (items, results) => items.map((_, i) => (results[i]?.rows.length ?? 0) > 0),
    lookUp: wasNoted,
  },
  {
    keys: (i) => [i.attendanceId, i.eventId, i.n, i.seen ?? '', i.at + EARLY_MS],
    join: asSeen,
  },
);
