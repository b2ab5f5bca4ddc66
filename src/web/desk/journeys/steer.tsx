// Pausing one journey, letting it go on, passing over its step: the effect first, then the button.
import { Hono } from 'hono';
import type { FC } from 'hono/jsx';
import type { JourneyView } from '../../../services/journeys/show-journey.ts';
import {
  type Foreseen,
  foreseeSteering,
  type Steering,
  steerJourney,
} from '../../../services/journeys/steer-journey.ts';
import { Alert } from '../../layout/alert.tsx';
import { BackLink } from '../../pages/parts.tsx';
import { factSentence } from '../../telling/fact-sentence.ts';
import { fill } from '../../words/fill.ts';
import { inLanguage } from '../../words/language.ts';
import { commonWords } from '../frame/common-words.ts';
import type { DeskContext, DeskEnv } from '../frame/desk-env.ts';
import { sendDesk } from '../frame/frame.tsx';
import { Section } from '../frame/lists.tsx';
import { DeskForm, mayCare } from '../frame/parts.tsx';
import { attempt, sentenceOf } from '../frame/problems.tsx';
import { steerWords } from './steer-words.ts';

const PATHS: Record<Steering, string> = { pause: 'pause', resume: 'genoptag', skip: 'spring-over' };
const SAVED: Record<Steering, string> = { pause: 'journeyPaused', resume: 'journeyResumed', skip: 'skipped' };

/** What can be done to a journey that is not over, as links to pages that show the effect. */
export const Steer: FC<{ c: DeskContext; view: JourneyView }> = ({ c, view }) => {
  const { language } = c.var;
  const t = inLanguage(steerWords, language);
  const { state, circle, relativeId, id } = view;
  if (!mayCare(c) || state.status === 'ended') return null;
  const to = (steering: Steering) => `/desk/paaroerende/${relativeId}/forloeb/${id}/${PATHS[steering]}`;
  const ways: Steering[] = state.hold ? ['resume'] : state.step ? ['pause', 'skip'] : ['pause'];
  return (
    <div class="d-print-none">
      {circle.state === 'alive' ? (
        <p class="desk-buttons">
          {ways.map((way) => (
            <a class="button button-secondary" href={to(way)}>
              {t[way]}
            </a>
          ))}
        </p>
      ) : (
        <p>
          {t.circleHeld} <a href={`/desk/kredse/${circle.id}`}>{t.toCircle}</a>
        </p>
      )}
    </div>
  );
};

const Effect: FC<{ c: DeskContext; what: Steering; seen: Foreseen }> = ({ c, what, seen }) => {
  const { language, rt } = c.var;
  const t = inLanguage(steerWords, language);
  const telling = { flow: seen.flow, staffNames: seen.staffNames, now: rt.now(), language };
  const then = seen.outcomes.map((fact) => factSentence(fact, telling)).filter((text) => text !== undefined);
  return (
    <Section id="virkning" heading={t.effect}>
      <p>{fill(t[`${what}Effect`], { step: seen.state.step })}</p>
      {seen.unsent > 0 ? <p>{fill(t[`${what}Unsent`], { n: seen.unsent })}</p> : null}
      {what === 'pause' ? (
        <p>{t.pauseUndo}</p>
      ) : (
        <>
          <h3>{t.next}</h3>
          {then.length === 0 ? <p>{t.nothing}</p> : null}
          <ul>
            {then.map((text) => (
              <li>{text}</li>
            ))}
          </ul>
        </>
      )}
      {what === 'skip' ? <p>{t.skipUndo}</p> : null}
    </Section>
  );
};

type Shown = { what: Steering; seen?: Foreseen; problem?: string };

function sendSteer(c: DeskContext, { what, seen, problem }: Shown): Promise<Response> {
  const { language } = c.var;
  const t = inLanguage(steerWords, language);
  const back = `/desk/paaroerende/${c.req.param('id')}/forloeb/${c.req.param('journey')}`;
  const title = t[`title_${what}`];
  return sendDesk(
    c,
    { title, section: 'relatives', failed: problem !== undefined },
    <div class="desk-narrow">
      <BackLink href={back}>{t.toJourney}</BackLink>
      <h1>{title}</h1>
      {problem ? (
        <Alert variant="error" language={language}>
          {problem}
        </Alert>
      ) : null}
      {seen ? (
        <>
          <p class="font-lead">{seen.flow.title}</p>
          <Effect c={c} what={what} seen={seen} />
          <DeskForm c={c} action={`${back}/${PATHS[what]}`}>
            <input type="hidden" name="trin" value={seen.order.step ?? ''} />
            <input type="hidden" name="udgave" value={String(seen.order.version ?? 0)} />
            <div class="desk-buttons">
              <button type="submit" class="button button-primary">
                {t[what]}
              </button>
              <a href={back}>{commonWords.cancel[language]}</a>
            </div>
          </DeskForm>
        </>
      ) : null}
    </div>,
  );
}

/** Steering one journey. Only the POST changes anything. */
export const steerRoutes = new Hono<DeskEnv>();

for (const what of ['pause', 'resume', 'skip'] as const) {
  const path = `/paaroerende/:id/forloeb/:journey/${PATHS[what]}` as const;

  const show = async (c: DeskContext, problem?: string): Promise<Response> => {
    const { rt, staff, language } = c.var;
    const [id, journey] = [c.req.param('id') ?? '', c.req.param('journey') ?? ''];
    const outcome = await attempt(() => foreseeSteering(rt, staff, id, journey, what));
    if ('value' in outcome)
      return sendSteer(c, { what, seen: outcome.value, ...(problem ? { problem } : {}) });
    return sendSteer(c, {
      what,
      problem: problem ?? sentenceOf(outcome.error.code, outcome.error.detail ?? '', language),
    });
  };

  steerRoutes.get(path, (c) => show(c));

  steerRoutes.post(path, async (c) => {
    const { rt, staff, form, language } = c.var;
    const [id, journey] = [c.req.param('id') ?? '', c.req.param('journey') ?? ''];
    const version = Number(form.get('udgave') ?? 0);
    const step = form.get('trin') ?? '';
    const order = { do: what, step, ...(Number.isSafeInteger(version) ? { version } : {}) };
    const outcome = await attempt(() => steerJourney(rt, staff, id, journey, order));
    if ('value' in outcome)
      return c.redirect(`/desk/paaroerende/${id}/forloeb/${journey}?gemt=${SAVED[what]}`, 303);
    const problem =
      outcome.error.code === 'already-done'
        ? steerWords.changed[language]
        : sentenceOf(outcome.error.code, outcome.error.detail ?? '', language);
    return show(c, problem);
  });
}
