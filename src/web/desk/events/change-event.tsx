// Changing an event: who is told of it is shown before it is changed.
import { Hono } from 'hono';
import { changeEvent, previewChange } from '../../../services/events/change-event.ts';
import {
  changeSeries,
  previewSeriesChange,
  type SeriesProblem,
} from '../../../services/events/change-series.ts';
import type { EventForm } from '../../../services/events/check-event.ts';
import { formOfEvent } from '../../../services/events/form-of-event.ts';
import { countLater } from '../../../services/events/later-of-series.ts';
import { type EventView, showEvent } from '../../../services/events/list-events.ts';
import { saveEvent } from '../../../services/events/save-event.ts';
import { requireRight } from '../../../services/staff/staff.ts';
import { fill } from '../../words/fill.ts';
import type { Language } from '../../words/language.ts';
import { showMoment } from '../../words/when.ts';
import type { DeskContext, DeskEnv } from '../frame/desk-env.ts';
import { attempt, type Problems, sentenceOf } from '../frame/problems.tsx';
import { seenOf } from '../frame/seen.tsx';
import { readEvent } from './event-fields.tsx';
import { LATER, problemsOf, type Shown, sendForm } from './event-page.tsx';
import { eventFormWords } from './event-words.ts';
import { seenSeries } from './series-parts.tsx';

/** Changing events. */
export const changeEventRoutes = new Hono<DeskEnv>();

const changePage = (c: DeskContext, view: EventView, shown: Pick<Shown, 'form'> & Partial<Shown>): Shown => ({
  problems: {},
  title: fill(eventFormWords.changeTitle[c.var.language], { title: view.title }),
  action: `/desk/arrangementer/${view.id}/ret`,
  back: `/desk/arrangementer/${view.id}`,
  ...shown,
});

const fieldsOf = (view: EventView): EventForm => formOfEvent({ ...view, isPublic: view.isPublic === 1 });

changeEventRoutes.get('/arrangementer/:id/ret', async (c) => {
  const { rt, staff } = c.var;
  requireRight(staff, 'coordinate');
  const view = await showEvent(rt, staff, c.req.param('id'));
  const series = { later: await countLater(rt, staff, view.id), scope: '' };
  return sendForm(c, changePage(c, view, { form: fieldsOf(view), seen: view.changedAt, series }));
});

async function changeOne(c: DeskContext, view: EventView, page: Shown): Promise<Response> {
  const { rt, staff, form: sent, language } = c.var;
  const { id } = view;
  const { form } = page;
  const effect = await previewChange(rt, staff, id, form);
  if (effect.problems.length > 0)
    return sendForm(c, { ...page, problems: problemsOf(effect.problems, language) });
  if (sent.get('gem') !== '1') return sendForm(c, { ...page, effect });
  const seen = seenOf(c);
  const kept = await attempt(async () =>
    view.state === 'draft'
      ? void (await saveEvent(rt, staff, { ...form, id, seen }))
      : changeEvent(rt, staff, id, { ...form, seen }),
  );
  if ('error' in kept)
    return sendForm(c, { ...page, problems: { title: sentenceOf(kept.error.code, '', language) } });
  return c.redirect(`/desk/arrangementer/${id}?gemt=event`, 303);
}

/** The first thing wrong of each field, and in which of the series. */
function problemsIn(found: readonly SeriesProblem[], language: Language): Problems {
  const problems = problemsOf(found, language);
  for (const { field, startsAt } of found)
    if (startsAt !== undefined)
      problems[field] = `${showMoment(startsAt, language)}: ${problems[field] ?? ''}`;
  return problems;
}

async function changeLater(c: DeskContext, { id }: EventView, page: Shown, later: number): Promise<Response> {
  const { rt, staff, form: sent, language } = c.var;
  const { form } = page;
  const series = { later, scope: LATER };
  const effect = await previewSeriesChange(rt, staff, id, form);
  if (effect.problems.length > 0)
    return sendForm(c, { ...page, series, problems: problemsIn(effect.problems, language) });
  const seen = seenSeries(c);
  if (sent.get('gem') !== '1' || seen.length === 0)
    return sendForm(c, { ...page, series: { ...series, effect } });
  const kept = await attempt(() => changeSeries(rt, staff, id, { ...form, seen }));
  if ('error' in kept)
    return sendForm(c, { ...page, series, problems: { title: sentenceOf(kept.error.code, '', language) } });
  return c.redirect(`/desk/arrangementer/${id}?gemt=events`, 303);
}

changeEventRoutes.post('/arrangementer/:id/ret', async (c) => {
  const { rt, staff, form: sent } = c.var;
  requireRight(staff, 'coordinate');
  const view = await showEvent(rt, staff, c.req.param('id'));
  const later = await countLater(rt, staff, view.id);
  const page = changePage(c, view, { form: readEvent(sent), seen: seenOf(c), series: { later, scope: '' } });
  return later > 0 && sent.get('omfang') === LATER
    ? changeLater(c, view, page, later)
    : changeOne(c, view, page);
});
