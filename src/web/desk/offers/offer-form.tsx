import { Hono } from 'hono';
import { checkOffer, type OfferForm, offerAreas } from '../../../services/offers/check-offer.ts';
import { showOffer } from '../../../services/offers/show-offer.ts';
import { addOffer, changeOffer } from '../../../services/offers/write-offer.ts';
import { requireRight } from '../../../services/staff/staff.ts';
import { Check, Select, TextArea } from '../../layout/choose.tsx';
import { Field, only } from '../../layout/form.tsx';
import { fill } from '../../words/fill.ts';
import { inLanguage } from '../../words/language.ts';
import { commonWords } from '../frame/common-words.ts';
import type { DeskContext, DeskEnv } from '../frame/desk-env.ts';
import { sendDesk } from '../frame/frame.tsx';
import { DeskForm } from '../frame/parts.tsx';
import { attempt, fieldSentence, ProblemList, type Problems } from '../frame/problems.tsx';
import { Seen, seenOf } from '../frame/seen.tsx';
import { areaText } from './offer-parts.tsx';
import { offerWords } from './offer-words.ts';

const BLANK: OfferForm = {
  title: '',
  text: '',
  target: '',
  area: 'alle',
  contact: '',
  url: '',
  inside: '',
  validUntil: '',
};

function readForm(fields: URLSearchParams): OfferForm {
  const read = Object.keys(BLANK).map((name) => [name, fields.get(name) ?? '']);
  return Object.fromEntries(read) as OfferForm;
}

/** `kept` is the area the offer has already, `seen` when it had last been changed. */
type Order = {
  kept?: string;
  form: OfferForm & { seen?: number };
  problems: Problems;
  title: string;
  action: string;
  back: string;
};

function sendForm(c: DeskContext, { form, problems, title, action, back, kept }: Order): Promise<Response> {
  const { language } = c.var;
  const t = inLanguage(offerWords, language);
  const at = (name: keyof OfferForm) => ({
    name,
    language,
    value: form[name],
    ...only({ error: problems[name] }),
  });
  return sendDesk(
    c,
    { title, section: 'offers', failed: Object.keys(problems).length > 0 },
    <div class="desk-narrow">
      <h1>{title}</h1>
      <ProblemList problems={problems} labels={{ ...t, title: t.formTitle }} language={language} />
      <DeskForm c={c} action={action}>
        {form.seen === undefined ? null : <Seen view={{ seen: form.seen }} />}
        <Field {...at('title')} label={t.formTitle} maxlength={100} />
        <TextArea {...at('text')} label={t.text} maxlength={2000} />
        <Field {...at('target')} label={t.target} hint={t.targetHint} maxlength={300} />
        <Select
          {...at('area')}
          label={t.area}
          options={offerAreas(c.var.organisation.people ?? {}, kept).map((area) => [area, areaText(c, area)])}
        />
        <Field {...at('contact')} label={t.contact} hint={t.contactHint} maxlength={300} />
        <Field {...at('url')} label={t.url} hint={t.urlHint} maxlength={500} optional />
        <Check name="inside" label={t.isInside} checked={form.inside === 'yes'} />
        <Field
          {...at('validUntil')}
          type="date"
          label={t.validUntil}
          hint={t.validUntilHint}
          width="m"
          optional
        />
        <div class="desk-buttons">
          <button type="submit" class="button button-primary">
            {commonWords.save[language]}
          </button>
          <a href={back}>{commonWords.cancel[language]}</a>
        </div>
      </DeskForm>
    </div>,
  );
}

/** The sentences of what is wrong; what looks like a CPR number is not shown again. */
function refuse(c: DeskContext, form: OfferForm, kept?: string): Problems {
  const problems: Problems = {};
  for (const { field, code } of checkOffer(form, c.var.organisation.people ?? {}, kept)) {
    problems[field] ??= fieldSentence(code, c.var.language);
    if (code === 'cpr-typed') form[field] = '';
  }
  return problems;
}

/** Making and changing an offer of the signpost. */
export const offerFormRoutes = new Hono<DeskEnv>();

const addPage = (c: DeskContext, form: OfferForm, problems: Problems): Promise<Response> =>
  sendForm(c, {
    form,
    problems,
    title: offerWords.addTitle[c.var.language],
    action: '/desk/vejviser/ny',
    back: '/desk/vejviser',
  });

offerFormRoutes.get('/vejviser/ny', (c) => {
  requireRight(c.var.staff, 'coordinate');
  return addPage(c, { ...BLANK }, {});
});

offerFormRoutes.post('/vejviser/ny', async (c) => {
  const { rt, staff } = c.var;
  requireRight(staff, 'coordinate');
  const form = readForm(c.var.form);
  const problems = refuse(c, form);
  if (Object.keys(problems).length > 0) return addPage(c, form, problems);
  const { id } = await addOffer(rt, staff, form);
  return c.redirect(`/desk/vejviser/${id}?gemt=offer`, 303);
});

async function changePage(
  c: DeskContext,
  id: string,
  typed: { form?: OfferForm & { seen: number }; problems: Problems } = { problems: {} },
): Promise<Response> {
  const { rt, staff, language } = c.var;
  requireRight(staff, 'coordinate');
  const offer = await showOffer(rt, staff, id);
  const { title, text, target, area, contact } = offer;
  const kept = {
    title,
    text,
    target,
    area,
    contact,
    url: offer.url ?? '',
    validUntil: offer.validUntil ?? '',
  };
  return sendForm(c, {
    kept: area,
    form: typed.form ?? { ...kept, inside: offer.inside === 1 ? 'yes' : '', seen: offer.changedAt },
    problems: typed.problems,
    title: fill(offerWords.changeTitle[language], { title }),
    action: `/desk/vejviser/${id}/ret`,
    back: `/desk/vejviser/${id}`,
  });
}

offerFormRoutes.get('/vejviser/:id/ret', (c) => changePage(c, c.req.param('id')));

offerFormRoutes.post('/vejviser/:id/ret', async (c) => {
  const { rt, staff } = c.var;
  requireRight(staff, 'coordinate');
  const id = c.req.param('id');
  const form = { ...readForm(c.var.form), seen: seenOf(c) };
  const problems = refuse(c, form, (await showOffer(rt, staff, id)).area);
  if (Object.keys(problems).length > 0) return changePage(c, id, { form, problems });
  const outcome = await attempt(() => changeOffer(rt, staff, id, form));
  if ('error' in outcome) {
    if (outcome.error.code !== 'changed-meanwhile') throw outcome.error;
    return changePage(c, id, { problems: { title: fieldSentence(outcome.error.code, c.var.language) } });
  }
  return c.redirect(`/desk/vejviser/${id}?gemt=offer`, 303);
});
