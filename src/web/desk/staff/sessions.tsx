import { Hono } from 'hono';
import { getCookie } from 'hono/cookie';
import { endSessionsOf, listSessions } from '../../../services/staff/list-sessions.ts';
import { cookieName } from '../../middleware/cookies.ts';
import { BackLink } from '../../pages/parts.tsx';
import { inLanguage } from '../../words/language.ts';
import type { DeskEnv } from '../frame/desk-env.ts';
import { sendDesk } from '../frame/frame.tsx';
import { ownLoginWords } from './own-login-words.ts';
import { EndForm, SessionList } from './session-list.tsx';
import { usersWords } from './users-words.ts';

/** Where one is logged in oneself, and the buttons that end it elsewhere. */
export const sessionRoutes = new Hono<DeskEnv>();

sessionRoutes.get('/sessioner', async (c) => {
  const { rt, staff, language } = c.var;
  const sessions = await listSessions(rt, staff, staff.id, getCookie(c, cookieName(c, 'staff')));
  const t = inLanguage(usersWords, language);
  return sendDesk(
    c,
    { title: t.mine, section: 'own' },
    <div class="desk-narrow">
      <BackLink href="/desk/mig">{ownLoginWords.back[language]}</BackLink>
      <h1>{t.mine}</h1>
      <p>{t.mineLead}</p>
      <SessionList c={c} sessions={sessions} action="/desk/sessioner" />
      {sessions.length > 1 ? <EndForm c={c} action="/desk/sessioner" label={t.endOthers} /> : null}
    </div>,
  );
});

sessionRoutes.post('/sessioner', async (c) => {
  const { rt, staff, form } = c.var;
  const handle = form.get('session');
  const which = handle ? { handle } : { keep: getCookie(c, cookieName(c, 'staff')) };
  await endSessionsOf(rt, staff, staff.id, which);
  return c.redirect('/desk/sessioner', 303);
});
