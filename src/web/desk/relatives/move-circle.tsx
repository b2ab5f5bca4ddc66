import { Hono } from 'hono';
import { listOwnUnits } from '../../../services/relatives/choose-circle.ts';
import { moveCircle } from '../../../services/relatives/move-circle.ts';
import { showRelative } from '../../../services/relatives/show-relative.ts';
import { requireRight } from '../../../services/staff/staff.ts';
import { Select } from '../../layout/choose.tsx';
import { Field, only } from '../../layout/form.tsx';
import { fill } from '../../words/fill.ts';
import { inLanguage } from '../../words/language.ts';
import { commonWords } from '../frame/common-words.ts';
import type { DeskContext, DeskEnv } from '../frame/desk-env.ts';
import { sendDesk } from '../frame/frame.tsx';
import { DeskForm } from '../frame/parts.tsx';
import { attempt, fieldSentence, ProblemList, type Problems } from '../frame/problems.tsx';
import { changeWords } from './change-words.ts';
import { newRelativeWords } from './relatives-words.ts';

type Form = { circle: string; unit: string };

async function sendMove(c: DeskContext, id: string, form: Form, problems: Problems): Promise<Response> {
  const { rt, staff, language } = c.var;
  const { name, circle } = await showRelative(rt, staff, id, 'contact');
  const units = await listOwnUnits(rt, staff);
  const t = inLanguage(changeWords, language);
  const labels = inLanguage(newRelativeWords, language);
  const title = fill(t.moveTitle, { name });
  return sendDesk(
    c,
    { title, section: 'relatives', failed: Object.keys(problems).length > 0 },
    <div class="desk-narrow">
      <h1>{title}</h1>
      <p class="font-lead">{fill(t.moveNow, { code: circle.code })}</p>
      <p>{t.moveLead}</p>
      <ProblemList problems={problems} labels={labels} language={language} />
      <DeskForm c={c} action={`/desk/paaroerende/${id}/kreds`}>
        <Field
          name="circle"
          label={labels.circle}
          hint={labels.circleHint}
          language={language}
          value={form.circle}
          maxlength={20}
          autocomplete="off"
          optional
          {...only({ error: problems.circle })}
        />
        <Select
          name="unit"
          label={labels.unit}
          hint={labels.unitHint}
          language={language}
          value={form.unit}
          options={[['', labels.noUnit] as const, ...units.map((unit) => [unit.id, unit.name] as const)]}
          {...only({ error: problems.unit })}
        />
        <div class="desk-buttons">
          <button type="submit" class="button button-primary">
            {t.doMove}
          </button>
          <a href={`/desk/paaroerende/${id}`}>{commonWords.cancel[language]}</a>
        </div>
      </DeskForm>
    </div>,
  );
}

/** Another circle for a relative. */
export const moveCircleRoutes = new Hono<DeskEnv>();

moveCircleRoutes.get('/paaroerende/:id/kreds', (c) => {
  requireRight(c.var.staff, 'care');
  return sendMove(c, c.req.param('id'), { circle: '', unit: '' }, {});
});

moveCircleRoutes.post('/paaroerende/:id/kreds', async (c) => {
  const { rt, staff, language, form: fields } = c.var;
  const id = c.req.param('id');
  const form = { circle: fields.get('circle') ?? '', unit: fields.get('unit') ?? '' };
  const outcome = await attempt(() => moveCircle(rt, staff, id, form));
  if ('value' in outcome) return c.redirect(`/desk/paaroerende/${id}?fra=contact&gemt=intoCircle`, 303);
  const { code, detail = 'circle' } = outcome.error;
  return sendMove(c, id, form, { [detail]: fieldSentence(code, language) });
});
