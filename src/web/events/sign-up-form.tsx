import type { FC } from 'hono/jsx';
import type { ErrorCode } from '../../services/app-error.ts';
import type { PublicEvent } from '../../services/events/list-public.ts';
import type { PublicField } from '../../services/events/sign-up-in-public.ts';
import type { WebContext } from '../env.ts';
import { Alert } from '../layout/alert.tsx';
import { Check, Select } from '../layout/choose.tsx';
import { Field, only } from '../layout/form.tsx';
import { CallUs, PostForm, Send } from '../pages/parts.tsx';
import { errorWords } from '../words/errors.ts';
import { fill } from '../words/fill.ts';
import { inLanguage } from '../words/language.ts';
import { eventsWords } from './events-words.ts';

/** What the form carries. */
export type Typed = Record<PublicField, string>;
/** What is said at a field. */
export type Problems = Partial<Record<PublicField, string>>;

export const BLANK: Typed = { name: '', number: '', guests: '0', yes: '' };

const wordsOf = (c: WebContext) => inLanguage(eventsWords, c.var.language);

/** What is said at a field of a problem there. */
export function sentenceAt(c: WebContext, field: PublicField, code: ErrorCode): string {
  const t = wordsOf(c);
  if (field === 'guests') return t.guestsWrong;
  if (field === 'yes') return t.yesMissing;
  if (code === 'field-missing') return t.missing;
  if (code === 'text-too-long') return t.tooLong;
  return errorWords[code].text[c.var.language];
}

/** What is to be corrected, each a link to its field. */
export const ProblemList: FC<{ c: WebContext; problems: Problems }> = ({ c, problems }) => {
  const t = wordsOf(c);
  const labels = { name: `${t.name}: `, number: `${t.number}: `, guests: '', yes: '' };
  const fields = (['name', 'number', 'guests', 'yes'] as const).filter((field) => problems[field]);
  return fields.length === 0 ? null : (
    <Alert variant="error" heading={t.problems} language={c.var.language}>
      <ul>
        {fields.map((field) => (
          <li>
            <a href={`#${field}`}>
              {labels[field]}
              {problems[field]}
            </a>
          </li>
        ))}
      </ul>
    </Alert>
  );
};

/** For how long names are kept after an arrangement; those at one for staff get certificates. */
export type Kept = { namesKeptDays: number; certificatesKeptYears: number };

const keptText = (c: WebContext, { audience }: PublicEvent, kept: Kept): string => {
  const t = wordsOf(c);
  return fill(audience === 'staff' ? t.keptYears : t.keptDays, {
    n: kept.namesKeptDays,
    years: kept.certificatesKeptYears,
  });
};

/** Name, number, how many, and the yes to keep them. */
export const SignUpForm: FC<{
  c: WebContext;
  event: PublicEvent;
  typed: Typed;
  problems: Problems;
  kept: Kept;
}> = ({ c, event, typed, problems, kept }) => {
  const t = wordsOf(c);
  const { language } = c.var;
  const at = (name: PublicField) => ({
    name,
    language,
    value: typed[name],
    ...only({ error: problems[name] }),
  });
  const guests = Array.from({ length: event.guests + 1 }, (_, n): [string, string] => [
    String(n),
    n === 0 ? t.alone : fill(t.withGuests, { n }),
  ]);
  return (
    <PostForm action={`/events/${event.id}`} csrf={c.var.csrf}>
      <Field {...at('name')} label={t.name} maxlength={80} autocomplete="name" />
      <Field
        {...at('number')}
        label={t.number}
        hint={t.numberHint}
        type="tel"
        maxlength={40}
        autocomplete="tel"
        width="m"
      />
      {event.guests > 0 ? <Select {...at('guests')} label={t.guests} options={guests} /> : null}
      <Check name="yes" label={t.consent} checked={typed.yes === 'yes'} {...only({ error: problems.yes })} />
      <p class="form-hint">
        {keptText(c, event, kept)} {t.warning}
      </p>
      <p class="limen-actions">
        <Send variant="primary">{event.door === 'line' ? t.sendLine : t.send}</Send>
      </p>
      <CallUs c={c}>{t.byPhone}</CallUs>
    </PostForm>
  );
};
