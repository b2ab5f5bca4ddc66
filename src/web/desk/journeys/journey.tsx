import { Hono } from 'hono';
import type { FC } from 'hono/jsx';
import { END_REASONS, endJourneyByStaff } from '../../../services/journeys/end-journey-by-staff.ts';
import { explainMessage } from '../../../services/journeys/explain-message.ts';
import { type JourneyView, showJourney } from '../../../services/journeys/show-journey.ts';
import { Select } from '../../layout/choose.tsx';
import { BackLink } from '../../pages/parts.tsx';
import { factSentence, type Telling } from '../../telling/fact-sentence.ts';
import { stateWords } from '../../words/choices.ts';
import { fill } from '../../words/fill.ts';
import { inLanguage } from '../../words/language.ts';
import { showAnchor, showInstant } from '../../words/when.ts';
import type { DeskContext, DeskEnv } from '../frame/desk-env.ts';
import { sendDesk } from '../frame/frame.tsx';
import { Section } from '../frame/lists.tsx';
import { Badge, DeskForm, Facts, mayCare } from '../frame/parts.tsx';
import { endReasonWords, journeyWords, whyWords } from './journey-words.ts';
import { Steer } from './steer.tsx';
import { steerWords } from './steer-words.ts';
import { Turn } from './timeline.tsx';
import { Why } from './why.tsx';

const tellingOf = (c: DeskContext, view: Pick<JourneyView, 'flow' | 'staffNames'>): Telling => ({
  flow: view.flow,
  staffNames: view.staffNames,
  now: c.var.rt.now(),
  language: c.var.language,
});

type Props = { c: DeskContext; view: JourneyView };

const Now: FC<Props> = ({ c, view: { state, flow, startedAt, endedAt } }) => {
  const { language, rt } = c.var;
  const t = inLanguage(journeyWords, language);
  const at = (instant: number): string => showInstant(instant, rt.now(), language);
  const status =
    state.status === 'ended'
      ? fill(t.ended, { when: endedAt ? at(endedAt) : '', reason: state.endedBecause ?? '' })
      : state.hold
        ? state.alone && state.hold === 'paused'
          ? steerWords.alone[language]
          : stateWords[state.hold][language]
        : t.running;
  return (
    <Facts
      rows={[
        [t.state, <Badge {...(state.hold ? { tone: 'warning' as const } : {})}>{status}</Badge>],
        [t.begun, at(startedAt)],
        ...Object.entries(state.anchors).map(
          ([name, value]) => [flow.anchors[name]?.title ?? name, showAnchor(value, language)] as const,
        ),
        [t.at, state.step],
        [t.awaits, state.awaiting ? t[state.awaiting] : undefined],
      ]}
    />
  );
};

const Next: FC<Props> = ({ c, view }) => {
  const { language } = c.var;
  const t = inLanguage(journeyWords, language);
  const telling = tellingOf(c, view);
  const idle = view.state.status === 'ended' ? t.over : t.nothingNext;
  return (
    <Section id="naeste" heading={t.next}>
      {view.timers.length === 0 ? <p>{idle}</p> : null}
      <ul>
        {view.timers.map(({ name, dueAt }) => (
          <li>{factSentence({ kind: 'timerSet', at: dueAt, timer: name as 'moment', dueAt }, telling)}</li>
        ))}
      </ul>
    </Section>
  );
};

const End: FC<Props> = ({ c, view }) => {
  const { language } = c.var;
  const t = inLanguage(journeyWords, language);
  if (!mayCare(c) || view.state.status === 'ended') return null;
  return (
    <details class="desk-path d-print-none">
      <summary>
        <h2>{t.end}</h2>
      </summary>
      <p class="form-hint">{t.endHint}</p>
      <DeskForm c={c} action={`/desk/paaroerende/${view.relativeId}/forloeb/${view.id}/afslut`}>
        <Select
          name="reason"
          label={t.reason}
          language={language}
          value=""
          options={END_REASONS.map((reason) => [reason, endReasonWords[reason][language]])}
        />
        <button type="submit" class="button button-warning">
          {t.doEnd}
        </button>
      </DeskForm>
    </details>
  );
};

/** One journey, and for each of its messages the reason it was written. */
export const journeyRoutes = new Hono<DeskEnv>();

journeyRoutes.get('/paaroerende/:id/forloeb/:journey', async (c) => {
  const { rt, staff, language } = c.var;
  const id = c.req.param('id');
  const view = await showJourney(rt, staff, id, c.req.param('journey'));
  const t = inLanguage(journeyWords, language);
  const title = fill(t.of, { title: view.flow.title, name: view.name });
  return sendDesk(
    c,
    { title, section: 'relatives' },
    <div class="desk-narrow">
      <BackLink href={`/desk/paaroerende/${id}?fra=journey`}>
        {fill(t.toRelative, { name: view.name })}
      </BackLink>
      <h1>{title}</h1>
      <Now c={c} view={view} />
      <Steer c={c} view={view} />
      <Next c={c} view={view} />
      <Section id="sket" heading={t.timeline}>
        {view.cut ? <p class="form-hint">{t.cut}</p> : null}
        <ol class="desk-timeline no-max-width">
          {view.turns.map((turn) => (
            <Turn
              turn={turn}
              telling={tellingOf(c, view)}
              why={(message) => `/desk/paaroerende/${id}/hvorfor/${message.id}`}
            />
          ))}
        </ol>
      </Section>
      <End c={c} view={view} />
    </div>,
  );
});

journeyRoutes.post('/paaroerende/:id/forloeb/:journey/afslut', async (c) => {
  const { rt, staff, form } = c.var;
  const [id, journey] = [c.req.param('id'), c.req.param('journey')];
  await endJourneyByStaff(rt, staff, id, journey, form.get('reason') ?? '');
  return c.redirect(`/desk/paaroerende/${id}/forloeb/${journey}?gemt=ended`, 303);
});

journeyRoutes.get('/paaroerende/:id/hvorfor/:message', async (c) => {
  const { rt, staff, language } = c.var;
  const id = c.req.param('id');
  const explained = await explainMessage(rt, staff, id, c.req.param('message'));
  return sendDesk(
    c,
    { title: whyWords.title[language], section: 'relatives' },
    <Why c={c} relativeId={id} explained={explained} />,
  );
});
