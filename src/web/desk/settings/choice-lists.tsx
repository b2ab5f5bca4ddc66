import { Hono } from 'hono';
import { changeList, requireList, showLists } from '../../../services/settings/change-list.ts';
import { TextArea } from '../../layout/choose.tsx';
import { only } from '../../layout/form.tsx';
import { inLanguage } from '../../words/language.ts';
import { commonWords } from '../frame/common-words.ts';
import type { DeskContext, DeskEnv } from '../frame/desk-env.ts';
import { Item } from '../frame/lists.tsx';
import { Badge, DeskForm } from '../frame/parts.tsx';
import { attempt, sentenceOf } from '../frame/problems.tsx';
import { Seen, seenOf } from '../frame/seen.tsx';
import { PeopleLists } from './people-lists.tsx';
import { sendSettings } from './settings.tsx';
import { listNameWords, settingsWords } from './settings-words.ts';

/** What can be chosen where conversations are registered, list by list. */
export const choiceListRoutes = new Hono<DeskEnv>();

choiceListRoutes.get('/indstillinger/lister', async (c) => {
  const { rt, staff, language } = c.var;
  const { lists } = await showLists(rt, staff);
  const t = inLanguage(settingsWords, language);
  return sendSettings(
    c,
    { title: t.lists },
    <ul class="desk-list no-max-width">
      <PeopleLists c={c} />
      {lists.map(({ name, choices, isOwn }) => (
        <Item
          who={listNameWords[name][language]}
          meta={<Badge tone={isOwn ? 'info' : 'success'}>{isOwn ? t.own : t.builtIn}</Badge>}
          action={
            <a class="button button-secondary" href={`/desk/indstillinger/lister/${name}`}>
              {t.change}
              <span class="sr-only"> {listNameWords[name][language]}</span>
            </a>
          }
        >
          <p>{choices.join(', ')}</p>
        </Item>
      ))}
    </ul>,
  );
});

async function sendList(
  c: DeskContext,
  listName: string,
  typed?: { text: string; error: string },
): Promise<Response> {
  const { rt, staff, language } = c.var;
  const name = requireList(listName);
  const { lists, seen } = await showLists(rt, staff);
  const choices = lists.find((list) => list.name === name)?.choices ?? [];
  const t = inLanguage(settingsWords, language);
  const title = listNameWords[name][language];
  return sendSettings(
    c,
    { title, ...(typed ? { problems: { choices: typed.error }, labels: { choices: title } } : {}) },
    <>
      <p>{t.listKeeps}</p>
      <DeskForm c={c} action={`/desk/indstillinger/lister/${name}`}>
        <Seen view={{ seen }} />
        <TextArea
          name="choices"
          label={title}
          hint={t.listHint}
          language={language}
          rows={Math.max(6, choices.length + 1)}
          value={typed?.text ?? choices.join('\n')}
          {...only({ error: typed?.error })}
        />
        <button type="submit" class="button button-primary">
          {commonWords.save[language]}
        </button>
      </DeskForm>
    </>,
  );
}

choiceListRoutes.get('/indstillinger/lister/:name', (c) => sendList(c, c.req.param('name')));

choiceListRoutes.post('/indstillinger/lister/:name', async (c) => {
  const { rt, staff, form, language } = c.var;
  const name = c.req.param('name');
  const text = form.get('choices') ?? '';
  const order = { seen: seenOf(c), name, choices: text.split(/\r?\n/) };
  const outcome = await attempt(() => changeList(rt, staff, order));
  if ('value' in outcome) return c.redirect('/desk/indstillinger/lister?gemt=settings', 303);
  const listName = requireList(name);
  const error = sentenceOf(outcome.error.code, listNameWords[listName][language], language);
  return sendList(c, name, { text, error });
});
