import { Hono } from 'hono';
import { isoDate } from '../../../journey/time/format.ts';
import { type Choices, getChoices } from '../../../services/contacts/choices.ts';
import { listCounsellings } from '../../../services/counselling/list-counsellings.ts';
import {
  type CounsellingForm,
  checkCounselling,
  listOwnUnits,
  registerCounselling,
} from '../../../services/counselling/register-counselling.ts';
import { requireRight } from '../../../services/staff/staff.ts';
import { Select, TextArea } from '../../layout/choose.tsx';
import { Field, only } from '../../layout/form.tsx';
import { fill } from '../../words/fill.ts';
import { inLanguage } from '../../words/language.ts';
import { wordOf } from '../../words/lookup.ts';
import { optionsOf } from '../contacts/contact-form.tsx';
import { choiceWords } from '../contacts/contact-words.ts';
import { CheckGroup } from '../frame/check-group.tsx';
import type { DeskContext, DeskEnv } from '../frame/desk-env.ts';
import { sendDesk } from '../frame/frame.tsx';
import { Item } from '../frame/lists.tsx';
import { DeskForm, mayCare } from '../frame/parts.tsx';
import { fieldSentence, ProblemList, type Problems } from '../frame/problems.tsx';
import { showDay } from '../frame/when.ts';
import { counsellingWords } from './counselling-words.ts';

/** Counselling of units: the list and the form. */
export const counsellingRoutes = new Hono<DeskEnv>();

counsellingRoutes.get('/raadgivning', async (c) => {
  const { rt, staff, language } = c.var;
  const t = inLanguage(counsellingWords, language);
  const lines = await listCounsellings(rt, staff);
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
            who={`${line.unitName ?? ''}, ${showDay(line.at, language)}`}
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
    </>,
  );
});

const blankForm = (today: string, choices: Choices): CounsellingForm => ({
  date: today,
  unit: '',
  kind: choices.counsellingKinds[0] ?? '',
  staffGroups: [],
  themes: [],
  participants: '',
  minutes: '',
  material: '',
  followUp: choices.counsellingFollowUps[0] ?? '',
  note: '',
});

type Shown = { id: string; form: CounsellingForm; problems: Problems; choices: Choices };

async function sendForm(c: DeskContext, { id, form, problems, choices }: Shown): Promise<Response> {
  const { rt, staff, language } = c.var;
  const t = inLanguage(counsellingWords, language);
  const units = await listOwnUnits(rt, staff);
  const at = (name: Exclude<keyof CounsellingForm, 'themes' | 'staffGroups'>) => ({
    name,
    language,
    value: form[name],
    ...only({ error: problems[name] }),
  });
  const group = (name: 'themes' | 'staffGroups') => ({
    name,
    legend: t[name],
    chosen: form[name],
    options: optionsOf(choices[name], language),
    ...only({ error: problems[name] }),
  });
  return sendDesk(
    c,
    { title: t.newTitle, section: 'counselling', failed: Object.keys(problems).length > 0 },
    <div class="desk-narrow">
      <h1>{t.newTitle}</h1>
      <ProblemList problems={problems} labels={t} language={language} />
      <DeskForm c={c} action="/desk/raadgivning/ny">
        <input type="hidden" name="id" value={id} />
        <div class="desk-pair">
          <Field {...at('date')} label={t.date} type="date" />
          <Select
            {...at('unit')}
            label={t.unit}
            options={[['', t.choose], ...units.map((unit) => [unit.id, unit.name] as const)]}
          />
          <Select {...at('kind')} label={t.kind} options={optionsOf(choices.counsellingKinds, language)} />
          <Field {...at('participants')} label={t.participants} inputmode="numeric" maxlength={4} />
          <Field {...at('minutes')} label={t.minutes} inputmode="numeric" maxlength={3} />
        </div>
        <CheckGroup {...group('staffGroups')} />
        <CheckGroup {...group('themes')} />
        <Field {...at('material')} label={t.material} maxlength={200} optional />
        <Select
          {...at('followUp')}
          label={t.followUp}
          options={optionsOf(choices.counsellingFollowUps, language)}
        />
        <TextArea {...at('note')} label={t.note} hint={t.noteHint} maxlength={5000} optional />
        <button type="submit" class="button button-primary">
          {t.save}
        </button>
      </DeskForm>
    </div>,
  );
}

counsellingRoutes.get('/raadgivning/ny', async (c) => {
  const { rt, staff } = c.var;
  requireRight(staff, 'care');
  const choices = await getChoices(rt);
  return sendForm(c, {
    id: rt.newId(),
    form: blankForm(isoDate(rt.now()), choices),
    problems: {},
    choices,
  });
});

counsellingRoutes.post('/raadgivning/ny', async (c) => {
  const { rt, staff, language, form: fields } = c.var;
  requireRight(staff, 'care');
  const choices = await getChoices(rt);
  const read = Object.keys(blankForm('', choices)).map((name) => [name, fields.get(name) ?? '']);
  const form: CounsellingForm = {
    ...(Object.fromEntries(read) as Omit<CounsellingForm, 'themes' | 'staffGroups'>),
    themes: fields.getAll('themes'),
    staffGroups: fields.getAll('staffGroups'),
  };
  const id = fields.get('id') ?? '';
  const problems: Problems = {};
  for (const { field, code } of checkCounselling(form, choices, await listOwnUnits(rt, staff), rt.now())) {
    problems[field] ??= fieldSentence(code, language);
    if (code === 'cpr-typed' && (field === 'note' || field === 'material')) form[field] = '';
  }
  if (Object.keys(problems).length > 0) return sendForm(c, { id, form, problems, choices });
  await registerCounselling(rt, staff, { ...form, id });
  return c.redirect('/desk/raadgivning?gemt=counselling', 303);
});
