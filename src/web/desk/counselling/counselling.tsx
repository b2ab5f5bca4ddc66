import { Hono } from 'hono';
import { isoDate } from '../../../journey/time/format.ts';
import { getChoices } from '../../../services/contacts/choices.ts';
import { listCounsellings, listOwnTakenBack } from '../../../services/counselling/list-counsellings.ts';
import { registerCounselling } from '../../../services/counselling/register-counselling.ts';
import { requireRight } from '../../../services/staff/staff.ts';
import { fill } from '../../words/fill.ts';
import { inLanguage } from '../../words/language.ts';
import { wordOf } from '../../words/lookup.ts';
import { showDay } from '../../words/when.ts';
import { choiceWords } from '../contacts/contact-words.ts';
import type { DeskEnv } from '../frame/desk-env.ts';
import { sendDesk } from '../frame/frame.tsx';
import { Item, Section } from '../frame/lists.tsx';
import { mayCare } from '../frame/parts.tsx';
import { blankForm, readCounselling, sendForm } from './counselling-form.tsx';
import { counsellingWords } from './counselling-words.ts';

/** Counselling of units: the list and the form. */
export const counsellingRoutes = new Hono<DeskEnv>();

counsellingRoutes.get('/raadgivning', async (c) => {
  const { rt, staff, language } = c.var;
  const t = inLanguage(counsellingWords, language);
  const [lines, taken] = await Promise.all([listCounsellings(rt, staff), listOwnTakenBack(rt, staff)]);
  const words = (values: readonly string[]): string =>
    values.map((value) => wordOf(choiceWords, value, language)).join(', ');
  return sendDesk(
    c,
    { title: t.title, section: 'counselling' },
    <>
      <h1>{t.title}</h1>
      <p>{lines.length === 0 ? t.empty : t.lead}</p>
      {mayCare(c) ? (
        <p class="d-print-none">
          <a class="button button-primary" href="/desk/raadgivning/ny">
            {t.newTitle}
          </a>
        </p>
      ) : null}
      <ul class="desk-list no-max-width">
        {lines.map((line) => (
          <Item
            who={
              <a href={`/desk/raadgivning/${line.id}`}>
                {line.unitName ?? ''}, {showDay(line.at, language)}
              </a>
            }
            meta={
              <>
                <span>{words([line.kind])}</span>
                <span>{fill(t.took, { n: line.participants, m: line.minutes })}</span>
                <span>{words(line.staffGroups)}</span>
                <span>{line.advisor}</span>
              </>
            }
          >
            {line.themes.length > 0 ? <p>{words(line.themes)}</p> : null}
            {line.note ? <p class="desk-sms">{line.note}</p> : null}
          </Item>
        ))}
      </ul>
      {taken.length > 0 ? (
        <Section id="taget-tilbage" heading={t.takenBackList}>
          <ul>
            {taken.map(({ id, unitName, at }) => (
              <li>
                <a href={`/desk/raadgivning/${id}`}>
                  {unitName ?? ''}, {showDay(at, language)}
                </a>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
    </>,
  );
});

const NEW = { action: '/desk/raadgivning/ny', title: 'newTitle' } as const;

counsellingRoutes.get('/raadgivning/ny', async (c) => {
  const { rt, staff } = c.var;
  requireRight(staff, 'care');
  const choices = await getChoices(rt);
  return sendForm(c, {
    ...NEW,
    id: rt.newId(),
    form: blankForm(isoDate(rt.now()), choices),
    problems: {},
    choices,
  });
});

counsellingRoutes.post('/raadgivning/ny', async (c) => {
  const { rt, staff, form: fields } = c.var;
  requireRight(staff, 'care');
  const choices = await getChoices(rt);
  const { form, problems } = await readCounselling(c, choices);
  const id = fields.get('id') ?? '';
  if (Object.keys(problems).length > 0) return sendForm(c, { ...NEW, id, form, problems, choices });
  await registerCounselling(rt, staff, { ...form, id });
  return c.redirect('/desk/raadgivning?gemt=counselling', 303);
});
