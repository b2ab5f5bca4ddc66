// Writing a group message: nothing is sent from here, the next page shows who would get what.
import { Hono } from 'hono';
import type { FC } from 'hono/jsx';
import type { ErrorCode } from '../../../services/app-error.ts';
import { PAGE_FIELDS, SMS_FIELDS, WAYS } from '../../../services/broadcasts/broadcast-text.ts';
import {
  checkDraft,
  type DraftForm,
  dropDraft,
  saveDraft,
  showDraft,
} from '../../../services/broadcasts/save-draft.ts';
import { listGroups } from '../../../services/groups/show-group.ts';
import { LANGUAGES } from '../../../services/relatives/relative-choices.ts';
import { requireRight } from '../../../services/staff/staff.ts';
import { Select, TextArea } from '../../layout/choose.tsx';
import { Field, only } from '../../layout/form.tsx';
import { languageWords } from '../../words/choices.ts';
import { fill } from '../../words/fill.ts';
import { inLanguage, type Language } from '../../words/language.ts';
import { wordOf } from '../../words/lookup.ts';
import { commonWords } from '../frame/common-words.ts';
import type { DeskContext, DeskEnv } from '../frame/desk-env.ts';
import { sendDesk } from '../frame/frame.tsx';
import { DeskForm } from '../frame/parts.tsx';
import { attempt, fieldSentence, ProblemList, type Problems, sentenceOf } from '../frame/problems.tsx';
import { Seen, seenOf } from '../frame/seen.tsx';
import { broadcastWords } from './broadcast-words.ts';

/** Written in most messages; the others stand behind a press. */
const FIRST = ['da', 'en'] as const;

type Shown = { form: DraftForm; problems: Problems; title: string; action: string; back: string };
type Option = readonly [string, string];

const spoken = (c: DeskContext, language: string): string =>
  wordOf(languageWords, language, c.var.language).toLocaleLowerCase(c.var.language);

const TextIn: FC<{ c: DeskContext; shown: Shown; language: string }> = ({ c, shown, language }) => {
  const { form, problems } = shown;
  const t = inLanguage(broadcastWords, c.var.language);
  const name = `tekst-${language}`;
  return (
    <TextArea
      name={name}
      label={fill(t.text, { language: spoken(c, language) })}
      language={c.var.language}
      value={form.texts[language] ?? ''}
      rows={language === 'da' ? 6 : 4}
      maxlength={4000}
      {...(language === 'da' ? {} : { optional: true })}
      {...only({ error: problems[name], hint: language === 'en' ? t.textHint : undefined })}
    />
  );
};

const Merge: FC<{ c: DeskContext }> = ({ c }) => {
  const t = inLanguage(broadcastWords, c.var.language);
  const codes = (fields: readonly string[]) =>
    fields.map((field, i) => (
      <>
        {i > 0 ? ' ' : ''}
        <code>{`{{ ${field} }}`}</code>
      </>
    ));
  return (
    <details class="desk-path">
      <summary>{t.fields}</summary>
      <p>
        {t.fieldsSms} {codes(SMS_FIELDS)}
      </p>
      <p>
        {t.fieldsPage} {codes(PAGE_FIELDS.filter((field) => !SMS_FIELDS.some((open) => open === field)))}
      </p>
    </details>
  );
};

const Fields: FC<{ c: DeskContext; shown: Shown; groups: readonly Option[] }> = ({ c, shown, groups }) => {
  const { form, problems } = shown;
  const { language } = c.var;
  const t = inLanguage(broadcastWords, language);
  const others = LANGUAGES.filter((one) => !FIRST.some((first) => first === one));
  const isOpen = others.some((one) => form.texts[one] || problems[`tekst-${one}`]);
  return (
    <>
      <Field
        name="title"
        label={t.name}
        hint={t.nameHint}
        language={language}
        value={form.title}
        maxlength={80}
        {...only({ error: problems.title })}
      />
      <Select
        name="groupId"
        label={t.group}
        language={language}
        value={form.groupId}
        options={groups}
        {...only({ error: problems.groupId })}
      />
      <Select
        name="way"
        label={t.way}
        hint={t.wayHint}
        language={language}
        value={form.way}
        options={WAYS.map((way) => [way, t[`short_${way}`]])}
        {...only({ error: problems.way })}
      />
      <Merge c={c} />
      {FIRST.map((one) => (
        <TextIn c={c} shown={shown} language={one} />
      ))}
      <details class="desk-path" open={isOpen}>
        <summary>{t.otherLanguages}</summary>
        <p class="form-hint">{t.otherHint}</p>
        {others.map((one) => (
          <TextIn c={c} shown={shown} language={one} />
        ))}
      </details>
    </>
  );
};

const labelsOf = (c: DeskContext): Record<string, string> => {
  const t = inLanguage(broadcastWords, c.var.language);
  const texts = LANGUAGES.map((one) => [`tekst-${one}`, fill(t.text, { language: spoken(c, one) })]);
  return { title: t.name, groupId: t.group, way: t.way, ...Object.fromEntries(texts) };
};

async function sendForm(c: DeskContext, shown: Shown): Promise<Response> {
  const { rt, staff, language } = c.var;
  const t = inLanguage(broadcastWords, language);
  const { form, problems, title, action, back } = shown;
  const groups = await listGroups(rt, staff);
  return sendDesk(
    c,
    { title, section: 'broadcasts', failed: Object.keys(problems).length > 0 },
    <div class="desk-narrow">
      <h1>{title}</h1>
      <ProblemList problems={problems} labels={labelsOf(c)} language={language} />
      {groups.length === 0 ? (
        <p>
          {t.noGroups} <a href="/desk/grupper">{t.makeGroup}</a>
        </p>
      ) : (
        <DeskForm c={c} action={action}>
          <input type="hidden" name="id" value={form.id} />
          {form.seen === undefined ? null : <Seen view={{ seen: form.seen }} />}
          <Fields c={c} shown={shown} groups={groups.map((group) => [group.id, group.title])} />
          <div class="desk-buttons">
            <button type="submit" class="button button-primary">
              {t.goOn}
            </button>
            <a href={back}>{commonWords.cancel[language]}</a>
          </div>
        </DeskForm>
      )}
    </div>,
  );
}

function readForm(c: DeskContext, seen?: number): DraftForm {
  const { form } = c.var;
  const texts = LANGUAGES.map((language) => [language, form.get(`tekst-${language}`) ?? '']);
  return {
    id: form.get('id') ?? '',
    title: form.get('title') ?? '',
    groupId: form.get('groupId') ?? '',
    way: form.get('way') ?? '',
    texts: Object.fromEntries(texts),
    ...only({ seen }),
  };
}

/** What is wrong with a word of a text. */
const wordProblem = (code: ErrorCode, word: string, language: Language): string =>
  code === 'template-wrong'
    ? fill(broadcastWords.badField[language], { word })
    : sentenceOf(code, word, language);

async function problemsOf(c: DeskContext, form: DraftForm): Promise<Problems> {
  const { rt, staff, language } = c.var;
  const problems: Problems = {};
  for (const { field, code, language: of = 'da', word } of await checkDraft(rt, staff, form))
    problems[field === 'texts' ? `tekst-${of}` : field] ??=
      word === undefined ? fieldSentence(code, language) : wordProblem(code, word, language);
  return problems;
}

/** Keeps what was sent and goes on to what it would do; a form that fails keeps what was typed. */
async function answer(c: DeskContext, shown: Shown): Promise<Response> {
  const { rt, staff, language } = c.var;
  requireRight(staff, 'coordinate');
  const problems = await problemsOf(c, shown.form);
  if (Object.keys(problems).length > 0) return sendForm(c, { ...shown, problems });
  const kept = await attempt(() => saveDraft(rt, staff, shown.form));
  if ('error' in kept)
    return sendForm(c, { ...shown, problems: { title: sentenceOf(kept.error.code, '', language) } });
  return c.redirect(`/desk/gruppebeskeder/${kept.value.id}?gemt=broadcast`, 303);
}

/** Writing and changing drafts. */
export const broadcastFormRoutes = new Hono<DeskEnv>();

const newPage = (c: DeskContext, form: DraftForm): Shown => ({
  form,
  problems: {},
  title: broadcastWords.addTitle[c.var.language],
  action: '/desk/gruppebeskeder/ny',
  back: '/desk/gruppebeskeder',
});

broadcastFormRoutes.get('/gruppebeskeder/ny', (c) => {
  const { rt, staff } = c.var;
  requireRight(staff, 'coordinate');
  const groupId = c.req.query('gruppe') ?? '';
  return sendForm(c, newPage(c, { id: rt.newId(), title: '', groupId, way: 'sms', texts: {} }));
});

broadcastFormRoutes.post('/gruppebeskeder/ny', (c) => answer(c, newPage(c, readForm(c))));

const changePage = (c: DeskContext, form: DraftForm): Shown => ({
  form,
  problems: {},
  title: fill(broadcastWords.changeTitle[c.var.language], { title: form.title }),
  action: `/desk/gruppebeskeder/${form.id}/ret`,
  back: `/desk/gruppebeskeder/${form.id}`,
});

broadcastFormRoutes.get('/gruppebeskeder/:id/ret', async (c) =>
  sendForm(c, changePage(c, await showDraft(c.var.rt, c.var.staff, c.req.param('id')))),
);

broadcastFormRoutes.post('/gruppebeskeder/:id/ret', (c) =>
  answer(c, changePage(c, { ...readForm(c, seenOf(c)), id: c.req.param('id') })),
);

broadcastFormRoutes.post('/gruppebeskeder/:id/slet', async (c) => {
  await dropDraft(c.var.rt, c.var.staff, c.req.param('id'), seenOf(c));
  return c.redirect('/desk/gruppebeskeder?gemt=broadcastDropped', 303);
});
