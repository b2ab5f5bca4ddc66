import { Hono } from 'hono';
import { AppError } from '../../services/app-error.ts';
import { answerPage } from '../../services/pages/answer-page.ts';
import { findAnswer } from '../../services/pages/find-answer.ts';
import { listConsents } from '../../services/pages/list-consents.ts';
import { endSession } from '../../services/pages/open-session.ts';
import { leaveEvent, listOwnEvents } from '../../services/pages/own-events.ts';
import { leaveGroup, listOwnGroups } from '../../services/pages/own-groups.ts';
import { readPage } from '../../services/pages/read-page.ts';
import { refuseLink } from '../../services/pages/refuse-link.ts';
import { readOpenPage } from '../../services/pages/verify-visit.ts';
import { withdrawConsent } from '../../services/pages/withdraw-consent.ts';
import type { WebEnv } from '../env.ts';
import { guardForms } from '../middleware/csrf.ts';
import { sendAnswered } from './answered.tsx';
import { formRoutes, sendForm } from './form.tsx';
import { choices, sendLanding } from './landing.tsx';
import { sendMessage } from './message.tsx';
import { messageRoutes } from './messages.tsx';
import { sendMine } from './mine.tsx';
import { sendMitid } from './pin.tsx';
import { pinRoutes } from './pin-routes.tsx';
import { sendRefuse } from './refuse.tsx';
import { dropSecret, endsIn, keepSecret, pageSecret, speak, visiting } from './visit.ts';

/** `/mit`: a relative's own pages, behind the page session. GET shows, POST changes. */
export const mitRoutes = new Hono<WebEnv>();

mitRoutes.use(guardForms('page'));

mitRoutes.post('/ud', async (c) => {
  const secret = pageSecret(c);
  if (secret) await endSession(c.var.rt, secret);
  dropSecret(c);
  return c.redirect('/', 303);
});

mitRoutes.use(visiting);

mitRoutes.get('/', async (c) => {
  const { visit, rt } = c.var;
  if (visit.session.verified) {
    const [consents, groups, events] = await Promise.all([
      listConsents(rt, visit),
      listOwnGroups(rt, visit),
      listOwnEvents(rt, visit),
    ]);
    return sendMine(c, { consents, groups, events, endsInMs: endsIn(c) });
  }
  return sendLanding(c, visit.link, '/mit/valg', endsIn(c));
});

mitRoutes.post('/valg', async (c) => {
  const choice = c.var.form.get('valg');
  if (choice === choices.notMe) return c.redirect('/mit/ikke-mig', 303);
  if (choice === choices.noSms) return c.redirect('/mit/ingen-sms', 303);
  const { visit, rt } = c.var;
  if (visit.link.access === 'link' && !visit.session.verified) keepSecret(c, await readOpenPage(rt, visit));
  return c.redirect('/mit/besked', 303);
});

/** A sign of life: how long the visit lasts from now, ms. */
mitRoutes.get('/puls', (c) => c.text(String(endsIn(c))));

mitRoutes.get('/besked', async (c) => {
  const { visit, rt } = c.var;
  const { access } = visit.link;
  if (access === 'mitid') return sendMitid(c, endsIn(c));
  if (!visit.session.verified) return c.redirect(access === 'pin' ? '/mit/pin' : '/mit', 303);
  if (!visit.link.journeyId) return c.redirect('/mit/beskeder', 303);
  const content = await readPage(rt, visit, speak(c, visit.link));
  const { form } = content;
  return form ? sendForm(c, { ...content, form }) : sendMessage(c, content, endsIn(c));
});

mitRoutes.post('/svar', async (c) => {
  const answer = c.var.form.get('svar');
  if (answer !== 'ja' && answer !== 'nej') throw new AppError('body-unreadable');
  const language = c.var.form.get('sprog') ?? c.var.visit.link.language;
  const order = { answer, language, ...wishOf(c.var.form) } as const;
  const standing = await answerPage(c.var.rt, c.var.visit, order).catch(needsChoice);
  if (standing === undefined) return c.redirect('/mit/besked?mangler=valg#svar', 303);
  const differs = standing === (answer === 'ja' ? 'declined' : 'accepted');
  return c.redirect(differs ? '/mit/svaret' : '/mit/besked', 303);
});

/** The arrangement that was chosen, and how many come along. */
function wishOf(form: URLSearchParams): { attend?: string; guests?: number } {
  const [attend, guests] = [form.get('arrangement') ?? '', form.get('gaester') ?? ''];
  return { ...(attend === '' ? {} : { attend }), ...(guests === '' ? {} : { guests: Number(guests) }) };
}

/** One of several arrangements must be chosen first. */
function needsChoice(error: unknown): undefined {
  if (error instanceof AppError && error.code === 'field-missing') return undefined;
  throw error;
}

/** What stands already, for whoever pressed the other answer. */
mitRoutes.get('/svaret', async (c) => {
  const { visit, rt } = c.var;
  const standing = visit.session.verified ? await findAnswer(rt, visit) : undefined;
  if (standing !== 'accepted' && standing !== 'declined') return c.redirect('/mit/besked', 303);
  const consents = standing === 'accepted' ? await listConsents(rt, visit) : [];
  const mayWithdraw = consents.some((one) => one.withdrawnAt === undefined);
  return sendAnswered(c, standing, { mayWithdraw, endsInMs: endsIn(c) });
});

mitRoutes.get('/ikke-mig', (c) => sendRefuse(c, 'not-me', endsIn(c)));
mitRoutes.get('/ingen-sms', (c) => sendRefuse(c, 'no-sms', endsIn(c)));

mitRoutes.post('/ikke-mig', async (c) => {
  await refuseLink(c.var.rt, c.var.visit, 'not-me');
  dropSecret(c);
  return c.redirect('/farvel/ikke-mig', 303);
});

mitRoutes.post('/ingen-sms', async (c) => {
  await refuseLink(c.var.rt, c.var.visit, 'no-sms');
  dropSecret(c);
  return c.redirect('/farvel/ingen-sms', 303);
});

mitRoutes.post('/gruppe', async (c) => {
  await leaveGroup(c.var.rt, c.var.visit, c.var.form.get('gruppe') ?? '');
  return c.redirect('/mit', 303);
});

mitRoutes.post('/arrangement', async (c) => {
  await leaveEvent(c.var.rt, c.var.visit, c.var.form.get('arrangement') ?? '');
  return c.redirect('/mit', 303);
});

mitRoutes.post('/samtykke', async (c) => {
  await withdrawConsent(c.var.rt, c.var.visit);
  return c.redirect('/farvel/trukket', 303);
});

mitRoutes.route('/pin', pinRoutes);
mitRoutes.route('/beskeder', messageRoutes);
mitRoutes.route('/skema', formRoutes);
