import { Hono } from 'hono';
import type { FC } from 'hono/jsx';
import { AppError } from '../../../services/app-error.ts';
import { noteAnswer } from '../../../services/appointments/note-answer.ts';
import { EARLY_MS, settleAppointment } from '../../../services/appointments/settle-appointment.ts';
import { type AppointmentView, showAppointment } from '../../../services/appointments/show-appointment.ts';
import { writeIcs } from '../../../services/appointments/write-ics.ts';
import { BackLink } from '../../pages/parts.tsx';
import { fill } from '../../words/fill.ts';
import { inLanguage } from '../../words/language.ts';
import { wordOf } from '../../words/lookup.ts';
import { showMoment } from '../../words/when.ts';
import type { DeskContext, DeskEnv } from '../frame/desk-env.ts';
import { sendDesk } from '../frame/frame.tsx';
import { Item, Section, Who } from '../frame/lists.tsx';
import { Do, Facts, mayCare } from '../frame/parts.tsx';
import { appointeeText, StateBadge } from './appointment-parts.tsx';
import { appointmentPlaceWords, appointmentWords } from './appointment-words.ts';

type Props = { c: DeskContext; view: AppointmentView };

/** Where an appointment can still be moved or cancelled. */
export const OPEN_STATES = ['agreed', 'moved', 'confirmed', 'declined'];

const Appointees: FC<Props> = ({ c, view }) => {
  const { language } = c.var;
  const t = inLanguage(appointmentWords, language);
  const at = `/desk/aftaler/${view.id}/svar`;
  const isOpen = OPEN_STATES.includes(view.state);
  return (
    <Section id="hvem" heading={t.relatives}>
      <ul class="desk-list no-max-width">
        {view.appointees.map((one) => (
          <Item
            who={one.name ? <Who id={one.relativeId} name={one.name} from="appointment" c={c} /> : t.other}
            meta={appointeeText(one, language)}
            action={
              isOpen && one.name ? (
                <>
                  {one.answer === 'ja' ? null : (
                    <Do c={c} action={at} name="svar" value={`ja.${one.relativeId}`} about={one.name}>
                      {t.comes}
                    </Do>
                  )}
                  {one.answer === 'nej' ? null : (
                    <Do c={c} action={at} name="svar" value={`nej.${one.relativeId}`} about={one.name}>
                      {t.declines}
                    </Do>
                  )}
                </>
              ) : null
            }
          />
        ))}
      </ul>
    </Section>
  );
};

/** What can be done now: what came of it once it begins, and changes while it is open. */
const Ways: FC<Props> = ({ c, view }) => {
  const t = inLanguage(appointmentWords, c.var.language);
  const at = `/desk/aftaler/${view.id}`;
  const first = view.appointees.find(({ name }) => name !== undefined);
  const hasBegun = c.var.rt.now() >= view.startsAt - EARLY_MS;
  const mayRegister = first && !view.contactId && view.state !== 'cancelled' && hasBegun;
  return (
    <div class="desk-buttons d-print-none">
      {mayCare(c) && mayRegister ? (
        <a
          class="button button-primary"
          href={`/desk/paaroerende/${first.relativeId}/samtale?aftale=${view.id}`}
        >
          {t.held}
        </a>
      ) : null}
      {hasBegun && ['agreed', 'moved', 'confirmed'].includes(view.state) ? (
        <Do c={c} action={`${at}/udeblevet`}>
          {t.missed}
        </Do>
      ) : null}
      {mayCare(c) && OPEN_STATES.includes(view.state) ? (
        <>
          <a class="button button-secondary" href={`${at}/flyt`}>
            {t.move}
          </a>
          <a class="button button-secondary" href={`${at}/aflys`}>
            {t.cancelIt}
          </a>
        </>
      ) : null}
      {view.contactId ? <a href={`/desk/samtaler/${view.contactId}`}>{t.toContact}</a> : null}
      <a href={`${at}/aftale.ics`}>{t.calendar}</a>
    </div>
  );
};

/** One appointment: who comes, what they answered, what can be done. */
export const appointmentRoutes = new Hono<DeskEnv>();

appointmentRoutes.get('/aftaler/:id', async (c) => {
  const { rt, staff, language } = c.var;
  const view = await showAppointment(rt, staff, c.req.param('id'));
  const t = inLanguage(appointmentWords, language);
  const title = fill(t.one, { when: showMoment(view.startsAt, language) });
  return sendDesk(
    c,
    { title, section: 'appointments' },
    <>
      <BackLink href="/desk/aftaler">{t.title}</BackLink>
      <h1>{title}</h1>
      <Facts
        rows={[
          [t.state, <StateBadge state={view.state} language={language} />],
          [t.time, fill(t.lasts, { n: view.minutes })],
          [t.place, wordOf(appointmentPlaceWords, view.place, language)],
          [t.saidPlace, view.smsPlace],
          [t.advisor, view.advisor],
          [t.details, view.details],
        ]}
      />
      <Ways c={c} view={view} />
      <Appointees c={c} view={view} />
    </>,
  );
});

appointmentRoutes.get('/aftaler/:id/aftale.ics', async (c) => {
  const ics = await writeIcs(c.var.rt, c.var.staff, c.req.param('id'));
  return c.body(ics, 200, {
    'content-type': 'text/calendar; charset=utf-8',
    'content-disposition': 'attachment; filename="aftale.ics"',
  });
});

appointmentRoutes.post('/aftaler/:id/udeblevet', async (c) => {
  const id = c.req.param('id');
  await settleAppointment(c.var.rt, c.var.staff, id, 'missed');
  return c.redirect(`/desk/aftaler/${id}?gemt=absent`, 303);
});

appointmentRoutes.post('/aftaler/:id/svar', async (c) => {
  const id = c.req.param('id');
  const [, answer, relativeId] = /^(ja|nej)\.([\w-]{1,40})$/.exec(c.var.form.get('svar') ?? '') ?? [];
  if ((answer !== 'ja' && answer !== 'nej') || !relativeId) throw new AppError('field-unreadable', 'svar');
  await noteAnswer(c.var.rt, c.var.staff, id, { relativeId, answer });
  return c.redirect(`/desk/aftaler/${id}?gemt=question`, 303);
});
