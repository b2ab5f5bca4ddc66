import { Hono } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { AppError } from '../../../services/app-error.ts';
import { AWAY_MS, arriveStaff, departStaff } from '../../../services/staff/identify-staff.ts';
import type { WebContext, WebEnv } from '../../env.ts';
import { Page } from '../../layout/page.tsx';
import { sendPage } from '../../layout/send-page.ts';
import { cookieName, cookieOptions } from '../../middleware/cookies.ts';
import { errorWords } from '../../words/errors.ts';
import { inLanguage } from '../../words/language.ts';
import { browserName } from './browser-name.ts';
import { loginWords } from './login-words.ts';

/** Why nobody was let in, and the way to try again. */
function sendRefusal(c: WebContext, error: unknown): Promise<Response> {
  if (!(error instanceof AppError) || error.code === 'not-found') throw error;
  const { language, organisation } = c.var;
  const { text, status } = errorWords[error.code];
  const t = inLanguage(loginWords, language);
  return sendPage(
    c,
    <Page title={t.refused} {...{ language, organisation }} kind="staff">
      <div class="desk-narrow">
        <h1>{t.refused}</h1>
        <p class="font-lead">{text[language]}</p>
        <p>
          <a href="/desk/login">{t.again}</a>
        </p>
      </div>
    </Page>,
    status,
  );
}

/**
 * Through the municipality's login. It begins with a link and no form, since the policy of our pages lets no form lead to another
 * host; a browser that was made to begin keeps a sealed note and nothing else is changed.
 */
export const identityRoutes = new Hono<WebEnv>();

identityRoutes.onError((error, c) => sendRefusal(c, error));

identityRoutes.get('/login/kommune', async (c) => {
  const { url, memory } = await departStaff(c.var.rt, c.var.address);
  setCookie(c, cookieName(c, 'login'), memory, { ...cookieOptions(c), maxAge: AWAY_MS / 1_000 });
  return c.redirect(url, 302);
});

identityRoutes.get('/login/retur', async (c) => {
  const memory = getCookie(c, cookieName(c, 'login'));
  deleteCookie(c, cookieName(c, 'login'), cookieOptions(c));
  const name = cookieName(c, 'staff');
  const token = await arriveStaff(c.var.rt, new URL(c.req.url).search, {
    address: c.var.address,
    memory,
    before: getCookie(c, name),
    browser: browserName(c.req.header('user-agent')),
  });
  setCookie(c, name, token, cookieOptions(c));
  return c.redirect('/desk', 303);
});
