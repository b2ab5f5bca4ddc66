import { Hono } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { FC } from 'hono/jsx';
import { IDLE_MS, loginStaff } from '../../../services/staff/login-staff.ts';
import { logoutStaff } from '../../../services/staff/logout-staff.ts';
import { ROLES } from '../../../services/staff/staff.ts';
import type { WebEnv } from '../../env.ts';
import { Alert } from '../../layout/alert.tsx';
import { CsrfField } from '../../layout/form.tsx';
import { Page } from '../../layout/page.tsx';
import { sendPage } from '../../layout/send-page.ts';
import { cookieName, cookieOptions } from '../../middleware/cookies.ts';
import { guardForms } from '../../middleware/csrf.ts';
import { inLanguage, type Language } from '../../words/language.ts';
import type { DeskEnv } from '../frame/desk-env.ts';
import { loginWords } from './login-words.ts';

const DemoLogin: FC<{ csrf: string; language: Language }> = ({ csrf, language }) => {
  const t = inLanguage(loginWords, language);
  return (
    <>
      <Alert variant="warning" heading={t.demoHeading} language={language}>
        {t.demoText}
      </Alert>
      <form method="post" action="/desk/login" class="desk-roles">
        <CsrfField token={csrf} />
        {ROLES.map((role) => (
          <button type="submit" name="rolle" value={role} class="button button-primary">
            {t[role]}
          </button>
        ))}
      </form>
    </>
  );
};

/** The way in. In the demo one press per role; otherwise a page that says that nobody gets in yet, and no way to try. */
export const loginRoutes = new Hono<WebEnv>();

loginRoutes.use('/login', guardForms('form'));

loginRoutes.get('/login', (c) => {
  const { rt, language, organisation, csrf } = c.var;
  const t = inLanguage(loginWords, language);
  return sendPage(
    c,
    <Page title={t.title} {...{ language, organisation }} kind="staff">
      <h1>{t.title}</h1>
      {rt.config.demo ? (
        <DemoLogin csrf={csrf} language={language} />
      ) : (
        <Alert variant="info" heading={t.closedHeading} language={language}>
          {t.closedText}
        </Alert>
      )}
    </Page>,
  );
});

loginRoutes.post('/login', async (c) => {
  const name = cookieName(c, 'staff');
  const token = await loginStaff(c.var.rt, c.var.form.get('rolle') ?? '', getCookie(c, name));
  setCookie(c, name, token, cookieOptions(c));
  return c.redirect('/desk', 303);
});

/** The way out, for somebody who is logged in. */
export const logoutRoutes = new Hono<DeskEnv>();

/** A sign of life: how long the session lasts from now without another, ms. */
logoutRoutes.get('/puls', (c) => c.text(String(IDLE_MS)));

logoutRoutes.post('/logout', async (c) => {
  const name = cookieName(c, 'staff');
  await logoutStaff(c.var.rt, c.var.staff, getCookie(c, name) ?? '');
  deleteCookie(c, name, cookieOptions(c));
  return c.redirect('/desk/login', 303);
});
