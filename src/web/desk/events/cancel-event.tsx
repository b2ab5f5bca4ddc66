// Cancelling an event, alone or with all later ones of its series: who is told is shown before.
import { Hono } from 'hono';
import type { FC } from 'hono/jsx';
import {
  type CancelledOne,
  cancelSeries,
  previewSeriesCancel,
} from '../../../services/events/cancel-series.ts';
import { countLater } from '../../../services/events/later-of-series.ts';
import { type EventView, showEvent } from '../../../services/events/list-events.ts';
import { cancelEvent, previewCancel } from '../../../services/events/settle-event.ts';
import { fill } from '../../words/fill.ts';
import { inLanguage } from '../../words/language.ts';
import { showMoment } from '../../words/when.ts';
import { commonWords } from '../frame/common-words.ts';
import type { DeskContext, DeskEnv } from '../frame/desk-env.ts';
import { sendDesk } from '../frame/frame.tsx';
import { DeskForm } from '../frame/parts.tsx';
import { Seen, seenOf } from '../frame/seen.tsx';
import { Tells, whenText } from './event-parts.tsx';
import { eventWords } from './event-words.ts';
import { SeenSeries, seenSeries } from './series-parts.tsx';
import { seriesWords } from './series-words.ts';

/** Cancelling events. */
export const cancelEventRoutes = new Hono<DeskEnv>();

const LATER = 'senere';

const Buttons: FC<{ c: DeskContext; id: string; text: string }> = ({ c, id, text }) => (
  <div class="desk-buttons">
    <button type="submit" class="button button-warning">
      {text}
    </button>
    <a href={`/desk/arrangementer/${id}`}>{commonWords.cancel[c.var.language]}</a>
  </div>
);

async function sendOne(c: DeskContext, view: EventView): Promise<Response> {
  const { rt, staff, language } = c.var;
  const t = inLanguage(eventWords, language);
  const s = inLanguage(seriesWords, language);
  const [tells, later] = await Promise.all([
    previewCancel(rt, staff, view.id),
    countLater(rt, staff, view.id),
  ]);
  const title = fill(t.cancelTitle, { title: view.title });
  return sendDesk(
    c,
    { title, section: 'events' },
    <div class="desk-narrow">
      <h1>{title}</h1>
      <p>{whenText(view, language)}</p>
      {later === 0 ? null : (
        <p>
          <a href={`/desk/arrangementer/${view.id}/aflys?omfang=${LATER}`}>
            {later === 1 ? s.cancelLaterOne : fill(s.cancelLater, { n: later })}
          </a>
        </p>
      )}
      <p>{t.cancelEffect}</p>
      {tells.length === 0 ? <p>{t.tellsNobody}</p> : <Tells tells={tells} language={language} />}
      <DeskForm c={c} action={`/desk/arrangementer/${view.id}/aflys`}>
        <Seen view={{ seen: view.changedAt }} />
        <Buttons c={c} id={view.id} text={t.cancelOk} />
      </DeskForm>
    </div>,
  );
}

const One: FC<{ c: DeskContext; one: CancelledOne }> = ({ c, one }) => {
  const { language } = c.var;
  return (
    <li>
      {showMoment(one.startsAt, language)}
      {one.state === 'draft' ? `: ${seriesWords.deleted[language].toLocaleLowerCase(language)}` : null}
      {one.tells.length > 0 ? <Tells tells={one.tells} language={language} /> : null}
    </li>
  );
};

async function sendLater(c: DeskContext, view: EventView): Promise<Response> {
  const { rt, staff, language } = c.var;
  const s = inLanguage(seriesWords, language);
  const events = await previewSeriesCancel(rt, staff, view.id);
  const drafts = events.filter(({ state }) => state === 'draft').length;
  const n = events.length - drafts;
  const title = fill(s.cancelTitle, { title: view.title });
  const at = `/desk/arrangementer/${view.id}/aflys`;
  return sendDesk(
    c,
    { title, section: 'events' },
    <div class="desk-narrow">
      <h1>{title}</h1>
      <p>
        <a href={at}>{s.cancelOne}</a>
      </p>
      <p>{s.cancelEffect}</p>
      <ul>
        {events.map((one) => (
          <One c={c} one={one} />
        ))}
      </ul>
      <DeskForm c={c} action={at}>
        <input type="hidden" name="omfang" value={LATER} />
        <SeenSeries events={events} />
        <Buttons
          c={c}
          id={view.id}
          text={drafts === 0 ? fill(s.cancelOk, { n }) : fill(s.cancelAndDrop, { n, drafts })}
        />
      </DeskForm>
    </div>,
  );
}

cancelEventRoutes.get('/arrangementer/:id/aflys', async (c) => {
  const view = await showEvent(c.var.rt, c.var.staff, c.req.param('id'));
  return c.req.query('omfang') === LATER ? sendLater(c, view) : sendOne(c, view);
});

cancelEventRoutes.post('/arrangementer/:id/aflys', async (c) => {
  const { rt, staff, form } = c.var;
  const id = c.req.param('id');
  const isSeries = form.get('omfang') === LATER;
  if (isSeries) await cancelSeries(rt, staff, id, { seen: seenSeries(c) });
  else await cancelEvent(rt, staff, id, { seen: seenOf(c) });
  const saved = isSeries ? 'eventsCancelled' : 'eventCancelled';
  return c.redirect(`/desk/arrangementer/${id}?gemt=${saved}`, 303);
});
