// Making an event, or a series of them.
import { Hono } from 'hono';
import { checkEvent, type EventForm, type EventProblem } from '../../../services/events/check-event.ts';
import { makeSeries, previewSeries, type Rhythm } from '../../../services/events/make-series.ts';
import { saveEvent } from '../../../services/events/save-event.ts';
import { requireRight } from '../../../services/staff/staff.ts';
import type { DeskContext, DeskEnv } from '../frame/desk-env.ts';
import { attempt, fieldSentence } from '../frame/problems.tsx';
import { BLANK, readEvent } from './event-fields.tsx';
import { problemsOf, type Shown, sendForm } from './event-page.tsx';
import { eventFormWords } from './event-words.ts';

/** Making events. */
export const eventFormRoutes = new Hono<DeskEnv>();

const newPage = (c: DeskContext, shown: Pick<Shown, 'form' | 'id'> & Partial<Shown>): Shown => ({
  problems: {},
  title: eventFormWords.addTitle[c.var.language],
  action: '/desk/arrangementer/ny',
  back: '/desk/arrangementer',
  repeat: { weeks: '', times: '', skip: '' },
  ...shown,
});

eventFormRoutes.get('/arrangementer/ny', async (c) => {
  requireRight(c.var.staff, 'coordinate');
  return sendForm(c, newPage(c, { form: BLANK, id: c.var.rt.newId() }));
});

const rhythmOf = (form: URLSearchParams): Rhythm | undefined =>
  (form.get('times') ?? '').trim() === ''
    ? undefined
    : {
        weeks: Number(form.get('weeks') || '1'),
        times: Number(form.get('times')),
        skip: form.getAll('skip'),
      };

async function keepNew(c: DeskContext, form: EventForm & { id: string }, rhythm: Rhythm | undefined) {
  const { rt, staff } = c.var;
  if (!rhythm) return (await saveEvent(rt, staff, form)).id;
  return (await makeSeries(rt, staff, form, rhythm)).ids[0] ?? '';
}

eventFormRoutes.post('/arrangementer/ny', async (c) => {
  const { rt, staff, form: sent, language } = c.var;
  requireRight(staff, 'coordinate');
  const id = sent.get('id') ?? '';
  const form = readEvent(sent);
  const repeat = { weeks: sent.get('weeks') ?? '', times: sent.get('times') ?? '', skip: '' };
  const page = newPage(c, { form, id, repeat });
  const checked = await checkEvent(rt, staff, form);
  if ('problems' in checked)
    return sendForm(c, { ...page, problems: problemsOf(checked.problems, language) });
  const rhythm = rhythmOf(sent);
  const wrong = (error: { code: EventProblem['code']; detail?: string | undefined }) =>
    sendForm(c, { ...page, problems: { [error.detail ?? 'title']: fieldSentence(error.code, language) } });
  if (sent.get('gem') !== '1') {
    if (!rhythm) return sendForm(c, page);
    const seen = await attempt(() => previewSeries(rt, staff, form, rhythm));
    return 'error' in seen ? wrong(seen.error) : sendForm(c, { ...page, days: seen.value.days });
  }
  const kept = await attempt(() => keepNew(c, { ...form, id }, rhythm));
  if ('error' in kept) return wrong(kept.error);
  return c.redirect(`/desk/arrangementer/${kept.value}?gemt=event`, 303);
});
