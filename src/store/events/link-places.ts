// Somebody known by a name alone turns out to be a relative we have: the place goes over to that record, where it stands in the line.
import type { Statement, Write } from '../lane.ts';
import { type Noted, noting, wasNoted } from '../noting.ts';
import { at } from '../rows.ts';

/** `tell`: the relative is written to about it from now on; so they are, too, of what they were still to be told. */
export type PlaceLink = {
  eventId: string;
  attendanceId: string;
  relativeId: string;
  tell: boolean;
} & Noted;

const which = (attendance = '', event = '', relative = ''): string => `JOIN events ev ON ev.id = ${event}
  JOIN attendances a ON a.id = ${attendance} AND a.event_id = ev.id AND a.relative_id IS NULL
  JOIN relatives r ON r.id = ${relative} AND r.merged_into IS NULL`;

const HAS_NO_PLACE = `NOT EXISTS (SELECT 1 FROM attendances x WHERE x.event_id = ev.id AND x.relative_id = r.id
  AND x.state IN ('yes', 'waiting'))`;

/** True while the place is nobody's we know, and the relative has none in it. */
const mayLink = (...keys: string[]): string => `${which(...keys)} WHERE ${HAS_NO_PLACE}`;

const WHICH = `json_each(?1) e ${which(at(0), at(1), at(2))}`;
const THEIRS = `SELECT o.id FROM ${WHICH} JOIN attendances o ON o.event_id = ev.id AND o.relative_id = r.id WHERE ${HAS_NO_PLACE}`;

/** An invitation the relative had, or that they said no, gives way; the journey that told of it tells of the place. */
const linkOne = ({ attendanceId, eventId, relativeId, tell }: PlaceLink): Statement[] => {
  const args = [JSON.stringify([[attendanceId, eventId, relativeId, tell ? 1 : 0]])];
  return [
    {
      sql: `UPDATE attendances SET journey_id = o.journey_id, told = max(attendances.told, coalesce(o.pending, o.told)),
          pending = iif(attendances.pending IS NULL AND o.journey_id IS NULL, NULL,
            max(coalesce(attendances.pending, attendances.told), coalesce(o.pending, o.told)) + 1)
        FROM attendances o WHERE attendances.id = ?2 AND o.id IN (${THEIRS})`,
      args: [...args, attendanceId],
    },
    { sql: `DELETE FROM event_presences WHERE attendance_id IN (${THEIRS})`, args },
    { sql: `DELETE FROM attendances WHERE id IN (${THEIRS})`, args },
    {
      sql: `UPDATE attendances SET relative_id = k.relative_id, name_sealed = NULL, contact_sealed = NULL,
          pending = iif(k.tell = 1 OR attendances.pending IS NOT NULL, coalesce(attendances.pending, attendances.told) + 1, NULL),
          why = iif(k.tell = 1 OR attendances.pending IS NOT NULL, NULL, 'unasked')
        FROM (SELECT a.id, r.id AS relative_id, ${at(3)} AS tell FROM ${WHICH} WHERE ${HAS_NO_PLACE}) k
        WHERE attendances.id = k.id RETURNING attendances.id`,
      args,
    },
  ];
};

/** Gives places to relatives; false for one that is somebody's already, or whose relative is in the arrangement or in line. */
export const linkPlaces: Write<PlaceLink, boolean> = noting(
  {
    name: 'link-places',
    statements: (items) => items.flatMap(linkOne),
    outcomes: (items, results) => items.map(() => (results.at(-1)?.rows.length ?? 0) > 0),
    lookUp: wasNoted,
  },
  { keys: ({ attendanceId, eventId, relativeId }) => [attendanceId, eventId, relativeId], join: mayLink },
);
