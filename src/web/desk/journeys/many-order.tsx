// How far an order for many is, who was left out and why, and the way to stop the rest.
import { type OrderView, showOrder } from '../../../services/journeys/order-many.ts';
import { BackLink } from '../../pages/parts.tsx';
import { inLanguage } from '../../words/language.ts';
import { showAnchor, showInstant } from '../../words/when.ts';
import type { DeskContext } from '../frame/desk-env.ts';
import { sendDesk } from '../frame/frame.tsx';
import { Section } from '../frame/lists.tsx';
import { Badge, DeskForm, Facts } from '../frame/parts.tsx';
import { LeftOutBy } from './many-parts.tsx';
import { manyWords } from './many-words.ts';

const stateOf = ({ status }: OrderView): 'running' | 'done' | 'cancelled' | 'broken' | 'filling' =>
  (['running', 'done', 'cancelled', 'broken'] as const).find((known) => known === status) ?? 'filling';

/** The page of an order. */
export async function sendOrder(c: DeskContext, id: string): Promise<Response> {
  const { rt, staff, language } = c.var;
  const order = await showOrder(rt, staff, id);
  const t = inLanguage(manyWords, language);
  const state = stateOf(order);
  const isRunning = state === 'running';
  const at = `/desk/tilmeld-flere/${id}`;
  return sendDesk(
    c,
    { title: t.title, section: 'relatives' },
    <div class="desk-narrow">
      <BackLink href="/desk/tilmeld-flere">{t.title}</BackLink>
      <h1>{order.flow.title}</h1>
      <Facts
        rows={[
          [
            t.state,
            <Badge tone={isRunning ? 'info' : state === 'done' ? 'success' : 'warning'}>{t[state]}</Badge>,
          ],
          [t.ordered, `${showInstant(order.at, rt.now(), language)}${order.by ? `, ${order.by}` : ''}`],
          ...Object.entries(order.anchors).map(
            ([name, value]) =>
              [order.flow.anchors[name]?.title ?? name, showAnchor(value, language)] as const,
          ),
          [t.begun, String(order.begun)],
          [isRunning ? t.waiting : t.notBegun, order.waiting > 0 ? String(order.waiting) : undefined],
        ]}
      />
      {isRunning ? (
        <div class="d-print-none">
          <p>
            <a class="button button-secondary" href={at}>
              {t.refresh}
            </a>
          </p>
          <p class="form-hint">{t.stopHint}</p>
          <DeskForm c={c} action={`${at}/stop`}>
            <button type="submit" class="button button-warning">
              {t.stop}
            </button>
          </DeskForm>
        </div>
      ) : null}
      <Section id="udeladt" heading={t.leftOut} empty={order.leftOut.length === 0}>
        <LeftOutBy lines={order.leftOut} language={language} />
      </Section>
    </div>,
  );
}
