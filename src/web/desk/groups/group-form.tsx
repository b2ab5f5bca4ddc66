// Making and changing a group; a rule is tried before it is kept, and who it fits is seen.
import { Hono } from 'hono';
import type { FC } from 'hono/jsx';
import { showGroup, tryRule } from '../../../services/groups/show-group.ts';
import { addGroup, changeGroup, checkGroup, type GroupForm } from '../../../services/groups/write-group.ts';
import { requireRight } from '../../../services/staff/staff.ts';
import { Select, TextArea } from '../../layout/choose.tsx';
import { Field, only } from '../../layout/form.tsx';
import { fill } from '../../words/fill.ts';
import { inLanguage } from '../../words/language.ts';
import { commonWords } from '../frame/common-words.ts';
import type { DeskContext, DeskEnv } from '../frame/desk-env.ts';
import { sendDesk } from '../frame/frame.tsx';
import { Section } from '../frame/lists.tsx';
import { DeskForm } from '../frame/parts.tsx';
import { attempt, fieldSentence, ProblemList, type Problems, sentenceOf } from '../frame/problems.tsx';
import { MemberList } from './group-parts.tsx';
import { groupWords } from './group-words.ts';
import { loadRuleOptions, RuleFields, type RuleOptions, readRuleForm } from './rule-form.tsx';
import { type Names, ruleSentence } from './rule-sentence.ts';

type Tried = Awaited<ReturnType<typeof tryRule>>;

type Shown = {
  form: GroupForm;
  problems: Problems;
  title: string;
  action: string;
  back: string;
  /** The group as it was seen, when one is changed. */
  seen?: number;
  tried?: Tried;
};

const Fits: FC<{ c: DeskContext; form: GroupForm; tried: Tried; names: Names }> = (props) => {
  const { c, form, tried, names } = props;
  const t = inLanguage(groupWords, c.var.language);
  if (form.rule === null) return null;
  return (
    <Section id="passer" heading={t.membersHeading}>
      <p>{ruleSentence(c, form.rule, names)}</p>
      <p role="status">{fill(t.fits, { n: tried.count })}</p>
      {tried.count > tried.members.length ? <p>{fill(t.fitsMore, { n: tried.members.length })}</p> : null}
      <MemberList c={c} members={tried.members} />
    </Section>
  );
};

const Fields: FC<{ c: DeskContext; shown: Shown; options: RuleOptions }> = ({ c, shown, options }) => {
  const { form, problems, seen } = shown;
  const { language, staff } = c.var;
  const t = inLanguage(groupWords, language);
  const house = staff.units === 'all' ? ([['', t.wholeHouse]] as const) : [];
  return (
    <>
      {seen === undefined ? null : <input type="hidden" name="seen" value={String(seen)} />}
      {form.rule === null ? null : <input type="hidden" name="ved" value="regel" />}
      <Field
        name="title"
        label={t.name}
        language={language}
        value={form.title}
        maxlength={80}
        {...only({ error: problems.title })}
      />
      <TextArea
        name="note"
        label={t.note}
        language={language}
        value={form.note}
        rows={2}
        maxlength={500}
        optional
        {...only({ error: problems.note })}
      />
      <Select
        name="unit"
        label={t.unit}
        hint={t.unitHint}
        language={language}
        value={form.unit}
        options={[...house, ...options.units]}
        {...only({ error: problems.unit })}
      />
      {form.rule === null ? null : (
        <RuleFields c={c} rule={form.rule} options={options} problems={problems} />
      )}
    </>
  );
};

async function sendForm(c: DeskContext, shown: Shown): Promise<Response> {
  const { language } = c.var;
  const t = inLanguage(groupWords, language);
  const { form, problems, title, action, back, tried } = shown;
  const options = await loadRuleOptions(c);
  const names = {
    units: new Map(options.units),
    flows: new Map(options.flows),
    events: new Map(options.eventTitles),
  };
  return sendDesk(
    c,
    { title, section: 'groups', failed: Object.keys(problems).length > 0 },
    <div class="desk-narrow">
      <h1>{title}</h1>
      <ProblemList problems={problems} labels={{ ...t, title: t.name }} language={language} />
      <DeskForm c={c} action={action}>
        <Fields c={c} shown={shown} options={options} />
        <div class="desk-buttons">
          {form.rule === null ? null : (
            <button type="submit" name="gem" value="" class="button button-secondary">
              {t.try}
            </button>
          )}
          <button type="submit" name="gem" value="1" class="button button-primary">
            {commonWords.save[language]}
          </button>
          <a href={back}>{commonWords.cancel[language]}</a>
        </div>
      </DeskForm>
      {tried ? <Fits c={c} form={form} tried={tried} names={names} /> : null}
    </div>,
  );
}

const readForm = (form: URLSearchParams): GroupForm => ({
  title: form.get('title') ?? '',
  note: form.get('note') ?? '',
  unit: form.get('unit') ?? '',
  rule: form.get('ved') === 'regel' ? readRuleForm(form) : null,
});

async function problemsOf(c: DeskContext, form: GroupForm): Promise<Problems> {
  const { rt, staff, language } = c.var;
  const problems: Problems = {};
  for (const { field, code } of await checkGroup(rt, staff, form)) {
    problems[field] ??= fieldSentence(code, language);
    if (code === 'cpr-typed' && (field === 'title' || field === 'note')) form[field] = '';
  }
  return problems;
}

/** Tries or keeps what was sent; gives the page to show, or where to go on when it was kept. */
async function answer(
  c: DeskContext,
  shown: Shown,
  keep: (form: GroupForm) => Promise<string>,
): Promise<Response> {
  const { rt, staff, form: sent, language } = c.var;
  requireRight(staff, 'coordinate');
  const problems = await problemsOf(c, shown.form);
  if (Object.keys(problems).length > 0) return sendForm(c, { ...shown, problems });
  if (shown.form.rule !== null && sent.get('gem') !== '1')
    return sendForm(c, { ...shown, tried: await tryRule(rt, staff, shown.form.rule) });
  const kept = await attempt(() => keep(shown.form));
  if ('error' in kept) {
    const sentence = sentenceOf(kept.error.code, '', language);
    return sendForm(c, { ...shown, problems: { title: sentence } });
  }
  return c.redirect(`/desk/grupper/${kept.value}?gemt=group`, 303);
}

/** Making and changing groups. */
export const groupFormRoutes = new Hono<DeskEnv>();

const newPage = (c: DeskContext, form: GroupForm): Shown => ({
  form,
  problems: {},
  title: (form.rule === null ? groupWords.addByHand : groupWords.addByRule)[c.var.language],
  action: '/desk/grupper/ny',
  back: '/desk/grupper',
});

groupFormRoutes.get('/grupper/ny', (c) => {
  requireRight(c.var.staff, 'coordinate');
  const rule = c.req.query('ved') === 'regel' ? {} : null;
  return sendForm(c, newPage(c, { title: '', note: '', unit: '', rule }));
});

groupFormRoutes.post('/grupper/ny', (c) =>
  answer(
    c,
    newPage(c, readForm(c.var.form)),
    async (form) => (await addGroup(c.var.rt, c.var.staff, form)).id,
  ),
);

const changePage = (c: DeskContext, id: string, title: string, form: GroupForm, seen: number): Shown => ({
  form,
  seen,
  problems: {},
  title: fill(groupWords.changeTitle[c.var.language], { title }),
  action: `/desk/grupper/${id}/ret`,
  back: `/desk/grupper/${id}`,
});

groupFormRoutes.get('/grupper/:id/ret', async (c) => {
  const { rt, staff } = c.var;
  requireRight(staff, 'coordinate');
  const id = c.req.param('id');
  const { title, note, unitId, rule, changedAt } = await showGroup(rt, staff, id);
  return sendForm(c, changePage(c, id, title, { title, note, unit: unitId ?? '', rule }, changedAt));
});

groupFormRoutes.post('/grupper/:id/ret', async (c) => {
  const { rt, staff, form: sent } = c.var;
  const id = c.req.param('id');
  const { title } = await showGroup(rt, staff, id);
  const seen = Number(sent.get('seen'));
  return answer(c, changePage(c, id, title, readForm(sent), seen), async (form) => {
    await changeGroup(rt, staff, id, { ...form, seen });
    return id;
  });
});
