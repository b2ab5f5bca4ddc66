// More times of a series: the days are seen, and some left out, before the drafts are made.
import { Hono } from 'hono';
import {
  extendSeries,
  findSeriesEnd,
  previewExtension,
  type SeriesEnd,
} from '../../../services/events/extend-series.ts';
import { type EventView, showEvent } from '../../../services/events/list-events.ts';
import type { SeriesDay } from '../../../services/events/make-series.ts';
import { requireRight } from '../../../services/staff/staff.ts';
import { Field, only } from '../../layout/form.tsx';
import { fill } from '../../words/fill.ts';
import { inLanguage } from '../../words/language.ts';
import { showAnchor } from '../../words/when.ts';
import { commonWords } from '../frame/common-words.ts';
import type { DeskContext, DeskEnv } from '../frame/desk-env.ts';
import { sendDesk } from '../frame/frame.tsx';
import { DeskForm } from '../frame/parts.tsx';
import { attempt, fieldSentence, ProblemList, type Problems } from '../frame/problems.tsx';
import { eventFormWords } from './event-words.ts';
import { SeriesDays } from './series-parts.tsx';
import { seriesWords } from './series-words.ts';

/** Adding times to series. */
export const moreTimesRoutes = new Hono<DeskEnv>();

type Shown = {
  id: string;
  after: string;
  weeks: string;
  times: string;
  problems?: Problems;
  days?: readonly SeriesDay[];
};

async function sendMore(c: DeskContext, view: EventView, shown: Shown): Promise<Response> {
  const { language } = c.var;
  const t = inLanguage(seriesWords, language);
  const { id, after, problems = {}, days } = shown;
  const title = fill(t.moreTitle, { title: view.title });
  const at = `/desk/arrangementer/${view.id}`;
  const field = (name: 'weeks' | 'times') => ({
    ...{ name, language, value: shown[name], label: t[name], maxlength: 2 },
    ...{ inputmode: 'numeric' as const, width: 'xs' as const, ...only({ error: problems[name] }) },
  });
  return sendDesk(
    c,
    { title, section: 'events', failed: Object.keys(problems).length > 0 },
    <div class="desk-narrow">
      <h1>{title}</h1>
      <p>{fill(t.moreLead, { day: showAnchor(after, language) })}</p>
      <ProblemList problems={problems} labels={t} language={language} />
      <DeskForm c={c} action={`${at}/flere`}>
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="efter" value={after} />
        <div class="desk-pair">
          <Field {...field('weeks')} />
          <Field {...field('times')} />
        </div>
        {days ? <SeriesDays days={days} language={language} /> : null}
        <div class="desk-buttons">
          <button type="submit" name="gem" value="" class="button button-secondary">
            {eventFormWords.show[language]}
          </button>
          {days ? (
            <button type="submit" name="gem" value="1" class="button button-primary">
              {t.add}
            </button>
          ) : null}
          <a href={at}>{commonWords.cancel[language]}</a>
        </div>
      </DeskForm>
    </div>,
  );
}

moreTimesRoutes.get('/arrangementer/:id/flere', async (c) => {
  const { rt, staff } = c.var;
  requireRight(staff, 'coordinate');
  const id = c.req.param('id');
  const view = await showEvent(rt, staff, id);
  const end: SeriesEnd = await findSeriesEnd(rt, staff, id);
  return sendMore(c, view, { id: rt.newId(), after: end.after, weeks: String(end.weeks), times: '' });
});

moreTimesRoutes.post('/arrangementer/:id/flere', async (c) => {
  const { rt, staff, form, language } = c.var;
  requireRight(staff, 'coordinate');
  const eventId = c.req.param('id');
  const view = await showEvent(rt, staff, eventId);
  const text = (name: string): string => form.get(name) ?? '';
  const shown = { id: text('id'), after: text('efter'), weeks: text('weeks'), times: text('times') };
  const order = {
    after: shown.after,
    weeks: Number(shown.weeks),
    times: Number(shown.times),
    skip: form.getAll('skip'),
  };
  const seen = await attempt(() => previewExtension(rt, staff, eventId, order));
  const wrong = ({
    code,
    detail,
  }: {
    code: Parameters<typeof fieldSentence>[0];
    detail?: string | undefined;
  }) => {
    const field = detail === 'weeks' ? 'weeks' : 'times';
    return sendMore(c, view, { ...shown, problems: { [field]: fieldSentence(code, language) } });
  };
  if ('error' in seen) return wrong(seen.error);
  if (text('gem') !== '1') return sendMore(c, view, { ...shown, days: seen.value });
  const made = await attempt(() => extendSeries(rt, staff, eventId, { ...order, id: shown.id }));
  if ('error' in made) return wrong(made.error);
  return c.redirect(`/desk/arrangementer/${eventId}?gemt=eventsAdded`, 303);
});
