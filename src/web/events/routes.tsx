import { Hono } from 'hono';
import { AppError } from '../../services/app-error.ts';
import { listPublic, type PublicEvent, showPublic } from '../../services/events/list-public.ts';
import { checkPublicSignUp, signUpInPublic } from '../../services/events/sign-up-in-public.ts';
import type { WebContext, WebEnv } from '../env.ts';
import { guardForms } from '../middleware/csrf.ts';
import { BigPhone, CallUs } from '../pages/parts.tsx';
import { sendRelativePage } from '../pages/relative-page.tsx';
import { inLanguage } from '../words/language.ts';
import { type Refusal, sendEvent, sendGone, sendSignedUp } from './event-page.tsx';
import { EventList } from './event-parts.tsx';
import { eventsWords } from './events-words.ts';
import { BLANK, type Problems, sentenceAt, type Typed } from './sign-up-form.tsx';

/** `/events`: what is public, for everybody; one signs up on its page. GET changes nothing. Calendars and feeds: feed-routes.tsx. */
export const eventRoutes = new Hono<WebEnv>();

eventRoutes.get('/', async (c) => {
  const { rt, language } = c.var;
  const t = inLanguage(eventsWords, language);
  const events = await listPublic(rt);
  return sendRelativePage(
    c,
    { title: t.title, findable: true },
    <>
      <h1>{t.title}</h1>
      {events.length === 0 ? (
        <>
          <h2>{t.none}</h2>
          <BigPhone c={c}>{t.noneLead}</BigPhone>
        </>
      ) : (
        <>
          <p class="font-lead">
            {t.lead} {t.inDanish}
          </p>
          <EventList events={events} now={rt.now()} language={language} />
          <CallUs c={c}>{t.doubt}</CallUs>
        </>
      )}
      <section aria-labelledby="foelg" class="limen-aside d-print-none">
        <h2 id="foelg">{t.follow}</h2>
        <p>{t.followLead}</p>
        <ul class="unstyled-list limen-feeds">
          <li>
            <a href="/events.ics">{t.calendar}</a>
          </li>
          <li>
            <a href="/events.rss">{t.rss}</a>
          </li>
          <li>
            <a href="/events.json">{t.json}</a>
          </li>
        </ul>
      </section>
    </>,
  );
});

/** The arrangement of the address; undefined for one that is not there for everybody. */
const find = (c: WebContext): Promise<PublicEvent | undefined> =>
  showPublic(c.var.rt, c.req.param('id') ?? '').catch((error: unknown) => {
    if (error instanceof AppError && error.code === 'not-found') return undefined;
    throw error;
  });

eventRoutes.use('/:id', guardForms('form'));

eventRoutes.get('/:id', async (c) => {
  const event = await find(c);
  return event ? sendEvent(c, event, { typed: BLANK }) : sendGone(c);
});

const typedOf = (form: URLSearchParams): Typed => ({
  name: form.get('name') ?? '',
  number: form.get('number') ?? '',
  guests: form.get('guests') ?? '0',
  yes: form.get('yes') ?? '',
});

eventRoutes.post('/:id', async (c) => {
  const event = await find(c);
  if (!event) return sendGone(c);
  const { rt, address } = c.var;
  const typed = typedOf(c.var.form);
  const problems: Problems = {};
  for (const { field, code } of checkPublicSignUp(rt, typed, event.guests)) {
    problems[field] = sentenceAt(c, field, code);
    if (code === 'cpr-typed') typed[field] = '';
  }
  if (Object.keys(problems).length > 0) return sendEvent(c, event, { typed, problems });
  const seat = await signUpInPublic(rt, event.id, { ...typed, address }).catch(refusalOf);
  if (typeof seat === 'object')
    return sendEvent(c, (await find(c)) ?? event, { typed, refused: seat.refused });
  return c.redirect(`/events/${event.id}/${seat === 'yes' ? 'tilmeldt' : 'venteliste'}`, 303);
});

/** Sign-up ended while the form was filled in, or there were too many: what was typed is kept. */
function refusalOf(error: unknown): { refused: Refusal } {
  if (error instanceof AppError && (error.code === 'sign-up-closed' || error.code === 'too-many'))
    return { refused: error.code };
  throw error;
}

eventRoutes.get('/:id/tilmeldt', async (c) => {
  const event = await find(c);
  return event ? sendSignedUp(c, event, 'yes') : sendGone(c);
});

eventRoutes.get('/:id/venteliste', async (c) => {
  const event = await find(c);
  return event ? sendSignedUp(c, event, 'waiting') : sendGone(c);
});
