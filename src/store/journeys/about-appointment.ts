// What a turn of a journey about an appointment writes beside: that the relative is told of the latest change, and the answer.
import type { Statement } from '../lane.ts';
import { at } from '../rows.ts';
import { forTaken, TAKEN } from './taken.ts';
import type { TurnRows } from './turns.ts';

const OPEN = `('agreed', 'moved', 'confirmed', 'declined')`;

/** The change of an appointment that a turn tells its relative of: the turn is taken only while that is still to be told. */
export type Told = { appointment: string; change: number };

/** True for a journey's relative who is still to be told of this change, and where nothing is told. */
export const stillUntold = (appointment: string, change: string, relative: string): string =>
  `(${appointment} IS NULL OR EXISTS (SELECT 1 FROM appointment_relatives p
    WHERE p.appointment_id = ${appointment} AND p.relative_id = ${relative} AND p.pending = ${change}))`;

/** The places of a change in a turn's packed values. */
export const toldOf = ({ told }: TurnRows): [string | null, number | null] => [
  told?.appointment ?? null,
  told?.change ?? null,
];

/** True while an answer that was given to staff can be noted: its appointment is not over; and where none was given. */
export const stillAnswerable = (appointment: string): string =>
  `(${appointment} IS NULL OR EXISTS (SELECT 1 FROM appointments a WHERE a.id = ${appointment} AND a.state IN ${OPEN}))`;

const noteTold = (turns: readonly TurnRows[]): Statement[] =>
  forTaken(
    turns,
    ({ told }) => (told ? [[told.appointment, told.change]] : []),
    `UPDATE appointment_relatives SET pending = NULL, why = NULL, journey_id = j.id FROM ${TAKEN}
      WHERE appointment_relatives.appointment_id = ${at(2)}
        AND appointment_relatives.relative_id = j.relative_id AND appointment_relatives.pending = ${at(3)}`,
  );

/** An appointment's state by the answers of those who come to it, for the alias `a`. */
export const STATE_BY_ANSWERS = `CASE
  WHEN EXISTS (SELECT 1 FROM appointment_relatives p WHERE p.appointment_id = a.id AND p.answer = 'ja') THEN 'confirmed'
  WHEN NOT EXISTS (SELECT 1 FROM appointment_relatives p WHERE p.appointment_id = a.id AND p.answer IS NOT 'nej') THEN 'declined'
  ELSE iif(a.moves > 0, 'moved', 'agreed') END`;

/** An answer counts for the time the relative was told of: not while a change is still to be told, unless staff told it. */
const noteAnswers = (turns: readonly TurnRows[]): Statement[] =>
  forTaken(
    turns,
    ({ answered, answerable }) => (answered ? [[answered.answer, answered.at, answerable ? 1 : 0]] : []),
    `UPDATE appointment_relatives SET answer = ${at(2)}, answered_at = ${at(3)}
      FROM ${TAKEN} JOIN appointments a ON a.id = j.subject AND a.state IN ${OPEN}
      WHERE appointment_relatives.appointment_id = j.subject
        AND appointment_relatives.relative_id = j.relative_id AND (appointment_relatives.pending IS NULL OR ${at(4)} = 1)`,
    `UPDATE appointments AS a SET state = ${STATE_BY_ANSWERS}, changed_at = max(a.changed_at, ${at(3)})
      FROM ${TAKEN} WHERE a.id = j.subject AND a.state IN ${OPEN}`,
  );

/** The statements that follow the turns of one batch. */
export const aboutAppointments = (turns: readonly TurnRows[]): Statement[] => [
  ...noteTold(turns),
  ...noteAnswers(turns),
];
