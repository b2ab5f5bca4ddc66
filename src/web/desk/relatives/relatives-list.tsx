import { Hono } from 'hono';
import type { FC } from 'hono/jsx';
import { showCircle } from '../../../services/circles/show-circle.ts';
import { findRelatives } from '../../../services/relatives/find-relatives.ts';
import { listRelatives, type RelativeLine } from '../../../services/relatives/list-relatives.ts';
import { CsrfField, Field, only } from '../../layout/form.tsx';
import { fill } from '../../words/fill.ts';
import { inLanguage } from '../../words/language.ts';
import { circleWords } from '../circles/circle-words.ts';
import { readCursor, writeCursor } from '../frame/cursor.ts';
import type { DeskContext, DeskEnv } from '../frame/desk-env.ts';
import { sendDesk } from '../frame/frame.tsx';
import { Item } from '../frame/lists.tsx';
import { More, mayCare } from '../frame/parts.tsx';
import { attempt, sentenceOf } from '../frame/problems.tsx';
import { manyWords } from '../journeys/many-words.ts';
import { takeOverWords } from '../staff/take-over-words.ts';
import { Marks } from './relative-marks.tsx';
import { relativesWords } from './relatives-words.ts';

const Lines: FC<{ c: DeskContext; lines: readonly RelativeLine[]; from: string }> = ({ c, lines, from }) => (
  <ul class="desk-list no-max-width">
    {lines.map((line) => (
      <Item
        who={<a href={`/desk/paaroerende/${line.id}?fra=${from}`}>{line.name}</a>}
        meta={<Marks c={c} line={line} />}
      />
    ))}
  </ul>
);

const Search: FC<{ c: DeskContext; value?: string; error?: string }> = ({ c, value, error }) => {
  const { language, csrf } = c.var;
  const t = inLanguage(relativesWords, language);
  return (
    <search aria-label={t.search}>
      <form method="post" action="/desk/paaroerende/soeg" class="desk-search">
        <CsrfField token={csrf} />
        <Field
          name="soeg"
          type="search"
          label={t.search}
          hint={t.searchHint}
          language={language}
          maxlength={80}
          {...only({ value, error })}
        />
        <button type="submit" class="button button-primary">
          {t.doSearch}
        </button>
      </form>
    </search>
  );
};

const Head: FC<{ c: DeskContext; title: string; circle?: string }> = ({ c, title, circle }) => (
  <div class="desk-head">
    <h1>{title}</h1>
    {mayCare(c) ? (
      <span class="desk-buttons">
        <a href="/desk/kredse">{circleWords.listTitle[c.var.language]}</a>
        <a href="/desk/tilmeld-flere">{manyWords.title[c.var.language]}</a>
        <a href="/desk/overtag">{takeOverWords.title[c.var.language]}</a>
        <a href="/desk/paaroerende/import">{relativesWords.importMany[c.var.language]}</a>
        <a class="button button-primary" href={`/desk/paaroerende/ny${circle ? `?kreds=${circle}` : ''}`}>
          {relativesWords.add[c.var.language]}
        </a>
      </span>
    ) : null}
  </div>
);

/** The list of relatives, the newest first, and the search. What is searched for never stands in an address. */
export const relativesListRoutes = new Hono<DeskEnv>();

relativesListRoutes.get('/paaroerende', async (c) => {
  const { rt, staff, language } = c.var;
  const t = inLanguage(relativesWords, language);
  const circleId = c.req.query('kreds');
  const circle = circleId ? await showCircle(rt, staff, circleId) : undefined;
  const cursor = readCursor(c.req.query('efter'));
  const after = cursor && { createdAt: cursor.at, id: cursor.id };
  const { lines, next } = await listRelatives(rt, staff, only({ after, circleId }));
  const query = next && `efter=${writeCursor({ at: next.createdAt, id: next.id })}`;
  const title = circle ? fill(t.ofCircle, { code: circle.code }) : t.title;
  return sendDesk(
    c,
    { title, section: 'relatives', ownSearch: true },
    <>
      <Head c={c} title={title} {...only({ circle: circle?.code })} />
      <Search c={c} />
      {circle ? (
        <p>
          <a href="/desk/paaroerende">{t.showAll}</a>
        </p>
      ) : null}
      {lines.length === 0 ? <p>{t.empty}</p> : <Lines c={c} lines={lines} from="list" />}
      <More
        href={
          query && `/desk/paaroerende?${query}${circleId ? `&kreds=${encodeURIComponent(circleId)}` : ''}`
        }
        language={language}
      />
    </>,
  );
});

relativesListRoutes.post('/paaroerende/soeg', async (c) => {
  const { rt, staff, language, form } = c.var;
  const t = inLanguage(relativesWords, language);
  const wanted = form.get('soeg') ?? '';
  const outcome = await attempt(() => findRelatives(rt, staff, wanted));
  const found = 'value' in outcome ? outcome.value : undefined;
  const error = 'error' in outcome ? sentenceOf(outcome.error.code, '', language) : undefined;
  const value = 'error' in outcome && outcome.error.code === 'cpr-typed' ? '' : wanted;
  return sendDesk(
    c,
    { title: t.title, section: 'relatives', failed: error !== undefined, ownSearch: true },
    <>
      <Head c={c} title={t.title} />
      <Search c={c} value={value} {...only({ error })} />
      {found ? (
        <p aria-live="polite">
          {found.lines.length === 0 ? t.notFound : fill(t.found, { n: found.lines.length })}
        </p>
      ) : null}
      {found ? <Lines c={c} lines={found.lines} from="search" /> : null}
      {found?.more ? <p class="form-hint">{t.more}</p> : null}
      <p>
        <a href="/desk/paaroerende">{t.showAll}</a>
      </p>
    </>,
  );
});
