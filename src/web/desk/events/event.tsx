import { Hono } from 'hono';
import type { FC } from 'hono/jsx';
import { type AttendanceLine, listAttendances } from '../../../services/events/list-attendances.ts';
import { type EventView, showEvent } from '../../../services/events/list-events.ts';
import { closeEvent, dropDraftEvent, openEvent, openSeries } from '../../../services/events/settle-event.ts';
import { writeEventIcs } from '../../../services/events/write-event-ics.ts';
import { type Evaluation, showEvaluation } from '../../../services/forms/show-evaluation.ts';
import { Select } from '../../layout/choose.tsx';
import { fill } from '../../words/fill.ts';
import { inLanguage } from '../../words/language.ts';
import { wordOf } from '../../words/lookup.ts';
import { showMoment } from '../../words/when.ts';
import { Evaluations } from '../forms/evaluation.tsx';
import { commonWords } from '../frame/common-words.ts';
import type { DeskContext, DeskEnv } from '../frame/desk-env.ts';
import { sendDesk } from '../frame/frame.tsx';
import { Section } from '../frame/lists.tsx';
import { DeskForm, Facts, mayCare } from '../frame/parts.tsx';
import { Seen, seenOf } from '../frame/seen.tsx';
import { Attendances } from './attendances.tsx';
import { EventState, mayKeep, remindText, seatsText, whenText } from './event-parts.tsx';
import { audienceWords, eventWords, inviteWords } from './event-words.ts';
import { SeenSeries, seenSeries } from './series-parts.tsx';
import { seriesWords } from './series-words.ts';

type Props = { c: DeskContext; view: EventView };

const RESTS = ['missed', 'came', 'unknown'] as const;

const About: FC<Props> = ({ c, view }) => {
  const { language } = c.var;
  const t = inLanguage(eventWords, language);
  const inSms = view.smsPlace
    ? fill(t.inSmsText, { title: view.smsTitle, place: view.smsPlace })
    : view.smsTitle;
  return (
    <Facts
      rows={[
        [t.when, whenText(view, language)],
        [t.where, view.place],
        [t.video, view.video],
        [t.inSms, inSms],
        [t.kind, view.kind],
        [t.audience, wordOf(audienceWords, view.audience, language)],
        [t.unit, view.unitName ?? t.wholeHouse],
        [t.seats, seatsText(view, language)],
        [t.guests, view.guests > 0 ? fill(t.guestsText, { n: view.guests }) : undefined],
        [t.signUpUntil, view.signUpUntil === null ? undefined : showMoment(view.signUpUntil, language)],
        [t.remind, remindText(view, language)],
        [t.public, view.isPublic === 1 ? commonWords.yes[language] : commonWords.no[language]],
      ]}
    />
  );
};

const Series: FC<Props> = ({ c, view }) => {
  const { language } = c.var;
  if (view.seriesId === null) return null;
  return (
    <Section id="raekke" heading={eventWords.series[language]}>
      <ul>
        {view.series.map((one) => (
          <li>
            <a href={`/desk/arrangementer/${one.id}`}>{whenText(one, language)}</a>{' '}
            {one.state === 'open' ? null : <EventState state={one.state} language={language} />}
          </li>
        ))}
      </ul>
      {mayKeep(c, view.unitId) ? (
        <p class="d-print-none">
          <a href={`/desk/arrangementer/${view.id}/flere`}>{seriesWords.more[language]}</a>
        </p>
      ) : null}
    </Section>
  );
};

const Draft: FC<Props> = ({ c, view }) => {
  const t = inLanguage(eventWords, c.var.language);
  const at = `/desk/arrangementer/${view.id}`;
  const drafts = view.series.filter((one) => one.state === 'draft' && one.startsAt >= view.startsAt);
  const openAll = fill(seriesWords.openAll[c.var.language], { n: drafts.length });
  return (
    <>
      <DeskForm c={c} action={`${at}/aabn`}>
        <Seen view={{ seen: view.changedAt }} />
        <p class="form-hint">{t.openHint}</p>
        <button type="submit" class="button button-primary">
          {t.open}
        </button>
        {drafts.length === 0 ? null : (
          <>
            <SeenSeries events={[view, ...drafts].map((one) => ({ id: one.id, seen: one.changedAt }))} />
            <button type="submit" name="omfang" value="senere" class="button button-secondary">
              {openAll}
            </button>
          </>
        )}
      </DeskForm>
      <DeskForm c={c} action={`${at}/slet`}>
        <Seen view={{ seen: view.changedAt }} />
        <p class="form-hint">{t.dropHint}</p>
        <button type="submit" class="button button-secondary">
          {t.drop}
        </button>
      </DeskForm>
    </>
  );
};

const Hold: FC<Props> = ({ c, view }) => {
  const { language } = c.var;
  const t = inLanguage(eventWords, language);
  return (
    <DeskForm c={c} action={`/desk/arrangementer/${view.id}/afhold`}>
      <Seen view={{ seen: view.changedAt }} />
      <Select
        name="rest"
        label={t.rest}
        language={language}
        value="missed"
        options={RESTS.map((rest) => [rest, t[`rest_${rest}`]])}
      />
      <p class="form-hint">{t.holdHint}</p>
      <button type="submit" class="button button-primary">
        {t.hold}
      </button>
    </DeskForm>
  );
};

/** What can be done now, most likely first. */
const Ways: FC<Props> = ({ c, view }) => {
  const { rt, language } = c.var;
  const t = inLanguage(eventWords, language);
  const at = `/desk/arrangementer/${view.id}`;
  const isOpen = view.state === 'open';
  const keeps = mayKeep(c, view.unitId);
  const hasBegun = (view.sessions.at(-1)?.startsAt ?? 0) <= rt.now();
  const link = (show: boolean, href: string, text: string) =>
    show ? (
      <a class="button button-secondary" href={href}>
        {text}
      </a>
    ) : null;
  return (
    <div class="d-print-none">
      <div class="desk-buttons">
        {link(keeps && isOpen && (view.signUpUntil ?? view.startsAt) > rt.now(), `${at}/inviter`, t.invite)}
        {link(mayCare(c) && view.state !== 'draft', `${at}/fremmoede`, t.presence)}
        {link(keeps && (isOpen || view.state === 'draft'), `${at}/ret`, t.change)}
        {link(view.sessions.length > 1 && view.state !== 'draft', `${at}/kursusbevis`, t.certificates)}
        {link(view.state !== 'draft', `${at}/arrangement.ics`, t.ics)}
        {link(keeps && isOpen, `${at}/aflys`, t.cancel)}
      </div>
      {keeps && view.state === 'draft' ? <Draft c={c} view={view} /> : null}
      {keeps && isOpen && hasBegun ? <Hold c={c} view={view} /> : null}
    </div>
  );
};

const PEOPLE = 200;

/** A page of those who are in it, whom to call, and where the list goes on. */
type People = Record<'lines' | 'calls', AttendanceLine[]> & { next: string | undefined };

async function sendEvent(
  c: DeskContext,
  view: EventView,
  { evaluations, ...people }: People & { evaluations: Evaluation[] },
): Promise<Response> {
  const { language } = c.var;
  const t = inLanguage(eventWords, language);
  return sendDesk(
    c,
    { title: view.title, section: 'events' },
    <>
      <p class="d-print-none">
        <a href="/desk/arrangementer">{t.toList}</a>
      </p>
      <h1>{view.title}</h1>
      <p>
        <EventState state={view.state} language={language} />
      </p>
      {view.isLocked && c.var.rt.now() < view.startsAt ? <p>{t.locked}</p> : null}
      {view.inviting === undefined ? null : <p>{fill(inviteWords.goesOn[language], { n: view.inviting })}</p>}
      <Ways c={c} view={view} />
      <About c={c} view={view} />
      {view.details === '' ? null : <p class="desk-sms">{view.details}</p>}
      {view.state === 'draft' ? null : <Attendances c={c} view={view} {...people} />}
      <Evaluations
        evaluations={evaluations}
        language={language}
        whenNone={view.state !== 'draft' && view.state !== 'cancelled' && view.endsAt <= c.var.rt.now()}
      />
      <Series c={c} view={view} />
    </>,
  );
}

/** One event: what it is, who comes, and what can be done with it. */
export const eventRoutes = new Hono<DeskEnv>();

eventRoutes.get('/arrangementer/:id', async (c) => {
  const { rt, staff } = c.var;
  const id = c.req.param('id');
  const skip = Math.max(0, Math.trunc(Number(c.req.query('spring')) || 0));
  const [view, { lines, hasMore }, { lines: calls }, evaluations] = await Promise.all([
    showEvent(rt, staff, id),
    listAttendances(rt, staff, id, { most: PEOPLE, skip }),
    listAttendances(rt, staff, id, { most: PEOPLE, toCall: true }),
    showEvaluation(rt, staff, id),
  ]);
  const next = hasMore ? `?spring=${skip + PEOPLE}#deltagere` : undefined;
  return sendEvent(c, view, { lines, calls, next, evaluations });
});

eventRoutes.get('/arrangementer/:id/arrangement.ics', async (c) =>
  c.body(await writeEventIcs(c.var.rt, c.var.staff, c.req.param('id')), 200, {
    'content-type': 'text/calendar; charset=utf-8',
    'content-disposition': 'attachment; filename="arrangement.ics"',
  }),
);

eventRoutes.post('/arrangementer/:id/afhold', async (c) => {
  const { rt, staff, form } = c.var;
  const id = c.req.param('id');
  const rest = RESTS.find((one) => one === form.get('rest')) ?? 'unknown';
  await closeEvent(rt, staff, id, { seen: seenOf(c), rest });
  return c.redirect(`/desk/arrangementer/${id}?gemt=eventHeld`, 303);
});

eventRoutes.post('/arrangementer/:id/aabn', async (c) => {
  const { rt, staff, form } = c.var;
  const id = c.req.param('id');
  const isSeries = form.get('omfang') === 'senere';
  if (isSeries) await openSeries(rt, staff, id, { seen: seenSeries(c) });
  else await openEvent(rt, staff, id, { seen: seenOf(c) });
  return c.redirect(`/desk/arrangementer/${id}?gemt=${isSeries ? 'eventsOpened' : 'eventOpened'}`, 303);
});

eventRoutes.post('/arrangementer/:id/slet', async (c) => {
  await dropDraftEvent(c.var.rt, c.var.staff, c.req.param('id'), { seen: seenOf(c) });
  return c.redirect('/desk/arrangementer?gemt=eventDropped', 303);
});
