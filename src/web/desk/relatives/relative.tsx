import { Hono } from 'hono';
import { AppError } from '../../../services/app-error.ts';
import { listAppointmentsOfRelative } from '../../../services/appointments/list-appointments.ts';
import { listContacts } from '../../../services/contacts/list-contacts.ts';
import { listEventsOfRelative } from '../../../services/events/list-events.ts';
import { listPlaces } from '../../../services/groups/step-in-or-out.ts';
import { listSignposts } from '../../../services/offers/signpost.ts';
import { changeNumber } from '../../../services/relatives/change-number.ts';
import { CODE_LIVES_MS, type CodeBy, givePin, givePinCode } from '../../../services/relatives/give-pin.ts';
import { leadOn } from '../../../services/relatives/merge-relatives.ts';
import { purposeOfLook } from '../../../services/relatives/purpose-of-look.ts';
import { CHANNELS } from '../../../services/relatives/relative-choices.ts';
import { type RelativeView, showRelative } from '../../../services/relatives/show-relative.ts';
import { requireRight } from '../../../services/staff/staff.ts';
import { Check, Select } from '../../layout/choose.tsx';
import { Field, only } from '../../layout/form.tsx';
import { contactWords, phoneWords } from '../../words/choices.ts';
import { fill } from '../../words/fill.ts';
import { inLanguage } from '../../words/language.ts';
import { showLength } from '../../words/when.ts';
import { AppointmentsOf } from '../appointments/appointment-parts.tsx';
import { ContactsOf } from '../contacts/contact-lists.tsx';
import { EventsOf } from '../events/events-of.tsx';
import { commonWords } from '../frame/common-words.ts';
import type { DeskContext, DeskEnv } from '../frame/desk-env.ts';
import { sendDesk } from '../frame/frame.tsx';
import { DeskForm } from '../frame/parts.tsx';
import { attempt, fieldSentence, ProblemList, type Problems } from '../frame/problems.tsx';
import { GroupsOf } from '../groups/groups-of.tsx';
import { SignpostsOf } from '../offers/signposts-of.tsx';
import { askPurpose } from './ask-purpose.tsx';
import { NumberWays } from './close-number.tsx';
import { numberSentence } from './number-sentence.ts';
import { About } from './relative-about.tsx';
import { BackToList, Consents, Journeys, Messages, Warnings } from './relative-parts.tsx';
import { Circle, Pin } from './relative-side.tsx';
import { Top } from './relative-top.tsx';
import { newRelativeWords, numberWords, pinWords } from './relatives-words.ts';

/** One relative: the record, the telephone, the codes. */
export const relativeRoutes = new Hono<DeskEnv>();

relativeRoutes.get('/paaroerende/:id', async (c) => {
  const { rt, staff } = c.var;
  const id = c.req.param('id');
  const into = await leadOn(rt, staff, id);
  if (into) return c.redirect(`/desk/paaroerende/${into}${new URL(c.req.url).search}`);
  const purpose = await purposeOfLook(rt, staff, id, c.req.query('fra'));
  if (!purpose) return askPurpose(c, id);
  const view = await showRelative(rt, staff, id, purpose);
  const shown = await listSignposts(c.var.rt, c.var.staff, view.id);
  const places = await listPlaces(c.var.rt, c.var.staff, view.id);
  const appointments = await listAppointmentsOfRelative(c.var.rt, c.var.staff, view.id);
  const contacts = await listContacts(c.var.rt, c.var.staff, view.id);
  const events = await listEventsOfRelative(c.var.rt, c.var.staff, view.id);
  return sendDesk(
    c,
    { title: view.name, section: 'relatives' },
    <>
      <BackToList c={c} />
      <Top c={c} view={view}>
        <Warnings c={c} view={view} />
      </Top>
      <div class="desk-columns">
        <div>
          <Journeys c={c} view={view} />
          <AppointmentsOf c={c} id={view.id} lines={appointments} />
          <ContactsOf c={c} id={view.id} lines={contacts} />
          <Messages c={c} view={view} />
          <Consents c={c} view={view} />
        </div>
        <div>
          <About c={c} view={view} ways={<NumberWays c={c} view={view} />} />
          <Circle c={c} view={view} />
          <Pin c={c} view={view} />
          <SignpostsOf c={c} id={view.id} shown={shown} />
          <EventsOf c={c} events={events} />
          <GroupsOf c={c} id={view.id} places={places} quietUntil={view.quietUntil} />
        </div>
      </div>
    </>,
  );
});

/** The code is in this one answer and nowhere else: there is no address that shows it again. */
async function sendCode(
  c: DeskContext,
  id: string,
  shown: { code: string; livesMs?: number },
): Promise<Response> {
  const { rt, staff, language } = c.var;
  const { name } = await showRelative(rt, staff, id, 'contact');
  const t = inLanguage(pinWords, language);
  const { code, livesMs } = shown;
  const title = livesMs ? t.codeTitle : t.pinTitle;
  const length = livesMs ? showLength(livesMs, language) : '';
  return sendDesk(
    c,
    { title, section: 'relatives' },
    <div class="desk-narrow">
      <h1>{title}</h1>
      <p class="desk-code">{code.replace(/(...)(?=.)/, '$1 ')}</p>
      <p>{t.once}</p>
      <p>{fill(livesMs ? t.choose : t.hand, { name, length })}</p>
      <p class="d-print-none">
        <a class="button button-primary" href={`/desk/paaroerende/${id}`}>
          {t.written}
        </a>
      </p>
    </div>,
  );
}

relativeRoutes.post('/paaroerende/:id/pin', async (c) => {
  const id = c.req.param('id');
  const { pin } = await givePin(c.var.rt, c.var.staff, id);
  return sendCode(c, id, { code: pin });
});

relativeRoutes.post('/paaroerende/:id/engangskode', async (c) => {
  const id = c.req.param('id');
  const by = (['voice', 'paper'] as const).find((known): known is CodeBy => known === c.var.form.get('paa'));
  if (!by) throw new AppError('field-unreadable', 'paa');
  const { code } = await givePinCode(c.var.rt, c.var.staff, id, by);
  return sendCode(c, id, { code, livesMs: CODE_LIVES_MS[by] });
});

type NumberForm = { number: string; phone: string; channel: string; shared: string };

function sendNumberForm(
  c: DeskContext,
  view: RelativeView,
  form: NumberForm,
  problems: Problems,
  askShared: boolean,
): Promise<Response> {
  const { language } = c.var;
  const t = inLanguage(numberWords, language);
  const labels = inLanguage(newRelativeWords, language);
  const at = (name: keyof NumberForm) => ({
    name,
    language,
    value: form[name],
    ...only({ error: problems[name] }),
  });
  return sendDesk(
    c,
    { title: t.title, section: 'relatives', failed: Object.keys(problems).length > 0 },
    <div class="desk-narrow">
      <h1>
        {t.title}: {view.name}
      </h1>
      {view.number ? <p>{fill(t.now, { number: view.number.text })}</p> : null}
      <p>{t.check}</p>
      {view.number ? <p>{t.keep}</p> : null}
      <ProblemList problems={problems} labels={labels} language={language} />
      <DeskForm c={c} action={`/desk/paaroerende/${view.id}/nummer`}>
        <input type="hidden" name="set" value={view.numberSeen} />
        <Field {...at('number')} label={labels.number} type="tel" maxlength={40} autocomplete="off" />
        {askShared ? (
          <Check
            name="shared"
            label={labels.shared}
            hint={labels.sharedHint}
            checked={form.shared === 'yes'}
          />
        ) : null}
        <Select
          {...at('phone')}
          label={labels.phone}
          hint={labels.phoneHint}
          options={(['auto', 'mobile', 'landline'] as const).map((kind) => [
            kind,
            phoneWords[kind][language],
          ])}
        />
        <Select
          {...at('channel')}
          label={labels.channel}
          options={CHANNELS.map((channel) => [channel, contactWords[channel][language]])}
        />
        <div class="desk-buttons">
          <button type="submit" class="button button-primary">
            {t.change}
          </button>
          <a href={`/desk/paaroerende/${view.id}`}>{commonWords.cancel[language]}</a>
        </div>
      </DeskForm>
    </div>,
  );
}

const numberFormOf = ({ number, channel }: RelativeView): NumberForm => ({
  number: number && !number.wrongAt ? number.text : '',
  phone: number?.landline ? 'landline' : 'auto',
  channel,
  shared: '',
});

relativeRoutes.get('/paaroerende/:id/nummer', async (c) => {
  requireRight(c.var.staff, 'care');
  const view = await showRelative(c.var.rt, c.var.staff, c.req.param('id'), 'contact');
  return sendNumberForm(c, view, numberFormOf(view), {}, false);
});

relativeRoutes.post('/paaroerende/:id/nummer', async (c) => {
  const { rt, staff, language, form: fields } = c.var;
  const id = c.req.param('id');
  const read = (name: string): string => fields.get(name) ?? '';
  const form = {
    number: read('number'),
    phone: read('phone'),
    channel: read('channel'),
    shared: read('shared'),
  };
  const outcome = await attempt(() => changeNumber(rt, staff, id, { ...form, seen: read('set') }));
  if ('value' in outcome) return c.redirect(`/desk/paaroerende/${id}?gemt=${outcome.value.changed}`, 303);
  const { code, detail = 'number' } = outcome.error;
  const view = await showRelative(rt, staff, id, 'contact');
  if (code === 'changed-meanwhile')
    return sendNumberForm(c, view, numberFormOf(view), { number: fieldSentence(code, language) }, false);
  return sendNumberForm(
    c,
    view,
    code === 'cpr-typed' ? { ...form, number: '' } : form,
    {
      [detail]:
        code === 'already-done'
          ? numberWords.same[language]
          : numberSentence(code, rt.config.countries, language),
    },
    code === 'number-taken',
  );
});
