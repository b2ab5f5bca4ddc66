import { Hono } from 'hono';
import type { FC } from 'hono/jsx';
import { isoDate } from '../../../journey/time/format.ts';
import { changeContact } from '../../../services/contacts/change-contact.ts';
import type { ContactForm } from '../../../services/contacts/check-contact.ts';
import { getChoices } from '../../../services/contacts/choices.ts';
import { confirmHandOver } from '../../../services/contacts/hand-overs.ts';
import { type ContactView, showContact } from '../../../services/contacts/show-contact.ts';
import { requireRight, requireSight } from '../../../services/staff/staff.ts';
import { Field } from '../../layout/form.tsx';
import { BackLink } from '../../pages/parts.tsx';
import { fill } from '../../words/fill.ts';
import { inLanguage } from '../../words/language.ts';
import { wordOf } from '../../words/lookup.ts';
import { showDay } from '../../words/when.ts';
import type { DeskContext, DeskEnv } from '../frame/desk-env.ts';
import { sendDesk } from '../frame/frame.tsx';
import { Who } from '../frame/lists.tsx';
import { Badge, DeskForm, Facts, mayCare } from '../frame/parts.tsx';
import { attempt, fieldSentence, ProblemList, type Problems } from '../frame/problems.tsx';
import { blankContact, ContactFields, contactProblems, readContact } from './contact-form.tsx';
import { choiceWords, contactWords } from './contact-words.ts';
import { GuidedForm } from './guide.tsx';

/** Noting that the receiver has taken over. */
export const Confirm: FC<{ c: DeskContext; id: string; about?: string }> = ({ c, id, about }) => {
  const { language, rt } = c.var;
  return (
    <DeskForm c={c} action={`/desk/samtaler/${id}/bekraeft`} class="desk-buttons">
      <Field
        name="date"
        label={contactWords.confirmDate[language]}
        language={language}
        type="date"
        value={isoDate(rt.now())}
      />
      <button type="submit" class="button button-secondary">
        {contactWords.confirm[language]}
        {about ? <span class="sr-only"> {about}</span> : null}
      </button>
    </DeskForm>
  );
};

const HandOver: FC<{ c: DeskContext; view: ContactView }> = ({ c, view }) => {
  const { language } = c.var;
  if (view.followUp !== 'overdraget') return null;
  if (view.confirmedAt !== null)
    return (
      <p>
        <Badge tone="success">
          {fill(contactWords.confirmed[language], { when: showDay(view.confirmedAt, language) })}
        </Badge>
      </p>
    );
  return (
    <>
      <p>
        <Badge tone="warning">{contactWords.openHandOver[language]}</Badge>
      </p>
      <Confirm c={c} id={view.id} />
    </>
  );
};

/** The way back to the first of those the conversation was with who is in sight. */
const BackToRelative: FC<{ view: ContactView }> = ({ view }) => {
  const first = view.relatives.find(({ name }) => name !== undefined);
  return first ? (
    <BackLink href={`/desk/paaroerende/${first.id}?fra=contact#samtaler`}>{first.name}</BackLink>
  ) : null;
};

/** One conversation: reading it, changing one's own, closing a hand-over. */
export const contactRoutes = new Hono<DeskEnv>();

contactRoutes.get('/samtaler/:id', async (c) => {
  const { rt, staff, language } = c.var;
  const view = await showContact(rt, staff, c.req.param('id'));
  const t = inLanguage(contactWords, language);
  const word = (value: string): string => wordOf(choiceWords, value, language);
  const title = `${word(view.kind)}, ${showDay(view.at, language)}`;
  return sendDesk(
    c,
    { title, section: 'relatives' },
    <>
      <BackToRelative view={view} />
      <h1>{title}</h1>
      <Facts
        rows={[
          [
            t.relatives,
            view.relatives.map(({ id, name }) => (
              <div>{name ? <Who id={id} name={name} from="contact" c={c} /> : t.other}</div>
            )),
          ],
          [t.minutes, view.minutes],
          [t.level, word(view.level)],
          [t.place, word(view.place)],
          [t.initiative, word(view.initiative)],
          [t.themes, view.themes.map(word).join(', ')],
          [t.outcome, word(view.outcome)],
          [t.followUp, word(view.followUp)],
          [t.handedTo, view.handedTo],
          [t.nextStep, view.nextStep],
          [t.note, view.note ? <span class="desk-sms">{view.note}</span> : ''],
          [t.advisor, view.advisor],
        ]}
      />
      <HandOver c={c} view={view} />
      {view.isOwn && mayCare(c) ? (
        <p class="d-print-none">
          <a class="button button-secondary" href={`/desk/samtaler/${view.id}/ret`}>
            {t.change}
          </a>
        </p>
      ) : null}
    </>,
  );
});

async function sendChange(c: DeskContext, id: string, form: ContactForm, seen: number, problems: Problems) {
  const { rt, language } = c.var;
  const t = inLanguage(contactWords, language);
  return sendDesk(
    c,
    { title: t.changeTitle, section: 'relatives', failed: Object.keys(problems).length > 0 },
    <>
      <h1>{t.changeTitle}</h1>
      <ProblemList problems={problems} labels={t} language={language} />
      <GuidedForm c={c} action={`/desk/samtaler/${id}/ret`}>
        <input type="hidden" name="seen" value={String(seen)} />
        <ContactFields form={form} problems={problems} choices={await getChoices(rt)} language={language} />
      </GuidedForm>
    </>,
  );
}

contactRoutes.get('/samtaler/:id/ret', async (c) => {
  requireRight(c.var.staff, 'care');
  const view = await showContact(c.var.rt, c.var.staff, c.req.param('id'));
  return sendChange(c, view.id, { ...view, minutes: String(view.minutes) }, view.changedAt, {});
});

contactRoutes.post('/samtaler/:id/ret', async (c) => {
  const { rt, staff, language, form: fields } = c.var;
  const id = c.req.param('id');
  await requireSight(rt, staff, 'care', 'contact', id);
  const seen = Number(fields.get('seen'));
  const choices = await getChoices(rt);
  const typed = readContact(fields, blankContact('', choices));
  const { form, problems } = contactProblems(typed, choices, rt.now(), language);
  if (Object.keys(problems).length > 0) return sendChange(c, id, form, seen, problems);
  const outcome = await attempt(() => changeContact(rt, staff, id, { ...form, seen }));
  if ('value' in outcome) return c.redirect(`/desk/samtaler/${id}?gemt=talkChanged`, 303);
  if (outcome.error.code !== 'changed-meanwhile') throw outcome.error;
  const now = await showContact(rt, staff, id);
  const told = { date: fieldSentence(outcome.error.code, language) };
  return sendChange(c, id, { ...now, minutes: String(now.minutes) }, now.changedAt, told);
});

contactRoutes.post('/samtaler/:id/bekraeft', async (c) => {
  const id = c.req.param('id');
  await confirmHandOver(c.var.rt, c.var.staff, id, c.var.form.get('date') ?? '');
  return c.redirect(`/desk/samtaler/${id}?gemt=confirmed`, 303);
});
