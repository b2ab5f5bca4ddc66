import { Hono, type MiddlewareHandler } from 'hono';
import type { PhoneNetwork } from '../../gateways/phone/phone.ts';
import { AppError } from '../../services/app-error.ts';
import { readNumber } from '../../services/phone-number.ts';
import type { WebContext, WebEnv } from '../env.ts';
import { guardForms } from '../middleware/csrf.ts';
import { errorWords } from '../words/errors.ts';
import { isBehaviour } from './behaviour-form.tsx';
import { longestSms, renderComposer } from './composer.tsx';
import { streamScreen, streamWall } from './live.tsx';
import { numberOfPath, numberPattern, phonePath } from './number-path.ts';
import type { Phones } from './phone-env.ts';
import { sendPhone, sendWall } from './phone-page.tsx';
import { phoneWords } from './words.ts';

const byScript = (c: WebContext): boolean => c.req.header('hx-request') === 'true';

/** Opens the phone with a typed number, or says what is wrong with it. */
async function openNumber(c: WebContext, phones: Phones, typed: string): Promise<Response> {
  try {
    return c.redirect(phonePath(readNumber(typed, c.var.rt.config.countries).e164), 303);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return sendWall(c, phones, { typed, error: errorWords[error.code].text[c.var.language] });
  }
}

/** Sends what was written; gives why not when it could not be. */
async function type(
  phones: Phones,
  number: string,
  text: string,
): Promise<keyof typeof phoneWords | undefined> {
  if (text.trim() === '') return 'empty';
  if (text.length > longestSms) return 'tooLong';
  const { ok } = await phones.network.type(number, text);
  return ok ? undefined : 'isOff';
}

async function write(c: WebContext, phones: Phones, number: string): Promise<Response> {
  const { language, csrf, form } = c.var;
  const typed = (form.get('tekst') ?? '').replaceAll('\r\n', '\n');
  const problem = await type(phones, number, form.get('svar') ?? typed);
  const failed = problem ? { typed, error: phoneWords[problem][language] } : {};
  if (byScript(c)) return c.html(renderComposer({ number, language, csrf, ...failed }));
  return problem ? sendPhone(c, phones, number, failed) : c.redirect(phonePath(number), 303);
}

/** Phones that show everybody's messages are never there outside the demo, whoever mounts them. */
const onlyInDemo: MiddlewareHandler<WebEnv> = async (c, next) => {
  if (!c.var.rt.config.demo) throw new AppError('not-found');
  return next();
};

function markRead(c: WebContext, { network }: Phones, number: string): Response {
  network.markRead(number);
  return byScript(c) ? c.body(null, 204) : c.redirect(phonePath(number), 303);
}

function configure(c: WebContext, { network }: Phones, number: string): Response {
  const behaviour = c.var.form.get('tilstand');
  if (!isBehaviour(behaviour)) throw new AppError('field-unreadable', 'tilstand');
  network.configure(number, behaviour);
  return c.redirect(phonePath(number), 303);
}

/**
 * The simulated phones, mounted at /phone in the demo alone: all of them, each with its conversation and a box to write in, live.
 * `nameOf` gives the alias of whoever has a number; `numbers` are phones that are there before their first SMS.
 */
export function phoneRoutes(
  network: PhoneNetwork,
  options: { nameOf?: (number: string) => Promise<string | undefined>; numbers?: readonly string[] } = {},
): Hono<WebEnv> {
  const { nameOf = async () => undefined, numbers = [] } = options;
  const phones: Phones = { network, nameOf, numbers };
  const routes = new Hono<WebEnv>();
  routes.use(onlyInDemo, guardForms('form'));
  routes.get('/', (c) => {
    const typed = c.req.query('nummer');
    return typed === undefined ? sendWall(c, phones) : openNumber(c, phones, typed);
  });
  routes.get('/live', (c) => streamWall(c, phones));
  const one = `/:number{${numberPattern}}`;
  const numberOf = (c: WebContext): string => numberOfPath(c.req.param('number') ?? '');
  routes.get(one, (c) => sendPhone(c, phones, numberOf(c)));
  routes.get(`${one}/live`, (c) => streamScreen(c, phones, numberOf(c)));
  routes.post(`${one}/skriv`, (c) => write(c, phones, numberOf(c)));
  routes.post(`${one}/laest`, (c) => markRead(c, phones, numberOf(c)));
  routes.post(`${one}/tilstand`, (c) => configure(c, phones, numberOf(c)));
  return routes;
}
