import { Hono } from 'hono';
import { changeSettings } from '../../../services/settings/change-settings.ts';
import { showSettings } from '../../../services/settings/show-settings.ts';
import { Select } from '../../layout/choose.tsx';
import { Field, only } from '../../layout/form.tsx';
import { fill } from '../../words/fill.ts';
import { inLanguage } from '../../words/language.ts';
import { commonWords } from '../frame/common-words.ts';
import type { DeskContext, DeskEnv } from '../frame/desk-env.ts';
import { DeskForm } from '../frame/parts.tsx';
import { attempt, fieldSentence, type Problems } from '../frame/problems.tsx';
import { Seen, seenOf } from '../frame/seen.tsx';
import { sendSettings } from './settings.tsx';
import { settingsWords } from './settings-words.ts';

const FIELDS = ['kommune', 'authority', 'telefon', 'akut', 'aabningstid'] as const;
type Names = Record<(typeof FIELDS)[number] | 'segmentPrice', string>;

const HINTS = {
  kommune: 'kommuneHint',
  authority: undefined,
  telefon: 'telefonHint',
  akut: 'akutHint',
  aabningstid: 'aabningstidHint',
} as const;

function sendForm(c: DeskContext, seen: number, values: Names, problems: Problems): Promise<Response> {
  const { language } = c.var;
  const t = inLanguage(settingsWords, language);
  return sendSettings(
    c,
    { title: t.organisation, problems, labels: t },
    <DeskForm c={c} action="/desk/indstillinger/kommunen">
      <Seen view={{ seen }} />
      {FIELDS.map((name) => {
        const hint = HINTS[name];
        return (
          <Field
            name={name}
            label={t[name]}
            language={language}
            value={values[name]}
            maxlength={name === 'kommune' ? 20 : 120}
            {...only({ hint: hint && t[hint], error: problems[name] })}
          />
        );
      })}
      <Field
        name="segmentPrice"
        label={t.segmentPrice}
        language={language}
        value={values.segmentPrice}
        maxlength={8}
        hint={t.segmentPriceHint}
        {...only({ error: problems.segmentPrice })}
      />
      <button type="submit" class="button button-primary">
        {commonWords.save[language]}
      </button>
    </DeskForm>,
  );
}

/** Øre as they are typed, with a comma or a point; none when nothing is, and not a number when it is none. */
const readPrice = (typed: string): number | null => (typed === '' ? null : Number(typed.replace(',', '.')));
const priceText = (price: number | null): string => (price === null ? '' : String(price).replace('.', ','));

/** What the municipality is called, and how long words are kept. */
export const organisationRoutes = new Hono<DeskEnv>();

organisationRoutes.get('/indstillinger/kommunen', async (c) => {
  const { organisation, seen } = await showSettings(c.var.rt, c.var.staff);
  return sendForm(c, seen, { ...organisation, segmentPrice: priceText(organisation.segmentPrice) }, {});
});

organisationRoutes.post('/indstillinger/kommunen', async (c) => {
  const { rt, staff, form, language } = c.var;
  const typed = [...FIELDS, 'segmentPrice'].map((name) => [name, (form.get(name) ?? '').trim()]);
  const values = Object.fromEntries(typed) as Names;
  const change = { ...values, segmentPrice: readPrice(values.segmentPrice) };
  const outcome = await attempt(() => changeSettings(rt, staff, { seen: seenOf(c), change }));
  if ('value' in outcome) return c.redirect('/desk/indstillinger/kommunen?gemt=settings', 303);
  const { code, detail = 'kommune' } = outcome.error;
  const { seen } = await showSettings(rt, staff);
  return sendForm(c, seen, values, { [detail]: fieldSentence(code, language) });
});

const MONTHS = [6, 12, 24, 36, 60, 120] as const;
const DAYS = [7, 14, 30, 60, 90, 180, 365];
const YEARS = [1, 2, 3, 5, 10];

/** The choices, and what was set by a program if it is none of them. */
const choices = (all: readonly number[], set: number, text: (n: number) => string) =>
  [...new Set([...all, set])].sort((a, b) => a - b).map((n) => [String(n), text(n)] as const);

organisationRoutes.get('/indstillinger/opbevaring', async (c) => {
  const { language } = c.var;
  const view = await showSettings(c.var.rt, c.var.staff);
  const t = inLanguage(settingsWords, language);
  const { namesKeptDays, certificatesKeptYears } = view.organisation;
  return sendSettings(
    c,
    { title: t.keeping },
    <DeskForm c={c} action="/desk/indstillinger/opbevaring">
      <Seen view={view} />
      <Select
        name="months"
        label={t.months}
        hint={t.monthsHint}
        language={language}
        value={String(view.organisation.textsKeptMonths ?? '')}
        options={[['', t.never], ...MONTHS.map((n) => [String(n), fill(t.monthsN, { n })] as const)]}
      />
      <Select
        name="days"
        label={t.days}
        hint={t.daysHint}
        language={language}
        value={String(namesKeptDays)}
        options={choices(DAYS, namesKeptDays, (n) => fill(t.daysN, { n }))}
      />
      <Select
        name="years"
        label={t.years}
        hint={t.yearsHint}
        language={language}
        value={String(certificatesKeptYears)}
        options={choices(YEARS, certificatesKeptYears, (n) => (n === 1 ? t.yearOne : fill(t.yearsN, { n })))}
      />
      <button type="submit" class="button button-primary">
        {commonWords.save[language]}
      </button>
    </DeskForm>,
  );
});

organisationRoutes.post('/indstillinger/opbevaring', async (c) => {
  const read = (name: string): string => c.var.form.get(name) ?? '';
  const textsKeptMonths = read('months') === '' ? null : Number(read('months'));
  const [namesKeptDays, certificatesKeptYears] = [Number(read('days')), Number(read('years'))];
  const change = { textsKeptMonths, namesKeptDays, certificatesKeptYears };
  await changeSettings(c.var.rt, c.var.staff, { seen: seenOf(c), change });
  return c.redirect('/desk/indstillinger/opbevaring?gemt=settings', 303);
});
