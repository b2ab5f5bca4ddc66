import { Hono } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { AppError } from '../../../services/app-error.ts';
import {
  changeOwnPassword,
  renewRecoveryCodes,
  replaceAuthenticator,
  showNewAuthenticator,
  showOwnLogin,
} from '../../../services/staff/own-login.ts';
import { Field, only } from '../../layout/form.tsx';
import { QrCode } from '../../layout/qr-code.tsx';
import { cookieName, cookieOptions } from '../../middleware/cookies.ts';
import { inLanguage } from '../../words/language.ts';
import type { DeskContext, DeskEnv } from '../frame/desk-env.ts';
import { attempt, fieldSentence, type Problems } from '../frame/problems.tsx';
import { invitationWords } from './login-words.ts';
import { OwnForm, PresentCode, sendOwn } from './own-login.tsx';
import { ownLoginWords } from './own-login-words.ts';

const here = (c: DeskContext) => ({
  address: c.var.address,
  token: getCookie(c, cookieName(c, 'staff')) ?? '',
});

const read = (c: DeskContext, field: string): string => c.var.form.get(field) ?? '';

/** The session goes on under its fresh token. */
const keep = (c: DeskContext, token: string): void =>
  setCookie(c, cookieName(c, 'staff'), token, cookieOptions(c));

const problemsOf = (c: DeskContext, { code, detail = 'present' }: AppError): Problems => ({
  [detail]: fieldSentence(code, c.var.language),
});

/** Throws `not-found` for one whose login is looked after elsewhere. */
async function requireLocalOwn(c: DeskContext): Promise<void> {
  if ((await showOwnLogin(c.var.rt, c.var.staff)).way !== 'local') throw new AppError('not-found');
}

/** The forms that change one's own password, authenticator and recovery codes. */
export const ownLoginChangeRoutes = new Hono<DeskEnv>();

function sendPassword(c: DeskContext, problems: Problems = {}): Promise<Response> {
  const { language } = c.var;
  const t = inLanguage(ownLoginWords, language);
  const field = (name: 'present' | 'password' | 'again') => ({
    name,
    label: t[name],
    type: 'password' as const,
    autocomplete: name === 'present' ? 'current-password' : 'new-password',
    language,
    ...only({ error: problems[name] }),
  });
  return sendOwn(
    c,
    { title: t.passwordLink, problems, labels: t },
    <>
      <p class="font-lead">{t.othersEnd}</p>
      <OwnForm c={c} action="/desk/mig/adgangskode">
        <Field {...field('present')} />
        <Field {...field('password')} hint={invitationWords.passwordHint[language]} />
        <Field {...field('again')} />
        <button type="submit" class="button button-primary">
          {t.savePassword}
        </button>
      </OwnForm>
    </>,
  );
}

ownLoginChangeRoutes.get('/mig/adgangskode', async (c) => {
  await requireLocalOwn(c);
  return sendPassword(c);
});

ownLoginChangeRoutes.post('/mig/adgangskode', async (c) => {
  const { rt, staff } = c.var;
  const form = { present: read(c, 'present'), password: read(c, 'password'), again: read(c, 'again') };
  const outcome = await attempt(() => changeOwnPassword(rt, staff, form, here(c)));
  if ('error' in outcome) return sendPassword(c, problemsOf(c, outcome.error));
  keep(c, outcome.value);
  return c.redirect('/desk/mig?gemt=ownPassword', 303);
});

function sendAskCodes(c: DeskContext, problems: Problems = {}): Promise<Response> {
  const t = inLanguage(ownLoginWords, c.var.language);
  return sendOwn(
    c,
    { title: t.newCodesTitle, problems, labels: { present: t.presentCode } },
    <>
      <p class="font-lead">{t.newCodesLead}</p>
      <OwnForm c={c} action="/desk/mig/koder">
        <PresentCode {...{ c, problems }} label={t.presentCode} />
        <button type="submit" class="button button-primary">
          {t.makeCodes}
        </button>
      </OwnForm>
    </>,
  );
}

ownLoginChangeRoutes.get('/mig/koder', async (c) => {
  await requireLocalOwn(c);
  return sendAskCodes(c);
});

ownLoginChangeRoutes.post('/mig/koder', async (c) => {
  const { rt, staff, language } = c.var;
  const outcome = await attempt(() =>
    renewRecoveryCodes(rt, staff, { present: read(c, 'present') }, here(c)),
  );
  if ('error' in outcome) return sendAskCodes(c, problemsOf(c, outcome.error));
  keep(c, outcome.value.token);
  return sendOwn(
    c,
    { title: invitationWords.codesTitle[language] },
    <>
      <p class="font-lead">{invitationWords.codesLead[language]}</p>
      <ul class="desk-codes">
        {outcome.value.recoveryCodes.map((code) => (
          <li>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <p class="d-print-none">
        <a class="button button-primary" href="/desk/mig">
          {ownLoginWords.toMine[language]}
        </a>
      </p>
    </>,
  );
});

async function sendApp(c: DeskContext, sealed?: string, problems: Problems = {}): Promise<Response> {
  const { rt, staff, language } = c.var;
  const shown = await showNewAuthenticator(rt, staff, sealed);
  const t = inLanguage(ownLoginWords, language);
  const w = inLanguage(invitationWords, language);
  return sendOwn(
    c,
    { title: t.appLink, problems, labels: { present: t.oldCode, code: t.newCode } },
    <>
      <p class="font-lead">{t.replaceLead}</p>
      <p>{t.othersEnd}</p>
      <OwnForm c={c} action="/desk/mig/kodeapp">
        <input type="hidden" name="noegle" value={shown.sealed} />
        <h2>{t.prove}</h2>
        <PresentCode {...{ c, problems }} label={t.oldCode} />
        <h2>{t.connect}</h2>
        <p>{w.scan}</p>
        <QrCode text={shown.address} label={w.qr} />
        <p>
          {w.secret} <code class="desk-secret">{shown.secret.replace(/.{4}(?=.)/g, '$& ')}</code>
        </p>
        <Field
          name="code"
          label={t.newCode}
          hint={w.codeHint}
          inputmode="numeric"
          autocomplete="off"
          maxlength={10}
          width="s"
          language={language}
          {...only({ error: problems.code })}
        />
        <button type="submit" class="button button-primary">
          {t.replace}
        </button>
      </OwnForm>
    </>,
  );
}

ownLoginChangeRoutes.get('/mig/kodeapp', (c) => sendApp(c));

ownLoginChangeRoutes.post('/mig/kodeapp', async (c) => {
  const { rt, staff } = c.var;
  const form = { present: read(c, 'present'), code: read(c, 'code'), sealed: read(c, 'noegle') };
  const outcome = await attempt(() => replaceAuthenticator(rt, staff, form, here(c)));
  if ('error' in outcome) return sendApp(c, form.sealed, problemsOf(c, outcome.error));
  keep(c, outcome.value);
  return c.redirect('/desk/mig?gemt=ownAuthenticator', 303);
});
