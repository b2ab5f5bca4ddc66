import { type Context, Hono } from 'hono';
import type { FC } from 'hono/jsx';
import { isoDate } from '../../../journey/time/format.ts';
import { type KeyForm, makeKey } from '../../../services/api-keys/make-key.ts';
import { SCOPES } from '../../../services/api-keys/scopes.ts';
import { listUnits, type Unit } from '../../../services/organisation.ts';
import { ROLES, requireRight } from '../../../services/staff/staff.ts';
import { Check, Select } from '../../layout/choose.tsx';
import { Field, only } from '../../layout/form.tsx';
import { inLanguage } from '../../words/language.ts';
import { commonWords, roleWords } from '../frame/common-words.ts';
import type { DeskContext, DeskEnv } from '../frame/desk-env.ts';
import { sendDesk } from '../frame/frame.tsx';
import { DeskForm } from '../frame/parts.tsx';
import { attempt, fieldSentence, ProblemList, type Problems } from '../frame/problems.tsx';
import { keysWords } from './keys-words.ts';
import { scopeText } from './scope-text.ts';

const YEAR_MS = 365 * 24 * 60 * 60_000;

/** What stands ticked under a name that begins so: "enhed.unit-1" gives "unit-1". */
const tickedOf = (form: URLSearchParams, prefix: string): string[] =>
  [...form.keys()].filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length));

const formOf = (form: URLSearchParams): KeyForm => ({
  title: form.get('title') ?? '',
  role: form.get('role') ?? '',
  units: form.has('alle') ? 'all' : tickedOf(form, 'enhed.'),
  scopes: tickedOf(form, 'adgang.'),
  endsOn: form.get('endsOn') ?? '',
});

/** A group of things to tick; its heading is where a problem of the group leads to. */
const Ticks: FC<{
  id: string;
  legend: string;
  hint: string;
  error: string | undefined;
  options: readonly { name: string; label: string; checked: boolean }[];
}> = ({ id, legend, hint, error, options }) => (
  <fieldset id={id} tabindex={-1} class={error ? 'form-group form-error mt-6' : 'form-group mt-6'}>
    <legend class="form-label">{legend}</legend>
    <span class="form-hint">{hint}</span>
    {error ? <span class="form-error-message">{error}</span> : null}
    <div class="desk-columns desk-ticks">
      {options.map((option) => (
        <Check {...option} />
      ))}
    </div>
  </fieldset>
);

type Shown = { c: DeskContext; form: KeyForm; problems: Problems; units: readonly Unit[] };

const KeyFields: FC<Shown> = ({ c, form, problems, units }) => {
  const { language } = c.var;
  const t = inLanguage(keysWords, language);
  const chosen = new Set(form.units === 'all' ? [] : form.units);
  const scopes = new Set(form.scopes);
  return (
    <>
      <Field
        {...{ name: 'title', label: t.name, hint: t.nameHint, value: form.title, maxlength: 60, language }}
        {...only({ error: problems.title })}
      />
      <Select
        {...{ name: 'role', label: t.role, hint: t.roleHint, value: form.role, language }}
        options={ROLES.map((role) => [role, roleWords[role][language]] as const)}
        {...only({ error: problems.role })}
      />
      <Ticks
        {...{ id: 'units', legend: t.units, hint: t.unitsHint, error: problems.units }}
        options={[
          { name: 'alle', label: t.allUnits, checked: form.units === 'all' },
          ...units.map(({ id, name }) => ({ name: `enhed.${id}`, label: name, checked: chosen.has(id) })),
        ]}
      />
      <Ticks
        {...{ id: 'scopes', legend: t.scopes, hint: t.scopesHint, error: problems.scopes }}
        options={SCOPES.map((scope) => ({
          name: `adgang.${scope}`,
          label: scopeText(scope, language),
          checked: scopes.has(scope),
        }))}
      />
      <Field
        {...{ name: 'endsOn', type: 'date', label: t.endsOn, hint: t.endsHint, value: form.endsOn, language }}
        width="m"
        {...only({ error: problems.endsOn })}
      />
    </>
  );
};

async function sendForm(c: DeskContext, form: KeyForm, problems: Problems = {}): Promise<Response> {
  const { language } = c.var;
  const t = inLanguage(keysWords, language);
  const units = await listUnits(c.var.rt);
  const labels = { title: t.name, role: t.role, units: t.units, scopes: t.scopes, endsOn: t.endsOn };
  return sendDesk(
    c,
    { title: t.make, section: 'settings', failed: Object.keys(problems).length > 0 },
    <div class="desk-narrow">
      <h1>{t.make}</h1>
      <ProblemList {...{ problems, labels, language }} />
      <DeskForm c={c} action="/desk/noegler/ny">
        <KeyFields {...{ c, form, problems, units }} />
        <div class="desk-buttons">
          <button type="submit" class="button button-primary">
            {t.make}
          </button>
          <a href="/desk/noegler">{commonWords.cancel[language]}</a>
        </div>
      </DeskForm>
    </div>,
  );
}

export const newKeyRoutes = new Hono<DeskEnv>();

newKeyRoutes.get('/noegler/ny', (c: Context<DeskEnv>) => {
  const { rt, staff } = c.var;
  requireRight(staff, 'administer');
  const endsOn = isoDate(rt.clock() + YEAR_MS);
  return sendForm(c, { title: '', role: 'reader', units: [], scopes: [], endsOn });
});

newKeyRoutes.post('/noegler/ny', async (c) => {
  const { rt, staff, language } = c.var;
  const t = inLanguage(keysWords, language);
  const form = formOf(c.var.form);
  const made = await attempt(() => makeKey(rt, staff, form));
  if ('error' in made)
    return sendForm(c, form, { [made.error.detail ?? 'title']: fieldSentence(made.error.code, language) });
  return sendDesk(
    c,
    { title: t.madeTitle, section: 'settings' },
    <div class="desk-narrow">
      <h1>{t.madeTitle}</h1>
      <p class="font-lead">{t.once}</p>
      <p>
        {t.theKey}: <code class="desk-secret">{made.value.key}</code>
      </p>
      <p>
        <a href="/desk/noegler">{t.toAll}</a>
      </p>
    </div>,
  );
});
