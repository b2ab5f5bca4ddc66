import { expect, test } from 'vitest';
import { beat } from '../../../src/services/beat.ts';
import { answerForm } from '../../../src/services/forms/answer-form.ts';
import type { PageVisit } from '../../../src/services/pages/resume-page.ts';
import { form } from '../../journey/engine/make-flow.ts';
import { rowsOf } from '../../support/desk.ts';
import { visits } from '../../support/questionnaires.ts';
import { enrol, makeHouse, PHONE } from '../stand.ts';

async function asked() {
  const rt = await makeHouse();
  await enrol(rt, [form('skema')], { relative: { number: PHONE } });
  await beat(rt);
  const [visit] = await visits(rt);
  if (!visit) throw new Error('nobody was asked');
  const answer = (by: PageVisit, typed: Record<string, string>) =>
    answerForm(rt, by, { typed, address: '192.0.2.1' });
  return { rt, visit, answer };
}

test('nobody answers a questionnaire before the factor of its page was shown', async () => {
  const { rt, visit, answer } = await asked();
  await using _ = rt;
  const unproved = { ...visit, session: { ...visit.session, verified: false } };
  await expect(answer(unproved, { igen: 'ja' })).rejects.toThrow('forbidden');
  expect(await rowsOf(rt, 'select line from form_responses')).toEqual([]);
  expect(await answer(visit, { igen: 'ja' })).toEqual({ state: 'answered' });
});

test('a questionnaire that is sent in over and over is refused', async () => {
  const { rt, visit, answer } = await asked();
  await using _ = rt;
  for (let n = 0; n < 20; n += 1) expect(await answer(visit, {})).toMatchObject({ state: 'open' });
  await expect(answer(visit, { igen: 'ja' })).rejects.toThrow('too-many');
  expect(await rowsOf(rt, 'select line from form_responses')).toEqual([]);
});
