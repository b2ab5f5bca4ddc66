// Enrolling many: whom first, then the flow and its dates, then what it does; only the last press changes anything.
import { Hono } from 'hono';
import type { FC } from 'hono/jsx';
import type { Flow } from '../../../journey/flow/flow.ts';
import { AppError } from '../../../services/app-error.ts';
import { listEventChoices } from '../../../services/journeys/begin-events.ts';
import { type Choice, chooseMany } from '../../../services/journeys/choose-many.ts';
import { getNewestFlow, listEnrolFlows } from '../../../services/journeys/load-flow.ts';
import {
  cancelOrder,
  countChosen,
  type ManyOrderForm,
  orderMany,
} from '../../../services/journeys/order-many.ts';
import { findDraft, type ManyPreview, previewMany } from '../../../services/journeys/preview-many.ts';
import { Alert } from '../../layout/alert.tsx';
import { Check } from '../../layout/choose.tsx';
import { only } from '../../layout/form.tsx';
import { BackLink } from '../../pages/parts.tsx';
import { fill } from '../../words/fill.ts';
import { inLanguage } from '../../words/language.ts';
import type { DeskContext, DeskEnv } from '../frame/desk-env.ts';
import { sendDesk } from '../frame/frame.tsx';
import { DeskForm } from '../frame/parts.tsx';
import { attempt, sentenceOf } from '../frame/problems.tsx';
import { readAnchors } from './anchors.ts';
import { sendChooser } from './choose-many.tsx';
import { ChooseFlow, Dates, HiddenDates } from './enrol-parts.tsx';
import { enrolWords } from './enrol-words.ts';
import { sendOrder } from './many-order.tsx';
import { ManyEffect } from './many-parts.tsx';
import { manyWords } from './many-words.ts';

type Decided = {
  id: string;
  count: number;
  flow: Flow;
  order: ManyOrderForm;
  seen?: ManyPreview;
  error?: string;
};

const Decide: FC<{ c: DeskContext; at: string } & Decided> = ({ c, at, order, seen, flow }) => {
  const { language } = c.var;
  const t = inLanguage(enrolWords, language);
  if (!seen) return null;
  return (
    <>
      <ManyEffect c={c} seen={seen} />
      {seen.going === 0 ? null : (
        <DeskForm c={c} action={at}>
          <input type="hidden" name="flow" value={flow.name} />
          <HiddenDates flow={flow} anchors={order.anchors} />
          {seen.apart.length > 0 ? (
            <Check name="apart" label={t.apartConfirm} checked={order.apartConfirmed} />
          ) : null}
          {seen.past.length > 0 ? (
            <Check name="past" label={t.pastConfirm} checked={order.pastConfirmed} />
          ) : null}
          <button type="submit" class="button button-primary">
            {fill(manyWords.order[language], { n: seen.going })}
          </button>
        </DeskForm>
      )}
    </>
  );
};

async function sendDraft(c: DeskContext, decided: Decided): Promise<Response> {
  const { rt, staff, language } = c.var;
  const t = inLanguage(manyWords, language);
  const { id, count, flow, order, error } = decided;
  const events = await listEventChoices(rt, staff, flow);
  const at = `/desk/tilmeld-flere/${id}`;
  return sendDesk(
    c,
    { title: t.title, section: 'relatives', failed: error !== undefined },
    <div class="desk-narrow">
      <BackLink href="/desk/tilmeld-flere">{t.again}</BackLink>
      <h1>{t.title}</h1>
      <p class="font-lead">
        {flow.title}. {fill(t.chosen, { n: count })}
      </p>
      <p>
        <a href={at}>{t.otherFlow}</a>
      </p>
      {error ? (
        <Alert variant="error" language={language}>
          {error}
        </Alert>
      ) : null}
      {flow.target ? (
        <Alert variant="info" heading={enrolWords.targetHeading[language]} language={language}>
          {flow.target}
        </Alert>
      ) : null}
      <Dates c={c} action={at} flow={flow} anchors={order.anchors} events={events} />
      <Decide c={c} at={at} {...decided} />
    </div>,
  );
}

const problemOf = (c: DeskContext, { code, detail = '' }: AppError): string =>
  code === 'field-missing' && detail !== 'valgt'
    ? manyWords.confirm[c.var.language]
    : sentenceOf(code, detail, c.var.language);

function readChoice(form: URLSearchParams): Choice {
  const read = (name: string): string => (form.get(name) ?? '').trim();
  if (read('kreds')) return { circleId: read('kreds') };
  if (read('alle') === '') return { ids: form.getAll('valgt').filter((id) => id !== '') };
  return {
    search: { name: read('navn'), unit: read('enhed'), area: read('omraade'), relation: read('relation') },
  };
}

/** Under `/desk/tilmeld-flere`. */
export const enrolManyRoutes = new Hono<DeskEnv>();

enrolManyRoutes.get('/tilmeld-flere', (c) => sendChooser(c));

enrolManyRoutes.post('/tilmeld-flere', async (c) => {
  const { rt, staff, form } = c.var;
  try {
    const id = await chooseMany(rt, staff, readChoice(form));
    return c.redirect(`/desk/tilmeld-flere/${id}`, 303);
  } catch (error) {
    if (error instanceof AppError) return sendChooser(c, error);
    throw error;
  }
});

enrolManyRoutes.get('/tilmeld-flere/:id', async (c) => {
  const { rt, staff, language } = c.var;
  const id = c.req.param('id');
  const draft = await findDraft(rt, staff, id).catch(() => undefined);
  if (draft?.status !== 'draft') return sendOrder(c, id);
  const count = await countChosen(rt, staff, id);
  const name = c.req.query('flow');
  if (!name) {
    const t = inLanguage(manyWords, language);
    return sendDesk(
      c,
      { title: t.title, section: 'relatives' },
      <div class="desk-narrow">
        <BackLink href="/desk/tilmeld-flere">{t.again}</BackLink>
        <h1>{t.title}</h1>
        <p class="font-lead">{fill(t.chosen, { n: count })}</p>
        <ChooseFlow c={c} action={`/desk/tilmeld-flere/${id}`} flows={await listEnrolFlows(rt)} />
      </div>,
    );
  }
  const { flow } = await getNewestFlow(rt, name);
  const anchors = readAnchors(flow, (field) => c.req.query(field));
  const order = { flow: name, anchors, apartConfirmed: false, pastConfirmed: false };
  const needsDates = Object.keys(flow.anchors).length > 0;
  if (needsDates && c.req.query('vis') !== 'plan') return sendDraft(c, { id, count, flow, order });
  const outcome = await attempt(() => previewMany(rt, staff, id, order));
  const result = 'value' in outcome ? { seen: outcome.value } : { error: problemOf(c, outcome.error) };
  return sendDraft(c, { id, count, flow, order, ...result });
});

enrolManyRoutes.post('/tilmeld-flere/:id', async (c) => {
  const { rt, staff, form } = c.var;
  const id = c.req.param('id');
  const { flow } = await getNewestFlow(rt, form.get('flow') ?? '');
  const order: ManyOrderForm = {
    flow: flow.name,
    anchors: readAnchors(flow, (field) => form.get(field)),
    apartConfirmed: form.get('apart') === 'yes',
    pastConfirmed: form.get('past') === 'yes',
  };
  const outcome = await attempt(() => orderMany(rt, staff, id, order));
  if ('value' in outcome) return c.redirect(`/desk/tilmeld-flere/${id}?gemt=manyOrdered`, 303);
  if (outcome.error.code === 'already-done') return c.redirect(`/desk/tilmeld-flere/${id}`, 303);
  const seen = await attempt(() => previewMany(rt, staff, id, order));
  return sendDraft(c, {
    id,
    count: await countChosen(rt, staff, id),
    flow,
    order,
    error: problemOf(c, outcome.error),
    ...only({ seen: 'value' in seen ? seen.value : undefined }),
  });
});

enrolManyRoutes.post('/tilmeld-flere/:id/stop', async (c) => {
  const { rt, staff } = c.var;
  const id = c.req.param('id');
  const outcome = await attempt(() => cancelOrder(rt, staff, id));
  return c.redirect(`/desk/tilmeld-flere/${id}${'value' in outcome ? '?gemt=manyStopped' : ''}`, 303);
});
