import { Hono } from 'hono';
import { AppError } from '../../services/app-error.ts';
import {
  checkReferral,
  type ReferralForm,
  type ReferredBy,
} from '../../services/referrals/check-referral.ts';
import { countSourceOpened, type OpenSource, openSource } from '../../services/referrals/open-source.ts';
import { ANSWER_DAYS, referRelative } from '../../services/referrals/refer-relative.ts';
import type { WebContext, WebEnv } from '../env.ts';
import { guardForms } from '../middleware/csrf.ts';
import { BigPhone, CallUs, PostForm, Send } from '../pages/parts.tsx';
import { sendRelativePage } from '../pages/relative-page.tsx';
import { fill } from '../words/fill.ts';
import { inLanguage } from '../words/language.ts';
import { type Problems, sendReferralForm, sentenceAt } from './referral-form.tsx';
import { publicReferralWords } from './referral-words.ts';

/** Who writes, as the address says it. */
const BY: Record<string, ReferredBy> = { mig: 'self', 'en-anden': 'staff' };

const BLANK: ReferralForm = {
  name: '',
  number: '',
  relation: '',
  area: '',
  note: '',
  consent: '',
  byName: '',
  byContact: '',
};

const wordsOf = (c: WebContext) => inLanguage(publicReferralWords, c.var.language);

/** The answer to an address that opens nothing: the same for wrong and closed ones. */
function sendGone(c: WebContext): Promise<Response> {
  const t = wordsOf(c);
  return sendRelativePage(
    c,
    { title: t.goneTitle, status: 404 },
    <>
      <h1>{t.goneTitle}</h1>
      <p class="font-lead">{t.goneLead}</p>
      <BigPhone c={c}>{t.goneHelp}</BigPhone>
    </>,
  );
}

const sourceOf = (c: WebContext): Promise<OpenSource | undefined> =>
  openSource(c.var.rt, c.req.param('code') ?? '', c.var.address);

const byOf = (c: WebContext): ReferredBy | undefined => {
  const who = c.req.param('who') ?? '';
  return Object.hasOwn(BY, who) ? BY[who] : undefined;
};

function readForm(fields: URLSearchParams, by: ReferredBy): ReferralForm {
  const read = Object.keys(BLANK).map((name) => [name, fields.get(name) ?? '']);
  const form = Object.fromEntries(read) as ReferralForm;
  return by === 'self' ? { ...form, byName: '', byContact: '' } : form;
}

/** `/henvis/<code>`: a code opens a form and nothing else. GET changes nothing; the press on the landing page is counted. */
export const referralFormRoutes = new Hono<WebEnv>();

referralFormRoutes.use(guardForms('form'));

referralFormRoutes.get('/:code', async (c) => {
  const source = await sourceOf(c);
  if (!source) return sendGone(c);
  const t = wordsOf(c);
  return sendRelativePage(
    c,
    { title: t.title },
    <>
      <h1>{t.title}</h1>
      <p class="font-lead">{t.lead}</p>
      <PostForm action={`/henvis/${source.code}`} csrf={c.var.csrf}>
        <h2>{t.selfLead}</h2>
        <p class="limen-actions">
          <Send variant="primary" name="hvem" value="mig">
            {t.self}
          </Send>
        </p>
        <h2>{t.staffLead}</h2>
        <p class="limen-actions">
          <Send variant="secondary" name="hvem" value="en-anden">
            {t.staff}
          </Send>
        </p>
      </PostForm>
      <CallUs c={c}>{t.call}</CallUs>
    </>,
  );
});

referralFormRoutes.post('/:code', async (c) => {
  const source = await sourceOf(c);
  if (!source) return sendGone(c);
  const who = c.var.form.get('hvem') ?? '';
  if (!Object.hasOwn(BY, who)) throw new AppError('body-unreadable');
  await countSourceOpened(c.var.rt, source.code);
  return c.redirect(`/henvis/${source.code}/${who}`, 303);
});

/** What happens now; nothing is said of whom it was about, and the page is the same for everyone. */
referralFormRoutes.get('/:code/tak', async (c) => {
  const source = await sourceOf(c);
  if (!source) return sendGone(c);
  const t = wordsOf(c);
  return sendRelativePage(
    c,
    { title: t.doneTitle },
    <>
      <h1>{t.doneTitle}</h1>
      <p class="font-lead">{fill(t.doneLead, { n: ANSWER_DAYS })}</p>
      <p>{t.doneNext}</p>
      <CallUs c={c}>{t.doneCall}</CallUs>
    </>,
  );
});

referralFormRoutes.get('/:code/:who', async (c) => {
  const by = byOf(c);
  const source = await sourceOf(c);
  if (!source || !by) return sendGone(c);
  const id = c.var.rt.newId();
  return sendReferralForm(c, { by, action: c.req.path, id, form: BLANK, problems: {} });
});

referralFormRoutes.post('/:code/:who', async (c) => {
  const { rt, address, form: fields } = c.var;
  const by = byOf(c);
  const source = await sourceOf(c);
  if (!source || !by) return sendGone(c);
  const form = readForm(fields, by);
  const id = fields.get('id') ?? '';
  const problems: Problems = {};
  for (const { field, code } of checkReferral(
    form,
    by,
    rt.config.countries,
    c.var.organisation.people ?? {},
  )) {
    problems[field] ??= sentenceAt(c, by, code);
    if (code === 'cpr-typed') form[field] = '';
  }
  if (Object.keys(problems).length > 0)
    return sendReferralForm(c, { by, action: c.req.path, id, form, problems });
  await referRelative(rt, source, { id, form, by, address });
  return c.redirect(`/henvis/${source.code}/tak`, 303);
});
