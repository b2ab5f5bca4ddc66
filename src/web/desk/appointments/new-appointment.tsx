import { Hono } from 'hono';
import type { FC } from 'hono/jsx';
import { type BookingForm, bookAppointment } from '../../../services/appointments/book-appointment.ts';
import { type Company, openFor, openForNumber } from '../../../services/appointments/open-for.ts';
import { Check } from '../../layout/choose.tsx';
import { only } from '../../layout/form.tsx';
import { BackLink } from '../../pages/parts.tsx';
import { inLanguage } from '../../words/language.ts';
import { CheckGroup } from '../frame/check-group.tsx';
import type { DeskContext, DeskEnv } from '../frame/desk-env.ts';
import { sendDesk } from '../frame/frame.tsx';
import { DeskForm } from '../frame/parts.tsx';
import { attempt, fieldSentence, ProblemList, type Problems } from '../frame/problems.tsx';
import { numberSentence } from '../relatives/number-sentence.ts';
import { appointmentWords } from './appointment-words.ts';
import { sendAppointments } from './appointments.tsx';
import { BLANK_TIME, readTime, TimeFields, timeProblems } from './time-fields.tsx';

/** Booking, from a relative's page, a conversation or a phone number. */
export const newAppointmentRoutes = new Hono<DeskEnv>();

type Shown = {
  company: Company;
  form: BookingForm;
  problems: Problems;
  askApart?: boolean;
  /** The conversation that booking began in and comes back to. */
  talk?: string | undefined;
};

/** An id of a conversation as an address or a form carries it; undefined when it cannot be one. */
const talkOf = (id: string | null | undefined): string | undefined =>
  id && /^[\w-]{1,60}$/.test(id) ? id : undefined;

const BackToTalk: FC<{
  c: DeskContext;
  talk: string | undefined;
  first: { id: string; name: string } | undefined;
}> = ({ c, talk, first }) => {
  if (talk !== undefined)
    return <BackLink href={`/desk/indbakke/${talk}`}>{appointmentWords.backToTalk[c.var.language]}</BackLink>;
  return first ? (
    <BackLink href={`/desk/paaroerende/${first.id}?fra=appointment`}>{first.name}</BackLink>
  ) : null;
};

async function sendForm(c: DeskContext, shown: Shown): Promise<Response> {
  const { company, form, problems, askApart, talk } = shown;
  const { language } = c.var;
  const t = inLanguage(appointmentWords, language);
  const [first] = company.people;
  const people = company.people.map(
    ({ id, name, isSilent }) => [id, isSilent ? `${name} (${t.silent})` : name] as const,
  );
  return sendDesk(
    c,
    { title: t.newTitle, section: 'appointments', failed: Object.keys(problems).length > 0 },
    <div class="desk-narrow">
      <BackToTalk c={c} talk={talk} first={first} />
      <h1>
        {t.newTitle}
        {first ? `: ${first.name}` : ''}
      </h1>
      <ProblemList problems={problems} labels={t} language={language} />
      <DeskForm c={c} action="/desk/aftaler">
        <input type="hidden" name="id" value={form.id} />
        <input type="hidden" name="for" value={first?.id ?? ''} />
        {talk === undefined ? null : <input type="hidden" name="samtale" value={talk} />}
        <TimeFields form={form} problems={problems} language={language} />
        <CheckGroup
          name="relatives"
          legend={t.relatives}
          hint={t.relativesHint}
          options={people}
          chosen={form.relatives}
          {...only({ error: problems.relatives })}
        />
        {askApart ? (
          <Check
            name="apart"
            label={t.apart}
            hint={t.apartHint}
            checked={false}
            {...only({ error: problems.apart })}
          />
        ) : null}
        <Check name="remind" label={t.remind} hint={t.remindHint} checked={form.remind === 'yes'} />
        <button type="submit" class="button button-primary">
          {t.book}
        </button>
      </DeskForm>
    </div>,
  );
}

const blank = (c: DeskContext, company: Company): BookingForm => ({
  ...BLANK_TIME,
  id: c.var.rt.newId(),
  relatives: company.people.slice(0, 1).map(({ id }) => id),
  remind: 'yes',
  apart: '',
});

newAppointmentRoutes.get('/paaroerende/:id/aftale', async (c) => {
  const company = await openFor(c.var.rt, c.var.staff, c.req.param('id'), 'appointment');
  const talk = talkOf(c.req.query('samtale'));
  return sendForm(c, { company, form: blank(c, company), problems: {}, talk });
});

newAppointmentRoutes.post('/aftaler/ny', async (c) => {
  const { rt, staff, language, form: fields } = c.var;
  const found = await attempt(() => openForNumber(rt, staff, fields.get('nummer') ?? ''));
  if ('error' in found) {
    const nummer = numberSentence(found.error.code, rt.config.countries, language);
    return sendAppointments(c, { problems: { nummer }, number: fields.get('nummer') ?? '' });
  }
  const { value: company } = found;
  if (company.people.length === 0) return sendAppointments(c, { problems: {}, number: '', isUnknown: true });
  return sendForm(c, { company, form: blank(c, company), problems: {} });
});

newAppointmentRoutes.post('/aftaler', async (c) => {
  const { rt, staff, language, form: fields } = c.var;
  const company = await openFor(rt, staff, fields.get('for') ?? '', 'appointment');
  const form: BookingForm = {
    ...readTime(fields),
    id: fields.get('id') ?? '',
    relatives: fields.getAll('relatives'),
    remind: fields.get('remind') ?? '',
    apart: fields.get('apart') ?? '',
  };
  const talk = talkOf(fields.get('samtale'));
  const problems = await timeProblems(rt, form, language);
  if (Object.keys(problems).length > 0) return sendForm(c, { company, form, problems, talk });
  const outcome = await attempt(() => bookAppointment(rt, staff, form));
  if ('value' in outcome)
    return c.redirect(`/desk/${talk ? `indbakke/${talk}` : `aftaler/${outcome.value.id}`}?gemt=booked`, 303);
  const { code, detail = 'when' } = outcome.error;
  const askApart = detail === 'apart';
  return sendForm(c, {
    company,
    form,
    problems: { [detail]: fieldSentence(code, language) },
    askApart,
    talk,
  });
});
