// What is changed of a circle as a whole: its unit, and the resident's consent. Each page shows the effect first.
import { Hono } from 'hono';
import type { FC } from 'hono/jsx';
import { moveCircleToUnit } from '../../../services/circles/move-circle.ts';
import { type CircleView, showCircle } from '../../../services/circles/show-circle.ts';
import { showInddragelse, withdrawCircleConsent } from '../../../services/circles/withdraw-circle-consent.ts';
import { listOwnUnits } from '../../../services/relatives/choose-circle.ts';
import { requireRight } from '../../../services/staff/staff.ts';
import { Alert } from '../../layout/alert.tsx';
import { Select } from '../../layout/choose.tsx';
import { only } from '../../layout/form.tsx';
import { fill } from '../../words/fill.ts';
import { inLanguage } from '../../words/language.ts';
import { commonWords } from '../frame/common-words.ts';
import type { DeskContext, DeskEnv } from '../frame/desk-env.ts';
import { sendDesk } from '../frame/frame.tsx';
import { Section } from '../frame/lists.tsx';
import { DeskForm, mayCare } from '../frame/parts.tsx';
import { attempt, fieldSentence, ProblemList, type Problems } from '../frame/problems.tsx';
import { circleWords } from './circle-words.ts';

/** The ways from the circle's page; `left` journeys are running that lack the resident's consent, where a fault cut their end short. */
export const CircleChanges: FC<{ c: DeskContext; circle: CircleView; left: number }> = (props) => {
  const { c, circle, left } = props;
  const { language } = c.var;
  const t = inLanguage(circleWords, language);
  return mayCare(c) ? (
    <Section id="aendr" heading={t.changes}>
      {left > 0 ? (
        <Alert variant="warning" language={language}>
          {t.leftRunning}
        </Alert>
      ) : null}
      <div class="desk-buttons d-print-none">
        <a class="button button-secondary" href={`/desk/kredse/${circle.id}/flyt`}>
          {t.move}
        </a>
        {circle.consentCheckedOn === null && left === 0 ? null : (
          <a class="button button-secondary" href={`/desk/kredse/${circle.id}/samtykke`}>
            {t.withdraw}
          </a>
        )}
      </div>
    </Section>
  ) : null;
};

async function sendMove(c: DeskContext, id: string, unit: string, problems: Problems): Promise<Response> {
  const { rt, staff, language } = c.var;
  requireRight(staff, 'care');
  const circle = await showCircle(rt, staff, id);
  const units = (await listOwnUnits(rt, staff)).filter((own) => own.id !== circle.unitId);
  const t = inLanguage(circleWords, language);
  const title = fill(t.moveTitle, { code: circle.code });
  const unitName = circle.unitName ?? '';
  return sendDesk(
    c,
    { title, section: 'relatives', failed: Object.keys(problems).length > 0 },
    <div class="desk-narrow">
      <h1>{title}</h1>
      <ProblemList problems={problems} labels={{ unit: t.moveTo }} language={language} />
      <p class="font-lead">{fill(t.moveNow, { unit: unitName })}</p>
      <p>{fill(t.moveEffect, { n: circle.people.length, unit: unitName })}</p>
      <DeskForm c={c} action={`/desk/kredse/${id}/flyt`}>
        <input type="hidden" name="fra" value={circle.unitId} />
        <Select
          name="unit"
          label={t.moveTo}
          language={language}
          value={unit}
          options={units.map((own) => [own.id, own.name] as const)}
          {...only({ error: problems.unit })}
        />
        <div class="desk-buttons">
          <button type="submit" class="button button-primary">
            {t.doMove}
          </button>
          <a href={`/desk/kredse/${id}`}>{commonWords.cancel[language]}</a>
        </div>
      </DeskForm>
    </div>,
  );
}

/** Moving a circle, and taking back the resident's consent. */
export const circleChangeRoutes = new Hono<DeskEnv>();

circleChangeRoutes.get('/kredse/:id/flyt', (c) => sendMove(c, c.req.param('id'), '', {}));

circleChangeRoutes.post('/kredse/:id/flyt', async (c) => {
  const { rt, staff, form, language } = c.var;
  const id = c.req.param('id');
  const unit = form.get('unit') ?? '';
  const outcome = await attempt(() => moveCircleToUnit(rt, staff, id, { from: form.get('fra') ?? '', unit }));
  if ('value' in outcome) return c.redirect(`/desk/kredse/${id}?gemt=circleMoved`, 303);
  const { code, detail } = outcome.error;
  if (detail !== 'unit') throw outcome.error;
  return sendMove(c, id, unit, { unit: fieldSentence(code, language) });
});

circleChangeRoutes.get('/kredse/:id/samtykke', async (c) => {
  const { rt, staff, language } = c.var;
  requireRight(staff, 'care');
  const id = c.req.param('id');
  const [circle, journeys] = await Promise.all([showCircle(rt, staff, id), showInddragelse(rt, staff, id)]);
  const t = inLanguage(circleWords, language);
  const title = fill(t.withdrawTitle, { code: circle.code });
  return sendDesk(
    c,
    { title, section: 'relatives' },
    <div class="desk-narrow">
      <h1>{title}</h1>
      <p class="font-lead">{t.withdrawText}</p>
      <h2>{t.withdrawEnds}</h2>
      {journeys.length === 0 ? <p>{t.withdrawNone}</p> : null}
      <ul>
        {journeys.map((journey) => (
          <li>
            {journey.title}: {journey.name ?? t.hidden}
          </li>
        ))}
      </ul>
      {journeys.length === 0 ? null : <p>{t.withdrawLast}</p>}
      <DeskForm c={c} action={`/desk/kredse/${id}/samtykke`} class="desk-buttons">
        <button type="submit" class="button button-warning">
          {journeys.length === 0 ? t.doWithdrawOnly : t.doWithdraw}
        </button>
        <a href={`/desk/kredse/${id}`}>{commonWords.cancel[language]}</a>
      </DeskForm>
    </div>,
  );
});

circleChangeRoutes.post('/kredse/:id/samtykke', async (c) => {
  const id = c.req.param('id');
  await withdrawCircleConsent(c.var.rt, c.var.staff, id);
  return c.redirect(`/desk/kredse/${id}?gemt=consentWithdrawn`, 303);
});
