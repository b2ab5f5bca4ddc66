import { Hono } from 'hono';
import type { FC } from 'hono/jsx';
import type { Flow } from '../../../journey/flow/flow.ts';
import type { AppError } from '../../../services/app-error.ts';
import { listEventChoices } from '../../../services/journeys/begin-events.ts';
import {
  type Enrolment,
  enrolRelative,
  previewEnrolment,
  type Warnings,
} from '../../../services/journeys/enrol-relative.ts';
import { getNewestFlow, listEnrolFlows } from '../../../services/journeys/load-flow.ts';
import type { Preview } from '../../../services/journeys/preview-journey.ts';
import { type RelativeView, showRelative } from '../../../services/relatives/show-relative.ts';
import { requireRight } from '../../../services/staff/staff.ts';
import { Alert } from '../../layout/alert.tsx';
import { Check } from '../../layout/choose.tsx';
import { only } from '../../layout/form.tsx';
import { BackLink } from '../../pages/parts.tsx';
import { fill } from '../../words/fill.ts';
import { inLanguage } from '../../words/language.ts';
import type { DeskContext, DeskEnv } from '../frame/desk-env.ts';
import { sendDesk } from '../frame/frame.tsx';
import { DeskForm } from '../frame/parts.tsx';
import { attempt } from '../frame/problems.tsx';
import { readAnchors } from './anchors.ts';
import { ChooseFlow, Concerns, Dates, HiddenDates, type Who } from './enrol-parts.tsx';
import { Refusal } from './enrol-refusal.tsx';
import { enrolWords } from './enrol-words.ts';
import { Plan } from './plan.tsx';

type Seen = { preview: Preview; warnings: Warnings };

/** The preview with what to think of, and the button that does it. */
const Decide: FC<{ c: DeskContext; who: Who; flow: Flow; order: Enrolment; seen: Seen }> = (props) => {
  const { c, who, flow, order, seen } = props;
  const { language, rt } = c.var;
  const t = inLanguage(enrolWords, language);
  return (
    <>
      <Concerns c={c} who={who} warnings={seen.warnings} />
      <Plan preview={seen.preview} name={who.name} now={rt.now()} language={language} />
      <DeskForm c={c} action={`/desk/paaroerende/${who.id}/tilmeld`}>
        <input type="hidden" name="flow" value={order.flow} />
        <HiddenDates flow={flow} anchors={order.anchors} />
        {order.language ? <input type="hidden" name="beskedsprog" value={order.language} /> : null}
        {seen.warnings.apart.length > 0 ? (
          <Check name="apart" label={t.apartConfirm} checked={order.apartConfirmed === true} />
        ) : null}
        {seen.warnings.past.length > 0 ? (
          <Check name="past" label={t.pastConfirm} checked={order.pastConfirmed === true} />
        ) : null}
        <button type="submit" class="button button-primary">
          {fill(t.enrol, { name: who.name })}
        </button>
      </DeskForm>
    </>
  );
};

type Form = { who: RelativeView; flow: Flow; order: Enrolment; seen?: Seen; error?: AppError };

async function sendForm(c: DeskContext, { who, flow, order, seen, error }: Form): Promise<Response> {
  const { rt, staff, language } = c.var;
  const events = await listEventChoices(rt, staff, flow);
  const t = inLanguage(enrolWords, language);
  const title = fill(t.title, { name: who.name });
  return sendDesk(
    c,
    { title, section: 'relatives', failed: error !== undefined },
    <div class="desk-narrow">
      <BackLink href={`/desk/paaroerende/${who.id}/tilmeld`}>{t.otherFlow}</BackLink>
      <h1>{title}</h1>
      <p class="font-lead">{flow.title}</p>
      {error ? <Refusal c={c} who={who} error={error} /> : null}
      {flow.target ? (
        <Alert variant="info" heading={t.targetHeading} language={language}>
          <p>{flow.target}</p>
          <a href={`/desk/vejviser?for=${who.id}`}>{t.elsewhere}</a>
        </Alert>
      ) : null}
      <Dates
        c={c}
        action={`/desk/paaroerende/${who.id}/tilmeld`}
        flow={flow}
        anchors={order.anchors}
        events={events}
        spoken={order.language ?? who.language}
      />
      {seen ? <Decide c={c} who={who} flow={flow} order={order} seen={seen} /> : null}
    </div>,
  );
}

/** Enrolling: choose, date, look at every message, then do it. Only the last step changes anything. */
export const enrolRoutes = new Hono<DeskEnv>();

enrolRoutes.get('/paaroerende/:id/tilmeld', async (c) => {
  const { rt, staff, language } = c.var;
  requireRight(staff, 'care');
  const who = await showRelative(rt, staff, c.req.param('id'), 'enrol');
  const name = c.req.query('flow');
  if (!name) {
    const flows = await listEnrolFlows(rt);
    const title = fill(enrolWords.title[language], { name: who.name });
    return sendDesk(
      c,
      { title, section: 'relatives' },
      <div class="desk-narrow">
        <BackLink href={`/desk/paaroerende/${who.id}?fra=journey`}>{who.name}</BackLink>
        <h1>{title}</h1>
        <p>{enrolWords.chooseLead[language]}</p>
        <ChooseFlow c={c} action={`/desk/paaroerende/${who.id}/tilmeld`} flows={flows} />
      </div>,
    );
  }
  const { flow } = await getNewestFlow(rt, name);
  const order = {
    flow: name,
    relativeId: who.id,
    anchors: readAnchors(flow, (field) => c.req.query(field)),
    ...only({ language: c.req.query('beskedsprog') || undefined }),
  };
  if (c.req.query('vis') !== 'plan') return sendForm(c, { who, flow, order });
  const outcome = await attempt(() => previewEnrolment(rt, staff, order));
  return sendForm(c, {
    who,
    flow,
    order,
    ...('value' in outcome ? { seen: outcome.value } : { error: outcome.error }),
  });
});

enrolRoutes.post('/paaroerende/:id/tilmeld', async (c) => {
  const { rt, staff, form } = c.var;
  const id = c.req.param('id');
  const { flow } = await getNewestFlow(rt, form.get('flow') ?? '');
  const order: Enrolment = {
    flow: flow.name,
    relativeId: id,
    anchors: readAnchors(flow, (field) => form.get(field)),
    ...only({ language: form.get('beskedsprog') || undefined }),
    apartConfirmed: form.get('apart') === 'yes',
    pastConfirmed: form.get('past') === 'yes',
  };
  const outcome = await attempt(() => enrolRelative(rt, staff, order));
  if ('value' in outcome)
    return c.redirect(`/desk/paaroerende/${id}/forloeb/${outcome.value.journeyId}?gemt=enrolled`, 303);
  const who = await showRelative(rt, staff, id, 'enrol');
  const seen = await attempt(() => previewEnrolment(rt, staff, order));
  return sendForm(c, {
    who,
    flow,
    order,
    error: outcome.error,
    ...only({ seen: 'value' in seen ? seen.value : undefined }),
  });
});
