// Changing an event: who is told of it is shown before it is changed.
import { Hono } from 'hono';
import { isoWithOffset } from '../../../journey/time/format.ts';
import { changeEvent, previewChange } from '../../../services/events/change-event.ts';
import type { EventForm } from '../../../services/events/check-event.ts';
import { type EventView, showEvent } from '../../../services/events/list-events.ts';
import { saveEvent } from '../../../services/events/save-event.ts';
import { requireRight } from '../../../services/staff/staff.ts';
import { fill } from '../../words/fill.ts';
import type { DeskContext, DeskEnv } from '../frame/desk-env.ts';
import { attempt, sentenceOf } from '../frame/problems.tsx';
import { seenOf } from '../frame/seen.tsx';
import { readEvent } from './event-fields.tsx';
import { problemsOf, type Shown, sendForm } from './event-page.tsx';
import { eventFormWords } from './event-words.ts';

/** Changing events. */
export const changeEventRoutes = new Hono<DeskEnv>();

/** The wall clock of an instant, as a field takes it. */
const clock = (at: number): string => isoWithOffset(at).slice(0, 16).replace('T', ' ');

const formOf = (view: EventView): EventForm => ({
  title: view.title,
  smsTitle: view.smsTitle,
  kind: view.kind,
  audience: view.audience,
  track: view.track,
  unit: view.unitId ?? '',
  place: view.place,
  smsPlace: view.smsPlace,
  video: view.video,
  details: view.details,
  sessions: view.sessions.map(({ startsAt, minutes }) => ({
    when: clock(startsAt),
    minutes: String(minutes),
  })),
  capacity: view.capacity === null ? '' : String(view.capacity),
  guests: String(view.guests),
  signUpUntil: view.signUpUntil === null ? '' : clock(view.signUpUntil),
  lockHours: String(view.lockHours),
  remindDays: view.remindDays.join(', '),
  isPublic: view.isPublic === 1 ? 'yes' : '',
});

const changePage = (c: DeskContext, view: EventView, shown: Pick<Shown, 'form'> & Partial<Shown>): Shown => ({
  problems: {},
  title: fill(eventFormWords.changeTitle[c.var.language], { title: view.title }),
  action: `/desk/arrangementer/${view.id}/ret`,
  back: `/desk/arrangementer/${view.id}`,
  ...shown,
});

changeEventRoutes.get('/arrangementer/:id/ret', async (c) => {
  requireRight(c.var.staff, 'coordinate');
  const view = await showEvent(c.var.rt, c.var.staff, c.req.param('id'));
  return sendForm(c, changePage(c, view, { form: formOf(view), seen: view.changedAt }));
});

changeEventRoutes.post('/arrangementer/:id/ret', async (c) => {
  const { rt, staff, form: sent, language } = c.var;
  const id = c.req.param('id');
  const view = await showEvent(rt, staff, id);
  const form = readEvent(sent);
  const seen = seenOf(c);
  const page = changePage(c, view, { form, seen });
  const effect = await previewChange(rt, staff, id, form);
  if (effect.problems.length > 0)
    return sendForm(c, { ...page, problems: problemsOf(effect.problems, language) });
  if (sent.get('gem') !== '1') return sendForm(c, { ...page, effect });
  const kept = await attempt(async () =>
    view.state === 'draft'
      ? void (await saveEvent(rt, staff, { ...form, id, seen }))
      : changeEvent(rt, staff, id, { ...form, seen }),
  );
  if ('error' in kept)
    return sendForm(c, { ...page, problems: { title: sentenceOf(kept.error.code, '', language) } });
  return c.redirect(`/desk/arrangementer/${id}?gemt=event`, 303);
});
