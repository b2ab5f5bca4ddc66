import { Hono } from 'hono';
import { isoDate } from '../../../journey/time/format.ts';
import { type Company, openFor } from '../../../services/appointments/open-for.ts';
import { type AppointmentView, showAppointment } from '../../../services/appointments/show-appointment.ts';
import { type Choices, getChoices } from '../../../services/contacts/choices.ts';
import { type NewContact, registerContact } from '../../../services/contacts/register-contact.ts';
import { listOffers } from '../../../services/offers/list-offers.ts';
import { Select } from '../../layout/choose.tsx';
import { only } from '../../layout/form.tsx';
import { BackLink } from '../../pages/parts.tsx';
import { inLanguage } from '../../words/language.ts';
import { CheckGroup } from '../frame/check-group.tsx';
import type { DeskContext, DeskEnv } from '../frame/desk-env.ts';
import { sendDesk } from '../frame/frame.tsx';
import { attempt, fieldSentence, ProblemList, type Problems } from '../frame/problems.tsx';
import { blankContact, ContactFields, contactProblems, readContact } from './contact-form.tsx';
import { contactWords } from './contact-words.ts';
import { GuidedForm } from './guide.tsx';

/** Registering a conversation, with or without an appointment before it. */
export const newContactRoutes = new Hono<DeskEnv>();

type Shown = { company: Company; choices: Choices; form: NewContact; problems: Problems };

async function sendForm(c: DeskContext, { company, choices, form, problems }: Shown): Promise<Response> {
  const { rt, staff, language } = c.var;
  const t = inLanguage(contactWords, language);
  const offers = await listOffers(rt, staff);
  const [first] = company.people;
  return sendDesk(
    c,
    { title: t.newTitle, section: 'relatives', failed: Object.keys(problems).length > 0 },
    <>
      {first ? <BackLink href={`/desk/paaroerende/${first.id}?fra=contact`}>{first.name}</BackLink> : null}
      <h1>
        {t.newTitle}
        {first ? `: ${first.name}` : ''}
      </h1>
      <ProblemList problems={problems} labels={t} language={language} />
      <GuidedForm c={c} action="/desk/samtaler">
        <input type="hidden" name="id" value={form.id} />
        <input type="hidden" name="for" value={first?.id ?? ''} />
        <input type="hidden" name="appointment" value={form.appointment} />
        <ContactFields form={form} problems={problems} choices={choices} language={language} />
        {offers.length > 0 ? (
          <Select
            name="offer"
            label={t.offer}
            language={language}
            value={form.offer}
            options={[['', t.noOffer], ...offers.map(({ id, title }) => [id, title] as const)]}
          />
        ) : null}
        <CheckGroup
          name="relatives"
          legend={t.relatives}
          options={company.people.map(({ id, name }) => [id, name] as const)}
          chosen={form.relatives}
          {...only({ error: problems.relatives })}
        />
      </GuidedForm>
    </>,
  );
}

/** What is known of a conversation by the appointment it came of. */
function afterAppointment(view: AppointmentView, choices: Choices) {
  const { place, minutes, startsAt, appointees, id } = view;
  return {
    appointment: id,
    date: isoDate(startsAt),
    minutes: String(minutes),
    initiative: choices.initiatives.includes('vejleder') ? 'vejleder' : (choices.initiatives[0] ?? ''),
    ...(choices.contactPlaces.includes(place) ? { place } : {}),
    relatives: appointees.filter(({ name }) => name !== undefined).map(({ relativeId }) => relativeId),
  };
}

/** Everyone of an appointment can be chosen, also those of other circles. */
const withAppointees = (company: Company, view: AppointmentView | undefined): Company => {
  const known = new Set(company.people.map(({ id }) => id));
  const others = (view?.appointees ?? []).flatMap(({ relativeId: id, name, channel }) =>
    name === undefined || known.has(id) ? [] : [{ id, name, channel, isSilent: false }],
  );
  return { ...company, people: [...company.people, ...others] };
};

newContactRoutes.get('/paaroerende/:id/samtale', async (c) => {
  const { rt, staff } = c.var;
  const id = c.req.param('id');
  const [company, choices] = await Promise.all([openFor(rt, staff, id, 'contact'), getChoices(rt)]);
  const asked = c.req.query('aftale');
  const view = asked ? await showAppointment(rt, staff, asked) : undefined;
  const form: NewContact = {
    ...blankContact(isoDate(rt.now()), choices),
    id: rt.newId(),
    relatives: [id],
    appointment: '',
    offer: '',
    ...(view ? afterAppointment(view, choices) : {}),
  };
  return sendForm(c, { company: withAppointees(company, view), choices, form, problems: {} });
});

newContactRoutes.post('/samtaler', async (c) => {
  const { rt, staff, language, form: fields } = c.var;
  const relative = fields.get('for') ?? '';
  const appointment = fields.get('appointment') ?? '';
  const [company, choices] = await Promise.all([openFor(rt, staff, relative, 'contact'), getChoices(rt)]);
  const typed = readContact(fields, blankContact('', choices));
  const { form: checked, problems } = contactProblems(typed, choices, rt.now(), language);
  const form: NewContact = {
    ...checked,
    id: fields.get('id') ?? '',
    relatives: fields.getAll('relatives'),
    appointment,
    offer: fields.get('offer') ?? '',
  };
  const again = async (wrong: Problems): Promise<Response> => {
    const view = appointment ? await showAppointment(rt, staff, appointment) : undefined;
    return sendForm(c, { company: withAppointees(company, view), choices, form, problems: wrong });
  };
  if (Object.keys(problems).length > 0) return again(problems);
  const outcome = await attempt(() => registerContact(rt, staff, form));
  if ('value' in outcome)
    return c.redirect(`/desk/paaroerende/${relative}?fra=contact&gemt=talk#samtaler`, 303);
  const { code, detail = 'date' } = outcome.error;
  return again({ [detail]: fieldSentence(code, language) });
});
