// Questionnaires: how many were asked, and what was answered, without a name. Nothing here leads to a relative or a journey:
// no id of theirs, no instant, and `line` is random, so that not even the order of the rows says who came first.
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** How many were asked. `eventId` and `unitId` are empty where there is none. */
export const formAsks = sqliteTable(
  'form_asks',
  {
    eventId: text('event_id').notNull().default(''),
    flow: text('flow').notNull(),
    step: text('step').notNull(),
    /** Of a questionnaire about no arrangement: whose relatives were asked. */
    unitId: text('unit_id').notNull().default(''),
    /** The day of the arrangement; else the first of the month: 2027-03-01. */
    day: text('day').notNull(),
    asked: integer('asked').notNull(),
  },
  (t) => [primaryKey({ columns: [t.eventId, t.flow, t.step, t.unitId, t.day] })],
);

/** One questionnaire that was sent in; the columns as above. */
export const formResponses = sqliteTable(
  'form_responses',
  {
    line: integer('line').primaryKey(),
    eventId: text('event_id').notNull().default(''),
    flow: text('flow').notNull(),
    step: text('step').notNull(),
    unitId: text('unit_id').notNull().default(''),
    day: text('day').notNull(),
  },
  (t) => [index('form_responses_about').on(t.eventId, t.flow, t.step)],
);

/** The answer to one question: what was chosen, or the words. */
export const formAnswers = sqliteTable(
  'form_answers',
  {
    line: integer('line').primaryKey(),
    id: text('id').notNull().unique(),
    /** The line of its response. */
    response: integer('response').notNull(),
    question: text('question').notNull(),
    value: text('value'),
    wordsSealed: text('words_sealed'),
  },
  (t) => [index('form_answers_response').on(t.response)],
);
