import { Hono } from 'hono';
import type { FC } from 'hono/jsx';
import { inviteStaff, type MemberForm } from '../../../services/staff/invite-member.ts';
import { listMembers, type MemberLine } from '../../../services/staff/list-members.ts';
import { requireRight } from '../../../services/staff/staff.ts';
import { listUnitLines, type UnitLine } from '../../../services/staff/tend-units.ts';
import { fill } from '../../words/fill.ts';
import { inLanguage } from '../../words/language.ts';
import { showInstant } from '../../words/when.ts';
import { roleWords } from '../frame/common-words.ts';
import type { DeskContext, DeskEnv } from '../frame/desk-env.ts';
import { Item } from '../frame/lists.tsx';
import { Badge, DeskForm, type Tone } from '../frame/parts.tsx';
import { attempt, fieldSentence, type Problems } from '../frame/problems.tsx';
import { sendSettings } from '../settings/settings.tsx';
import { EmailField, PlaceFields, readMember } from './user-fields.tsx';
import { stateWords, usersWords, wayWords } from './users-words.ts';

const TONES: Record<MemberLine['state'], Tone> = {
  active: 'success',
  invited: 'info',
  lapsed: 'warning',
  closed: 'error',
};

const Line: FC<{ c: DeskContext; member: MemberLine }> = ({ c, member }) => {
  const { language, rt } = c.var;
  const t = inLanguage(usersWords, language);
  const units = member.allUnits ? t.allUnits : member.units.join(', ') || t.noUnits;
  return (
    <Item
      who={<a href={`/desk/brugere/${member.id}`}>{member.name}</a>}
      meta={
        <>
          <Badge tone={TONES[member.state]}>{stateWords[member.state][language]}</Badge>
          {member.way === 'emergency' ? (
            <Badge tone="warning">{wayWords[member.way][language]}</Badge>
          ) : (
            <span>{wayWords[member.way][language]}</span>
          )}
          {member.seenAt === null ? null : (
            <span>
              {t.seen} {showInstant(member.seenAt, rt.clock(), language)}
            </span>
          )}
        </>
      }
    >
      <p>
        {member.role ? roleWords[member.role][language] : ''} · {units}
      </p>
    </Item>
  );
};

/** Who can log in; and the way to make one more where staff have local accounts. */
export const usersRoutes = new Hono<DeskEnv>();

usersRoutes.get('/brugere', async (c) => {
  const { rt, staff, language } = c.var;
  const members = await listMembers(rt, staff);
  const t = inLanguage(usersWords, language);
  return sendSettings(
    c,
    { title: t.title },
    <>
      <p>{rt.identity ? t.leadIdentity : t.lead}</p>
      {rt.identity ? null : (
        <p>
          <a class="button button-primary" href="/desk/brugere/ny">
            {t.make}
          </a>
        </p>
      )}
      <ul class="desk-list no-max-width">
        {members.map((member) => (
          <Line c={c} member={member} />
        ))}
      </ul>
    </>,
  );
});

const BLANK: MemberForm = { name: '', email: '', role: 'advisor', allUnits: false, units: [] };

function sendNew(c: DeskContext, form: MemberForm, units: readonly UnitLine[], problems: Problems = {}) {
  const { language } = c.var;
  const t = inLanguage(usersWords, language);
  return sendSettings(
    c,
    { title: t.makeTitle, problems, labels: t },
    <>
      <p>{t.makeLead}</p>
      <DeskForm c={c} action="/desk/brugere/ny">
        <EmailField {...{ c, problems }} value={form.email} />
        <PlaceFields {...{ c, form, units, problems }} />
        <button type="submit" class="button button-primary">
          {t.make}
        </button>
      </DeskForm>
    </>,
  );
}

/** The link of an invitation, shown this once. */
export function sendInvitation(c: DeskContext, id: string, name: string, link: string): Promise<Response> {
  const t = inLanguage(usersWords, c.var.language);
  return sendSettings(
    c,
    { title: fill(t.linkTitle, { name }) },
    <>
      <p class="font-lead">{t.linkLead}</p>
      <p>
        <code class="desk-secret">{link}</code>
      </p>
      <p class="d-print-none">
        <a href={`/desk/brugere/${id}`}>{t.toUser}</a>
      </p>
    </>,
  );
}

usersRoutes.get('/brugere/ny', async (c) => {
  requireRight(c.var.staff, 'administer');
  return sendNew(c, BLANK, await listUnitLines(c.var.rt, c.var.staff));
});

usersRoutes.post('/brugere/ny', async (c) => {
  const { rt, staff, language } = c.var;
  requireRight(staff, 'administer');
  const form = { ...readMember(c), email: c.var.form.get('email') ?? '' };
  const outcome = await attempt(() => inviteStaff(rt, staff, form));
  if ('value' in outcome) return sendInvitation(c, outcome.value.id, form.name, outcome.value.link);
  const { code, detail = 'name' } = outcome.error;
  const units = await listUnitLines(rt, staff);
  return sendNew(c, form, units, { [detail]: fieldSentence(code, language) });
});
