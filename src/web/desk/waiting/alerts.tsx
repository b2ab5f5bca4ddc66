import { Hono } from 'hono';
import type { FC } from 'hono/jsx';
import { retryTimer } from '../../../services/journeys/retry-timer.ts';
import { listAlerts } from '../../../services/waiting/list-alerts.ts';
import { type ClosedAlert, listClosed, reopenAlert } from '../../../services/waiting/reopen-alert.ts';
import { settleAlert } from '../../../services/waiting/settle-alert.ts';
import { fill } from '../../words/fill.ts';
import { inLanguage } from '../../words/language.ts';
import { showInstant } from '../../words/when.ts';
import { readCursor, writeCursor } from '../frame/cursor.ts';
import type { DeskContext, DeskEnv } from '../frame/desk-env.ts';
import { sendDesk } from '../frame/frame.tsx';
import { Alerts, aboutAlert, alertText, Item, Section } from '../frame/lists.tsx';
import { Do, More } from '../frame/parts.tsx';
import { alertsWords } from '../inbox/inbox-words.ts';

/** What was closed by hand within a day, each with the way back. */
const Closed: FC<{ c: DeskContext; lines: readonly ClosedAlert[] }> = ({ c, lines }) => {
  const { rt, language } = c.var;
  const t = inLanguage(alertsWords, language);
  return (
    <Section id="lukket" heading={t.closed} hint={t.closedHint} empty={lines.length === 0}>
      <ul class="desk-list no-max-width">
        {lines.map((alert) => (
          <Item
            who={aboutAlert(c, alert)}
            meta={fill(t.closedBy, { name: alert.by, when: showInstant(alert.doneAt, rt.now(), language) })}
            action={
              <Do c={c} action={`/desk/varsler/${alert.id}/aabn`} about={alert.name ?? ''}>
                {t.reopen}
              </Do>
            }
          >
            <p>{alertText(c, alert)}</p>
          </Item>
        ))}
      </ul>
    </Section>
  );
};

/** Alerts, closing them, and opening them again. */
export const alertRoutes = new Hono<DeskEnv>();

alertRoutes.get('/varsler', async (c) => {
  const { rt, staff, language } = c.var;
  const t = inLanguage(alertsWords, language);
  const after = readCursor(c.req.query('efter'));
  const { urgent, lines, next } = await listAlerts(rt, staff, after);
  const closed = after ? [] : await listClosed(rt, staff);
  const isEmpty = urgent.length + lines.length === 0;
  return sendDesk(
    c,
    { title: t.title, section: 'alerts' },
    <>
      <h1>{t.title}</h1>
      <p>{isEmpty ? t.empty : t.lead}</p>
      <Section id="haster" heading={t.urgent} empty={urgent.length === 0}>
        <Alerts c={c} lines={urgent} />
      </Section>
      <Section id="andre" heading={t.others} empty={lines.length === 0}>
        <Alerts c={c} lines={lines} />
      </Section>
      <More href={next && `/desk/varsler?efter=${writeCursor(next)}`} language={language} />
      <Closed c={c} lines={closed} />
    </>,
  );
});

const backOf = (c: DeskContext): string =>
  c.var.form.get('tilbage') === 'overblik' ? '/desk' : '/desk/varsler';

alertRoutes.post('/varsler/:id', async (c) => {
  const id = c.req.param('id');
  await settleAlert(c.var.rt, c.var.staff, id);
  return c.redirect(`${backOf(c)}?gemt=alert&fortryd=${encodeURIComponent(id)}`, 303);
});

alertRoutes.post('/varsler/:id/aabn', async (c) => {
  await reopenAlert(c.var.rt, c.var.staff, c.req.param('id'));
  return c.redirect('/desk/varsler?gemt=alertOpen', 303);
});

alertRoutes.post('/varsler/:id/igen', async (c) => {
  await retryTimer(c.var.rt, c.var.staff, c.req.param('id'));
  return c.redirect(`${backOf(c)}?gemt=retried`, 303);
});
