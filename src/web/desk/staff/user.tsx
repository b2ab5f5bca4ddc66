import { Hono } from 'hono';
import type { FC } from 'hono/jsx';
import { changeMember, closeMember, reopenMember } from '../../../services/staff/change-member.ts';
import { inviteStaffAnew } from '../../../services/staff/invite-member.ts';
import { type MemberView, showMember } from '../../../services/staff/list-members.ts';
import { endSessionsOf } from '../../../services/staff/list-sessions.ts';
import { listUnitLines } from '../../../services/staff/tend-units.ts';
import { fill } from '../../words/fill.ts';
import { inLanguage } from '../../words/language.ts';
import { commonWords } from '../frame/common-words.ts';
import type { DeskContext, DeskEnv } from '../frame/desk-env.ts';
import { Section } from '../frame/lists.tsx';
import { DeskForm, Do, Facts } from '../frame/parts.tsx';
import { attempt, fieldSentence, type Problems } from '../frame/problems.tsx';
import { Seen, seenOf } from '../frame/seen.tsx';
import { sendSettings } from '../settings/settings.tsx';
import { EndForm, SessionList } from './session-list.tsx';
import { PlaceFields, type PlaceForm, readMember } from './user-fields.tsx';
import { sendInvitation } from './users.tsx';
import { stateWords, usersWords, wayWords } from './users-words.ts';

const Access: FC<{ c: DeskContext; member: MemberView }> = ({ c, member }) => {
  const t = inLanguage(usersWords, c.var.language);
  const at = `/desk/brugere/${member.id}`;
  if (member.self) return null;
  return (
    <Section id="adgang" heading={t.access}>
      <div class="desk-buttons">
        {member.state === 'closed' ? (
          <Do c={c} action={`${at}/genaabn`}>
            {t.reopen}
          </Do>
        ) : (
          <>
            {(member.way === 'password' && !c.var.rt.identity) || member.way === 'emergency' ? (
              <a class="button button-secondary" href={`${at}/inviter`}>
                {t.anew}
              </a>
            ) : null}
            <a class="button button-secondary" href={`${at}/luk`}>
              {t.close}
            </a>
          </>
        )}
      </div>
    </Section>
  );
};

const formOf = ({ name, role, allUnits, unitIds, changedAt }: MemberView) => ({
  ...{ name, allUnits },
  role: role ?? '',
  units: unitIds,
  seen: changedAt,
});

async function sendMember(
  c: DeskContext,
  member: MemberView,
  form: PlaceForm & { seen: number } = formOf(member),
  problems: Problems = {},
): Promise<Response> {
  const { rt, staff, language } = c.var;
  const t = inLanguage(usersWords, language);
  const at = `/desk/brugere/${member.id}`;
  const units = await listUnitLines(rt, staff);
  return sendSettings(
    c,
    { title: member.name, problems, labels: t },
    <>
      <Facts
        rows={[
          [t.state, stateWords[member.state][language]],
          [t.email, member.email],
          [t.way, wayWords[member.way][language]],
        ]}
      />
      {member.state === 'closed' ? null : (
        <Section id="plads" heading={t.change}>
          {member.way === 'oidc' ? <p>{t.claimed}</p> : null}
          {member.way === 'emergency' ? <p>{t.emergency}</p> : null}
          <DeskForm c={c} action={at}>
            <Seen view={form} />
            <PlaceFields {...{ c, form, units, problems }} />
            <button type="submit" class="button button-primary">
              {commonWords.save[language]}
            </button>
          </DeskForm>
        </Section>
      )}
      <Access c={c} member={member} />
      <Section id="sessioner" heading={t.sessions}>
        <SessionList c={c} sessions={member.sessions} action={`${at}/sessioner`} />
        {member.sessions.length > 1 ? <EndForm c={c} action={`${at}/sessioner`} label={t.endAll} /> : null}
      </Section>
    </>,
  );
}

/** One member of staff: role and units, invitation, closing, sessions. */
export const userRoutes = new Hono<DeskEnv>();

userRoutes.get('/brugere/:id', async (c) =>
  sendMember(c, await showMember(c.var.rt, c.var.staff, c.req.param('id'))),
);

userRoutes.post('/brugere/:id', async (c) => {
  const { rt, staff, language } = c.var;
  const id = c.req.param('id');
  const form = { ...readMember(c), seen: seenOf(c) };
  const outcome = await attempt(() => changeMember(rt, staff, id, form));
  if ('value' in outcome) return c.redirect(`/desk/brugere/${id}?gemt=user`, 303);
  const { code, detail = 'name' } = outcome.error;
  const typed = code === 'changed-meanwhile' ? undefined : form;
  return sendMember(c, await showMember(rt, staff, id), typed, { [detail]: fieldSentence(code, language) });
});

userRoutes.post('/brugere/:id/sessioner', async (c) => {
  const id = c.req.param('id');
  const handle = c.var.form.get('session');
  await showMember(c.var.rt, c.var.staff, id);
  await endSessionsOf(c.var.rt, c.var.staff, id, handle ? { handle } : { keep: undefined });
  return c.redirect(`/desk/brugere/${id}?gemt=user`, 303);
});

const Closing: FC<{ c: DeskContext; member: MemberView }> = ({ c, member }) => {
  const t = inLanguage(usersWords, c.var.language);
  const effects = [
    [t.effectSessions, member.sessions.length],
    [t.effectRelatives, member.hanging.relatives],
    [t.effectAppointments, member.hanging.appointments],
    [t.effectShielded, member.hanging.shielded],
  ] as const;
  return (
    <ul>
      {effects.map(([wording, n]) => (
        <li>{fill(wording, { n })}</li>
      ))}
    </ul>
  );
};

const ASKED = {
  luk: { title: 'closeTitle', text: 'closeText', button: 'doClose' },
  inviter: { title: 'anewTitle', text: 'anewText', button: 'doAnew' },
} as const;

/** Asks once more and shows the effect first. */
async function sendConfirm(c: DeskContext, what: keyof typeof ASKED, problem?: string): Promise<Response> {
  const { rt, staff, language } = c.var;
  const member = await showMember(rt, staff, c.req.param('id') ?? '');
  const t = inLanguage(usersWords, language);
  const at = `/desk/brugere/${member.id}`;
  return sendSettings(
    c,
    { title: fill(t[ASKED[what].title], { name: member.name }), problems: problem ? { gem: problem } : {} },
    <>
      <p class="font-lead">{t[ASKED[what].text]}</p>
      {what === 'luk' ? <Closing c={c} member={member} /> : null}
      <DeskForm c={c} action={`${at}/${what}`} class="desk-buttons">
        <button type="submit" id="gem" class="button button-warning">
          {t[ASKED[what].button]}
        </button>
        <a href={at}>{commonWords.cancel[language]}</a>
      </DeskForm>
    </>,
  );
}

userRoutes.get('/brugere/:id/luk', (c) => sendConfirm(c, 'luk'));
userRoutes.get('/brugere/:id/inviter', (c) => sendConfirm(c, 'inviter'));

userRoutes.post('/brugere/:id/luk', async (c) => {
  const { rt, staff, language } = c.var;
  const id = c.req.param('id');
  const outcome = await attempt(() => closeMember(rt, staff, id));
  if ('error' in outcome) return sendConfirm(c, 'luk', fieldSentence(outcome.error.code, language));
  return c.redirect(`/desk/brugere/${id}?gemt=userClosed`, 303);
});

userRoutes.post('/brugere/:id/genaabn', async (c) => {
  const id = c.req.param('id');
  await reopenMember(c.var.rt, c.var.staff, id);
  return c.redirect(`/desk/brugere/${id}?gemt=userReopened`, 303);
});

userRoutes.post('/brugere/:id/inviter', async (c) => {
  const { rt, staff, language } = c.var;
  const id = c.req.param('id');
  const outcome = await attempt(() => inviteStaffAnew(rt, staff, id));
  if ('error' in outcome) return sendConfirm(c, 'inviter', fieldSentence(outcome.error.code, language));
  return sendInvitation(c, id, (await showMember(rt, staff, id)).name, outcome.value);
});
