import { Hono } from 'hono';
import type { FC } from 'hono/jsx';
import { formatTime, isoDate } from '../../../journey/time/format.ts';
import { AppError } from '../../../services/app-error.ts';
import { cancelAppointment } from '../../../services/appointments/cancel-appointment.ts';
import type { TimeForm } from '../../../services/appointments/check-appointment.ts';
import { moveAppointment } from '../../../services/appointments/move-appointment.ts';
import { type AppointmentView, showAppointment } from '../../../services/appointments/show-appointment.ts';
import { requireRight } from '../../../services/staff/staff.ts';
import { fill } from '../../words/fill.ts';
import { inLanguage } from '../../words/language.ts';
import { showMoment } from '../../words/when.ts';
import type { DeskContext, DeskEnv } from '../frame/desk-env.ts';
import { sendDesk } from '../frame/frame.tsx';
import { DeskForm } from '../frame/parts.tsx';
import { ProblemList, type Problems } from '../frame/problems.tsx';
import { OPEN_STATES } from './appointment.tsx';
import { appointmentWords } from './appointment-words.ts';
import { readTime, TimeFields, timeProblems } from './time-fields.tsx';

/** As it is typed: "24/11-2026 14.00". */
function whenText(at: number): string {
  const [year, month, day] = isoDate(at).split('-').map(Number);
  return `${day}/${month}-${year} ${formatTime(at, 'da')}`;
}

type Props = { c: DeskContext; view: AppointmentView; isCancelled: boolean };

/** Who is told what, before it is done. */
const Effect: FC<Props> = ({ c, view, isCancelled }) => {
  const t = inLanguage(appointmentWords, c.var.language);
  const words: Record<string, string> = { sms: t.toldSms, ring: t.toldRing, brev: t.toldBrev };
  return (
    <>
      <h2>{t.effect}</h2>
      <ul>
        {view.appointees.map(({ name = t.other, channel, answer, why }) => {
          const isTold = why === null && !(isCancelled && answer === 'nej');
          return <li>{fill(isTold ? (words[channel] ?? t.toldNot) : t.toldNot, { name })}.</li>;
        })}
        {isCancelled ? null : <li>{t.asksAgain}</li>}
      </ul>
    </>
  );
};

async function openToChange(c: DeskContext, id: string): Promise<AppointmentView> {
  requireRight(c.var.staff, 'care');
  const view = await showAppointment(c.var.rt, c.var.staff, id);
  if (!OPEN_STATES.includes(view.state)) throw new AppError('already-done');
  return view;
}

async function sendMove(
  c: DeskContext,
  view: AppointmentView,
  form: TimeForm,
  problems: Problems,
  moves: number,
): Promise<Response> {
  const { language } = c.var;
  const t = inLanguage(appointmentWords, language);
  return sendDesk(
    c,
    { title: t.moveTitle, section: 'appointments', failed: Object.keys(problems).length > 0 },
    <div class="desk-narrow">
      <h1>{t.moveTitle}</h1>
      <p>{showMoment(view.startsAt, language)}</p>
      <ProblemList problems={problems} labels={t} language={language} />
      <DeskForm c={c} action={`/desk/aftaler/${view.id}/flyt`}>
        <input type="hidden" name="moves" value={String(moves)} />
        <TimeFields form={form} problems={problems} language={language} />
        <Effect c={c} view={view} isCancelled={false} />
        <div class="desk-buttons">
          <button type="submit" class="button button-primary">
            {t.moveIt}
          </button>
          <a href={`/desk/aftaler/${view.id}`}>{t.keep}</a>
        </div>
      </DeskForm>
    </div>,
  );
}

/** Moving and cancelling; each shows first who is told. */
export const changeAppointmentRoutes = new Hono<DeskEnv>();

changeAppointmentRoutes.get('/aftaler/:id/flyt', async (c) => {
  const view = await openToChange(c, c.req.param('id'));
  const { place, smsPlace, details, minutes, startsAt } = view;
  const when = whenText(startsAt);
  return sendMove(c, view, { when, place, smsPlace, details, minutes: String(minutes) }, {}, view.moves);
});

changeAppointmentRoutes.post('/aftaler/:id/flyt', async (c) => {
  const { rt, staff, language, form: fields } = c.var;
  const id = c.req.param('id');
  const form = readTime(fields);
  const moves = Number(fields.get('moves'));
  const problems = await timeProblems(rt, form, language);
  if (Object.keys(problems).length > 0) return sendMove(c, await openToChange(c, id), form, problems, moves);
  await moveAppointment(rt, staff, id, { ...form, moves });
  return c.redirect(`/desk/aftaler/${id}?gemt=moved`, 303);
});

changeAppointmentRoutes.get('/aftaler/:id/aflys', async (c) => {
  const { language } = c.var;
  const t = inLanguage(appointmentWords, language);
  const view = await openToChange(c, c.req.param('id'));
  return sendDesk(
    c,
    { title: t.cancelTitle, section: 'appointments' },
    <div class="desk-narrow">
      <h1>{t.cancelTitle}</h1>
      <p>{showMoment(view.startsAt, language)}</p>
      <Effect c={c} view={view} isCancelled />
      <p>{t.noUndo}</p>
      <DeskForm c={c} action={`/desk/aftaler/${view.id}/aflys`} class="desk-buttons">
        <input type="hidden" name="moves" value={String(view.moves)} />
        <button type="submit" class="button button-primary">
          {t.cancelDo}
        </button>
        <a href={`/desk/aftaler/${view.id}`}>{t.keep}</a>
      </DeskForm>
    </div>,
  );
});

changeAppointmentRoutes.post('/aftaler/:id/aflys', async (c) => {
  const id = c.req.param('id');
  await cancelAppointment(c.var.rt, c.var.staff, id, Number(c.var.form.get('moves')));
  return c.redirect(`/desk/aftaler/${id}?gemt=cancelled`, 303);
});
