// A questionnaire from its link to the answers: sent once, kept without a name, and what sounds like danger reaches a person.
import { getTableColumns, getTableName } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { beat } from '../../../src/services/beat.ts';
import { notePresence } from '../../../src/services/events/note-presence.ts';
import { answerForm } from '../../../src/services/forms/answer-form.ts';
import { fillForm, showFormTask } from '../../../src/services/forms/fill-form.ts';
import { showEvaluation, showFlowEvaluation } from '../../../src/services/forms/show-evaluation.ts';
import { findOpenLink } from '../../../src/services/pages/find-link.ts';
import type { PageVisit } from '../../../src/services/pages/resume-page.ts';
import { openText } from '../../../src/services/relatives/open-names.ts';
import { eraseOldTexts } from '../../../src/services/settings/erase-old-texts.ts';
import { listTasks } from '../../../src/services/waiting/list-tasks.ts';
import { settleTask } from '../../../src/services/waiting/settle-task.ts';
import { setOrganisation } from '../../../src/store/organisation.ts';
import { listAwaitingJourneys } from '../../../src/store/people/relative-details.ts';
import { formAnswers, formAsks, formResponses } from '../../../src/store/schema/forms.ts';
import { seal } from '../../../src/store/seal.ts';
import { form } from '../../journey/engine/make-flow.ts';
import { advisor, reader, rowsOf } from '../../support/desk.ts';
import { coordinator } from '../../support/events.ts';
import { afterEvent, visits } from '../../support/questionnaires.ts';
import type { TestRuntime } from '../../support/runtime.ts';
import { DAY, enrol, hear, makeHouse, PHONE } from '../stand.ts';

const answer = (rt: TestRuntime, visit: PageVisit | undefined, typed: Record<string, string>) => {
  if (!visit) throw new Error('nobody was asked');
  return answerForm(rt, visit, { typed, address: '192.0.2.1' });
};

test('only who had a seat and is not noted as absent is asked, and each is counted', async () => {
  const { rt, id } = await afterEvent(3, async (house, event, [, absent = '']) => {
    const [place] = await rowsOf(house, `select id from attendances where relative_id = '${absent}'`);
    house.forward(Date.UTC(2027, 2, 10, 12) - house.now());
    const note = { n: 1, attendanceId: String(place?.id), came: false, seen: null };
    await notePresence(house, coordinator, event, note);
  });
  await using _ = rt;
  expect(await visits(rt)).toHaveLength(2);
  expect(await showEvaluation(rt, reader, id)).toMatchObject([
    { flow: 'arrangement', step: 'skema', asked: 2, answered: 0, isShown: false, questions: [] },
  ]);
});

test('a questionnaire is sent once: a second press and a late one change nothing and say so', async () => {
  const { rt, id } = await afterEvent(2);
  await using _ = rt;
  const [first, second] = await visits(rt);
  expect(await answer(rt, first, {})).toEqual({
    state: 'open',
    problems: { ok: false, empty: true, wrong: {} },
  });
  expect((await answer(rt, first, { udbytte: '6', andet: 'x'.repeat(1001) })).problems?.wrong).toEqual({
    udbytte: 'field-unreadable',
    andet: 'text-too-long',
  });
  const typed = { udbytte: '4', andet: 'Mit cpr er 010203-1234' };
  const pressed = await Promise.all([answer(rt, first, typed), answer(rt, first, typed)]);
  expect(pressed.map(({ state }) => state)).toEqual(['answered', 'answered']);
  expect(await answer(rt, first, { udbytte: '1' })).toEqual({ state: 'answered' });
  const kept = await rowsOf(
    rt,
    'select question, value, id, words_sealed from form_answers order by question',
  );
  expect(kept.map(({ question, value }) => `${question} ${value}`)).toEqual(['andet null', 'udbytte 4']);
  expect(openText(rt, 'form_answers.words', String(kept[0]?.id), String(kept[0]?.words_sealed))).toBe(
    'Mit cpr er xxxxxx-xxxx',
  );
  for (let n = 0; n < 3; n += 1) {
    rt.forward(7 * DAY);
    await beat(rt);
  }
  expect(await rowsOf(rt, "select id from journeys where status <> 'ended'")).toEqual([]);
  const late = second && (await findOpenLink(rt, second.link.tokenHash));
  expect(late && (await answer(rt, second, { udbytte: '2' }))).toEqual({ state: 'over' });
  expect(await showEvaluation(rt, coordinator, id)).toMatchObject([{ asked: 2, answered: 1 }]);
});

test('nothing in the rows of an answer leads to who gave it, and the journey does not know what it was', async () => {
  const { rt, ids } = await afterEvent(2);
  await using _ = rt;
  for (const visit of await visits(rt)) await answer(rt, visit, { udbytte: '3', andet: 'Kaffen var kold' });
  const columns = [formAsks, formResponses, formAnswers].flatMap((table) =>
    Object.values(getTableColumns(table)).map(({ name }) => `${getTableName(table)}.${name}`),
  );
  expect(
    columns.filter((name) => /relative|journey|link|number|turn|_at$|\.at$|created|name/.test(name)),
  ).toEqual([]);
  const rows = JSON.stringify([
    await rowsOf(rt, 'select * from form_responses'),
    await rowsOf(rt, 'select * from form_answers'),
    await rowsOf(rt, 'select * from form_asks'),
  ]);
  const others = await rowsOf(
    rt,
    'select id from journeys union select id from messages union select token_hash from links',
  );
  for (const other of [...ids, ...others.map((row) => String(row.id))]) expect(rows).not.toContain(other);
  expect(new Set((await rowsOf(rt, 'select day from form_responses')).map(({ day }) => day))).toEqual(
    new Set(['2027-03-10']),
  );
  const facts = (await rowsOf(rt, 'select body from facts')).map(({ body }) => body).join('\n');
  expect(facts).toContain('"answer":"answered"');
  expect(facts).not.toMatch(/udbytte|andet|kold/);
});

test('words that sound like danger reach the advisor with the name and are not kept among the answers', async () => {
  const { rt } = await afterEvent(1);
  await using _ = rt;
  const [visit] = await visits(rt);
  await answer(rt, visit, { udbytte: '2', andet: 'Jeg vil ikke leve længere' });
  expect(await rowsOf(rt, 'select question from form_answers')).toEqual([{ question: 'udbytte' }]);
  const [alert] = await rowsOf(rt, 'select id, kind, urgent, relative_id, text_sealed from alerts');
  expect(alert).toMatchObject({ kind: 'distress', urgent: 1, relative_id: visit?.link.relativeId });
  expect(openText(rt, 'alerts.text', String(alert?.id), String(alert?.text_sealed))).toContain(
    'ikke leve længere',
  );
});

test('the answers are shown from five on, the words only to those who care for relatives', async () => {
  const { rt, id } = await afterEvent(6);
  await using _ = rt;
  const all = await visits(rt);
  for (const visit of all.slice(0, 4)) await answer(rt, visit, { udbytte: '5', igen: 'ja', andet: 'Godt' });
  const [four] = await showEvaluation(rt, coordinator, id);
  expect(four).toMatchObject({ asked: 6, answered: 4, isShown: false, questions: [] });
  await answer(rt, all[4], { udbytte: '2' });
  const [five] = await showEvaluation(rt, coordinator, id);
  expect(five).toMatchObject({ asked: 6, answered: 5, isShown: true });
  const [scale, , again, words] = five?.questions ?? [];
  expect(scale?.counts.map(({ n }) => n)).toEqual([0, 1, 0, 0, 4]);
  expect(again).toMatchObject({ text: 'Har du lyst til at komme en anden gang?', answered: 4 });
  expect(words?.words).toEqual(['Godt', 'Godt', 'Godt', 'Godt']);
  const [toReader] = await showEvaluation(rt, reader, id);
  expect(toReader).toMatchObject({ hidesWords: true });
  expect(toReader?.questions.at(-1)).toMatchObject({ answered: 4, words: [] });
});

test('however many have written, all are counted, and some of the words are shown', async () => {
  const { rt, id } = await afterEvent(5);
  await using _ = rt;
  for (const visit of await visits(rt)) await answer(rt, visit, { andet: 'Godt' });
  const [response] = await rowsOf(rt, 'select line from form_responses limit 1');
  await rt.db.client.batch(
    Array.from({ length: 500 }, (_, n) => ({
      sql: 'insert into form_answers (line, id, response, question, words_sealed) values (?, ?, ?, ?, ?)',
      args: [
        n,
        `w.${n}`,
        Number(response?.line),
        'andet',
        seal(rt.db.keys, `form_answers.words:w.${n}`, 'Fint'),
      ],
    })),
    'write',
  );
  const [evaluation] = await showEvaluation(rt, coordinator, id);
  const words = evaluation?.questions.at(-1);
  expect([words?.answered, words?.words.length]).toEqual([505, 500]);
});

test('words go when the organisation keeps words no longer, what was chosen stays', async () => {
  const { rt, id } = await afterEvent(5);
  await using _ = rt;
  for (const visit of await visits(rt)) await answer(rt, visit, { udbytte: '3', andet: 'Kaffen var kold' });
  const settings = JSON.parse((await rt.db.findSettings()) ?? '{}') as object;
  await rt.db.lane.put(setOrganisation, {
    settings: JSON.stringify({ ...settings, textsKeptMonths: 6 }),
    at: rt.now(),
  });
  await eraseOldTexts(rt);
  expect((await showEvaluation(rt, coordinator, id))[0]?.questions.at(-1)?.words).toHaveLength(5);
  rt.forward(200 * DAY);
  await eraseOldTexts(rt);
  expect(await rowsOf(rt, "select id from form_answers where words_sealed <> ''")).toEqual([]);
  const [later] = await showEvaluation(rt, coordinator, id);
  expect(later?.questions[0]?.counts[2]).toEqual({ value: '3', n: 5 });
  expect(later?.questions.at(-1)).toMatchObject({ answered: 0, words: [] });
});

test('whoever is called answers through staff, does not want to, or is never reached; then the call is over and cannot be filled in', async () => {
  await using rt = await makeHouse();
  const steps = [form('skema')];
  const ring = { channel: 'ring' } as const;
  await enrol(rt, steps, { relative: ring, flow: { name: 'skemaet' } });
  await enrol(rt, steps, { relative: { ...ring, number: '+4520000012' }, flow: { name: 'skemaet' } });
  await enrol(rt, steps, { relative: { ...ring, number: '+4520000013' }, flow: { name: 'skemaet' } });
  const { lines } = await listTasks(rt, advisor);
  expect(lines.map((line) => [line.form, line.asks])).toEqual([
    [true, false],
    [true, false],
    [true, false],
  ]);
  const [one, two, three] = lines.map(({ id }) => id);
  expect((await showFormTask(rt, advisor, one ?? '')).questions).toHaveLength(3);
  expect(await fillForm(rt, advisor, one ?? '', {})).toMatchObject({ empty: true });
  expect(await fillForm(rt, advisor, one ?? '', { igen: 'nej' })).toBeUndefined();
  await settleTask(rt, advisor, two ?? '', 'nej');
  await expect(fillForm(rt, advisor, one ?? '', { igen: 'ja' })).rejects.toMatchObject({
    code: 'already-done',
  });
  await expect(fillForm(rt, reader, two ?? '', { igen: 'ja' })).rejects.toMatchObject({ code: 'forbidden' });
  rt.forward(8 * DAY);
  await beat(rt);
  const calls = await rowsOf(rt, 'select status, reason from messages order by status desc');
  expect(calls.map(({ status, reason }) => `${status} ${reason}`)).toEqual([
    'done null',
    'done null',
    'cancelled form-over',
  ]);
  await expect(showFormTask(rt, advisor, three ?? '')).rejects.toMatchObject({ code: 'already-done' });
  expect(await rowsOf(rt, 'select unit_id, event_id, day from form_responses')).toEqual([
    { unit_id: 'unit-1', event_id: '', day: '2027-03-01' },
  ]);
  expect(await showFlowEvaluation(rt, advisor, 'skemaet')).toMatchObject([
    { asked: 3, answered: 1, isShown: false },
  ]);
  expect(await showFlowEvaluation(rt, { ...advisor, units: ['unit-2'] }, 'skemaet')).toEqual([]);
});

test('a process that dies around the commit keeps one answer, and no SMS is taken for one', async () => {
  let dying: 'before' | 'after' | undefined;
  await using rt = await makeHouse({
    around: (when) => {
      if (when !== dying) return;
      dying = undefined;
      throw Object.assign(new Error('killed'), { code: 'HRANA_WEBSOCKET_ERROR' });
    },
  });
  const { relativeId } = await enrol(rt, [form('skema', { after: '2 days' })], {
    relative: { number: PHONE },
  });
  await beat(rt);
  expect(await listAwaitingJourneys(rt.db, [relativeId], 5)).toEqual([]);
  await hear(rt, 'JA');
  const [visit] = await visits(rt);
  for (const when of ['before', 'after'] as const) {
    dying = when;
    await answer(rt, visit, { igen: 'ja' }).catch(() => undefined);
  }
  await answer(rt, visit, { igen: 'ja' });
  expect(await rowsOf(rt, 'select value from form_answers')).toEqual([{ value: 'ja' }]);
});
