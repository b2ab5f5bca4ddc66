// Signing somebody up: a relative who is found first, or somebody known by a name alone. No name gets into an address.
import { Hono } from 'hono';
import type { FC } from 'hono/jsx';
import { type EventView, showEvent } from '../../../services/events/list-events.ts';
import { type SignUpForm, signUp } from '../../../services/events/sign-up.ts';
import { showRelative } from '../../../services/relatives/show-relative.ts';
import { requireRight } from '../../../services/staff/staff.ts';
import { Check } from '../../layout/choose.tsx';
import { Field, only } from '../../layout/form.tsx';
import { fill } from '../../words/fill.ts';
import { inLanguage } from '../../words/language.ts';
import { commonWords } from '../frame/common-words.ts';
import type { DeskContext, DeskEnv } from '../frame/desk-env.ts';
import { sendDesk } from '../frame/frame.tsx';
import { Section } from '../frame/lists.tsx';
import { DeskForm } from '../frame/parts.tsx';
import { attempt, fieldSentence, ProblemList, type Problems, sentenceOf } from '../frame/problems.tsx';
import { FindRelative, type Search, searchRelatives } from './find-relative.tsx';
import { placeWords } from './place-words.ts';

type Shown = Search & { form?: SignUpForm; chosen?: string };

const blank = (id: string): SignUpForm => ({ id, name: '', contact: '', guests: '', tell: 'yes', apart: '' });

const Guests: FC<{ c: DeskContext; view: EventView; form: SignUpForm; problems: Problems }> = (props) => {
  const { c, view, form, problems } = props;
  if (view.guests === 0) return null;
  return (
    <Field
      name="guests"
      label={placeWords.guests[c.var.language]}
      language={c.var.language}
      value={form.guests}
      inputmode="numeric"
      maxlength={2}
      width="xs"
      optional
      {...only({ error: problems.guests })}
    />
  );
};

/** The relative who was chosen, with what is still asked. */
const Chosen: FC<{ c: DeskContext; view: EventView; form: SignUpForm; name: string; problems: Problems }> = (
  props,
) => {
  const { c, view, form, name, problems } = props;
  const t = inLanguage(placeWords, c.var.language);
  return (
    <DeskForm c={c} action={`/desk/arrangementer/${view.id}/tilmeld`}>
      <input type="hidden" name="id" value={form.id} />
      <input type="hidden" name="relativeId" value={form.relativeId ?? ''} />
      <p class="font-lead">{name}</p>
      <Guests c={c} view={view} form={form} problems={problems} />
      <Check name="tell" label={t.tell} checked={form.tell === 'yes'} />
      {problems.apart ? <Check name="apart" label={t.apart} checked={false} error={problems.apart} /> : null}
      <button type="submit" class="button button-primary">
        {t.signUp}
      </button>
    </DeskForm>
  );
};

const ByName: FC<{ c: DeskContext; view: EventView; form: SignUpForm; problems: Problems }> = (props) => {
  const { c, view, form, problems } = props;
  const { language } = c.var;
  const t = inLanguage(placeWords, language);
  const at = (name: 'name' | 'contact') => ({
    name,
    language,
    value: form[name] ?? '',
    ...only({ error: problems[name] }),
  });
  return (
    <Section id="med-navn" heading={t.byName} hint={t.byNameHint}>
      <DeskForm c={c} action={`/desk/arrangementer/${view.id}/tilmeld`}>
        <input type="hidden" name="id" value={form.id} />
        <input type="hidden" name="tell" value="yes" />
        <Field {...at('name')} label={t.name} maxlength={80} autocomplete="off" />
        <Field {...at('contact')} label={t.contact} maxlength={120} autocomplete="off" optional />
        <Guests c={c} view={view} form={form} problems={problems} />
        <button type="submit" class="button button-primary">
          {t.signUp}
        </button>
      </DeskForm>
    </Section>
  );
};

async function sendSignUp(c: DeskContext, view: EventView, shown: Shown): Promise<Response> {
  const { rt, language } = c.var;
  const t = inLanguage(placeWords, language);
  const { problems = {}, form = blank(rt.newId()), chosen } = shown;
  const title = fill(t.signUpTitle, { title: view.title });
  return sendDesk(
    c,
    { title, section: 'events', failed: Object.keys(problems).length > 0 },
    <div class="desk-narrow">
      <h1>{title}</h1>
      <ProblemList problems={problems} labels={{ name: t.name, contact: t.contact }} language={language} />
      {chosen === undefined ? (
        <>
          <FindRelative c={c} at={`/desk/arrangementer/${view.id}/tilmeld`} verb={t.signUp} search={shown} />
          <ByName c={c} view={view} form={form} problems={problems} />
        </>
      ) : (
        <Chosen c={c} view={view} form={form} name={chosen} problems={problems} />
      )}
      <p>
        <a href={`/desk/arrangementer/${view.id}`}>{commonWords.cancel[language]}</a>
      </p>
    </div>,
  );
}

/** Signing up. */
export const signUpRoutes = new Hono<DeskEnv>();

const viewOf = async (c: DeskContext): Promise<EventView> => {
  requireRight(c.var.staff, 'care');
  return showEvent(c.var.rt, c.var.staff, c.req.param('id') ?? '');
};

signUpRoutes.get('/arrangementer/:id/tilmeld', async (c) => sendSignUp(c, await viewOf(c), {}));

signUpRoutes.post('/arrangementer/:id/tilmeld/soeg', async (c) =>
  sendSignUp(c, await viewOf(c), await searchRelatives(c)),
);

const nameOf = async (c: DeskContext, id: string): Promise<string> =>
  (await showRelative(c.var.rt, c.var.staff, id, 'event')).name;

signUpRoutes.post('/arrangementer/:id/tilmeld/valgt', async (c) => {
  const view = await viewOf(c);
  const relativeId = c.var.form.get('paaroerende') ?? '';
  const chosen = await nameOf(c, relativeId);
  return sendSignUp(c, view, { form: { ...blank(c.var.rt.newId()), relativeId }, chosen });
});

signUpRoutes.post('/arrangementer/:id/tilmeld', async (c) => {
  const { rt, staff, form: sent, language } = c.var;
  const view = await viewOf(c);
  const read = (name: string): string => sent.get(name) ?? '';
  const relativeId = read('relativeId');
  const form: SignUpForm = {
    id: read('id'),
    ...(relativeId === '' ? { name: read('name'), contact: read('contact') } : { relativeId }),
    guests: read('guests'),
    tell: read('tell'),
    apart: read('apart'),
  };
  const done = await attempt(() => signUp(rt, staff, view.id, form));
  if (!('error' in done))
    return c.redirect(
      `/desk/arrangementer/${view.id}?gemt=${done.value.seat === 'yes' ? 'eventSeat' : 'eventLine'}`,
      303,
    );
  const { code, detail = '' } = done.error;
  const known = ['name', 'contact', 'guests'].includes(detail);
  const sentence = code === 'already-done' ? placeWords.already[language] : sentenceOf(code, '', language);
  const problems =
    detail === 'apart'
      ? { apart: placeWords.apartFirst[language] }
      : { [known ? detail : 'id']: known ? fieldSentence(code, language) : sentence };
  const chosen = relativeId === '' ? {} : { chosen: await nameOf(c, relativeId) };
  return sendSignUp(c, view, { form, problems, ...chosen });
});
