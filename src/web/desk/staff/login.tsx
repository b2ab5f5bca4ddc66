import { Hono } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { FC } from 'hono/jsx';
import type { AppError } from '../../../services/app-error.ts';
import { hasEmergencyDoor } from '../../../services/staff/emergency.ts';
import { enterCode } from '../../../services/staff/enter-code.ts';
import { enterPassword } from '../../../services/staff/enter-password.ts';
import { IDLE_MS, loginStaff } from '../../../services/staff/login-staff.ts';
import { logoutStaff } from '../../../services/staff/logout-staff.ts';
import { ROLES } from '../../../services/staff/staff.ts';
import { findWait } from '../../../services/staff/waiting-login.ts';
import type { WebContext, WebEnv } from '../../env.ts';
import { Alert } from '../../layout/alert.tsx';
import { CsrfField, Field } from '../../layout/form.tsx';
import { Page } from '../../layout/page.tsx';
import { sendPage } from '../../layout/send-page.ts';
import { cookieName, cookieOptions } from '../../middleware/cookies.ts';
import { guardForms } from '../../middleware/csrf.ts';
import { errorWords } from '../../words/errors.ts';
import { fill } from '../../words/fill.ts';
import { inLanguage, type Language } from '../../words/language.ts';
import { commonWords } from '../frame/common-words.ts';
import type { DeskEnv } from '../frame/desk-env.ts';
import { deskLanguages } from '../frame/desk-languages.ts';
import { attempt, fieldSentence, ProblemList } from '../frame/problems.tsx';
import { browserName } from './browser-name.ts';
import { loginWords } from './login-words.ts';

type Part = { csrf: string; language: Language };

const DemoLogin: FC<Part> = ({ csrf, language }) => {
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

type PasswordPart = Part & { email: string; demo: boolean; emergency: boolean };

const PasswordLogin: FC<PasswordPart> = ({ csrf, language, email, demo, emergency }) => {
  const t = inLanguage(loginWords, language);
  return (
    <>
      {demo && !emergency ? <h2>{t.demoAccount}</h2> : null}
      <form method="post" action="/desk/login/adgangskode" class="desk-form" novalidate>
        <CsrfField token={csrf} />
        <Field
          name="email"
          label={t.email}
          type="email"
          value={email}
          autocomplete="username"
          {...{ language }}
        />
        <Field
          name="adgangskode"
          label={t.password}
          type="password"
          autocomplete="current-password"
          {...{ language }}
        />
        <button type="submit" class="button button-primary">
          {t.next}
        </button>
      </form>
      {emergency ? (
        <p>
          <a href="/desk/login">{t.toLogin}</a>
        </p>
      ) : (
        <p class="form-hint">{t.forgotten}</p>
      )}
    </>
  );
};

const IdentityLogin: FC<{ language: Language; hasEmergency: boolean }> = ({ language, hasEmergency }) => {
  const t = inLanguage(loginWords, language);
  return (
    <>
      <p>{t.identityText}</p>
      <p>
        <a class="button button-primary" href="/desk/login/kommune">
          {t.identity}
        </a>
      </p>
      {hasEmergency ? (
        <p>
          <a href="/desk/login/noed">{t.emergencyLink}</a>
        </p>
      ) : null}
    </>
  );
};

type Shown = { email?: string; error?: AppError; emergency?: boolean };

async function sendLogin(c: WebContext, { email = '', error, emergency = false }: Shown = {}) {
  const { rt, language, organisation, csrf } = c.var;
  const t = inLanguage(loginWords, language);
  const name = emergency ? t.emergencyTitle : t.title;
  const title = error ? fill(commonWords.problemTitle[language], { title: name }) : name;
  const hasEmergency = await hasEmergencyDoor(rt);
  const problems = error ? { email: fieldSentence(error.code, language) } : {};
  return sendPage(
    c,
    <Page {...{ title, language, organisation }} kind="staff" languages={deskLanguages(c)}>
      <div class="desk-narrow">
        <h1>{name}</h1>
        <ProblemList problems={problems} labels={{}} language={language} />
        {emergency ? <p class="font-lead">{t.emergencyText}</p> : null}
        {rt.config.demo && !emergency ? <DemoLogin {...{ csrf, language }} /> : null}
        {rt.identity && !emergency ? (
          <IdentityLogin {...{ language, hasEmergency }} />
        ) : (
          <PasswordLogin {...{ csrf, language, email, emergency }} demo={rt.config.demo} />
        )}
      </div>
    </Page>,
    error ? errorWords[error.code].status : 200,
  );
}

/** The way in: in the demo one press per role; by password and code, or through the municipality's login. */
export const loginRoutes = new Hono<WebEnv>();

loginRoutes.use('/login', guardForms('form'));
loginRoutes.use('/login/*', guardForms('form'));

loginRoutes.get('/login', (c) => sendLogin(c));

loginRoutes.get('/login/noed', async (c) =>
  (await hasEmergencyDoor(c.var.rt)) ? sendLogin(c, { emergency: true }) : c.redirect('/desk/login', 303),
);

loginRoutes.post('/login', async (c) => {
  const name = cookieName(c, 'staff');
  const browser = browserName(c.req.header('user-agent'));
  const token = await loginStaff(c.var.rt, c.var.form.get('rolle') ?? '', getCookie(c, name), browser);
  setCookie(c, name, token, cookieOptions(c));
  return c.redirect('/desk', 303);
});

loginRoutes.post('/login/adgangskode', async (c) => {
  const { rt, form, address } = c.var;
  const name = cookieName(c, 'staff');
  const email = form.get('email') ?? '';
  const typed = { email, password: form.get('adgangskode') ?? '' };
  const outcome = await attempt(() => enterPassword(rt, typed, { address, before: getCookie(c, name) }));
  const emergency = rt.identity !== undefined;
  if ('error' in outcome) return sendLogin(c, { email, error: outcome.error, emergency });
  setCookie(c, name, outcome.value, cookieOptions(c));
  return c.redirect('/desk/login/kode', 303);
});

function sendCode(c: WebContext, error?: AppError): Promise<Response> {
  const { language, organisation, csrf } = c.var;
  const t = inLanguage(loginWords, language);
  const title = error ? fill(commonWords.problemTitle[language], { title: t.codeTitle }) : t.codeTitle;
  const sentence = error && fieldSentence(error.code, language);
  return sendPage(
    c,
    <Page {...{ title, language, organisation }} kind="staff" languages={deskLanguages(c)}>
      <div class="desk-narrow">
        <h1>{t.codeTitle}</h1>
        <ProblemList problems={sentence ? { kode: sentence } : {}} labels={{}} language={language} />
        <p class="font-lead">{t.codeLead}</p>
        <form method="post" action="/desk/login/kode" class="desk-form" novalidate>
          <CsrfField token={csrf} />
          <Field
            name="kode"
            label={t.code}
            hint={t.codeHint}
            autocomplete="one-time-code"
            maxlength={40}
            width="l"
            {...{ language }}
            {...(sentence ? { error: sentence } : {})}
          />
          <button type="submit" class="button button-primary">
            {t.enter}
          </button>
        </form>
        <p>
          <a href="/desk/login">{t.again}</a>
        </p>
      </div>
    </Page>,
    error ? errorWords[error.code].status : 200,
  );
}

loginRoutes.get('/login/kode', async (c) => {
  const waits = await findWait(c.var.rt, 'code', getCookie(c, cookieName(c, 'staff')));
  return waits ? sendCode(c) : c.redirect('/desk/login', 303);
});

loginRoutes.post('/login/kode', async (c) => {
  const { rt, form, address } = c.var;
  const name = cookieName(c, 'staff');
  const browser = browserName(c.req.header('user-agent'));
  const from = { address, wait: getCookie(c, name), browser };
  const outcome = await attempt(() => enterCode(rt, form.get('kode') ?? '', from));
  if ('error' in outcome)
    return outcome.error.code === 'session-ended'
      ? c.redirect('/desk/login', 303)
      : sendCode(c, outcome.error);
  setCookie(c, name, outcome.value, cookieOptions(c));
  return c.redirect('/desk', 303);
});

/** The way out, for somebody who is logged in. */
export const logoutRoutes = new Hono<DeskEnv>();

/** A sign of life: how long the session lasts from now without another, ms. */
logoutRoutes.get('/puls', (c) => c.text(String(IDLE_MS)));

logoutRoutes.post('/logout', async (c) => {
  const name = cookieName(c, 'staff');
  const how = await logoutStaff(c.var.rt, c.var.staff, getCookie(c, name) ?? '');
  deleteCookie(c, name, cookieOptions(c));
  return c.redirect(how === 'oidc' && c.var.rt.identity ? '/desk/login/ud' : '/desk/login', 303);
});
