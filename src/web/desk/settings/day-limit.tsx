import { Hono } from 'hono';
import { changeSettings } from '../../../services/settings/change-settings.ts';
import { showSettings } from '../../../services/settings/show-settings.ts';
import { Select } from '../../layout/choose.tsx';
import { only } from '../../layout/form.tsx';
import { fill } from '../../words/fill.ts';
import { inLanguage } from '../../words/language.ts';
import { commonWords } from '../frame/common-words.ts';
import type { DeskContext, DeskEnv } from '../frame/desk-env.ts';
import { DeskForm } from '../frame/parts.tsx';
import { attempt, fieldSentence, type Problems } from '../frame/problems.tsx';
import { Seen, seenOf } from '../frame/seen.tsx';
import { dayLimitWords } from './day-limit-words.ts';
import { sendSettings } from './settings.tsx';

const CHOICES = [1, 2, 3, 4, 5, 6, 8, 10] as const;

/** Another number the API has set is a choice, too. */
const choicesWith = (value: string): number[] => {
  const own = Number(value);
  return [...new Set<number>([...CHOICES, ...(own > 0 ? [own] : [])])].sort((a, b) => a - b);
};

function sendForm(c: DeskContext, seen: number, value: string, problems: Problems = {}): Promise<Response> {
  const { language } = c.var;
  const t = inLanguage(dayLimitWords, language);
  const options = choicesWith(value).map((n) => [String(n), n === 1 ? t.one : fill(t.many, { n })] as const);
  return sendSettings(
    c,
    { title: t.title, problems, labels: { dayLimit: t.limit } },
    <DeskForm c={c} action="/desk/indstillinger/graense">
      <Seen view={{ seen }} />
      <p>{t.effect}</p>
      <p>
        {t.advice} <a href="/desk/udsendelser">{t.calendar}</a>
      </p>
      <Select
        name="dayLimit"
        label={t.limit}
        language={language}
        value={value}
        options={[['', t.none], ...options]}
        {...only({ error: problems.dayLimit })}
      />
      <button type="submit" class="button button-primary">
        {commonWords.save[language]}
      </button>
    </DeskForm>,
  );
}

/** How many SMS a phone gets a day at most. */
export const dayLimitRoutes = new Hono<DeskEnv>();

dayLimitRoutes.get('/indstillinger/graense', async (c) => {
  const { organisation, seen } = await showSettings(c.var.rt, c.var.staff);
  return sendForm(c, seen, String(organisation.dayLimit ?? ''));
});

dayLimitRoutes.post('/indstillinger/graense', async (c) => {
  const { rt, staff, form, language } = c.var;
  const value = form.get('dayLimit') ?? '';
  const dayLimit = value === '' ? null : Number(value);
  const outcome = await attempt(() => changeSettings(rt, staff, { seen: seenOf(c), change: { dayLimit } }));
  if ('value' in outcome) return c.redirect('/desk/indstillinger/graense?gemt=settings', 303);
  const { seen } = await showSettings(rt, staff);
  return sendForm(c, seen, value, { dayLimit: fieldSentence(outcome.error.code, language) });
});
