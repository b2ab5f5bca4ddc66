// Questionnaires of a simulation: what was sent in is kept once, and of nobody more was asked.
import type { Row } from '@libsql/client';
import type { World } from './world.ts';

/** What is wrong with the answers at the end: more or fewer than were taken, an answer to nothing, more than were asked. */
export async function brokenForms({ eye }: World): Promise<string[]> {
  const found = await eye.execute(
    `SELECT (SELECT count(*) FROM facts WHERE kind = 'answerRecorded' AND body ->> '$.answer' = 'answered') AS taken,
        (SELECT count(*) FROM form_responses) AS kept, (SELECT coalesce(sum(asked), 0) FROM form_asks) AS asked,
        (SELECT count(*) FROM form_answers) AS answers,
        (SELECT count(*) FROM form_answers a JOIN form_responses f ON f.line = a.response) AS theirs`,
  );
  const { taken, kept, asked, answers, theirs } = found.rows[0] ?? ({} as Partial<Row>);
  return [
    ...(taken === kept ? [] : [`forms: ${taken} were answered, ${kept} are kept`]),
    ...(Number(asked) >= Number(kept) ? [] : [`forms: ${kept} are kept, ${asked} were asked`]),
    ...(answers === theirs && Number(answers) === 2 * Number(kept)
      ? []
      : [`forms: ${kept} have ${theirs} of ${answers} answers`]),
  ];
}
