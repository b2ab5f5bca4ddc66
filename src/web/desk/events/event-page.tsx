// The form of an event: the fields, the days of a series, and what a change would do.
import type { FC } from 'hono/jsx';
import { getChoices } from '../../../services/contacts/choices.ts';
import type { ChangePreview } from '../../../services/events/change-event.ts';
import type { SeriesPreview } from '../../../services/events/change-series.ts';
import type { EventForm, EventProblem } from '../../../services/events/check-event.ts';
import type { SeriesDay } from '../../../services/events/make-series.ts';
import { listOwnUnits } from '../../../services/relatives/choose-circle.ts';
import { Select } from '../../layout/choose.tsx';
import { Field, only } from '../../layout/form.tsx';
import { fill } from '../../words/fill.ts';
import { inLanguage, type Language } from '../../words/language.ts';
import { commonWords } from '../frame/common-words.ts';
import type { DeskContext } from '../frame/desk-env.ts';
import { sendDesk } from '../frame/frame.tsx';
import { Section } from '../frame/lists.tsx';
import { DeskForm } from '../frame/parts.tsx';
import { fieldSentence, ProblemList, type Problems, sentenceOf } from '../frame/problems.tsx';
import { Seen } from '../frame/seen.tsx';
import { EventFields } from './event-fields.tsx';
import { Tells } from './event-parts.tsx';
import { eventFormWords } from './event-words.ts';
import { SeriesDays, SeriesEffect } from './series-parts.tsx';
import { seriesWords } from './series-words.ts';

type Repeat = { weeks: string; times: string; skip: string };
/** The form as it is shown. */
export type Shown = {
  form: EventForm;
  problems: Problems;
  title: string;
  action: string;
  back: string;
  id?: string;
  seen?: number;
  repeat?: Repeat;
  days?: readonly SeriesDay[];
  effect?: ChangePreview;
  /** How many of its series come later, and whether the change holds for them as well. */
  series?: { later: number; scope: string; effect?: SeriesPreview };
};

/** The value of the choice that a change holds for the later ones as well. */
export const LATER = 'senere';

const Scope: FC<{ series: NonNullable<Shown['series']>; language: Language }> = ({ series, language }) => {
  const t = inLanguage(seriesWords, language);
  const { later, scope } = series;
  if (later === 0) return null;
  const all = later === 1 ? t.laterOne : fill(t.later, { n: later });
  const options = [['', t.one] as const, [LATER, all] as const];
  return (
    <Select
      name="omfang"
      label={t.scope}
      hint={t.scopeHint}
      language={language}
      value={scope}
      options={options}
    />
  );
};

const Effect: FC<{ effect: ChangePreview; language: Language }> = ({ effect, language }) => {
  const t = inLanguage(eventFormWords, language);
  const told = effect.tells.reduce((all, { count }) => all + count, 0);
  return (
    <Section id="virkning" heading={t.effect}>
      {effect.isMoved && told > 0 ? (
        <>
          <p>{t.tells}</p>
          <Tells tells={effect.tells} language={language} />
        </>
      ) : (
        <p>{t.tellsNobody}</p>
      )}
      {effect.isReplanned ? <p>{t.replans}</p> : null}
      {effect.capacityGrows ? <p>{t.grows}</p> : null}
      {effect.tooLarge > 0 ? <p>{fill(t.tooLarge, { n: effect.tooLarge })}</p> : null}
    </Section>
  );
};

const RepeatFields: FC<{
  c: DeskContext;
  repeat: Repeat;
  problems: Problems;
  days?: readonly SeriesDay[];
}> = (props) => {
  const { c, repeat, problems, days } = props;
  const { language } = c.var;
  const t = inLanguage(eventFormWords, language);
  const at = (name: keyof Repeat) => ({
    name,
    language,
    value: repeat[name],
    optional: true,
    inputmode: 'numeric' as const,
    maxlength: 2,
    width: 'xs' as const,
    ...only({ error: problems[name] }),
  });
  return (
    <fieldset>
      <legend class="form-label">{t.seriesHeading}</legend>
      <p class="form-hint">{t.seriesHint}</p>
      <div class="desk-pair">
        <Field {...at('weeks')} label={t.weeks} />
        <Field {...at('times')} label={t.times} />
      </div>
      {days ? <SeriesDays days={days} language={language} /> : null}
    </fieldset>
  );
};

/** Answers with the form. */
export async function sendForm(c: DeskContext, shown: Shown): Promise<Response> {
  const { rt, staff, language } = c.var;
  const t = inLanguage(eventFormWords, language);
  const { form, problems, title, action, back, id, seen, repeat, days, effect, series } = shown;
  const isShown = effect !== undefined || series?.effect !== undefined;
  const [{ eventKinds }, own] = await Promise.all([getChoices(rt), listOwnUnits(rt, staff)]);
  const kinds = [...new Set([...eventKinds, ...(form.kind ? [form.kind] : [])])];
  const asksFirst = (seen !== undefined && !isShown) || (repeat?.times && !days);
  return sendDesk(
    c,
    { title, section: 'events', failed: Object.keys(problems).length > 0 },
    <div class="desk-narrow">
      <h1>{title}</h1>
      <ProblemList problems={problems} labels={t} language={language} />
      <DeskForm c={c} action={action}>
        {id ? <input type="hidden" name="id" value={id} /> : null}
        {seen === undefined ? null : <Seen view={{ seen }} />}
        <EventFields
          c={c}
          form={form}
          problems={problems}
          kinds={kinds.map((one) => [one, one])}
          units={own.map((unit) => [unit.id, unit.name])}
        />
        {repeat ? <RepeatFields c={c} repeat={repeat} problems={problems} {...only({ days })} /> : null}
        {series ? <Scope series={series} language={language} /> : null}
        {effect ? <Effect effect={effect} language={language} /> : null}
        {series?.effect ? <SeriesEffect effect={series.effect} language={language} /> : null}
        <div class="desk-buttons">
          {asksFirst || repeat ? (
            <button type="submit" name="gem" value="" class="button button-secondary">
              {t.show}
            </button>
          ) : null}
          {seen !== undefined && !isShown ? null : (
            <button type="submit" name="gem" value="1" class="button button-primary">
              {commonWords.save[language]}
            </button>
          )}
          <a href={back}>{commonWords.cancel[language]}</a>
        </div>
      </DeskForm>
    </div>,
  );
}

/** The sentences of what is wrong, by field. */
export const problemsOf = (found: readonly EventProblem[], language: Language): Problems => {
  const problems: Problems = {};
  for (const { field, code, told } of found)
    problems[field] ??= told ? sentenceOf(code, told, language) : fieldSentence(code, language);
  return problems;
};
