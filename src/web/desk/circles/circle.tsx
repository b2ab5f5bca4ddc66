import { Hono } from 'hono';
import type { FC } from 'hono/jsx';
import { holdCircleByStaff, releaseCircleByStaff } from '../../../services/circles/hold-circle-by-staff.ts';
import { noteCircle } from '../../../services/circles/note-circle.ts';
import { type CircleView, showCircle } from '../../../services/circles/show-circle.ts';
import { showInddragelse } from '../../../services/circles/withdraw-circle-consent.ts';
import { requireRight } from '../../../services/staff/staff.ts';
import { Check } from '../../layout/choose.tsx';
import { Field, only } from '../../layout/form.tsx';
import { BackLink } from '../../pages/parts.tsx';
import { stateWords } from '../../words/choices.ts';
import { fill } from '../../words/fill.ts';
import { inLanguage } from '../../words/language.ts';
import { wordOf } from '../../words/lookup.ts';
import { choiceText } from '../../words/people-choices.ts';
import { commonWords } from '../frame/common-words.ts';
import type { DeskContext, DeskEnv } from '../frame/desk-env.ts';
import { sendDesk } from '../frame/frame.tsx';
import { Section } from '../frame/lists.tsx';
import { DeskForm, Facts, mayCare } from '../frame/parts.tsx';
import { attempt, fieldSentence, ProblemList, type Problems } from '../frame/problems.tsx';
import { manyWords } from '../journeys/many-words.ts';
import { CircleChanges } from './circle-changes.tsx';
import { circleWords } from './circle-words.ts';

type Props = { c: DeskContext; circle: CircleView };

const People: FC<Props> = ({ c, circle }) => (
  <ul>
    {circle.people.map((person) => (
      <li>
        <a href={`/desk/paaroerende/${person.id}?fra=circle`}>{person.name}</a> (
        {choiceText(c, 'relations', person.relation)})
      </li>
    ))}
  </ul>
);

/** The ways to stop and go on; each asks once more and shows what it does. */
const Ways: FC<Props> = ({ c, circle }) => {
  const t = inLanguage(circleWords, c.var.language);
  const at = `/desk/kredse/${circle.id}`;
  if (!mayCare(c)) return null;
  return (
    <Section id="stop" heading={t.stop}>
      <div class="desk-buttons">
        {circle.state === 'alive' ? (
          <a class="button button-secondary" href={`${at}/pause`}>
            {t.pause}
          </a>
        ) : null}
        {circle.state === 'dead' ? null : (
          <a class="button button-secondary" href={`${at}/doed`}>
            {t.dead}
          </a>
        )}
        {circle.state !== 'alive' || circle.effect.held > 0 ? (
          <a class="button button-secondary" href={`${at}/genoptag`}>
            {t.release}
          </a>
        ) : null}
      </div>
    </Section>
  );
};

type Note = { apart: boolean; consentCheckedOn: string };

const Known: FC<Props & { note: Note; problems: Problems }> = ({ c, circle, note, problems }) => {
  const { language } = c.var;
  const t = inLanguage(circleWords, language);
  return (
    <Section id="kendt" heading={t.known}>
      <DeskForm c={c} action={`/desk/kredse/${circle.id}`}>
        <input type="hidden" name="set" value={circle.seen} />
        <Check name="apart" label={t.apart} hint={t.apartHint} checked={note.apart} />
        <Field
          name="consentCheckedOn"
          type="date"
          label={t.consent}
          hint={t.consentHint}
          value={note.consentCheckedOn}
          language={language}
          width="m"
          optional
          {...only({ error: problems.consentCheckedOn })}
        />
        <button type="submit" class="button button-secondary">
          {commonWords.save[language]}
        </button>
      </DeskForm>
    </Section>
  );
};

async function sendCircle(
  c: DeskContext,
  circle: CircleView,
  note: Note,
  problems: Problems = {},
): Promise<Response> {
  const { language, rt, staff } = c.var;
  const t = inLanguage(circleWords, language);
  const title = fill(t.title, { code: circle.code });
  const left = circle.consentCheckedOn === null ? (await showInddragelse(rt, staff, circle.id)).length : 0;
  return sendDesk(
    c,
    { title, section: 'relatives', failed: Object.keys(problems).length > 0 },
    <div class="desk-narrow">
      <BackLink href="/desk/kredse">{t.toList}</BackLink>
      <h1>{title}</h1>
      <p>{t.lead}</p>
      <ProblemList problems={problems} labels={{}} language={language} />
      <Facts
        rows={[
          [t.unit, circle.unitName],
          [t.state, wordOf(stateWords, circle.state, language)],
          [t.isApart, circle.apart === 1 ? commonWords.yes[language] : null],
        ]}
      />
      <Section id="hvem" heading={t.people}>
        <People c={c} circle={circle} />
        {mayCare(c) ? (
          <p class="desk-buttons">
            <a href={`/desk/paaroerende/ny?kreds=${circle.code}`}>{t.add}</a>
            <a href={`/desk/tilmeld-flere?kreds=${circle.id}`}>{manyWords.title[language]}</a>
          </p>
        ) : null}
      </Section>
      <Ways c={c} circle={circle} />
      <Known c={c} circle={circle} note={note} problems={problems} />
      <CircleChanges c={c} circle={circle} left={left} />
    </div>,
  );
}

/** A circle: who is in it, what is known, and the buttons that stop everything around one person. */
export const circleRoutes = new Hono<DeskEnv>();

const noteOf = ({ apart, consentCheckedOn }: CircleView): Note => ({
  apart: apart === 1,
  consentCheckedOn: consentCheckedOn ?? '',
});

circleRoutes.get('/kredse/:id', async (c) => {
  const circle = await showCircle(c.var.rt, c.var.staff, c.req.param('id'));
  return sendCircle(c, circle, noteOf(circle));
});

/** A consent that is emptied stays until its effect was shown: journeys end with it. */
async function keptConsent(c: DeskContext, id: string, note: Note): Promise<Partial<Note> | undefined> {
  if (note.consentCheckedOn.trim() !== '') return undefined;
  const { consentCheckedOn } = await showCircle(c.var.rt, c.var.staff, id);
  return consentCheckedOn === null ? undefined : { consentCheckedOn };
}

circleRoutes.post('/kredse/:id', async (c) => {
  const { rt, staff, form, language } = c.var;
  const id = c.req.param('id');
  const note = { apart: form.get('apart') === 'yes', consentCheckedOn: form.get('consentCheckedOn') ?? '' };
  const seen = form.get('set') ?? '';
  const kept = await keptConsent(c, id, note);
  const outcome = await attempt(() => noteCircle(rt, staff, id, { ...note, ...kept, seen }));
  const next = kept ? `/desk/kredse/${id}/samtykke` : `/desk/kredse/${id}?gemt=circle`;
  if ('value' in outcome) return c.redirect(next, 303);
  const sentence = fieldSentence(outcome.error.code, language);
  const circle = await showCircle(rt, staff, id);
  const shown = outcome.error.code === 'changed-meanwhile' ? noteOf(circle) : note;
  return sendCircle(c, circle, shown, { consentCheckedOn: sentence });
});

const WAYS = {
  pause: { title: 'pauseTitle', text: 'pauseText', button: 'doPause' },
  doed: { title: 'deadTitle', text: 'deadText', button: 'doDead' },
  genoptag: { title: 'releaseTitle', text: 'releaseText', button: 'doRelease' },
} as const;

/** Asks once more and shows the effect first: how much stops, and for whom. */
async function sendConfirm(c: DeskContext, id: string, way: keyof typeof WAYS): Promise<Response> {
  const { rt, staff, language } = c.var;
  requireRight(staff, 'care');
  const circle = await showCircle(rt, staff, id);
  const t = inLanguage(circleWords, language);
  const title = fill(t[WAYS[way].title], { code: circle.code });
  return sendDesk(
    c,
    { title, section: 'relatives' },
    <div class="desk-narrow">
      <h1>{title}</h1>
      <p class="font-lead">{t[WAYS[way].text]}</p>
      {way === 'genoptag' ? null : (
        <ul>
          <li>{fill(t.stopsJourneys, { n: circle.effect.journeys })}</li>
          <li>{fill(t.stopsMessages, { n: circle.effect.messages })}</li>
        </ul>
      )}
      <h2>{t.touches}</h2>
      <People c={c} circle={circle} />
      <DeskForm c={c} action={`/desk/kredse/${id}/${way}`} class="desk-buttons">
        <button type="submit" class={`button ${way === 'genoptag' ? 'button-primary' : 'button-warning'}`}>
          {t[WAYS[way].button]}
        </button>
        <a href={`/desk/kredse/${id}`}>{commonWords.cancel[language]}</a>
      </DeskForm>
    </div>,
  );
}

circleRoutes.get('/kredse/:id/pause', (c) => sendConfirm(c, c.req.param('id'), 'pause'));
circleRoutes.get('/kredse/:id/doed', (c) => sendConfirm(c, c.req.param('id'), 'doed'));
circleRoutes.get('/kredse/:id/genoptag', (c) => sendConfirm(c, c.req.param('id'), 'genoptag'));

circleRoutes.post('/kredse/:id/pause', async (c) => {
  const id = c.req.param('id');
  await holdCircleByStaff(c.var.rt, c.var.staff, id, 'paused');
  return c.redirect(`/desk/kredse/${id}?gemt=paused`, 303);
});

circleRoutes.post('/kredse/:id/doed', async (c) => {
  const id = c.req.param('id');
  await holdCircleByStaff(c.var.rt, c.var.staff, id, 'dead');
  return c.redirect(`/desk/kredse/${id}?gemt=dead`, 303);
});

circleRoutes.post('/kredse/:id/genoptag', async (c) => {
  const id = c.req.param('id');
  await releaseCircleByStaff(c.var.rt, c.var.staff, id);
  return c.redirect(`/desk/kredse/${id}?gemt=released`, 303);
});
