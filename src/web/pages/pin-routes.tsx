import { Hono } from 'hono';
import { AppError, type ErrorCode } from '../../services/app-error.ts';
import { choosePin } from '../../services/pages/choose-pin.ts';
import { enterPin } from '../../services/pages/enter-pin.ts';
import { findPinState } from '../../services/pages/try-pin.ts';
import type { WebContext } from '../env.ts';
import { errorWords } from '../words/errors.ts';
import { wordsOf } from './parts.tsx';
import { sendChooseForm, sendLocked, sendPinForm } from './pin.tsx';
import { endsIn, keepSecret, type VisitEnv } from './visit.ts';

/** `/mit/pin`: the PIN is entered, or chosen with a one-time code. */
export const pinRoutes = new Hono<VisitEnv>();

pinRoutes.use(async (c, next) => {
  const { link, session } = c.var.visit;
  return session.verified || link.access !== 'pin' ? c.redirect('/mit/besked', 303) : next();
});

/** Which field an error belongs to; errors that belong to none are answered with a page of their own. */
const fieldOf: Partial<Record<ErrorCode, string>> = {
  'pin-shape': 'pin',
  'pin-wrong': 'pin',
  'pin-weak': 'pin',
  'pin-unlike': 'igen',
  'code-wrong': 'kode',
};

function toFault(c: WebContext, error: unknown): { field: string; sentence: string } | undefined {
  const field = error instanceof AppError ? fieldOf[error.code] : undefined;
  if (!(error instanceof AppError) || !field) return undefined;
  const sentence = errorWords[error.code].text[c.var.language];
  const left = error.code === 'pin-wrong' && error.detail ? ` ${wordsOf(c).triesLeft}: ${error.detail}.` : '';
  return { field: error.detail === 'code' ? 'kode' : field, sentence: `${sentence}${left}` };
}

const isCode = (error: unknown, code: ErrorCode): boolean => error instanceof AppError && error.code === code;

pinRoutes.get('/', async (c) => {
  const page = c as unknown as WebContext;
  const state = await findPinState(c.var.rt, c.var.visit.link.relativeId);
  if (state === 'locked') return sendLocked(page, endsIn(c));
  if (state === 'code') return c.redirect('/mit/pin/ny', 303);
  return sendPinForm(page, { endsInMs: endsIn(c) });
});

pinRoutes.post('/', async (c) => {
  const page = c as unknown as WebContext;
  const endsInMs = endsIn(c);
  const order = { pin: c.var.form.get('pin') ?? '', address: c.var.address };
  try {
    keepSecret(page, await enterPin(c.var.rt, c.var.visit, order));
    return c.redirect('/mit/besked', 303);
  } catch (error) {
    if (isCode(error, 'pin-locked')) return sendLocked(page, endsInMs);
    if (isCode(error, 'pin-missing'))
      return sendChooseForm(page, { endsInMs, notice: wordsOf(page).noPinYet });
    const fault = toFault(page, error);
    if (!fault) throw error;
    return sendPinForm(page, { endsInMs, fault });
  }
});

pinRoutes.get('/ny', async (c) => {
  const page = c as unknown as WebContext;
  const state = await findPinState(c.var.rt, c.var.visit.link.relativeId);
  return state === 'locked' ? sendLocked(page, endsIn(c)) : sendChooseForm(page, { endsInMs: endsIn(c) });
});

pinRoutes.post('/ny', async (c) => {
  const page = c as unknown as WebContext;
  const endsInMs = endsIn(c);
  const field = (name: string): string => c.var.form.get(name) ?? '';
  const typed = { code: field('kode'), pin: field('pin'), again: field('igen') };
  try {
    keepSecret(page, await choosePin(c.var.rt, c.var.visit, { ...typed, address: c.var.address }));
    return c.redirect('/mit/besked', 303);
  } catch (error) {
    if (isCode(error, 'pin-locked')) return sendLocked(page, endsInMs);
    const fault = toFault(page, error);
    if (!fault) throw error;
    return sendChooseForm(page, { endsInMs, fault });
  }
});
