import { Hono } from 'hono';
import type { Child, FC } from 'hono/jsx';
import { showOwnLogin } from '../../../services/staff/own-login.ts';
import { CsrfField, Field, only } from '../../layout/form.tsx';
import { inLanguage } from '../../words/language.ts';
import { showInstant } from '../../words/when.ts';
import type { DeskContext, DeskEnv } from '../frame/desk-env.ts';
import { sendDesk } from '../frame/frame.tsx';
import { Section } from '../frame/lists.tsx';
import { Facts } from '../frame/parts.tsx';
import type { Problems } from '../frame/problems.tsx';
import { type NarrowPage, sendNarrow } from '../frame/send-narrow.tsx';
import { ownLoginWords } from './own-login-words.ts';

/** A form of one's own login, which a reader has too. */
export const OwnForm: FC<{ c: DeskContext; action: string; children?: Child }> = ({
  c,
  action,
  children,
}) => (
  <form method="post" action={action} class="desk-form" novalidate>
    <CsrfField token={c.var.csrf} />
    {children}
  </form>
);

/** The field for the present code, or a recovery code in its place. */
export const PresentCode: FC<{ c: DeskContext; label: string; problems: Problems }> = (props) => {
  const { language } = props.c.var;
  return (
    <Field
      name="present"
      label={props.label}
      hint={ownLoginWords.presentCodeHint[language]}
      autocomplete="one-time-code"
      maxlength={40}
      width="l"
      language={language}
      {...only({ error: props.problems.present })}
    />
  );
};

/** A page of one's own login, with the way back and everything that is wrong with its form. */
export const sendOwn = (c: DeskContext, page: NarrowPage, children: Child): Promise<Response> =>
  sendNarrow(
    c,
    { ...page, section: 'own', back: { href: '/desk/mig', text: ownLoginWords.back[c.var.language] } },
    children,
  );

const PLACES = [
  ['adgangskode', 'password'],
  ['kodeapp', 'app'],
  ['koder', 'codes'],
] as const;

const Places: FC<{ c: DeskContext }> = ({ c }) => {
  const t = inLanguage(ownLoginWords, c.var.language);
  return (
    <>
      {PLACES.map(([path, word]) => (
        <Section id={path} heading={t[`${word}Heading`]} hint={t[`${word}Text`]}>
          <p>
            <a class="button button-secondary" href={`/desk/mig/${path}`}>
              {t[`${word}Link`]}
            </a>
          </p>
        </Section>
      ))}
    </>
  );
};

/** How one logs in oneself, and the ways to change it. */
export const ownLoginRoutes = new Hono<DeskEnv>();

ownLoginRoutes.get('/mig', async (c) => {
  const { rt, staff, language } = c.var;
  const own = await showOwnLogin(rt, staff);
  const t = inLanguage(ownLoginWords, language);
  const rows: [string, string][] =
    own.way === 'local'
      ? [
          [t.email, own.email],
          [t.way, t.local],
          [t.changed, showInstant(own.changedAt, rt.clock(), language)],
          [t.codesLeft, String(own.recoveryLeft)],
        ]
      : [[t.way, t[own.way]]];
  return sendDesk(
    c,
    { title: t.title, section: 'own' },
    <div class="desk-narrow">
      <h1>{t.title}</h1>
      <p>{t.lead}</p>
      <Facts rows={rows} />
      {own.way === 'local' ? <Places c={c} /> : <p>{own.way === 'oidc' ? t.oidcText : t.demoText}</p>}
      <Section id="sessioner" heading={t.sessionsHeading} hint={t.sessionsText}>
        <p>
          <a class="button button-secondary" href="/desk/sessioner">
            {t.sessionsLink}
          </a>
        </p>
      </Section>
    </div>,
  );
});
