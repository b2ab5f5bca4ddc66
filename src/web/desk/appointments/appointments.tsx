import { Hono } from 'hono';
import type { FC } from 'hono/jsx';
import { listAppointments, SPANS, type Span } from '../../../services/appointments/list-appointments.ts';
import { Field, only } from '../../layout/form.tsx';
import { inLanguage } from '../../words/language.ts';
import type { DeskContext, DeskEnv } from '../frame/desk-env.ts';
import { sendDesk } from '../frame/frame.tsx';
import { Section } from '../frame/lists.tsx';
import { DeskForm } from '../frame/parts.tsx';
import { ProblemList, type Problems } from '../frame/problems.tsx';
import { AppointmentItems } from './appointment-parts.tsx';
import { appointmentWords } from './appointment-words.ts';

const WORDS: Record<Span, string> = { today: 'i-dag', week: 'uge', all: 'alle' };

const Filters: FC<{ c: DeskContext; span: Span; mine: boolean }> = ({ c, span, mine }) => {
  const t = inLanguage(appointmentWords, c.var.language);
  const href = (to: Span, own: boolean): string =>
    `/desk/aftaler?vis=${WORDS[to]}&hvis=${own ? 'mine' : 'alles'}`;
  const current = (is: boolean) => (is ? { 'aria-current': 'true' as const } : {});
  return (
    <nav class="desk-buttons d-print-none" aria-label={t.title}>
      {SPANS.map((one) => (
        <a href={href(one, mine)} {...current(one === span)}>
          {t[one]}
        </a>
      ))}
      <span aria-hidden="true">|</span>
      <a href={href(span, true)} {...current(mine)}>
        {t.mine}
      </a>
      <a href={href(span, false)} {...current(!mine)}>
        {t.everybody}
      </a>
    </nav>
  );
};

const ByNumber: FC<{ c: DeskContext; tried: Tried }> = ({ c, tried: { problems, number, isUnknown } }) => {
  const { language } = c.var;
  const t = inLanguage(appointmentWords, language);
  return (
    <Section id="book" heading={t.byNumber}>
      {isUnknown ? (
        <p>
          {t.nobody} <a href="/desk/paaroerende/ny">{t.create}</a>
        </p>
      ) : null}
      <DeskForm c={c} action="/desk/aftaler/ny">
        <Field
          name="nummer"
          label={t.number}
          language={language}
          type="tel"
          value={number}
          width="m"
          autocomplete="off"
          {...only({ error: problems.nummer })}
        />
        <button type="submit" class="button button-secondary">
          {t.next}
        </button>
      </DeskForm>
    </Section>
  );
};

/** A number that was typed and did not lead on. */
type Tried = { problems: Problems; number: string; isUnknown?: boolean };

/** The page of appointments. */
export async function sendAppointments(c: DeskContext, tried: Tried): Promise<Response> {
  const { rt, staff, language } = c.var;
  const t = inLanguage(appointmentWords, language);
  const span = SPANS.find((one) => WORDS[one] === c.req.query('vis')) ?? 'week';
  const mine = c.req.query('hvis') !== 'alles';
  const { unsettled, coming } = await listAppointments(rt, staff, { span, mine });
  return sendDesk(
    c,
    { title: t.title, section: 'appointments', failed: Object.keys(tried.problems).length > 0 },
    <>
      <h1>{t.title}</h1>
      <p>{t.lead}</p>
      <ProblemList problems={tried.problems} labels={{ nummer: t.number }} language={language} />
      <Filters c={c} span={span} mine={mine} />
      <Section id="forbi" heading={t.unsettled} hint={t.unsettledHint} empty={unsettled.length === 0}>
        <AppointmentItems c={c} lines={unsettled} />
      </Section>
      <Section id="kommende" heading={t.coming}>
        {coming.length === 0 ? <p>{t.empty}</p> : <AppointmentItems c={c} lines={coming} />}
      </Section>
      <ByNumber c={c} tried={tried} />
    </>,
  );
}

export const appointmentsRoutes = new Hono<DeskEnv>();

appointmentsRoutes.get('/aftaler', (c) => sendAppointments(c, { problems: {}, number: '' }));
