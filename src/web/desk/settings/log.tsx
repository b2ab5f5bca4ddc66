import { stringify } from 'csv-stringify/sync';
import { Hono } from 'hono';
import type { FC } from 'hono/jsx';
import { anchorAt } from '../../../journey/time/format.ts';
import { DAY_MS } from '../../../journey/time/zone.ts';
import { exportLog, type LogLine, type LogQuery, searchLog } from '../../../services/settings/search-log.ts';
import { CsrfField, Field, only } from '../../layout/form.tsx';
import { entryWords } from '../../telling/log-words.ts';
import { lookWords } from '../../telling/look-words.ts';
import { inLanguage, type Language } from '../../words/language.ts';
import { wordOf } from '../../words/lookup.ts';
import { showInstant } from '../../words/when.ts';
import type { DeskContext, DeskEnv } from '../frame/desk-env.ts';
import { sendDesk } from '../frame/frame.tsx';
import { Item } from '../frame/lists.tsx';
import { More } from '../frame/parts.tsx';
import { logWords } from './settings-words.ts';

const FIELDS = ['hvad', 'hvem', 'om', 'fra', 'til'] as const;
type Typed = Record<(typeof FIELDS)[number], string>;

const readTyped = (read: (name: string) => string | null | undefined): Typed =>
  Object.fromEntries(FIELDS.map((name) => [name, (read(name) ?? '').trim()])) as Typed;

/** A day in Copenhagen; one that cannot be read does not narrow the search. */
const dayAt = (typed: string): number | undefined => (typed === '' ? undefined : anchorAt(typed));

function queryOf(typed: Typed, before: string | undefined): LogQuery {
  const until = dayAt(typed.til);
  return {
    ...only({
      kind: typed.hvad || undefined,
      actor: typed.hvem || undefined,
      relativeId: typed.om || undefined,
      from: dayAt(typed.fra),
      until: until === undefined ? undefined : until + DAY_MS,
      before: before && /^\d+$/.test(before) ? Number(before) : undefined,
    }),
  };
}

const Search: FC<{ c: DeskContext; typed: Typed }> = ({ c, typed }) => {
  const { language, csrf } = c.var;
  const t = inLanguage(logWords, language);
  return (
    <search class="d-print-none">
      <form method="get" action="/desk/log" class="desk-form">
        <Field name="hvad" label={t.kind} hint={t.kindHint} value={typed.hvad} language={language} optional />
        <Field name="hvem" label={t.who} value={typed.hvem} language={language} optional />
        <Field name="om" label={t.relative} value={typed.om} language={language} optional />
        <Field name="fra" label={t.from} type="date" value={typed.fra} language={language} optional />
        <Field name="til" label={t.until} type="date" value={typed.til} language={language} optional />
        <button type="submit" class="button button-primary">
          {t.search}
        </button>
      </form>
      <form method="post" action="/desk/log/hent" class="desk-form">
        <CsrfField token={csrf} />
        {FIELDS.map((name) => (
          <input type="hidden" name={name} value={typed[name]} />
        ))}
        <button type="submit" class="button button-secondary">
          {t.export}
        </button>
      </form>
    </search>
  );
};

/** Why, in words; ids and keys as they stand in the log; empty when there is nothing beyond the entry itself. */
const detailsOf = ({ purpose, subject, relativeId, body }: LogLine, language: Language): string =>
  [
    purpose ? wordOf(lookWords, purpose, language) : '',
    subject && subject !== relativeId ? subject : '',
    ...Object.entries(JSON.parse(body) as Record<string, unknown>).map(
      ([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`,
    ),
  ]
    .filter((part) => part !== '')
    .join(' · ');

const Lines: FC<{ c: DeskContext; lines: readonly LogLine[] }> = ({ c, lines }) => {
  const { rt, language } = c.var;
  const t = inLanguage(logWords, language);
  if (lines.length === 0) return <p>{t.none}</p>;
  return (
    <ul class="desk-list no-max-width">
      {lines.map((line) => (
        <Item
          who={
            <>
              {wordOf(entryWords, line.kind, language)}
              {line.relativeId ? (
                <>
                  {': '}
                  <a href={`/desk/paaroerende/${line.relativeId}`}>{t.theRelative}</a>
                </>
              ) : null}
            </>
          }
          meta={
            <>
              <span>{showInstant(line.at, rt.now(), language)}</span>
              <span>{line.by}</span>
              <span>{line.kind}</span>
            </>
          }
        >
          <p>{detailsOf(line, language)}</p>
        </Item>
      ))}
    </ul>
  );
};

/** The audit log with search; what stands in addresses are ids and days, never a name or number. */
export const logRoutes = new Hono<DeskEnv>();

logRoutes.get('/log', async (c) => {
  const { rt, staff, language } = c.var;
  const typed = readTyped((name) => c.req.query(name));
  const { lines, next } = await searchLog(rt, staff, queryOf(typed, c.req.query('efter')));
  const t = inLanguage(logWords, language);
  const rest = new URLSearchParams(Object.entries(typed).filter(([, value]) => value !== ''));
  if (next !== undefined) rest.set('efter', String(next));
  return sendDesk(
    c,
    { title: t.title, section: 'settings' },
    <>
      <h1>{t.title}</h1>
      <p>{t.lead}</p>
      <Search c={c} typed={typed} />
      <Lines c={c} lines={lines} />
      <More href={next === undefined ? undefined : `/desk/log?${rest}`} language={language} />
    </>,
  );
});

const BOM = '\u{feff}';

logRoutes.post('/log/hent', async (c) => {
  const { rt, staff, form } = c.var;
  const lines = await exportLog(
    rt,
    staff,
    queryOf(
      readTyped((name) => form.get(name)),
      undefined,
    ),
  );
  const rows = lines.map((line) => [
    line.seq,
    new Date(line.at).toISOString(),
    line.kind,
    line.actor,
    line.by,
    line.relativeId,
    line.subject,
    line.purpose,
    line.body,
    line.hash,
  ]);
  const columns = [
    'nr',
    'tidspunkt',
    'hvad',
    'hvem',
    'navn',
    'pårørende',
    'om',
    'formål',
    'detaljer',
    'kæde',
  ];
  const csv = stringify([columns, ...rows], { delimiter: ';', escape_formulas: true });
  return c.body(`${BOM}${csv}`, 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': 'attachment; filename="log.csv"',
  });
});
