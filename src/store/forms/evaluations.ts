// What questionnaires were answered with, counted by the database: an arrangement's, or those of a flow about none.
import { type SQL, sql } from 'drizzle-orm';
import type { Db } from '../open.ts';
import { circleInSight, type Sight } from '../people/sight.ts';

/** The questionnaires of one arrangement, or the ones of a flow about no arrangement that relatives in sight were asked. */
export type About = { eventId: string } | { flow: string; sight: Sight };

const whose = (about: About): SQL =>
  'eventId' in about
    ? sql`f.event_id = ${about.eventId}`
    : sql`f.event_id = '' and f.flow = ${about.flow} and ${circleInSight(about.sight, sql`f.unit_id`)}`;

export type Turnout = { flow: string; step: string; asked: number; answered: number };

/** How many were asked and have answered, by flow and step. */
export function listTurnouts({ orm }: Db, about: About): Promise<Turnout[]> {
  return orm.all<Turnout>(sql`select flow, step, sum(asked) as asked, sum(answered) as answered from (
      select f.flow, f.step, f.asked, 0 as answered from form_asks f where ${whose(about)}
      union all
      select f.flow, f.step, 0, 1 from form_responses f where ${whose(about)})
    group by flow, step order by flow, step`);
}

export type AnswerCount = { flow: string; step: string; question: string; value: string; n: number };

/** How often each answer was chosen. */
export function countAnswers({ orm }: Db, about: About): Promise<AnswerCount[]> {
  return orm.all<AnswerCount>(sql`select f.flow, f.step, a.question, a.value, count(*) as n
    from form_responses f join form_answers a on a.response = f.line
    where ${whose(about)} and a.value is not null group by 1, 2, 3, 4`);
}

/** How many have answered each question in words that are not erased. */
export function countWords({ orm }: Db, about: About): Promise<Omit<AnswerCount, 'value'>[]> {
  return orm.all(sql`select f.flow, f.step, a.question, count(*) as n
    from form_responses f join form_answers a on a.response = f.line
    where ${whose(about)} and a.words_sealed <> '' group by 1, 2, 3`);
}

export type WordsRow = { flow: string; step: string; question: string; id: string; wordsSealed: string };

/** What was answered in words and is not erased, in no order that tells anything. */
export function listWords({ orm }: Db, about: About, most: number): Promise<WordsRow[]> {
  return orm.all<WordsRow>(sql`select f.flow, f.step, a.question, a.id, a.words_sealed as wordsSealed
    from form_responses f join form_answers a on a.response = f.line
    where ${whose(about)} and a.words_sealed <> '' order by a.line limit ${most}`);
}
