import { Hono } from 'hono';
import type { FC } from 'hono/jsx';
import { type GroupLine, listGroups } from '../../../services/groups/show-group.ts';
import { inLanguage } from '../../words/language.ts';
import type { DeskContext, DeskEnv } from '../frame/desk-env.ts';
import { sendDesk } from '../frame/frame.tsx';
import { Item } from '../frame/lists.tsx';
import { countText, howText, loadNames, mayKeepGroups } from './group-parts.tsx';
import { groupWords } from './group-words.ts';
import type { Names } from './rule-sentence.ts';

const List: FC<{ c: DeskContext; lines: readonly GroupLine[]; names: Names }> = ({ c, lines, names }) => {
  const { language } = c.var;
  return (
    <ul class="desk-list no-max-width">
      {lines.map((group) => (
        <Item
          who={<a href={`/desk/grupper/${group.id}`}>{group.title}</a>}
          meta={
            <>
              <span>{countText(group.count, language)}</span>
              <span>{group.unitName ?? groupWords.wholeHouse[language]}</span>
            </>
          }
        >
          <p>{howText(c, group.rule, names)}</p>
        </Item>
      ))}
    </ul>
  );
};

/** The groups in sight: who is written to at once. */
export const groupsRoutes = new Hono<DeskEnv>();

groupsRoutes.get('/grupper', async (c) => {
  const { rt, staff, language } = c.var;
  const t = inLanguage(groupWords, language);
  const [lines, names] = await Promise.all([listGroups(rt, staff), loadNames(c)]);
  return sendDesk(
    c,
    { title: t.title, section: 'groups' },
    <>
      <div class="desk-head">
        <h1>{t.title}</h1>
        {mayKeepGroups(c) ? (
          <div class="desk-buttons d-print-none">
            <a class="button button-primary" href="/desk/grupper/ny?ved=regel">
              {t.addByRule}
            </a>
            <a class="button button-secondary" href="/desk/grupper/ny">
              {t.addByHand}
            </a>
          </div>
        ) : null}
      </div>
      <p>{t.lead}</p>
      {lines.length === 0 ? <p>{t.empty}</p> : null}
      <List c={c} lines={lines} names={names} />
      {mayKeepGroups(c) ? (
        <p class="d-print-none">
          <a href="/desk/grupper/lukkede">{t.closedList}</a>
        </p>
      ) : null}
    </>,
  );
});

groupsRoutes.get('/grupper/lukkede', async (c) => {
  const { rt, staff, language } = c.var;
  const t = inLanguage(groupWords, language);
  const [lines, names] = await Promise.all([listGroups(rt, staff, { closed: true }), loadNames(c)]);
  return sendDesk(
    c,
    { title: t.closedList, section: 'groups' },
    <>
      <h1>{t.closedList}</h1>
      <p>
        <a href="/desk/grupper">{t.toOpen}</a>
      </p>
      {lines.length === 0 ? <p>{t.noClosed}</p> : null}
      <List c={c} lines={lines} names={names} />
    </>,
  );
});
