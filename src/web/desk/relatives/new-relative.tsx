import { Hono } from 'hono';
import type { FC } from 'hono/jsx';
import type { Unit } from '../../../services/organisation.ts';
import { readNumber } from '../../../services/phone-number.ts';
import {
  checkRelative,
  type Field as FieldName,
  type RelativeForm,
} from '../../../services/relatives/check-relative.ts';
import { listOwnUnits } from '../../../services/relatives/choose-circle.ts';
import { createRelative } from '../../../services/relatives/create-relative.ts';
import { type Alike, findAlikeForm } from '../../../services/relatives/find-alike.ts';
import { CHANNELS, LANGUAGES } from '../../../services/relatives/relative-choices.ts';
import { requireRight } from '../../../services/staff/staff.ts';
import { Check, Select, TextArea } from '../../layout/choose.tsx';
import { Field, only } from '../../layout/form.tsx';
import { contactWords, languageWords, phoneWords } from '../../words/choices.ts';
import type { Words } from '../../words/language.ts';
import { inLanguage, type Language } from '../../words/language.ts';
import { wordOf } from '../../words/lookup.ts';
import { choiceOptions, choiceText } from '../../words/people-choices.ts';
import type { DeskContext, DeskEnv } from '../frame/desk-env.ts';
import { sendDesk } from '../frame/frame.tsx';
import { DeskForm } from '../frame/parts.tsx';
import { attempt, fieldSentence, ProblemList, type Problems } from '../frame/problems.tsx';
import { numberSentence } from './number-sentence.ts';
import { newRelativeWords } from './relatives-words.ts';

const BLANK: RelativeForm = {
  name: '',
  tiltale: '',
  number: '',
  phone: 'auto',
  channel: 'sms',
  language: 'da',
  relation: 'anden',
  area: 'andet',
  ageBand: 'ukendt',
  guardian: '',
  note: '',
  circle: '',
  unit: '',
  shared: '',
  consent: '',
};

type Props = {
  c: DeskContext;
  form: RelativeForm;
  problems: Problems;
  units: readonly Unit[];
  askShared: boolean;
  alike: readonly Alike[];
};

const options = (values: readonly string[], words: Record<string, Words>, language: Language) =>
  values.map((value) => [value, wordOf(words, value, language)] as const);

const Person: FC<Props> = ({ c, form, problems }) => {
  const { language } = c.var;
  const t = inLanguage(newRelativeWords, language);
  const at = (name: FieldName) => ({ name, language, value: form[name], ...only({ error: problems[name] }) });
  return (
    <fieldset>
      <legend class="h3">{t.person}</legend>
      <Field {...at('name')} label={t.name} hint={t.nameHint} maxlength={60} autocomplete="off" />
      <Field {...at('tiltale')} label={t.tiltale} hint={t.tiltaleHint} maxlength={20} autocomplete="off" />
      <Select {...at('relation')} label={t.relation} options={choiceOptions(c, 'relations')} />
      <Select {...at('ageBand')} label={t.ageBand} options={choiceOptions(c, 'ageBands')} />
      <Field {...at('guardian')} label={t.guardian} hint={t.guardianHint} maxlength={200} optional />
      <Select {...at('language')} label={t.language} options={options(LANGUAGES, languageWords, language)} />
    </fieldset>
  );
};

const Contact: FC<Props> = ({ c, form, problems, askShared }) => {
  const { language, organisation } = c.var;
  const t = inLanguage(newRelativeWords, language);
  const at = (name: FieldName) => ({ name, language, value: form[name], ...only({ error: problems[name] }) });
  return (
    <fieldset>
      <legend class="h3">{t.contact}</legend>
      <Field
        {...at('number')}
        label={t.number}
        hint={t.numberHint}
        type="tel"
        maxlength={40}
        autocomplete="off"
      />
      {askShared ? (
        <Check name="shared" label={t.shared} hint={t.sharedHint} checked={form.shared === 'yes'} />
      ) : null}
      <Select
        {...at('phone')}
        label={t.phone}
        hint={t.phoneHint}
        options={options(['auto', 'mobile', 'landline'], phoneWords, language)}
      />
      <Select {...at('channel')} label={t.channel} options={options(CHANNELS, contactWords, language)} />
      {organisation.consent ? (
        <p>
          {t.readAloud} »{form.language === 'en' ? organisation.consent.en : organisation.consent.da}«
        </p>
      ) : null}
      <Check name="consent" label={t.consent} hint={t.consentHint} checked={form.consent === 'yes'} />
    </fieldset>
  );
};

const Around: FC<Props> = ({ c, form, problems, units }) => {
  const { language } = c.var;
  const t = inLanguage(newRelativeWords, language);
  const at = (name: FieldName) => ({ name, language, value: form[name], ...only({ error: problems[name] }) });
  const choices = [['', t.noUnit] as const, ...units.map(({ id, name }) => [id, name] as const)];
  return (
    <fieldset>
      <legend class="h3">{t.around}</legend>
      <Field
        {...at('circle')}
        label={t.circle}
        hint={t.circleHint}
        maxlength={20}
        optional
        autocomplete="off"
      />
      <Select {...at('unit')} label={t.unit} hint={t.unitHint} options={choices} />
      <Select {...at('area')} label={t.area} options={choiceOptions(c, 'areas')} />
      <TextArea {...at('note')} label={t.note} hint={t.noteHint} maxlength={2000} optional />
    </fieldset>
  );
};

/** Who may be the same person: looked at first, or said to be another. */
const AlikeOnes: FC<Props> = ({ c, alike, problems }) => {
  const { language } = c.var;
  const t = inLanguage(newRelativeWords, language);
  if (alike.length === 0) return null;
  return (
    <fieldset>
      <legend class="h3">{t.alikeTitle}</legend>
      <p>{t.alikeLead}</p>
      <ul>
        {alike.map(({ id, name, relation }) => (
          <li>
            <a href={`/desk/paaroerende/${id}?fra=new`} target="_blank" rel="noopener">
              {name}, {choiceText(c, 'relations', relation)} {t.newWindow}
            </a>
          </li>
        ))}
      </ul>
      <Check name="alike" label={t.alike} checked={false} {...only({ error: problems.alike })} />
    </fieldset>
  );
};

async function sendForm(
  c: DeskContext,
  form: RelativeForm,
  problems: Problems,
  ask: { shared?: boolean; alike?: readonly Alike[] } = {},
) {
  const { language, rt, staff } = c.var;
  const t = inLanguage(newRelativeWords, language);
  const units = await listOwnUnits(rt, staff);
  const { shared: askShared = false, alike = [] } = ask;
  const props = { c, form, problems, units, askShared, alike };
  return sendDesk(
    c,
    { title: t.title, section: 'relatives', failed: Object.keys(problems).length > 0 },
    <div class="desk-narrow">
      <h1>{t.title}</h1>
      <p>{t.lead}</p>
      <ProblemList problems={problems} labels={t} language={language} />
      <DeskForm c={c} action="/desk/paaroerende/ny">
        <Person {...props} />
        <Contact {...props} />
        <Around {...props} />
        <AlikeOnes {...props} />
        <button type="submit" class="button button-primary">
          {t.create}
        </button>
      </DeskForm>
    </div>,
  );
}

function readForm(fields: URLSearchParams): RelativeForm {
  const read = Object.keys(BLANK).map((name) => [name, fields.get(name) ?? '']);
  return Object.fromEntries(read) as RelativeForm;
}

/** Registering a relative. A form that is refused comes back as it was typed, but never with a CPR number in it. */
export const newRelativeRoutes = new Hono<DeskEnv>();

newRelativeRoutes.get('/paaroerende/ny', async (c) => {
  requireRight(c.var.staff, 'care');
  return sendForm(c, { ...BLANK, circle: c.req.query('kreds') ?? '' }, {});
});

newRelativeRoutes.post('/paaroerende/ny', async (c) => {
  const { rt, staff, language, form: fields } = c.var;
  const form = readForm(fields);
  requireRight(staff, 'care');
  const found = checkRelative(form, rt.config.countries, c.var.organisation.people ?? {});
  const problems: Problems = {};
  for (const { field, code } of found) {
    problems[field] ??= numberSentence(code, rt.config.countries, language);
    if (code === 'cpr-typed') form[field] = '';
  }
  if (found.length > 0) return sendForm(c, form, problems, { shared: form.shared === 'yes' });
  const alike = fields.get('alike') === 'yes' ? [] : await findAlikeForm(rt, staff, form);
  if (alike.length > 0)
    return sendForm(
      c,
      form,
      { alike: newRelativeWords.alikeAsk[language] },
      { shared: form.shared === 'yes', alike },
    );
  const outcome = await attempt(() => createRelative(rt, staff, form));
  if ('error' in outcome) {
    const { code, detail = 'name' } = outcome.error;
    return sendForm(
      c,
      form,
      { [detail]: fieldSentence(code, language) },
      { shared: code === 'number-taken' },
    );
  }
  const isLandline = form.channel === 'sms' && isCalled(form, rt.config.countries);
  return c.redirect(
    `/desk/paaroerende/${outcome.value.id}?fra=new&gemt=${isLandline ? 'landline' : 'relative'}`,
    303,
  );
});

const isCalled = (form: RelativeForm, countries: readonly string[]): boolean =>
  form.phone === 'landline' || (form.phone === 'auto' && readNumber(form.number, countries).landline);
