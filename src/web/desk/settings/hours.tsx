import { Hono } from 'hono';
import type { FC } from 'hono/jsx';
import type { Organisation } from '../../../services/organisation.ts';
import { changeSettings } from '../../../services/settings/change-settings.ts';
import { showSettings } from '../../../services/settings/show-settings.ts';
import { Check, TextArea } from '../../layout/choose.tsx';
import { Field, only } from '../../layout/form.tsx';
import { inLanguage } from '../../words/language.ts';
import { commonWords } from '../frame/common-words.ts';
import type { DeskContext, DeskEnv } from '../frame/desk-env.ts';
import { DeskForm } from '../frame/parts.tsx';
import { attempt, fieldSentence, type Problems } from '../frame/problems.tsx';
import { Seen, seenOf } from '../frame/seen.tsx';
import { sendSettings } from './settings.tsx';
import { settingsWords, weekdayWords } from './settings-words.ts';

type Hours = Organisation['window'];
type Which = 'window' | 'openingHours';

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;
const DANISH_DATE = /^(\d{1,2})\.\s*(\d{1,2})\.\s*(\d{4})$/;

/** A typed date as ISO; one that is none stays as it is and is refused with the rest. */
const toIso = (typed: string): string => {
  const [, day, month, year] = DANISH_DATE.exec(typed) ?? [];
  return year && month && day ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : typed;
};

const toDanish = (iso: string): string => {
  const [year, month, day] = iso.split('-').map(Number);
  return year && month && day ? `${day}.${month}.${year}` : iso;
};

const readHours = (form: URLSearchParams, which: Which): Hours => ({
  from: (form.get(`${which}.from`) ?? '').trim(),
  to: (form.get(`${which}.to`) ?? '').trim(),
  weekdays: WEEKDAYS.filter((day) => form.get(`${which}.day${day}`) === 'yes'),
  holidays: form.get(`${which}.holidays`) === 'yes',
  closed: (form.get(`${which}.closed`) ?? '')
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map(toIso),
});

const HoursFields: FC<{
  c: DeskContext;
  which: Which;
  hours: Hours;
  heading: string;
  hint: string;
  problems: Problems;
}> = ({ c, which, hours, heading, hint, problems }) => {
  const { language } = c.var;
  const t = inLanguage(settingsWords, language);
  const time = (part: 'from' | 'to') => (
    <Field
      name={`${which}.${part}`}
      label={t[part]}
      type="time"
      width="xs"
      language={language}
      value={hours[part]}
      {...only({ error: problems[`${which}.${part}`] })}
    />
  );
  return (
    <fieldset class="desk-section">
      <legend class="form-label">{heading}</legend>
      <p class="form-hint">{hint}</p>
      {time('from')}
      {time('to')}
      <fieldset>
        <legend class="form-label">{t.weekdays}</legend>
        {problems[`${which}.weekdays`] ? (
          <span class="form-error-message">{problems[`${which}.weekdays`]}</span>
        ) : null}
        {WEEKDAYS.map((day) => (
          <Check
            name={`${which}.day${day}`}
            label={weekdayWords[day][language]}
            checked={hours.weekdays.includes(day)}
          />
        ))}
      </fieldset>
      <Check name={`${which}.holidays`} label={t.holidays} checked={hours.holidays} />
      <TextArea
        name={`${which}.closed`}
        label={t.closed}
        hint={t.closedHint}
        language={language}
        rows={3}
        optional
        value={hours.closed.map(toDanish).join('\n')}
        {...only({ error: problems[`${which}.closed`] })}
      />
    </fieldset>
  );
};

function sendForm(
  c: DeskContext,
  seen: number,
  hours: Record<Which, Hours>,
  problems: Problems,
): Promise<Response> {
  const { language } = c.var;
  const t = inLanguage(settingsWords, language);
  return sendSettings(
    c,
    { title: t.hours, problems },
    <DeskForm c={c} action="/desk/indstillinger/tider">
      <Seen view={{ seen }} />
      <HoursFields
        c={c}
        which="window"
        hours={hours.window}
        heading={t.window}
        hint={t.windowHint}
        problems={problems}
      />
      <HoursFields
        c={c}
        which="openingHours"
        hours={hours.openingHours}
        heading={t.opening}
        hint={t.openingHint}
        problems={problems}
      />
      <p>{t.effectHours}</p>
      <button type="submit" class="button button-primary">
        {commonWords.save[language]}
      </button>
    </DeskForm>,
  );
}

/** When SMS may leave, and when the telephone is answered. */
export const hoursRoutes = new Hono<DeskEnv>();

hoursRoutes.get('/indstillinger/tider', async (c) => {
  const { organisation, seen } = await showSettings(c.var.rt, c.var.staff);
  return sendForm(c, seen, organisation, {});
});

hoursRoutes.post('/indstillinger/tider', async (c) => {
  const { rt, staff, form, language } = c.var;
  const change = { window: readHours(form, 'window'), openingHours: readHours(form, 'openingHours') };
  const outcome = await attempt(() => changeSettings(rt, staff, { seen: seenOf(c), change }));
  if ('value' in outcome) return c.redirect('/desk/indstillinger/tider?gemt=settings', 303);
  const { code, detail = 'window.from' } = outcome.error;
  const field = detail.split('.').slice(0, 2).join('.');
  const { seen } = await showSettings(rt, staff);
  return sendForm(c, seen, change, { [field]: fieldSentence(code, language) });
});
