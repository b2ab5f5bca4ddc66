import { Hono } from 'hono';
import type { FC } from 'hono/jsx';
import { getChoices } from '../../../services/contacts/choices.ts';
import {
  changeCounselling,
  choicesOf,
  counsellingFormOf,
  countCounselling,
} from '../../../services/counselling/change-counselling.ts';
import type { CounsellingView } from '../../../services/counselling/list-counsellings.ts';
import { showCounselling } from '../../../services/counselling/show-counselling.ts';
import { requireRight, requireSight } from '../../../services/staff/staff.ts';
import { fill } from '../../words/fill.ts';
import { inLanguage } from '../../words/language.ts';
import { wordOf } from '../../words/lookup.ts';
import { showDay } from '../../words/when.ts';
import { choiceWords } from '../contacts/contact-words.ts';
import { commonWords } from '../frame/common-words.ts';
import type { DeskContext, DeskEnv } from '../frame/desk-env.ts';
import { sendDesk } from '../frame/frame.tsx';
import { Badge, DeskForm, Do, Facts, mayCare } from '../frame/parts.tsx';
import { attempt, fieldSentence } from '../frame/problems.tsx';
import { readCounselling, sendForm } from './counselling-form.tsx';
import { counsellingWords } from './counselling-words.ts';

type Props = { c: DeskContext; view: CounsellingView };

const titleOf = ({ c, view }: Props): string => `${view.unitName ?? ''}, ${showDay(view.at, c.var.language)}`;

/** What whoever registered it may do with it. */
const Ways: FC<Props> = ({ c, view: { id, takenBackAt } }) => {
  const t = inLanguage(counsellingWords, c.var.language);
  if (takenBackAt !== null)
    return (
      <>
        <p>
          <Badge tone="warning">{t.takenBack}</Badge>
        </p>
        <Do c={c} action={`/desk/raadgivning/${id}/tael-igen`}>
          {t.countAgain}
        </Do>
      </>
    );
  return (
    <div class="desk-buttons d-print-none">
      <a class="button button-secondary" href={`/desk/raadgivning/${id}/ret`}>
        {t.change}
      </a>
      <a class="button button-secondary" href={`/desk/raadgivning/${id}/tag-tilbage`}>
        {t.takeBack}
      </a>
    </div>
  );
};

/** One registration of counselling: reading it, changing one's own, taking it back. */
export const oneCounsellingRoutes = new Hono<DeskEnv>();

oneCounsellingRoutes.get('/raadgivning/:id', async (c) => {
  const { rt, staff, language } = c.var;
  const view = await showCounselling(rt, staff, c.req.param('id'));
  const t = inLanguage(counsellingWords, language);
  const words = (values: readonly string[]): string =>
    values.map((value) => wordOf(choiceWords, value, language)).join(', ');
  const title = titleOf({ c, view });
  return sendDesk(
    c,
    { title, section: 'counselling' },
    <>
      <h1>{title}</h1>
      <Facts
        rows={[
          [t.kind, words([view.kind])],
          [t.staffGroups, words(view.staffGroups)],
          [t.participants, view.participants],
          [t.minutes, view.minutes],
          [t.themes, words(view.themes)],
          [t.material, view.material],
          [t.followUp, words([view.followUp])],
          [t.note, view.note ? <span class="desk-sms">{view.note}</span> : ''],
          [t.advisor, view.advisor],
        ]}
      />
      {view.isOwn && mayCare(c) ? <Ways c={c} view={view} /> : null}
    </>,
  );
});

const CHANGE = { title: 'changeTitle' } as const;

oneCounsellingRoutes.get('/raadgivning/:id/ret', async (c) => {
  const { rt, staff } = c.var;
  requireRight(staff, 'care');
  const view = await showCounselling(rt, staff, c.req.param('id'));
  const choices = choicesOf(await getChoices(rt), view);
  const { id, changedAt: seen } = view;
  const action = `/desk/raadgivning/${id}/ret`;
  return sendForm(c, { ...CHANGE, action, id, seen, form: counsellingFormOf(view), problems: {}, choices });
});

oneCounsellingRoutes.post('/raadgivning/:id/ret', async (c) => {
  const { rt, staff, language, form: fields } = c.var;
  const id = c.req.param('id');
  await requireSight(rt, staff, 'care', 'counselling', id);
  const choices = choicesOf(await getChoices(rt), await showCounselling(rt, staff, id));
  const { form, problems } = await readCounselling(c, choices);
  const seen = Number(fields.get('seen'));
  const shown = { ...CHANGE, action: `/desk/raadgivning/${id}/ret`, id, choices };
  if (Object.keys(problems).length > 0) return sendForm(c, { ...shown, seen, form, problems });
  const outcome = await attempt(() => changeCounselling(rt, staff, id, { ...form, seen }));
  if ('value' in outcome) return c.redirect(`/desk/raadgivning/${id}?gemt=counsellingChanged`, 303);
  if (outcome.error.code !== 'changed-meanwhile') throw outcome.error;
  const now = await showCounselling(rt, staff, id);
  const told = { date: fieldSentence(outcome.error.code, language) };
  return sendForm(c, { ...shown, seen: now.changedAt, form: counsellingFormOf(now), problems: told });
});

oneCounsellingRoutes.get('/raadgivning/:id/tag-tilbage', async (c) => {
  const { rt, staff, language } = c.var;
  requireRight(staff, 'care');
  const view = await showCounselling(rt, staff, c.req.param('id'));
  const t = inLanguage(counsellingWords, language);
  const title = fill(t.takeBackTitle, { what: titleOf({ c, view }) });
  return sendDesk(
    c,
    { title, section: 'counselling' },
    <div class="desk-narrow">
      <h1>{title}</h1>
      <p class="font-lead">{t.takeBackText}</p>
      <DeskForm c={c} action={`/desk/raadgivning/${view.id}/tag-tilbage`} class="desk-buttons">
        <button type="submit" class="button button-warning">
          {t.takeBack}
        </button>
        <a href={`/desk/raadgivning/${view.id}`}>{commonWords.cancel[language]}</a>
      </DeskForm>
    </div>,
  );
});

for (const [way, counts] of [
  ['tag-tilbage', false],
  ['tael-igen', true],
] as const)
  oneCounsellingRoutes.post(`/raadgivning/:id/${way}`, async (c) => {
    const id = c.req.param('id');
    await countCounselling(c.var.rt, c.var.staff, id, counts);
    const done = counts ? 'counsellingCounts' : 'counsellingTaken';
    return c.redirect(`/desk/raadgivning/${id}?gemt=${done}`, 303);
  });
