import { Hono } from 'hono';
import { changeRelative, showChangeForm } from '../../../services/relatives/change-relative.ts';
import { type ChangeForm, checkChange } from '../../../services/relatives/check-change.ts';
import { fill } from '../../words/fill.ts';
import { inLanguage } from '../../words/language.ts';
import { commonWords } from '../frame/common-words.ts';
import type { DeskContext, DeskEnv } from '../frame/desk-env.ts';
import { sendDesk } from '../frame/frame.tsx';
import { DeskForm } from '../frame/parts.tsx';
import { attempt, fieldSentence, ProblemList, type Problems } from '../frame/problems.tsx';
import { Contact, Ours, Person } from './change-fields.tsx';
import { changeWords } from './change-words.ts';
import { newRelativeWords } from './relatives-words.ts';

/** The form, with what was typed in the place of what is known when it was refused. */
async function sendChange(
  c: DeskContext,
  id: string,
  typed?: { form: ChangeForm; problems: Problems },
): Promise<Response> {
  const { rt, staff, language } = c.var;
  const { form: known, ...choices } = await showChangeForm(rt, staff, id);
  const { form, problems } = typed ?? { form: known, problems: {} };
  const t = inLanguage(changeWords, language);
  const props = { c, form, known, problems, ...choices };
  const labels = { ...inLanguage(newRelativeWords, language), ...t };
  return sendDesk(
    c,
    { title: t.title, section: 'relatives', failed: typed !== undefined },
    <div class="desk-narrow">
      <h1>{fill(t.titleOf, { name: known.name })}</h1>
      <p>{newRelativeWords.lead[language]}</p>
      <ProblemList problems={problems} labels={labels} language={language} />
      <DeskForm c={c} action={`/desk/paaroerende/${id}/ret`}>
        <input type="hidden" name="seen" value={form.seen} />
        <Person {...props} />
        <Contact {...props} />
        <Ours {...props} />
        <div class="desk-buttons">
          <button type="submit" class="button button-primary">
            {t.save}
          </button>
          <a href={`/desk/paaroerende/${id}`}>{commonWords.cancel[language]}</a>
        </div>
      </DeskForm>
    </div>,
  );
}

const FIELDS = [
  'name',
  'tiltale',
  'relation',
  'area',
  'language',
  'ageBand',
  'gender',
  'guardian',
  'channel',
  'onlyCall',
  'hoursFrom',
  'hoursTo',
  'foundBy',
  'advisor',
  'note',
  'seen',
] as const satisfies readonly (keyof ChangeForm)[];

const readForm = (fields: URLSearchParams): ChangeForm =>
  Object.fromEntries(FIELDS.map((name) => [name, fields.get(name) ?? ''])) as ChangeForm;

/** Changing a record; a form that is refused comes back as it was typed, but never with a CPR number in it. */
export const changeRelativeRoutes = new Hono<DeskEnv>();

changeRelativeRoutes.get('/paaroerende/:id/ret', (c) => sendChange(c, c.req.param('id')));

changeRelativeRoutes.post('/paaroerende/:id/ret', async (c) => {
  const { rt, staff, language, form: fields } = c.var;
  const id = c.req.param('id');
  const form = readForm(fields);
  const problems: Problems = {};
  // What can no longer be chosen is told by the service, which knows what stood there.
  for (const { field, code } of checkChange(form, c.var.organisation.people ?? {}, form)) {
    problems[field] ??= fieldSentence(code, language);
    if (code === 'cpr-typed') form[field] = '';
  }
  if (Object.keys(problems).length > 0) return sendChange(c, id, { form, problems });
  const outcome = await attempt(() => changeRelative(rt, staff, id, form));
  if ('value' in outcome) return c.redirect(`/desk/paaroerende/${id}?fra=contact&gemt=changed`, 303);
  const { code, detail } = outcome.error;
  return sendChange(c, id, { form, problems: { [detail ?? 'name']: fieldSentence(code, language) } });
});
