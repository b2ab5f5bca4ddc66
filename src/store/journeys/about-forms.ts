// What a turn writes of questionnaires: that one was asked, and what was answered. Nothing of it leads back to the journey.
import type { Statement } from '../lane.ts';
import { at, insertIf, placeOf } from '../rows.ts';
import { formAnswers, formResponses } from '../schema/forms.ts';
import { forTaken, TAKEN } from './taken.ts';
import type { TurnRows } from './turns.ts';

/** What is asked about: the arrangement, or empty; and the day it is counted under. */
export type AskedForm = { eventId: string; flow: string; step: string; day: string };

/** A questionnaire that was sent in; its lines are random. */
export type FilledForm = AskedForm & {
  line: number;
  answers: { line: number; question: string; value: string | null; wordsSealed: string | null }[];
};

/** The id of an answer, which its words are sealed for. */
export const answerId = (response: number, question: string): string => `${response}.${question}`;

const HAS_TURN = (id = '', turn = ''): string => `JOIN journeys j ON j.id = ${id} AND j.turn = ${turn}`;

/** Of a questionnaire about no arrangement it is kept whose relatives are asked. */
const UNIT = (event: string): string => `iif(${event} = '', (SELECT c.unit_id FROM relatives r
  JOIN circles c ON c.id = r.circle_id WHERE r.id = j.relative_id), '')`;

const countAsked = (turns: readonly TurnRows[]): Statement[] =>
  forTaken(
    turns,
    ({ askedForms = [] }) => askedForms.map((one) => [one.eventId, one.flow, one.step, one.day]),
    `INSERT INTO form_asks (event_id, flow, step, unit_id, day, asked)
      SELECT ${at(2)}, ${at(3)}, ${at(4)}, ${UNIT(at(2))}, ${at(5)}, 1 FROM ${TAKEN} WHERE true
      ON CONFLICT DO UPDATE SET asked = asked + 1`,
  );

const keepAnswers = (turns: readonly TurnRows[]): Statement[] => {
  const filled = turns.flatMap(({ filledForm, journey }) =>
    filledForm ? [{ form: filledForm, keys: [journey.id, journey.turn] }] : [],
  );
  return [
    ...insertIf(
      formResponses,
      filled.map(({ form: { answers: _apart, ...row }, keys }) => ({ row, keys })),
      { join: HAS_TURN, override: { unitId: () => UNIT(placeOf(formResponses, 'eventId')) } },
    ),
    ...insertIf(
      formAnswers,
      filled.flatMap(({ form, keys }) =>
        form.answers.map((answer) => ({
          row: { ...answer, id: answerId(form.line, answer.question), response: form.line },
          keys,
        })),
      ),
      { join: HAS_TURN },
    ),
  ];
};

/** The statements that follow the turns of one batch. */
export const aboutForms = (turns: readonly TurnRows[]): Statement[] => [
  ...countAsked(turns),
  ...keepAnswers(turns),
];
