import { Hono } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { AppError } from '../../../services/app-error.ts';
import { AWAY_MS, arriveStaff, departStaff } from '../../../services/staff/identify-staff.ts';
import { leaveIdentity } from '../../../services/staff/leave-identity.ts';
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

/**
 * After the logout here, on to the provider's. A page of its own sends the browser on, since the policy of our pages lets no form
 * lead to another host, also not by a redirect; it changes nothing here and carries nothing of whoever was logged in.
 */
identityRoutes.get('/login/ud', async (c) => {
  const { rt, language, organisation, address } = c.var;
  const url = await leaveIdentity(rt, address);
  const t = inLanguage(loginWords, language);
  if (url) c.header('Refresh', `0; url=${url}`);
  return sendPage(
    c,
    <Page title={t.leftTitle} {...{ language, organisation }} kind="staff">
      <div class="desk-narrow">
        <h1>{t.leftTitle}</h1>
        <p class="font-lead">{url ? t.leftGoOn : t.leftStill}</p>
        {url ? (
          <p>
            <a class="button button-primary" href={url}>
              {t.leftLink}
            </a>
          </p>
        ) : null}
        <p>
          <a href="/desk/login">{t.toLogin}</a>
        </p>
      </div>
    </Page>,
  );
});
