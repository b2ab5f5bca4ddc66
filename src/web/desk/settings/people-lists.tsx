import { Hono } from 'hono';
import type { FC } from 'hono/jsx';
import { PEOPLE_LISTS, type PeopleList } from '../../../services/relatives/people-lists.ts';
import {
  changePeopleList,
  type ListedChoice,
  requirePeopleList,
  showPeopleList,
  type TypedChoice,
} from '../../../services/settings/people-lists.ts';
import { requireRight } from '../../../services/staff/staff.ts';
import { Select } from '../../layout/choose.tsx';
import { Field, only } from '../../layout/form.tsx';
import { fill } from '../../words/fill.ts';
import { inLanguage } from '../../words/language.ts';
import { builtInText, everyOption } from '../../words/people-choices.ts';
import { commonWords } from '../frame/common-words.ts';
import type { DeskContext, DeskEnv } from '../frame/desk-env.ts';
import { Item } from '../frame/lists.tsx';
import { Badge, DeskForm } from '../frame/parts.tsx';
import { attempt, fieldSentence, type Problems } from '../frame/problems.tsx';
import { Seen, seenOf } from '../frame/seen.tsx';
import { peopleListNames, peopleListWords } from './people-lists-words.ts';
import { sendSettings } from './settings.tsx';
import { settingsWords } from './settings-words.ts';

const AT = '/desk/indstillinger/lister/paaroerende';
const NEW_ONES = 3;
const MOST = 60;

/** The lists of what is chosen of a relative, each with the way to change it. */
export const PeopleLists: FC<{ c: DeskContext }> = ({ c }) => {
  const { language, organisation } = c.var;
  const t = inLanguage(settingsWords, language);
  return (
    <>
      {PEOPLE_LISTS.map((list) => {
        const own = organisation.people?.[list];
        const closed = new Set(own?.filter((one) => one.closed).map(({ value }) => value));
        const mark = (value: string): string =>
          closed.has(value) ? ` (${peopleListWords.closedMark[language]})` : '';
        return (
          <Item
            who={peopleListNames[list][language]}
            meta={<Badge tone={own ? 'info' : 'success'}>{own ? t.own : t.builtIn}</Badge>}
            action={
              <a class="button button-secondary" href={`${AT}/${list}`}>
                {t.change}
                <span class="sr-only"> {peopleListNames[list][language]}</span>
              </a>
            }
          >
            <p>
              {everyOption(c, list)
                .map(([value, text]) => `${text}${mark(value)}`)
                .join(', ')}
            </p>
          </Item>
        );
      })}
    </>
  );
};

/** A row of the form: what is typed, and what is known of the value that stands there. */
type Row = TypedChoice & { place: string; known: ListedChoice | undefined };

const rowsOf = (list: PeopleList, choices: readonly ListedChoice[]): Row[] => [
  ...choices.map((known, n) => ({
    value: known.value,
    da: known.words?.da ?? builtInText(list, known.value, 'da'),
    en: known.words?.en ?? builtInText(list, known.value, 'en'),
    state: known.closed ? ('closed' as const) : ('open' as const),
    place: String(n + 1),
    known,
  })),
  ...Array.from({ length: NEW_ONES }, (_, n) => ({
    value: '',
    da: '',
    en: '',
    state: 'open' as const,
    place: String(choices.length + n + 1),
    known: undefined,
  })),
];

function keptBecause({ used, lock }: ListedChoice, t: ReturnType<typeof wordsOf>): string {
  if (lock) return lock.why === 'flows' ? fill(t.flows, { titles: lock.titles.join(', ') }) : t[lock.why];
  if (used === 0) return t.unused;
  return used === 1 ? t.usedOnce : fill(t.used, { n: used });
}

const wordsOf = (c: DeskContext) => inLanguage(peopleListWords, c.var.language);

const RowFields: FC<{ c: DeskContext; row: Row; n: number; problems: Problems; isFirstNew: boolean }> = ({
  c,
  row,
  n,
  problems,
  isFirstNew,
}) => {
  const { language } = c.var;
  const t = wordsOf(c);
  const { known } = row;
  const at = (field: string) => ({
    name: `${field}.${n}`,
    language,
    ...only({ error: problems[`${field}.${n}`] }),
  });
  const states = [
    ['open', t.open] as const,
    ...(!known || (known.lock && !known.closed) ? [] : [['closed', t.closed] as const]),
    ...(!known || known.lock || known.used ? [] : [['remove', t.remove] as const]),
  ];
  const title = known ? builtOrOwn(known, row) : t.newOne;
  const failed = Object.keys(problems).some((field) => field.endsWith(`.${n}`));
  return (
    <details class="desk-path" open={failed || isFirstNew}>
      <summary>
        <h2 class="h4">{title}</h2>
        <span>{known ? `${known.closed ? `${t.closed}. ` : ''}${keptBecause(known, t)}` : t.newHint}</span>
      </summary>
      <fieldset>
        <legend class="sr-only">{title}</legend>
        <input type="hidden" name={`value.${n}`} value={row.value} />
        <div class="desk-pair">
          <Field
            {...at('da')}
            label={t.da}
            value={row.da}
            maxlength={60}
            autocomplete="off"
            optional={!known}
          />
          <Field
            {...at('en')}
            label={t.en}
            value={row.en}
            maxlength={60}
            autocomplete="off"
            optional={!known}
          />
          <Field
            {...at('place')}
            label={t.place}
            value={row.place}
            inputmode="numeric"
            maxlength={3}
            width="xs"
          />
          {states.length > 1 ? (
            <Select {...at('state')} label={t.state} value={row.state} options={states} />
          ) : null}
        </div>
      </fieldset>
    </details>
  );
};

const builtOrOwn = (known: ListedChoice, row: Row): string => known.words?.da ?? row.da;

async function sendList(
  c: DeskContext,
  list: PeopleList,
  typed?: { rows: Row[]; problems: Problems },
): Promise<Response> {
  const { rt, staff, language } = c.var;
  const { seen, choices } = await showPeopleList(rt, staff, list);
  const t = wordsOf(c);
  const known = new Map(choices.map((one) => [one.value, one]));
  const rows = typed?.rows.map((row) => ({ ...row, known: known.get(row.value) })) ?? rowsOf(list, choices);
  const problems = typed?.problems ?? {};
  const firstNew = rows.findIndex(({ value }) => value === '');
  const labels = Object.fromEntries(
    rows.flatMap(({ da }, n) => ['da', 'en', 'state'].map((f) => [`${f}.${n}`, da])),
  );
  return sendSettings(
    c,
    { title: peopleListNames[list][language], problems, labels },
    <>
      <p>{t.lead}</p>
      {list === 'ageBands' ? <p>{t.ages}</p> : null}
      {list === 'foundBy' ? <p>{t.sources}</p> : null}
      <DeskForm c={c} action={`${AT}/${list}`}>
        <Seen view={{ seen }} />
        {rows.map((row, n) => (
          <RowFields c={c} row={row} n={n} problems={problems} isFirstNew={n === firstNew} />
        ))}
        <button type="submit" class="button button-primary">
          {commonWords.save[language]}
        </button>
      </DeskForm>
    </>,
  );
}

const STATES = ['open', 'closed', 'remove'] as const;

/** Puts the rows whose place was changed where they were sent; the others keep their order around them. */
function inOrder(rows: readonly Row[]): Row[] {
  const placed = rows.map((row, n) => ({ row, place: Number.parseInt(row.place, 10) || rows.length, n }));
  const ordered = placed.filter(({ place, n }) => place === n + 1).map(({ row }) => row);
  const moved = placed.filter(({ place, n }) => place !== n + 1).sort((a, b) => a.place - b.place);
  for (const { row, place } of moved) ordered.splice(place - 1, 0, row);
  return ordered;
}

/** The rows as they were typed, in the order of their places; new ones that were left empty are none. */
function readRows(form: URLSearchParams): Row[] {
  const rows: Row[] = [];
  for (let n = 0; n < MOST && form.has(`da.${n}`); n += 1) {
    const read = (field: string): string => form.get(`${field}.${n}`) ?? '';
    const state = STATES.find((one) => one === read('state')) ?? 'open';
    const row = { value: read('value'), da: read('da'), en: read('en'), state, place: read('place') };
    if (row.value !== '' || row.da.trim() !== '' || row.en.trim() !== '')
      rows.push({ ...row, known: undefined });
  }
  return inOrder(rows);
}

/** Changing what can be chosen of a relative. */
export const peopleListRoutes = new Hono<DeskEnv>();

peopleListRoutes.get('/indstillinger/lister/paaroerende/:name', (c) => {
  requireRight(c.var.staff, 'administer');
  return sendList(c, requirePeopleList(c.req.param('name')));
});

peopleListRoutes.post('/indstillinger/lister/paaroerende/:name', async (c) => {
  const { rt, staff, form, language } = c.var;
  requireRight(staff, 'administer');
  const list = requirePeopleList(c.req.param('name'));
  const rows = readRows(form);
  const choices = rows.map(({ value, da, en, state }) => ({ value, da, en, state }));
  const outcome = await attempt(() => changePeopleList(rt, staff, { seen: seenOf(c), list, choices }));
  if ('value' in outcome) return c.redirect('/desk/indstillinger/lister?gemt=settings', 303);
  const { code, detail = 'da.0' } = outcome.error;
  return sendList(c, list, { rows, problems: { [detail]: fieldSentence(code, language) } });
});
