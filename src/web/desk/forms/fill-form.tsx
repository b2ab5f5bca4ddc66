// A questionnaire that staff fill in while they talk with a relative whom no SMS reaches.
import { Hono } from 'hono';
import { type FormTask, fillForm, showFormTask } from '../../../services/forms/fill-form.ts';
import type { FormProblems, Typed } from '../../../services/forms/read-answers.ts';
import { only } from '../../layout/form.tsx';
import { QuestionFields, QuestionProblems, typedOf } from '../../layout/question-fields.tsx';
import { BackLink } from '../../pages/parts.tsx';
import { fill } from '../../words/fill.ts';
import { inLanguage } from '../../words/language.ts';
import { commonWords } from '../frame/common-words.ts';
import type { DeskContext, DeskEnv } from '../frame/desk-env.ts';
import { sendDesk } from '../frame/frame.tsx';
import { DeskForm } from '../frame/parts.tsx';
import { evaluationWords } from './evaluation-words.ts';

function sendFill(c: DeskContext, task: FormTask, typed: Typed, problems?: FormProblems): Promise<Response> {
  const { language } = c.var;
  const t = inLanguage(evaluationWords, language);
  const title = fill(t.fillTitle, { name: task.name ?? '' });
  const fields = { questions: task.questions, typed, language, content: 'da', ...only({ problems }) };
  return sendDesk(
    c,
    { title, section: 'tasks', failed: problems !== undefined },
    <div class="desk-narrow">
      <BackLink href="/desk/opgaver">{t.back}</BackLink>
      <h1>{title}</h1>
      <QuestionProblems {...fields} />
      <p>{t.fillHint}</p>
      <DeskForm c={c} action={`/desk/opgaver/${task.id}/skema`}>
        <QuestionFields {...fields} />
        <div class="desk-buttons">
          <button type="submit" class="button button-primary">
            {t.save}
          </button>
          <a href="/desk/opgaver">{commonWords.cancel[language]}</a>
        </div>
      </DeskForm>
    </div>,
  );
}

/** The questionnaire of a call: shown, and kept without a name. */
export const fillFormRoutes = new Hono<DeskEnv>();

fillFormRoutes.get('/opgaver/:id/skema', async (c) =>
  sendFill(c, await showFormTask(c.var.rt, c.var.staff, c.req.param('id')), {}),
);

fillFormRoutes.post('/opgaver/:id/skema', async (c) => {
  const { rt, staff, form } = c.var;
  const id = c.req.param('id');
  const typed = typedOf(form);
  const problems = await fillForm(rt, staff, id, typed);
  if (!problems) return c.redirect('/desk/opgaver?gemt=task', 303);
  return sendFill(c, await showFormTask(rt, staff, id), typed, problems);
});
