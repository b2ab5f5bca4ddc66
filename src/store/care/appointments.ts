// Appointments change only from the state and the number of changes their change was decided on: of two who press at once one is told.
import { STATE_BY_ANSWERS } from '../journeys/about-appointment.ts';
import type { Statement, Write } from '../lane.ts';
import { type Noted, noting, wasNoted } from '../noting.ts';
import { at, type Condition, insertIf, insertRows } from '../rows.ts';
import { appointmentRelatives, appointments } from '../schema/care.ts';
import { alerts } from '../schema/messages.ts';

export type AppointmentRow = typeof appointments.$inferInsert;
export type AppointmentState =
  | 'agreed'
  | 'confirmed'
  | 'declined'
  | 'moved'
  | 'held'
  | 'missed'
  | 'cancelled';

/** From which states each change leads; everything else is refused. */
export const FROM: Record<'moved' | 'cancelled' | 'held' | 'missed', readonly AppointmentState[]> = {
  moved: ['agreed', 'moved', 'confirmed', 'declined'],
  cancelled: ['agreed', 'moved', 'confirmed', 'declined'],
  held: ['agreed', 'moved', 'confirmed', 'declined', 'missed'],
  missed: ['agreed', 'moved', 'confirmed'],
};

const inStates = (states: readonly string[]): string => `(${states.map((state) => `'${state}'`).join(', ')})`;

/** An appointment that is booked, and those who come; `pending` 0 for those who are to be told. */
export type Booking = {
  appointment: AppointmentRow;
  relatives: readonly (typeof appointmentRelatives.$inferInsert)[];
} & Noted;

const isNew: Condition = {
  join: (id) => `WHERE NOT EXISTS (SELECT 1 FROM appointments a WHERE a.id = ${id})`,
};

/** Whether what stands under the id is this booking: of the same, with the same, at the same time and place. */
const findBooked = ({ appointment: a, relatives }: Booking): Statement => ({
  sql: `SELECT a.id FROM appointments a WHERE a.id = ?1 AND a.created_by = ?2 AND a.starts_at = ?3 AND a.minutes = ?4
      AND a.place = ?5 AND a.sms_place = ?6
      AND (SELECT count(*) FROM appointment_relatives p WHERE p.appointment_id = a.id) = json_array_length(?7)
      AND (SELECT count(*) FROM appointment_relatives p WHERE p.appointment_id = a.id
        AND p.relative_id IN (SELECT value FROM json_each(?7))) = json_array_length(?7)`,
  args: [
    a.id,
    a.createdBy,
    a.startsAt,
    a.minutes,
    a.place,
    a.smsPlace,
    JSON.stringify(relatives.map(({ relativeId }) => relativeId)),
  ],
});

/** Books; true also where this was booked under its id before, false, and nothing changed, where something else was. */
export const bookAppointments: Write<Booking, boolean> = noting(
  {
    name: 'book-appointments',
    statements: (items) =>
      items.flatMap((item) => [
        ...insertIf(
          appointmentRelatives,
          item.relatives.map((row) => ({ row, keys: [item.appointment.id] })),
          isNew,
        ),
        insertRows(appointments, [item.appointment], 'ignore'),
        findBooked(item),
      ]),
    outcomes: (items, results) => items.map(() => (results.at(-1)?.rows.length ?? 0) > 0),
    lookUp: wasNoted,
  },
  { keys: ({ appointment }) => [appointment.id], ...isNew },
);

/** A change decided on an appointment as it was after so many changes. */
type Change = { id: string; moves: number; at: number } & Noted;
export type Move = Change &
  Pick<AppointmentRow, 'startsAt' | 'minutes' | 'place' | 'smsPlace'> & {
    detailsSealed: string | null;
  };

const stillAt = (to: keyof typeof FROM): Condition => ({
  join: (id, moves) =>
    `JOIN appointments a ON a.id = ${id} AND a.moves = ${moves} AND a.state IN ${inStates(FROM[to])}`,
});

const ofChange = { keys: ({ id, moves }: Change) => [id, moves] };

/** Of whom a change is to be told: those who were to be told of the appointment at all. */
const tellAgain = (to: 'moved' | 'cancelled'): string => `UPDATE appointment_relatives
  SET pending = iif(appointment_relatives.why = 'unasked', NULL, a.moves + 1)
    ${to === 'moved' ? ", answer = NULL, answered_at = NULL, why = iif(appointment_relatives.why = 'unasked', 'unasked', NULL)" : ''}
  FROM json_each(?) e ${stillAt(to).join(at(0), at(1))} WHERE appointment_relatives.appointment_id = a.id`;

/** Moves to another time or place; false for one that was changed meanwhile or is over. Answers count no more. */
export const moveAppointments: Write<Move, boolean> = noting(
  {
    name: 'move-appointments',
    statements: (items) => {
      const args = [
        JSON.stringify(
          items.map((m) => [
            m.id,
            m.moves,
            m.startsAt,
            m.minutes,
            m.place,
            m.smsPlace,
            m.detailsSealed,
            m.at,
          ]),
        ),
      ];
      const sql = `UPDATE appointments SET starts_at = ${at(2)}, minutes = ${at(3)}, place = ${at(4)}, sms_place = ${at(5)},
          details_sealed = ${at(6)}, changed_at = ${at(7)}, state = 'moved', moves = moves + 1
        FROM json_each(?) e WHERE appointments.id = ${at(0)} AND appointments.moves = ${at(1)}
          AND appointments.state IN ${inStates(FROM.moved)} RETURNING appointments.id`;
      return [
        { sql: tellAgain('moved'), args },
        { sql, args },
      ];
    },
    outcomes: (items, [, moved]) => items.map(() => (moved?.rows.length ?? 0) > 0),
    lookUp: wasNoted,
  },
  { ...ofChange, ...stillAt('moved') },
);

/** Cancels; false for one that was changed meanwhile or is over. */
export const cancelAppointments: Write<Change, boolean> = noting(
  {
    name: 'cancel-appointments',
    statements: (items) => {
      const args = [JSON.stringify(items.map((c) => [c.id, c.moves, c.at]))];
      const sql = `UPDATE appointments SET changed_at = ${at(2)}, state = 'cancelled', moves = moves + 1
        FROM json_each(?) e WHERE appointments.id = ${at(0)} AND appointments.moves = ${at(1)}
          AND appointments.state IN ${inStates(FROM.cancelled)} RETURNING appointments.id`;
      return [
        { sql: tellAgain('cancelled'), args },
        { sql, args },
      ];
    },
    outcomes: (items, [, cancelled]) => items.map(() => (cancelled?.rows.length ?? 0) > 0),
    lookUp: wasNoted,
  },
  { ...ofChange, ...stillAt('cancelled') },
);

/** What became of it: it took place, or nobody came; `alerts` are the tasks that follow. */
export type Settling = { id: string; at: number; alerts: readonly (typeof alerts.$inferInsert)[] } & Noted;

const settling = (to: 'held' | 'missed'): Write<Settling, boolean> => {
  const states = inStates(FROM[to]);
  const takes: Condition = {
    join: (id) => `JOIN appointments a ON a.id = ${id} AND a.state IN ${states}`,
  };
  return noting(
    {
      name: `settle-${to}`,
      statements: (items) => {
        const args = [JSON.stringify(items.map(({ id, at: when }) => [id, when]))];
        const rows = items.flatMap(({ id, alerts: raised }) => raised.map((row) => ({ row, keys: [id] })));
        return [
          ...insertIf(alerts, rows, { ...takes, verb: 'INSERT OR IGNORE' }),
          {
            sql: `UPDATE appointment_relatives SET pending = NULL FROM json_each(?) e ${takes.join(at(0))}
              WHERE appointment_relatives.appointment_id = a.id`,
            args,
          },
          {
            sql: `UPDATE appointments SET state = '${to}', changed_at = ${at(1)} FROM json_each(?) e
              WHERE appointments.id = ${at(0)} AND appointments.state IN ${states} RETURNING appointments.id`,
            args,
          },
        ];
      },
      outcomes: (items, results) => items.map(() => (results.at(-1)?.rows.length ?? 0) > 0),
      lookUp: wasNoted,
    },
    { keys: ({ id }) => [id], ...takes },
  );
};

/** Notes that it took place; false where it cannot have. */
export const holdAppointments = settling('held');

/** Notes that nobody came, with a task to call; false where that cannot be. */
export const missAppointments = settling('missed');

/** An answer that was given to staff. */
export type GivenAnswer = { id: string; relativeId: string; answer: 'ja' | 'nej'; at: number } & Noted;

const open: Condition = {
  join: (id) => `JOIN appointments a ON a.id = ${id} AND a.state IN ${inStates(FROM.moved)}`,
};

/** Notes an answer that was given by telephone; false for an appointment that is over. */
export const answerAppointments: Write<GivenAnswer, boolean> = noting(
  {
    name: 'answer-appointments',
    statements: (items) => {
      const args = [JSON.stringify(items.map((g) => [g.id, g.relativeId, g.answer, g.at]))];
      return [
        {
          sql: `UPDATE appointment_relatives SET answer = ${at(2)}, answered_at = ${at(3)} FROM json_each(?) e ${open.join(at(0))}
            WHERE appointment_relatives.appointment_id = a.id AND appointment_relatives.relative_id = ${at(1)}`,
          args,
        },
        {
          sql: `UPDATE appointments AS a SET state = ${STATE_BY_ANSWERS}, changed_at = ${at(3)} FROM json_each(?) e
            WHERE a.id = ${at(0)} AND a.state IN ${inStates(FROM.moved)} RETURNING id`,
          args,
        },
      ];
    },
    outcomes: (items, [, changed]) => items.map(() => (changed?.rows.length ?? 0) > 0),
    lookUp: wasNoted,
  },
  { keys: ({ id }) => [id], ...open },
);
