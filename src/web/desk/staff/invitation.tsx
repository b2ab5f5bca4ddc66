import { Hono } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { FC } from 'hono/jsx';
import { openInvitation, showInvitation, takeInvitation } from '../../../services/staff/invitation.ts';
import type { WebContext, WebEnv } from '../../env.ts';
import { CsrfField, Field, only } from '../../layout/form.tsx';
import { Page } from '../../layout/page.tsx';
import { QrCode } from '../../layout/qr-code.tsx';
import { sendPage } from '../../layout/send-page.ts';
import { cookieName, cookieOptions } from '../../middleware/cookies.ts';
import { guardForms } from '../../middleware/csrf.ts';
import { fill } from '../../words/fill.ts';
import { inLanguage } from '../../words/language.ts';
import { commonWords } from '../frame/common-words.ts';
import { attempt, fieldSentence, ProblemList, type Problems } from '../frame/problems.tsx';
import { browserName } from './browser-name.ts';
import { invitationWords } from './login-words.ts';

/** An invitation: looking at it changes nothing; a press takes the token out of the address; the form takes it. */
export const invitationRoutes = new Hono<WebEnv>();

invitationRoutes.use('/invitation', guardForms('form'));
invitationRoutes.use('/invitation/*', guardForms('form'));

invitationRoutes.get('/invitation/:token', (c) => {
  const { language, organisation, csrf } = c.var;
  const t = inLanguage(invitationWords, language);
  return sendPage(
    c,
    <Page title={t.title} {...{ language, organisation }} kind="staff">
      <div class="desk-narrow">
        <h1>{t.title}</h1>
        <p class="font-lead">{t.landing}</p>
        <p>{t.landingHint}</p>
        <form method="post" action={`/desk/invitation/${encodeURIComponent(c.req.param('token'))}`}>
          <CsrfField token={csrf} />
          <button type="submit" class="button button-primary">
            {t.begin}
          </button>
        </form>
      </div>
    </Page>,
  );
});

invitationRoutes.post('/invitation/:token', async (c) => {
  const name = cookieName(c, 'staff');
  const from = { address: c.var.address, before: getCookie(c, name) };
  const token = await openInvitation(c.var.rt, c.req.param('token'), from);
  setCookie(c, name, token, cookieOptions(c));
  return c.redirect('/desk/invitation', 303);
});

type Shown = Awaited<ReturnType<typeof showInvitation>>;

const TakeForm: FC<{ c: WebContext; shown: Shown; problems: Problems }> = ({ c, shown, problems }) => {
  const { language, csrf } = c.var;
  const t = inLanguage(invitationWords, language);
  const secret = shown.secret.replace(/.{4}(?=.)/g, '$& ');
  const at = (name: string) => ({ name, language, ...only({ error: problems[name] }) });
  return (
    <form method="post" action="/desk/invitation" class="desk-form" novalidate>
      <CsrfField token={csrf} />
      <input type="hidden" name="noegle" value={shown.sealed} />
      <h2>{t.passwordHeading}</h2>
      <Field
        {...at('password')}
        label={t.password}
        hint={t.passwordHint}
        type="password"
        autocomplete="new-password"
      />
      <Field {...at('again')} label={t.again} type="password" autocomplete="new-password" />
      <h2>{t.appHeading}</h2>
      <p>{t.scan}</p>
      <QrCode text={shown.address} label={t.qr} />
      <p>
        {t.secret} <code class="desk-secret">{secret}</code>
      </p>
      <Field
        {...at('code')}
        label={t.code}
        hint={t.codeHint}
        inputmode="numeric"
        autocomplete="one-time-code"
        maxlength={10}
        width="s"
      />
      <button type="submit" class="button button-primary">
        {t.take}
      </button>
    </form>
  );
};

function sendTakeForm(c: WebContext, shown: Shown, problems: Problems = {}): Promise<Response> {
  const { language, organisation } = c.var;
  const t = inLanguage(invitationWords, language);
  const failed = Object.keys(problems).length > 0;
  const title = failed ? fill(commonWords.problemTitle[language], { title: t.title }) : t.title;
  return sendPage(
    c,
    <Page {...{ title, language, organisation }} kind="staff">
      <div class="desk-narrow">
        <h1>{t.title}</h1>
        <ProblemList problems={problems} labels={t} language={language} />
        <p class="font-lead">{fill(t.lead, { name: shown.name, email: shown.email })}</p>
        <TakeForm {...{ c, shown, problems }} />
      </div>
    </Page>,
    failed ? 422 : 200,
  );
}

invitationRoutes.get('/invitation', async (c) =>
  sendTakeForm(c, await showInvitation(c.var.rt, getCookie(c, cookieName(c, 'staff')))),
);

function sendCodes(c: WebContext, codes: readonly string[]): Promise<Response> {
  const { language, organisation } = c.var;
  const t = inLanguage(invitationWords, language);
  return sendPage(
    c,
    <Page title={t.codesTitle} {...{ language, organisation }} kind="staff">
      <div class="desk-narrow">
        <h1>{t.codesTitle}</h1>
        <p class="font-lead">{t.codesLead}</p>
        <ul class="desk-codes">
          {codes.map((code) => (
            <li>
              <code>{code}</code>
            </li>
          ))}
        </ul>
        <p class="d-print-none">
          <a class="button button-primary" href="/desk">
            {t.toDesk}
          </a>
        </p>
      </div>
    </Page>,
  );
}

invitationRoutes.post('/invitation', async (c) => {
  const { rt, form, language } = c.var;
  const name = cookieName(c, 'staff');
  const wait = getCookie(c, name);
  const read = (field: string): string => form.get(field) ?? '';
  const typed = {
    password: read('password'),
    again: read('again'),
    code: read('code'),
    sealed: read('noegle'),
  };
  const browser = browserName(c.req.header('user-agent'));
  const outcome = await attempt(() => takeInvitation(rt, typed, { wait, browser }));
  if ('error' in outcome) {
    const { code, detail = 'password' } = outcome.error;
    if (code === 'invitation-over') throw outcome.error;
    const shown = await showInvitation(rt, wait, typed.sealed);
    return sendTakeForm(c, shown, { [detail]: fieldSentence(code, language) });
  }
  setCookie(c, name, outcome.value.token, cookieOptions(c));
  return sendCodes(c, outcome.value.recoveryCodes);
});
