// The form of counselling, for registering it and for changing it.
import type { Choices } from '../../../services/contacts/choices.ts';
import {
  type CounsellingForm,
  checkCounselling,
  listOwnUnits,
} from '../../../services/counselling/register-counselling.ts';
import { Select, TextArea } from '../../layout/choose.tsx';
import { Field, only } from '../../layout/form.tsx';
import { inLanguage } from '../../words/language.ts';
import { optionsOf } from '../contacts/contact-form.tsx';
import { CheckGroup } from '../frame/check-group.tsx';
import type { DeskContext } from '../frame/desk-env.ts';
import { sendDesk } from '../frame/frame.tsx';
import { DeskForm } from '../frame/parts.tsx';
import { fieldSentence, ProblemList, type Problems } from '../frame/problems.tsx';
import { counsellingWords } from './counselling-words.ts';

/** A form with the first choice of each list. */
export const blankForm = (today: string, choices: Choices): CounsellingForm => ({
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

/** The form and where it is sent; `seen` is when what it changes had last been changed. */
type Shown = {
  action: string;
  title: 'newTitle' | 'changeTitle';
  id: string;
  seen?: number;
  form: CounsellingForm;
  problems: Problems;
  choices: Choices;
};

/** The form of counselling, for registering it and for changing it. */
export async function sendForm(c: DeskContext, shown: Shown): Promise<Response> {
  const { id, form, problems, choices } = shown;
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
    { title: t[shown.title], section: 'counselling', failed: Object.keys(problems).length > 0 },
    <div class="desk-narrow">
      <h1>{t[shown.title]}</h1>
      <ProblemList problems={problems} labels={t} language={language} />
      <DeskForm c={c} action={shown.action}>
        <input type="hidden" name="id" value={id} />
        {shown.seen === undefined ? null : <input type="hidden" name="seen" value={String(shown.seen)} />}
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

/** The form that was sent, and what is wrong with it; a CPR number that was typed is taken out of it. */
export async function readCounselling(
  c: DeskContext,
  choices: Choices,
): Promise<{ form: CounsellingForm; problems: Problems }> {
  const { rt, staff, language, form: fields } = c.var;
  const read = Object.keys(blankForm('', choices)).map((name) => [name, fields.get(name) ?? '']);
  const form: CounsellingForm = {
    ...(Object.fromEntries(read) as Omit<CounsellingForm, 'themes' | 'staffGroups'>),
    themes: fields.getAll('themes'),
    staffGroups: fields.getAll('staffGroups'),
  };
  const problems: Problems = {};
  for (const { field, code } of checkCounselling(form, choices, await listOwnUnits(rt, staff), rt.now())) {
    problems[field] ??= fieldSentence(code, language);
    if (code === 'cpr-typed' && (field === 'note' || field === 'material')) form[field] = '';
  }
  return { form, problems };
}
