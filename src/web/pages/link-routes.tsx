import { Hono } from 'hono';
import { AppError } from '../../services/app-error.ts';
import { knock } from '../../services/pages/knock.ts';
import { openLink } from '../../services/pages/open-link.ts';
import type { WebContext, WebEnv } from '../env.ts';
import { guardForms } from '../middleware/csrf.ts';
import { choices, sendGone, sendLanding } from './landing.tsx';
import { keepSecret, pageSecret, speak } from './visit.ts';

/** Secure links as they stand in an SMS: GET shows the landing page and changes nothing; POST takes the token out of the address. */
export const linkRoutes = new Hono<WebEnv>();

const where: Record<string, string> = {
  [choices.read]: '/mit/besked',
  [choices.notMe]: '/mit/ikke-mig',
  [choices.noSms]: '/mit/ingen-sms',
};

linkRoutes.use(guardForms('form'));

linkRoutes.get('/:token', async (c) => {
  const link = await knock(c.var.rt, c.req.param('token'), c.var.address);
  if (!link) return sendGone(c);
  speak(c, link);
  return sendLanding(c, link, c.req.path);
});

linkRoutes.post('/:token', async (c) => {
  const choice = c.var.form.get('valg') ?? '';
  const next = Object.hasOwn(where, choice) ? where[choice] : undefined;
  if (!next) throw new AppError('body-unreadable');
  const opened = await open(c, choice === choices.read);
  if (!opened) return sendGone(c);
  keepSecret(c, opened.session);
  return c.redirect(next, 303);
});

async function open(c: WebContext, read: boolean): Promise<{ session: string } | undefined> {
  const token = c.req.param('token') ?? '';
  try {
    return await openLink(c.var.rt, { token, address: c.var.address, read, instead: pageSecret(c) });
  } catch (error) {
    if (error instanceof AppError && error.code === 'link-unknown') return undefined;
    throw error;
  }
}
