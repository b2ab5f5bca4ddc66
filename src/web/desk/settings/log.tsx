import { stringify } from 'csv-stringify/sync';
import { Hono } from 'hono';
import type { FC } from 'hono/jsx';
import { anchorAt } from '../../../journey/time/format.ts';
import { nextDayStart } from '../../../journey/time/open-days.ts';
import { exportLog, type LogQuery, searchLog } from '../../../services/settings/search-log.ts';
import { listMembers, type MemberLine } from '../../../services/staff/list-members.ts';
import { Select } from '../../layout/choose.tsx';
import { CsrfField, Field, only } from '../../layout/form.tsx';
import { entryWords } from '../../telling/log-words.ts';
import { inLanguage, type Language } from '../../words/language.ts';
import { wordOf } from '../../words/lookup.ts';
import type { DeskContext, DeskEnv } from '../frame/desk-env.ts';
import { sendDesk } from '../frame/frame.tsx';
import { More } from '../frame/parts.tsx';
import { LogItem } from './log-line.tsx';
import { actorWords, logPageWords } from './log-words.ts';
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
      until: until === undefined ? undefined : nextDayStart(until),
      before: before && /^\d+$/.test(before) ? Number(before) : undefined,
    }),
  };
}

/** The kinds of entries by their words; one that is asked for by the address and is not among them stays. */
function kindOptions(language: Language, asked: string): [string, string][] {
  const known = Object.keys(entryWords).map((kind): [string, string] => [
    kind,
    wordOf(entryWords, kind, language),
  ]);
  const sorted = known.sort(([, a], [, b]) => a.localeCompare(b, language));
  const other: [string, string][] = asked === '' || asked in entryWords ? [] : [[asked, asked]];
  return [['', logPageWords.everything[language]], ...other, ...sorted];
}

function peopleOptions(people: readonly MemberLine[], language: Language, asked: string): [string, string][] {
  const known = people.map(({ id, name }): [string, string] => [id, name]);
  const house: [string, string] = ['house', actorWords.house[language]];
  const isKnown = asked === '' || asked === 'house' || people.some(({ id }) => id === asked);
  return [
    ['', logPageWords.everybody[language]],
    ...known,
    house,
    ...(isKnown ? [] : [[asked, asked] as [string, string]]),
  ];
}

/** The search is about one relative when one comes from an entry: nobody types an id. */
const OfOne: FC<{ c: DeskContext; typed: Typed }> = ({ c, typed }) => {
  const t = inLanguage(logPageWords, c.var.language);
  const { om: _, ...others } = typed;
  return typed.om === '' ? null : (
    <p>
      {t.ofOne} <a href={`/desk/log?${new URLSearchParams(others)}`}>{t.ofAll}</a>
    </p>
  );
};

const Search: FC<{ c: DeskContext; typed: Typed; people: readonly MemberLine[] }> = (props) => {
  const { c, typed, people } = props;
  const { language, csrf } = c.var;
  const t = inLanguage(logWords, language);
  const who = peopleOptions(people, language, typed.hvem);
  return (
    <search class="d-print-none">
      <OfOne c={c} typed={typed} />
      <form method="get" action="/desk/log" class="desk-form">
        {typed.om === '' ? null : <input type="hidden" name="om" value={typed.om} />}
        <div class="desk-pair">
          <Select
            name="hvad"
            label={t.kind}
            value={typed.hvad}
            language={language}
            options={kindOptions(language, typed.hvad)}
          />
          <Select
            name="hvem"
            label={logPageWords.who[language]}
            value={typed.hvem}
            language={language}
            options={who}
          />
          <Field name="fra" label={t.from} type="date" value={typed.fra} language={language} optional />
          <Field name="til" label={t.until} type="date" value={typed.til} language={language} optional />
        </div>
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

/** The audit log with search; what stands in addresses are ids and days, never a name or number. */
export const logRoutes = new Hono<DeskEnv>();

logRoutes.get('/log', async (c) => {
  const { rt, staff, language } = c.var;
  const typed = readTyped((name) => c.req.query(name));
  const { lines, names, next } = await searchLog(rt, staff, queryOf(typed, c.req.query('efter')));
  const people = await listMembers(rt, staff);
  const t = inLanguage(logWords, language);
  const rest = new URLSearchParams(Object.entries(typed).filter(([, value]) => value !== ''));
  if (next !== undefined) rest.set('efter', String(next));
  return sendDesk(
    c,
    { title: t.title, section: 'settings' },
    <>
      <h1>{t.title}</h1>
      <p>{t.lead}</p>
      <Search c={c} typed={typed} people={people} />
      {lines.length === 0 ? <p>{logPageWords.none[language]}</p> : null}
      <ul class="desk-list desk-section no-max-width">
        {lines.map((line) => (
          <LogItem c={c} line={line} names={names} />
        ))}
      </ul>
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
