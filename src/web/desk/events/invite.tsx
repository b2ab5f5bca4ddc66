// Inviting a group: who is invited and who not is shown before anybody is.
import { Hono } from 'hono';
import type { FC } from 'hono/jsx';
import { type InvitePreview, inviteGroup, previewInvite } from '../../../services/events/invite-many.ts';
import { type EventView, showEvent } from '../../../services/events/list-events.ts';
import { listGroups } from '../../../services/groups/show-group.ts';
import { requireRight } from '../../../services/staff/staff.ts';
import { Check, Select } from '../../layout/choose.tsx';
import { only } from '../../layout/form.tsx';
import { fill } from '../../words/fill.ts';
import { inLanguage } from '../../words/language.ts';
import { wordOf } from '../../words/lookup.ts';
import { channelWords } from '../../words/message-words.ts';
import { commonWords } from '../frame/common-words.ts';
import type { DeskContext, DeskEnv } from '../frame/desk-env.ts';
import { sendDesk } from '../frame/frame.tsx';
import { Section } from '../frame/lists.tsx';
import { DeskForm, Facts } from '../frame/parts.tsx';
import { attempt, ProblemList, type Problems, sentenceOf } from '../frame/problems.tsx';
import { eventFormWords, inviteWords, whyNotInvitedWords } from './event-words.ts';

const Effect: FC<{ c: DeskContext; seen: InvitePreview }> = ({ c, seen }) => {
  const { language } = c.var;
  const t = inLanguage(inviteWords, language);
  const leftOut = Object.entries(seen.leftOut);
  return (
    <>
      <Section id="virkning" heading={eventFormWords.effect[language]}>
        <p class="font-lead">{seen.total === 0 ? t.nobody : fill(t.total, { n: seen.total })}</p>
        <Facts
          rows={Object.entries(seen.invited).map(([channel, n]) => [
            wordOf(channelWords, channel, language),
            String(n),
          ])}
        />
        {seen.unseen === 0 ? null : <p>{fill(t.unseen, { n: seen.unseen })}</p>}
      </Section>
      <Section id="udeladt" heading={t.leftOut} empty={leftOut.length === 0}>
        <ul>
          {leftOut.map(([why, n]) => (
            <li>
              <strong>
                {n}: {wordOf(whyNotInvitedWords, why, language)}
              </strong>
              <br />
              {seen.leftOutNames
                .filter((one) => one.why === why)
                .map(({ id, name }, i) => (
                  <>
                    {i > 0 ? ', ' : ''}
                    <a href={`/desk/paaroerende/${id}?fra=event`}>{name}</a>
                  </>
                ))}
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
};

const Order: FC<{
  c: DeskContext;
  view: EventView;
  groupId: string;
  seen: InvitePreview;
  problems: Problems;
}> = ({ c, view, groupId, seen, problems }) => {
  const t = inLanguage(inviteWords, c.var.language);
  if (seen.total === 0) return null;
  const names = seen.apart.map(({ name, circleCode }) => `${name} (${circleCode})`).join(', ');
  return (
    <DeskForm c={c} action={`/desk/arrangementer/${view.id}/inviter`}>
      <input type="hidden" name="gruppe" value={groupId} />
      {seen.apart.length === 0 ? null : (
        <>
          <p>{fill(t.apart, { names })}</p>
          <Check name="apart" label={t.apartOk} checked={false} {...only({ error: problems.apart })} />
        </>
      )}
      <button type="submit" class="button button-primary">
        {fill(t.order, { n: seen.total })}
      </button>
    </DeskForm>
  );
};

async function sendInvite(
  c: DeskContext,
  view: EventView,
  groupId: string,
  problems: Problems = {},
): Promise<Response> {
  const { rt, staff, language } = c.var;
  const t = inLanguage(inviteWords, language);
  const groups = await listGroups(rt, staff);
  const seen = groupId === '' ? undefined : await previewInvite(rt, staff, view.id, { groupId });
  const title = fill(t.title, { title: view.title });
  const at = `/desk/arrangementer/${view.id}`;
  return sendDesk(
    c,
    { title, section: 'events', failed: Object.keys(problems).length > 0 },
    <div class="desk-narrow">
      <h1>{title}</h1>
      <ProblemList problems={problems} labels={{}} language={language} />
      {groups.length === 0 ? (
        <p>
          {t.noGroups} <a href="/desk/grupper">{t.toGroups}</a>
        </p>
      ) : (
        <form method="get" action={`${at}/inviter`} class="desk-form">
          <Select
            name="gruppe"
            label={t.group}
            language={language}
            value={groupId}
            options={groups.map((group) => [group.id, group.title])}
          />
          <button type="submit" class="button button-secondary">
            {t.show}
          </button>
        </form>
      )}
      {seen ? (
        <>
          <Effect c={c} seen={seen} />
          <Order c={c} view={view} groupId={groupId} seen={seen} problems={problems} />
        </>
      ) : null}
      <p>
        <a href={at}>{commonWords.cancel[language]}</a>
      </p>
    </div>,
  );
}

/** Inviting groups. */
export const inviteRoutes = new Hono<DeskEnv>();

inviteRoutes.get('/arrangementer/:id/inviter', async (c) => {
  requireRight(c.var.staff, 'coordinate');
  const view = await showEvent(c.var.rt, c.var.staff, c.req.param('id'));
  return sendInvite(c, view, c.req.query('gruppe') ?? '');
});

inviteRoutes.post('/arrangementer/:id/inviter', async (c) => {
  const { rt, staff, form, language } = c.var;
  requireRight(staff, 'coordinate');
  const view = await showEvent(rt, staff, c.req.param('id'));
  const groupId = form.get('gruppe') ?? '';
  const order = { groupId, apart: form.get('apart') ?? '' };
  const done = await attempt(() => inviteGroup(rt, staff, view.id, order));
  if (!('error' in done)) return c.redirect(`/desk/arrangementer/${view.id}?gemt=eventInvited`, 303);
  const { code, detail } = done.error;
  const isApart = detail === 'apart';
  const sentence = isApart ? inviteWords.apartOk[language] : sentenceOf(code, '', language);
  return sendInvite(c, view, groupId, { [isApart ? 'apart' : 'gruppe']: sentence });
});
