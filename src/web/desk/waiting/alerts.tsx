import { Hono } from 'hono';
import { retryTimer } from '../../../services/journeys/retry-timer.ts';
import { listAlerts } from '../../../services/waiting/list-alerts.ts';
import { settleAlert } from '../../../services/waiting/settle-alert.ts';
import { inLanguage } from '../../words/language.ts';
import { readCursor, writeCursor } from '../frame/cursor.ts';
import type { DeskContext, DeskEnv } from '../frame/desk-env.ts';
import { sendDesk } from '../frame/frame.tsx';
import { Alerts, Section } from '../frame/lists.tsx';
import { More } from '../frame/parts.tsx';
import { alertsWords } from '../inbox/inbox-words.ts';

/** Alerts, and closing them. */
export const alertRoutes = new Hono<DeskEnv>();

alertRoutes.get('/varsler', async (c) => {
  const { rt, staff, language } = c.var;
  const t = inLanguage(alertsWords, language);
  const { urgent, lines, next } = await listAlerts(rt, staff, readCursor(c.req.query('efter')));
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
    </>,
  );
});

const backOf = (c: DeskContext): string =>
  c.var.form.get('tilbage') === 'overblik' ? '/desk' : '/desk/varsler';

alertRoutes.post('/varsler/:id', async (c) => {
  await settleAlert(c.var.rt, c.var.staff, c.req.param('id'));
  return c.redirect(`${backOf(c)}?gemt=alert`, 303);
});

alertRoutes.post('/varsler/:id/igen', async (c) => {
  await retryTimer(c.var.rt, c.var.staff, c.req.param('id'));
  return c.redirect(`${backOf(c)}?gemt=retried`, 303);
});
