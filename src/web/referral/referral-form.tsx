// The short public form, for staff who have the relative's yes and for the relative alone.

import type { FC } from 'hono/jsx';
import type { ErrorCode } from '../../services/app-error.ts';
import type { ReferralField, ReferralForm, ReferredBy } from '../../services/referrals/check-referral.ts';
import type { WebContext } from '../env.ts';
import { Alert } from '../layout/alert.tsx';
import { Check, Select, TextArea } from '../layout/choose.tsx';
import { Field, only } from '../layout/form.tsx';
import { PostForm, Send } from '../pages/parts.tsx';
import { sendRelativePage } from '../pages/relative-page.tsx';
import { errorWords } from '../words/errors.ts';
import { fill } from '../words/fill.ts';
import { inLanguage } from '../words/language.ts';
import { choiceOptions } from '../words/people-choices.ts';
import { publicReferralWords } from './referral-words.ts';

export type Problems = Partial<Record<ReferralField, string>>;

type Props = { c: WebContext; by: ReferredBy; form: ReferralForm; problems: Problems };

/** The fields in the order of the page. */
const FIELDS = ['name', 'number', 'relation', 'area', 'note', 'byName', 'byContact', 'consent'] as const;

const wordsOf = (c: WebContext) => inLanguage(publicReferralWords, c.var.language);

/** What is said at a field. */
export function sentenceAt(c: WebContext, by: ReferredBy, code: ErrorCode): string {
  const t = wordsOf(c);
  if (code === 'field-missing') return t.missing;
  if (code === 'text-too-long') return t.tooLong;
  if (code === 'yes-missing' && by === 'self') return t.selfYesMissing;
  return errorWords[code].text[c.var.language];
}

/** The labels of the fields, by who fills the form. */
function labelsOf(c: WebContext, by: ReferredBy): Record<ReferralField, string> {
  const t = wordsOf(c);
  const own = by === 'self';
  return {
    name: own ? t.selfName : t.name,
    number: own ? t.selfNumber : t.number,
    relation: own ? t.selfRelation : t.relation,
    area: t.area,
    note: t.note,
    consent: own ? t.selfConsent : t.consent,
    byName: t.byName,
    byContact: t.byContact,
  };
}

const Fields: FC<Props> = ({ c, by, form, problems }) => {
  const { language } = c.var;
  const t = wordsOf(c);
  const labels = labelsOf(c, by);
  const at = (name: ReferralField) => ({
    name,
    label: labels[name],
    language,
    value: form[name],
    ...only({ error: problems[name] }),
  });
  const own = by === 'self';
  const relations = choiceOptions(c, 'relations');
  const areas = choiceOptions(c, 'areas');
  return (
    <>
      <Field
        {...at('name')}
        hint={own ? t.selfNameHint : t.nameHint}
        maxlength={60}
        autocomplete={own ? 'given-name' : 'off'}
      />
      <Field
        {...at('number')}
        hint={t.numberHint}
        type="tel"
        maxlength={40}
        autocomplete={own ? 'tel' : 'off'}
      />
      <Select {...at('relation')} options={[['', t.choose], ...relations]} />
      <Select {...at('area')} options={[['', t.choose], ...areas]} />
      <TextArea {...at('note')} hint={t.noteHint} rows={3} maxlength={500} optional />
      {own ? null : (
        <>
          <Field {...at('byName')} maxlength={60} autocomplete="name" />
          <Field {...at('byContact')} hint={t.byContactHint} maxlength={120} />
        </>
      )}
      <Check
        name="consent"
        label={labels.consent}
        checked={form.consent === 'yes'}
        {...only({ error: problems.consent })}
      />
    </>
  );
};

const ProblemList: FC<Props> = ({ c, by, problems }) => {
  const { language } = c.var;
  const labels = labelsOf(c, by);
  return Object.keys(problems).length === 0 ? null : (
    <Alert variant="error" heading={wordsOf(c).problems} language={language}>
      <ul>
        {FIELDS.filter((field) => problems[field]).map((field) => (
          <li>
            <a href={`#${field}`}>
              {field === 'consent' ? '' : `${labels[field]}${labels[field].endsWith('?') ? '' : ':'} `}
              {problems[field]}
            </a>
          </li>
        ))}
      </ul>
    </Alert>
  );
};

/** Answers with the form; `id` makes of the same form sent twice one referral. */
export function sendReferralForm(
  c: WebContext,
  order: { by: ReferredBy; action: string; id: string; form: ReferralForm; problems: Problems },
): Promise<Response> {
  const t = wordsOf(c);
  const { by, action, id, form, problems } = order;
  const title = by === 'self' ? t.selfTitle : t.staffTitle;
  const failed = Object.keys(problems).length > 0;
  return sendRelativePage(
    c,
    failed ? { title: fill(t.failed, { title }), status: 422 } : { title },
    <>
      <h1>{title}</h1>
      <ProblemList c={c} by={by} form={form} problems={problems} />
      <Alert variant="warning" language={c.var.language}>
        {t.warning}
      </Alert>
      <PostForm action={action} csrf={c.var.csrf}>
        <input type="hidden" name="id" value={id} />
        <Fields c={c} by={by} form={form} problems={problems} />
        <p class="limen-actions">
          <Send variant="primary">{by === 'self' ? t.selfSend : t.send}</Send>
        </p>
      </PostForm>
    </>,
  );
}
