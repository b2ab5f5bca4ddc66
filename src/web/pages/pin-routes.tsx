import { Hono } from 'hono';
import { AppError, type ErrorCode } from '../../services/app-error.ts';
import { choosePin } from '../../services/pages/choose-pin.ts';
import { enterPin } from '../../services/pages/enter-pin.ts';
import { findPinState } from '../../services/pages/try-pin.ts';
import type { WebContext, WebEnv } from '../env.ts';
import { errorWords } from '../words/errors.ts';
import { wordsOf } from './parts.tsx';
import { sendChooseForm, sendLocked, sendPinForm } from './pin.tsx';
import { endsIn, keepSecret } from './visit.ts';

/** `/mit/pin`: the PIN is entered, or chosen with a one-time code. */
export const pinRoutes = new Hono<WebEnv>();

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
  const state = await findPinState(c.var.rt, c.var.visit.link.relativeId);
  if (state === 'locked') return sendLocked(c, endsIn(c));
  if (state === 'code') return c.redirect('/mit/pin/ny', 303);
  return sendPinForm(c, { endsInMs: endsIn(c) });
});

pinRoutes.post('/', async (c) => {
  const endsInMs = endsIn(c);
  const order = { pin: c.var.form.get('pin') ?? '', address: c.var.address };
  try {
    keepSecret(c, await enterPin(c.var.rt, c.var.visit, order));
    return c.redirect('/mit/besked', 303);
  } catch (error) {
    if (isCode(error, 'pin-locked')) return sendLocked(c, endsInMs);
    if (isCode(error, 'pin-missing')) return sendChooseForm(c, { endsInMs, notice: wordsOf(c).noPinYet });
    const fault = toFault(c, error);
    if (!fault) throw error;
    return sendPinForm(c, { endsInMs, fault });
  }
});

pinRoutes.get('/ny', async (c) => {
  const state = await findPinState(c.var.rt, c.var.visit.link.relativeId);
  return state === 'locked' ? sendLocked(c, endsIn(c)) : sendChooseForm(c, { endsInMs: endsIn(c) });
});

pinRoutes.post('/ny', async (c) => {
  const endsInMs = endsIn(c);
  const field = (name: string): string => c.var.form.get(name) ?? '';
  const typed = { code: field('kode'), pin: field('pin'), again: field('igen') };
  try {
    keepSecret(c, await choosePin(c.var.rt, c.var.visit, { ...typed, address: c.var.address }));
    return c.redirect('/mit/besked', 303);
  } catch (error) {
    if (isCode(error, 'pin-locked')) return sendLocked(c, endsInMs);
    const fault = toFault(c, error);
    if (!fault) throw error;
    return sendChooseForm(c, { endsInMs, fault });
  }
});
