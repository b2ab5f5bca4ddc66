import { Hono } from 'hono';
import type { FC } from 'hono/jsx';
import { showGroup } from '../../../services/groups/show-group.ts';
import { putInGroup } from '../../../services/groups/step-in-or-out.ts';
import { closeGroup } from '../../../services/groups/write-group.ts';
import { mayStaff } from '../../../services/staff/staff.ts';
import { Alert } from '../../layout/alert.tsx';
import { fill } from '../../words/fill.ts';
import { inLanguage } from '../../words/language.ts';
import { readCursor, writeCursor } from '../frame/cursor.ts';
import type { DeskContext, DeskEnv } from '../frame/desk-env.ts';
import { sendDesk } from '../frame/frame.tsx';
import { Section } from '../frame/lists.tsx';
import { Do, Facts, More } from '../frame/parts.tsx';
import { countText, howText, loadNames, MemberList, mayKeepGroups } from './group-parts.tsx';
import { groupWords } from './group-words.ts';
import type { Names } from './rule-sentence.ts';

type Group = Awaited<ReturnType<typeof showGroup>>;

/** What a rule names that is there no more; nobody is written to by a rule that means something else than it says. */
const Problems: FC<{ c: DeskContext; group: Group }> = ({ c, group }) => {
  const { language } = c.var;
  const t = inLanguage(groupWords, language);
  if (group.problems.length === 0) return null;
  const what = [...new Set(group.problems.map(({ field }) => t[field].toLocaleLowerCase(language)))].join(
    ', ',
  );
  return (
    <Alert variant="warning" language={language}>
      {fill(t.ruleWrong, { what })}
    </Alert>
  );
};

const Keep: FC<{ c: DeskContext; group: Group }> = ({ c, group }) => {
  const t = inLanguage(groupWords, c.var.language);
  const at = `/desk/grupper/${group.id}`;
  if (!mayKeepGroups(c) || (group.unitId === null && c.var.staff.units !== 'all')) return null;
  if (group.closedAt !== null)
    return (
      <Do c={c} action={`${at}/aabn`}>
        {t.open}
      </Do>
    );
  return (
    <>
      <p class="d-print-none">
        <a class="button button-secondary" href={`${at}/ret`}>
          {t.change}
        </a>
      </p>
      <p class="form-hint">{t.closeHint}</p>
      <Do c={c} action={`${at}/luk`}>
        {t.close}
      </Do>
    </>
  );
};

const Members: FC<{ c: DeskContext; group: Group }> = ({ c, group }) => {
  const { language, staff } = c.var;
  const t = inLanguage(groupWords, language);
  const mayTakeOut = group.closedAt === null && mayStaff(staff, 'care');
  const next = group.next && writeCursor({ at: group.next.createdAt, id: group.next.id });
  return (
    <Section id="medlemmer" heading={t.membersHeading}>
      {group.count === 0 ? <p>{group.rule === null ? t.nobodyByHand : t.nobodyByRule}</p> : null}
      {group.rule !== null && mayTakeOut && group.count > 0 ? <p class="form-hint">{t.leaveHint}</p> : null}
      <MemberList c={c} members={group.members} {...(mayTakeOut ? { group: group.id } : {})} />
      <More href={next && `/desk/grupper/${group.id}?efter=${next}`} language={language} />
    </Section>
  );
};

const About: FC<{ c: DeskContext; group: Group; names: Names }> = ({ c, group, names }) => {
  const { language } = c.var;
  const t = inLanguage(groupWords, language);
  return (
    <>
      {group.closedAt === null ? null : <p>{t.isClosed}</p>}
      {group.note === '' ? null : <p>{group.note}</p>}
      <Facts
        rows={[
          [t.rule, howText(c, group.rule, names)],
          [t.unit, group.unitName ?? t.wholeHouse],
          [t.membersHeading, countText(group.count, language)],
        ]}
      />
    </>
  );
};

/** One group: its rule in words, who is in it, and keeping it. */
export const groupRoutes = new Hono<DeskEnv>();

groupRoutes.get('/grupper/:id', async (c) => {
  const { rt, staff, language } = c.var;
  const cursor = readCursor(c.req.query('efter'));
  const after = cursor && { createdAt: cursor.at, id: cursor.id };
  const [group, names] = await Promise.all([
    showGroup(rt, staff, c.req.param('id'), { after }),
    loadNames(c),
  ]);
  return sendDesk(
    c,
    { title: group.title, section: 'groups' },
    <>
      <p class="d-print-none">
        <a href="/desk/grupper">{groupWords.toOpen[language]}</a>
      </p>
      <h1>{group.title}</h1>
      <Problems c={c} group={group} />
      <About c={c} group={group} names={names} />
      {mayKeepGroups(c) && group.closedAt === null ? (
        <p class="d-print-none">
          <a class="button button-primary" href={`/desk/gruppebeskeder/ny?gruppe=${group.id}`}>
            {groupWords.write[language]}
          </a>
        </p>
      ) : null}
      <Keep c={c} group={group} />
      <Members c={c} group={group} />
    </>,
  );
});

for (const [path, close, saved] of [
  ['luk', true, 'groupClosed'],
  ['aabn', false, 'group'],
] as const)
  groupRoutes.post(`/grupper/:id/${path}`, async (c) => {
    const id = c.req.param('id');
    await closeGroup(c.var.rt, c.var.staff, id, close);
    return c.redirect(`/desk/grupper/${id}?gemt=${saved}`, 303);
  });

/** Back to where one pressed: the record of the relative, or the group. */
const backTo = (c: DeskContext, groupId: string, relativeId: string): string =>
  c.var.form.get('tilbage') === 'person'
    ? `/desk/paaroerende/${encodeURIComponent(relativeId)}?fra=list&gemt=groupMembers`
    : `/desk/grupper/${groupId}?gemt=groupMembers`;

for (const [path, leave] of [
  ['tag-med', false],
  ['tag-ud', true],
] as const)
  groupRoutes.post(`/grupper/:id/${path}`, async (c) => {
    const { rt, staff, form } = c.var;
    const groupId = c.req.param('id');
    const relativeId = form.get('paaroerende') ?? '';
    await putInGroup(rt, staff, { groupId, relativeId, leave });
    return c.redirect(backTo(c, groupId, relativeId), 303);
  });

/** From a relative's page, where the group is chosen in a list. */
groupRoutes.post('/grupper/tag-med', async (c) => {
  const { rt, staff, form } = c.var;
  const [groupId, relativeId] = [form.get('gruppe') ?? '', form.get('paaroerende') ?? ''];
  await putInGroup(rt, staff, { groupId, relativeId, leave: false });
  return c.redirect(backTo(c, groupId, relativeId), 303);
});
