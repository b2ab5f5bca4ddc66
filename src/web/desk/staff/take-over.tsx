// Taking over from another advisor: whose, by whom, what moves, then the button.
import { Hono } from 'hono';
import type { FC } from 'hono/jsx';
import { showRelative } from '../../../services/relatives/show-relative.ts';
import {
  foreseeTakeOver,
  listTakeOverChoices,
  type TakeOverEffect,
  type TakeOverOrder,
  takeOver,
} from '../../../services/staff/take-over.ts';
import { Alert } from '../../layout/alert.tsx';
import { Select } from '../../layout/choose.tsx';
import { BackLink } from '../../pages/parts.tsx';
import { fill } from '../../words/fill.ts';
import { inLanguage } from '../../words/language.ts';
import { commonWords } from '../frame/common-words.ts';
import type { DeskContext, DeskEnv } from '../frame/desk-env.ts';
import { sendDesk } from '../frame/frame.tsx';
import { Section } from '../frame/lists.tsx';
import { DeskForm } from '../frame/parts.tsx';
import { attempt, sentenceOf } from '../frame/problems.tsx';
import { Names } from '../journeys/many-parts.tsx';
import { takeOverWords } from './take-over-words.ts';

const Effect: FC<{ c: DeskContext; at: string; order: TakeOverOrder; effect: TakeOverEffect }> = (props) => {
  const { c, at, order, effect } = props;
  const { language } = c.var;
  const t = inLanguage(takeOverWords, language);
  const { relatives, conversations, appointments, unseen } = effect;
  const isNothing = relatives.length + conversations + appointments === 0;
  return (
    <Section id="virkning" heading={t.effect}>
      {isNothing ? <p>{t.nothing}</p> : null}
      <ul>
        {relatives.length > 0 ? (
          <li>
            {fill(t.relatives, { n: relatives.length })}
            <br />
            <Names people={relatives} language={language} />
          </li>
        ) : null}
        {(['journeys', 'alerts', 'conversations', 'appointments'] as const).map((what) =>
          effect[what] > 0 ? <li>{fill(t[what], { n: effect[what] })}</li> : null,
        )}
      </ul>
      {unseen > 0 ? (
        <Alert variant="warning" language={language}>
          {fill(t.unseen, { n: unseen })}
        </Alert>
      ) : null}
      {isNothing ? null : (
        <>
          <p class="form-hint">{t.undo}</p>
          <DeskForm c={c} action={at} class="desk-buttons">
            <input type="hidden" name="fra" value={order.from ?? ''} />
            <input type="hidden" name="til" value={order.to} />
            <button type="submit" class="button button-primary">
              {t.do}
            </button>
          </DeskForm>
        </>
      )}
    </Section>
  );
};

type Shown = {
  at: string;
  title: string;
  back: { href: string; text: string };
  order: TakeOverOrder;
  problem?: string;
};

/** The choice, and what it would move once both are chosen. */
async function sendTakeOver(c: DeskContext, shown: Shown): Promise<Response> {
  const { rt, staff, language } = c.var;
  const t = inLanguage(takeOverWords, language);
  const { at, title, back, order } = shown;
  const choices = await listTakeOverChoices(rt, staff);
  const isChosen = order.relativeId !== undefined || (order.from ?? '') !== '';
  const outcome = isChosen ? await attempt(() => foreseeTakeOver(rt, staff, order)) : undefined;
  const problem =
    shown.problem ??
    (outcome && 'error' in outcome
      ? sentenceOf(outcome.error.code, outcome.error.detail ?? '', language)
      : undefined);
  const options = (all: readonly { id: string; name: string }[]) =>
    all.map(({ id, name }) => [id, name] as const);
  return sendDesk(
    c,
    { title, section: 'relatives', failed: problem !== undefined },
    <div class="desk-narrow">
      <BackLink href={back.href}>{back.text}</BackLink>
      <h1>{title}</h1>
      <p class="font-lead">{t.lead}</p>
      {problem ? (
        <Alert variant="error" language={language}>
          {problem}
        </Alert>
      ) : null}
      <form method="get" action={at} class="desk-form">
        {order.relativeId ? null : (
          <Select
            name="fra"
            label={t.from}
            language={language}
            value={order.from ?? ''}
            options={options(choices.from.filter(({ id }) => id !== staff.id || choices.to.length > 1))}
          />
        )}
        <Select name="til" label={t.to} language={language} value={order.to} options={options(choices.to)} />
        <button type="submit" class="button button-secondary">
          {t.see}
        </button>
      </form>
      {outcome && 'value' in outcome ? <Effect c={c} at={at} order={order} effect={outcome.value} /> : null}
    </div>,
  );
}

/** Under `/desk/overtag` for all an advisor has, and beside a relative for that one. */
export const takeOverRoutes = new Hono<DeskEnv>();

const shownForAll = (c: DeskContext, order: TakeOverOrder): Shown => ({
  at: '/desk/overtag',
  title: takeOverWords.title[c.var.language],
  back: { href: '/desk/paaroerende', text: commonWords.relatives[c.var.language] },
  order,
});

takeOverRoutes.get('/overtag', (c) =>
  sendTakeOver(
    c,
    shownForAll(c, { from: c.req.query('fra') ?? '', to: c.req.query('til') ?? c.var.staff.id }),
  ),
);

takeOverRoutes.post('/overtag', async (c) => {
  const { rt, staff, form, language } = c.var;
  const order = { from: form.get('fra') ?? '', to: form.get('til') ?? '' };
  const outcome = await attempt(() => takeOver(rt, staff, order));
  if ('value' in outcome) return c.redirect('/desk/overtag?gemt=takenOver', 303);
  const problem = sentenceOf(outcome.error.code, outcome.error.detail ?? '', language);
  return sendTakeOver(c, { ...shownForAll(c, order), problem });
});

async function shownForOne(c: DeskContext, id: string, to: string): Promise<Shown> {
  const { rt, staff, language } = c.var;
  const { name } = await showRelative(rt, staff, id, 'contact');
  const href = `/desk/paaroerende/${id}`;
  return {
    at: `${href}/overtag`,
    title: fill(takeOverWords.titleOne[language], { name }),
    back: { href, text: name },
    order: { to, relativeId: id },
  };
}

takeOverRoutes.get('/paaroerende/:id/overtag', async (c) =>
  sendTakeOver(c, await shownForOne(c, c.req.param('id'), c.req.query('til') ?? c.var.staff.id)),
);

takeOverRoutes.post('/paaroerende/:id/overtag', async (c) => {
  const { rt, staff, form, language } = c.var;
  const [id, to] = [c.req.param('id'), form.get('til') ?? ''];
  const outcome = await attempt(() => takeOver(rt, staff, { to, relativeId: id }));
  if ('value' in outcome) return c.redirect(`/desk/paaroerende/${id}?gemt=takenOver`, 303);
  const problem = sentenceOf(outcome.error.code, outcome.error.detail ?? '', language);
  return sendTakeOver(c, { ...(await shownForOne(c, id, to)), problem });
});
