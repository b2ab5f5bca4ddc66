// A draft: what it would do, when and to whom first, and the order.
import type { FC } from 'hono/jsx';
import { readWhen } from '../../../services/appointments/read-when.ts';
import { orderBroadcast } from '../../../services/broadcasts/order-broadcast.ts';
import { type BroadcastPreview, previewBroadcast } from '../../../services/broadcasts/preview-broadcast.ts';
import type { BroadcastView } from '../../../services/broadcasts/show-broadcast.ts';
import { Check } from '../../layout/choose.tsx';
import { Field, only } from '../../layout/form.tsx';
import { fill } from '../../words/fill.ts';
import { inLanguage } from '../../words/language.ts';
import { showInstant } from '../../words/when.ts';
import type { DeskContext } from '../frame/desk-env.ts';
import { sendDesk } from '../frame/frame.tsx';
import { Section } from '../frame/lists.tsx';
import { DeskForm, SmsText } from '../frame/parts.tsx';
import { attempt, fieldSentence, ProblemList, type Problems, sentenceOf } from '../frame/problems.tsx';
import { Seen, seenOf } from '../frame/seen.tsx';
import { broadcastWords, effectWords } from './broadcast-words.ts';
import { Effect, getting, Warnings } from './effect.tsx';

/** When and to how many first, as it was typed. */
type Typed = { naar: string; proeve: string };
type Plan = { dueAt: number | null; sample: number | null };

const MOST_SAMPLE = 1000;

/** Reads what was typed; what cannot be read is told at its field. */
function readPlan(c: DeskContext, typed: Typed): { plan: Plan; problems: Problems } {
  const { rt, language } = c.var;
  const problems: Problems = {};
  const when = typed.naar.trim() === '' ? undefined : readWhen(typed.naar, rt.now());
  if (when && 'problem' in when) problems.naar = fieldSentence(`date-${when.problem}`, language);
  else if (when && when.at < rt.now() - 60_000) problems.naar = fieldSentence('date-past', language);
  const sample = typed.proeve.trim() === '' ? null : Number(typed.proeve);
  const isCount = sample === null || (Number.isInteger(sample) && sample >= 1 && sample <= MOST_SAMPLE);
  if (!isCount) problems.proeve = fieldSentence('field-unreadable', language);
  const dueAt = when && 'at' in when ? when.at : null;
  return { plan: { dueAt, sample: isCount ? sample : null }, problems };
}

const PlanForm: FC<{ c: DeskContext; id: string; typed: Typed; problems: Problems }> = (props) => {
  const { c, id, typed, problems } = props;
  const { language } = c.var;
  const t = inLanguage(effectWords, language);
  return (
    <Section id="plan" heading={t.plan}>
      <form method="get" action={`/desk/gruppebeskeder/${id}`} class="desk-form" novalidate>
        <div class="desk-pair">
          <Field
            name="naar"
            label={t.when}
            hint={t.whenHint}
            language={language}
            value={typed.naar}
            maxlength={60}
            autocomplete="off"
            optional
            {...only({ error: problems.naar })}
          />
          <Field
            name="proeve"
            label={t.sample}
            hint={t.sampleHint}
            language={language}
            value={typed.proeve}
            inputmode="numeric"
            maxlength={4}
            width="s"
            optional
            {...only({ error: problems.proeve })}
          />
        </div>
        <button type="submit" class="button button-secondary">
          {t.show}
        </button>
      </form>
    </Section>
  );
};

function orderText(c: DeskContext, seen: BroadcastPreview, { dueAt, sample }: Plan): string {
  const { rt, language } = c.var;
  const t = inLanguage(effectWords, language);
  if (dueAt !== null) return fill(t.orderLater, { when: showInstant(dueAt, rt.now(), language) });
  const n = getting(seen);
  return sample !== null && sample < n ? fill(t.orderSample, { n: sample }) : fill(t.order, { n });
}

const OrderForm: FC<{
  c: DeskContext;
  seen: BroadcastPreview;
  typed: Typed;
  plan: Plan;
  problems: Problems;
}> = ({ c, seen, typed, plan, problems }) => {
  const { language } = c.var;
  const t = inLanguage(effectWords, language);
  if (getting(seen) === 0) return null;
  const ticked = (name: string): boolean => c.req.method === 'POST' && c.var.form.get(name) === 'yes';
  return (
    <DeskForm c={c} action={`/desk/gruppebeskeder/${seen.id}/bestil`}>
      <Seen view={seen} />
      <input type="hidden" name="naar" value={typed.naar} />
      <input type="hidden" name="proeve" value={typed.proeve} />
      <Warnings c={c} seen={seen} />
      {seen.same.length === 0 && !seen.doubted ? null : (
        <Check
          name="twice"
          label={t.twiceOk}
          checked={ticked('twice')}
          {...only({ error: problems.twice })}
        />
      )}
      {seen.apart.length === 0 ? null : (
        <Check
          name="apart"
          label={t.apartOk}
          checked={ticked('apart')}
          {...only({ error: problems.apart })}
        />
      )}
      <p class="form-hint">{t.orderHint}</p>
      <button type="submit" class="button button-primary">
        {orderText(c, seen, plan)}
      </button>
    </DeskForm>
  );
};

const Drop: FC<{ c: DeskContext; view: BroadcastView }> = ({ c, view }) => {
  const t = inLanguage(broadcastWords, c.var.language);
  return (
    <DeskForm c={c} action={`/desk/gruppebeskeder/${view.id}/slet`}>
      <Seen view={view} />
      <p class="form-hint">{t.dropHint}</p>
      <button type="submit" class="button button-secondary">
        {t.drop}
      </button>
    </DeskForm>
  );
};

/** The texts of a group message in every language it has. */
export const Texts: FC<{ c: DeskContext; view: BroadcastView }> = ({ c, view }) => (
  <>
    {Object.entries(view.texts).map(([spoken, text]) => (
      <div lang={spoken}>
        <SmsText text={text} language={c.var.language} />
      </div>
    ))}
  </>
);

/** The page of a draft, for whoever may order it. */
export async function sendDraft(
  c: DeskContext,
  view: BroadcastView,
  typed: Typed = { naar: c.req.query('naar') ?? '', proeve: c.req.query('proeve') ?? '' },
  refused: Problems = {},
): Promise<Response> {
  const { rt, staff, language } = c.var;
  const t = inLanguage(broadcastWords, language);
  const { plan, problems: unread } = readPlan(c, typed);
  const problems = { ...refused, ...unread };
  const seen = await previewBroadcast(rt, staff, view.id, { dueAt: plan.dueAt });
  const labels = { naar: effectWords.when[language], proeve: effectWords.sample[language] };
  return sendDesk(
    c,
    { title: view.title, section: 'broadcasts', failed: Object.keys(problems).length > 0 },
    <div class="desk-narrow">
      <p class="d-print-none">
        <a href="/desk/gruppebeskeder">{t.toList}</a>
      </p>
      <h1>{view.title}</h1>
      <ProblemList problems={problems} labels={labels} language={language} />
      <p>
        {view.groupTitle} · {t[`short_${view.way}`]} · {fill(t.draftOf, { name: view.by })}
      </p>
      <Effect c={c} seen={seen} />
      <PlanForm c={c} id={view.id} typed={typed} problems={problems} />
      {Object.keys(unread).length === 0 ? (
        <OrderForm c={c} seen={seen} typed={typed} plan={plan} problems={problems} />
      ) : null}
      <p class="d-print-none">
        <a class="button button-secondary" href={`/desk/gruppebeskeder/${view.id}/ret`}>
          {t.change}
        </a>
      </p>
      <Drop c={c} view={view} />
    </div>,
  );
}

/** Gives the order, or shows the draft again with what stands against it. */
export async function takeOrder(c: DeskContext, view: BroadcastView): Promise<Response> {
  const { rt, staff, form, language } = c.var;
  const typed = { naar: form.get('naar') ?? '', proeve: form.get('proeve') ?? '' };
  const { plan, problems } = readPlan(c, typed);
  if (Object.keys(problems).length > 0) return sendDraft(c, view, typed);
  const given = await attempt(() =>
    orderBroadcast(rt, staff, view.id, {
      ...plan,
      seen: seenOf(c),
      twiceConfirmed: form.get('twice') === 'yes',
      apartConfirmed: form.get('apart') === 'yes',
    }),
  );
  if (!('error' in given)) return c.redirect(`/desk/gruppebeskeder/${view.id}?gemt=broadcastOrdered`, 303);
  const { code, detail = '' } = given.error;
  const isTick = detail === 'twice' || detail === 'apart';
  const sentence = isTick ? effectWords.confirm[language] : sentenceOf(code, '', language);
  return sendDraft(c, view, typed, { [isTick ? detail : 'naar']: sentence });
}
